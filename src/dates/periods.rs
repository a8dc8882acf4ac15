//! Calendar dates of every kind, and those that are no day: seasons, quarters, decades, years, weeks, feasts.

use super::cursor::Cursor;
use super::partial::{Form, Partial, Week};
use super::words::{Portion, Season, Unit, Word};

impl Cursor<'_> {
    pub fn calendar_date(&mut self) -> Option<Partial> {
        self.attempt(Self::week_of_date)
            .or_else(|| self.attempt(Self::slice_of_period))
            .or_else(|| self.attempt(Self::portion_of_date))
            .or_else(|| self.whole_date())
    }

    pub fn whole_date(&mut self) -> Option<Partial> {
        self.attempt(Self::named_period)
            .or_else(|| self.named_date())
            .or_else(|| self.numeric_date())
            .or_else(|| self.attempt(Self::season))
            .or_else(|| self.attempt(Self::quarter_or_half))
            .or_else(|| self.attempt(Self::financial_year))
            .or_else(|| self.attempt(Self::decade))
            .or_else(|| self.attempt(Self::lone_year))
            .or_else(|| self.bare_day())
            .or_else(|| self.attempt(Self::day_of_month_above))
    }

    fn week_of_date(&mut self) -> Option<Partial> {
        let week = Word::Unit(Unit::Week);
        let rule = if self.eat_all(&[week, Word::Commencing])
            || self.eat(Word::Commencing)
            || self.eat_all(&[week, Word::Portion(Portion::Early)])
        {
            Week::Commencing
        } else if self.eat_all(&[week, Word::Ending]) || self.eat(Word::Ending) {
            Week::Ending
        } else if self.eat_all(&[week, Word::Of]) {
            Week::Of
        } else if self.eat(Word::Weekend) {
            Week::End
        } else {
            return None;
        };
        self.skip_fillers();
        let weekday = match self.word(0) {
            Some(Word::Weekday(weekday)) => {
                self.at += 1;
                Some(weekday)
            }
            _ => None,
        };
        let partial = self.whole_date()?;
        let is_day = matches!(partial.form, Form::Day { .. })
            || (rule == Week::End && matches!(partial.form, Form::Days { .. }));
        is_day.then_some(Partial {
            week: Some(rule),
            weekday,
            ..partial
        })
    }

    /// “early 2013”, “mid-March”, “mid to late 2013”, “the end of March 2013”.
    fn portion_of_date(&mut self) -> Option<Partial> {
        let first = self.eat_portion()?;
        let last = self
            .attempt(|cursor| {
                let joined = cursor.eat(Word::To)
                    || cursor.eat(Word::Or)
                    || cursor.eat_mark('/')
                    || cursor.eat_mark('-');
                joined.then(|| cursor.eat_portion()).flatten()
            })
            .unwrap_or(first);
        self.eat_mark('-');
        if self.written(0).eq_ignore_ascii_case("through") {
            self.at += 1;
        }
        self.skip_fillers();
        let partial = self.whole_date()?;
        let takes_portion = matches!(
            partial.form,
            Form::Month(_)
                | Form::Year
                | Form::Decade
                | Form::Season(_)
                | Form::MonthOrDay { .. }
                | Form::Period
                | Form::PeriodInto
        );
        // “mid-June 14” can name no day.
        let (form, doubtful) = match partial.form {
            Form::MonthOrDay { month, .. } => (Form::Month(month), false),
            form => (form, partial.doubtful),
        };
        takes_portion.then_some(Partial {
            portion: Some((first, last)),
            form,
            doubtful,
            ..partial
        })
    }

    fn eat_portion(&mut self) -> Option<Portion> {
        match self.word(0)? {
            // “the latter half” is a half.
            Word::Portion(portion) if self.word(1) != Some(Word::Half) => {
                self.at += 1;
                if self.written(0).eq_ignore_ascii_case("way") {
                    self.at += 1;
                }
                Some(portion)
            }
            Word::Half if self.written(1).eq_ignore_ascii_case("way") => {
                self.at += 2;
                Some(Portion::Mid)
            }
            _ => None,
        }
    }

    /// “Spring 2013”, “winter 2013/14”, “Spring of 2013”; without a year too.
    fn season(&mut self) -> Option<Partial> {
        let Some(Word::Season(season)) = self.word(0) else {
            return None;
        };
        let written = self.written(0);
        self.at += 1;
        if self.word(0) == Some(Word::Unit(Unit::Month)) {
            self.at += 1;
        }
        let is_fall = written.eq_ignore_ascii_case("fall");
        let Some(mut partial) = self.attempt(Self::year_of_period) else {
            return (!is_fall).then(|| Partial::new(Form::Season(season), None));
        };
        if is_fall {
            partial
                .inferred
                .push(format!("“{written}” was read as autumn."));
        }
        partial.form = match partial.form {
            Form::Years(_) if season == Season::Winter => Form::WinterInto,
            Form::Years(_) => return None,
            _ => Form::Season(season),
        };
        partial.doubtful = false;
        partial.warnings.clear();
        Some(partial)
    }

    /// The year of a season, quarter or feast: “of 2013”, “2013/14”, “’13”, “13”.
    pub fn year_of_period(&mut self) -> Option<Partial> {
        while matches!(self.word(0), Some(Word::Of | Word::In | Word::The))
            || matches!(self.mark(0), Some(',' | '/' | '-'))
        {
            self.at += 1;
        }
        if let Some(partial) = self.attempt(Self::short_years) {
            return Some(partial);
        }
        if let Some(partial) = self.numeric_date() {
            return matches!(partial.form, Form::Years(_)).then_some(partial);
        }
        let year = self.eat_year_after_month(true)?;
        let mut partial = Partial::new(Form::Year, Some(year.year));
        partial.inferred.extend(year.inferred);
        Some(partial)
    }

    /// “Q1 2013”, “first quarter of 2013”, “2013 Q1”, “second half of March 2013”.
    fn quarter_or_half(&mut self) -> Option<Partial> {
        let leading_year = self.attempt(|cursor| {
            let year = cursor.eat_long_year()?;
            (cursor.word(0) == Some(Word::Quarter)).then_some(year)
        });
        let is_letter = self.number(1).is_some();
        let (count, is_half) = self
            .attempt(Self::letter_then_number)
            .or_else(|| self.attempt(Self::ordinal_then_unit))?;
        let limit = if is_half { 2 } else { 4 };
        if !(1..=limit).contains(&count) {
            return None;
        }
        let form = |count| {
            if is_half {
                Form::Half(count)
            } else {
                Form::Quarter(count)
            }
        };
        if let Some(year) = leading_year {
            return Some(Partial::new(form(count), Some(year)));
        }
        if is_half && let Some(month) = self.attempt(Self::month_of_half) {
            return Some(Partial {
                form: Form::HalfOfMonth(count, month.month()?),
                ..month
            });
        }
        let Some(year) = self.attempt(Self::year_of_period) else {
            let is_joined = matches!(self.word(0), Some(Word::Or | Word::To | Word::And))
                || self.mark(0) == Some('-');
            return (is_letter && is_joined).then(|| Partial::new(form(count), None));
        };
        match (year.form, year.year) {
            (Form::Year, _) => Some(Partial {
                form: form(count),
                ..year
            }),
            // The quarters of 2013/14 are counted from April.
            (Form::Years(end), Some(start)) if !is_half && end == start + 1 => {
                let mut partial = Partial::new(
                    Form::Quarter(count % 4 + 1),
                    Some(if count == 4 { end } else { start }),
                );
                partial.inferred.push(format!(
                    "Quarter {count} was counted from April {start}, as in a financial year."
                ));
                Some(partial)
            }
            _ => None,
        }
    }

    /// “14/15” after “winter”.
    fn short_years(&mut self) -> Option<Partial> {
        let (first, 2) = self.number(0)? else {
            return None;
        };
        let (second, 2) = self.number(2)? else {
            return None;
        };
        let is_next = (first + 1) % 100 == second;
        let joined = matches!(self.mark(1), Some('/' | '-')) && self.joined(1) && self.joined(2);
        if !is_next || !joined || self.mark(3).is_some_and(|_| self.joined(3)) {
            return None;
        }
        let start = self.two_digit_year(first)?;
        self.at += 3;
        let mut partial = Partial::new(Form::Years(start.year + 1), Some(start.year));
        partial.inferred.extend(start.inferred);
        Some(partial)
    }

    fn letter_then_number(&mut self) -> Option<(u32, bool)> {
        let is_half = self.written(0).eq_ignore_ascii_case("h") && self.joined(1);
        if !is_half && self.word(0) != Some(Word::Quarter) {
            return None;
        }
        let (value, 1) = self.number(1)? else {
            return None;
        };
        self.at += 2;
        Some((value as u32, is_half))
    }

    fn ordinal_then_unit(&mut self) -> Option<(u32, bool)> {
        let count = match (self.word(0), self.number(0)) {
            (Some(Word::Ordinal(count)), _) => {
                self.at += 1;
                count
            }
            (_, Some((value, 1))) if self.word(1) == Some(Word::Suffix) => {
                self.at += 2;
                value as u32
            }
            (Some(Word::Portion(Portion::Late)), _) if self.word(1) == Some(Word::Half) => {
                self.at += 1;
                2
            }
            (Some(Word::Last), _) if self.word(1) == Some(Word::Quarter) => {
                self.at += 1;
                4
            }
            _ => return None,
        };
        if self.eat(Word::Half) {
            return Some((count, true));
        }
        self.eat(Word::Quarter).then_some((count, false))
    }

    fn month_of_half(&mut self) -> Option<Partial> {
        self.skip_fillers();
        let partial = self.named_date()?;
        matches!(partial.form, Form::Month(_)).then_some(partial)
    }

    /// “financial year 2013/14”
    fn financial_year(&mut self) -> Option<Partial> {
        if !self.eat(Word::Financial) {
            return None;
        }
        self.eat(Word::Unit(Unit::Year));
        let partial = self.attempt(Self::year_of_period)?;
        matches!(partial.form, Form::Years(end) if partial.year == Some(end - 1)).then_some(
            Partial {
                form: Form::FinancialYear,
                doubtful: false,
                warnings: Vec::new(),
                ..partial
            },
        )
    }

    /// “1990s”, “the 90s”, “1990’s”.
    fn decade(&mut self) -> Option<Partial> {
        self.eat_mark('\'');
        if let Some(Word::Tens(tens)) = self.word(0) {
            self.at += 1;
            let year = self.two_digit_year(u64::from(tens))?;
            let mut partial = Partial::new(Form::Decade, Some(year.year));
            partial.inferred.extend(year.inferred);
            return Some(partial);
        }
        let (value, digits) = self.number(0)?;
        let apostrophe = usize::from(self.mark(1) == Some('\''));
        if self.word(1 + apostrophe) != Some(Word::Plural) || value % 10 != 0 {
            return None;
        }
        let (year, inferred) = match digits {
            4 => (i32::try_from(value).ok()?, None),
            2 => {
                let year = self.two_digit_year(value)?;
                (year.year, year.inferred)
            }
            _ => return None,
        };
        self.at += 2 + apostrophe;
        let mut partial = Partial::new(Form::Decade, Some(year));
        partial.inferred.extend(inferred);
        Some(partial)
    }

    /// “the 14th”: a day of the month of the entry above.
    fn day_of_month_above(&mut self) -> Option<Partial> {
        self.context.previous?;
        let (day @ 1..=31, 1 | 2) = self.number(0)? else {
            return None;
        };
        if self.word(1) != Some(Word::Suffix) {
            return None;
        }
        self.at += 2;
        let ends = match (self.word(0), self.mark(0)) {
            (None, None) => self.is_at_end(),
            (None, Some(mark)) => matches!(mark, ',' | ';' | '-'),
            (Some(word), _) => matches!(
                word,
                Word::And | Word::Or | Word::To | Word::Until | Word::At | Word::PartOfDay(_)
            ),
        };
        ends.then(|| {
            Partial::new(
                Form::Day {
                    day: day as u32,
                    month: None,
                    other: None,
                },
                None,
            )
        })
    }

    /// “2013 March”, “2013, March 12”, “2013 (March)”.
    fn month_after_year(&mut self, year: i32) -> Option<Partial> {
        self.eat_mark(',');
        let dash = self.eat_mark('-');
        let Some(Word::Month(_)) = self.word(0) else {
            return None;
        };
        let partial = self.named_date()?;
        match partial.form {
            Form::Month(month) if dash && partial.year.is_none() => {
                let name = super::calendar::month_name(month);
                Some(Partial {
                    year: Some(year),
                    doubtful: true,
                    warnings: vec![format!(
                        "This was read as {name} {year}; it may also mean from January to {name} {year}. Correct it if you know."
                    )],
                    ..partial
                })
            }
            _ if dash => None,
            Form::MonthOrDay { month, day, .. } => Some(Partial::day(day, month, Some(year))),
            Form::Month(_) | Form::Day { .. } if partial.year.is_none() => Some(Partial {
                year: Some(year),
                ..partial
            }),
            _ => None,
        }
    }

    /// “2012”, “the year 2012”, “’12”.
    fn lone_year(&mut self) -> Option<Partial> {
        if self.word(0) == Some(Word::Withheld) && !self.joined(1) {
            self.at += 1;
            let year = self
                .eat_long_year()
                .filter(|year| (1900..=2100).contains(year))?;
            return Some(Partial {
                withheld: true,
                ..Partial::new(Form::Year, Some(year))
            });
        }
        if self.eat(Word::Unit(Unit::Year)) {
            self.eat(Word::Of);
        }
        if self.eat_mark('\'') {
            let (value, 2) = self.number(0)? else {
                return None;
            };
            let year = self.two_digit_year(value)?;
            self.at += 1;
            let mut partial = Partial::new(Form::Year, Some(year.year));
            partial.inferred.extend(year.inferred);
            return Some(partial);
        }
        let year = self
            .eat_long_year()
            .filter(|year| (1900..=2100).contains(year))?;
        let runs_on = self.joined(0)
            && matches!(self.mark(0), Some('/' | '.' | ':' | '-'))
            && self.joined(1)
            && self.number(1).is_some();
        let is_count = matches!(self.word(0), Some(Word::Unit(_)));
        if let Some(partial) = self.attempt(|cursor| cursor.month_after_year(year)) {
            return Some(partial);
        }
        (!runs_on && !is_count).then(|| Partial::new(Form::Year, Some(year)))
    }
}
