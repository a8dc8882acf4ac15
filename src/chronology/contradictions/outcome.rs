//! What came of it: arrest, charge, hospital, statement, referral.

use super::cues::{Cue, Mark};
use super::record::{Reader, Record, Sentence, Subject};
use super::{Odds, services};

/// A yes or a no about one thing.
#[derive(Debug, Clone)]
struct Said {
    matter: Matter,
    yes: bool,
    subject: Subject,
    words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Matter {
    Arrest,
    Charge,
    Admission,
    SeenInHospital,
    Statement,
}

/// That one service referred to another, or did not. Keys of sectors; "marac" for the conference.
#[derive(Debug, Clone)]
struct Referral {
    from: String,
    to: String,
    made: bool,
    words: String,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Outcomes {
    said: Vec<Said>,
    referrals: Vec<Referral>,
    /// Matters that it says changed later, so that another record may have the earlier or the later state.
    moving: Vec<Matter>,
}

const MATTERS: [(Cue, Matter, bool); 10] = [
    (Cue::Arrested, Matter::Arrest, true),
    (Cue::NotArrested, Matter::Arrest, false),
    (Cue::Charged, Matter::Charge, true),
    (Cue::NotCharged, Matter::Charge, false),
    (Cue::Admitted, Matter::Admission, true),
    (Cue::NotAdmitted, Matter::Admission, false),
    (Cue::Treated, Matter::SeenInHospital, true),
    (Cue::NotWaited, Matter::SeenInHospital, false),
    (Cue::Complaint, Matter::Statement, true),
    (Cue::NoComplaint, Matter::Statement, false),
];

pub(super) fn outcomes(reader: &Reader, record: &Record) -> Outcomes {
    let mut found = Outcomes::default();
    for sentence in &record.sentences {
        for (cue, matter) in [
            (Cue::ArrestLater, Matter::Arrest),
            (Cue::ChargedLater, Matter::Charge),
        ] {
            if sentence.has(cue) {
                found.moving.push(matter);
            }
        }
        for (cue, matter, yes) in MATTERS {
            found.said.extend(
                sentence
                    .of(cue)
                    .filter_map(|mark| said(reader, sentence, mark, matter, yes)),
            );
        }
        referrals(record, sentence, &mut found.referrals);
    }
    found
}

fn said(
    reader: &Reader,
    sentence: &Sentence,
    mark: Mark,
    matter: Matter,
    yes: bool,
) -> Option<Said> {
    let planned = sentence
        .of(Cue::Planned)
        .any(|plan| plan.end <= mark.start && sentence.distance(plan, mark) <= 4);
    let past = sentence
        .of(Cue::RiskEarlier)
        .any(|past| sentence.distance(past, mark) <= 3);
    if planned || past {
        return None;
    }
    Some(Said {
        matter,
        yes: yes && !sentence.is_denied(mark),
        subject: Subject::near(reader, sentence, mark),
        words: sentence.quote(mark.start, mark.end),
    })
}

fn referrals(record: &Record, sentence: &Sentence, found: &mut Vec<Referral>) {
    let mut keep = |from: &str, to: &str, made: bool, start: usize, end: usize| {
        if !from.is_empty() && !to.is_empty() && from != to {
            found.push(Referral {
                from: from.to_owned(),
                to: to.to_owned(),
                made,
                words: sentence.quote(start, end),
            });
        }
    };
    for mark in sentence.of_any(&[Cue::ReferralReceived, Cue::ReferralNotReceived]) {
        for (from, place) in listed_behind(sentence, mark) {
            let made = mark.cue == Cue::ReferralReceived && !sentence.is_denied(mark);
            keep(from, record.sector, made, mark.start, place.end);
        }
    }
    for mark in sentence.of_any(&[Cue::ReferralMade, Cue::ReferralNotMade]) {
        if sentence
            .of(Cue::Planned)
            .any(|plan| plan.start <= mark.start && plan.end + 12 >= mark.start)
        {
            continue;
        }
        let made = mark.cue == Cue::ReferralMade && !sentence.is_denied(mark);
        let from = subject_before(sentence, mark).or_else(|| by_behind(sentence, mark));
        for (to, place) in listed_behind(sentence, mark) {
            keep(
                from.unwrap_or(record.sector),
                to,
                made,
                mark.start,
                place.end,
            );
        }
    }
}

/// Services listed right behind a mark: "referral to IDVA and children's services".
fn listed_behind(sentence: &Sentence, at: Mark) -> Vec<(&'static str, Mark)> {
    let marac = sentence.of(Cue::ServiceMarac).map(|mark| ("marac", mark));
    let mut all: Vec<(&'static str, Mark)> = services::named(sentence)
        .chain(marac)
        .filter(|(_, mark)| mark.start >= at.end)
        .collect();
    all.sort_by_key(|(_, mark)| mark.start);
    let mut from = at.end;
    let mut listed = Vec::new();
    for (sector, mark) in all {
        let joins = sentence.words_between(from, mark.start).iter().all(|word| {
            matches!(
                word.as_str(),
                "to" | "from" | "the" | "and" | "a" | "adult" | "both" | "by" | "local"
            )
        });
        if !joins {
            break;
        }
        listed.push((sector, mark));
        from = mark.end;
    }
    listed
}

/// "Police made no referral": the service that is the subject, right before.
fn subject_before(sentence: &Sentence, at: Mark) -> Option<&'static str> {
    services::named(sentence)
        .filter(|(_, mark)| {
            mark.end <= at.start
                && sentence.words_between(mark.end, at.start).len() <= 2
                && !sentence.text[mark.end..at.start].contains([',', '.'])
        })
        .max_by_key(|(_, mark)| mark.start)
        .map(|(sector, _)| sector)
}

/// "Referral to MARAC by the hospital".
fn by_behind(sentence: &Sentence, at: Mark) -> Option<&'static str> {
    services::named(sentence)
        .filter(|(_, mark)| mark.start >= at.end)
        .find(|(_, mark)| {
            let before = sentence.words_between(at.end, mark.start);
            let led = before.iter().rev().take(2).any(|word| word == "by");
            led && before.len() <= 6
        })
        .map(|(sector, _)| sector)
}

pub(super) fn compare(a: &Outcomes, b: &Outcomes) -> Option<Odds> {
    yes_and_no(a, b).or_else(|| referred_or_not(a, b))
}

fn yes_and_no(a: &Outcomes, b: &Outcomes) -> Option<Odds> {
    for one in &a.said {
        for other in &b.said {
            if one.matter != other.matter
                || one.yes == other.yes
                || !one.subject.may_be(&other.subject)
            {
                continue;
            }
            let both = |side: &Outcomes| {
                let own = side.said.iter().filter(|said| said.matter == one.matter);
                let mut answers = own.map(|said| said.yes);
                let first = answers.next();
                answers.any(|answer| Some(answer) != first)
            };
            let moving = a.moving.contains(&one.matter) || b.moving.contains(&one.matter);
            if !moving && !both(a) && !both(b) {
                let (yes, no) = match one.matter {
                    Matter::Arrest => ("somebody was arrested", "was not"),
                    Matter::Charge => ("somebody was charged or cautioned", "there was no charge"),
                    Matter::Admission => ("somebody was admitted to hospital", "was not"),
                    Matter::SeenInHospital => ("somebody was treated", "was not seen"),
                    Matter::Statement => ("a statement was made", "was not"),
                };
                let why = format!("By one record {yes}, by the other {no}.");
                return Some(Odds::new(&one.words, &other.words, why));
            }
        }
    }
    None
}

fn referred_or_not(a: &Outcomes, b: &Outcomes) -> Option<Odds> {
    for one in &a.referrals {
        for other in &b.referrals {
            let same = one.from == other.from && one.to == other.to;
            if same && one.made != other.made {
                return Some(Odds::new(
                    &one.words,
                    &other.words,
                    "By one record a referral was made, by the other it was not.".to_owned(),
                ));
            }
        }
    }
    None
}
