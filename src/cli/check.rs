use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::{self, ReviewFile};
use super::words::counted;
use crate::checks::{self, Case, Found, Mark, RuleMark};
use crate::model::{Severity, Suppressed};

/// Hold the report to the rules of its template, as before it is published
///
/// Each mark says where, what is wrong and what could be done. “Must” stands against publication; “should” and “may” are
/// told. Marks that the chair has decided to let stand come last, with the reason. Exit status 1: something stands against
/// publication. The manual says what every rule finds, and why.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern check anna.lantern --json")]
pub(super) struct Check {
    #[command(flatten)]
    review: ReviewFile,
    /// The day on which it is looked at, as 2025-03-31 [default: today]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// {against, marks: [{rule, title, severity, source, place, subject, what, instead}], suppressed: [the same, reason, by, at],
    /// unknown: [rule]}; against: how many marks stand against publication
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    against: usize,
    marks: Vec<MarkRecord<'a>>,
    suppressed: Vec<SuppressedRecord<'a>>,
    unknown: &'a [String],
}

#[derive(Serialize)]
struct MarkRecord<'a> {
    rule: &'a str,
    title: String,
    severity: Severity,
    source: &'a str,
    /// “Paragraph 4.2”
    place: String,
    /// By which it is known again.
    subject: &'a str,
    what: &'a str,
    instead: &'a str,
}

#[derive(Serialize)]
struct SuppressedRecord<'a> {
    #[serde(flatten)]
    mark: MarkRecord<'a>,
    reason: &'a str,
    by: &'a str,
    at: &'a str,
}

impl Check {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        let today = self.today.unwrap_or_else(review_file::today);
        let case = Case::of(&review, today);
        let found = checks::preflight(&case);
        if self.json {
            console.json(&as_json(&case, &found))?;
        } else {
            tell(&case, &found, console)?;
        }
        Ok(match found.against() {
            0 => Ending::Done,
            _ => Ending::No,
        })
    }
}

fn as_json<'a>(case: &Case<'a>, found: &'a Found) -> Report<'a> {
    Report {
        against: found.against(),
        marks: found
            .marks
            .iter()
            .map(|(of, mark)| record(case, *of, mark))
            .collect(),
        suppressed: suppressed(case, found)
            .map(|(of, mark, decided)| SuppressedRecord {
                mark: record(case, of, mark),
                reason: &decided.reason,
                by: &decided.by,
                at: &decided.at,
            })
            .collect(),
        unknown: &found.unknown,
    }
}

fn record<'a>(case: &Case<'a>, of: RuleMark, mark: &'a Mark) -> MarkRecord<'a> {
    let mut settings = case.review.template.rules.iter();
    let setting = settings.find(|setting| setting.key == of.rule);
    MarkRecord {
        rule: of.rule,
        title: checks::title_of(of.rule),
        severity: of.severity,
        source: setting.map_or("", |setting| setting.source.as_str()),
        place: mark.at.words(case),
        subject: &mark.subject,
        what: &mark.what,
        instead: &mark.instead,
    }
}

fn suppressed<'a>(
    case: &Case<'a>,
    found: &'a Found,
) -> impl Iterator<Item = (RuleMark, &'a Mark, &'a Suppressed)> {
    let decided = &case.review.publishing.suppressed;
    let all = found.suppressed.iter();
    all.filter_map(move |(of, mark, at)| Some((*of, mark, decided.get(*at)?)))
}

fn tell(case: &Case<'_>, found: &Found, console: &mut Console) -> Result<(), Fault> {
    for severity in [Severity::Must, Severity::Should, Severity::May] {
        let marks = found.marks.iter();
        let marks: Vec<_> = marks.filter(|(of, _)| of.severity == severity).collect();
        if marks.is_empty() {
            continue;
        }
        console.say(&format!("{} ({})", severity.words(), marks.len()))?;
        for (of, mark) in marks {
            tell_mark(case, *of, mark, console)?;
        }
    }
    if !found.suppressed.is_empty() {
        console.say(&format!("Decided to stand ({})", found.suppressed.len()))?;
    }
    for (of, mark, decided) in suppressed(case, found) {
        tell_mark(case, of, mark, console)?;
        console.say(&format!(
            "    Stands because: {} ({}, {})",
            decided.reason, decided.by, decided.at
        ))?;
    }
    for key in &found.unknown {
        console.tell(&format!(
            "The template asks for a rule “{key}” that this version of Lantern does not know."
        ));
    }
    match found.against() {
        0 => console.say("Nothing stands against publication."),
        more => console.say(&format!(
            "{} against publication.",
            counted(more, "mark stands", "marks stand")
        )),
    }
}

fn tell_mark(
    case: &Case<'_>,
    of: RuleMark,
    mark: &Mark,
    console: &mut Console,
) -> Result<(), Fault> {
    let title = checks::title_of(of.rule);
    console.say(&format!("  {} · {title}", mark.at.words(case)))?;
    console.say(&format!("    {}", mark.what))?;
    match mark.instead.as_str() {
        "" => Ok(()),
        instead => console.say(&format!("    {instead}")),
    }
}
