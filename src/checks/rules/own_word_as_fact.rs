//! Somebody's own word, told as a fact.
//!
//! **What it finds.** A diagnosis told as a fact where the records hold a person's own word for it and no professional's finding is cited; and
//! a sentence that rests on nothing but what the perpetrator said, which another record contradicts, and does not say that he or she said it.
//! What the victim said of the abuse is not marked, nor are records of what the perpetrator said and did.
//!
//! **Why.** In one review a perpetrator's own word that he was bipolar hardened into a fact although a panel member objected again and again.
//! It went on to explain what he did.
//!
//! **What to do.** Say who says so (“he told his GP that …”), cite a professional's finding, or leave it out.

use std::collections::HashSet;

use crate::checks::prose::{Passage, Stretch, StretchKind, once};
use crate::checks::{Case, Mark};
use crate::chronology::{Claim, WordFinder, conditions_in, hardened, in_order, sentences};
use crate::drafting::Target;
use crate::model::{Basis, RuleSetting};

/// Letters of a sentence that are shown.
const SHOWN: usize = 90;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let own_words: HashSet<String> = hardened(case.review, &in_order(case.review))
        .into_iter()
        .map(|one| one.of)
        .collect();
    let says_who = WordFinder::of([&setting.words]);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            if matches!(stretch.kind, StretchKind::Heading | StretchKind::Quotation) {
                continue;
            }
            let mut from = 0;
            for sentence in sentences(&stretch.text) {
                let claims = cited(case, stretch, from, sentence.end);
                from = sentence.end;
                let text = &stretch.text[sentence.clone()];
                if !says_who.in_text(text).is_empty() {
                    continue;
                }
                let diagnosis = conditions_in(text).into_iter().find(|(range, of)| {
                    let range = sentence.start + range.start..sentence.start + range.end;
                    own_words.contains(*of) && !stretch.is_quoted(&range)
                });
                let alone = !claims.is_empty() && claims.iter().all(is_contradicted_own_word);
                let found_by_somebody = claims.iter().any(|claim| !is_own_word(claim));
                match diagnosis {
                    Some((range, of)) if !found_by_somebody => {
                        marks.push(told_as_fact(&passage, &text[range], of));
                    }
                    _ if alone => marks.push(rests_on_it(&passage, text.trim())),
                    _ => {}
                }
            }
        }
    }
    once(marks)
}

/// How the records that a sentence cites stand. A citation at the very end of a sentence stands before the next one's first letter.
fn cited(case: &Case<'_>, stretch: &Stretch, from: usize, until: usize) -> Vec<Claim> {
    let here = stretch.citations.iter().filter(|(at, _)| {
        (from..until).contains(at) || (*at == until && until == stretch.text.len())
    });
    here.filter_map(|(_, citation)| match citation.target {
        Target::Entry(id) => Some(case.claims.of_entry(case.review.entry(id)?)),
        _ => None,
    })
    .collect()
}

fn is_own_word(claim: &Claim) -> bool {
    claim.basis == Basis::Perpetrator && claim.borne_out_by.is_empty()
}

fn is_contradicted_own_word(claim: &Claim) -> bool {
    is_own_word(claim) && !claim.disputed_by.is_empty()
}

fn told_as_fact(passage: &Passage, written: &str, of: &str) -> Mark {
    let what = format!(
        "{} tells “{written}” as a fact; the records hold the person’s own word for {of}.",
        passage.place
    );
    passage.mark(
        written,
        what,
        "Say who said so and to whom, or cite a professional’s finding.",
    )
}

fn rests_on_it(passage: &Passage, sentence: &str) -> Mark {
    // Where a citation was left out.
    let sentence = sentence.replace(" .", ".").replace(" ,", ",").replace(" ;", ";");
    let mut shown: String = sentence.chars().take(SHOWN).collect();
    if shown.len() < sentence.len() {
        shown.push('…');
    }
    let what = format!(
        "{} has “{shown}”, which rests on the perpetrator’s own word alone, and another record contradicts it.",
        passage.place
    );
    passage.mark(&shown, what, "Say who said so and to whom: “he told …”.")
}
