//! Recommendations that do not stand together.
//!
//! **What it finds.** A paragraph outside the section on recommendations that recommends something; and a list in which single-agency, multi-agency and
//! national recommendations are mixed, so that no agency finds its own.
//!
//! **Why.** A recommendation that stands somewhere in the text reaches no action plan. Reports come back because single- and multi-agency recommendations are
//! not found in one place.
//!
//! **What to do.** Enter it under Findings & actions, where it gets its number and its actions, and refer to it in the text; put those of one kind together.

use crate::checks::reading::sayings;
use crate::checks::{At, Case, Mark};
use crate::chronology::WordFinder;
use crate::drafting::{Target, citations};
use crate::model::{Reach, RuleSetting};

/// `sections` may recommend; `words` are how a text does it.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let finder = WordFinder::of([&setting.words]);
    let mut marks = Vec::new();
    for section in case.chosen(&[]) {
        if setting.sections.contains(&section.key) || section.summary {
            continue;
        }
        let mut last = None;
        for saying in sayings(section) {
            let paragraph = saying.paragraph;
            if last == paragraph.id && last.is_some() || finder.in_text(&saying.text).is_empty() {
                continue;
            }
            // A paragraph that cites a recommendation speaks of one in the list.
            let mut cited = citations(&paragraph.text).into_iter();
            if cited.any(|each| matches!(each.target, Target::Recommendation(_))) {
                continue;
            }
            last = paragraph.id;
            marks.push(Mark {
                subject: match paragraph.id {
                    Some(id) => format!("paragraph {id}"),
                    None => format!("{} {}", section.key, paragraph.number),
                },
                what: format!("Something is recommended outside the list: “{}”", shortened(saying.text.trim())),
                instead: "Enter it as a recommendation, and cite that here.".to_owned(),
                at: case.at_paragraph(section, paragraph),
            });
        }
    }
    marks.extend(mixed(case));
    marks
}

/// The first recommendation that stands apart from the others of its kind.
fn mixed(case: &Case<'_>) -> Option<Mark> {
    let mut seen: Vec<Reach> = Vec::new();
    for each in &case.review.recommendations {
        if seen.last() == Some(&each.reach) {
            continue;
        }
        if seen.contains(&each.reach) {
            return Some(Mark {
                subject: "mixed".to_owned(),
                what: format!(
                    "Recommendation {} ({}) stands apart from the others of its kind.",
                    each.position,
                    each.reach.words().to_lowercase()
                ),
                instead: "Move them so that those for one agency, for several and for the nation stand together.".to_owned(),
                at: At::Recommendation(each.id),
            });
        }
        seen.push(each.reach);
    }
    None
}

/// Long sentences to their first words.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..cut])
        }
    }
}
