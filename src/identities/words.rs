//! Words that are no names, and words that are both.

use crate::drafting::spelling;

/// Where nothing better is known.
pub(super) const WITHHELD: &str = "[name withheld]";

/// Before a name, in small letters, without their full stop.
pub(super) const TITLES: [&str; 40] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "master",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "lady",
    "lord",
    "rev",
    "reverend",
    "father",
    "fr",
    "cllr",
    "councillor",
    "pc",
    "dc",
    "ds",
    "di",
    "dci",
    "dsu",
    "ps",
    "pcso",
    "sgt",
    "sergeant",
    "inspector",
    "constable",
    "nurse",
    "sister",
    "midwife",
    "imam",
    "pastor",
    "judge",
    "hhj",
    "aunt",
    "uncle",
];

/// In names, but no part of a name that would be known by itself.
const PARTICLES: [&str; 26] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "la",
    "le", "el", "al", "bin", "ibn", "binti", "the", "and", "of", "jr", "snr", "née",
];

/// By which somebody is described rather than named.
const DESCRIPTIONS: [&str; 52] = [
    "aunt",
    "adult",
    "advisor",
    "advocate",
    "baby",
    "boss",
    "boyfriend",
    "brother",
    "carer",
    "child",
    "colleague",
    "consultant",
    "cousin",
    "daughter",
    "doctor",
    "employer",
    "ex",
    "father",
    "friend",
    "girlfriend",
    "gp",
    "grandchild",
    "granddaughter",
    "grandfather",
    "grandmother",
    "grandson",
    "husband",
    "manager",
    "midwife",
    "mother",
    "neighbour",
    "nephew",
    "niece",
    "nurse",
    "officer",
    "partner",
    "perpetrator",
    "psychiatrist",
    "psychologist",
    "relative",
    "sibling",
    "sister",
    "son",
    "stepfather",
    "stepmother",
    "stepson",
    "teacher",
    "uncle",
    "victim",
    "visitor",
    "wife",
    "worker",
];

/// Capitals that stand for something else in nearly every record.
const ACRONYMS: [&str; 66] = [
    "AE", "AP", "BP", "CA", "CE", "CC", "CJ", "CP", "CPN", "CPS", "CS", "CSC", "CT", "CV", "DA",
    "DC", "DHR", "DI", "DNA", "DS", "DV", "EA", "ED", "ER", "EU", "FA", "FM", "GB", "GP", "HR",
    "HV", "ID", "IDVA", "IMR", "IT", "IV", "LA", "MASH", "MH", "MHA", "MP", "NFA", "NI", "NO",
    "OK", "OP", "OT", "PA", "PC", "PE", "PO", "PP", "PS", "RA", "SC", "SW", "TA", "TAC", "TV",
    "UK", "UN", "US", "VA", "VC", "AM", "PM",
];

pub(super) const MONTHS_TOO: [&str; 4] = ["april", "august", "june", "may"];

pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(&folded.trim_end_matches('.'))
}

pub(super) fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

pub(super) fn is_acronym(capitals: &str) -> bool {
    ACRONYMS.contains(&capitals)
}

/// Whether a word in small letters means something beside being a name: a month, a flower, a verb.
pub(super) fn is_ordinary(folded: &str) -> bool {
    MONTHS_TOO.contains(&folded) || spelling::is_ordinary_word(folded)
}

/// “maternal aunt”, “Health visitor”, “Child A”: who somebody is, not what they are called.
pub(super) fn is_description(name: &str) -> bool {
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphabetic() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let small = |word: &str| word.to_lowercase();
    let ordinary =
        |word: &&str| word.chars().count() == 1 || is_ordinary(&small(word)) || is_acronym(word);
    let described = words
        .iter()
        .any(|word| DESCRIPTIONS.contains(&small(word).as_str()));
    let all_small = words
        .iter()
        .all(|word| word.starts_with(char::is_lowercase));
    words.iter().all(ordinary) && (described || all_small && words.len() > 1)
}

pub(super) fn begins_capital(word: &str) -> bool {
    word.chars()
        .find(|letter| letter.is_alphabetic())
        .is_some_and(char::is_uppercase)
}
