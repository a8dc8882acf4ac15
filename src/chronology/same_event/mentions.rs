//! When a record may be speaking of: its own date, and the dates and times that stand in its text.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};

use super::spoken_clock::{Clock, clocks};
use super::texts::Text;
use crate::dates::{self, Context};
use crate::model::{Certainty, Moment, Precision, When};

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A stretch of time a record speaks of, in minutes since 1 January of year 1; both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mention {
    pub from: i64,
    pub until: i64,
    /// The record’s own date rather than one in its text.
    pub own: bool,
}

impl Mention {
    pub(super) fn first_day(self) -> i64 {
        self.from.div_euclid(DAY)
    }

    pub(super) fn last_day(self) -> i64 {
        self.until.div_euclid(DAY)
    }

    pub(super) fn days(self) -> i64 {
        self.last_day() - self.first_day() + 1
    }

    /// Known to the hour or better.
    pub(super) fn is_timed(self) -> bool {
        self.until - self.from <= 60
    }

    fn of_days(first: i64, last: i64) -> Self {
        Self {
            from: first * DAY,
            until: last * DAY + DAY - 1,
            own: false,
        }
    }
}

fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}

/// The day of a number from [`Mention::first_day`].
pub(super) fn date_of(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

fn minutes_of(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight() / 60)
}

/// “About ten past nine” may be this much off.
const ABOUT: i64 = 20;

/// A record’s own date; `None` where it is not known at both ends.
pub(super) fn own(when: &When) -> Option<Mention> {
    let (earliest, latest) = (when.earliest?, when.latest?);
    let at = |moment: Moment, without: i64| {
        day_number(moment.date) * DAY + moment.time.map_or(without, minutes_of)
    };
    let loose = when.certainty == Certainty::Approximate && when.precision == Precision::Minute;
    let about = if loose { ABOUT } else { 0 };
    Some(Mention {
        from: at(earliest, 0) - about,
        until: at(latest, DAY - 1) + about,
        own: true,
    })
}

/// A date in a text without a year is taken from the last so many days before the record.
const WITHOUT_YEAR: i64 = 200;
/// A text that is all dates is a list, not an account.
const MOST: usize = 12;

/// A day written in a text, and where.
struct Day {
    first: i64,
    last: i64,
    place: usize,
    /// “Last night”: a time without morning or evening is one of the evening.
    late: bool,
}

/// Adds what the text speaks of beside the record’s own date, the past only: what lies ahead of a record is not what it records.
pub(super) fn in_text(text: &Text, own: Option<Mention>, mentions: &mut Vec<Mention>) {
    let mut days: Vec<Day> = Vec::new();
    let mut at = 0;
    while at < text.len() && days.len() < MOST {
        at += match written_day(text, at, own) {
            Some((day, length)) => {
                days.extend(day);
                length
            }
            None => {
                days.extend(relative_day(text, at, own));
                1
            }
        };
    }
    for clock in clocks(text).iter().take(MOST) {
        let near = days
            .iter()
            .filter(|day| day.first == day.last && day.place.abs_diff(clock.place) <= NEAR)
            .min_by_key(|day| day.place.abs_diff(clock.place));
        for minute in minutes(clock, near.is_some_and(|day| day.late)) {
            let start = match (near, own) {
                (Some(day), _) => Some(day.first * DAY + minute),
                (None, Some(own)) => beside(own, minute),
                (None, None) => None,
            };
            mentions.extend(start.map(|start| Mention {
                from: start,
                until: start,
                own: false,
            }));
        }
    }
    for day in days {
        let mention = Mention::of_days(day.first, day.last);
        let is_own = own.is_some_and(|own| {
            own.first_day() == mention.first_day() && own.last_day() == mention.last_day()
        });
        if !is_own && !mentions.contains(&mention) {
            mentions.push(mention);
        }
    }
}

/// Where a record’s own date is a day without a time and its text gives times of that day, it is of those times.
pub(super) fn time_from_text(mentions: &mut [Mention]) {
    let Some((own, rest)) = mentions.split_first_mut() else {
        return;
    };
    let of_day =
        |one: &&Mention| one.from == one.until && (own.from..=own.until).contains(&one.from);
    if !own.own || own.until - own.from != DAY - 1 {
        return;
    }
    let first = rest.iter().filter(of_day).map(|one| one.from).min();
    let last = rest.iter().filter(of_day).map(|one| one.from).max();
    if let (Some(first), Some(last)) = (first, last) {
        (own.from, own.until) = (first, last);
    }
}

