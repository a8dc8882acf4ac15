//! The anonymised data record: months and bands, never a day, an age or a name. What the review does not say is “not indicated”, which is
//! not “no”.

use std::io::Write;

use chrono::{Datelike, Months, NaiveDate};
use csv::{Terminator, WriterBuilder};
use serde::Serialize;
use serde_json::{Value, json};

use super::error::Fault;
use crate::model::{PublishedDates, RecordKind, RecordQuestion, Review, Role, Sex, Template};

/// What is written where there is no answer.
pub const NOT_INDICATED: &str = "not indicated";

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordLine {
    pub key: String,
    pub group: String,
    pub question: String,
    /// [`NOT_INDICATED`] where there is none.
    pub answer: String,
    pub source: RecordSource,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordSource {
    /// Entered by hand, which goes before what the review knows.
    Entered,
    /// From people, key dates and returns.
    Review,
    None,
}

/// Every question of the template, in its order.
pub fn data_record(review: &Review) -> Vec<RecordLine> {
    let policy = &review.template.publication;
    let lines = policy.record.iter().map(|question| {
        let entered = entered(review, question);
        let known = || known(review, question);
        let (answer, source) = match entered {
            Some(answer) => (answer, RecordSource::Entered),
            None => match known() {
                Some(answer) => (answer, RecordSource::Review),
                None => (NOT_INDICATED.to_owned(), RecordSource::None),
            },
        };
        RecordLine {
            key: question.key.clone(),
            group: question.group.clone(),
            question: question.name.clone(),
            answer,
            source,
        }
    });
    lines.collect()
}

/// An answer that the question can have; any other is as none, so that nothing unforeseen goes out.
fn entered(review: &Review, question: &RecordQuestion) -> Option<String> {
    let answers = review.publishing.record.iter();
    let mut answers = answers.filter(|one| one.key == question.key);
    let answer = answers.next()?.answer.trim();
    let answer = match question.kind {
        RecordKind::Month => coarse(answer, review.template.publication.dates)?,
        _ => answer.to_owned(),
    };
    question.takes(&answer).then_some(answer)
}

/// “2021-05”, or “2021” where the template publishes years.
fn coarse(month: &str, dates: PublishedDates) -> Option<String> {
    match dates {
        PublishedDates::Month => Some(month.to_owned()),
        PublishedDates::Year => month.get(..4).map(str::to_owned),
    }
}

/// What people, key dates and returns say by themselves.
fn known(review: &Review, question: &RecordQuestion) -> Option<String> {
    let key = question.key.as_str();
    match key {
        "month_of_death" => {
            let death = death(review)?;
            let month = format!("{}-{:02}", death.year(), death.month());
            coarse(&month, review.template.publication.dates)
        }
        "agencies" => match review.imports.is_empty() {
            true => None,
            false => Some(agencies_with_records(review).to_string()),
        },
        "children" => children(review),
        _ => {
            let (role, what) = [
                ("victim_", Role::Victim),
                ("perpetrator_", Role::Perpetrator),
            ]
            .into_iter()
            .find_map(|(who, role)| Some((role, key.strip_prefix(who)?)))?;
            of_person(review, question, role, what)
        }
    }
}

/// Of the one person who has this role: of several, which one is meant is for the chair to say.
fn of_person(review: &Review, question: &RecordQuestion, role: Role, what: &str) -> Option<String> {
    let mut people = review.people.iter().filter(|person| person.role == role);
    let person = people.next()?;
    if people.next().is_some() {
        return None;
    }
    let answer = match what {
        "age" => {
            let until = death(review)?;
            let years = until.years_since(person.date_of_birth?)?;
            let band = band(years, &review.template)?;
            question.choices.get(band)?.clone()
        }
        "sex" => match person.sex {
            Sex::Female => "female".to_owned(),
            Sex::Male => "male".to_owned(),
            Sex::Other => "another answer".to_owned(),
            Sex::NotRecorded => return None,
        },
        "ethnicity" => person.ethnicity.clone(),
        _ => return None,
    };
    question.takes(&answer).then_some(answer)
}

/// The place of the band among the template’s.
fn band(years: u32, template: &Template) -> Option<usize> {
    let bands = &template.publication.ages.from;
    bands.iter().rposition(|from| *from <= years)
}

/// The key date of the death, else that of the person who died.
fn death(review: &Review) -> Option<NaiveDate> {
    let date = review.key_date("death").map(|date| &date.when);
    let earliest = date
        .and_then(|when| when.earliest)
        .map(|moment| moment.date);
    let latest = date.and_then(|when| when.latest).map(|moment| moment.date);
    let of_month = |day: NaiveDate| (day.year(), day.month());
    match (earliest, latest) {
        (Some(from), Some(until)) if of_month(from) == of_month(until) => Some(from),
        _ => {
            let mut victims = review.people.iter();
            victims
                .find(|person| person.role == Role::Victim && person.date_of_death.is_some())
                .and_then(|person| person.date_of_death)
        }
    }
}

/// Children who were not of age at the death.
fn children(review: &Review) -> Option<String> {
    let children: Vec<_> = review
        .people
        .iter()
        .filter(|person| person.role == Role::Child)
        .collect();
    if children.is_empty() {
        return None;
    }
    let of_age = death(review)?.checked_sub_months(Months::new(18 * 12))?;
    let young = children.iter();
    let young = young.filter(|child| child.date_of_birth.is_none_or(|born| born > of_age));
    Some(young.count().to_string())
}

fn agencies_with_records(review: &Review) -> usize {
    let agencies = review.agencies.iter();
    let has_records = |id| {
        let mut entries = review.entries.iter();
        entries.any(|entry| entry.agency == id && entry.withdrawn.is_none())
    };
    agencies.filter(|agency| has_records(agency.id)).count()
}

/// A line for each question. UTF-8 with a byte order mark, lines end in CR LF, as the other tables.
pub(super) fn write_csv(review: &Review, mut out: impl Write) -> Result<Vec<String>, Fault> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(out);
    writer.write_record(["Key", "Group", "Question", "Answer"])?;
    for line in data_record(review) {
        writer.write_record([&line.key, &line.group, &line.question, &line.answer])?;
    }
    writer.flush()?;
    Ok(Vec::new())
}

/// An object of groups would lose the order of the questions: a list of answers, each with its key.
pub(super) fn write_json(review: &Review, mut out: impl Write) -> Result<Vec<String>, Fault> {
    let answers: Vec<Value> = data_record(review)
        .into_iter()
        .map(|line| {
            json!({
                "key": line.key,
                "group": line.group,
                "question": line.question,
                "answer": line.answer,
            })
        })
        .collect();
    let record = json!({
        "record": "anonymised data record",
        "not_answered": NOT_INDICATED,
        "answers": answers,
    });
    let text = serde_json::to_string_pretty(&record).map_err(std::io::Error::from)?;
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")?;
    Ok(Vec::new())
}
