//! A date and a time in two columns.

use super::clock::{Clock, Expecting};
use super::cursor::Cursor;
use super::grammar::{Item, Shape, items};
use super::names::{self, Names};
use super::point::Point;
use super::prepared::prepared;
use super::reading::{Kind, Reading, TOO_LONG, conclude, lower, read};
use super::tokens::{Kind as TokenKind, Token, tokens};
use super::words::Word;
use super::{Context, plain};

/// As [`read`], for a date and a time in two columns. The wording is both cells with a space between, or the one
/// that is not blank.
pub fn read_with_time(date: &str, time: &str, context: &Context) -> Reading {
    if time.trim().is_empty() {
        return read(date, context);
    }
    if date.trim().is_empty() {
        return in_time_column(time, "", time, context);
    }
    let wording = format!("{date} {time}");
    if let Some(when) = plain::read_with_time(&wording, date, time, context) {
        return Reading::one(when, Kind::Date);
    }
    in_time_column(&wording, date, time, context)
}

fn in_time_column(wording: &str, date: &str, time: &str, context: &Context) -> Reading {
    let (Some(raw_date), Some(raw_time)) = (tokens(date), tokens(time)) else {
        return Reading::not_understood(wording, vec![TOO_LONG.to_owned()]);
    };
    let ready = prepared(date, &raw_date);
    let time_tokens = prepared(time, &raw_time).tokens;
    let named = Names::of(date, &ready.tokens, context);
    let mut cursor = Cursor::new(date, &ready.tokens, &named, context);
    let (mut items, left) = items(&mut cursor);
    if items.is_empty() && date.trim().is_empty() {
        items.push(Item {
            shape: Shape::At,
            first: Point::default(),
            second: None,
            from: 0,
            to: 0,
        });
    }
    let fraction = fraction_of_day(time);
    let times = match &fraction {
        Some((clock, _)) => Some((clock.clone(), None)),
        None => times(&mut Cursor::new(time, &time_tokens, &names::NONE, context)),
    };
    let mut complaint = None;
    match (times, items.as_mut_slice()) {
        (None, _) if says_nothing(&time_tokens) => {}
        (Some((first, second)), [item])
            if item.shape == Shape::At && item.first.clock.is_none() =>
        {
            item.first.clock = Some(first);
            item.first
                .assumed
                .extend(fraction.into_iter().map(|(_, sentence)| sentence));
            if let Some(second) = second {
                item.shape = Shape::Range;
                item.second = Some(Point {
                    clock: Some(second),
                    ..Point::default()
                });
            }
        }
        (Some((first, None)), [item]) if item.first.clock.as_ref() == Some(&first) => {}
        (Some(_), _) => {
            complaint = Some(format!(
                "It is not sure to which date the time “{}” belongs; only the date was kept.",
                time.trim()
            ));
        }
        (None, _) => {
            complaint = Some(format!(
                "The time “{}” was not understood; only the date was kept. Correct it if you know.",
                time.trim()
            ));
        }
    }
    if items
        .iter()
        .all(|item| item.first.base.is_none() && item.first.clock.is_none())
    {
        items.clear();
    }
    let mut reading = conclude(wording, date, &ready, items, &left, context);
    let circa = time_tokens.iter().any(|token| token.circa);
    let doubt = time_tokens.iter().any(|token| token.doubt);
    for when in reading.dates.iter_mut().filter(|when| when.is_understood()) {
        lower(when, circa, doubt);
        when.warnings.extend(complaint.clone());
    }
    reading
}

/// A spreadsheet's number for a time of day, such as 0.8125.
fn fraction_of_day(time: &str) -> Option<(Clock, String)> {
    let time = time.trim();
    let decimals = time.strip_prefix("0.")?;
    if decimals.len() < 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let minutes = (time.parse::<f64>().ok()? * 1440.0).round() as u32;
    let clock = chrono::NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)?;
    Some((
        Clock::At(clock),
        format!(
            "“{time}” was read as a spreadsheet’s number for {}.",
            clock.format("%H:%M")
        ),
    ))
}

/// The whole of a time cell: one time, or two with “to” between them.
fn times(cursor: &mut Cursor<'_>) -> Option<(Clock, Option<Clock>)> {
    let between = matches!(cursor.word(0), Some(Word::Between | Word::From));
    cursor.at += usize::from(between);
    cursor.skip_fillers();
    let first = cursor.eat_clock(Expecting::OnlyTimes)?;
    cursor.eat_zone();
    cursor.skip_fillers();
    let joined = cursor.eat_mark('-')
        || cursor.eat_mark('/')
        || cursor.eat(Word::To)
        || cursor.eat(Word::Until)
        || (between && cursor.eat(Word::And));
    if joined {
        cursor.skip_fillers();
        let second = cursor.eat_clock(Expecting::OnlyTimes)?;
        cursor.eat_zone();
        return cursor.is_at_end().then_some((first, Some(second)));
    }
    cursor.is_at_end().then_some((first, None))
}

/// A time cell that says there is no time: “-”, “n/k”, “unknown”, “not recorded”.
fn says_nothing(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .all(|token| !matches!(token.kind, TokenKind::Number { .. }))
        && tokens.len() <= 3
}
