//! Days in running text: with the name of a month, in figures, or counted from the record’s own day.

use chrono::{Datelike, Days, NaiveDate};

use super::mentions::{Mention, date_of, day_number};
use super::texts::Text;
use crate::dates::{self, Context, MONTHS};

/// A day written in a text, and where.
pub(super) struct Day {
    pub first: i64,
    pub last: i64,
    pub place: usize,
    /// “Last night”: a time without morning or evening is one of the evening.
    pub late: bool,
}

/// A date in a text without a year is taken from the last so many days before the record.
const WITHOUT_YEAR: i64 = 200;
/// A date in figures or with the name of its month, and how many tokens it takes.
///
/// `Some((None, …))`: it is a date, but none that the record can be about.
pub(super) fn written_day(
    text: &Text,
    at: usize,
    own: Option<Mention>,
) -> Option<(Option<Day>, usize)> {
    let length = in_figures(text, at).or_else(|| with_month(text, at))?;
    let wording = text.written(at, at + length - 1);
    let (first, last) = past(wording, own).unzip();
    let day = first.zip(last).map(|(first, last)| Day {
        first,
        last,
        place: text.place(at),
        late: false,
    });
    Some((day, length))
}

fn number(word: &str) -> Option<u32> {
    (word.len() <= 4 && word.bytes().all(|letter| letter.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

fn day_of_month(word: &str) -> bool {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    bare.len() <= 2 && number(bare).is_some_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && number(word).is_some_and(|year| (1900..2100).contains(&year))
}

/// `20/05`, `20/05/2017`, `20.5.17`, `2017-05-20`; not `4/12`, `2/52` and `3/7`, which are
/// months, weeks and days of age, nor `24/7`.
fn in_figures(text: &Text, at: usize) -> Option<usize> {
    let (first, joint) = (text.word(at), text.joint(at)?);
    if !matches!(joint, '/' | '.' | '-') || number(first).is_none() {
        return None;
    }
    let second = number(text.word(at + 1))?;
    let three = text.joint(at + 1) == Some(joint) && number(text.word(at + 2)).is_some();
    if is_year(first) {
        return (three && joint == '-').then_some(3);
    }
    if !day_of_month(first) {
        return None;
    }
    if three {
        return Some(3);
    }
    let is_span_of_age = matches!(second, 7 | 12 | 52) && first.len() == 1;
    let is_always = (first, second) == ("24", 7);
    let two_figures = text.word(at + 1).len() == 2 || first.len() == 2;
    let is_date = (1..=12).contains(&second) && !is_span_of_age && !is_always && two_figures;
    (joint == '/' && is_date).then_some(2)
}

fn is_month(word: &str) -> bool {
    word == "sept"
        || MONTHS
            .iter()
            .any(|month| word.eq_ignore_ascii_case(month) || word.eq_ignore_ascii_case(&month[..3]))
}

/// `20 May`, `20th of May 2017`, `May 20, 2017`, `May 2017`.
fn with_month(text: &Text, at: usize) -> Option<usize> {
    let word = text.word(at);
    if day_of_month(word) {
        let of = usize::from(text.word(at + 1) == "of");
        let month = at + 1 + of;
        let year = usize::from(is_year(text.word(month + 1)));
        let may_be_a_verb = matches!(text.word(month), "may" | "march") && !text.is_capital(month);
        return (is_month(text.word(month)) && !may_be_a_verb).then_some(2 + of + year);
    }
    if !is_month(word) || !text.is_capital(at) {
        return None;
    }
    if is_year(text.word(at + 1)) {
        return Some(2);
    }
    let year = is_year(text.word(at + 2));
    (day_of_month(text.word(at + 1)) && year).then_some(3)
}

/// The days a wording means, where they lie before the end of the record’s own date.
fn past(wording: &str, own: Option<Mention>) -> Option<(i64, i64)> {
    let end = own.map(Mention::last_day);
    let today = match end {
        Some(end) => date_of(end)?,
        None => NaiveDate::from_ymd_opt(2100, 1, 1)?,
    };
    let mut context = Context::new(today);
    context.order_proved = true;
    context.year = end.map(|_| today.year());
    let read = days_read(wording, &context)?;
    match end {
        Some(end) if read.0 > end => {
            context.year = Some(today.year() - 1);
            let read = days_read(wording, &context)?;
            (read.1 <= end && end - read.0 <= WITHOUT_YEAR).then_some(read)
        }
        _ => Some(read),
    }
}

fn days_read(wording: &str, context: &Context) -> Option<(i64, i64)> {
    let reading = dates::read(wording, context);
    let [when] = reading.dates.as_slice() else {
        return None;
    };
    Some((
        day_number(when.earliest?.date),
        day_number(when.latest?.date),
    ))
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Words before a weekday that say it lies ahead, or is every week.
const NOT_PAST: [&str; 7] = ["next", "every", "each", "until", "till", "this", "by"];

/// “Last night”, “yesterday”, “on Saturday”, “at the weekend”, counted from the record’s own day.
pub(super) fn relative_day(text: &Text, at: usize, own: Option<Mention>) -> Option<Day> {
    let own = own.filter(|own| own.days() == 1)?;
    let today = own.first_day();
    let (back, length, late) = match (text.word(at), text.before(at, 1)) {
        ("yesterday", _) => (1, 1, text.word(at + 1) == "evening"),
        ("night" | "evening", "last" | "previous") => (1, 1, true),
        ("day", "previous") => (1, 1, false),
        ("overnight", _) => (1, 2, true),
        ("weekend", "the" | "last" | "over") => weekend(today),
        (word, _) => {
            let ahead = (1..=3).any(|back| NOT_PAST.contains(&text.before(at, back)));
            if ahead {
                return None;
            }
            let weekday = WEEKDAYS.iter().position(|known| *known == word)?;
            let back = weekday_of(today)? - weekday as i64;
            let late = matches!(text.word(at + 1), "evening" | "night");
            (if back <= 0 { back + 7 } else { back }, 1, late)
        }
    };
    Some(Day {
        first: today - back,
        last: today - back + length - 1,
        place: text.place(at),
        late,
    })
}

/// From Friday on: who says “at the weekend” may mean its eve.
fn weekend(today: i64) -> (i64, i64, bool) {
    let since_friday = weekday_of(today).map_or(0, |weekday| (weekday + 3) % 7);
    let back = if since_friday < 3 {
        since_friday + 7
    } else {
        since_friday
    };
    (back, 3, false)
}

/// From Monday, 0.
fn weekday_of(day: i64) -> Option<i64> {
    let date = date_of(day)?;
    // A record of the far future has no day after it to be counted to.
    date.checked_add_days(Days::new(1))?;
    Some(i64::from(date.weekday().num_days_from_monday()))
}
