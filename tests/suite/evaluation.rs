//! The room `evaluation`, over the made-up cohort and over tables of a few figures.

use std::path::PathBuf;

use lantern::evaluation::consistency::{Published, Relations};

mod cases;
mod consistency;
mod course;
mod disclosure;
mod golden;
mod published;
pub(crate) mod sample;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("samples/programme")
        .join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect("a file of the sample")
}

fn published() -> Published {
    Published::read(&text("published.toml")).expect("figures")
}

fn relations() -> Relations {
    Relations::read(&text("relations.toml")).expect("relations")
}
