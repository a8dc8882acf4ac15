//! One date with its time, in whatever order the two were written.

use chrono::{Datelike, Weekday};

use super::ages::Age;
use super::clock::{Clock, Expecting};
use super::cursor::Cursor;
use super::partial::{Form, Partial};
use super::relative::{FromPrevious, Offset};
use super::spelling::misspelt_weekday;
use super::tokens::Kind as TokenKind;
use super::words::Word;

#[derive(Debug, Clone, PartialEq)]
pub enum Base {
    Date(Box<Partial>),
    Anchor(usize),
    Offset(Box<Offset>),
    Previous(FromPrevious),
    /// As [`Base::Previous`], from the anchor in place of the entry above.
    FromAnchor(FromPrevious, usize),
    Age(Box<Age>),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Point {
    pub base: Option<Base>,
    pub clock: Option<Clock>,
    pub weekday: Option<Weekday>,
    /// The time was given in universal time or with an offset.
    pub foreign_time: bool,
    /// What was assumed about the time or the weekday, as sentences.
    pub assumed: Vec<String>,
    /// Tokens it was read from.
    pub from: usize,
    pub to: usize,
}

impl Point {
    pub fn partial_mut(&mut self) -> Option<&mut Partial> {
        match &mut self.base {
            Some(Base::Date(partial)) => Some(partial),
            _ => None,
        }
    }

    pub fn partial(&self) -> Option<&Partial> {
        match &self.base {
            Some(Base::Date(partial)) => Some(partial),
            _ => None,
        }
    }
}

impl Cursor<'_> {
    pub fn point(&mut self) -> Option<Point> {
        self.attempt(|cursor| {
            let mut point = Point {
                from: cursor.at,
                ..Point::default()
            };
            let mut end = None;
            while cursor.component(&mut point) {
                end = Some(cursor.at);
            }
            cursor.at = end?;
            point.to = cursor.at;
            (point.base.is_some() || point.clock.is_some()).then_some(point)
        })
    }

    /// One more part of the point: a date, a time, a weekday.
    fn component(&mut self, point: &mut Point) -> bool {
        self.attempt(|cursor| {
            let has_parts =
                point.base.is_some() || point.clock.is_some() || point.weekday.is_some();
            let comma = has_parts && cursor.mark(0) == Some(',');
            let wants_time = point.base.is_some() && point.clock.is_none();
            let slash = cursor.mark(0) == Some('/') && !cursor.joined(0) && !cursor.joined(1);
            let dash = wants_time && (cursor.mark(0) == Some('-') || slash);
            let whole = point
                .partial()
                .is_some_and(|date| matches!(date.form, Form::Day { .. }));
            let colon = has_parts
                && cursor.mark(0) == Some(':')
                && (!cursor.joined(1) || (wants_time && whole && cursor.mark(2) == Some(':')));
            cursor.at += usize::from(comma || dash || colon);
            let before = cursor.at;
            if point.base.is_none() && point.clock.is_none() && cursor.bare_time_first(point) {
                return Some(());
            }
            if point.base.is_none() && cursor.base(point) {
                return Some(());
            }
            if dash {
                return cursor.clock_after_dash(point);
            }
            cursor.skip_fillers();
            let at = cursor.tokens[before..cursor.at]
                .iter()
                .any(|token| token.kind == TokenKind::Word(Word::At));
            if point.weekday.is_none() && cursor.weekday(point, comma) {
                return Some(());
            }
            if cursor.year_after_clock(point) {
                return Some(());
            }
            let dots = cursor.tokens[point.from..cursor.at]
                .iter()
                .any(|token| token.kind == TokenKind::Mark('.'));
            if point.base.is_some()
                && point.clock.is_none()
                && !comma
                && !dots
                && let Some(clock) = cursor.eat_dotted_clock()
            {
                point.clock = Some(clock);
                return Some(());
            }
            cursor.time(point, at)
        })
        .is_some()
    }

