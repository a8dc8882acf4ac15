//! Basis, enquiry and disclosure from the words agencies use. What says two things at once, or nothing known,
//! is not understood.

use crate::model::{Basis, Disclosure, Enquiry};

use super::headings::plain;

const BASIS: &[(&str, Basis)] = &[
    ("first hand", Basis::FirstHand),
    ("firsthand", Basis::FirstHand),
    ("direct observation", Basis::FirstHand),
    ("directly observed", Basis::FirstHand),
    ("observed", Basis::FirstHand),
    ("witnessed", Basis::FirstHand),
    ("agency record", Basis::FirstHand),
    ("case record", Basis::FirstHand),
    ("fact", Basis::FirstHand),
    ("factual", Basis::FirstHand),
    ("victim", Basis::Victim),
    ("deceased", Basis::Victim),
    ("perpetrator", Basis::Perpetrator),
    ("suspect", Basis::Perpetrator),
    ("offender", Basis::Perpetrator),
    ("third party", Basis::ThirdParty),
    ("3rd party", Basis::ThirdParty),
    ("neighbour", Basis::ThirdParty),
    ("family", Basis::ThirdParty),
    ("friend", Basis::ThirdParty),
    ("relative", Basis::ThirdParty),
    ("hearsay", Basis::ThirdParty),
    ("anonymous", Basis::ThirdParty),
    ("other agency", Basis::ThirdParty),
    ("professional assessment", Basis::Assessment),
    ("assessment", Basis::Assessment),
    ("assessed", Basis::Assessment),
    ("professional judgement", Basis::Assessment),
    ("professional judgment", Basis::Assessment),
    ("diagnosis", Basis::Assessment),
    ("opinion", Basis::Opinion),
    ("impression", Basis::Opinion),
    ("not stated", Basis::NotStated),
    ("basis not stated", Basis::NotStated),
    ("not known", Basis::NotStated),
    ("unknown", Basis::NotStated),
];

const ENQUIRY: &[(&str, Enquiry)] = &[
    ("yes", Enquiry::Asked),
    ("y", Enquiry::Asked),
    ("asked", Enquiry::Asked),
    ("enquired", Enquiry::Asked),
    ("enquiry made", Enquiry::Asked),
    ("routine enquiry made", Enquiry::Asked),
    ("screened", Enquiry::Asked),
    ("no", Enquiry::NotAsked),
    ("n", Enquiry::NotAsked),
    ("not asked", Enquiry::NotAsked),
    ("was not asked", Enquiry::NotAsked),
    ("no enquiry", Enquiry::NotAsked),
    ("no enquiry made", Enquiry::NotAsked),
    ("not enquired", Enquiry::NotAsked),
    ("not screened", Enquiry::NotAsked),
    ("not possible", Enquiry::NotPossible),
    ("not possible to ask", Enquiry::NotPossible),
    ("unable to ask", Enquiry::NotPossible),
    ("could not be asked", Enquiry::NotPossible),
    ("not safe to ask", Enquiry::NotPossible),
    ("unsafe to ask", Enquiry::NotPossible),
    ("not recorded", Enquiry::NotRecorded),
    ("not known", Enquiry::NotRecorded),
    ("unknown", Enquiry::NotRecorded),
];

const DISCLOSURE: &[(&str, Disclosure)] = &[
    ("yes", Disclosure::Disclosed),
    ("y", Disclosure::Disclosed),
    ("disclosed", Disclosure::Disclosed),
    ("disclosure made", Disclosure::Disclosed),
    ("no", Disclosure::NotDisclosed),
    ("n", Disclosure::NotDisclosed),
    ("not disclosed", Disclosure::NotDisclosed),
    ("no disclosure", Disclosure::NotDisclosed),
    ("no disclosure made", Disclosure::NotDisclosed),
    ("nothing disclosed", Disclosure::NotDisclosed),
    ("denied", Disclosure::NotDisclosed),
    ("not recorded", Disclosure::NotRecorded),
    ("not known", Disclosure::NotRecorded),
    ("unknown", Disclosure::NotRecorded),
];

pub(super) fn basis(text: &str) -> Option<Basis> {
    meaning(text, BASIS, &[])
}

pub(super) fn enquiry(text: &str) -> Option<Enquiry> {
    meaning(text, ENQUIRY, &["yes", "y", "no", "n"])
}

pub(super) fn disclosure(text: &str) -> Option<Disclosure> {
    meaning(text, DISCLOSURE, &["yes", "y", "no", "n"])
}

/// The one meaning that a cell has by the phrases in it; longer phrases first, each word used once.
/// A phrase in `leading` counts only where the cell begins with it and a mark follows (“No – …”): “no partner
/// present” does not mean no.
fn meaning<T: Copy + PartialEq>(text: &str, table: &[(&str, T)], leading: &[&str]) -> Option<T> {
    let mut rest = format!(" {} ", plain(text));
    // A slash is no such mark: “n/a”.
    let trimmed = text.trim();
    let end = trimmed
        .find(|character: char| !character.is_alphanumeric() && character != ' ')
        .filter(|end| !trimmed[*end..].starts_with('/'));
    let first = match end {
        Some(end) => plain(&trimmed[..end]),
        None => plain(trimmed),
    };
    let mut found: Option<T> = None;
    let mut phrases: Vec<_> = table.iter().collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    for (phrase, meaning) in phrases {
        if leading.contains(phrase) && first != *phrase {
            continue;
        }
        let phrase = format!(" {phrase} ");
        if let Some(at) = rest.find(&phrase) {
            rest.replace_range(at..at + phrase.len(), "  ");
            if found.is_some_and(|found| found != *meaning) {
                return None;
            }
            found = Some(*meaning);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_meaning() {
        for (text, expected) in [
            ("Yes", Some(Enquiry::Asked)),
            ("Y", Some(Enquiry::Asked)),
            ("Yes – by the midwife", Some(Enquiry::Asked)),
            ("NOT ASKED", Some(Enquiry::NotAsked)),
            (
                "Not possible: partner in the room",
                Some(Enquiry::NotPossible),
            ),
            ("No – not possible to ask", None),
            ("No partner present", None),
            ("n/a", None),
            ("see notes", None),
            ("Not recorded", Some(Enquiry::NotRecorded)),
        ] {
            assert_eq!(enquiry(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Said by the victim", Some(Basis::Victim)),
            ("Third party (neighbour)", Some(Basis::ThirdParty)),
            ("Victim and perpetrator", None),
            ("Professional opinion", Some(Basis::Opinion)),
            ("First-hand record", Some(Basis::FirstHand)),
            ("", None),
        ] {
            assert_eq!(basis(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Disclosed", Some(Disclosure::Disclosed)),
            ("not disclosed", Some(Disclosure::NotDisclosed)),
            ("Denied", Some(Disclosure::NotDisclosed)),
            ("No; later disclosed", None),
        ] {
            assert_eq!(disclosure(text), expected, "{text}");
        }
    }

    #[test]
    fn our_own_words_are_understood() {
        for value in Basis::ALL {
            assert_eq!(basis(value.words()), Some(value));
        }
        for value in Enquiry::ALL {
            assert_eq!(enquiry(value.words()), Some(value));
        }
        for value in Disclosure::ALL {
            assert_eq!(disclosure(value.words()), Some(value));
        }
    }
}
