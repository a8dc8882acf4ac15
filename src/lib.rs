//! Lantern: a workbench for reviews of deaths through domestic abuse. See `ARCHITECTURE.md` for the map.
//!
//! Rooms from the ground up; each may name only those above it in this list. `tests/tidy.rs` holds the arrows.

pub mod jobs;
pub mod model;

pub mod dates;

pub mod clock;

pub mod stats;

pub mod templates;

pub mod wall;

pub mod programme;

pub mod evaluation;

pub mod returns;

pub mod intake;

pub mod chronology;

pub mod analysis;
pub mod drafting;

pub mod identities;

pub mod leaks;

pub mod checks;

pub mod overview;

pub mod store;

pub mod edits;

pub mod sample;

pub mod publish;

pub mod exchange;

pub mod app;

pub mod ui;

pub mod cli;