/// A time belongs to a day that is written within so many bytes of it.
const NEAR: usize = 32;

fn minutes(clock: &Clock, late: bool) -> impl Iterator<Item = i64> {
    let either = clock.half_day_open;
    let first = (!either || !late).then_some(clock.minute);
    let second = either.then_some((clock.minute + DAY / 2) % DAY);
    first.into_iter().chain(second)
}

/// A time in the text of a record of one day: on that day, or past midnight beside it.
fn beside(own: Mention, minute: i64) -> Option<i64> {
    if own.days() > 2 {
        return None;
    }
    let start = own.first_day() * DAY + minute;
    if !own.is_timed() {
        return Some(start);
    }
    Some(match start - own.from {
        later if later > DAY / 2 => start - DAY,
        earlier if earlier < -DAY / 2 => start + DAY,
        _ => start,
    })
}

/// A date in figures or with the name of its month, and how many tokens it takes.
///
/// `Some((None, …))`: it is a date, but none that the record can be about.
fn written_day(text: &Text, at: usize, own: Option<Mention>) -> Option<(Option<Day>, usize)> {
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

/// `20/05`, `20/05/2017`, `20.5.17`, `2017-05-20`; not `4/12`, `2/52` and `3/7`, which are months, weeks and days of age.
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
    let two_figures = text.word(at + 1).len() == 2 || first.len() == 2;
    (joint == '/' && (1..=12).contains(&second) && !is_span_of_age && two_figures).then_some(2)
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

fn is_month(word: &str) -> bool {
    let Some(short) = word.get(..3) else {
        return false;
    };
    let long = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.contains(&short) && (word.len() == 3 || word == "sept" || long.contains(&word))
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
fn relative_day(text: &Text, at: usize, own: Option<Mention>) -> Option<Day> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken_of(wording: &str, day: &str) -> String {
        let date: NaiveDate = day.parse().expect("a day");
        let own = own(&When::on(date));
        let mut mentions = Vec::new();
        in_text(&Text::of(wording), own, &mut mentions);
        let words: Vec<String> = mentions
            .iter()
            .map(|one| {
                let day = date_of(one.first_day()).expect("a day").format("%d/%m/%y");
                match one.until - one.from {
                    0 => format!("{day} {:02}:{:02}", one.from % DAY / 60, one.from % 60),
                    _ => format!("{day}+{}", one.days() - 1),
                }
            })
            .collect();
        words.join(", ")
    }

    #[test]
    fn dates_in_a_text_are_those_before_the_record() {
        // 12 January 2021 was a Tuesday.
        let cases = [
            ("Notification of the call of 30 December", "30/12/20+0"),
            ("Form of 3rd of January 2021, sent", "03/01/21+0"),
            ("attended 20/05 with a wrist injury", ""),
            ("attended 20/12 with a wrist injury", "20/12/20+0"),
            ("report dated 2020-12-20 and 20.12.2020", "20/12/20+0"),
            ("infant 4/12, seen 24/7 for 3/52", ""),
            ("bailed to 16 February", ""),
            ("bailed to 16 February 2021", ""),
            ("He may ring in march or 4 may be enough", ""),
            ("Since August 2019 things are worse", "01/08/19+30"),
            (
                "He broke in last night about quarter past eight",
                "11/01/21 20:15, 11/01/21+0",
            ),
            ("A neighbour rang on Saturday", "09/01/21+0"),
            ("seen Monday evening at 9 pm", "11/01/21 21:00, 11/01/21+0"),
            (
                "will come next Saturday, as every Sunday; next visit Friday",
                "",
            ),
            ("left at the weekend", "08/01/21+2"),
            (
                "On scene 22:46, handed over 2310hrs",
                "12/01/21 22:46, 12/01/21 23:10",
            ),
            ("at six o’clock", "12/01/21 06:00, 12/01/21 18:00"),
            ("12 January: here", ""),
        ];
        for (wording, expected) in cases {
            assert_eq!(spoken_of(wording, "2021-01-12"), expected, "{wording}");
        }
    }
}
