use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::safety::SafetyKey;
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::review_file::{ReviewFile, today};
use crate::programme::group_sheet;
use crate::publish::{SHEET_SESSIONS, write_group_sheet};

/// Write the sheet of a group, one page for its facilitators
///
/// Who holds a place, the last sessions, absences in a row, and what women’s safety work let across to be kept in mind, in the template’s names: nothing
/// else of a partner. It is for colleagues who belong to “Facilitators” by the programme’s list.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  lantern programme pilot.lantern sheet --group \"Tuesday evening\" --out tuesday.pdf"
)]
pub(super) struct Sheet {
    #[command(flatten)]
    safety: SafetyKey,
    /// The group, by its name
    #[arg(long, value_name = "NAME")]
    group: String,
    /// The PDF; a file of this name is replaced
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// {file, group, men, pages}
    #[arg(long)]
    json: bool,
}

impl Sheet {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(file, false)?;
        let programme = store.programme()?;
        let mut groups = programme.groups.iter();
        let wanted = self.group.trim().to_lowercase();
        let Some(group) = groups.find(|group| group.name.trim().to_lowercase() == wanted) else {
            let names: Vec<&str> = programme
                .groups
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            return Err(Fault::said(format!(
                "There is no group “{}” in this file; there are: {}. Nothing was written.",
                self.group,
                match names.is_empty() {
                    true => "none".to_owned(),
                    false => names.join(", "),
                }
            )));
        };
        let made = group_sheet(&programme, group.id, store.who(), today(), SHEET_SESSIONS)
            .map_err(|why| Fault::said(format!("{why} Nothing was written.")))?;
        if store.is_unlocked() {
            store.note_looks(&made.looks)?;
        }
        let written = write_group_sheet(&programme.title, &made.sheet, &self.out)?;
        let men = made.sheet.lines.len();
        if self.json {
            console.json(&json!({
                "file": written.path.display().to_string(),
                "group": made.sheet.group,
                "men": men,
                "pages": written.pages,
            }))?;
        } else {
            console.say(&format!(
                "{}: {men} of {} places taken",
                written.path.display(),
                made.sheet.places
            ))?;
        }
        for note in written.notes {
            console.tell(&note);
        }
        Ok(Ending::Done)
    }
}
