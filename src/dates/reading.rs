//! From a cell to its dates: the fast path, the grammar, and what remains to be said.

use chrono::Datelike;

use super::cursor::Cursor;
use super::grammar::{Item, LeftOver, Shape, items};
use super::meaning::changes_meaning;
use super::names::{self, Names};
use super::point::Base;
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
    pub fn one(when: When, kind: Kind) -> Self {
        Self {
            dates: vec![when],
            kind,
        }
    }

    pub fn not_understood(wording: &str, warnings: Vec<String>) -> Self {
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
pub const TOO_LONG: &str = "This is too long to be a date. Add the date if you know it.";

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
    let named = Names::of(wording, tokens, context);
    let mut cursor = Cursor::new(wording, tokens, &named, context);
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
    let named = Names::of(wording, &ready.tokens, &context);
    let mut cursor = Cursor::new(wording, &ready.tokens, &named, &context);
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

pub fn conclude(
    wording: &str,
    text: &str,
    ready: &Prepared,
    mut items: Vec<Item>,
    left: &LeftOver,
    context: &Context,
) -> Reading {
    let tokens = ready.tokens.as_slice();
    let cursor = Cursor::new(text, tokens, &names::NONE, context);
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
pub fn lower(when: &mut When, circa: bool, doubt: bool) {
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
