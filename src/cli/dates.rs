use std::io::{self, BufRead};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::anchor::NamedDate;
use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::today;
use super::words;
use crate::dates::{self, Context, DayOrder};
use crate::model::{Certainty, Moment, Precision, Span, When};

/// Read date expressions, one a line, and say what is understood
///
/// Reads standard input to its end. Each line stands alone: nothing is taken from the line above it.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  echo \"two weeks before the death\" | lantern dates --anchor death=2020-01-14 --json"
)]
pub(super) struct Dates {
    /// The year of dates that name none
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    /// A date that others hang on; may be given several times
    #[arg(long = "anchor", value_name = "NAME=DATE")]
    anchors: Vec<NamedDate>,
    /// The order of day and month in numbers [default: day first, doubted where both can be]
    #[arg(long, value_enum, value_name = "ORDER")]
    date_order: Option<Order>,
    /// One object a line: {expression, readings: [{earliest, latest, precision, certainty, edtf}], inferred, warnings}
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    /// Day first: 13/03/2012
    Dmy,
    /// Month first: 03/13/2012
    Mdy,
}

impl From<Order> for DayOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Dmy => Self::DayFirst,
            Order::Mdy => Self::MonthFirst,
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    expression: &'a str,
    readings: Vec<Reading>,
    inferred: Vec<&'a str>,
    warnings: Vec<&'a str>,
}

#[derive(Debug, PartialEq, Serialize)]
struct Reading {
    earliest: Option<Moment>,
    latest: Option<Moment>,
    precision: Precision,
    certainty: Certainty,
    edtf: Option<String>,
}

impl Dates {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut context = Context::new(today());
        context.year = self.year;
        context.year_from = "--year".to_owned();
        context.anchors = self.anchors.into_iter().map(|named| named.0).collect();
        if let Some(order) = self.date_order {
            context.order = order.into();
            context.order_proved = true;
        }
        for line in io::stdin().lock().split(b'\n') {
            let line = line.map_err(|error| {
                Fault::said(format!("Standard input could not be read ({error})."))
            })?;
            let line = String::from_utf8_lossy(&line);
            let expression = line.trim_end_matches('\r');
            if expression.trim().is_empty() {
                continue;
            }
            let understood = dates::read(expression, &context).dates;
            if self.json {
                console.json_line(&as_json(expression, &understood))?;
            } else {
                tell(expression, &understood, console)?;
            }
        }
        Ok(Ending::Done)
    }
}

fn as_json<'a>(expression: &'a str, understood: &'a [When]) -> Line<'a> {
    let sentences = |pick: fn(&When) -> &Vec<String>| {
        let mut all: Vec<&str> = Vec::new();
        for sentence in understood.iter().flat_map(pick) {
            if !all.contains(&sentence.as_str()) {
                all.push(sentence);
            }
        }
        all
    };
    Line {
        expression,
        readings: understood.iter().flat_map(readings).collect(),
        inferred: sentences(|when| &when.inferred),
        warnings: sentences(|when| &when.warnings),
    }
}

/// What was understood, then the other readings that the wording allows.
fn readings(when: &When) -> Vec<Reading> {
    let others = when
        .alternatives
        .iter()
        .map(|span| reading(&with(when, *span)));
    std::iter::once(reading(when)).chain(others).collect()
}

fn reading(when: &When) -> Reading {
    Reading {
        earliest: when.earliest,
        latest: when.latest,
        precision: when.precision,
        certainty: words::certainty(when),
        edtf: dates::edtf(when),
    }
}

fn with(when: &When, span: Span) -> When {
    When {
        earliest: span.earliest,
        latest: span.latest,
        ..when.clone()
    }
}

fn tell(expression: &str, understood: &[When], console: &mut Console) -> Result<(), Fault> {
    console.say(expression)?;
    for when in understood {
        console.say(&format!("  {}", dates::spoken(when)))?;
        for sentence in when.inferred.iter().chain(&when.warnings) {
            console.say(&format!("    {sentence}"))?;
        }
    }
    Ok(())
}
