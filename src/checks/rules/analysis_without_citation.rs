//! Analysis that rests on no record.
//!
//! **What it finds.** Longer paragraphs of the analysis that cite no entry, finding or other paragraph. Where a section has many of them, they are told
//! together.
//!
//! **Why.** A reader, an agency and a coroner must be able to see what a judgement rests on.
//!
//! **What to do.** Cite the entries it rests on; a paragraph that only leads over to the next may stand.

use crate::checks::reading::words_in;
use crate::checks::{Case, Mark};
use crate::drafting::{Numbered, NumberedSection, citations};
use crate::model::RuleSetting;

/// As many in one section are told one by one.
const EACH: usize = 8;
/// Where the template does not say how many words make a longer paragraph.
const WORDS: f64 = 60.0;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let longer = setting.number.unwrap_or(WORDS) as usize;
    let mut marks = Vec::new();
    for section in case.named(&setting.sections) {
        let without: Vec<&Numbered> = section
            .paragraphs
            .iter()
            .filter(|each| each.heading == 0 && citations(&each.text).is_empty())
            .filter(|each| words_in(each).split_whitespace().count() >= longer)
            .collect();
        if without.len() > EACH {
            marks.extend(together(case, section, &without));
            continue;
        }
        marks.extend(without.iter().map(|paragraph| Mark {
            subject: match paragraph.id {
                Some(id) => format!("paragraph {id}"),
                None => format!("{} {}", section.key, paragraph.number),
            },
            what: "This paragraph of the analysis cites no record.".to_owned(),
            instead: "Cite the entries it rests on.".to_owned(),
            at: case.at_paragraph(section, paragraph),
        }));
    }
    marks
}

fn together(case: &Case<'_>, section: &NumberedSection, without: &[&Numbered]) -> Option<Mark> {
    let first = without.first()?;
    let numbers: Vec<&str> = without.iter().map(|each| each.number.as_str()).collect();
    Some(Mark {
        subject: format!("{}: many", section.key),
        what: format!(
            "{} longer paragraphs of section {} cite no record: {}.",
            without.len(),
            section.number,
            numbers.join(", ")
        ),
        instead: "Cite the entries they rest on.".to_owned(),
        at: case.at_paragraph(section, first),
    })
}
