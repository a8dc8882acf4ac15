//! Times of day: “01:32hrs”, “9pm”, “0132”, “12 noon”, “in the early hours”.

use chrono::{NaiveTime, Timelike};

use super::cursor::Cursor;
use super::words::{PartOfDay, Portion, Word};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clock {
    At(NaiveTime),
    /// 12-hour time without am or pm: morning first, evening possible.
    EitherHalf(NaiveTime),
    /// 24:00, the end of the day.
    EndOfDay,
    /// The start or the end of the day.
    Midnight,
    /// 00:00:00, which exports write where there was no time.
    NoneGiven,
    Part(PartOfDay),
    /// Written like a time, but there is none such.
    Impossible(String),
}

/// How much a number needs around it to be taken for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expecting {
    /// `:`, `hrs`, `am`.
    Anything,
    /// “at”, or a whole date, stands before: `0132` and `1.32` are times too.
    Time,
    /// A column of times: `9` is a time too.
    OnlyTimes,
}

impl Cursor<'_> {
    /// “10.15.00” after a date, as some databases write it.
    pub fn eat_dotted_clock(&mut self) -> Option<Clock> {
        self.attempt(|cursor| {
            let start = cursor.at;
            let (hour, 2) = cursor.number(0)? else {
                return None;
            };
            let (minute, 2) = cursor.number(2)? else {
                return None;
            };
            let (second, 2) = cursor.number(4)? else {
                return None;
            };
            let dotted = [1, 3].iter().all(|&ahead| cursor.mark(ahead) == Some('.'))
                && (1..=4).all(|ahead| cursor.joined(ahead));
            if !dotted || second > 59 {
                return None;
            }
            cursor.at += 5;
            match hour_and_minute(hour, minute, cursor.between(start, cursor.at)) {
                clock @ Clock::At(_) => Some(clock),
                _ => None,
            }
        })
    }

    pub fn eat_clock(&mut self, expecting: Expecting) -> Option<Clock> {
        self.attempt(Self::named_hour)
            .or_else(|| self.attempt(Self::spoken_time))
            .or_else(|| self.attempt(Self::tail_of_digits))
            .or_else(|| self.attempt(|cursor| cursor.numeric_clock(expecting)))
            .or_else(|| self.attempt(Self::part_of_day))
    }

    fn named_hour(&mut self) -> Option<Clock> {
        let is_twelve =
            matches!(self.number(0), Some((12 | 1200, _))) || self.word(0) == Some(Word::Count(12));
        self.at += usize::from(is_twelve);
        if is_twelve {
            self.eat(Word::Hours);
        }
        match self.word(0)? {
            Word::Noon => {
                self.at += 1;
                Some(at(12, 0))
            }
            Word::Midnight => {
                self.at += 1;
                Some(Clock::Midnight)
            }
            _ => None,
        }
    }

    /// “half past nine in the evening”, “quarter to ten”, “ten past 3 pm”
    fn spoken_time(&mut self) -> Option<Clock> {
        let start = self.at;
        self.eat(Word::A);
        let minutes: i64 = match (self.word(0)?, self.number(0)) {
            (Word::Half, _) => 30,
            (Word::Quarter, _) => 15,
            (Word::Count(minutes @ 1..=29), _) => i64::from(minutes),
            _ => return None,
        };
        self.at += 1;
        let to = match self.word(0)? {
            Word::Past => false,
            Word::To if minutes != 30 && self.written(0).eq_ignore_ascii_case("to") => true,
            _ => return None,
        };
        self.at += 1;
        let hour = match (self.word(0), self.number(0)) {
            (Some(Word::Count(hour @ 1..=12)), _) => i64::from(hour),
            (_, Some((hour @ 1..=12, 1 | 2))) => i64::try_from(hour).ok()?,
            _ => return None,
        };
        self.at += 1;
        // “half past nine months” is no time.
        if matches!(
            self.word(0),
            Some(Word::Unit(_) | Word::Month(_) | Word::Suffix)
        ) {
            return None;
        }
        let in_day = if to {
            hour * 60 - minutes
        } else {
            hour * 60 + minutes
        };
        let half = self.eat_half_of_day();
        let in_day = u32::try_from(in_day % 720).ok()?;
        let written = self.between(start, self.at);
        Some(match half {
            Some(after_noon) => {
                let in_day = in_day + if after_noon { 720 } else { 0 };
                hour_and_minute(u64::from(in_day / 60), u64::from(in_day % 60), written)
            }
            None => match at(in_day / 60, in_day % 60) {
                Clock::At(time) => Clock::EitherHalf(time),
                other => other,
            },
        })
    }

    /// The `7` of “at 7”, with nothing after it that it could count.
    fn is_hour_after_at(&self, start: usize) -> bool {
        let after_at = start
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .is_some_and(|token| token.kind == super::tokens::Kind::Word(Word::At));
        let is_end = match (self.word(0), self.mark(0)) {
            (None, None) => self.is_at_end(),
            (None, Some(mark)) => matches!(mark, ',' | ';'),
            (Some(word), _) => word == Word::On,
        };
        after_at && is_end
    }

    /// The time in “201203130132” and “20120313013200”, whose date was read before.
    fn tail_of_digits(&mut self) -> Option<Clock> {
        let (value, digits) = self.number(0)?;
        let clock = match digits {
            12 => value % 10_000,
            14 => value / 100 % 10_000,
            _ => return None,
        };
        self.at += 1;
        Some(hour_and_minute(clock / 100, clock % 100, self.written(0)))
    }

    fn part_of_day(&mut self) -> Option<Clock> {
        let start = self.at;
        let portion = match self.word(0)? {
            Word::Portion(portion) => {
                self.at += 1;
                self.eat_mark('-');
                self.eat(Word::At);
                Some(portion)
            }
            _ => None,
        };
        let part = match (portion, self.word(0)?) {
            (Some(Portion::Early), Word::Hours | Word::PartOfDay(PartOfDay::Morning)) => {
                PartOfDay::EarlyHours
            }
            (_, Word::PartOfDay(part)) => part,
            (None, Word::Am) => PartOfDay::BeforeNoon,
            (None, Word::Pm) => PartOfDay::AfterNoon,
            _ => return None,
        };
        self.at += 1;
        if part == PartOfDay::EarlyHours && self.at > start {
            self.eat_all(&[Word::Of, Word::The, Word::PartOfDay(PartOfDay::Morning)]);
        }
        Some(Clock::Part(part))
    }

    fn numeric_clock(&mut self, expecting: Expecting) -> Option<Clock> {
        let start = self.at;
        let (value, digits) = match (self.number(0), self.word(0)) {
            (Some(number), _) => number,
            (_, Some(Word::Count(value @ 1..=12))) => (u64::from(value), 2),
            _ => return None,
        };
        self.at += 1;
        let minutes = if digits <= 2 { self.minutes() } else { None };
        let mut zero_seconds = false;
        if minutes.is_some_and(|(_, colon)| colon) && self.mark(0) == Some(':') && self.joined(1) {
            let (seconds, 2) = self.number(1)? else {
                return None;
            };
            zero_seconds = seconds == 0;
            self.at += 2;
            if self.mark(0) == Some('.') && self.joined(1) && self.number(1).is_some() {
                self.at += 2;
            }
        }
        let half = self
            .eat_half_of_day()
            .or_else(|| self.half_of_range(digits));
        let hours = half.is_none() && (self.eat(Word::Hours) || self.hours_of_range(digits));
        let oclock = half.is_none() && self.eat(Word::Oclock);
        let half = if oclock { self.eat_half_of_day() } else { half };
        let (hour, minute) = match (digits, minutes) {
            (1 | 2, Some((minute, colon))) => {
                let named = half.is_some() || hours || self.word(0) == Some(Word::On);
                let is_time = colon || named || expecting != Expecting::Anything;
                is_time.then_some((value, minute))?
            }
            (1 | 2, None) => {
                let is_time =
                    half.is_some() || oclock || (expecting == Expecting::OnlyTimes && !hours);
                // “24 hrs” and “2 hours” are lengths of time; “21hrs” is a time.
                let is_time = is_time
                    || (hours && digits == 2 && self.is_time_of_hours(start))
                    || (!hours && (1..=12).contains(&value) && self.is_hour_after_at(start));
                is_time.then_some((value, 0))?
            }
            (3 | 4, None) => {
                let certain = hours || half.is_some();
                let is_date = matches!(self.mark(0), Some('-' | '/'))
                    && self.joined(0)
                    && matches!(self.number(1), Some((_, 1 | 2)));
                if is_date && !certain {
                    return None;
                }
                let is_time = certain
                    || (expecting != Expecting::Anything && digits == 4)
                    || expecting == Expecting::OnlyTimes;
                is_time.then_some((value / 100, value % 100))?
            }
            _ => return None,
        };
        let written = self.between(start, self.at);
        let clock = match half {
            Some(half) => twelve_hour(hour, minute, half, written),
            None if zero_seconds && hour == 0 && minute == 0 => Clock::NoneGiven,
            None if (oclock || digits <= 2 && minutes.is_none() && !hours)
                && (1..=12).contains(&hour) =>
            {
                match hour_and_minute(hour, minute, written) {
                    Clock::At(time) => Clock::EitherHalf(time),
                    other => other,
                }
            }
            None => hour_and_minute(hour, minute, written),
        };
        // A number in the shape of a time that is none, without a colon, is something else.
        let sure = half.is_some() || hours || minutes.is_some_and(|(_, colon)| colon);
        if matches!(clock, Clock::Impossible(_)) && !sure && expecting != Expecting::OnlyTimes {
            return None;
        }
        Some(clock)
    }

    /// The `am` of “9-11am” and “between 9 and 11am”, which stands after the second hour only.
    fn half_of_range(&self, digits: u8) -> Option<bool> {
        let mut ahead = *self;
        let joined = ahead.eat_mark('-') || ahead.eat(Word::To) || ahead.eat(Word::And);
        if !joined || digits > 2 {
            return None;
        }
        let (_, 1 | 2) = ahead.number(0)? else {
            return None;
        };
        ahead.at += 1;
        ahead.minutes();
        ahead.eat_half_of_day()
    }

    /// The `hrs` of “2110-2230hrs”, which stands after the second time only.
    fn hours_of_range(&self, digits: u8) -> bool {
        let mut ahead = *self;
        let joined = ahead.eat_mark('-') || ahead.eat(Word::To) || ahead.eat(Word::And);
        joined
            && digits == 4
            && matches!(ahead.number(0), Some((_, 4)))
            && ahead.word(1) == Some(Word::Hours)
    }

    /// `:30` or `.30` after the hour, or the 30 of “21h30”; whether it was sure to be a time.
    fn minutes(&mut self) -> Option<(u64, bool)> {
        if self.word(0) == Some(Word::Hours) && self.joined(0) && self.joined(1) {
            let (minute, 2) = self.number(1)? else {
                return None;
            };
            self.at += 2;
            return Some((minute, true));
        }
        let mark = self
            .mark(0)
            .filter(|mark| matches!(mark, ':' | '.' | ';'))?;
        let (minute, 2) = self.number(1)? else {
            return None;
        };
        let tight = self.joined(0) && self.joined(1);
        let colon = mark == ':';
        let runs_on = !colon
            && matches!(self.mark(2), Some('.' | '/'))
            && self.joined(2)
            && self.number(3).is_some();
        if runs_on || !(colon || tight) {
            return None;
        }
        self.at += 2;
        Some((minute, colon))
    }

    /// `am`, `pm`, “in the morning”. `true`: after noon.
    fn eat_half_of_day(&mut self) -> Option<bool> {
        if self.eat(Word::Am) {
            return Some(false);
        }
        if self.eat(Word::Pm) {
            return Some(true);
        }
        self.attempt(|cursor| {
            cursor.eat_all(&[Word::In, Word::The]);
            let part = match cursor.word(0)? {
                Word::PartOfDay(part) => part,
                _ => return None,
            };
            cursor.at += 1;
            match part {
                PartOfDay::Morning => Some(false),
                PartOfDay::Afternoon | PartOfDay::Evening | PartOfDay::Teatime => Some(true),
                _ => None,
            }
        })
    }

    fn is_time_of_hours(&self, start: usize) -> bool {
        let hours = self.between(start + 1, start + 2);
        self.tokens
            .get(start + 1)
            .is_some_and(|token| !token.spaced)
            && !hours.eq_ignore_ascii_case("hours")
            && !matches!(
                self.word(0),
                Some(Word::Before | Word::After | Word::Prior | Word::Later | Word::Earlier)
            )
    }

    /// A zone after a time. `Some(true)`: universal or foreign time, which may differ from the local one.
    pub fn eat_zone(&mut self) -> Option<bool> {
        if self.eat(Word::LocalZone) {
            return Some(false);
        }
        if self.eat(Word::Utc) {
            return Some(true);
        }
        // “+01:00”, “+0000”
        if self.word(0) != Some(Word::And) || self.written(0) != "+" || !self.joined(1) {
            return None;
        }
        match (self.number(1), self.mark(2), self.number(3)) {
            (Some((_, 4)), _, _) => {
                self.at += 2;
                Some(true)
            }
            (Some((_, 2)), Some(':'), Some((_, 2))) => {
                self.at += 4;
                Some(true)
            }
            _ => None,
        }
    }
}

