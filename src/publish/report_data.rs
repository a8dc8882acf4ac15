//! The overview report as data for its layout.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::chronology_data::{self, Detail};
use super::draft_data::{self, Anchors, label};
use super::draft_text::{PrintedParagraph, Printing};
use super::layouts::PAGES_ENTRY_LIMIT;
use super::matter::Matter;
use super::{
    Options, Output, about, chain_words, glossary, plan_data, recommendation_data, timeline_data,
};
use crate::chronology::Claims;
use crate::dates;
use crate::drafting::{self, NumberedSection, Target};
use crate::model::Review;
use crate::templates::{SUMMARY_LESSONS, SUMMARY_QUESTIONS, SUMMARY_RECOMMENDATIONS};

/// What the program prints in a section below the chair's own text, by the key of the template's section.
pub(super) const RECOMMENDATIONS: Addition = ("recommendations", "Recommendations", false);
pub(super) const COMBINED_CHRONOLOGY: Addition =
    ("combined_chronology", "Combined chronology", true);
pub(super) const ACTION_PLAN: Addition = ("action_plan", "Action plan", true);
const ADDITIONS: [Addition; 3] = [RECOMMENDATIONS, COMBINED_CHRONOLOGY, ACTION_PLAN];
/// Where there are questions, and findings.
pub(super) const TERMS_OF_REFERENCE: Addition = ("terms_of_reference", "Terms of reference", false);
pub(super) const LESSONS: Addition = ("lessons", "Lessons to be learnt", false);
/// Its lines “Term: meaning” are set as a list of definitions.
pub(super) const GLOSSARY: &str = "glossary";
pub(super) const TIMESCALES: &str = "timescales";

/// Key, title where the template has no such section, and whether it is an appendix.
pub(super) type Addition = (&'static str, &'static str, bool);

/// What is printed of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// What the chair writes, with marks at its paragraphs, and the executive summary at the end; the appendices that the program makes
    /// are left out. Its pages are those of the whole report.
    Draft,
    /// The executive summary alone.
    Summary,
}

impl Extent {
    fn holds(self, section: &NumberedSection) -> bool {
        match self {
            Self::Whole => !section.summary,
            Self::Draft => true,
            Self::Summary => section.summary,
        }
    }

    fn output(self) -> Output {
        match self {
            Self::Whole | Self::Draft => Output::ReportPdf,
            Self::Summary => Output::SummaryPdf,
        }
    }
}

/// The report for its layout.
pub(super) struct ReportData {
    pub(super) data: Value,
    /// For the chair: what is not written yet, what does not hold.
    pub(super) notes: Vec<String>,
    /// Keys of the sections, in the order in which they are numbered.
    pub(super) sections: Vec<String>,
}

