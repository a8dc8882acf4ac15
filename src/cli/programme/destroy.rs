use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::safety::{SafetyKey, called};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::review_file::{ReviewFile, today};
use crate::edits::{self, Destruction};
use crate::model::ManId;
use crate::model::programme::Programme;
use crate::programme::{Keep, keeping};
use crate::publish;

/// Destroy files that are no longer to be kept, for good, and write the certificate
///
/// Only what is due is destroyed; of who was not taken on, monitoring data stay. No undo reaches back beyond it. Copies and backups elsewhere are not
/// reached. Where the file holds partners, the lock of women’s safety work must be open: their files go with his.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where nothing is due.\n\nExample:\n  lantern programme pilot.lantern destroy --all-due --decided-by \"M. Okafor\" \
        --reason \"Six years have passed\" --certificate certificate.pdf"
)]
pub(super) struct Destroy {
    #[command(flatten)]
    safety: SafetyKey,
    /// Case numbers of the men
    #[arg(
        value_name = "CASE",
        required_unless_present = "all_due",
        conflicts_with = "all_due"
    )]
    cases: Vec<String>,
    /// Everything that is due
    #[arg(long)]
    all_due: bool,
    /// On whose word
    #[arg(long, value_name = "NAME")]
    decided_by: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    /// Where the certificate is written: a PDF, or plain text where the name ends in .txt. It stands in the file as well
    #[arg(long, value_name = "PATH")]
    certificate: PathBuf,
    /// Say what would be destroyed, and destroy nothing
    #[arg(long)]
    dry_run: bool,
    /// {destroyed, cases: [text], partners, kept: [text]}
    #[arg(long)]
    json: bool,
}

impl Destroy {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(file, !self.dry_run)?;
        let programme = store.programme()?;
        let men = self.chosen(&programme)?;
        if men.is_empty() {
            console.say("No file is due to be destroyed.")?;
            return Ok(Ending::No);
        }
        if self.dry_run {
            let cases: Vec<String> = men
                .iter()
                .filter_map(|id| programme.man(*id))
                .map(called)
                .collect();
            if self.json {
                console.json(
                    &json!({ "destroyed": false, "cases": cases, "partners": null, "kept": [] }),
                )?;
            } else {
                console.say(&format!(
                    "Nothing was destroyed: it would be {}.",
                    cases.join(", ")
                ))?;
            }
            return Ok(Ending::Done);
        }
        self.certificate_can_be_written()?;
        let what = Destruction {
            men,
            decided_by: self.decided_by.clone(),
            reason: self.reason.clone(),
        };
        let certificate = edits::destroy_files(&mut store, &what, today())?;
        let text = self
            .certificate
            .extension()
            .is_some_and(|ending| ending == "txt");
        let written = match text {
            true => {
                let text = publish::certificate_text(&programme.title, &certificate);
                publish::save(&self.certificate, text.as_bytes()).map(drop)
            }
            false => publish::write_certificate(&programme.title, &certificate, &self.certificate)
                .map(drop),
        };
        if let Err(error) = written {
            console.tell(&format!(
                "The files were destroyed, and the certificate stands in {}. It could not be written beside it: {error}",
                store.path().display()
            ));
        }
        if self.json {
            console.json(&json!({
                "destroyed": true,
                "cases": certificate.references,
                "partners": certificate.partners,
                "kept": certificate.kept,
            }))?;
        } else {
            console.say(&format!(
                "Destroyed for good: {}. The certificate is {}.",
                certificate.references.join(", "),
                self.certificate.display()
            ))?;
        }
        Ok(Ending::Done)
    }

    fn chosen(&self, programme: &Programme) -> Result<Vec<ManId>, Fault> {
        let due: Vec<ManId> = keeping(programme, today())
            .into_iter()
            .filter(|kept| matches!(kept.state, Keep::Due(_) | Keep::ReduceToMonitoring(_)))
            .map(|kept| kept.man)
            .collect();
        if self.all_due {
            return Ok(due);
        }
        let wanted = self.cases.iter().map(|case| {
            let men = programme.men.iter();
            let named: Vec<ManId> = men
                .filter(|man| called(man).eq_ignore_ascii_case(case.trim()))
                .map(|man| man.id)
                .collect();
            match named.as_slice() {
                [man] if due.contains(man) => Ok(*man),
                [_] => Err(Fault::said(format!(
                    "The file {case} is not due to be destroyed. Nothing was destroyed."
                ))),
                [] => Err(Fault::said(format!(
                    "There is no case “{case}” in this file. Nothing was destroyed."
                ))),
                _ => Err(Fault::said(format!(
                    "“{case}” stands for several men. Nothing was destroyed; give them different case numbers first."
                ))),
            }
        });
        wanted.collect()
    }

    /// Before anything is destroyed.
    fn certificate_can_be_written(&self) -> Result<(), Fault> {
        let folder = self.certificate.parent();
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) || self.certificate.exists() {
            return Err(Fault::said(format!(
                "The certificate cannot be written to {}: its folder does not exist, or a file of this name does. Nothing was destroyed.",
                self.certificate.display()
            )));
        }
        Ok(())
    }
}
