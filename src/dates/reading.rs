//! From a cell to its dates: the fast path, the grammar, and what remains to be said.

use chrono::Datelike;

use super::clock::{Clock, Expecting};
use super::cursor::Cursor;
use super::grammar::{Item, LeftOver, Shape, items};
use super::point::{Base, Point};
use super::prepared::{Prepared, prepared};
use super::sharing::share;
use super::tokens::{Kind as TokenKind, Token, tokens};
use super::words::Word;
use super::{Anchor, Context, combine, edtf, plain, reasons, serial, spoken};
use crate::model::{Certainty, Moment, Precision, When};

/// What sort of expression a wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One date or calendar unit, with or without a time.
    Date,
    /// From one date or time to another, or one of two.
    Range,
    /// Open at one end: before, after, since, until.
    Open,
    /// Several dates, each an event of its own.
    Several,
    /// Counted from another event or from the entry above.
    Relative,
    /// A time whose date was taken from the entry above.
    TimeOnly,
    NotUnderstood,
}

/// The dates of one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Never empty; each carries the whole wording. Not understood: one [`When::not_understood`] whose warnings say why.
    pub dates: Vec<When>,
    pub kind: Kind,
}

impl Reading {
    fn one(when: When, kind: Kind) -> Self {
        Self {
            dates: vec![when],
            kind,
        }
    }

    fn not_understood(wording: &str, warnings: Vec<String>) -> Self {
        let when = When {
            warnings,
            ..When::not_understood(wording)
        };
        Self::one(when, Kind::NotUnderstood)
    }
}

const OWN_DATE: &str =
    "These words give a date of their own; they do not count from another event.";
const COUNTS_FROM_NOTHING: &str =
    "These words do not say how far before or after another event it was.";
const SIDE_BY_SIDE: &str = "Dates stand side by side with nothing between them; each was read as a date of its own. Check that no range was meant.";
const BORN: &str =
    "This is a date of birth, not the date of an event. Add the date of the event if you know it.";
const DAY_NOT_KNOWN: &str =
    "A day is given, but the wording also says that it is not known. Check which is right.";
const TOO_LONG: &str = "This is too long to be a date. Add the date if you know it.";

/// What a cell's words say about when. Never panics; never guesses in silence.
pub fn read(wording: &str, context: &Context) -> Reading {
    if let Some(when) = plain::read(wording, context) {
        return Reading::one(when, Kind::Date);
    }
    let Some(raw) = tokens(wording) else {
        return Reading::not_understood(wording, vec![TOO_LONG.to_owned()]);
    };
    let ready = prepared(wording, &raw);
    let tokens = &ready.tokens;
    if let Some(when) = spreadsheet_number(wording, tokens, context) {
        return Reading::one(when, Kind::Date);
    }
    if wording.contains("..")
        && let Some(reading) = in_notation(wording, context)
    {
        return reading;
    }
    let mut cursor = Cursor::new(wording, tokens, context);
    let (items, left) = items(&mut cursor);
    let reading = conclude(wording, wording, &ready, items, &left, context);
    if reading.kind == Kind::NotUnderstood {
        return in_notation(wording, context).unwrap_or(reading);
    }
    reading
}

/// What a wording that counts from another event says, where that event is known to be `anchor`: whatever the wording
/// calls it, and the entry above too, is taken to be that. A wording that counts from nothing is not understood, and
/// says so.
pub fn read_from(wording: &str, anchor: &Anchor, context: &Context) -> Reading {
    let context = Context {
        anchors: vec![anchor.clone()],
        ..context.clone()
    };
    let Some(raw) = tokens(wording) else {
        return Reading::not_understood(wording, vec![TOO_LONG.to_owned()]);
    };
    let ready = prepared(wording, &raw);
    let mut cursor = Cursor::new(wording, &ready.tokens, &context);
    cursor.any_event = Some(0);
    let (mut items, left) = items(&mut cursor);
    for item in &mut items {
        for point in [Some(&mut item.first), item.second.as_mut()]
            .into_iter()
            .flatten()
        {
            let is_alone = point.base.is_none() && point.weekday.is_none();
            if is_alone && point.clock.is_some() {
                point.base = Some(Base::Anchor(0));
            }
        }
    }
    let hangs = items.iter().any(|item| {
        [Some(&item.first), item.second.as_ref()]
            .into_iter()
            .flatten()
            .any(|point| combine::anchor_of(point, &context).is_some())
    });
    if !hangs {
        let reason = if items.is_empty() {
            COUNTS_FROM_NOTHING
        } else {
            OWN_DATE
        };
        return Reading::not_understood(wording, vec![reason.to_owned()]);
    }
    conclude(wording, wording, &ready, items, &left, &context)
}

