//! Risk levels and scores that differ.

use super::Odds;
use super::cues::{Cue, Mark, Words, is_word};
use super::record::{Record, Sentence, words};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Standard,
    Medium,
    High,
}

impl Level {
    fn words(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Risks {
    levels: Vec<(Level, String)>,
    /// Ticks on a risk checklist.
    scores: Vec<(u32, String)>,
    /// It speaks of a change from one level to another, so that the other record may have the earlier one.
    changed: bool,
}

const LEVELS: [(Cue, Level); 3] = [
    (Cue::RiskStandard, Level::Standard),
    (Cue::RiskMedium, Level::Medium),
    (Cue::RiskHigh, Level::High),
];

pub(super) fn risks(record: &Record) -> Risks {
    let mut risks = Risks::default();
    for sentence in &record.sentences {
        if sentence.has(Cue::RiskOtherKind) || sentence.has(Cue::RiskEarlier) && !sentence.heading {
            continue;
        }
        for (cue, level) in LEVELS {
            for mark in sentence.of(cue) {
                if is_of_risk(sentence, mark) && !sentence.is_denied(mark) {
                    risks
                        .levels
                        .push((level, sentence.quote(mark.start, mark.end)));
                    risks.changed |= sentence.has(Cue::RiskChanged);
                }
            }
        }
        risks.scores.extend(score(sentence));
    }
    risks
}

/// Whether "high" is a level of risk here: beside the word risk, or led to it by words that only lead.
fn is_of_risk(sentence: &Sentence, level: Mark) -> bool {
    let after = words(&sentence.text[level.end..]);
    let next = after.first().map_or("", String::as_str);
    if next == "risk" {
        let behind = after.get(1).map_or("", String::as_str);
        return !is_word(Words::RiskFollowedBy, behind) && !matches!(behind, "of" | "to" | "for");
    }
    if is_word(Words::RiskFollowedBy, next) {
        return false;
    }
    sentence
        .of_any(&[Cue::RiskWord, Cue::RiskForm])
        .filter(|word| word.end <= level.start)
        .any(|word| {
            let between = sentence.words_between(word.end, level.start);
            let led = !between.is_empty() || word.cue == Cue::RiskWord;
            led && between.len() <= 6
                && between
                    .iter()
                    .all(|step| leads(sentence, word.end, level.start, step))
        })
}

/// Whether a word between "risk" and its level only leads from one to the other.
fn leads(sentence: &Sentence, from: usize, until: usize, word: &str) -> bool {
    is_word(Words::RiskBetween, word)
        || sentence
            .of_any(&[Cue::RiskWord, Cue::RiskForm, Cue::RiskChanged])
            .any(|mark| {
                mark.start >= from
                    && mark.end <= until
                    && words(&sentence.text[mark.start..mark.end])
                        .iter()
                        .any(|part| part == word)
            })
}

/// "DASH 12 ticks", "14 yes answers": the number before a word for ticks.
fn score(sentence: &Sentence) -> Option<(u32, String)> {
    let tick = sentence.of(Cue::Tick).next()?;
    let before = words(&sentence.text[..tick.start]);
    let number: u32 = before.last()?.parse().ok()?;
    let on_a_form = sentence.has_any(&[Cue::RiskWord, Cue::RiskForm])
        || sentence.text[tick.start..]
            .to_lowercase()
            .starts_with("tick");
    (on_a_form && number <= 30).then(|| (number, sentence.quote(tick.start, tick.end)))
}

pub(super) fn compare(a: &Risks, b: &Risks) -> Option<Odds> {
    let shared = |one: &Risks, other: &Risks| {
        one.levels
            .iter()
            .any(|(level, _)| other.levels.iter().any(|(same, _)| same == level))
    };
    let level = a.levels.first().zip(b.levels.first());
    if let Some(((one, words_a), (other, words_b))) = level
        && !shared(a, b)
        && !a.changed
        && !b.changed
    {
        return Some(Odds::new(
            words_a,
            words_b,
            format!(
                "One record has the risk as {}, the other as {}.",
                one.words(),
                other.words()
            ),
        ));
    }
    let ((one, words_a), (other, words_b)) = a.scores.first().zip(b.scores.first())?;
    let same = a
        .scores
        .iter()
        .any(|(score, _)| b.scores.iter().any(|(known, _)| known == score));
    (!same).then(|| {
        Odds::new(
            words_a,
            words_b,
            format!("One record counts {one} ticks on the checklist, the other {other}."),
        )
    })
}
