//! Years as they are written: four digits, or two with a pivot that is said.

use chrono::Datelike;

use super::cursor::Cursor;
use super::words::Word;

/// A year and, for two digits, the sentence that says how it was completed.
pub struct Year {
    pub year: i32,
    pub inferred: Option<String>,
}

impl Cursor<'_> {
    /// Two digits: the latest year so ending that is not after this year.
    pub fn two_digit_year(&self, value: u64) -> Option<Year> {
        let short = i32::try_from(value).ok().filter(|short| *short < 100)?;
        let now = self.context.today.year();
        let century = now - now.rem_euclid(100);
        let year = if short <= now.rem_euclid(100) {
            century + short
        } else {
            century - 100 + short
        };
        let sentence = format!(
            "The year “{short:02}” was read as {year}: two-digit years are taken as the latest that is not after {now}."
        );
        Some(Year {
            year,
            inferred: Some(sentence),
        })
    }

    /// A year of four digits here, which is not the time of day “1945hrs” nor the start of “2013-05-03”.
    pub fn eat_long_year(&mut self) -> Option<i32> {
        let (value, 4) = self.number(0)? else {
            return None;
        };
        let year = i32::try_from(value).ok().filter(|year| *year >= 1000)?;
        if self.is_time_of_four_digits(value) {
            return None;
        }
        self.at += 1;
        Some(year)
    }

    /// A year of two or four digits after a day and a month: “12 March 12”, “12-Mar-12”, “March ’12”, “12 March, 2012”.
    pub fn eat_year_after_month(&mut self, two_digits: bool) -> Option<Year> {
        self.attempt(|cursor| {
            let separated = matches!(cursor.mark(0), Some('-' | '/' | '.' | ',' | '\\'));
            let joined = cursor.joined(0) && cursor.joined(1);
            cursor.at += usize::from(separated);
            if !separated {
                while cursor.eat(Word::Of) || cursor.eat(Word::In) {}
            }
            let apostrophe = cursor.eat_mark('\'');
            if let Some(year) = cursor.eat_long_year() {
                return Some(Year {
                    year,
                    inferred: None,
                });
            }
            let (value, 2) = cursor.number(0)? else {
                return None;
            };
            let allowed = apostrophe || (two_digits && (!separated || joined));
            if !allowed || cursor.is_clock_after(1) || cursor.starts_day(1) {
                return None;
            }
            cursor.at += 1;
            cursor.two_digit_year(value)
        })
    }

    /// “1945hrs” and “1030 am”, but not “2012 am”.
    fn is_time_of_four_digits(&self, value: u64) -> bool {
        let is_time = value / 100 < 24 && value % 100 < 60;
        match self.word(1) {
            Some(Word::Hours) => is_time,
            Some(Word::Am | Word::Pm) => is_time && value / 100 <= 12,
            _ => {
                self.mark(1) == Some(':')
                    && self.joined(1)
                    && self.joined(2)
                    && self.number(2).is_some()
            }
        }
    }

    /// What follows makes the number before it a time: `:30`, `.30pm`, `hrs`, `pm`, `noon`.
    pub fn is_clock_after(&self, ahead: usize) -> bool {
        match (self.word(ahead), self.mark(ahead)) {
            (
                Some(
                    Word::Am | Word::Pm | Word::Hours | Word::Oclock | Word::Noon | Word::Midnight,
                ),
                _,
            ) => true,
            (_, Some(':')) => self.number(ahead + 1).is_some(),
            (_, Some('.')) => {
                self.joined(ahead)
                    && self.joined(ahead + 1)
                    && matches!(self.number(ahead + 1), Some((_, 2)))
            }
            _ => false,
        }
    }

    /// What follows makes the number before it a day: `th`, `April`, `/4/2013`.
    fn starts_day(&self, ahead: usize) -> bool {
        match (self.word(ahead), self.mark(ahead)) {
            (Some(Word::Suffix | Word::Month(_)), _) => true,
            (Some(Word::Of), _) => matches!(self.word(ahead + 1), Some(Word::Month(_))),
            (_, Some('/' | '-')) => self.joined(ahead) && self.number(ahead + 1).is_some(),
            _ => false,
        }
    }
}
