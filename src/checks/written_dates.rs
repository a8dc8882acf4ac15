//! Dates as they stand in running text, also those that cannot be.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use regex::{Captures, Regex};

/// A date, a month or a year in a text, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenDate {
    pub range: Range<usize>,
    pub weekday: Option<Weekday>,
    pub day: Option<u32>,
    /// The first of two days: 18 in “18–19 May 2021”.
    pub first_day: Option<u32>,
    pub month: Option<u32>,
    pub year: Option<i32>,
    /// Written in figures: day and month may have changed places.
    pub in_figures: bool,
}

const MONTH: &str = r"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const WEEKDAY: &str = r"\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b";

static DATES: LazyLock<Regex> = LazyLock::new(|| {
    let before = format!(r"(?:(?<weekday>{WEEKDAY})\.?,?\s+(?:the\s+)?)?");
    let day = r"(?<day>\d{1,2})(?:st|nd|rd|th)?";
    let first = r"(?:(?<first>\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–/]|and|or|to)\s?)?";
    let after = format!(r"(?:,?\s+\(?(?:which\s+was\s+)?an?\s+(?<after>{WEEKDAY}))?");
    let shapes = [
        format!(r"{before}\b{first}{day}(?:\s+of)?\s+{MONTH}\b\.?(?:,?\s+(?<year>\d{{4}})\b)?{after}"),
        format!(
            r"{before}\b{}\s+{},?\s+(?<year2>\d{{4}})\b",
            MONTH.replace("month", "month2"),
            day.replace("day", "day2")
        )
        .replace("<weekday>", "<weekday2>"),
        format!(r"{before}\b(?<figures>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2}})\b")
            .replace("<weekday>", "<weekday3>"),
        r"\b(?<iso>\d{4}-\d{2}-\d{2})\b".to_owned(),
        format!(r"\b{}\.?,?\s+(?<year3>\d{{4}})\b", MONTH.replace("month", "month3")),
        r"\b(?:[Ii]n|[Dd]uring|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)[\s-](?<year4>(?:19|20)\d{2})\b".to_owned(),
    ];
    Regex::new(&format!("(?i:{})", shapes.join("|"))).expect("a constant pattern")
});

/// Every date that is told to the day, the month or the year, in order.
pub(super) fn dates_in(text: &str) -> Vec<WrittenDate> {
    DATES
        .captures_iter(text)
        .filter_map(|found| read(text, &found))
        .collect()
}

fn read(text: &str, found: &Captures<'_>) -> Option<WrittenDate> {
    let first = |names: &[&str]| names.iter().find_map(|name| found.name(name));
    let whole = found.get(0)?;
    let mut date = WrittenDate {
        range: whole.range(),
        weekday: first(&["weekday", "weekday2", "weekday3", "after"])
            .and_then(|word| weekday_of(word.as_str())),
        first_day: first(&["first"]).and_then(|day| day.as_str().parse().ok()),
        day: first(&["day", "day2"]).and_then(|day| day.as_str().parse().ok()),
        month: None,
        year: first(&["year", "year2", "year3", "year4"])
            .and_then(|year| year.as_str().parse().ok()),
        in_figures: false,
    };
    if let Some(month) = first(&["month", "month2", "month3"]) {
        let small = month.as_str().starts_with(char::is_lowercase);
        date.month = number_of_month(month.as_str());
        // “Section 12 may apply”.
        if small && date.year.is_none() {
            return None;
        }
    }
    if let Some(figures) = found.name("figures") {
        let mut separators = figures
            .as_str()
            .chars()
            .filter(|letter| !letter.is_ascii_digit());
        let joined = |at: usize, side: Option<char>| {
            at > 0
                && side.is_some_and(|letter| {
                    matches!(letter, '/' | '.' | '-') || letter.is_alphanumeric()
                })
        };
        if separators.next() != separators.next()
            || joined(figures.start(), text[..figures.start()].chars().next_back())
            || text[figures.end()..].starts_with(['/', '-'])
        {
            return None;
        }
        let mut numbers = figures
            .as_str()
            .split(['/', '.', '-'])
            .map(str::parse::<u32>);
        date.day = numbers.next()?.ok();
        date.month = numbers.next()?.ok();
        date.year = numbers
            .next()?
            .ok()
            .and_then(|year| i32::try_from(century(year)).ok());
        date.in_figures = true;
    }
    if let Some(iso) = found.name("iso") {
        let mut numbers = iso.as_str().split('-').map(str::parse::<u32>);
        date.year = numbers
            .next()?
            .ok()
            .and_then(|year| i32::try_from(year).ok());
        date.month = numbers.next()?.ok();
        date.day = numbers.next()?.ok();
    }
    Some(date)
}

/// “sat” and “sun” in small letters are other words.
fn weekday_of(word: &str) -> Option<Weekday> {
    let short: String = word.chars().take(3).collect();
    short
        .parse()
        .ok()
        .filter(|_| word.starts_with(char::is_uppercase))
}

fn century(year: u32) -> u32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

fn number_of_month(word: &str) -> Option<u32> {
    let short: String = word.to_lowercase().chars().take(3).collect();
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let at = MONTHS.iter().position(|month| *month == short)?;
    u32::try_from(at + 1).ok()
}

impl WrittenDate {
    /// The day, where day, month and year are told and there is such a day.
    pub fn exact(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }

    /// The first and the last day that it may speak of; `None` without a year.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let year = self.year?;
        let Some(month) = self.month else {
            return Some((
                NaiveDate::from_ymd_opt(year, 1, 1)?,
                NaiveDate::from_ymd_opt(year, 12, 31)?,
            ));
        };
        if self.day.is_some() {
            let day = self.exact()?;
            return Some((day, day));
        }
        Some((
            NaiveDate::from_ymd_opt(year, month, 1)?,
            NaiveDate::from_ymd_opt(year, month, last_day(year, month)?)?,
        ))
    }
}

/// Of a month; `None` where there is no such month.
pub(super) fn last_day(year: i32, month: u32) -> Option<u32> {
    let next = match month {
        12 => NaiveDate::from_ymd_opt(year + 1, 1, 1),
        _ => NaiveDate::from_ymd_opt(year, month + 1, 1),
    };
    Some(next?.pred_opt()?.day())
}

pub(super) fn name_of(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_as_people_write_them() {
        for (text, expected) in [
            ("On Tuesday 18 May 2021 she", "Tuesday 18 May 2021"),
            ("the 3rd of March 2019", "3rd of March 2019"),
            ("on 12 April", "12 April"),
            ("Sept 2018; April 3, 2019", "Sept 2018|April 3, 2019"),
            (
                "at 01:32 on 13/03/2012, then 1.4.12 and 2021-05-18",
                "13/03/2012|2021-05-18",
            ),
            ("in 2016 and since 2014", "in 2016|since 2014"),
            ("Section 12 may apply; rule 3 may 2", ""),
            ("reference WX/12/03/2019 and 1/2/3/2019", ""),
            ("18 May 2021, a Tuesday,", "18 May 2021, a Tuesday"),
            ("31 June 2013", "31 June 2013"),
            (
                "between 18 and 19 May 2021, on Tues 18 May 2021",
                "18 and 19 May 2021|Tues 18 May 2021",
            ),
            ("on the night of 18–19 May 2021", "18–19 May 2021"),
        ] {
            let found: Vec<&str> = dates_in(text)
                .into_iter()
                .map(|date| &text[date.range])
                .collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
