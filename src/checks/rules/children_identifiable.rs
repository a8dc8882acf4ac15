//! A child who could be known again.
//!
//! **What it finds.** The exact age of a child in a sentence that also tells whether it is a girl or a boy; the month of a child's birth.
//!
//! **Why.** The children live on, often in the same town, and go to school there. The quality-assurance panel asks for children's sex and
//! ages to be taken out. “Her son, aged six” and a year are enough for a classmate's parent.
//!
//! **What to do.** Write “one of her children”, “the older child”, “of primary school age”.

use crate::checks::called::{names_in_draft, people_in};
use crate::checks::prose::once;
use crate::checks::written_ages::ages_in;
use crate::checks::written_dates::dates_in;
use crate::checks::{Case, Mark};
use crate::chronology::WordFinder;
use crate::model::{Role, RuleSetting};

const OF_AGE: u32 = 18;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let sexed = WordFinder::of([&setting.words]);
    let names = names_in_draft(case.review);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            for age in ages_in(&stretch.text) {
                let sentence = &stretch.text[stretch.sentence(age.range.start)];
                let Some(word) = sexed.in_text(sentence).first().copied() else {
                    continue;
                };
                if age.years < OF_AGE {
                    let written = &stretch.text[age.range.clone()];
                    let what = format!(
                        "{} tells a child’s exact age, “{written}”, and by “{}” the sex.",
                        passage.place,
                        &sentence[word.start..word.end]
                    );
                    let instead = "Leave one of the two out: “of primary school age”, or “one of the children”.";
                    marks.push(passage.mark(written, what, instead));
                }
            }
            for date in dates_in(&stretch.text) {
                let range = stretch.sentence(date.range.start);
                let before = stretch.text[range.start..date.range.start].to_lowercase();
                let last: Vec<&str> = before.split_whitespace().rev().take(3).collect();
                if date.month.is_none() || !last.contains(&"born") {
                    continue;
                }
                let sentence = &stretch.text[range];
                let child = people_in(&names, sentence).iter().any(|found| {
                    let person = case.review.person(found.person);
                    person.is_some_and(|person| person.role == Role::Child)
                }) || !sexed.in_text(sentence).is_empty();
                if child {
                    let written = &stretch.text[date.range.clone()];
                    let what =
                        format!("{} tells when a child was born: “{written}”.", passage.place);
                    marks.push(passage.mark(
                        written,
                        what,
                        "Leave it out, or say only what it meant for the mother.",
                    ));
                }
            }
        }
    }
    once(marks)
}
