//! Dates with the month in words: “29th JUNE 2012”, “March 13, 2012”, “3/4 June”, “mid-March”.

use super::cursor::Cursor;
use super::numeric::impossible;
use super::partial::{Form, Partial};
use super::spelling::{foreign_month, misspelt_month};
use super::words::{Unit, Word};

impl Cursor<'_> {
    pub fn named_date(&mut self) -> Option<Partial> {
        self.attempt(Self::day_then_month)
            .or_else(|| self.attempt(Self::day_of_numbered_month))
            .or_else(|| self.attempt(Self::month_then_rest))
    }

    /// A day of the month, `3`, `3rd`, `third`, `twenty-first`; the number is not checked.
    fn eat_day(&mut self) -> Option<u32> {
        if let Some((value, 1 | 2)) = self.number(0) {
            self.at += 1;
            if self.joined(0) || self.word(0) == Some(Word::Suffix) {
                self.eat(Word::Suffix);
            }
            return u32::try_from(value).ok();
        }
        let tens = match self.word(0)? {
            Word::Ordinal(day) => {
                self.at += 1;
                return Some(day);
            }
            Word::Count(tens @ (20 | 30)) => tens,
            _ => return None,
        };
        let dash = usize::from(self.mark(1) == Some('-'));
        match self.word(1 + dash) {
            Some(Word::Ordinal(unit @ 1..=9)) => {
                self.at += 2 + dash;
                Some(tens + unit)
            }
            _ => None,
        }
    }

    /// The month, and what has to be said when it was misspelt.
    fn eat_month(&mut self) -> Option<(u32, Option<String>)> {
        match self.word(0)? {
            Word::Month(month) => {
                self.at += 1;
                Some((month, None))
            }
            Word::Unknown => {
                let written = self.written(0);
                let month = misspelt_month(written).or_else(|| foreign_month(written))?;
                self.at += 1;
                let name = super::calendar::month_name(month);
                Some((month, Some(format!("“{written}” was read as {name}."))))
            }
            _ => None,
        }
    }

    fn day_then_month(&mut self) -> Option<Partial> {
        let is_withheld = self.eat(Word::Withheld);
        let day = if is_withheld {
            None
        } else {
            Some(self.eat_day()?)
        };
        let second = if is_withheld {
            None
        } else {
            self.adjoining_day()
        };
        self.between_day_and_month();
        let (month, slip) = self.eat_month()?;
        let year = self.eat_year_after_month(true);
        let form = match (day, second) {
            (None, _) => Form::Month(month),
            (Some(first), Some(last)) if first < last && last <= 31 => {
                Form::Days { first, last, month }
            }
            (Some(0 | 32..), _) => {
                return Some(impossible(format!(
                    "There is no day {} in a month. Correct it if you know what was meant.",
                    day.unwrap_or(0)
                )));
            }
            (Some(_), Some(_)) => return None,
            (Some(day), None) => Form::Day {
                day,
                month: Some(month),
                other: None,
            },
        };
        let mut partial = Partial::new(form, year.as_ref().map(|year| year.year));
        partial.withheld = is_withheld;
        partial.inferred.extend(slip);
        partial.inferred.extend(year.and_then(|year| year.inferred));
        Some(partial)
    }

    /// “3rd of the 4th 2013”
    fn day_of_numbered_month(&mut self) -> Option<Partial> {
        let day = self.eat_day().filter(|day| (1..=31).contains(day))?;
        if !self.eat_all(&[Word::Of, Word::The]) {
            return None;
        }
        let (month @ 1..=12, _) = self.number(0)? else {
            return None;
        };
        self.at += 1;
        if !self.eat(Word::Suffix) {
            return None;
        }
        let year = self.eat_year_after_month(true)?;
        let mut partial = Partial::day(day, month as u32, Some(year.year));
        partial.inferred.extend(year.inferred);
        Some(partial)
    }

    /// The second day of “3/4 June”.
    fn adjoining_day(&mut self) -> Option<u32> {
        self.attempt(|cursor| {
            if !cursor.eat_mark('/') {
                return None;
            }
            cursor.eat(Word::The);
            let day = cursor.eat_day()?;
            let month_next = matches!(cursor.word(0), Some(Word::Month(_) | Word::Of));
            month_next.then_some(day)
        })
    }

    fn between_day_and_month(&mut self) {
        if self.eat(Word::Of) {
            return;
        }
        if matches!(self.mark(0), Some('-' | '/' | '.' | ',' | '\\')) {
            self.at += 1;
        }
        self.eat(Word::Of);
        if matches!(self.word(0), Some(Word::In | Word::The))
            && matches!(self.word(1), Some(Word::Month(_)))
        {
            self.at += 1;
        }
    }

    /// “March 2012”, “March 13”, “March 13, 2012”, “Mar-12”.
    fn month_then_rest(&mut self) -> Option<Partial> {
        self.eat(Word::The);
        self.eat_all(&[Word::Unit(Unit::Month), Word::Of]);
        let is_verb = self.written(0) == "may";
        let (month, slip) = self.eat_month()?;
        if is_verb && self.word(0) == Some(Word::Unknown) {
            return None;
        }
        let mut partial = self
            .attempt(|cursor| cursor.day_after_month(month))
            .unwrap_or_else(|| self.month_and_year(month));
        partial.inferred.extend(slip);
        Some(partial)
    }

    fn day_after_month(&mut self, month: u32) -> Option<Partial> {
        let hyphen = self.joined(0) && matches!(self.mark(0), Some('-' | '/'));
        self.at += usize::from(hyphen);
        self.eat(Word::The);
        let start = self.at;
        let day = self.eat_day().filter(|day| (1..=31).contains(day))?;
        if let Some(days) = self.attempt(|cursor| cursor.days_after_month(month, day)) {
            return Some(days);
        }
        let is_ordinal =
            self.at > start + 1 || self.number(0).is_none() && self.word(0) == Some(Word::Suffix);
        if self.is_clock_after(0) || matches!(self.word(0), Some(Word::Month(_))) {
            return None;
        }
        let year = self.attempt(|cursor| {
            if matches!(cursor.mark(0), Some(',' | '-' | '/' | '.')) {
                cursor.at += 1;
            }
            cursor.eat_long_year()
        });
        if year.is_some() || is_ordinal {
            return Some(Partial::day(day, month, year));
        }
        // Two digits and no year: the year itself, or the day.
        let (value, digits) = self.number_before()?;
        if digits == 1 {
            return (!hyphen).then(|| Partial::day(day, month, None));
        }
        let short = self.two_digit_year(value)?;
        let mut partial = Partial::new(
            Form::MonthOrDay {
                month,
                day,
                year: short.year,
            },
            Some(short.year),
        );
        partial.doubtful = true;
        partial.inferred.extend(short.inferred);
        Some(partial)
    }

    /// The rest of “August 4-6, 2012”.
    fn days_after_month(&mut self, month: u32, first: u32) -> Option<Partial> {
        if !self.eat_mark('-') && !self.eat(Word::To) {
            return None;
        }
        let last = self
            .eat_day()
            .filter(|day| (first + 1..=31).contains(day))?;
        self.eat_mark(',');
        let year = self.eat_long_year()?;
        Some(Partial::new(Form::Days { first, last, month }, Some(year)))
    }

    fn number_before(&self) -> Option<(u64, u8)> {
        Self {
            at: self.at.checked_sub(1)?,
            ..*self
        }
        .number(0)
    }

    fn month_and_year(&mut self, month: u32) -> Partial {
        let year = self.eat_year_after_month(true);
        let mut partial = Partial::new(Form::Month(month), year.as_ref().map(|year| year.year));
        partial.inferred.extend(year.and_then(|year| year.inferred));
        partial
    }

    /// The day that begins “3 to 5 June” or “5, 6 and 8/06/2013”: a number that a joining word and, in the end, a
    /// whole date follow.
    pub fn bare_day(&mut self) -> Option<Partial> {
        self.attempt(|cursor| {
            let day = cursor.eat_day().filter(|day| (1..=31).contains(day))?;
            if cursor.is_clock_after(0) {
                return None;
            }
            let mut ahead = *cursor;
            if !ahead.eat_joining() {
                return None;
            }
            while matches!(ahead.word(0), Some(Word::The | Word::On | Word::Weekday(_))) {
                ahead.at += 1;
            }
            let next = ahead.calendar_date()?;
            let leads =
                next.is_bare_day() || matches!(next.form, Form::Day { .. } | Form::Days { .. });
            leads.then(|| {
                Partial::new(
                    Form::Day {
                        day,
                        month: None,
                        other: None,
                    },
                    None,
                )
            })
        })
    }

    fn eat_joining(&mut self) -> bool {
        let mark = matches!(self.mark(0), Some('-' | ',' | '/' | ';'));
        let mut found = mark;
        self.at += usize::from(mark);
        while matches!(
            self.word(0),
            Some(Word::And | Word::Or | Word::To | Word::Until)
        ) {
            self.at += 1;
            found = true;
        }
        found
    }
}
