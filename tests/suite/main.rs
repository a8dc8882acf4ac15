//! One test binary for the whole program, since each links slowly: a file for each room, through its public face.

mod analysis;
mod checks;
mod chronology;
mod cli;
mod combining;
mod dates;
mod drafting;
mod edits;
mod evaluation;
mod exchange;
mod identities;
mod leaks;
mod ledger;
mod overview;
mod programme;
mod publish;
mod refi;
mod returns;
mod same_events;
mod sample;
mod stats;
mod store;
mod templates;
mod timeline;
mod versions;
mod window;
