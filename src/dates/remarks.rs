//! Set phrases beside a date that are no part of it: “time not known”, “exact date unknown”, “at some point in”.

use super::tokens::{Kind, Token};
use super::words::Word;

/// What a phrase does to the date beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Nothing: “all day”, “with effect” before “from”.
    Nothing,
    /// “exact date unknown”: right beside a month or a year, doubtful beside a day.
    DayNotKnown,
    /// “at some point in”
    Circa,
    /// “date to be confirmed”
    Doubt,
    /// “date of birth”, where a date follows.
    Born,
    /// “as above”
    Same,
    /// “lunch time”, “small hours”: to be read as this one word.
    Means(Word),
}

/// The phrase that begins at the first token, and how many tokens it has.
pub fn remark(text: &str, tokens: &[Token]) -> Option<(usize, Remark)> {
    let first = tokens.first()?;
    match first.kind {
        // No phrase begins with one of these, which are most of the words beside a date.
        Kind::Word(Word::Month(_) | Word::Weekday(_) | Word::Suffix | Word::Of)
        | Kind::Number { .. }
        | Kind::Mark(_) => return None,
        Kind::Word(_) => {}
    }
    let phrase = Phrase { text, tokens };
    phrase
        .nothing_known()
        .map(|(length, of_time)| {
            let effect = if of_time {
                Remark::Nothing
            } else {
                Remark::DayNotKnown
            };
            (length, effect)
        })
        .or_else(|| phrase.fixed())
}

struct Phrase<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Phrase<'_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.start..token.end))
            .is_some_and(|written| words.iter().any(|word| written.eq_ignore_ascii_case(word)))
    }

    /// “[the] [exact] date [is] not known”, “no time recorded”, “time unknown”; whether it speaks of the time of day.
    fn nothing_known(&self) -> Option<(usize, bool)> {
        let mut at = usize::from(self.is(0, &["the"]));
        let denied = self.is(at, &["no"]);
        at += usize::from(denied);
        let unknown_first = self.is(at, UNKNOWN);
        at += usize::from(unknown_first);
        let exact = self.is(at, &["exact", "precise", "specific", "actual", "accurate"]);
        at += usize::from(exact);
        if !self.is(at, &["date", "dates", "day", "time", "times"]) {
            return None;
        }
        let of_time = self.is(at, &["time", "times"]);
        at += 1;
        if unknown_first {
            return Some((at, of_time));
        }
        if denied {
            at += usize::from(self.is(at, KNOWN));
            return Some((at, of_time));
        }
        at += usize::from(self.is(at, &["is", "was", "are", "were"]));
        if self.is(at, UNKNOWN) {
            return Some((at + 1, of_time));
        }
        (self.is(at, &["not"]) && self.is(at + 1, KNOWN)).then_some((at + 2, of_time))
    }

    fn fixed(&self) -> Option<(usize, Remark)> {
        use super::words::PartOfDay::{EarlyHours, Lunchtime, Morning, Teatime};
        let (words, remark): (&[&str], Remark) = [
            (&["all", "day"] as &[&str], Remark::Nothing),
            (&["with", "effect"], Remark::Nothing),
            (&["at", "some", "point"], Remark::Circa),
            (&["at", "some", "stage"], Remark::Circa),
            (&["some", "time"], Remark::Circa),
            (&["some", "point"], Remark::Circa),
            (&["date", "to", "be", "confirmed"], Remark::Doubt),
            (&["to", "be", "confirmed"], Remark::Doubt),
            (&["as", "above"], Remark::Same),
            (
                &["lunch", "time"],
                Remark::Means(Word::PartOfDay(Lunchtime)),
            ),
            (&["tea", "time"], Remark::Means(Word::PartOfDay(Teatime))),
            (
                &["small", "hours"],
                Remark::Means(Word::PartOfDay(EarlyHours)),
            ),
            (
                &["early", "hours"],
                Remark::Means(Word::PartOfDay(EarlyHours)),
            ),
            (
                &["early", "hrs"],
                Remark::Means(Word::PartOfDay(EarlyHours)),
            ),
            (
                &["mid", "-", "morning"],
                Remark::Means(Word::PartOfDay(Morning)),
            ),
        ]
        .into_iter()
        .find(|(words, _)| {
            words
                .iter()
                .enumerate()
                .all(|(at, word)| self.is(at, &[word]))
        })
        .or_else(|| self.birth())?;
        Some((words.len(), remark))
    }

    /// “date of incident: 14 July 2012”; “date of birth: 14 July 1982”, but not “two weeks after the date of birth”.
    fn birth(&self) -> Option<(&'static [&'static str], Remark)> {
        const BIRTH: &[&str] = &["date", "of", "birth"];
        const KIND: &[&str] = &["date", "time"];
        const EVENT: &[&str] = &[
            "incident",
            "event",
            "contact",
            "call",
            "attendance",
            "visit",
            "report",
            "referral",
            "entry",
            "offence",
        ];
        let named = self.is(0, KIND) && self.is(1, &["of"]) && self.is(2, EVENT);
        if named && self.leads_to_date(3) {
            return Some((BIRTH, Remark::Nothing));
        }
        let is_label = BIRTH
            .iter()
            .enumerate()
            .all(|(at, word)| self.is(at, &[word]))
            && self.leads_to_date(BIRTH.len());
        is_label.then_some((BIRTH, Remark::Born))
    }

    fn leads_to_date(&self, at: usize) -> bool {
        matches!(
            self.tokens.get(at).map(|token| token.kind),
            Some(
                Kind::Number { .. }
                    | Kind::Mark(':' | '-')
                    | Kind::Word(Word::Month(_) | Word::Weekday(_))
            )
        )
    }
}

const UNKNOWN: &[&str] = &[
    "unknown",
    "unrecorded",
    "unspecified",
    "unavailable",
    "unstated",
];
const KNOWN: &[&str] = &[
    "known",
    "recorded",
    "stated",
    "given",
    "noted",
    "available",
    "specified",
    "provided",
];
