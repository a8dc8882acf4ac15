//! The command line: the same work as in the window, for automation, tests and machines without a display.
//!
//! One file per command; each reads its arguments, calls the rooms below and says what came of it. Results go to
//! standard output, everything else to standard error; [`Ending`] and [`Fault`] become the exit status.

mod anchor;
mod audit;
mod backup;
mod check;
mod chronology;
mod codebook;
mod console;
mod contacts;
mod dates;
mod demo;
mod ending;
mod history;
mod import;
mod leaks;
mod new;
mod passphrase;
mod people;
mod plan;
mod programme;
mod progress;
mod publish;
mod redo;
mod report;
mod review_file;
mod round;
mod same_events;
mod table;
mod undo;
mod window;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use console::Console;
use ending::{Ending, Fault};

/// A workbench for reviews of deaths through domestic abuse.
///
/// Agencies' returns in; one combined chronology, a typeset report and an action plan out. Works offline, on one
/// encrypted file per review. Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(
    name = "lantern",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit status: 0 done; 1 done, but the answer is “no”; 2 could not be done.\n\n\
        The passphrase of a file is taken from --passphrase-file, from LANTERN_PASSPHRASE, or asked for.\n\n\
        Example:\n  lantern demo --out sample-review"
)]
struct Lantern {
    /// The review to open in the window [default: the start screen; where Lantern is new, the sample]
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    New(new::New),
    Import(import::Import),
    People(people::People),
    Dates(dates::Dates),
    Chronology(chronology::Chronology),
    Codebook(codebook::Codebook),
    Check(check::Check),
    Contacts(contacts::Contacts),
    SameEvents(same_events::SameEvents),
    Report(report::Report),
    Plan(plan::Plan),
    Programme(programme::Programme),
    Leaks(leaks::Leaks),
    Round(round::Round),
    Publish(publish::Publish),
    Audit(audit::Audit),
    History(history::History),
    Undo(undo::Undo),
    Redo(redo::Redo),
    Backup(backup::Backup),
}

impl Command {
    fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        match self {
            Self::Demo(command) => command.run(console),
            Self::New(command) => command.run(console),
            Self::Import(command) => command.run(console),
            Self::People(command) => command.run(console),
            Self::Dates(command) => command.run(console),
            Self::Chronology(command) => command.run(console),
            Self::Codebook(command) => command.run(console),
            Self::Check(command) => command.run(console),
            Self::Contacts(command) => command.run(console),
            Self::SameEvents(command) => command.run(console),
            Self::Report(command) => command.run(console),
            Self::Plan(command) => command.run(console),
            Self::Programme(command) => command.run(console),
            Self::Leaks(command) => command.run(console),
            Self::Round(command) => command.run(console),
            Self::Publish(command) => command.run(console),
            Self::Audit(command) => command.run(console),
            Self::History(command) => command.run(console),
            Self::Undo(command) => command.run(console),
            Self::Redo(command) => command.run(console),
            Self::Backup(command) => command.run(console),
        }
    }
}

/// Does what the arguments (the program's own name first) ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let lantern = match Lantern::try_parse_from(arguments) {
        Ok(lantern) => lantern,
        Err(error) => return misunderstood(&error),
    };
    let mut console = Console::of_process();
    let result = match lantern.command {
        Some(command) => command.run(&mut console),
        None => window::run(lantern.file, &mut console),
    };
    let result = result.and_then(|ending| {
        console.flush()?;
        Ok(ending)
    });
    match result {
        Ok(ending) => ending.exit_code(),
        // Whoever read the output has seen enough (`lantern … | head`).
        Err(Fault::NobodyListens) => ExitCode::SUCCESS,
        Err(fault) => {
            console.tell(&fault.to_string());
            ExitCode::from(ending::COULD_NOT)
        }
    }
}

/// Help and version are answers; anything else is a command that was not understood.
fn misunderstood(error: &clap::Error) -> ExitCode {
    // Where even this cannot be written there is nobody to tell.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
        _ => ExitCode::from(ending::COULD_NOT),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Lantern;

    #[test]
    fn the_arguments_are_consistent() {
        Lantern::command().debug_assert();
    }

    #[test]
    fn every_command_shows_an_example() {
        for command in Lantern::command().get_subcommands_mut() {
            let help = command.render_long_help().to_string();
            assert!(help.contains("Example"), "{}", command.get_name());
        }
    }
}
