//! One name, spelled in two ways.
//!
//! **What it finds.** A name in the report that differs by one letter, or by an accent, from that of somebody in the register, of an agency or
//! of a panel member; and two names that nobody knows and that differ so from one another.
//!
//! **Why.** A pseudonym that is misspelled once looks like another person, or like the real name that slipped through.
//!
//! **What to do.** Write it in one way, or enter the second person.

use std::collections::{BTreeMap, HashSet};

use crate::checks::prose::{Passage, once};
use crate::checks::{Case, Mark};
use crate::drafting::spelling::{Known, unknown_in};
use crate::model::{Review, RuleSetting};

/// Shorter names that differ by a letter are other names: Joan and John.
const LONG_ENOUGH: usize = 5;
/// Two names that nobody knows must be longer to be one.
const LONG_ENOUGH_UNKNOWN: usize = 6;

/// Where a name stands first, and how often it stands.
struct Seen {
    passage: usize,
    times: usize,
}

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let passages = case.passages();
    let known = known_names(case.review);
    let seen = seen(&passages);
    let nobody = Known::default();
    let is_word = |name: &str| unknown_in(&name.to_lowercase(), &nobody).is_empty();
    let unknown: Vec<(&String, &Seen)> = seen
        .iter()
        .filter(|(name, _)| !known.contains(*name) && !is_word(name))
        .collect();
    let mut marks: Vec<(usize, Mark)> = Vec::new();
    for (at, (name, one)) in unknown.iter().enumerate() {
        let of_known = known.iter().find(|other| is_like(name, other, LONG_ENOUGH));
        let of_unknown = || {
            let others = unknown.iter().enumerate().filter(|(other, _)| *other != at);
            others
                .filter(|(_, (other, _))| is_like(name, other, LONG_ENOUGH_UNKNOWN))
                // The rarer is the misspelled one; of two as rare, the later.
                .find(|(_, (_, two))| {
                    (two.times, one.passage) > (one.times, two.passage)
                })
                .map(|(_, (other, _))| *other)
        };
        let Some(other) = of_known.or_else(of_unknown) else {
            continue;
        };
        let passage = &passages[one.passage];
        let what = format!(
            "{} has “{name}”; elsewhere it is “{other}”.",
            passage.place
        );
        let instead = format!("Write “{other}”, if it is the same name.");
        let mut mark = passage.mark(name, what, instead);
        mark.subject = format!("{name} and {other}");
        marks.push((one.passage, mark));
    }
    marks.sort_by_key(|(at, _)| *at);
    once(marks.into_iter().map(|(_, mark)| mark).collect())
}

fn known_names(review: &Review) -> HashSet<String> {
    let people = review
        .people
        .iter()
        .flat_map(|person| [&person.pseudonym, &person.name].into_iter().chain(&person.aliases));
    let agencies = review.agencies.iter().map(|agency| &agency.name);
    let members = review.members.iter().map(|member| &member.name);
    let details = [&review.details.partnership, &review.details.chair];
    people
        .chain(agencies)
        .chain(members)
        .chain(details)
        .flat_map(|name| words(name))
        .collect()
}

fn seen(passages: &[Passage]) -> BTreeMap<String, Seen> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for (at, passage) in passages.iter().enumerate() {
        for stretch in &passage.stretches {
            for name in words(&stretch.text) {
                let one = seen.entry(name).or_insert(Seen {
                    passage: at,
                    times: 0,
                });
                one.times += 1;
            }
        }
    }
    seen
}

/// Words with a capital and small letters after it, without what makes them possessive.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !(letter.is_alphabetic() || matches!(letter, '’' | '\'')))
        .map(|word| {
            let word = word.trim_matches(['’', '\'']);
            word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
        })
        .filter(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.clone().count() >= 2
                && letters.all(|letter| !letter.is_uppercase())
        })
        .map(str::to_owned)
}

/// Whether two names, not the same, may be one: apart by an accent, or by one letter that is not a last “s”.
fn is_like(one: &str, other: &str, long_enough: usize) -> bool {
    if one == other {
        return false;
    }
    let (a, b) = (without_accents(one), without_accents(other));
    if a == b {
        return true;
    }
    let (shorter, longer) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let plural = longer.len() == shorter.len() + 1
        && longer.starts_with(shorter.as_slice())
        && longer.last() == Some(&'s');
    shorter.len() >= long_enough && a.first() == b.first() && !plural && one_apart(shorter, longer)
}

fn without_accents(word: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    word.nfd()
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

/// One letter more, one other letter, or two that changed places.
fn one_apart(shorter: &[char], longer: &[char]) -> bool {
    let same = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
    let (a, b) = (&shorter[same..], &longer[same..]);
    match longer.len() - shorter.len() {
        1 => a == &b[1..],
        0 => match (a, b) {
            ([one, other, rest @ ..], [two, three, rest_too @ ..])
                if one == three && other == two && rest == rest_too =>
            {
                true
            }
            ([_, rest @ ..], [_, rest_too @ ..]) => rest == rest_too,
            _ => false,
        },
        _ => false,
    }
}
