use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::allowed::PassedOver;
use super::fitting::Run;
use super::forms::{Nature, Patterns, Sought};
use super::initials::reads_as_initials;
use super::leak::{Leak, LeakKind, LeakSeverity};
use super::ordinary::reads_as_name;
use super::patterns::{self, Plain, Shape};
use super::registered_dates::RegisteredDates;
use super::searching::each_run;
use crate::identities::Register;
use crate::model::{Allowed, Review, Ruling};

/// Up to so many patterns the fastest finder is worth its memory (some megabytes).
const FEW: usize = 4000;

/// From so many bytes on, a second thread is worth starting.
const LONG: usize = 128 * 1024;

/// Everything that must not be published, ready to be looked for.
pub struct Scanner {
    finder: Option<AhoCorasick>,
    sought: Vec<Sought>,
    /// The real names, in the order of the register.
    names: Vec<String>,
    dates: RegisteredDates,
    passed_over: PassedOver,
    rulings: Vec<Ruling>,
}

/// A leak before its words are put together.
struct Found {
    range: Range<usize>,
    /// What of two that cover the same stretch is told: the smaller.
    rank: u8,
    identity: Option<String>,
    kind: LeakKind,
    severity: LeakSeverity,
    why: String,
}

impl Scanner {
    /// Looks for every form of the register, and for identifiers of anybody; `allowed` words are passed over.
    pub fn of(register: &Register, allowed: &[Allowed]) -> Self {
        let patterns = Patterns::of(register);
        let finder = (!patterns.letters.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .kind((patterns.letters.len() <= FEW).then_some(AhoCorasickKind::DFA))
                    .build(&patterns.letters)
                    .ok()
            })
            .flatten();
        Self {
            finder,
            sought: patterns.sought,
            names: register
                .identities
                .iter()
                .map(|identity| identity.real.clone())
                .collect(),
            dates: RegisteredDates::of(register),
            passed_over: PassedOver::of(allowed),
            rulings: Vec::new(),
        }
    }

    /// What a review must not tell, with what was decided about words.
    pub fn of_review(review: &Review) -> Self {
        let publishing = &review.publishing;
        Self::of(&Register::of(review), &publishing.allowed).with_rulings(&publishing.rulings)
    }

    /// What was settled about words that are also names.
    #[must_use]
    pub fn with_rulings(mut self, rulings: &[Ruling]) -> Self {
        self.rulings = rulings.to_vec();
        self
    }

    /// Every leak of `text`, in order; of two over one another only the longer is told.
    pub fn scan(&self, text: &str) -> Vec<Leak> {
        let mut found = self.found_in(text);
        if !self.passed_over.is_empty() {
            let stretches = self.passed_over.stretches(text);
            found.retain(|leak| {
                !stretches
                    .iter()
                    .any(|free| free.start <= leak.range.start && leak.range.end <= free.end)
            });
        }
        leaks_of(text, longest(found))
    }

    /// Names and numbers, of a long text both at the same time.
    fn found_in(&self, text: &str) -> Vec<Found> {
        if text.len() < LONG {
            let mut found = self.names_in(text);
            found.extend(self.numbers_in(text));
            return found;
        }
        thread::scope(|scope| {
            let numbers = scope.spawn(|| self.numbers_in(text));
            let mut found = self.names_in(text);
            found.extend(numbers.join().unwrap_or_else(|panic| resume_unwind(panic)));
            found
        })
    }

    /// Identifiers of anybody, and dates of birth and death.
    fn numbers_in(&self, text: &str) -> Vec<Found> {
        let plain = Plain::of(text);
        let shapes = patterns::shapes_in(&plain).into_iter().map(shape_found);
        shapes.chain(self.dates_in(text, &plain)).collect()
    }

    fn names_in(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        if let Some(finder) = &self.finder {
            each_run(finder, text, |pattern, run| {
                found.extend(self.name_found(run, &self.sought[pattern]));
            });
        }
        found
    }

    fn name_found(&self, run: &Run<'_>, sought: &Sought) -> Option<Found> {
        let with_capital = !matches!(sought.nature, Nature::Plain | Nature::Code);
        if run.is_amid_a_word() || with_capital && self.rulings.is_empty() && run.begins_small() {
            return None;
        }
        if !run.stands_alone(sought.nature) || !run.reads_as(sought) {
            return None;
        }
        let end = match sought.nature {
            Nature::Plain => run.end_of_plural(),
            _ => None,
        };
        let range = run.start()..end.unwrap_or_else(|| run.end());
        let ruled = self.ruled(run.text, &range);
        if ruled == Some(false) {
            return None;
        }
        let severity = match sought.nature {
            Nature::Plain | Nature::Code => LeakSeverity::High,
            Nature::WithCapitals if run.has_capitals(sought) => LeakSeverity::High,
            _ if ruled == Some(true) => LeakSeverity::High,
            Nature::Ordinary | Nature::Month if reads_as_name(run.text, range.start, range.end) => {
                LeakSeverity::Low
            }
            Nature::Initials if reads_as_initials(run.text, &range, &sought.written) => {
                LeakSeverity::Low
            }
            _ => return None,
        };
        Some(Found {
            range,
            rank: sought.kind as u8,
            identity: sought
                .of
                .first()
                .and_then(|of| self.names.get(*of))
                .cloned(),
            kind: sought.kind,
            severity,
            why: self.why(sought, severity),
        })
    }

    fn why(&self, sought: &Sought, severity: LeakSeverity) -> String {
        let whose: Vec<&str> = sought
            .of
            .iter()
            .filter_map(|of| self.names.get(*of))
            .map(String::as_str)
            .collect();
        let whose = whose.join(" and of ");
        let what = match sought.kind {
            LeakKind::Name => return format!("The register has {whose}."),
            kind => kind.words(),
        };
        match severity {
            LeakSeverity::Low => {
                format!("{what} of {whose}: it may be an ordinary word, but reads as a name here.")
            }
            _ => format!(
                "{what} of {whose}, in the register as “{}”.",
                sought.written
            ),
        }
    }

    /// Whether a ruling says that the word there is a name, or that it is none.
    fn ruled(&self, text: &str, range: &Range<usize>) -> Option<bool> {
        if self.rulings.is_empty() {
            return None;
        }
        let form = &text[range.clone()];
        let neighbour = |word: Option<&str>| {
            word.map(|word| {
                word.trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase()
            })
            .unwrap_or_default()
        };
        let before = neighbour(text[..range.start].split_whitespace().next_back());
        let after = neighbour(text[range.end..].split_whitespace().next());
        self.rulings
            .iter()
            .find(|ruling| ruling.form == form && ruling.before == before && ruling.after == after)
            .map(|ruling| ruling.person.is_some())
    }

    fn dates_in(&self, text: &str, plain: &Plain<'_>) -> Vec<Found> {
        patterns::dates_in(plain)
            .into_iter()
            .filter_map(|date| {
                if let Some(known) = self.dates.whose(&date) {
                    return Some(Found {
                        range: date.range,
                        rank: known.kind as u8,
                        identity: self.names.get(known.of).cloned(),
                        kind: known.kind,
                        severity: LeakSeverity::High,
                        why: format!(
                            "{} of {}.",
                            known.kind.words(),
                            self.names.get(known.of).map_or("somebody", String::as_str)
                        ),
                    });
                }
                let kind = patterns::spoken_of_as(text, &date)?;
                Some(Found {
                    range: date.range,
                    rank: kind as u8,
                    identity: None,
                    kind,
                    severity: LeakSeverity::Medium,
                    why: format!(
                        "It reads as somebody’s exact {}.",
                        kind.words().to_lowercase()
                    ),
                })
            })
            .collect()
    }
}

