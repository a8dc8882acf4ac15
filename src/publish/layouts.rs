//! Which layout and which data an output in pages is made of.

use serde_json::{Value, json};

use super::chronology_data::{self, Detail};
use super::error::PublishError;
use super::matter::Matter;
use super::report_data::Extent;
use super::typesetting::{Layout, LayoutFault, Typeset};
use super::{Options, Output, about, letter_data, plan_data, report_data};
use crate::model::Review;

/// Entries that a typeset chronology may have. Laying one out takes some 0.4 MB, so that this many take 2 GB and make
/// 750 pages; more would bring an ordinary computer to a standstill.
pub const PAGES_ENTRY_LIMIT: usize = 5_000;

/// What the layout is given, ready to be laid out.
pub(super) struct Prepared {
    pub(super) layout: Layout,
    pub(super) data: Value,
    pub(super) notes: Vec<String>,
}

/// Fails for outputs without pages, and above [`PAGES_ENTRY_LIMIT`].
pub(super) fn prepare(
    review: &Review,
    output: Output,
    options: &Options,
) -> Result<Prepared, PublishError> {
    let mut matter = Matter::default();
    let mut notes = Vec::new();
    let (layout, data) = match output {
        Output::ReportPdf => {
            let (data, said) = report_data::data(review, options, Extent::Whole, &mut matter);
            notes.extend(said);
            if review.entries.len() > PAGES_ENTRY_LIMIT {
                notes.push(report_data::too_long_to_print(review.entries.len()));
            }
            (Layout::Report, data)
        }
        Output::ChronologyPdf => {
            let rows = options.rows_of(review);
            within_limit(output, rows.len())?;
            let data = json!({
                "about": about::data(review, output, options, &mut matter),
                "chronology": chronology_data::data(review, &rows, options, Detail::Whole, &mut matter),
            });
            (Layout::Chronology, data)
        }
        Output::PlanPdf => {
            let data = json!({
                "about": about::data(review, output, options, &mut matter),
                "plan": plan_data::data(review, &mut matter),
            });
            (Layout::Plan, data)
        }
        Output::SummaryPdf => {
            let (data, said) = report_data::data(review, options, Extent::Summary, &mut matter);
            notes.extend(said);
            (Layout::Report, data)
        }
        Output::LetterPdf => {
            let data = json!({
                "about": about::data(review, output, options, &mut matter),
                "letter": letter_data::data(review, &mut matter),
            });
            (Layout::Letter, data)
        }
        Output::ReportDocx
        | Output::SummaryDocx
        | Output::LetterDocx
        | Output::RecordCsv
        | Output::RecordJson
        | Output::ChronologyDocx
        | Output::ChronologyXlsx
        | Output::ChronologyCsv
        | Output::PlanDocx
        | Output::PlanXlsx => {
            return Err(PublishError::NoPages {
                output: output.title(),
            });
        }
    };
    notes.extend(matter.notes());
    Ok(Prepared {
        layout,
        data,
        notes,
    })
}

impl Prepared {
    pub(super) fn typeset(&self, output: Output) -> Result<Typeset, PublishError> {
        Typeset::of(self.layout, &self.data).map_err(|fault| refused(output, &fault))
    }
}

pub(super) fn refused(output: Output, fault: &LayoutFault) -> PublishError {
    PublishError::Layout {
        output: output.subject().to_owned(),
        what: fault.to_string(),
    }
}

fn within_limit(output: Output, rows: usize) -> Result<(), PublishError> {
    if rows <= PAGES_ENTRY_LIMIT {
        return Ok(());
    }
    Err(PublishError::TooMany {
        output: output.title(),
        rows,
        limit: PAGES_ENTRY_LIMIT,
        why: "more pages than that need more memory than most computers have.",
        instead: "Save the chronology as an Excel file, or filter it first.",
    })
}
