use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::safety::{self, SafetyKey};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::review_file::ReviewFile;
use crate::model::programme::Programme;
use crate::publish::{self, AnalysisData};
use crate::stats::Chance;
use crate::wall::{View, WomensSafety};

/// Write de-identified data for analysis, with their dictionary
///
/// One line for a man under a number that is drawn anew each time; no name, case number, word or day. Partners’ data are written into a folder of their
/// own, and only with the open lock of women’s safety work.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern programme pilot.lantern export --out analysis")]
pub(super) struct Export {
    #[command(flatten)]
    safety: SafetyKey,
    /// The folder; it must be new or empty
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// {folder, men, left_out, partners, files: [{file, lines}]}
    #[arg(long)]
    json: bool,
}

impl Export {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(file, false)?;
        let programme = store.programme()?;
        let out = &self.out;
        let with_hers = safety::asked(&mut store, |view| write(&programme, Some(view), out))?;
        let partners = with_hers.is_some();
        let made = match with_hers {
            Some(made) => made,
            None => write(&programme, None, out)?,
        };
        if self.json {
            let files = made.files.iter();
            let files = files.map(|(file, lines)| json!({ "file": file, "lines": lines }));
            console.json(&json!({
                "folder": made.folder.display().to_string(),
                "men": made.men,
                "left_out": made.left_out,
                "partners": partners,
                "files": files.collect::<Vec<_>>(),
            }))?;
            return Ok(Ending::Done);
        }
        for (name, lines) in &made.files {
            console.say(&format!("{name}: {lines} lines"))?;
        }
        if made.left_out > 0 {
            console.tell(&format!(
                "{} men of whom only monitoring data are kept were left out.",
                made.left_out
            ));
        }
        if !partners {
            console.tell(
                "Partners’ data were not written: the lock of women’s safety work is closed.",
            );
        }
        Ok(Ending::Done)
    }
}

fn write(
    programme: &Programme,
    hers: Option<&View<'_, WomensSafety>>,
    out: &Path,
) -> Result<AnalysisData, Fault> {
    let made = publish::write_analysis_data(programme, hers, Chance::fresh_seed(), out)?;
    Ok(made)
}