/// A wording that is EDTF, of a year that may be meant.
fn in_notation(wording: &str, context: &Context) -> Option<Reading> {
    let when = edtf::from_edtf(wording.trim())?;
    let first = when.earliest.or(when.latest)?.date;
    if first.year() < plain::EARLIEST_YEAR || first > context.today {
        return None;
    }
    let kind = match (when.earliest, when.latest) {
        (Some(_), Some(_)) => Kind::Date,
        _ => Kind::Open,
    };
    let when = When {
        wording: wording.to_owned(),
        ..when
    };
    Some(Reading::one(when, kind))
}

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
    let mut cursor = Cursor::new(date, &ready.tokens, context);
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
        None => times(&mut Cursor::new(time, &time_tokens, context)),
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

fn conclude(
    wording: &str,
    text: &str,
    ready: &Prepared,
    mut items: Vec<Item>,
    left: &LeftOver,
    context: &Context,
) -> Reading {
    let tokens = ready.tokens.as_slice();
    let cursor = Cursor::new(text, tokens, context);
    if ready.born {
        return Reading::not_understood(wording, vec![BORN.to_owned()]);
    }
    if items.is_empty() || changes_meaning(&cursor, &items, left) {
        return Reading::not_understood(wording, vec![reasons::nothing_found(&cursor)]);
    }
    let kind = kind_of(&items);
    share(&mut items);
    let mut dates: Vec<When> = Vec::with_capacity(items.len());
    let mut complaints: Vec<String> = Vec::new();
    let side_by_side = items.windows(2).any(|pair| pair[0].to == pair[1].from);
    for item in &items {
        match combine::when(item, tokens, context) {
            Ok(when) => {
                let again = dates
                    .iter()
                    .any(|other| (other.earliest, other.latest) == (when.earliest, when.latest));
                if !again {
                    dates.push(when);
                }
            }
            Err(reasons) => complaints.extend(reasons),
        }
    }
    let outside = |at: usize| !items.iter().any(|item| (item.from..item.to).contains(&at));
    let circa = tokens
        .iter()
        .enumerate()
        .any(|(at, token)| token.circa && outside(at));
    let doubt = tokens
        .iter()
        .enumerate()
        .any(|(at, token)| token.doubt && outside(at));
    let left: Vec<&str> = left
        .iter()
        .filter(|(from, to)| tokens[*from..*to].iter().any(carries_meaning))
        .map(|(from, to)| cursor.between(*from, *to))
        .collect();
    if dates.is_empty() {
        complaints.dedup();
        return Reading::not_understood(wording, complaints);
    }
    if side_by_side && dates.len() > 1 {
        complaints.push(SIDE_BY_SIDE.to_owned());
    }
    if !left.is_empty() {
        complaints.push(reasons::left_over(&left));
    }
    let mended: Vec<&str> = (0..tokens.len())
        .filter(|at| tokens[*at].mended && !outside(*at))
        .map(|at| cursor.between(at, at + 1))
        .collect();
    for when in &mut dates {
        wording.clone_into(&mut when.wording);
        lower(when, circa, doubt);
        for number in &mended {
            when.inferred
                .push(format!("A letter in “{number}” was read as a figure."));
            if when.certainty == Certainty::Exact {
                when.certainty = Certainty::Inferred;
            }
        }
        if ready.day_not_known && when.precision < Precision::Span {
            when.warnings.push(DAY_NOT_KNOWN.to_owned());
            when.certainty = Certainty::Uncertain;
        }
        if !complaints.is_empty() {
            when.certainty = Certainty::Uncertain;
            when.warnings.extend(complaints.iter().cloned());
        }
    }
    let kind = if dates.len() > 1 { Kind::Several } else { kind };
    Reading { dates, kind }
}

/// The writer's own doubts, where they stand beside no particular date.
fn lower(when: &mut When, circa: bool, doubt: bool) {
    if circa && when.certainty != Certainty::Uncertain {
        when.certainty = Certainty::Approximate;
    }
    if doubt {
        when.certainty = Certainty::Uncertain;
    }
}

