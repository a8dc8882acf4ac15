//! A person's own word that later records repeat as a fact.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::denial::is_denied;
use super::names::Names;
use super::wording::{WordFinder, sentence_around};
use crate::model::{AgencyId, Basis, Entry, EntryId, PersonId, Review, Role};

/// What somebody said of himself or herself, and the records that state it without saying who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hardened {
    /// What it is: “epilepsy or seizures”.
    pub of: String,
    /// The first record of the person's own word.
    pub claim: EntryId,
    /// The claim as recorded.
    pub words: String,
    /// Whose word it is, as a basis; `None` where the records do not say, or it is neither the victim's nor the
    /// perpetrator's.
    pub own_word_of: Option<Basis>,
    /// Later records that state it as a fact, in order of time.
    pub later: Vec<Stated>,
    /// Records of professionals that deny it, wherever they stand, in order of time.
    pub ruled_out_by: Vec<Stated>,
    /// A sentence for the chair.
    pub why: String,
}

/// The sentence in which a record speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    pub entry: EntryId,
    pub words: String,
}

#[derive(Deserialize, Default)]
struct Lists {
    own_word: Vec<String>,
    said: Vec<String>,
    unsure: Vec<String>,
    found_by_a_professional: Vec<String>,
    conditions: Vec<Condition>,
}

#[derive(Deserialize)]
struct Condition {
    name: String,
    words: Vec<String>,
}

struct Words {
    /// The conditions' lists in order.
    conditions: WordFinder,
    names: Vec<String>,
    /// In the order of [`OWN_WORD`] and its followers.
    around: WordFinder,
}

const OWN_WORD: usize = 0;
const SAID: usize = 1;
const UNSURE: usize = 2;
const FOUND: usize = 3;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // A test below holds that the file is sound.
    let lists: Lists = toml::from_str(include_str!("hardened.toml")).unwrap_or_default();
    Words {
        conditions: WordFinder::of(lists.conditions.iter().map(|one| &one.words)),
        around: WordFinder::of([
            &lists.own_word,
            &lists.said,
            &lists.unsure,
            &lists.found_by_a_professional,
        ]),
        names: lists.conditions.into_iter().map(|one| one.name).collect(),
    }
});

/// The conditions that a text speaks of, each with its place, by the names that [`Hardened::of`] has.
pub fn conditions_in(text: &str) -> Vec<(std::ops::Range<usize>, &'static str)> {
    let hits = WORDS.conditions.in_text(text).into_iter();
    hits.filter_map(|hit| Some((hit.start..hit.end, WORDS.names.get(hit.list)?.as_str())))
        .collect()
}

/// How a record speaks of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    OwnWord,
    AsFact,
    /// A professional found it.
    Found,
    RuledOut,
}

struct Mention {
    entry: EntryId,
    condition: usize,
    manner: Manner,
    /// `None`: it does not say, or names several.
    person: Option<PersonId>,
    words: String,
}

/// In order of the claims. `order`: as from [`super::in_order`]; withdrawn entries are left out.
///
/// A record rests on a person's own word where its basis says so or its sentence does ("states he has …"); what an agency
/// wrote in its response is its own. Thought possible, asked about or said by others is neither claim nor fact. Where a
/// professional found the condition and none had denied it before, what follows is no hardened claim.
pub fn hardened(review: &Review, order: &[u32]) -> Vec<Hardened> {
    let names = Names::of(&review.people);
    let mut mentions: Vec<Mention> = Vec::new();
    for index in order {
        let entry = review.entries.get(*index as usize);
        if let Some(entry) = entry.filter(|entry| entry.withdrawn.is_none()) {
            mentions_in(review, entry, &names, &mut mentions);
        }
    }
    let mut found: Vec<Hardened> = Vec::new();
    for condition in 0..WORDS.names.len() {
        let of_it: Vec<&Mention> = mentions
            .iter()
            .filter(|mention| mention.condition == condition)
            .collect();
        found.extend(of_condition(review, condition, &of_it));
    }
    let place: HashMap<EntryId, usize> = mentions
        .iter()
        .enumerate()
        .rev()
        .map(|(place, mention)| (mention.entry, place))
        .collect();
    found.sort_by_key(|one| place.get(&one.claim).copied());
    found
}

