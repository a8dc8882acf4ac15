//! Calendar words → a stretch of days: missing years, impossible days, doubtful orders.

use chrono::{Datelike, Duration, NaiveDate};

use super::Context;
use super::calendar::{
    add_days, last_of_month, monday, month_name, months, nearest_day, weekday_name,
};
use super::day_above::day_of_month_above;
use super::known::{Known, Reasons};
use super::partial::{Form, Partial, Slice, Week};
use super::period_of::{period_of_every_year, period_of_one_year};
use super::slices;
use super::spoken::{spoken_date, spoken_stretch};
use super::words::{Portion, Season};
use crate::model::{Certainty, Moment, Precision, Span};

/// The stretch a date stands for.
pub fn resolve(partial: &Partial, context: &Context) -> Result<Known, Reasons> {
    if partial.form == Form::Impossible {
        return Err(partial.warnings.clone());
    }
    if partial.is_bare_day()
        && let Some(known) = day_of_month_above(partial, context)
    {
        return Ok(known);
    }
    if matches!(partial.form, Form::Period | Form::PeriodInto)
        && let Some(answer) = period_of_one_year(partial, context)
    {
        return answer;
    }
    let year = match partial.year {
        Some(year) => Year { year, taken: None, other: None },
        None => missing_year(partial, context).ok_or_else(|| {
            vec![
                "The year is missing and cannot be told from the entry above or a heading. Add it if you know it."
                    .to_owned(),
            ]
        })?,
    };
    let mut known =
        stretch(partial, year.year, context).ok_or_else(|| vec![nothing_in(partial, year.year)])?;
    known.inferred.extend(partial.inferred.iter().cloned());
    known.warnings.extend(partial.warnings.iter().cloned());
    if let Some(sentence) = year.taken {
        known.infer(sentence);
    }
    if !known.inferred.is_empty() {
        known.lower(Certainty::Inferred);
    }
    if partial.doubtful {
        known.lower(Certainty::Uncertain);
    }
    if let Some(other) = year
        .other
        .and_then(|other| stretch(partial, other, context))
    {
        known.warnings.push(format!(
            "It may also have been {}. Add the year if you know it.",
            spoken_stretch(other.first, other.last)
        ));
        known.alternatives.push(span(&other));
        known.lower(Certainty::Uncertain);
    }
    if partial.withheld {
        known.warnings.push(format!(
            "A part of this date was withheld by the sender; it stands for {}.",
            spoken_stretch(known.first, known.last)
        ));
    }
    other_order(partial, year.year, &mut known);
    check_weekday(partial, &mut known);
    if let Some(week) = partial.week {
        widen_to_week(week, &mut known);
    }
    known.question_the_year(context);
    Ok(known)
}

pub fn span(known: &Known) -> Span {
    Span {
        earliest: Some(known.first),
        latest: Some(known.last),
    }
}

fn beyond(year: i32) -> String {
    format!("The year {year} cannot be used. Correct it if you know the right one.")
}

struct Year {
    year: i32,
    /// The sentence that says where it was taken from.
    taken: Option<String>,
    /// Another year that fits nearly as well.
    other: Option<i32>,
}

/// The context's year; else that of the entry above, or the next where the date would lie more than half a year
/// before that entry. Where it lies more than half a year after it, the year before is offered too.
fn missing_year(partial: &Partial, context: &Context) -> Option<Year> {
    if let Some(year) = context.year {
        let from = if context.year_from.is_empty() {
            "what stands above"
        } else {
            &context.year_from
        };
        return Some(Year {
            year,
            taken: Some(format!("The year {year} was taken from {from}.")),
            other: None,
        });
    }
    let previous = context.previous?;
    let same = previous.year();
    let back = stretch(partial, same, context).map(|known| previous - known.last.date);
    if back.is_some_and(|back| back > Duration::days(183)) {
        return Some(Year {
            year: same + 1,
            taken: Some(format!(
                "The year {} was taken as the one that follows the entry above ({}).",
                same + 1,
                spoken_date(previous)
            )),
            other: Some(same),
        });
    }
    let far_ahead = back.is_some_and(|back| back < Duration::days(-183));
    Some(Year {
        year: same,
        taken: Some(format!(
            "The year {same} was taken from the entry above ({}).",
            spoken_date(previous)
        )),
        other: far_ahead.then_some(same - 1),
    })
}

