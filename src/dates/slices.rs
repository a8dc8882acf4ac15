//! Parts that are cut out of a month, season or year: “the last two weeks of June 2014”, “the first Monday of May”.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{add_days, add_months, last_of_month};
use super::cursor::Cursor;
use super::partial::{Form, Partial, Slice};
use super::words::{Unit, Word};

impl Cursor<'_> {
    pub fn slice_of_period(&mut self) -> Option<Partial> {
        self.eat(Word::The);
        let nth = match self.word(0) {
            Some(Word::Ordinal(nth @ 1..=5)) => Some(u8::try_from(nth).ok()?),
            Some(Word::Last) => None,
            _ => match (self.number(0), self.word(1)) {
                (Some((nth @ 1..=5, 1)), Some(Word::Suffix)) => {
                    self.at += 1;
                    Some(nth as u8)
                }
                _ => return None,
            },
        };
        self.at += 1;
        let (slice, is_vague) = self.slice(nth)?;
        if !matches!(self.word(0), Some(Word::Of | Word::In)) {
            return None;
        }
        self.skip_fillers();
        let partial = self.whole_date()?;
        let is_half = matches!(slice, Slice::FirstMonths(60) | Slice::LastMonths(60));
        let is_long = is_half == (partial.form == Form::Decade)
            && matches!(
                partial.form,
                Form::Month(_)
                    | Form::Year
                    | Form::Season(_)
                    | Form::Quarter(_)
                    | Form::Half(_)
                    | Form::Decade
            );
        is_long.then_some(Partial {
            slice: Some(slice),
            vague_slice: is_vague,
            ..partial
        })
    }

    fn slice(&mut self, nth: Option<u8>) -> Option<(Slice, bool)> {
        let word = self.word(0)?;
        if word == Word::Half {
            self.at += 1;
            return match nth {
                Some(1) => Some((Slice::FirstMonths(60), false)),
                Some(2) => Some((Slice::LastMonths(60), false)),
                _ => None,
            };
        }
        if word == Word::Weekend {
            self.at += 1;
            return Some((Slice::Weekend(nth), false));
        }
        if let Word::Weekday(weekday) = word {
            self.at += 1;
            return Some((Slice::Weekday(nth, weekday), false));
        }
        if word == Word::Unit(Unit::Week) {
            self.at += 1;
            return Some(match nth {
                Some(nth) => (Slice::WeekFrom((i64::from(nth) - 1) * 7), true),
                None => (Slice::LastDays(7), true),
            });
        }
        let (count, is_vague) = self.slice_count()?;
        let Word::Unit(unit) = self.word(0)? else {
            return None;
        };
        self.at += 1;
        let days = match unit {
            Unit::Day => count,
            Unit::Week => count * 7,
            Unit::Month => {
                return match nth {
                    Some(1) => Some((Slice::FirstMonths(count), is_vague)),
                    None => Some((Slice::LastMonths(count), is_vague)),
                    _ => None,
                };
            }
            _ => return None,
        };
        match nth {
            Some(1) => Some((Slice::FirstDays(days), is_vague)),
            None => Some((Slice::LastDays(days), is_vague)),
            _ => None,
        }
    }

    /// “a few” is taken as up to five.
    fn slice_count(&mut self) -> Option<(i64, bool)> {
        let count = match (self.word(0), self.number(0)) {
            (Some(Word::Count(count)), _) => (i64::from(count), false),
            (Some(Word::Few), _) => (5, true),
            (Some(Word::Couple), _) => {
                self.at += 1;
                self.eat(Word::Of);
                return Some((2, true));
            }
            (_, Some((count, 1 | 2))) => (i64::try_from(count).ok()?, false),
            _ => return None,
        };
        self.at += 1;
        Some(count)
    }
}

/// The days of a slice of the stretch, which it cannot leave.
pub fn cut(slice: Slice, first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let (start, end) = match slice {
        Slice::FirstDays(days) => (first, add_days(first, days - 1)?),
        Slice::LastDays(days) => (add_days(last, 1 - days)?, last),
        Slice::WeekFrom(days) => (add_days(first, days)?, add_days(first, days + 6)?.min(last)),
        Slice::FirstMonths(count) => (first, add_months(first, count)?.pred_opt()?),
        Slice::LastMonths(count) => (add_months(last.succ_opt()?, -count)?, last),
        Slice::Weekday(nth, weekday) => {
            let day = weekday_in(nth, weekday, first, last)?;
            (day, day)
        }
        Slice::Weekend(nth) => {
            let saturday = weekday_in(nth, Weekday::Sat, first, last)?;
            (saturday, saturday.succ_opt()?)
        }
    };
    let is_inside = start >= first && start <= end && end <= last_of_month(last).succ_opt()?;
    is_inside.then_some((start, end))
}

fn weekday_in(
    nth: Option<u8>,
    weekday: Weekday,
    first: NaiveDate,
    last: NaiveDate,
) -> Option<NaiveDate> {
    let place = |date: NaiveDate| i64::from(date.weekday().num_days_from_monday());
    let wanted = i64::from(weekday.num_days_from_monday());
    let day = match nth {
        Some(nth) => {
            let ahead = (7 + wanted - place(first)) % 7;
            add_days(first, ahead + (i64::from(nth) - 1) * 7)?
        }
        None => add_days(last, -((7 + place(last) - wanted) % 7))?,
    };
    (first..=last).contains(&day).then_some(day)
}
