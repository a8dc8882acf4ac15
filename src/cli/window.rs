use std::path::{Path, PathBuf};

use super::console::Console;
use super::demo::Demo;
use super::ending::{Ending, Fault};
use crate::store::StoreError;
use crate::ui::{self, Opening};

/// Opens the window. Where there can be none and no file was named, the demonstration shows what Lantern does.
pub(super) fn run(file: Option<PathBuf>, console: &mut Console) -> Result<Ending, Fault> {
    if let Some(path) = file.as_ref().filter(|path| !path.exists()) {
        return Err(missing(path));
    }
    let named = file.is_some();
    let why = if has_display() {
        match ui::run(Opening { file }) {
            Ok(()) => return Ok(Ending::Done),
            Err(error) => error.to_string(),
        }
    } else {
        "There is no display on this computer to open a window on.".to_owned()
    };
    if named {
        return Err(Fault::said(format!(
            "{why} The commands work without one: see `lantern --help`."
        )));
    }
    console.tell(&format!(
        "{why} Instead, this does what `lantern demo` does."
    ));
    Demo::default().run(console)
}

/// Only X11 and Wayland can be known to be missing without trying.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("WAYLAND_DISPLAY") || named("DISPLAY")
}

fn missing(path: &Path) -> Fault {
    let may_be_command = path.extension().is_none() && path.components().count() == 1;
    if may_be_command {
        return Fault::said(format!(
            "“{}” is neither a command nor a file. See `lantern --help`.",
            path.display()
        ));
    }
    StoreError::Missing {
        path: path.to_owned(),
    }
    .into()
}
