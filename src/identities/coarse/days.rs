//! Days in running text.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::{Captures, Regex};

use super::super::replaced::Why;
use super::super::writing::{begins_sentence, capitalised};
use super::{Coarse, birth, lead, stands_alone};
use crate::dates::month_name;
use crate::model::PublishedDates;

/// A day as it is written, or a month where the policy allows only years.
struct Day {
    range: Range<usize>,
    day: Option<u32>,
    month: u32,
    year: Option<i32>,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

const MONTH: &str = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";
const DAY: &str = r"(?P<day>[0-9]{1,2})(?:\s?(?:st|nd|rd|th)\b)?";

pub(super) fn find(
    text: &str,
    dates: PublishedDates,
    births: &HashSet<NaiveDate>,
    found: &mut Vec<Coarse>,
) {
    let mut days = written(text, dates);
    days.sort_by_key(|day| (day.range.start, usize::MAX - day.range.end));
    let mut free_from = 0;
    let mut fine: Vec<Day> = Vec::new();
    for day in days {
        if day.range.start >= free_from {
            free_from = day.range.end;
            fine.push(day);
        }
    }
    let mut fine = fine.into_iter().peekable();
    while let Some(mut day) = fine.next() {
        // “from 3 June to 5 June 2019” tells of one month.
        while let Some(next) = fine.peek()
            && lead::goes_on(&text[day.range.end..next.range.start])
            && day.month == next.month
            && (day.year.is_none() || day.year == next.year)
        {
            day.year = next.year;
            day.day = None;
            day.range.end = next.range.end;
            fine.next();
        }
        found.push(coarse(text, &day, dates, births));
    }
    nth_of_some_month(text, found);
}

fn coarse(text: &str, day: &Day, dates: PublishedDates, births: &HashSet<NaiveDate>) -> Coarse {
    let whole = day.day.zip(day.year);
    let date = whole.and_then(|(number, year)| NaiveDate::from_ymd_opt(year, day.month, number));
    let born = date.filter(|date| births.contains(date));
    let words = match (born, dates, day.year) {
        (Some(born), _, _) => birth(born),
        (None, PublishedDates::Month, Some(year)) => format!("{} {year}", month_name(day.month)),
        (None, PublishedDates::Month, None) => month_name(day.month).to_owned(),
        (None, PublishedDates::Year, Some(year)) => year.to_string(),
        (None, PublishedDates::Year, None) => "that year".to_owned(),
    };
    let led = lead::before(text, day.range.start);
    let in_words = match &led.words {
        Some(_) if words == "that year" && led.is_plain_in => String::new(),
        Some(words) => format!("{words} "),
        None => String::new(),
    };
    let became = format!("{in_words}{words}");
    let first = text[led.start..].chars().next();
    let capital = match first.filter(|first| first.is_alphabetic()) {
        Some(first) => first.is_uppercase() && led.words.is_some(),
        None => begins_sentence(text, led.start),
    };
    Coarse {
        range: led.start..lead::time_after(text, day.range.end),
        became: if capital {
            capitalised(&became)
        } else {
            became
        },
        why: if born.is_some() {
            Why::DateOfBirth
        } else {
            Why::Date
        },
    }
}

fn written(text: &str, dates: PublishedDates) -> Vec<Day> {
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)\b{DAY}(?:\s+day)?(?:\s+of\b|\s+in\b)?[\s,./-]{{0,3}}{MONTH}(?:(?P<gap>[\s,./-]{{1,3}}(?:of\s+)?)(?P<year>[0-9]{{4}}|['’]?[0-9]{{2}})\b)?"
        ))
        .expect("a constant pattern")
    });
    static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)\b{MONTH}\s+(?:the\s+)?{DAY}\b(?:,?\s+(?P<year>(?:19|20)[0-9]{{2}})\b)?"
        ))
        .expect("a constant pattern")
    });
    static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<day>[0-9]{1,2})(?P<one>\s?[/.\\–-]\s?|\s)(?P<month>[0-9]{1,2})(?P<two>\s?[/.\\–-]\s?|\s)(?P<year>[0-9]{4}|[0-9]{2})")
            .expect("a constant pattern")
    });
    static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?")
            .expect("a constant pattern")
    });
    static MONTH_ONLY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)\b{MONTH}(?:,?\s+(?P<year>(?:19|20)[0-9]{{2}})\b)"
        ))
        .expect("a constant pattern")
    });
    let mut days = Vec::new();
    let mut all = |pattern: &Regex, make: &dyn Fn(&str, &Captures<'_>) -> Option<Day>| {
        let mut from = 0;
        while let Some(found) = pattern.captures_at(text, from) {
            let Some(whole) = found.get(0) else { break };
            match make(text, &found) {
                Some(day) => {
                    from = day.range.end.max(whole.start() + 1);
                    days.push(day);
                }
                None => from = whole.start() + 1,
            }
            while !text.is_char_boundary(from) {
                from += 1;
            }
        }
    };
    all(&DAY_FIRST, &in_words);
    all(&MONTH_FIRST, &in_words);
    all(&FIGURES, &in_figures);
    all(&YEAR_FIRST, &in_figures);
    if dates == PublishedDates::Year {
        all(&MONTH_ONLY, &in_words);
    }
    days
}

