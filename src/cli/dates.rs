use std::io::{self, BufRead};

use clap::{Args, ValueEnum};

use super::anchor::NamedDate;
use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::today;
use crate::dates::{self, Context, DayOrder};
use crate::model::When;
use crate::templates;

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

impl Dates {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut context = Context::new(today());
        context.year = self.year;
        context.year_from = "--year".to_owned();
        context.periods = templates::built_in()
            .first()
            .map(|template| template.periods.clone().into())
            .unwrap_or_default();
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
            if self.json {
                console.json_line(&dates::json(expression, &context))?;
            } else {
                tell(
                    expression,
                    &dates::read(expression, &context).dates,
                    console,
                )?;
            }
        }
        Ok(Ending::Done)
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
