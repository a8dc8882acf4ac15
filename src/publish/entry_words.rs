//! The words in which outputs speak of an entry.

use crate::model::{Certainty, Disclosure, Enquiry, Entry, Moment, Precision, When};

pub(super) fn precision(when: &When) -> &'static str {
    match when.precision {
        Precision::Minute => "Minute",
        Precision::PartOfDay => "Part of a day",
        Precision::Day => "Day",
        Precision::Span => "Several days",
        Precision::Month => "Month",
        Precision::Season => "Season",
        Precision::Quarter => "Quarter",
        Precision::Year => "Year",
        Precision::Decade => "Decade",
        Precision::None => "Not understood",
    }
}

/// Empty where nothing was understood: then there is nothing to be certain of.
pub(super) fn certainty(when: &When) -> &'static str {
    if !when.is_understood() {
        return "";
    }
    match when.certainty {
        Certainty::Exact => "Exact",
        Certainty::Approximate => "Approximate",
        Certainty::Uncertain => "Uncertain",
        Certainty::Inferred => "Inferred",
    }
}

/// `2012-03-13` or `2012-03-13T01:32`; empty where open.
pub(super) fn moment(moment: Option<Moment>) -> String {
    moment.map_or_else(String::new, |moment| moment.to_string())
}

/// What is known of asking and disclosing; nothing where neither was recorded.
pub(super) fn asked_and_disclosed(entry: &Entry) -> Vec<&'static str> {
    let asked = match entry.enquiry {
        Enquiry::NotRecorded => None,
        Enquiry::Asked => Some("Abuse: asked about"),
        Enquiry::NotAsked => Some("Abuse: not asked about"),
        Enquiry::NotPossible => Some("Abuse: not possible to ask"),
    };
    let disclosed = match entry.disclosure {
        Disclosure::NotRecorded => None,
        Disclosure::Disclosed => Some("Abuse: disclosed"),
        Disclosure::NotDisclosed => Some("Abuse: not disclosed"),
    };
    asked.into_iter().chain(disclosed).collect()
}

/// The badge of a claim, which names its basis; the basis alone where there is none.
pub(super) fn basis(entry: &Entry, badge: String) -> String {
    if badge.is_empty() {
        return entry.basis.words().to_owned();
    }
    badge
}

/// File and place in words; “Typed in by hand” where there is no file.
pub(super) fn source(entry: &Entry) -> String {
    let source = &entry.source;
    match (source.file.is_empty(), source.place.is_empty()) {
        (true, true) => "Typed in by hand".to_owned(),
        (true, false) => source.place.clone(),
        (false, true) => source.file.clone(),
        (false, false) => format!("{}, {}", source.file, source.place),
    }
}

/// A field under its name, as printed below the wording; fields without wording are left out.
pub(super) type Note<'a> = (&'a str, &'a str);

/// What the combined chronology of the report shows besides what was recorded.
pub(super) fn main_notes(entry: &Entry) -> Vec<Note<'_>> {
    kept(vec![("Response", &entry.response), ("Seen", &entry.seen)])
}

/// Everything the agency wrote besides what was recorded.
pub(super) fn all_notes(entry: &Entry) -> Vec<Note<'_>> {
    let mut notes: Vec<Note> = vec![
        ("Response", &entry.response),
        ("Seen", &entry.seen),
        ("Comment", &entry.comment),
        ("Recorded by", &entry.recorder),
        ("Document", &entry.document),
    ];
    notes.extend(
        entry
            .other
            .iter()
            .map(|(heading, wording)| (heading.as_str(), wording.as_str())),
    );
    kept(notes)
}

fn kept(mut notes: Vec<Note<'_>>) -> Vec<Note<'_>> {
    notes.retain(|(_, wording)| !wording.trim().is_empty());
    notes
}
