//! The day of a birth or death.
//!
//! **What it finds.** The day on which somebody of the register was born or died, however it is written, and any full date that a sentence
//! tells as that of a birth or death.
//!
//! **Why.** The quality-assurance panel sends reports back for it. With the day of a death a newspaper, and with a child's birthday a
//! school, is found in a minute.
//!
//! **What to do.** Write the month and the year.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::Regex;

use crate::checks::prose::{Passage, Stretch, once};
use crate::checks::written_dates::{WrittenDate, dates_in};
use crate::checks::{Case, Mark};
use crate::chronology::WordFinder;
use crate::dates::month_name;
use crate::model::{Review, RuleSetting};

/// How many letters lie between a date and the word that tells what it is the date of.
const NEAR: usize = 40;

static OF_A_BIRTH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:born|birth|d\.?o\.?b\b|birthday)").expect("a constant pattern"));

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let cues = WordFinder::of([&setting.words]);
    let known = known_days(case.review);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            for date in dates_in(&stretch.text) {
                let Some(day) = date.day else { continue };
                let of = known
                    .iter()
                    .find(|(known, _)| is(&date, *known))
                    .map(|(_, of)| *of)
                    .or_else(|| told_as(stretch, &date, &cues));
                if let Some(of) = of {
                    marks.push(mark(&passage, stretch, &date, day, of));
                }
            }
        }
    }
    once(marks)
}

fn mark(passage: &Passage, stretch: &Stretch, date: &WrittenDate, day: u32, of: &str) -> Mark {
    let written = &stretch.text[date.range.clone()];
    let what = format!("{} tells the day of {of}: “{written}”.", passage.place);
    let instead = match (date.month, date.year) {
        (Some(month @ 1..=12), Some(year)) => format!("Write “{} {year}”.", month_name(month)),
        (Some(month @ 1..=12), None) if day > 0 => format!("Write “{}”.", month_name(month)),
        _ => String::new(),
    };
    passage.mark(written, what, instead)
}

/// Birthdays and days of death of everybody in the register.
fn known_days(review: &Review) -> Vec<(NaiveDate, &'static str)> {
    let mut days = Vec::new();
    for person in &review.people {
        days.extend(person.date_of_birth.map(|day| (day, "a birth")));
        days.extend(person.date_of_death.map(|day| (day, "a death")));
    }
    let death = review.key_date("death").map(|date| &date.when);
    if let Some((earliest, latest)) = death.and_then(|when| when.earliest.zip(when.latest))
        && earliest.date == latest.date
    {
        days.push((earliest.date, "a death"));
    }
    days
}

fn is(date: &WrittenDate, known: NaiveDate) -> bool {
    [date.day, date.first_day].contains(&Some(known.day()))
        && date.month == Some(known.month())
        && date.year.is_none_or(|year| year == known.year())
}

/// What the words right before it, or right after it, say that it is the date of.
fn told_as(stretch: &Stretch, date: &WrittenDate, cues: &WordFinder) -> Option<&'static str> {
    let text = &stretch.text;
    let sentence = stretch.sentence(date.range.start);
    let from = text.floor_char_boundary(date.range.start.saturating_sub(NEAR)).max(sentence.start);
    let until = text.ceil_char_boundary((date.range.end + NEAR).min(text.len())).min(sentence.end);
    let before = text.get(from..date.range.start)?;
    let after = text.get(date.range.end..until.max(date.range.end))?;
    let near = |side: &str, last: bool| {
        let hits = cues.in_text(side);
        let hit = if last { hits.last() } else { hits.first() }?;
        let word = &side[hit.start..hit.end];
        let between = if last { &side[hit.end..] } else { &side[..hit.start] };
        // Another date, or another part of the sentence, lies between.
        let parted = between.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '–' | '('))
            || ["and", "but", "before", "after", "since", "until"]
                .iter()
                .any(|word| between.split_whitespace().any(|other| other == *word));
        let news = last && is_news(&side[..hit.start]);
        (!parted && !news).then(|| match OF_A_BIRTH.is_match(word) {
            true => "a birth",
            false => "a death",
        })
    };
    near(before, true).or_else(|| near(after.trim_start_matches([',', ' ']), false))
}

/// “was told of the death on …”, which is the day of the telling.
fn is_news(before: &str) -> bool {
    let words: Vec<&str> = before.split_whitespace().rev().take(5).collect();
    words.iter().any(|word| {
        ["told", "notified", "informed", "learnt", "learned", "heard", "aware", "notification", "news", "anniversary"]
            .contains(word)
    })
}