    /// The year of “Tue Mar 13 01:32:00 2012”.
    fn year_after_clock(&mut self, point: &mut Point) -> bool {
        let has_clock = point.clock.is_some();
        let Some(partial) = point.partial_mut().filter(|_| has_clock) else {
            return false;
        };
        let form = match partial.form {
            Form::MonthOrDay { month, day, .. } => Form::Day {
                day,
                month: Some(month),
                other: None,
            },
            form @ Form::Day { month: Some(_), .. } if partial.year.is_none() => form,
            _ => return false,
        };
        let Some(year) = self.eat_long_year() else {
            return false;
        };
        *partial = Partial::new(form, Some(year));
        true
    }

    fn base(&mut self, point: &mut Point) -> bool {
        let event = self.any_event;
        let mut part = None;
        let found = self
            .attempt(Self::day_from_previous)
            .map(|from| match event {
                Some(index) => Base::FromAnchor(from, index),
                None => Base::Previous(from),
            })
            .or_else(|| self.attempt(Self::age).map(|age| Base::Age(Box::new(age))))
            .or_else(|| {
                self.attempt(Self::offset).map(|offset| {
                    part = offset.part;
                    Base::Offset(Box::new(offset))
                })
            })
            .or_else(|| {
                self.attempt(|cursor| {
                    cursor.skip_event_words();
                    cursor.anchor()
                })
                .map(Base::Anchor)
            })
            .or_else(|| {
                self.attempt(|cursor| {
                    cursor.skip_fillers();
                    cursor.calendar_date()
                })
                .map(|partial| Base::Date(Box::new(partial)))
            });
        let is_found = found.is_some();
        if is_found {
            point.base = found;
            if point.clock.is_none() {
                point.clock = part.map(Clock::Part);
            }
        }
        is_found
    }

    fn weekday(&mut self, point: &mut Point, after_comma: bool) -> bool {
        let weekday = match self.word(0) {
            Some(Word::Weekday(weekday)) => weekday,
            Some(Word::Unknown) => {
                let written = self.written(0);
                let Some(weekday) = misspelt_weekday(written) else {
                    return false;
                };
                point.assumed.push(format!(
                    "“{written}” was read as {}.",
                    super::calendar::weekday_name(weekday)
                ));
                weekday
            }
            _ => return false,
        };
        let mut ahead = *self;
        ahead.at += 1;
        // “12 May, Tuesday 14 May”: the weekday belongs to what follows.
        if point.base.is_some() && after_comma {
            ahead.skip_fillers();
            if ahead.calendar_date().is_some() {
                return false;
            }
        }
        self.at += 1;
        point.weekday = Some(weekday);
        true
    }

    fn time(&mut self, point: &mut Point, after_at: bool) -> Option<()> {
        if let Some(Clock::At(_)) = point.clock {
            // “21:10 in the evening” says the hour twice.
            if let Some(Word::PartOfDay(_)) = self.word(0) {
                self.at += 1;
                return Some(());
            }
        }
        if let Some(part @ Clock::Part(_)) = &point.clock {
            // “evening, 21:10”: the hour says more.
            let part = part.clone();
            let clock = self.eat_clock(Expecting::Time)?;
            point.clock = Some(evening_hour(clock, &part));
            return Some(());
        }
        if point.clock.is_some() {
            return None;
        }
        let whole = point
            .partial()
            .is_some_and(|date| matches!(date.form, Form::Day { .. }));
        if point.base.is_some() && self.word(0) == Some(Word::T) && self.joined(0) {
            self.at += 1;
        }
        let expecting = if after_at || whole {
            Expecting::Time
        } else {
            Expecting::Anything
        };
        let start = self.at;
        let clock = self.eat_clock(expecting)?;
        if !after_at {
            point.assumed.extend(self.said_of_bare_time(start, &clock));
        }
        point.clock = Some(clock);
        if let Some(foreign) = self.eat_zone() {
            point.foreign_time = foreign;
        }
        Some(())
    }

