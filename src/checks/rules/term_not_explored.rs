//! A kind of abuse that is named and never explored.
//!
//! **What it finds.** Terms of the template's list that the report names, in its terms of reference or elsewhere, and of which neither the
//! analysis nor a finding says a word.
//!
//! **Why.** The quality-assurance panel sends back reports in which coercive control or economic abuse is named but not explored: what was
//! looked for, and not answered, looks as though it had not happened.
//!
//! **What to do.** Say in the analysis what was found of it, agency by agency; where nothing was found, say that it was looked for.

use crate::checks::{At, Case, Mark};
use crate::chronology::WordFinder;
use crate::model::RuleSetting;

/// The appendix that asks, and does not answer.
const FULL_TERMS: &str = "full_terms_of_reference";

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let written = |key: &String| {
        let section = case.numbered(key);
        section.is_some_and(|section| section.paragraphs.iter().any(|one| one.heading == 0))
    };
    // Before anything is written there is nothing to miss.
    if !setting.sections.iter().any(written) {
        return Vec::new();
    }
    let finder = WordFinder::of(setting.wordings.iter().map(|one| &one.words));
    let mut explored = vec![false; setting.wordings.len()];
    let mut named = vec![None; setting.wordings.len()];
    let passages = case.passages();
    for (at, passage) in passages.iter().enumerate() {
        // A glossary explains words; it names nothing that was looked for.
        let appendix = case.numbered(&passage.section).is_some_and(|one| one.appendix);
        if appendix && passage.section != FULL_TERMS {
            continue;
        }
        let here = setting.sections.contains(&passage.section)
            || matches!(passage.at, At::Finding(_));
        for stretch in &passage.stretches {
            for hit in finder.in_text(&stretch.text) {
                if here {
                    explored[hit.list] = true;
                } else if named[hit.list].is_none() {
                    named[hit.list] = Some((at, stretch.text[hit.start..hit.end].to_owned()));
                }
            }
        }
    }
    let open = named.into_iter().zip(explored).zip(&setting.wordings);
    let mut marks: Vec<(usize, Mark)> = open
        .filter_map(|((named, explored), wording)| {
            let (at, written) = named.filter(|_| !explored)?;
            let passage = &passages[at];
            let what = format!(
                "{} names “{written}”, and neither the analysis nor a finding speaks of it.",
                passage.place
            );
            let mut mark = passage.mark(&written, what, wording.instead.clone());
            mark.subject = format!("term {}", wording.words.first()?);
            Some((at, mark))
        })
        .collect();
    marks.sort_by_key(|(at, _)| *at);
    marks.into_iter().map(|(_, mark)| mark).collect()
}