fn in_words(text: &str, found: &Captures<'_>) -> Option<Day> {
    let whole = found.get(0)?;
    let month = found.name("month")?;
    let day: Option<u32> = match found.name("day") {
        Some(day) => Some(
            day.as_str()
                .parse()
                .ok()
                .filter(|day| (1..=31).contains(day))?,
        ),
        None => None,
    };
    // “She may 12 months later”, “5 mar”: a small letter is no month where no year follows.
    let small = month.as_str().starts_with(char::is_lowercase) && month.as_str().len() <= 3;
    let mut range = whole.range();
    let mut year = found.name("year").and_then(|year| year_of(year.as_str()));
    if let (Some(written), Some(gap)) = (found.name("year"), found.name("gap"))
        && (year.is_none()
            || written.len() == 2
                && gap.as_str().trim().is_empty()
                && counts(&text[written.end()..]))
    {
        year = None;
        range.end = gap.start();
    }
    if small && year.is_none() || !stands_alone(text, &range) {
        return None;
    }
    let number = MONTHS
        .iter()
        .position(|known| month.as_str().to_lowercase().starts_with(known))?;
    Some(Day {
        range,
        day,
        month: u32::try_from(number).ok()? + 1,
        year,
    })
}

fn in_figures(text: &str, found: &Captures<'_>) -> Option<Day> {
    let whole = found.get(0)?;
    let number = |name: &str| found.name(name)?.as_str().parse::<u32>().ok();
    let (mut day, mut month) = (number("day")?, number("month")?);
    let written = found.name("year")?.as_str();
    if let (Some(one), Some(two)) = (found.name("one"), found.name("two")) {
        let bare = one.as_str().trim().is_empty();
        let unlike = one.as_str().trim() != two.as_str().trim();
        if unlike || bare && (written.len() == 2 || !written.starts_with(['1', '2'])) {
            return None;
        }
    }
    if month > 12 && day <= 12 {
        (day, month) = (month, day);
    }
    let range = whole.range();
    let near = text[..range.start].chars().next_back();
    let in_longer = near.is_some_and(|before| matches!(before, '.' | '/' | '-'))
        && text[..range.start]
            .chars()
            .rev()
            .nth(1)
            .is_some_and(|before| before.is_ascii_digit());
    let mut after = text[range.end..].chars();
    let goes_on = matches!(after.next(), Some('.' | '/' | '-'))
        && after.next().is_some_and(|next| next.is_ascii_digit());
    let year = year_of(written)?;
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    (real && !in_longer && !goes_on && stands_alone(text, &range)).then_some(Day {
        range,
        day: Some(day),
        month,
        year: Some(year),
    })
}

/// “12 March 20 officers”: the number tells how many.
fn counts(rest: &str) -> bool {
    let word = rest.strip_prefix(' ').unwrap_or_default();
    let word: String = word
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let word = word.to_lowercase();
    let plural = word.len() > 3 && word.ends_with('s') && !["was", "this"].contains(&word.as_str());
    plural || ["people", "children", "men", "women", "of"].contains(&word.as_str())
}

fn year_of(written: &str) -> Option<i32> {
    let figures = written.trim_start_matches(['\'', '’']);
    let year: i32 = figures.parse().ok()?;
    match figures.len() {
        2 if year <= 35 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => (1900..=2099).contains(&year).then_some(year),
    }
}

/// “On the 12th she rang”, “on 12/03”.
fn nth_of_some_month(text: &str, found: &mut Vec<Coarse>) {
    static NTH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b([Oo])n\s+(?:the\s+[0-9]{1,2}(?:st|nd|rd|th)|[0-9]{1,2}/[0-9]{1,2})(?:[.,;)]|\s+(?:he|she|they|it|I|we|the|a|an|and|when|at|to|by|that|his|her|police|[A-Z]\p{L}+)\b|\s*$)")
            .expect("a constant pattern")
    });
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[Oo]n\s+(?:the\s+)?[0-9/]+(?:st|nd|rd|th)?").expect("a constant pattern")
    });
    for whole in NTH.find_iter(text) {
        let Some(head) = HEAD.find(whole.as_str()) else {
            continue;
        };
        let capital = whole.as_str().starts_with('O');
        found.push(Coarse {
            range: whole.start()..whole.start() + head.end(),
            became: if capital { "That month" } else { "that month" }.to_owned(),
            why: Why::Date,
        });
    }
}