fn stretch(partial: &Partial, year: i32, context: &Context) -> Option<Known> {
    let of = |(first, last), precision| Some(Known::new(first, last, precision));
    let known = match partial.form {
        Form::Day { day, month, .. } => return day_or_month(day, month?, year),
        Form::Days { first, last, month } => {
            let start = day_or_month(first, month, year)?;
            let end = day_or_month(last, month, year)?;
            let mut known = Known::new(start.first.date, end.last.date, Precision::Span);
            known.heed(&start);
            known.heed(&end);
            known
        }
        Form::Month(month) => of(months(year, month, month)?, Precision::Month)?,
        Form::MonthOrDay { month, day, .. } => month_or_day(month, day, year)?,
        Form::Year => of(months(year, 1, 12)?, Precision::Year)?,
        Form::Years(end) => several_years(year, end)?,
        Form::Decade => of(months(year, 1, 120)?, Precision::Decade)?,
        Form::Season(season) => season_of(season, year)?,
        Form::WinterInto => of(months(year, 12, 14)?, Precision::Season)?,
        Form::Quarter(quarter) => of(
            months(year, quarter * 3 - 2, quarter * 3)?,
            Precision::Quarter,
        )?,
        Form::Half(half) => of(months(year, half * 6 - 5, half * 6)?, Precision::Span)?,
        Form::HalfOfMonth(half, month) => {
            let (first, last) = months(year, month, month)?;
            let middle = first.with_day(15)?;
            let days = if half == 1 {
                (first, middle)
            } else {
                (middle.succ_opt()?, last)
            };
            of(days, Precision::Span)?
        }
        Form::FinancialYear => of(months(year, 4, 15)?, Precision::Span)?,
        Form::Period => period_of_every_year(partial, year, context)?,
        Form::PeriodInto => {
            let known = period_of_every_year(partial, year + 1, context)?;
            let begins = |known: &Known| known.first.date.year() == year;
            if begins(&known) {
                known.with_one_reading()
            } else {
                period_of_every_year(partial, year, context)
                    .filter(begins)?
                    .with_one_reading()
            }
        }
        Form::Impossible => return None,
    };
    let known = match partial.slice {
        Some(slice) => sliced(known, slice, partial.vague_slice)?,
        None => known,
    };
    match partial.portion {
        Some(portion) => part_of(known, portion),
        None => Some(known),
    }
}

fn sliced(known: Known, slice: Slice, is_vague: bool) -> Option<Known> {
    let (first, last) = slices::cut(slice, known.first.date, known.last.date)?;
    let precision = if first == last {
        Precision::Day
    } else {
        Precision::Span
    };
    let mut cut = Known::new(first, last, precision);
    cut.heed(&known);
    if is_vague {
        cut.lower(Certainty::Approximate);
    }
    Some(cut)
}

fn nothing_in(partial: &Partial, year: i32) -> String {
    match partial.slice {
        Some(_) => {
            format!("There is no such week or day in {year}. Correct it if you know the right one.")
        }
        None => beyond(year),
    }
}

pub fn approximate(mut known: Known) -> Known {
    known.lower(Certainty::Approximate);
    known
}

/// The day; or, where the month has no such day, the whole month with the repair proposed.
fn day_or_month(day: u32, month: u32, year: i32) -> Option<Known> {
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Some(Known::new(date, date, Precision::Day));
    }
    let (first, last) = months(year, month, month)?;
    let mut known = Known::new(first, last, Precision::Month);
    known.lower(Certainty::Uncertain);
    let name = month_name(month);
    let proposal = nearest_day(year, month).filter(|_| day <= 31);
    known.warnings.push(match proposal {
        Some(repair) if month == 2 && day == 29 => format!(
            "There was no 29 February in {year}. Perhaps {} was meant; correct it if you know.",
            spoken_date(repair)
        ),
        Some(repair) => format!(
            "There is no {day} {name}. Perhaps {} was meant; correct it if you know.",
            spoken_date(repair)
        ),
        None => format!("There is no {day} {name}. Correct it if you know what was meant."),
    });
    Some(known)
}

fn month_or_day(month: u32, day: u32, year: i32) -> Option<Known> {
    let (first, last) = months(year, month, month)?;
    let mut known = Known::new(first, last, Precision::Month);
    let name = month_name(month);
    known.warnings.push(format!(
        "This may mean {name} {year} or the {day} {name} of a year that is not given. It was read as {name} {year}; correct it if you know."
    ));
    Some(known)
}

fn several_years(year: i32, end: i32) -> Option<Known> {
    let (first, _) = months(year, 1, 1)?;
    let (_, last) = months(end, 12, 12)?;
    Some(Known::new(first, last, Precision::Span))
}

