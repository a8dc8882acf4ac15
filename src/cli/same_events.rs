mod told;

use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::review_file::ReviewFile;
use crate::chronology::{self, Found, PeopleIndex, Proposal};
use crate::model::{About, EntryId, Event, EventId, Review};

/// Propose which records of several agencies may describe one event, and show where they contradict each other
///
/// Each proposal says how sure it is and why: times, people, places, numbers and rare words that the records share. Nothing is
/// joined by this; a chair accepts or rejects proposals in the window. Events joined already are shown as accepted, and
/// contradictions are looked for in both.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern same-events anna.lantern\n  lantern same-events anna.lantern --at-least 0.9 --json"
)]
pub(super) struct SameEvents {
    #[command(flatten)]
    review: ReviewFile,
    /// Leave out proposals less sure than this, from 0 to 1
    #[arg(long, value_name = "CONFIDENCE", default_value_t = 0.5, value_parser = part)]
    at_least: f32,
    /// {groups: [{entries: [id], status: accepted|proposed, event, name, confidence, reasons: [text]}],
    /// contradictions: [{entries: [id, id], about, a, b, why}]}
    #[arg(long)]
    json: bool,
}

/// What is joined, and what may be.
#[derive(Serialize)]
struct Answer<'a> {
    groups: Vec<Group<'a>>,
    contradictions: Vec<Contradiction<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    /// In order of time; of an accepted event in order of id.
    entries: &'a [EntryId],
    status: Status,
    /// The event that it is, or that the others may belong to.
    event: Option<EventId>,
    name: &'a str,
    /// `None` for what the chair has accepted.
    confidence: Option<f32>,
    reasons: &'a [String],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Accepted,
    Proposed,
}

#[derive(Serialize)]
struct Contradiction<'a> {
    entries: [EntryId; 2],
    about: About,
    a: &'a str,
    b: &'a str,
    why: &'a str,
}

impl SameEvents {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        let people = PeopleIndex::of(&review);
        let order = chronology::in_order(&review);
        let mut proposals = chronology::same_events(&review, &order, &people, &Telling::new())?;
        proposals.retain(|proposal| proposal.confidence >= self.at_least);
        let groups: Vec<Group<'_>> = (review.events.iter().map(accepted))
            .chain(proposals.iter().map(|proposal| proposed(&review, proposal)))
            .collect();
        let entries: Vec<Vec<EntryId>> =
            groups.iter().map(|group| group.entries.to_vec()).collect();
        let found = chronology::contradictions(&review, &entries, &people);
        if self.json {
            console.json(&Answer {
                groups,
                contradictions: found.iter().map(as_json).collect(),
            })?;
        } else {
            told::tell(&review, &groups, &found, self.at_least, console)?;
        }
        Ok(Ending::Done)
    }
}

fn part(text: &str) -> Result<f32, String> {
    let number: f32 = text
        .parse()
        .map_err(|_| "give a number from 0 to 1, such as 0.7".to_owned())?;
    if (0.0..=1.0).contains(&number) {
        Ok(number)
    } else {
        Err("give a number from 0 to 1, such as 0.7".to_owned())
    }
}

fn accepted(event: &Event) -> Group<'_> {
    Group {
        entries: &event.entries,
        status: Status::Accepted,
        event: Some(event.id),
        name: &event.name,
        confidence: None,
        reasons: &[],
    }
}

fn proposed<'a>(review: &'a Review, proposal: &'a Proposal) -> Group<'a> {
    let joins = proposal.joins;
    let event = joins.and_then(|id| review.events.iter().find(|event| event.id == id));
    Group {
        entries: &proposal.entries,
        status: Status::Proposed,
        event: joins,
        name: event.map_or("", |event| event.name.as_str()),
        confidence: Some(proposal.confidence),
        reasons: &proposal.reasons,
    }
}

fn as_json(found: &Found) -> Contradiction<'_> {
    Contradiction {
        entries: found.entries,
        about: found.about,
        a: &found.a,
        b: &found.b,
        why: &found.why,
    }
}
