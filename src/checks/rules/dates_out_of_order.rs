//! A story that goes back in time.
//!
//! **What it finds.** In the sections that tell the story in order of time: a paragraph that begins with an earlier date than the paragraph
//! before it. A heading begins a new story.
//!
//! **Why.** A reader who is led back without a word takes the later event for the earlier one.
//!
//! **What to do.** Move the paragraph, or say that it goes back (“Two years before …”).

use chrono::NaiveDate;

use crate::checks::prose::{Passage, StretchKind, once};
use crate::checks::written_dates::dates_in;
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

/// A date that stands further on is not what a paragraph begins with.
const BEGINNING: usize = 30;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before: Option<(NaiveDate, String)> = None;
    let mut section = String::new();
    for passage in case.passages() {
        if !setting.sections.contains(&passage.section) {
            continue;
        }
        let heading = passage.stretches.iter().any(|one| one.kind == StretchKind::Heading);
        if heading || passage.section != section {
            section.clone_from(&passage.section);
            before = None;
        }
        let Some((from, until, written)) = begins_with(&passage) else {
            continue;
        };
        if let Some((earlier, other)) = &before
            && until < *earlier
        {
            let what = format!(
                "{} begins with “{written}”, after a paragraph that began with “{other}”.",
                passage.place
            );
            marks.push(passage.mark(&written, what, "Move it, or say that it goes back."));
        }
        before = Some((from, written));
    }
    once(marks)
}

fn begins_with(passage: &Passage) -> Option<(NaiveDate, NaiveDate, String)> {
    let stretch = passage.stretches.first()?;
    let date = dates_in(&stretch.text).into_iter().next()?;
    if stretch.is_quoted(&date.range) || date.range.start > BEGINNING {
        return None;
    }
    let (from, until) = date.span()?;
    Some((from, until, stretch.text[date.range].to_owned()))
}