/// Spring is March to May, and so on; winter begins in December of its year, and may also have ended in it.
fn season_of(season: Season, year: i32) -> Option<Known> {
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    let (start, end) = months(year, first, first + 2)?;
    let mut known = Known::new(start, end, Precision::Season);
    if season == Season::Winter {
        let (other_start, other_end) = months(year - 1, 12, 14)?;
        let other = Known::new(other_start, other_end, Precision::Season);
        known.alternatives.push(span(&other));
        known.warnings.push(format!(
            "The winter of {year} may be the one that began in that year or the one that ended in it. It was read as {}; correct it if you know.",
            spoken_stretch(known.first, known.last)
        ));
        known.lower(Certainty::Uncertain);
    }
    Some(known)
}

/// Thirds: of a month by days (1–10, 11–20, 21–end), of several whole months by months, of any other stretch by days.
pub fn part_of(known: Known, (from, to): (Portion, Portion)) -> Option<Known> {
    let (first, last) = (known.first.date, known.last.date);
    let place = |portion| match portion {
        Portion::Early => 0,
        Portion::Mid => 1,
        Portion::Late => 2,
    };
    let (from, to) = (place(from).min(place(to)), place(from).max(place(to)));
    let one_month = (first.year(), first.month()) == (last.year(), last.month());
    let whole_months = first.day() == 1 && last == last_of_month(last);
    let (start, end) = if one_month && whole_months {
        let start = first.with_day(from * 10 + 1)?;
        let end = if to == 2 {
            last
        } else {
            first.with_day(to * 10 + 10)?
        };
        (start, end)
    } else if !whole_months {
        let days = (last - first).num_days() + 1;
        let (from, to) = (i64::from(from), i64::from(to));
        let start = add_days(first, days * from / 3)?;
        (start, add_days(first, days * (to + 1) / 3 - 1)?.max(start))
    } else {
        let length = (last.year() - first.year()) as u32 * 12 + last.month() - first.month() + 1;
        let base = first.month();
        let (start, _) = months(first.year(), base, base)
            .and_then(|(start, _)| super::calendar::add_months(start, i64::from(length * from / 3)))
            .map(|start| (start, ()))?;
        let (_, end) = months(first.year(), base, base + length * (to + 1) / 3 - 1)?;
        (start, end)
    };
    Some(approximate(Known {
        first: Moment::day(start),
        last: Moment::day(end),
        precision: Precision::Span,
        ..known
    }))
}

/// The reading in the other order of day and month.
fn other_order(partial: &Partial, year: i32, known: &mut Known) {
    let Form::Day {
        day,
        month: Some(month),
        other: Some((other_day, other_month)),
    } = partial.form
    else {
        return;
    };
    let Some(other) = NaiveDate::from_ymd_opt(year, other_month, other_day) else {
        return;
    };
    known.alternatives.push(Span {
        earliest: Some(Moment::day(other)),
        latest: Some(Moment::day(other)),
    });
    known.lower(Certainty::Uncertain);
    known.warnings.push(format!(
        "This can be read as {day} {} {year} or as {}, and nothing in the column shows which. It was read as {day} {}; correct it if you know.",
        month_name(month),
        spoken_date(other),
        month_name(month)
    ));
}

fn check_weekday(partial: &Partial, known: &mut Known) {
    let Some(weekday) = partial.weekday else {
        return;
    };
    let date = known.first.date;
    if known.precision != Precision::Day || date.weekday() == weekday {
        return;
    }
    known.warnings.push(format!(
        "{} was a {}, not a {}. Check which of the two is right.",
        spoken_date(date),
        weekday_name(date.weekday()),
        weekday_name(weekday)
    ));
    known.lower(Certainty::Uncertain);
}

fn widen_to_week(week: Week, known: &mut Known) {
    let date = known.first.date;
    let span = match week {
        Week::Commencing => add_days(date, 6).map(|end| (date, end)),
        Week::Ending => add_days(date, -6).map(|start| (start, date)),
        Week::Of => monday(date).and_then(|start| Some((start, add_days(start, 6)?))),
        Week::End => {
            monday(date).and_then(|start| Some((add_days(start, 5)?, add_days(start, 6)?)))
        }
    };
    if let Some((first, last)) = span.filter(|_| known.is_one_day()) {
        known.first = Moment::day(first);
        known.last = Moment::day(last);
        known.precision = Precision::Span;
    }
}
