//! An age that contradicts a date of birth.
//!
//! **What it finds.** “Anna, aged 34” in a sentence that speaks of a date, or of the death, when by the register's date of birth she was not 34
//! then. Ages in a sentence without a date are not looked at.
//!
//! **Why.** Ages are copied from records of other years. A wrong age makes the family doubt the rest.
//!
//! **What to do.** Look which of the two is right: the age, the date, or the date of birth in People & agencies.

use chrono::{Datelike, NaiveDate};

use crate::checks::called::{names_in_draft, people_in};
use crate::checks::prose::{Stretch, once};
use crate::checks::written_ages::{WrittenAge, ages_in};
use crate::checks::written_dates::dates_in;
use crate::checks::{Case, Mark};
use crate::chronology::{Names, WordFinder};
use crate::model::{Person, Role, RuleSetting};

/// Letters between a name and the age that is hers or his.
const NEAR: usize = 40;
const OF_THE_DEATH: [&str; 9] = [
    "died", "death", "killed", "murder*", "homicide", "fatal*", "suicide", "took her own life", "took his own life",
];

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let names = names_in_draft(case.review);
    // Words between a name and an age that make it somebody else's: “Anna’s mother, aged 64”.
    let somebody_else = WordFinder::of([&setting.words]);
    let death_words: Vec<String> = OF_THE_DEATH.iter().map(|word| (*word).to_owned()).collect();
    let death_words = WordFinder::of([&death_words]);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            for age in ages_in(&stretch.text) {
                let Some(person) = whose(case, stretch, &age, &names, &somebody_else) else {
                    continue;
                };
                let Some(born) = person.date_of_birth else {
                    continue;
                };
                let sentence = &stretch.text[stretch.sentence(age.range.start)];
                let mut times: Vec<(NaiveDate, NaiveDate)> = dates_in(sentence)
                    .iter()
                    .filter_map(|date| date.span())
                    .collect();
                if !death_words.in_text(sentence).is_empty() {
                    times.extend(death(case));
                }
                let ages = times.iter().map(|(from, until)| (age_on(born, *from), age_on(born, *until)));
                let ages: Vec<(i32, i32)> = ages.collect();
                let told = i32::try_from(age.years).unwrap_or(i32::MAX);
                let fits = ages.iter().any(|(least, most)| (*least..=*most).contains(&told));
                let Some(&(least, most)) = ages.first().filter(|_| !fits) else {
                    continue;
                };
                let written = &stretch.text[age.range.clone()];
                let then = match (least, most) {
                    (..=-1, ..=-1) => "not yet born".to_owned(),
                    _ if least == most => most.to_string(),
                    _ => format!("{} or {most}", least.max(0)),
                };
                let what = format!(
                    "{} has “{written}” of {}, who by the date of birth in the register was {then} then.",
                    passage.place,
                    match person.pseudonym.trim() {
                        "" => &person.name,
                        pseudonym => pseudonym,
                    }
                );
                marks.push(passage.mark(written, what, "Look which is right: the age, the date or the date of birth."));
            }
        }
    }
    once(marks)
}

/// The last one named before an age, where nobody else stands between.
fn whose<'a>(
    case: &Case<'a>,
    stretch: &Stretch,
    age: &WrittenAge,
    names: &Names,
    somebody_else: &WordFinder,
) -> Option<&'a Person> {
    let sentence = stretch.sentence(age.range.start);
    let before = stretch.text.get(sentence.start..age.range.start)?;
    // Places are counted in a text with single spaces.
    if age.of_what_follows || before.contains("  ") || before.contains(['\n', '\t', '\u{a0}']) {
        return None;
    }
    let found = people_in(names, before).into_iter().rfind(|one| !one.uncertain)?;
    let between = before.get(found.end..)?;
    let apart = between.chars().count() > NEAR
        || !somebody_else.in_text(between).is_empty()
        || between.contains("’s")
        || between.contains("'s");
    case.review.person(found.person).filter(|_| !apart)
}

fn death(case: &Case<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let victims = case.review.people.iter();
    let of_victim = victims.filter(|person| person.role == Role::Victim).find_map(|person| person.date_of_death);
    if let Some(day) = of_victim {
        return Some((day, day));
    }
    let when = &case.review.key_date("death")?.when;
    Some((when.earliest?.date, when.latest?.date))
}

/// Negative before the birth.
fn age_on(born: NaiveDate, day: NaiveDate) -> i32 {
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    day.year() - born.year() - i32::from(before_birthday)
}
