//! Dates that hang on another: an anchor (“two days after the attack”), the entry above (“the next day”).

use super::clock::Expecting;
use super::cursor::Cursor;
use super::names::is_determiner;
use super::partial::Partial;
use super::tokens::{Kind, Token};
use super::words::{PartOfDay, Unit, Word};
use chrono::Weekday;

/// What an offset is counted from.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Index in [`super::Context::anchors`].
    Anchor(usize),
    /// The entry above.
    Previous,
    Date(Box<Partial>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
    /// “within two weeks of”
    Either,
}

/// “seven or eight months before her death”.
#[derive(Debug, Clone, PartialEq)]
pub struct Offset {
    pub least: i64,
    pub most: i64,
    pub unit: Unit,
    pub side: Side,
    /// The whole stretch between the target and the count (“during the 18 months prior to”), not its far end.
    pub stretch: bool,
    /// What the writer meant by a vague amount, as a sentence.
    pub assumed: Option<String>,
    /// The amount itself is vague: a couple, a few.
    pub vague: bool,
    /// “the morning after”: that part of the day counted to.
    pub part: Option<PartOfDay>,
    pub target: Target,
}

/// A day that is named by the entry above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FromPrevious {
    Same,
    SameUnit(Unit),
    /// “later that month”.
    RestOf(Unit),
    /// “earlier that month”.
    StartOf(Unit),
    /// The Saturday and Sunday after it.
    NextWeekend,
    BeforeWeekend,
    Next(Unit),
    /// “the previous day”.
    Before(Unit),
    NextWeekday(Weekday),
    BeforeWeekday(Weekday),
}