/// At most one for each person; claims of nobody in particular are one person's.
fn of_condition(review: &Review, condition: usize, mentions: &[&Mention]) -> Vec<Hardened> {
    let mut claims: Vec<(usize, &Mention)> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let known = claims
            .iter()
            .any(|(_, claim)| claim.person == mention.person);
        if mention.manner == Manner::OwnWord && !known {
            claims.push((at, mention));
        }
    }
    claims
        .into_iter()
        .filter_map(|(at, claim)| {
            let of_person = |mention: &&&Mention| {
                mention
                    .person
                    .zip(claim.person)
                    .is_none_or(|(one, other)| one == other)
            };
            let ruled_out_by: Vec<Stated> = mentions
                .iter()
                .filter(of_person)
                .filter(|mention| mention.manner == Manner::RuledOut)
                .map(|mention| mention.stated())
                .collect();
            let mut denied = false;
            let mut later: Vec<Stated> = Vec::new();
            for mention in mentions.iter().skip(at).filter(of_person) {
                match mention.manner {
                    Manner::RuledOut => denied = true,
                    Manner::Found if !denied => break,
                    Manner::AsFact | Manner::Found => later.push(mention.stated()),
                    Manner::OwnWord => {}
                }
            }
            (!later.is_empty()).then(|| Hardened {
                of: WORDS.names.get(condition).cloned().unwrap_or_default(),
                claim: claim.entry,
                words: claim.words.clone(),
                own_word_of: own_word_of(review, claim),
                why: why(review, condition, claim, &later, &ruled_out_by),
                later,
                ruled_out_by,
            })
        })
        .collect()
}

impl Mention {
    fn stated(&self) -> Stated {
        Stated {
            entry: self.entry,
            words: self.words.clone(),
        }
    }
}

fn own_word_of(review: &Review, claim: &Mention) -> Option<Basis> {
    let role = claim.person.and_then(|person| review.person(person))?.role;
    match role {
        Role::Victim => Some(Basis::Victim),
        Role::Perpetrator => Some(Basis::Perpetrator),
        _ => None,
    }
}

fn why(
    review: &Review,
    condition: usize,
    claim: &Mention,
    later: &[Stated],
    ruled_out: &[Stated],
) -> String {
    let agencies: HashSet<AgencyId> = later
        .iter()
        .filter_map(|stated| review.entry(stated.entry))
        .map(|entry| entry.agency)
        .collect();
    let whose = match own_word_of(review, claim) {
        Some(Basis::Victim) => "the victim’s own word",
        Some(Basis::Perpetrator) => "the perpetrator’s own word",
        _ => "a person’s own word",
    };
    let records = match later.len() {
        1 => "1 later record states".to_owned(),
        count => format!("{count} later records state"),
    };
    let of_agencies = match agencies.len() {
        1 => "one agency".to_owned(),
        count => format!("{count} agencies"),
    };
    let denied = match ruled_out.len() {
        0 => String::new(),
        1 => " One professional record denies it.".to_owned(),
        count => format!(" {count} professional records deny it."),
    };
    format!(
        "“{}” is first recorded as {whose}; {records} it as a fact, in {of_agencies}.{denied}",
        WORDS.names.get(condition).map_or("", String::as_str)
    )
}

fn mentions_in(review: &Review, entry: &Entry, names: &Names, found: &mut Vec<Mention>) {
    // For each condition the strongest manner counts once: an agency that adopts the word states it.
    let first = found.len();
    let own_word = matches!(entry.basis, Basis::Victim | Basis::Perpetrator);
    let cells = [(&entry.text, false), (&entry.response, true)]
        .into_iter()
        .chain(entry.other.iter().map(|(_, wording)| (wording, false)));
    for (cell, own_decision) in cells {
        for hit in WORDS.conditions.in_text(cell) {
            let sentence = sentence_around(cell, hit.start);
            let text = &cell[sentence.clone()];
            let (start, end) = (hit.start - sentence.start, hit.end - sentence.start);
            let rests_on_word = own_word && !own_decision;
            let Some(manner) = manner(review, entry, text, start, end, rests_on_word) else {
                continue;
            };
            let mention = Mention {
                entry: entry.id,
                condition: hit.list,
                manner,
                person: person_of(review, entry, text, names),
                words: text.trim().to_owned(),
            };
            let known = found[first..]
                .iter_mut()
                .find(|known| known.condition == hit.list);
            match known {
                Some(known) if weight(manner) > weight(known.manner) => *known = mention,
                Some(_) => {}
                None => found.push(mention),
            }
        }
    }
}

