//! The evaluation of a programme as a typeset report, a Word file and JSON, all made from one [`Evaluation`].

mod data;
mod word;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::Fault;
use super::matter::Matter;
use super::saving;
use super::typesetting::{Layout, Typeset};
use super::{Made, PublishError};
use crate::evaluation::{Edition, Evaluation};
use crate::jobs::Progress;

/// A file that an evaluation can be made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvaluationOutput {
    Pdf,
    Docx,
    Json,
}

impl EvaluationOutput {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Json];

    /// For buttons and lists.
    pub fn title(self) -> &'static str {
        match self {
            Self::Pdf => "Evaluation, PDF",
            Self::Docx => "Evaluation, Word",
            Self::Json => "Evaluation, JSON",
        }
    }

    /// “evaluation.pdf”, “evaluation - internal.pdf”: what stays inside never bears the name of what may leave.
    pub fn file_name(self, edition: Edition) -> String {
        let ending = match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Json => "json",
        };
        match edition {
            Edition::Internal => format!("evaluation - internal.{ending}"),
            Edition::Released => format!("evaluation.{ending}"),
        }
    }
}

/// Writes one file of an evaluation into `folder`, replacing one that is there only when the new one is whole.
pub fn write_evaluation(
    evaluation: &Evaluation,
    output: EvaluationOutput,
    folder: &Path,
    progress: &dyn Progress,
) -> Result<Made, PublishError> {
    progress.report(0, None, "Preparing the evaluation")?;
    let path: PathBuf = folder.join(output.file_name(evaluation.edition));
    let ((pages, notes), bytes) = saving::replace(&path, |file| {
        let made = match output {
            EvaluationOutput::Pdf => pages(evaluation, file, progress)?,
            EvaluationOutput::Docx => (None, word::write(evaluation, file)?),
            EvaluationOutput::Json => {
                let json = serde_json::to_vec_pretty(evaluation).map_err(std::io::Error::from)?;
                file.write_all(&json)?;
                file.write_all(b"\n")?;
                (None, Vec::new())
            }
        };
        progress.report(1, Some(1), "Saving the evaluation")?;
        Ok(made)
    })?;
    Ok(Made {
        path,
        bytes,
        pages,
        notes,
    })
}

fn pages(
    evaluation: &Evaluation,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<(Option<usize>, Vec<String>), Fault> {
    let mut matter = Matter::default();
    let data = data::data(evaluation, &mut matter);
    let refused = |fault: super::LayoutFault| PublishError::Layout {
        output: "evaluation".to_owned(),
        what: fault.to_string(),
    };
    progress.report(1, Some(3), "Typesetting the evaluation")?;
    let typeset = Typeset::of(Layout::Evaluation, &data).map_err(refused)?;
    progress.report(2, Some(3), "Making the PDF")?;
    let mut notes = matter.notes();
    let pdf = match typeset.pdf(evaluation.on) {
        Ok(pdf) => pdf,
        Err(fault) => {
            notes.push(format!(
                "This PDF is tagged, but not to the standards PDF/UA-1 and PDF/A-3a, which refuse something in it: {fault}."
            ));
            typeset
                .pdf_without_standard(evaluation.on)
                .map_err(refused)?
        }
    };
    file.write_all(&pdf)?;
    Ok((Some(typeset.pages()), notes))
}

/// What the layout of an evaluation is given: for whoever works on `export/evaluation`.
pub fn evaluation_data(evaluation: &Evaluation) -> serde_json::Value {
    data::data(evaluation, &mut Matter::default())
}
