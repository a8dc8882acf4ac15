//! Hard to read.
//!
//! **What it finds.** Sections whose reading ease after Flesch is below the template's number, sentences of more than sixty words, and
//! paragraphs of more than two hundred and fifty, not counting lists. Quotations and tables are not measured.
//!
//! **Why.** The family reads the report, and so do people who must change what they do. An unclear paragraph is among what the
//! quality-assurance panel sends back.
//!
//! **What to do.** Part it. Say who did what. Put a long enumeration into a list.

use crate::checks::prose::{Passage, StretchKind, once};
use crate::checks::syllables::{measured, reading_ease};
use crate::checks::{At, Case, Mark};
use crate::chronology::sentences;
use crate::model::RuleSetting;

/// Fewer words of a section tell nothing.
const ENOUGH_WORDS: usize = 150;
const LONG_SENTENCE: usize = 60;
const LONG_PARAGRAPH: usize = 250;
/// Words of what is long that are shown.
const SHOWN: usize = 8;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    let passages = case.passages();
    for section in case.chosen(&setting.sections) {
        let (mut words, mut many, mut syllables) = (0, 0, 0);
        let mut long = Vec::new();
        for passage in passages.iter().filter(|one| one.section == section.key) {
            let measure = measure(passage, &mut long);
            words += measure.words;
            many += measure.sentences;
            syllables += measure.syllables;
        }
        let ease = reading_ease(words, many, syllables);
        let id = case.section(&section.key).map(|section| section.id);
        if let Some(id) = id.filter(|_| words >= ENOUGH_WORDS)
            && setting.number.is_some_and(|least| ease < least)
        {
            marks.push(Mark {
                subject: format!("section {}", section.key),
                what: format!(
                    "Section {}, “{}”, is hard to read: its reading ease is {ease:.0}, with {} words to a sentence.",
                    section.number,
                    section.title,
                    words / many.max(1)
                ),
                instead: "Shorter sentences and plainer words help most.".to_owned(),
                at: At::Section(id),
            });
        }
        marks.extend(long);
    }
    once(marks)
}

#[derive(Default)]
struct Measure {
    words: usize,
    sentences: usize,
    syllables: usize,
}

fn measure(passage: &Passage, long: &mut Vec<Mark>) -> Measure {
    let mut all = Measure::default();
    let mut running = 0;
    let prose = passage.stretches.iter();
    for stretch in prose.filter(|one| matches!(one.kind, StretchKind::Running | StretchKind::Item)) {
        for range in sentences(&stretch.text) {
            let sentence = stretch.text[range.clone()].trim();
            let (words, syllables) = measured(sentence);
            if words == 0 || stretch.is_quoted(&range) {
                continue;
            }
            all.words += words;
            running += match stretch.kind {
                StretchKind::Running => words,
                _ => 0,
            };
            all.sentences += 1;
            all.syllables += syllables;
            if words > LONG_SENTENCE {
                let first = beginning(sentence);
                let what = format!(
                    "{} has a sentence of {words} words: “{first} …”.",
                    passage.place
                );
                long.push(passage.mark(&first, what, "Part it, or make a list of it."));
            }
        }
    }
    if running > LONG_PARAGRAPH {
        let first = passage.stretches.first().map_or("", |one| one.text.as_str());
        let what = format!(
            "{}, “{} …”, has {} words.",
            passage.place,
            beginning(first),
            running
        );
        long.push(passage.mark("long paragraph", what, "Part it where a new thought begins."));
    }
    all
}

fn beginning(text: &str) -> String {
    let first: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
    first.join(" ")
}
