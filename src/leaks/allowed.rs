use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::folding::folded;
use super::forms::{Nature, Sought, beginnings};
use super::leak::LeakKind;
use super::searching::each_run;
use crate::model::Allowed;

/// Words that may stand as they are.
pub(super) struct PassedOver {
    finder: Option<AhoCorasick>,
    words: Vec<Sought>,
}

impl PassedOver {
    pub(super) fn of(allowed: &[Allowed]) -> Self {
        let (mut letters, mut words) = (Vec::new(), Vec::new());
        for allowed in allowed {
            let plain = folded(&allowed.words);
            if plain.is_empty() {
                continue;
            }
            let numbered = plain.bytes().any(|letter| letter.is_ascii_digit());
            words.push(Sought {
                kind: LeakKind::Other,
                nature: if numbered {
                    Nature::Code
                } else {
                    Nature::Plain
                },
                written: allowed.words.clone(),
                of: Vec::new(),
                begins_word: beginnings(&allowed.words, plain.len()),
                comma: true,
            });
            letters.push(plain);
        }
        Self {
            finder: (!letters.is_empty())
                .then(|| AhoCorasick::new(&letters).ok())
                .flatten(),
            words,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.finder.is_none()
    }

    /// Where the words stand; what lies within them is no leak.
    pub(super) fn stretches(&self, text: &str) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        if let Some(finder) = &self.finder {
            each_run(finder, text, |pattern, run| {
                let words = &self.words[pattern];
                if run.stands_alone(words.nature) && run.reads_as(words) {
                    stretches.push(run.start()..run.end());
                }
            });
        }
        stretches
    }
}
