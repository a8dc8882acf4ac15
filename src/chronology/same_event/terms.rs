//! The telling words of a record: what two records of one event may share beside time and people.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::kinds::{self, NamingPair, Signs};
use super::texts::{Text, stem};
use crate::model::Person;

/// What kind of thing is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sort {
    Word,
    /// A street with its number, or without.
    Place,
    /// An incident or crime number.
    Reference,
}

/// A word, place or number by its fingerprint; the sort is in the lowest two bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(u64);

impl Term {
    fn of(sort: Sort, words: &[&str]) -> Self {
        // FNV-1a: the same in every run, so that proposals are.
        let mut value: u64 = 0xcbf2_9ce4_8422_2325;
        for word in words {
            for byte in word.bytes().chain([b' ']) {
                value = (value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Self((value & !3) | sort as u64)
    }

    pub(super) fn sort(self) -> Sort {
        match self.0 & 3 {
            1 => Sort::Place,
            2 => Sort::Reference,
            _ => Sort::Word,
        }
    }
}

/// Fingerprints are spread already.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// By [`Term`].
pub(super) type ByTerm<V> = HashMap<Term, V, BuildHasherDefault<AsItIs>>;

/// Words that tell nothing: of the language, of the calendar, and of every record.
const COMMON: &str = "the and for with was were has had have not but that this these those they them their there then than her his \
    hers him she its are been being from into onto out off over under about after before during until till again also any all both \
    each few more most other some such only own same too very can will just should would could may might must shall did does doing \
    done don who whom whose which what when where why how here his your you our ours one two three four five six seven eight nine \
    ten first second last next new old no nor yes via per due upon because while since if or as at by in of on to up so \
    january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec \
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow day days week weeks \
    weekly month months year years night evening morning afternoon time times date o clock hrs hours minutes \
    says said say states stated told tell asks asked ask given gave give made make makes make went go goes come came comes get got \
    put see seen saw know known recorded record noted note none nil n/a yes unknown mother father male female man woman \
    partner husband wife child children baby patient client victim suspect caller tenant pupil mr mrs ms miss dr left attended \
    attends attend attendance call called calls rang ring rings telephone telephoned phone informed sent received letter";

/// Words before a number that is a reference.
const BEFORE_REFERENCE: [&str; 16] = [
    "cad",
    "log",
    "ref",
    "reference",
    "incident",
    "crime",
    "no",
    "number",
    "urn",
    "job",
    "report",
    "cr",
    "case",
    "occurrence",
    "nrc",
    "crn",
];

const STREETS: [&str; 30] = [
    "street", "st", "road", "rd", "lane", "avenue", "ave", "close", "court", "drive", "row", "way",
    "place", "crescent", "terrace", "gardens", "grove", "hill", "square", "walk", "mews", "parade",
    "estate", "house", "gate", "green", "park", "rise", "view", "wharf",
];

/// What a record's words come to.
#[derive(Default)]
pub(super) struct Reading {
    pub terms: Vec<Term>,
    pub signs: Signs,
}

/// Reads records for their terms; one for each thread.
pub(super) struct Terms<'a> {
    common: HashSet<&'static str>,
    /// Words of people's names, which count as people.
    names: &'a HashSet<String>,
    pairs: Vec<NamingPair>,
    known: HashMap<String, Known>,
}

/// What a word says wherever it stands.
#[derive(Clone, Copy)]
struct Known {
    term: Option<Term>,
    signs: Signs,
    may_begin_pair: bool,
}

/// Every word of a name or another form of one that begins with a capital letter, in small letters.
pub(super) fn words_of_names(people: &[Person]) -> HashSet<String> {
    people
        .iter()
        .flat_map(|person| std::iter::once(&person.name).chain(&person.aliases))
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map(str::to_ascii_lowercase)
        .collect()
}

impl<'a> Terms<'a> {
    pub(super) fn new(names: &'a HashSet<String>) -> Self {
        Self {
            common: COMMON.split_whitespace().collect(),
            names,
            pairs: kinds::naming_pairs(),
            known: HashMap::new(),
        }
    }

    /// Terms in no order, some perhaps twice.
    pub(super) fn read(&mut self, text: &Text) -> Reading {
        let mut reading = Reading::default();
        let mut at = 0;
        while at < text.len() {
            if let Some(length) = self.place(text, at, &mut reading.terms) {
                at += length;
                continue;
            }
            let word = text.word(at);
            if word.starts_with(|letter: char| letter.is_ascii_digit()) {
                reading.terms.extend(reference(text, at));
            } else {
                let known = self.word(word);
                reading.terms.extend(known.term);
                reading.signs.add(known.signs);
                if known.may_begin_pair {
                    let possessive = usize::from(text.word(at + 1) == "s");
                    let next = text.word(at + 1 + possessive);
                    let named = |pair: &&NamingPair| pair.first == word && pair.second == next;
                    let sectors = self.pairs.iter().filter(named).map(|pair| pair.sector);
                    reading.signs.sectors |= sectors.fold(0, |all, sector| all | sector);
                }
            }
            at += 1;
        }
        reading
    }

    /// The words in `text` that stand for `wanted`, as written, each once.
    pub(super) fn written(
        &mut self,
        text: &Text,
        wanted: impl Fn(Term) -> bool,
    ) -> Vec<(Term, String)> {
        let mut found: Vec<(Term, String)> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let mut here = Vec::new();
            let length = self.place(text, at, &mut here).unwrap_or(1);
            if length == 1 {
                let word = text.word(at);
                let is_number = word.starts_with(|letter: char| letter.is_ascii_digit());
                here.extend(if is_number {
                    reference(text, at)
                } else {
                    self.word(word).term
                });
            }
            for term in here {
                if wanted(term) && found.iter().all(|(known, _)| *known != term) {
                    let from = match term.sort() {
                        Sort::Reference if BEFORE_REFERENCE.contains(&text.before(at, 1)) => at - 1,
                        _ => at,
                    };
                    found.push((term, text.written(from, at + length - 1).to_owned()));
                }
            }
            at += length;
        }
        found
    }

    fn word(&mut self, word: &str) -> Known {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let tells =
            word.chars().count() >= 3 && !self.common.contains(word) && !self.names.contains(word);
        let fresh = Known {
            term: tells.then(|| Term::of(Sort::Word, &[stem(word)])),
            signs: kinds::of_word(word),
            may_begin_pair: self.pairs.iter().any(|pair| pair.first == word),
        };
        self.known.insert(word.to_owned(), fresh);
        fresh
    }

    /// `14 Tallow Lane`, `Tallow Lane`: how many tokens it takes.
    fn place(&self, text: &Text, at: usize, terms: &mut Vec<Term>) -> Option<usize> {
        let word = text.word(at);
        let number =
            (word.len() <= 4 && word.starts_with(|one: char| one.is_ascii_digit())).then_some(word);
        let name_at = at + usize::from(number.is_some());
        let (name, street) = (text.word(name_at), text.word(name_at + 1));
        let is_place = text.is_capital(name_at + 1)
            && text.is_capital(name_at)
            && text.joint(name_at) == Some(' ')
            && STREETS.contains(&street)
            && !self.common.contains(name);
        if !is_place {
            return None;
        }
        terms.push(Term::of(Sort::Place, &[name, street]));
        if let Some(number) = number {
            terms.push(Term::of(Sort::Place, &[number, name, street]));
        }
        Some(2 + usize::from(number.is_some()))
    }
}

/// `CAD 3391`, `log 0417`, `4400219876`; not years, dates and times.
fn reference(text: &Text, at: usize) -> Option<Term> {
    let word = text.word(at);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    if digits < 3 || matches!(text.joint(at), Some(':')) {
        return None;
    }
    let introduced = BEFORE_REFERENCE.contains(&text.before(at, 1));
    let is_year =
        digits == 4 && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let is_compact_date =
        digits == 8 && word.len() == 8 && (word.starts_with("19") || word.starts_with("20"));
    let is_time = digits == 4 && (word.ends_with("hrs") || word.ends_with('h'));
    let long = digits >= 5 || (digits == 4 && word.len() >= 4);
    let counts = introduced || (long && !is_year && !is_compact_date && !is_time);
    counts.then(|| Term::of(Sort::Reference, &[word]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &str, other: &str) -> Vec<String> {
        let names = HashSet::from(["amal".to_owned()]);
        let mut reader = Terms::new(&names);
        let terms = reader.read(&Text::of(one)).terms;
        let found = reader.written(&Text::of(other), |term| terms.contains(&term));
        found.into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn telling_words_places_and_numbers_are_shared() {
        let cases: [(&str, &str, &[&str]); 7] = [
            (
                "Smashed the lamp",
                "A lamp was smashed",
                &["lamp", "smashed"],
            ),
            (
                "Amal called on Monday 3 May 2019",
                "Monday in May 2019, Amal",
                &[],
            ),
            ("At 14 Quarry Road", "seen in Quarry Road", &["Quarry Road"]),
            ("the quarry road was wet", "Quarry Road", &[]),
            (
                "Police log 0417",
                "quotes log 0417 of 2014",
                &["log", "log 0417"],
            ),
            ("CAD 391", "crime 391", &["crime 391"]),
            ("at 20:15, aged 2014", "20:15 in 2014", &[]),
        ];
        for (one, other, expected) in cases {
            assert_eq!(shared(one, other), expected, "{one} | {other}");
        }
    }

    #[test]
    fn sectors_are_known_by_one_word_or_two() {
        let names = HashSet::new();
        let mut terms = Terms::new(&names);
        for (text, sector) in [
            (
                "Copy from the health visitor",
                "maternity_and_health_visiting",
            ),
            ("told children’s services", "childrens_social_care"),
            ("Ambulance referral", "ambulance"),
        ] {
            let signs = terms.read(&Text::of(text)).signs;
            assert_eq!(signs.sectors, kinds::bit_of(sector), "{text}");
            assert!(signs.passes_on, "{text}");
        }
    }
}