fn weight(manner: Manner) -> u8 {
    match manner {
        Manner::OwnWord => 0,
        Manner::RuledOut => 1,
        Manner::AsFact => 2,
        Manner::Found => 3,
    }
}

const HEALTH: [&str; 4] = [
    "gp",
    "hospital",
    "mental_health",
    "maternity_and_health_visiting",
];

fn manner(
    review: &Review,
    entry: &Entry,
    text: &str,
    start: usize,
    end: usize,
    rests_on_word: bool,
) -> Option<Manner> {
    let health = review
        .agency(entry.agency)
        .is_some_and(|agency| HEALTH.contains(&agency.sector.as_str()));
    let assessed = entry.basis == Basis::Assessment;
    if is_denied(text, start, end) {
        return (health || assessed).then_some(Manner::RuledOut);
    }
    let around = WORDS.around.in_text(text);
    let has = |list: usize| around.iter().any(|hit| hit.list == list);
    let queried = text[..start].ends_with('?') || text[..start].trim_end().ends_with("(?");
    if queried || has(UNSURE) {
        return None;
    }
    let said_before = |list: usize| {
        around
            .iter()
            .any(|hit| hit.list == list && hit.start < start)
    };
    let in_brackets = [
        "(patient",
        "(self",
        "(his own",
        "(her own",
        "(as stated",
        "(per patient",
    ]
    .iter()
    .any(|bracket| text[end..].to_lowercase().contains(bracket));
    if rests_on_word || said_before(OWN_WORD) || in_brackets {
        let others = matches!(entry.basis, Basis::ThirdParty);
        return (!others).then_some(Manner::OwnWord);
    }
    if said_before(SAID) || entry.basis == Basis::ThirdParty {
        return None;
    }
    Some(match has(FOUND) && health && assessed {
        true => Manner::Found,
        false => Manner::AsFact,
    })
}

/// Of whom the sentence speaks: named in it, meant by a word for the role, or by the basis; else the one person concerned
/// whom the entry names.
fn person_of(review: &Review, entry: &Entry, sentence: &str, names: &Names) -> Option<PersonId> {
    let concerned = |role: Role| {
        let mut all = review.people.iter().filter(|person| person.role == role);
        let first = all.next().map(|person| person.id);
        first.filter(|_| all.next().is_none())
    };
    let one_in = |texts: &[&str]| {
        let mut found = Vec::new();
        for text in texts {
            names.in_text(text, &mut found);
        }
        let mut people: Vec<PersonId> = found
            .iter()
            .map(|name| name.person)
            .filter(|id| {
                review
                    .person(*id)
                    .is_some_and(|person| !matches!(person.role, Role::Professional))
            })
            .collect();
        people.sort_unstable();
        people.dedup();
        people.first().copied().filter(|_| people.len() == 1)
    };
    let lower = sentence.to_lowercase();
    one_in(&[sentence])
        .or_else(|| match entry.basis {
            Basis::Victim => concerned(Role::Victim),
            Basis::Perpetrator => concerned(Role::Perpetrator),
            _ if lower.contains("perpetrator") || lower.contains("suspect ") => {
                concerned(Role::Perpetrator)
            }
            _ if lower.contains("victim") => concerned(Role::Victim),
            _ => None,
        })
        .or_else(|| one_in(&[&entry.seen, &entry.text]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sound() {
        let lists: Lists = toml::from_str(include_str!("hardened.toml")).expect("the lists");
        let around = [
            &lists.own_word,
            &lists.said,
            &lists.unsure,
            &lists.found_by_a_professional,
        ];
        let all = around
            .into_iter()
            .chain(lists.conditions.iter().map(|one| &one.words));
        for words in all {
            assert!(!words.is_empty());
            for word in words {
                assert_eq!(word.to_lowercase(), *word);
                assert!(!word.trim_end_matches('*').trim().is_empty());
            }
        }
    }
}
