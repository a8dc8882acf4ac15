//! Injuries: seen or not, left or right, and which bone was broken.

use super::Odds;
use super::cues::{Cue, Mark, Words, is_word};
use super::record::{Reader, Record, Sentence, Subject, words};
use chrono::NaiveDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Injury {
    /// "No injury".
    None,
    /// "No visible injury".
    NoneSeen,
    Seen,
    /// Nothing that an eye must see: a fracture.
    Inner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Injuries {
    said: Vec<Said>,
    sides: Vec<Sided>,
    /// First and last day of the record; bruises come up over days.
    days: Option<(NaiveDate, NaiveDate)>,
}

#[derive(Debug, Clone)]
struct Said {
    injury: Injury,
    subject: Subject,
    words: String,
}

#[derive(Debug, Clone)]
struct Sided {
    part: String,
    /// `None`: both.
    side: Option<Side>,
    subject: Subject,
    words: String,
}

pub(super) fn injuries(reader: &Reader, record: &Record) -> Injuries {
    let when = &record.entry.when;
    let mut found = Injuries {
        days: when
            .earliest
            .zip(when.latest)
            .map(|(first, last)| (first.date, last.date)),
        ..Injuries::default()
    };
    for sentence in &record.sentences {
        none(reader, sentence, &mut found.said);
        seen(reader, sentence, &mut found.said);
        sides(reader, sentence, &mut found.sides);
    }
    found
}

/// "No injuries", "nil visible injury", "injuries: none", "unhurt".
fn none(reader: &Reader, sentence: &Sentence, found: &mut Vec<Said>) {
    let mut keep = |injury: Injury, mark: Mark| {
        found.push(Said {
            injury,
            subject: Subject::near(reader, sentence, mark),
            words: sentence.quote(mark.start, mark.end),
        });
    };
    for mark in sentence.of(Cue::Unharmed) {
        keep(Injury::None, mark);
    }
    for mark in sentence.of(Cue::InjuryNoun) {
        let after = words(&sentence.text[mark.end..]);
        let next = after.first().map_or("", String::as_str);
        let answer = sentence.text[mark.end..]
            .trim_start()
            .strip_prefix([':', '-', '–'])
            .map(|rest| words(rest).into_iter().next().unwrap_or_default());
        if matches!(answer.as_deref(), Some("none" | "nil" | "no")) {
            keep(Injury::None, mark);
            continue;
        }
        let before = words(&sentence.text[..mark.start]);
        let adjectives = before
            .iter()
            .rev()
            .take_while(|word| is_adjective(sentence, word));
        let count = adjectives.clone().count();
        let negator = before
            .len()
            .checked_sub(count + 1)
            .and_then(|at| before.get(at))
            .map_or("", String::as_str);
        let negated =
            matches!(negator, "no" | "nil" | "without") || (negator == "not" && count > 0);
        // "No injury to the hand" may leave others; "no injuries reported" is what somebody did not say.
        let partial = next == "to" || next == "from";
        let only_said = after
            .iter()
            .take(3)
            .any(|word| is_word(Words::OnlySaid, word));
        if negated && !partial && !only_said {
            let visible = before
                .iter()
                .rev()
                .take(count)
                .any(|word| is_word(Words::SeenAdjective, word))
                || matches!(
                    next,
                    "visible" | "seen" | "noted" | "observed" | "apparent" | "evident"
                )
                || after.iter().take(2).any(|word| word == "visible");
            keep(
                if visible {
                    Injury::NoneSeen
                } else {
                    Injury::None
                },
                mark,
            );
        }
    }
}

fn is_adjective(sentence: &Sentence, word: &str) -> bool {
    let is_noun = |mark: Mark| sentence.text[mark.start..mark.end].eq_ignore_ascii_case(word);
    is_word(Words::InjuryAdjective, word) || sentence.of(Cue::InjuryNoun).any(is_noun)
}

fn seen(reader: &Reader, sentence: &Sentence, found: &mut Vec<Said>) {
    for (cue, injury) in [
        (Cue::VisibleInjury, Injury::Seen),
        (Cue::InnerInjury, Injury::Inner),
    ] {
        for mark in sentence.of(cue) {
            let old = sentence
                .of(Cue::OldInjury)
                .any(|old| sentence.distance(old, mark) <= 2);
            let planned = sentence.of(Cue::Planned).any(|plan| plan.end <= mark.start);
            if old || planned || sentence.is_denied(mark) {
                continue;
            }
            found.push(Said {
                injury,
                subject: Subject::near(reader, sentence, mark),
                words: sentence.quote(mark.start, mark.end),
            });
        }
    }
}

/// "Fracture to the left wrist", "pain in both arms": a side and a part of the body beside words for an injury.
fn sides(reader: &Reader, sentence: &Sentence, found: &mut Vec<Sided>) {
    const HURT: [Cue; 4] = [
        Cue::VisibleInjury,
        Cue::InnerInjury,
        Cue::InjuryNoun,
        Cue::Sore,
    ];
    if !sentence.has_any(&HURT) {
        return;
    }
    for part in sentence.of(Cue::BodyPart) {
        let near = sentence
            .of_any(&HURT)
            .any(|hurt| sentence.distance(hurt, part) <= 6 && !sentence.is_denied(hurt));
        let side = side_before(&sentence.text[..part.start]);
        if let (true, Some(side)) = (near, side) {
            found.push(Sided {
                part: sentence.text[part.start..part.end].to_lowercase(),
                side,
                subject: Subject::near(reader, sentence, part),
                words: sentence.quote(part.start, part.end),
            });
        }
    }
}

/// The side named right before a part of the body, with at most one word between; `Some(None)`: both.
fn side_before(text: &str) -> Option<Option<Side>> {
    words(text).iter().rev().take(2).find_map(|word| {
        if is_word(Words::Left, word) {
            Some(Some(Side::Left))
        } else if is_word(Words::Right, word) {
            Some(Some(Side::Right))
        } else {
            is_word(Words::BothSides, word).then_some(None)
        }
    })
}

pub(super) fn compare(a: &Injuries, b: &Injuries) -> Option<Odds> {
    seen_or_not(a, b).or_else(|| left_or_right(a, b))
}

fn seen_or_not(a: &Injuries, b: &Injuries) -> Option<Odds> {
    if days_apart(a, b) > 1 {
        return None;
    }
    for one in &a.said {
        for other in &b.said {
            let Some(why) = at_odds(one.injury, other.injury) else {
                continue;
            };
            // A record that says both of one person speaks of two moments or of two people.
            let mixed = |side: &[Said], injury: Injury, subject: &Subject| {
                side.iter().any(|said| {
                    at_odds(said.injury, injury).is_some() && said.subject.may_be(subject)
                })
            };
            let clear = !mixed(&a.said, one.injury, &one.subject)
                && !mixed(&b.said, other.injury, &other.subject);
            if clear && one.subject.may_be(&other.subject) {
                return Some(Odds::new(&one.words, &other.words, why.to_owned()));
            }
        }
    }
    None
}

fn at_odds(one: Injury, other: Injury) -> Option<&'static str> {
    use Injury::{Inner, None as Unhurt, NoneSeen, Seen};
    match (one, other) {
        (Unhurt, Seen | Inner) | (Seen | Inner, Unhurt) => {
            Some("By one record there was an injury, by the other there was none.")
        }
        (NoneSeen, Seen) | (Seen, NoneSeen) => {
            Some("By one record an injury could be seen, by the other none could.")
        }
        _ => Option::None,
    }
}

fn left_or_right(a: &Injuries, b: &Injuries) -> Option<Odds> {
    let of_part = |side: &Injuries, part: &str| -> Vec<Option<Side>> {
        let same = side.sides.iter().filter(|sided| sided.part == part);
        same.map(|sided| sided.side).collect()
    };
    for one in &a.sides {
        for other in &b.sides {
            let differ = one
                .side
                .zip(other.side)
                .is_some_and(|(side, other)| side != other);
            if one.part == other.part && differ && one.subject.may_be(&other.subject) {
                let only = |side: &Injuries| {
                    let all = of_part(side, &one.part);
                    all.windows(2).all(|pair| pair[0] == pair[1])
                };
                if only(a) && only(b) {
                    let why = format!(
                        "One record has the left {part}, the other the right.",
                        part = one.part
                    );
                    return Some(Odds::new(&one.words, &other.words, why));
                }
            }
        }
    }
    None
}

/// Days between the two records; 0 where that is not known.
fn days_apart(a: &Injuries, b: &Injuries) -> i64 {
    let Some(((first, last), (other_first, other_last))) = a.days.zip(b.days) else {
        return 0;
    };
    (first - other_last)
        .num_days()
        .max((other_first - last).num_days())
        .max(0)
}