fn shape_found(shape: Shape) -> Found {
    Found {
        range: shape.range,
        rank: u8::MAX,
        identity: None,
        kind: shape.kind,
        severity: LeakSeverity::Medium,
        why: shape.why.to_owned(),
    }
}

/// Without those that lie within another; of two in the same place the one of the register.
fn longest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|leak| {
        (
            leak.range.start,
            usize::MAX - leak.range.end,
            leak.identity.is_none(),
            leak.rank,
        )
    });
    let mut kept: Vec<Found> = Vec::new();
    for leak in found {
        let covered = kept
            .last()
            .is_some_and(|last| leak.range.end <= last.range.end);
        if !covered {
            kept.push(leak);
        }
    }
    kept
}

/// `found` in order of its place.
fn leaks_of(text: &str, found: Vec<Found>) -> Vec<Leak> {
    let (mut byte, mut character) = (0, 0);
    found
        .into_iter()
        .map(|leak| {
            character += text[byte..leak.range.start].chars().count();
            byte = leak.range.start;
            let words = &text[leak.range.clone()];
            Leak {
                start: character,
                end: character + words.chars().count(),
                text: words.to_owned(),
                identity: leak.identity,
                kind: leak.kind,
                severity: leak.severity,
                why: leak.why,
            }
        })
        .collect()
}