pub(super) fn data(
    review: &Review,
    options: &Options,
    extent: Extent,
    matter: &mut Matter,
) -> ReportData {
    let mut about = about::data(review, extent.output(), options, matter);
    about["draft"] = json!(extent == Extent::Draft);
    let claims = Claims::of(review);
    let mut printing = Printing::of(review, &claims);
    let sections: Vec<(NumberedSection, Vec<PrintedParagraph>)> = sections(review)
        .into_iter()
        .filter(|section| extent.holds(section))
        .map(|section| {
            let printed = printing.section(&section);
            (section, printed)
        })
        .collect();
    let timescales = timescales(review, matter);
    let printed_rows = match extent {
        Extent::Whole if review.entries.len() <= PAGES_ENTRY_LIMIT => super::in_print(review),
        _ => Vec::new(),
    };
    let anchors = anchors(review, &printing, &sections, (extent, &printed_rows));
    let mut unwritten = Vec::new();
    let mut body = Vec::new();
    let mut appendices = Vec::new();
    let mut summary = Vec::new();
    for (place, (section, printed)) in sections.iter().enumerate() {
        let addition = match section.key.as_str() {
            TIMESCALES if timescales.is_null() => "",
            TIMESCALES => TIMESCALES,
            key => additions(review)
                .find_map(|(known, _, _)| (known == key).then_some(known))
                .or_else(|| summary_addition(review, key))
                .unwrap_or_default(),
        };
        let empty = printed.is_empty() && addition.is_empty();
        if empty {
            unwritten.push(section.title.clone());
        }
        let marks = (extent == Extent::Draft).then_some(place);
        let mut data = json!({
            "number": matter.plain(&section.number),
            "title": matter.plain(&section.title),
            "addition": addition,
            "empty": empty,
        });
        // Moved in, since `json!` would copy it.
        data["paragraphs"] = draft_data::paragraphs(printed, &anchors, marks, matter);
        if section.key == GLOSSARY {
            glossary::define(&mut data["paragraphs"]);
        }
        if section.appendix {
            appendices.push(data);
        } else if section.summary && extent == Extent::Draft {
            summary.push(data);
        } else {
            body.push(data);
        }
    }
    let mut data = json!({
        "about": about,
        "timescales": timescales,
        "questions": chain_words::questions(review, matter),
        "findings": chain_words::findings(review, &claims, matter),
        "recommendations": recommendation_data::recommendations(review, &claims, matter),
        "chronology": chronology(review, options, (extent, &printed_rows), &anchors, matter),
        "timeline": timeline(review, extent, matter),
        "plan": match extent {
            Extent::Whole => plan_data::data(review, matter),
            Extent::Draft | Extent::Summary => {
                json!({ "columns": [], "recommendations": [], "about": "" })
            }
        },
    });
    data["sections"] = Value::Array(body);
    data["appendices"] = Value::Array(appendices);
    data["summary"] = Value::Array(summary);
    let mut notes = Vec::new();
    if !unwritten.is_empty() {
        notes.push(format!("Not written yet: {}.", unwritten.join(", ")));
    }
    notes.extend(printing.note());
    ReportData {
        data,
        notes,
        sections: sections.into_iter().map(|(one, _)| one.key).collect(),
    }
}

/// The numbered sections, those that the program fills itself included.
pub(super) fn sections(review: &Review) -> Vec<NumberedSection> {
    let mut sections = drafting::paragraphs(&review.sections, &review.template);
    for addition in additions(review) {
        add_where_missing(&mut sections, addition);
    }
    sections
}

/// What is printed in short in a section of the executive summary, where the review has any.
pub(super) fn summary_addition(review: &Review, key: &str) -> Option<&'static str> {
    let (known, any) = match key {
        SUMMARY_QUESTIONS => (SUMMARY_QUESTIONS, !review.questions.is_empty()),
        SUMMARY_LESSONS => (SUMMARY_LESSONS, !review.findings.is_empty()),
        SUMMARY_RECOMMENDATIONS => (SUMMARY_RECOMMENDATIONS, !review.recommendations.is_empty()),
        _ => return None,
    };
    any.then_some(known)
}

/// Those that this review has something for.
fn additions(review: &Review) -> impl Iterator<Item = Addition> {
    let questions = (!review.questions.is_empty()).then_some(TERMS_OF_REFERENCE);
    let findings = (!review.findings.is_empty()).then_some(LESSONS);
    questions.into_iter().chain(findings).chain(ADDITIONS)
}

fn anchors(
    review: &Review,
    printing: &Printing<'_>,
    sections: &[(NumberedSection, Vec<PrintedParagraph>)],
    (extent, printed_rows): (Extent, &[u32]),
) -> Anchors {
    // The summary prints them in short, as lines that nothing leads to.
    let in_full = extent != Extent::Summary;
    let printed = printed_rows.iter();
    let paragraphs = sections.iter().flat_map(|(_, printed)| printed);
    Anchors {
        entries: printed
            .filter_map(|&row| review.entries.get(row as usize))
            .map(|entry| entry.id)
            .filter(|id| printing.cited.contains(id))
            .collect(),
        paragraphs: paragraphs.filter_map(|paragraph| paragraph.id).collect(),
        findings: review
            .findings
            .iter()
            .filter(|_| in_full)
            .map(|one| one.id)
            .collect(),
        recommendations: review
            .recommendations
            .iter()
            .filter(|_| in_full)
            .map(|one| one.id)
            .collect(),
    }
}

