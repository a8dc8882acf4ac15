//! Dates in numbers: any separator, either order, two- or four-digit years, withheld parts.

use super::DayOrder;
use super::calendar::month_name;
use super::cursor::Cursor;
use super::partial::{Form, Partial};
use super::tokens::Kind;
use super::words::Word;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number { value: u64, digits: u8 },
    Withheld,
}

impl Part {
    fn is_short(self) -> bool {
        matches!(self, Self::Withheld | Self::Number { digits: 1 | 2, .. })
    }

    fn is_year(self) -> bool {
        matches!(self, Self::Number { digits: 4, .. })
    }

    /// `None`: withheld, or written as 0 or 00.
    fn value(self) -> Option<u32> {
        match self {
            Self::Number { value, .. } => u32::try_from(value).ok().filter(|value| *value > 0),
            Self::Withheld => None,
        }
    }
}

impl Cursor<'_> {
    pub fn numeric_date(&mut self) -> Option<Partial> {
        self.attempt(Self::three_parts)
            .or_else(|| self.attempt(Self::two_parts))
            .or_else(|| self.attempt(Self::run_together))
            .or_else(|| self.attempt(Self::run_of_digits))
    }

    fn part(&mut self) -> Option<Part> {
        let part = match self.token(0)?.kind {
            Kind::Number { value, digits } => Part::Number { value, digits },
            Kind::Word(Word::Withheld) => Part::Withheld,
            _ => return None,
        };
        self.at += 1;
        Some(part)
    }

    /// One separator, or two by a slip of the hand.
    fn separator(&mut self) -> bool {
        let separates = |mark| matches!(mark, Some('/' | '.' | '-' | '\\' | ',' | ';' | ':' | '|'));
        let first = self.mark(0);
        if !separates(first) || (matches!(first, Some(',' | ';' | ':')) && self.is_spaced_around())
        {
            return false;
        }
        self.at += 1;
        if separates(self.mark(0)) && self.joined(0) {
            self.at += 1;
        }
        true
    }

    fn is_spaced_around(&self) -> bool {
        !self.joined(0) || !self.joined(1)
    }

    fn three_parts(&mut self) -> Option<Partial> {
        let start = self.at;
        let first = self.part()?;
        let spaced_only = self.number(0).is_some() && !self.joined(0);
        if !spaced_only && !self.separator() {
            return None;
        }
        let second = self.part()?;
        if spaced_only {
            let written_apart = self.number(0).is_some() && !self.joined(0);
            let is_whole_cell = start == 0
                && self.tokens.len() == 3
                && self
                    .tokens
                    .iter()
                    .all(|token| matches!(token.kind, Kind::Number { digits: 2, .. }));
            let long_year =
                first.is_year() || matches!(self.number(0), Some((_, 4))) || is_whole_cell;
            if !written_apart || !long_year {
                return None;
            }
        } else if !self.separator() && !self.is_spaced_year() {
            return None;
        }
        if matches!(self.number(1), Some((_, 2))) {
            self.eat_mark('\'');
        }
        let third = self.part()?;
        let runs_on = matches!(self.mark(0), Some('/' | '.' | '\\'))
            && self.joined(0)
            && self.joined(1)
            && self.number(1).is_some()
            && !(first.is_year() && matches!(self.number(1), Some((_, 4))));
        // “12:30:2013” and “3.10.15pm” are no dates.
        let is_clock = first.is_short()
            && ((self.is_clock_after(0) && self.joined(0) && !third.is_year())
                || self.tokens[start + 1].kind == Kind::Mark(':'));
        // “8, 9, 10 June 2015”: the third number is a day.
        let is_day =
            third.is_short() && matches!(self.word(0), Some(Word::Month(_) | Word::Suffix));
        if runs_on || is_clock || is_day || (self.number(0).is_some() && self.joined(0)) {
            return None;
        }
        let written = self.between(start, self.at);
        if first.is_year() && second.is_short() && third.is_short() {
            return Some(self.year_first(first, second, third));
        }
        if !first.is_short() || !second.is_short() {
            return None;
        }
        let Part::Number { value, digits } = third else {
            return None;
        };
        let (year, inferred) = match digits {
            4 => (i32::try_from(value).ok()?, None),
            2 => {
                let year = self.two_digit_year(value)?;
                (year.year, year.inferred)
            }
            _ => return None,
        };
        let mut partial = self.in_either_order(first, second, year, written);
        partial.inferred.extend(inferred);
        Some(partial)
    }

    /// “22/05 2016”
    fn is_spaced_year(&self) -> bool {
        matches!(self.number(0), Some((_, 4)))
            && !self.joined(0)
            && self.word(1) != Some(Word::Hours)
    }

    fn year_first(&self, year: Part, month: Part, day: Part) -> Partial {
        let year = year.value().and_then(|year| i32::try_from(year).ok());
        match (month.value(), day.value()) {
            (Some(month @ 1..=12), Some(day)) => Partial::day(day, month, year),
            (Some(month @ 1..=12), None) => withheld(Form::Month(month), year),
            (Some(month), _) => impossible(format!(
                "There is no month {month}. Write the date as day/month/year if you know it."
            )),
            (None, _) => withheld(Form::Year, year),
        }
    }

    fn in_either_order(&self, first: Part, second: Part, year: i32, written: &str) -> Partial {
        let (first, second) = match (first.value(), second.value()) {
            (Some(first), Some(second)) => (first, second),
            (None, Some(month @ 1..=12)) => return withheld(Form::Month(month), Some(year)),
            _ => return withheld(Form::Year, Some(year)),
        };
        let order = self.context.order;
        let (preferred, other) = match order {
            DayOrder::DayFirst => ((first, second), (second, first)),
            DayOrder::MonthFirst => ((second, first), (first, second)),
        };
        let is_possible = |(day, month): (u32, u32)| day <= 31 && (1..=12).contains(&month);
        if is_possible(preferred) || (1..=12).contains(&preferred.1) {
            let both_ways = !self.context.order_proved && preferred != other && is_possible(other);
            let mut partial = Partial::day(preferred.0, preferred.1, Some(year));
            if both_ways {
                partial.form = Form::Day {
                    day: preferred.0,
                    month: Some(preferred.1),
                    other: Some(other),
                };
            }
            return partial;
        }
        if !is_possible(other) {
            return impossible(format!(
                "“{written}” is no date: there is no month {}. Correct it if you know what was meant.",
                preferred.1
            ));
        }
        let mut partial = Partial::day(other.0, other.1, Some(year));
        let name = month_name(other.1);
        partial.inferred.push(format!(
            "“{written}” was read as {} {name} {year}, because there is no month {}.",
            other.0, preferred.1
        ));
        partial.warnings.push(format!(
            "“{written}” is written {}, although dates here are read {}. Check it against the record.",
            order.other().words(),
            order.words()
        ));
        partial
    }

    /// “03/2012”, “2012-03”, “2013/14”; “3/12” is a day without a year.
    fn two_parts(&mut self) -> Option<Partial> {
        let start = self.at;
        let first = self.part()?;
        let mark = self
            .mark(0)
            .filter(|mark| matches!(mark, '/' | '-' | '.' | '\\'))?;
        if self.is_spaced_around() {
            return None;
        }
        self.at += 1;
        let second = self.part()?;
        // “4/8-6/8/2012” is a range.
        let is_range = mark == '/' && self.mark(0) == Some('-');
        let continues = !is_range
            && matches!(self.mark(0), Some('/' | '.' | '-' | '\\'))
            && (self.number(1).is_some() || self.mark(1) == Some('?'));
        let runs_on = self.joined(0) && (continues || self.number(0).is_some());
        if runs_on || (self.is_clock_after(0) && !second.is_year()) {
            return None;
        }
        let (Some(a), Some(b)) = (first.value(), second.value()) else {
            return match (first, second.value()) {
                (Part::Withheld, Some(year)) if second.is_year() => {
                    Some(withheld(Form::Year, i32::try_from(year).ok()))
                }
                _ => None,
            };
        };
        let (short_first, short_second) = (first.is_short(), second.is_short());
        let is_plausible = |part: Part, year: u32| part.is_year() && (1900..=2100).contains(&year);
        match (first.is_year(), second.is_year()) {
            (false, true) if short_first && a <= 12 => {
                Some(Partial::new(Form::Month(a), i32::try_from(b).ok()))
            }
            (true, true)
                if mark != '.' && a < b && is_plausible(first, a) && is_plausible(second, b) =>
            {
                let is_day = (1..=31).contains(&(a / 100)) && (1..=12).contains(&(a % 100));
                if mark == '/' && is_day && b > a + 1 {
                    let mut partial =
                        Partial::new(Form::Years(i32::try_from(b).ok()?), i32::try_from(a).ok());
                    partial.doubtful = true;
                    partial.warnings.push(format!(
                        "This was read as the years {a} to {b}; it may also mean {} {} {b}. Correct it if you know.",
                        a / 100,
                        month_name(a % 100)
                    ));
                    return Some(partial);
                }
                Some(Partial::new(
                    Form::Years(i32::try_from(b).ok()?),
                    i32::try_from(a).ok(),
                ))
            }
            (true, false) if short_second && mark != '.' => year_and_short(a, b, mark),
            (false, false) if mark == '/' && short_first && short_second => {
                let written = self.between(start, self.at);
                Some(self.day_and_month(a, b, written))
            }
            _ => None,
        }
    }

    /// “14/072012” and “1407/2012”: a separator is missing.
    fn run_together(&mut self) -> Option<Partial> {
        let start = self.at;
        let (first, first_digits) = self.number(0)?;
        if !matches!(self.mark(1), Some('/' | '.' | '-')) || !self.joined(1) || !self.joined(2) {
            return None;
        }
        let (second, second_digits) = self.number(2)?;
        let (day, month, year) = match (first_digits, second_digits) {
            (1 | 2, 6) => (first, second / 10_000, second % 10_000),
            (4, 4) => (first / 100, first % 100, second),
            _ => return None,
        };
        let is_date =
            (1..=31).contains(&day) && (1..=31).contains(&month) && (1900..=2100).contains(&year);
        self.at += 3;
        if !is_date || self.number(0).is_some() && self.joined(0) {
            return None;
        }
        let part = |value| Part::Number { value, digits: 2 };
        let written = self.between(start, self.at);
        let mut partial =
            self.in_either_order(part(day), part(month), i32::try_from(year).ok()?, written);
        partial.inferred.push(format!(
            "“{written}” was read as {day:02}/{month:02}/{year}: a separator is missing."
        ));
        Some(partial)
    }

    fn day_and_month(&self, first: u32, second: u32, written: &str) -> Partial {
        let (day, month) = match self.context.order {
            DayOrder::DayFirst => (first, second),
            DayOrder::MonthFirst => (second, first),
        };
        if day > 31 || !(1..=12).contains(&month) {
            return impossible(format!(
                "“{written}” is no day and month. Correct it if you know what was meant."
            ));
        }
        let mut partial = Partial::day(day, month, None);
        if !self.context.order_proved && first != second && day <= 12 {
            partial.form = Form::Day {
                day,
                month: Some(month),
                other: Some((month, day)),
            };
        }
        partial
    }

    /// “20120313”, “13032012”, “201203130132”.
    fn run_of_digits(&mut self) -> Option<Partial> {
        let (value, digits) = self.number(0)?;
        let date = match digits {
            8 => value,
            12 => value / 10_000,
            14 => value / 1_000_000,
            _ => return None,
        };
        let plausible = |year: u64, month: u64, day: u64| {
            ((1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
                .then_some((year as i32, month as u32, day as u32))
        };
        let year_first = plausible(date / 10_000, date / 100 % 100, date % 100);
        let day_first = plausible(date % 10_000, date / 10_000 % 100, date / 1_000_000);
        let (year, month, day) = match (year_first, day_first.filter(|_| digits == 8)) {
            (Some(date), None) | (None, Some(date)) => date,
            _ => return None,
        };
        // A time in the same run of digits stays for the clock to read.
        if digits == 8 {
            self.at += 1;
        }
        let mut partial = Partial::day(day, month, Some(year));
        let is_year = |half: u64| (1900..=2100).contains(&half);
        if digits == 8 && is_year(date / 10_000) && is_year(date % 10_000) && year_first.is_none() {
            partial.inferred.push(format!(
                "“{date}” was read as {day} {} {year}, not as two years.",
                month_name(month)
            ));
        }
        Some(partial)
    }
}

/// “2012-03” is a month, “2013/14” two years, “2011-12” may be either.
fn year_and_short(year: u32, short: u32, mark: char) -> Option<Partial> {
    let start = i32::try_from(year).ok()?;
    let is_next = (year + 1) % 100 == short;
    let is_month = (1..=12).contains(&short);
    match (is_next, is_month) {
        (true, false) => Some(Partial::new(Form::Years(start + 1), Some(start))),
        (true, true) => {
            let mut partial = Partial::new(Form::Years(start + 1), Some(start));
            partial.doubtful = true;
            partial.warnings.push(format!(
                "“{year}{mark}{short:02}” was read as the years {start} and {}; it may also mean {} {start}.",
                start + 1,
                month_name(short)
            ));
            Some(partial)
        }
        (false, true) if year >= 2000 && short > year % 100 => {
            let mut partial = Partial::new(Form::Month(short), Some(start));
            partial.doubtful = true;
            partial.warnings.push(format!(
                "“{year}{mark}{short:02}” was read as {} {start}; it may also mean the years {start} to {}.",
                month_name(short),
                start - start % 100 + short as i32
            ));
            Some(partial)
        }
        (false, true) => Some(Partial::new(Form::Month(short), Some(start))),
        (false, false) => None,
    }
}

fn withheld(form: Form, year: Option<i32>) -> Partial {
    Partial {
        withheld: true,
        ..Partial::new(form, year)
    }
}

pub fn impossible(warning: String) -> Partial {
    Partial {
        warnings: vec![warning],
        ..Partial::new(Form::Impossible, None)
    }
}