    /// For a time that is nothing but four figures: it may have been meant otherwise.
    pub fn said_of_bare_time(&self, start: usize, clock: &Clock) -> Option<String> {
        let is_bare = self.at == start + 1
            && matches!(
                self.tokens.get(start).map(|token| token.kind),
                Some(TokenKind::Number { digits: 4, .. })
            );
        // “2110-2230hrs”
        let is_named = matches!(self.mark(0), Some('-' | '/')) && self.word(2) == Some(Word::Hours)
            || matches!(self.word(0), Some(Word::And | Word::To))
                && self.word(2) == Some(Word::Hours);
        match clock {
            Clock::At(time) if is_bare && !is_named => Some(format!(
                "“{}” was read as the time {}.",
                self.between(start, start + 1),
                time.format("%H:%M")
            )),
            _ => None,
        }
    }

    /// A cell of four figures that can be no year yet, below an entry with a date.
    fn is_time_of_day_above(&self) -> bool {
        let Some((value, 4)) = self.number(0) else {
            return false;
        };
        let years = 1900..=u64::try_from(self.context.today.year()).unwrap_or(0);
        self.context.previous.is_some()
            && value / 100 < 24
            && value % 100 < 60
            && !years.contains(&value)
    }

    /// “2140 14/07/2012”, “10.30 1.4.2013”: figures at the start of the cell, before a whole date.
    fn bare_time_first(&mut self, point: &mut Point) -> bool {
        let start = self.at;
        let dotted = matches!(self.number(0), Some((_, 1 | 2)))
            && self.mark(1) == Some('.')
            && matches!(self.number(2), Some((_, 2)))
            && self.joined(1)
            && self.joined(2)
            && !self.joined(3);
        let figures = matches!(self.number(0), Some((0..=2359, 4))) && !self.joined(1);
        if start == 0 && self.tokens.len() == 1 && self.is_time_of_day_above() {
            let clock = self.eat_clock(Expecting::Time);
            let said = clock
                .as_ref()
                .and_then(|clock| self.said_of_bare_time(start, clock));
            point.clock = clock;
            point.assumed.extend(said);
            return point.clock.is_some();
        }
        if start != 0 || !(dotted || figures) {
            return false;
        }
        let mut ahead = *self;
        ahead.at += if dotted { 3 } else { 1 };
        ahead.skip_fillers();
        let is_whole = ahead
            .calendar_date()
            .is_some_and(|date| matches!(date.form, Form::Day { .. }) && date.year.is_some());
        let clock = is_whole
            .then(|| self.eat_clock(Expecting::Time))
            .flatten()
            .filter(|clock| matches!(clock, Clock::At(_)));
        let Some(clock) = clock else {
            self.at = start;
            return false;
        };
        point.assumed.extend(self.said_of_bare_time(start, &clock));
        point.clock = Some(clock);
        true
    }

    /// “13/03/2012 - 01:32”: a time after a dash, unless a second date follows it.
    fn clock_after_dash(&mut self, point: &mut Point) -> Option<()> {
        let mut ahead = *self;
        ahead.skip_fillers();
        if let Some(second) = ahead.calendar_date() {
            let year = point.partial().and_then(|first| first.year);
            let is_earlier_year = second.form == Form::Year && second.year < year;
            if !is_earlier_year {
                return None;
            }
        }
        self.time(point, false)?;
        let mut ahead = *self;
        ahead.skip_fillers();
        ahead.calendar_date().is_none().then_some(())
    }
}

/// “evening, 9:10” is 21:10.
fn evening_hour(clock: Clock, part: &Clock) -> Clock {
    use super::words::PartOfDay::{AfterNoon, Afternoon, Evening};
    match (&clock, part) {
        (
            Clock::At(time) | Clock::EitherHalf(time),
            Clock::Part(Afternoon | AfterNoon | Evening),
        ) => {
            use chrono::Timelike;
            if time.hour() < 12 {
                super::clock::after_noon(*time).map_or(clock, Clock::At)
            } else {
                clock
            }
        }
        _ => clock,
    }
}
