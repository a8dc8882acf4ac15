//! Terms of reference that stand late or name too little.
//!
//! **What it finds.** Terms of reference that stand in the report after the methodology; and terms that do not name coercive control, economic
//! abuse and whatever else the template asks for. Suicide must be named where the report speaks of a death by suicide. The section, the
//! appendix with the full terms and the questions entered under Findings & actions count together.
//!
//! **Why.** What nobody set out to look for is rarely found. Reports come back because the terms are late, or name neither suicide nor coercive
//! control.
//!
//! **What to do.** Name it in the terms, or say there why it was left out.

use crate::checks::reading::{all_words, finds};
use crate::checks::{Case, Mark};
use crate::model::{RuleSetting, Wording};
use crate::templates::{METHODOLOGY, TERMS_OF_REFERENCE};

/// `sections` hold the terms, `words` tell a death by suicide, each of `wordings` is something that the terms must name: `instead` is what it is
/// called, and where its `why` is “suicide” it must be named only after such a death.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let mut marks: Vec<Mark> = late(case).into_iter().collect();
    let mut terms: Vec<String> = case.named(&setting.sections).map(all_words).collect();
    terms.extend(case.review.questions.iter().map(|question| question.text.clone()));
    let terms = terms.join(" ");
    if terms.trim().is_empty() {
        return marks;
    }
    let is_asked = |wording: &Wording| wording.why != "suicide" || is_suicide(case, setting);
    let missing = setting.wordings.iter();
    let missing = missing.filter(|wording| is_asked(wording) && !finds(&wording.words, &terms));
    marks.extend(missing.map(|wording| Mark {
        subject: wording.instead.clone(),
        what: format!("The terms of reference do not name {}.", wording.instead),
        instead: "Name it in the terms, or say why it was not looked for.".to_owned(),
        at: case.at(TERMS_OF_REFERENCE),
    }));
    marks
}

fn late(case: &Case<'_>) -> Option<Mark> {
    let place = |key| case.sections.iter().position(|section| section.key == key);
    let (terms, methodology) = (place(TERMS_OF_REFERENCE)?, place(METHODOLOGY)?);
    (terms > methodology).then(|| Mark {
        subject: "late".to_owned(),
        what: "The terms of reference stand after the methodology.".to_owned(),
        instead: "A reader needs the questions before the answers. The order of the sections is that of the review’s template.".to_owned(),
        at: case.at(TERMS_OF_REFERENCE),
    })
}

/// Whether the report tells of a death by suicide.
fn is_suicide(case: &Case<'_>, setting: &RuleSetting) -> bool {
    let mut body = case
        .chosen(&[])
        .filter(|section| !setting.sections.contains(&section.key));
    body.any(|section| finds(&setting.words, &all_words(section)))
}
