//! A stretch of time under construction, with what has to be said about it.

use chrono::{Datelike, NaiveDate};

use super::spoken::spoken_date;
use super::{Context, plain::EARLIEST_YEAR};
use crate::model::{Certainty, Moment, Precision, Span, When};

#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    pub first: Moment,
    pub last: Moment,
    pub precision: Precision,
    pub certainty: Certainty,
    pub inferred: Vec<String>,
    pub warnings: Vec<String>,
    pub alternatives: Vec<Span>,
}

/// Why there is no date, as sentences for the reader.
pub type Reasons = Vec<String>;

impl Known {
    pub fn new(first: NaiveDate, last: NaiveDate, precision: Precision) -> Self {
        Self {
            first: Moment::day(first),
            last: Moment::day(last),
            precision,
            certainty: Certainty::Exact,
            inferred: Vec::new(),
            warnings: Vec::new(),
            alternatives: Vec::new(),
        }
    }

    /// A certainty never rises: uncertain, then approximate, then inferred, then exact.
    pub fn lower(&mut self, certainty: Certainty) {
        let rank = |certainty| match certainty {
            Certainty::Exact => 0,
            Certainty::Inferred => 1,
            Certainty::Approximate => 2,
            Certainty::Uncertain => 3,
        };
        if rank(certainty) > rank(self.certainty) {
            self.certainty = certainty;
        }
    }

    pub fn infer(&mut self, sentence: impl Into<String>) {
        self.inferred.push(sentence.into());
        self.lower(Certainty::Inferred);
    }

    /// Takes over what was said about another stretch that this one was made from.
    pub fn heed(&mut self, other: &Known) {
        self.lower(other.certainty);
        for sentence in &other.inferred {
            if !self.inferred.contains(sentence) {
                self.inferred.push(sentence.clone());
            }
        }
        for sentence in &other.warnings {
            if !self.warnings.contains(sentence) {
                self.warnings.push(sentence.clone());
            }
        }
    }

    /// The wording that follows leaves one reading only.
    pub fn with_one_reading(mut self) -> Self {
        if !self.alternatives.is_empty() {
            self.alternatives.clear();
            self.warnings.clear();
            self.certainty = Certainty::Approximate;
        }
        self
    }

    pub fn is_one_day(&self) -> bool {
        self.first.date == self.last.date
    }

    pub fn into_when(self) -> When {
        self.open(true, true)
    }

    /// With an end left open where `from` or `to` is false.
    pub fn open(self, from: bool, to: bool) -> When {
        When {
            wording: String::new(),
            earliest: from.then_some(self.first),
            latest: to.then_some(self.last),
            precision: self.precision,
            certainty: self.certainty,
            inferred: self.inferred,
            warnings: self.warnings,
            alternatives: self.alternatives,
            hangs_on: None,
        }
    }

    /// A year long past, or a date still to come.
    pub fn question_the_year(&mut self, context: &Context) {
        let year = self.first.date.year();
        if year < EARLIEST_YEAR {
            self.warnings.push(format!(
                "The year {year} is hardly meant. Correct it if you know the right one."
            ));
            self.lower(Certainty::Uncertain);
        } else if self.first.date > context.today {
            self.warnings.push(format!(
                "{} is still to come (today is {}). Check the year.",
                capital(&super::spoken::spoken_stretch(self.first, self.last)),
                spoken_date(context.today)
            ));
        }
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