fn at(hour: u32, minute: u32) -> Clock {
    NaiveTime::from_hms_opt(hour, minute, 0).map_or_else(
        || Clock::Impossible(format!("{hour:02}:{minute:02}")),
        Clock::At,
    )
}

fn hour_and_minute(hour: u64, minute: u64, written: &str) -> Clock {
    match (u32::try_from(hour), u32::try_from(minute)) {
        (Ok(24), Ok(0)) => Clock::EndOfDay,
        (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) => at(hour, minute),
        _ => Clock::Impossible(written.trim().to_owned()),
    }
}

/// “21:10 pm” is read as 21:10.
fn twelve_hour(hour: u64, minute: u64, after_noon: bool, written: &str) -> Clock {
    let hour = match (hour, after_noon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        (13..=23, false) => return Clock::Impossible(written.trim().to_owned()),
        _ => hour,
    };
    hour_and_minute(hour, minute, written)
}

/// First and last minute of a part of the day; the last is on the next day where it is earlier than the first.
pub fn part_span(part: PartOfDay) -> (NaiveTime, NaiveTime) {
    let (first, last) = match part {
        PartOfDay::EarlyHours => (0, 5),
        PartOfDay::BeforeNoon => (0, 11),
        PartOfDay::AfterNoon => (12, 23),
        PartOfDay::Morning => (6, 11),
        PartOfDay::Afternoon => (12, 17),
        PartOfDay::Lunchtime => (12, 13),
        PartOfDay::Teatime => (16, 18),
        PartOfDay::Evening => (18, 23),
        PartOfDay::Night => (20, 5),
    };
    let hour = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    (hour(first, 0), hour(last, 59))
}

/// The same time twelve hours later, for a time in the first half of the day.
pub fn after_noon(time: NaiveTime) -> Option<NaiveTime> {
    time.with_hour((time.hour() + 12) % 24)
}
