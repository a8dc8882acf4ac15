use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::safety::{SafetyKey, asked};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::progress::Telling;
use crate::cli::publish::make_folder;
use crate::cli::review_file::{ReviewFile, today};
use crate::cli::words::size;
use crate::evaluation::consistency::{Published, Relations};
use crate::evaluation::{Cohort, Edition, Evaluated, Evaluation, HerPart};
use crate::publish::{EvaluationOutput, write_evaluation};
use crate::store::Store;

/// Write the evaluation: a typeset report, a Word file and the same as JSON
///
/// Small counts are left out, and as many more as keep them from being worked out from the totals, by the threshold of the programme's
/// template. What partners told is in it, in counts, only where their part of the file is opened.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern programme pilot.lantern report --out evaluation\n  lantern programme pilot.lantern report --out inside --internal --safety-passphrase-file hers.txt\n  lantern programme pilot.lantern report --out evaluation --published printed.toml --relations relations.toml --json"
)]
pub(super) struct Report {
    /// The folder; made where there is none. Files of the same names are replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Leave nothing out: for those who may read the files themselves
    #[arg(long)]
    internal: bool,
    #[command(flatten)]
    safety: SafetyKey,
    /// The day as of which it is made [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Compare it with figures that were printed elsewhere, as tables of TOML
    #[arg(long, value_name = "PATH")]
    published: Option<PathBuf>,
    /// What hangs together in these figures
    #[arg(long, value_name = "PATH", requires = "published")]
    relations: Option<PathBuf>,
    /// Say the evaluation itself: {programme, template, on, edition, threshold, hers, sections: [{key, title, blocks: [{words} | {table} |
    /// {figure}]}], consistency, counts: {name: count}, numbers: {name: figure}}; what is left out is null
    #[arg(long)]
    json: bool,
}

impl Report {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let published = self.published()?;
        let mut store = self.safety.open(file, false)?;
        let evaluation = self.evaluation(&mut store, published.as_ref())?;
        make_folder(&self.out)?;
        let mut made = Vec::new();
        for output in EvaluationOutput::ALL {
            made.push(write_evaluation(
                &evaluation,
                output,
                &self.out,
                &Telling::new(),
            )?);
        }
        if self.json {
            console.json(&evaluation)?;
        } else {
            for one in &made {
                let pages = one.pages.map(|pages| format!(", {pages} pages"));
                let extent = format!("{}{}", size(one.bytes), pages.unwrap_or_default());
                console.say(&format!("{}  {extent}", one.path.display()))?;
            }
        }
        for note in made.iter().flat_map(|one| &one.notes) {
            console.tell(note);
        }
        if evaluation.hers == HerPart::Locked {
            console.tell("What partners told is not in it; --safety-passphrase-file opens their part of the file.");
        }
        if evaluation.edition == Edition::Internal {
            console.tell("Single people can be recognised in the internal edition: it must not leave the programme.");
        }
        Ok(Ending::Done)
    }

    fn evaluation(
        &self,
        store: &mut Store,
        published: Option<&(Published, Relations)>,
    ) -> Result<Evaluation, Fault> {
        let today = self.on.unwrap_or_else(today);
        let clearance = store.clearance();
        let whole = asked(store, |view| {
            Ok(Cohort::of(view.programme(), today).with_hers(view))
        })?;
        let cohort = match whole {
            Some(cohort) => cohort,
            None => Cohort::of(&store.programme()?, today),
        };
        let with = Evaluated {
            edition: match self.internal {
                true => Edition::Internal,
                false => Edition::Released,
            },
            clearance: clearance.as_ref(),
            published: published.map(|(published, relations)| (published, relations)),
        };
        Evaluation::of(&cohort, &with).map_err(|refused| {
            Fault::said(format!(
                "The evaluation could not be made fit to leave the programme: {refused}. Nothing was written; --internal writes it whole."
            ))
        })
    }

    fn published(&self) -> Result<Option<(Published, Relations)>, Fault> {
        let Some(path) = &self.published else {
            return Ok(None);
        };
        let fault = |path: &Path, what: String| {
            Fault::said(format!("{}: {what}. Nothing was written.", path.display()))
        };
        let text = read(path)?;
        let figures = Published::read(&text).map_err(|error| fault(path, error.to_string()))?;
        let relations = match &self.relations {
            Some(path) => {
                Relations::read(&read(path)?).map_err(|error| fault(path, error.to_string()))?
            }
            None => Relations::default(),
        };
        Ok(Some((figures, relations)))
    }
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| {
        Fault::said(format!(
            "{} could not be read ({error}). Nothing was written.",
            path.display()
        ))
    })
}
