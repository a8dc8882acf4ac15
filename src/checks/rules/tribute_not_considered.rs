//! Nothing of who the person was.
//!
//! **What it finds.** A report that has no tribute, no picture of the person, and no word on whether the family was asked for one.
//!
//! **Why.** A report about a death is first about a life. Reports are praised for a sense of the person and sent back for want of it.
//!
//! **What to do.** Ask the family and friends whether they wish to say who she or he was, and put it first in their own words. If nobody wished to, say
//! so, and say who was asked.

use crate::checks::reading::{all_words, finds, is_empty};
use crate::checks::{At, Case, Mark};
use crate::model::RuleSetting;
use crate::templates::SENSE_OF_PERSON;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let own = case.section(SENSE_OF_PERSON);
    let has_its_own = case.numbered(SENSE_OF_PERSON).is_some_and(|section| !is_empty(section));
    let mut others = case.named(&setting.sections);
    if has_its_own || others.any(|section| finds(&setting.words, &all_words(section))) {
        return Vec::new();
    }
    vec![Mark {
        subject: "tribute".to_owned(),
        what: "The report gives no sense of who the person was, and does not say whether the family was asked for a tribute.".to_owned(),
        instead: "Ask those who loved her or him; where nobody wished to, say so.".to_owned(),
        at: own.map_or_else(|| case.first_of(&setting.sections), |section| At::Section(section.id)),
    }]
}