/// The appendix, in which cited entries can be led to.
fn chronology(
    review: &Review,
    options: &Options,
    (extent, rows): (Extent, &[u32]),
    anchors: &Anchors,
    matter: &mut Matter,
) -> Value {
    if extent != Extent::Whole {
        return json!({ "years": [], "about": "" });
    }
    if review.entries.len() > PAGES_ENTRY_LIMIT {
        return json!({ "years": [], "about": too_long_to_print(review.entries.len()) });
    }
    let options = options.of_every_entry();
    let mut data = chronology_data::data(review, rows, &options, Detail::Appendix, matter);
    let years = data["years"].as_array_mut().into_iter().flatten();
    let entries = years
        .filter_map(|year| year["entries"].as_array_mut())
        .flatten();
    let labels: HashMap<String, String> = anchors
        .entries
        .iter()
        .map(|id| (id.to_string(), label(Target::Entry(*id))))
        .collect();
    for entry in entries {
        if let Some(label) = entry["number"]
            .as_str()
            .and_then(|number| labels.get(number))
        {
            entry["label"] = json!(label);
        }
    }
    data
}

/// The figure above the chronology: of every entry that stands, printed there or not.
fn timeline(review: &Review, extent: Extent, matter: &mut Matter) -> Value {
    match extent {
        Extent::Whole => timeline_data::data(review, &super::in_print(review), matter),
        _ => Value::Null,
    }
}

/// In place of a chronology beyond [`PAGES_ENTRY_LIMIT`]: a report without its appendix is better than none.
pub(super) fn too_long_to_print(entries: usize) -> String {
    format!(
        "The combined chronology has {entries} entries, and {PAGES_ENTRY_LIMIT} is the most that can be printed here. It \
         goes with this report as an Excel file."
    )
}

fn add_where_missing(sections: &mut Vec<NumberedSection>, addition: Addition) {
    let (key, title, appendix) = addition;
    if sections.iter().any(|section| section.key == key) {
        return;
    }
    let before = sections
        .iter()
        .filter(|section| section.appendix == appendix && !section.summary)
        .count();
    sections.push(NumberedSection {
        key: key.to_owned(),
        number: next_number(before, appendix),
        title: title.to_owned(),
        appendix,
        summary: false,
        paragraphs: Vec::new(),
    });
}

/// 1, 2, … in the body; A, B, … Z, then 27, 28, … among the appendices.
fn next_number(before: usize, appendix: bool) -> String {
    match ('A'..='Z').nth(before) {
        Some(letter) if appendix => letter.to_string(),
        _ => (before + 1).to_string(),
    }
}

/// Dates of the process and of the case, and the times in which the clock stood still; null where there are none.
fn timescales(review: &Review, matter: &mut Matter) -> Value {
    let [dates, pauses] = timescale_rows(review);
    if dates.is_empty() && pauses.is_empty() {
        return Value::Null;
    }
    let dates: Value = dates
        .iter()
        .map(|[name, when]| json!({ "name": matter.line(name), "when": matter.line(when) }))
        .collect();
    let pauses: Value = pauses
        .iter()
        .map(|[when, reason]| json!({ "when": when, "reason": matter.line(reason) }))
        .collect();
    json!({ "dates": dates, "pauses": pauses })
}

/// Each date with when it was; each time in which the clock stood still with the reason.
pub(super) fn timescale_rows(review: &Review) -> [Vec<[String; 2]>; 2] {
    let dates = review.key_dates.iter();
    let pauses = review.pauses.iter();
    [
        dates
            .map(|date| [date.label.clone(), dates::spoken(&date.when)])
            .collect(),
        pauses
            .map(|pause| {
                let from = dates::spoken_date(pause.from);
                let stretch = match pause.until {
                    Some(until) => format!("{from} to {}", dates::spoken_date(until)),
                    None => format!("Since {from}"),
                };
                [stretch, pause.reason.clone()]
            })
            .collect(),
    ]
}
