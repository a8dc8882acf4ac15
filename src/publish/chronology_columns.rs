//! The combined chronology's columns in the spreadsheet and in comma-separated text.

use std::borrow::Cow;

use super::entry_words;
use super::lookup::Lookup;
use crate::dates;
use crate::model::{Entry, Moment};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChronologyColumn {
    Number,
    Wording,
    Understood,
    Earliest,
    Latest,
    Precision,
    Certainty,
    Inferred,
    Warnings,
    Agency,
    Sector,
    Recorded,
    Response,
    Seen,
    Basis,
    Claim,
    Enquiry,
    Disclosure,
    Recorder,
    Document,
    Comment,
    Other,
    Tags,
    SourceFile,
    SourcePlace,
}

impl ChronologyColumn {
    pub(super) const ALL: [Self; 25] = [
        Self::Number,
        Self::Wording,
        Self::Understood,
        Self::Earliest,
        Self::Latest,
        Self::Precision,
        Self::Certainty,
        Self::Inferred,
        Self::Warnings,
        Self::Agency,
        Self::Sector,
        Self::Recorded,
        Self::Response,
        Self::Seen,
        Self::Basis,
        Self::Claim,
        Self::Enquiry,
        Self::Disclosure,
        Self::Recorder,
        Self::Document,
        Self::Comment,
        Self::Other,
        Self::Tags,
        Self::SourceFile,
        Self::SourcePlace,
    ];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Number => "Entry",
            Self::Wording => "When, as written",
            Self::Understood => "When, as understood",
            Self::Earliest => "Earliest",
            Self::Latest => "Latest",
            Self::Precision => "Precision",
            Self::Certainty => "Certainty",
            Self::Inferred => "Assumed",
            Self::Warnings => "To be checked",
            Self::Agency => "Agency",
            Self::Sector => "Sector",
            Self::Recorded => "What was recorded",
            Self::Response => "Response",
            Self::Seen => "Who was seen",
            Self::Basis => "Basis",
            Self::Claim => "How it stands",
            Self::Enquiry => "Asked about abuse",
            Self::Disclosure => "Abuse disclosed",
            Self::Recorder => "Recorded by",
            Self::Document => "Document",
            Self::Comment => "Comment",
            Self::Other => "Other columns of the return",
            Self::Tags => "Tags",
            Self::SourceFile => "Source file",
            Self::SourcePlace => "Place in the file",
        }
    }

    /// In characters of the spreadsheet's standard font.
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Number => 8.0,
            Self::Earliest | Self::Latest | Self::Precision | Self::Certainty => 16.0,
            Self::Wording | Self::Agency | Self::Sector | Self::Basis | Self::SourceFile => 24.0,
            Self::Enquiry | Self::Disclosure | Self::Recorder | Self::Seen | Self::Document => 20.0,
            Self::Understood | Self::SourcePlace | Self::Tags | Self::Claim => 28.0,
            Self::Inferred | Self::Warnings | Self::Comment | Self::Other => 36.0,
            Self::Response => 48.0,
            Self::Recorded => 72.0,
        }
    }

    /// The date in this column, where it is one.
    pub(super) fn moment(self, entry: &Entry) -> Option<Moment> {
        match self {
            Self::Earliest => entry.when.earliest,
            Self::Latest => entry.when.latest,
            _ => None,
        }
    }

    pub(super) fn text<'a>(self, entry: &'a Entry, lookup: &Lookup<'a>) -> Cow<'a, str> {
        let when = &entry.when;
        match self {
            Self::Number => entry.id.to_string().into(),
            Self::Wording => when.wording.as_str().into(),
            Self::Understood => dates::spoken(when).into(),
            Self::Earliest => entry_words::moment(when.earliest).into(),
            Self::Latest => entry_words::moment(when.latest).into(),
            Self::Precision => entry_words::precision(when).into(),
            Self::Certainty => entry_words::certainty(when).into(),
            Self::Inferred => joined(&when.inferred),
            Self::Warnings => joined(&when.warnings),
            Self::Agency => lookup.agency(entry).into(),
            Self::Sector => lookup.sector(entry).into(),
            Self::Recorded => entry.text.as_str().into(),
            Self::Response => entry.response.as_str().into(),
            Self::Seen => entry.seen.as_str().into(),
            Self::Basis => entry.basis.words().into(),
            Self::Claim => lookup.badge(entry).into(),
            Self::Enquiry => entry.enquiry.words().into(),
            Self::Disclosure => entry.disclosure.words().into(),
            Self::Recorder => entry.recorder.as_str().into(),
            Self::Document => entry.document.as_str().into(),
            Self::Comment => entry.comment.as_str().into(),
            Self::Other => other(entry),
            Self::Tags => lookup.tags(entry).join("; ").into(),
            Self::SourceFile => entry.source.file.as_str().into(),
            Self::SourcePlace => entry.source.place.as_str().into(),
        }
    }
}

fn joined(sentences: &[String]) -> Cow<'_, str> {
    match sentences {
        [] => "".into(),
        [one] => one.as_str().into(),
        several => several.join("\n").into(),
    }
}

fn other(entry: &Entry) -> Cow<'_, str> {
    let cells: Vec<String> = entry
        .other
        .iter()
        .map(|(heading, wording)| format!("{heading}: {wording}"))
        .collect();
    cells.join("\n").into()
}