impl Cursor<'_> {
    /// An anchor's name or one of its wordings; articles and possessives are passed over on both sides.
    pub fn anchor(&mut self) -> Option<usize> {
        let mut start = self.at;
        while is_determiner(Self { at: start, ..*self }.written(0)) {
            start += 1;
        }
        let (length, index) = self.names.anchor_at(start)?;
        self.at = start + length;
        Some(index)
    }

    pub fn offset(&mut self) -> Option<Offset> {
        self.attempt(Self::counted)
            .or_else(|| self.attempt(Self::the_unit_before))
    }

    /// “[during] [the] 18 months prior to the incident”, “two days later”.
    fn counted(&mut self) -> Option<Offset> {
        let mut stretch = false;
        let mut within = false;
        let mut less = false;
        while let Some(word) = self.word(0) {
            match word {
                Word::During | Word::In | Word::Within | Word::The | Word::Last => stretch = true,
                Word::On | Word::At | Word::From => {}
                _ => break,
            }
            within |= word == Word::Within;
            self.at += 1;
        }
        if self.written(0).eq_ignore_ascii_case("less") && self.word(1) == Some(Word::Than) {
            self.at += 2;
            less = true;
        }
        stretch |= less;
        let (least, most, unit, assumed) = self.counted_unit()?;
        self.eat(Word::Plural);
        self.eat_mark('\'');
        let (side, needs_target) = if within && self.eat(Word::Of) {
            (Side::Either, true)
        } else {
            self.direction()?
        };
        let target = self.target(needs_target)?;
        Some(Offset {
            least,
            most,
            unit,
            side,
            stretch,
            vague: assumed.is_some(),
            assumed,
            part: None,
            target,
        })
    }

    /// “two weeks”, “a fortnight”, “48 hours”
    fn counted_unit(&mut self) -> Option<(i64, i64, Unit, Option<String>)> {
        let (least, most, assumed) = self.amount()?;
        let unit = match self.word(0)? {
            Word::Unit(unit) => unit,
            Word::Hours => Unit::Hour,
            Word::Fortnight => {
                self.at += 1;
                return Some((
                    least.checked_mul(14)?,
                    most.checked_mul(14)?,
                    Unit::Day,
                    assumed,
                ));
            }
            _ => return None,
        };
        self.at += 1;
        // “48 hours” of a day are two days.
        if unit == Unit::Hour && least % 24 == 0 && most % 24 == 0 {
            return Some((least / 24, most / 24, Unit::Day, assumed));
        }
        Some((least, most, unit, assumed))
    }

    /// “the day before her death”, “the week after the incident”, “the night before”.
    fn the_unit_before(&mut self) -> Option<Offset> {
        while matches!(
            self.word(0),
            Some(Word::The | Word::On | Word::In | Word::During)
        ) {
            self.at += 1;
        }
        let mut part = None;
        let unit = match self.word(0)? {
            Word::Unit(unit) if !self.written(0).ends_with('s') => unit,
            Word::PartOfDay(
                named @ (PartOfDay::Night
                | PartOfDay::Evening
                | PartOfDay::Afternoon
                | PartOfDay::Morning),
            ) => {
                part = Some(named);
                Unit::Day
            }
            _ => return None,
        };
        self.at += 1;
        let (side, needs_target) = self.direction()?;
        Some(Offset {
            least: 1,
            most: 1,
            unit,
            side,
            stretch: unit != Unit::Day,
            assumed: None,
            vague: false,
            part,
            target: self.target(needs_target)?,
        })
    }

    /// Least and most, and what was assumed about a vague amount.
    fn amount(&mut self) -> Option<(i64, i64, Option<String>)> {
        let written = *self;
        self.eat(Word::A);
        let vague = |words: &str, least: i64, most: i64| {
            Some((
                least,
                most,
                Some(format!("“{words}” was taken as {least} to {most}.")),
            ))
        };
        if self.eat(Word::Couple) {
            self.eat(Word::Of);
            return Some((
                2,
                2,
                Some(format!("“{} couple” was taken as 2.", written.written(0))),
            ));
        }
        if self.eat(Word::Few) {
            return vague("a few", 2, 5);
        }
        if self.eat(Word::Several) {
            return vague("several", 3, 7);
        }
        if self.at > written.at {
            return Some((1, 1, None));
        }
        let first = self.count()?;
        let second = self.attempt(|cursor| {
            let joined = cursor.eat(Word::Or)
                || cursor.eat(Word::To)
                || cursor.eat_mark('-')
                || cursor.eat_mark('/');
            joined.then(|| cursor.count()).flatten()
        });
        let last = second.unwrap_or(first);
        Some((first.min(last), first.max(last), None))
    }

    fn count(&mut self) -> Option<i64> {
        let count = match (self.word(0), self.number(0)) {
            (Some(Word::Count(count)), _) => i64::from(count),
            (_, Some((value, 1..=4))) => i64::try_from(value).ok()?,
            _ => return None,
        };
        self.at += 1;
        Some(count)
    }

    /// Which way it counts, and whether an event must be named.
    fn direction(&mut self) -> Option<(Side, bool)> {
        let found = match self.word(0)? {
            Word::Before => (Side::Before, false),
            Word::Prior => (Side::Before, false),
            Word::Earlier => (Side::Before, false),
            Word::After => (Side::After, false),
            Word::Later => (Side::After, false),
            Word::Next => (Side::After, false),
            Word::From => (Side::After, true),
            Word::Unknown if self.written(0).eq_ignore_ascii_case("leading") => {
                (Side::Before, true)
            }
            _ => return None,
        };
        self.at += 1;
        while matches!(self.word(0), Some(Word::To | Word::Until | Word::Than)) {
            self.at += 1;
        }
        Some(found)
    }

    /// `None` where words follow that name no known event: counting from the entry above would then be wrong.
    fn target(&mut self, needed: bool) -> Option<Target> {
        if let Some(index) = self.attempt(|cursor| {
            cursor.skip_event_words();
            cursor.anchor()
        }) {
            return Some(Target::Anchor(index));
        }
        if let Some(index) = self.any_event {
            self.skip_named_event();
            return Some(Target::Anchor(index));
        }
        if let Some(partial) = self.attempt(|cursor| {
            cursor.skip_fillers();
            let date = cursor.calendar_date()?;
            (!date.is_bare_day()).then_some(date)
        }) {
            return Some(Target::Date(Box::new(partial)));
        }
        let mut ahead = *self;
        let ends = ahead.is_at_end()
            || matches!(ahead.mark(0), Some(',' | ';' | '.'))
            || ahead.eat_all(&[Word::That])
            || ahead
                .attempt(|cursor| {
                    cursor.skip_fillers();
                    cursor.eat_clock(Expecting::Time)
                })
                .is_some();
        (ends && !needed).then_some(Target::Previous)
    }

    /// “the day of”, “the date of”, “the time of” before an event.
    pub fn skip_event_words(&mut self) {
        self.skip_fillers();
        if self.eat_all(&[Word::Unit(Unit::Day), Word::Of]) {
            self.skip_fillers();
        }
        let is_same = self.word(0) == Some(Word::Same)
            && matches!(self.word(1), Some(Word::Unit(Unit::Day) | Word::Label))
            && self.written(2).eq_ignore_ascii_case("as");
        if is_same {
            self.at += 3;
            self.skip_fillers();
        }
    }

    /// Whatever the event is called, up to a mark, a number or the end.
    pub fn skip_named_event(&mut self) {
        while let Some(Token {
            kind: Kind::Word(word),
            ..
        }) = self.token(0)
        {
            if matches!(word, Word::Month(_) | Word::Weekday(_) | Word::PartOfDay(_)) {
                return;
            }
            self.at += 1;
        }
    }

    pub fn day_from_previous(&mut self) -> Option<FromPrevious> {
        self.attempt(|cursor| {
            cursor.skip_fillers();
            if cursor.eat(Word::Ditto) {
                return Some(FromPrevious::Same);
            }
            if cursor.eat_mark('"') || cursor.eat_all_marks("''") {
                cursor.eat_mark('"');
                return cursor.is_at_end().then_some(FromPrevious::Same);
            }
            let earlier = cursor.eat(Word::Earlier);
            let later = !earlier && cursor.eat(Word::Later);
            cursor.skip_fillers();
            let lead = cursor.word(0)?;
            if !matches!(lead, Word::Same | Word::That | Word::Next | Word::Prior) {
                return None;
            }
            cursor.at += 1;
            if lead == Word::Same && cursor.written(1).eq_ignore_ascii_case("as") {
                return None;
            }
            match (lead, cursor.word(0)) {
                (Word::Same | Word::That, Some(Word::Unit(Unit::Day) | Word::Label)) => {
                    cursor.at += 1;
                    Some(FromPrevious::Same)
                }
                (Word::Same, None) => Some(FromPrevious::Same),
                (Word::Same | Word::That, Some(Word::PartOfDay(_))) => Some(FromPrevious::Same),
                (Word::Same | Word::That, Some(Word::Unit(unit))) => {
                    cursor.at += 1;
                    Some(if later {
                        FromPrevious::RestOf(unit)
                    } else if earlier {
                        FromPrevious::StartOf(unit)
                    } else {
                        FromPrevious::SameUnit(unit)
                    })
                }
                (_, Some(Word::PartOfDay(_))) if lead == Word::Next => {
                    Some(FromPrevious::Next(Unit::Day))
                }
                (Word::Prior, Some(Word::PartOfDay(_))) => Some(FromPrevious::Before(Unit::Day)),
                (Word::Next, Some(Word::Weekend)) => {
                    cursor.at += 1;
                    Some(FromPrevious::NextWeekend)
                }
                (Word::Prior, Some(Word::Weekend)) => {
                    cursor.at += 1;
                    Some(FromPrevious::BeforeWeekend)
                }
                (Word::Next, Some(Word::Unit(unit))) => {
                    cursor.at += 1;
                    Some(FromPrevious::Next(unit))
                }
                (Word::Prior, Some(Word::Unit(unit))) => {
                    cursor.at += 1;
                    Some(FromPrevious::Before(unit))
                }
                (Word::Next, Some(Word::Weekday(weekday))) => {
                    cursor.at += 1;
                    Some(FromPrevious::NextWeekday(weekday))
                }
                (Word::Prior, Some(Word::Weekday(weekday))) => {
                    cursor.at += 1;
                    Some(FromPrevious::BeforeWeekday(weekday))
                }
                _ => None,
            }
        })
    }

    fn eat_all_marks(&mut self, marks: &str) -> bool {
        let found = marks
            .chars()
            .enumerate()
            .all(|(ahead, mark)| self.mark(ahead) == Some(mark));
        if found {
            self.at += marks.len();
        }
        found
    }
}
