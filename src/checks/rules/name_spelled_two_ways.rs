//! One name, spelled in two ways.
//!
//! **What it finds.** A name in the report that differs by one letter, or by an accent, from that of somebody in the register, of an agency or
//! of a panel member; and two names that nobody knows and that differ so from one another.
//!
//! **Why.** A pseudonym that is misspelled once looks like another person, or like the real name that slipped through.
//!
//! **What to do.** Write it in one way, or enter the second person.

use std::collections::{BTreeMap, HashMap, HashSet};

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

/// A name, and its letters in small without accents.
struct Name {
    word: String,
    folded: Vec<char>,
}

/// Names by the letter they begin with.
type ByLetter<T> = HashMap<char, Vec<T>>;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let passages = case.passages();
    let known = known_names(case.review);
    let nobody = Known::default();
    let is_word = |name: &str| unknown_in(&name.to_lowercase(), &nobody).is_empty();
    let unknown = by_letter(
        seen(&passages)
            .into_iter()
            .filter(|(name, _)| !known.contains(name) && !is_word(name))
            .map(|(name, seen)| (Name::of(name), seen)),
        |(name, _)| name,
    );
    let known = by_letter(known.into_iter().map(Name::of), |name| name);
    let mut marks: Vec<(usize, Mark)> = Vec::new();
    for (letter, names) in &unknown {
        let known = known.get(letter).map_or(&[][..], Vec::as_slice);
        for (name, seen) in names {
            if let Some(other) = other_spelling(name, seen, known, names) {
                marks.push((seen.passage, mark(&passages[seen.passage], name, other)));
            }
        }
    }
    marks.sort_by(|(one, a), (two, b)| (one, &a.subject).cmp(&(two, &b.subject)));
    once(marks.into_iter().map(|(_, mark)| mark).collect())
}

fn mark(passage: &Passage, name: &Name, other: &Name) -> Mark {
    let (name, other) = (&name.word, &other.word);
    let what = format!(
        "{} has “{name}”; elsewhere it is “{other}”.",
        passage.place
    );
    let instead = format!("Write “{other}”, if it is the same name.");
    Mark {
        subject: format!("{name} and {other}"),
        ..passage.mark(name, what, instead)
    }
}

/// Of somebody known, else of a name that nobody knows and that stands more often, or as often and earlier.
fn other_spelling<'a>(
    name: &Name,
    seen: &Seen,
    known: &'a [Name],
    unknown: &'a [(Name, Seen)],
) -> Option<&'a Name> {
    let known = known.iter().find(|other| name.is_like(other, LONG_ENOUGH));
    known.or_else(|| {
        let mut others = unknown.iter().filter(|(_, other)| {
            (other.times, seen.passage) > (seen.times, other.passage)
        });
        others
            .find(|(other, _)| name.is_like(other, LONG_ENOUGH_UNKNOWN))
            .map(|(other, _)| other)
    })
}

/// In an order that is the same each time.
fn by_letter<T>(all: impl Iterator<Item = T>, name: impl Fn(&T) -> &Name) -> ByLetter<T> {
    let mut by_letter: ByLetter<T> = HashMap::new();
    for one in all {
        if let Some(&letter) = name(&one).folded.first() {
            by_letter.entry(letter).or_default().push(one);
        }
    }
    for names in by_letter.values_mut() {
        names.sort_by(|a, b| name(a).word.cmp(&name(b).word));
    }
    by_letter
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

impl Name {
    fn of(word: String) -> Self {
        Self {
            folded: without_accents(&word),
            word,
        }
    }

    /// Whether two names, not the same, may be one: apart by an accent, or by one letter that is neither the first nor a last “s”.
    fn is_like(&self, other: &Self, long_enough: usize) -> bool {
        let (shorter, longer) = match self.folded.len() <= other.folded.len() {
            true => (&self.folded, &other.folded),
            false => (&other.folded, &self.folded),
        };
        if shorter.len() < long_enough || longer.len() > shorter.len() + 1 {
            return self.word != other.word && self.folded == other.folded;
        }
        let plural = longer.len() > shorter.len()
            && longer.starts_with(shorter)
            && longer.last() == Some(&'s');
        self.word != other.word && !plural && (shorter == longer || one_apart(shorter, longer))
    }
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