fn kind_of(items: &[Item]) -> Kind {
    let [item] = items else {
        return if items.is_empty() {
            Kind::NotUnderstood
        } else {
            Kind::Date
        };
    };
    match (item.shape, &item.first.base, &item.second) {
        (_, None, None) => Kind::TimeOnly,
        (Shape::At, Some(Base::Date(_)), _) => Kind::Date,
        (Shape::At, Some(_), _) => Kind::Relative,
        (Shape::Range | Shape::Either, None, Some(second)) if second.base.is_none() => {
            Kind::TimeOnly
        }
        (Shape::Range | Shape::Either, ..) => Kind::Range,
        _ => Kind::Open,
    }
}

/// Words that turn round what was understood: a negation, or a count from the date that was not understood.
fn changes_meaning(cursor: &Cursor<'_>, items: &[Item], left: &LeftOver) -> bool {
    let first = items.iter().map(|item| item.from).min().unwrap_or(0);
    let last = items.iter().map(|item| item.to).max().unwrap_or(0);
    let numbers_run_on = items.iter().any(|item| {
        let is_left = |at: usize| left.iter().any(|(from, to)| (*from..*to).contains(&at));
        let after = runs_on(cursor, item.to) && is_left(item.to + 1);
        let before = item.from.checked_sub(2).is_some_and(|number| {
            is_left(number) && number_at(cursor, number) && runs_on_into(cursor, number + 1)
        });
        // “20XX”: a year that is partly withheld.
        let end = Cursor {
            at: item.to,
            ..*cursor
        };
        let blacked = end.joined(0) && end.word(0) == Some(Word::Withheld) && is_left(item.to);
        after || before || blacked
    });
    numbers_run_on
        || left.iter().any(|(from, to)| {
            (*from..*to).any(|at| match cursor.word(at) {
                Some(Word::Not) => at < last || !NOT_KNOWN.contains(&word_at(cursor, at + 1)),
                Some(Word::Ago | Word::Than) => true,
                Some(
                    Word::Before
                    | Word::After
                    | Word::Prior
                    | Word::Earlier
                    | Word::Later
                    | Word::Next,
                ) => at < first,
                _ => false,
            })
        })
}

/// What “not” may be followed by and leave the date before it standing.
const NOT_KNOWN: [&str; 9] = [
    "known",
    "recorded",
    "stated",
    "given",
    "sure",
    "certain",
    "clear",
    "confirmed",
    "specified",
];

fn word_at<'a>(cursor: &Cursor<'a>, at: usize) -> &'a str {
    Cursor { at, ..*cursor }.written(0)
}

fn number_at(cursor: &Cursor<'_>, at: usize) -> bool {
    Cursor { at, ..*cursor }.number(0).is_some()
}

/// A mark stands here with no space on either side: what is around it belongs together.
fn runs_on_into(cursor: &Cursor<'_>, at: usize) -> bool {
    let here = Cursor { at, ..*cursor };
    matches!(here.mark(0), Some('/' | '.' | ':' | '-' | '\\')) && here.joined(0) && here.joined(1)
}

fn runs_on(cursor: &Cursor<'_>, at: usize) -> bool {
    runs_on_into(cursor, at) && number_at(cursor, at + 1)
}

fn carries_meaning(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number { .. } => true,
        TokenKind::Mark(_) => false,
        TokenKind::Word(word) => !matches!(
            word,
            Word::The
                | Word::On
                | Word::In
                | Word::At
                | Word::Of
                | Word::Label
                | Word::LocalZone
                | Word::And
        ),
    }
}

/// A cell that is nothing but a spreadsheet's number for a day, between 1954 and 2064.
fn spreadsheet_number(wording: &str, tokens: &[Token], context: &Context) -> Option<When> {
    const PLAUSIBLE: std::ops::Range<f64> = 20_000.0..60_000.0;
    let kinds: Vec<TokenKind> = tokens.iter().take(4).map(|token| token.kind).collect();
    let shape = matches!(
        kinds.as_slice(),
        [TokenKind::Number { digits: 5, .. }]
            | [
                TokenKind::Number { digits: 5, .. },
                TokenKind::Mark('.'),
                TokenKind::Number { .. }
            ]
    );
    let number: f64 = wording
        .trim()
        .parse()
        .ok()
        .filter(|number| shape && PLAUSIBLE.contains(number))?;
    let moment: Moment = serial::from_serial(number, context.epoch)?;
    Some(When {
        wording: wording.to_owned(),
        earliest: Some(moment),
        latest: Some(moment),
        precision: if moment.time.is_some() {
            Precision::Minute
        } else {
            Precision::Day
        },
        certainty: Certainty::Inferred,
        inferred: vec![format!(
            "“{}” was read as a spreadsheet’s number for {}.",
            wording.trim(),
            spoken::spoken_moment(moment)
        )],
        ..When::default()
    })
}
