//! What one member gets: the draft as far as they may see it, ready to be written as a Word file or a pack.

mod answered;
mod names;
mod selecting;
mod wording;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use wording::plain;

use crate::chronology::Claims;
use crate::drafting::{self, Citing};
use crate::model::{Member, ParagraphId, Review, Round, Section, Sees, Sending};

use super::ExchangeError;
use names::RealNames;

/// One member's copy of the draft in one round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCopy {
    /// Of the sending: what comes back is known by it.
    pub token: String,
    pub review: String,
    /// What kind of review it is, in small letters.
    pub label: String,
    pub round: u32,
    pub member: String,
    /// The agency that the member speaks for; empty where there is none.
    pub agency: String,
    pub sees: Sees,
    pub deadline: Option<NaiveDate>,
    /// What the chair asks of the members.
    pub note: String,
    /// Made-up material.
    pub fictional: bool,
    /// What became of the member's comments in earlier rounds.
    pub answered: Vec<Answered>,
    pub sections: Vec<CopySection>,
}

/// An earlier comment of the member, and what the chair made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub round: u32,
    /// Number of its paragraph in this draft; empty where it has none there.
    pub place: String,
    pub said: String,
    pub outcome: String,
    pub reason: String,
    pub change: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopySection {
    pub number: String,
    pub title: String,
    pub paragraphs: Vec<CopyParagraph>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyParagraph {
    /// `None` in a draft that was put aside before paragraphs had ids: comments on it cannot be placed.
    pub id: Option<ParagraphId>,
    /// “4.2”; empty for a heading.
    pub number: String,
    /// 1 or 2 for a heading, 0 for a paragraph.
    pub heading: u8,
    pub pieces: Vec<Piece>,
}

/// A stretch of a paragraph, as [`drafting::Part`], with the words that are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    Text(Vec<Run>),
    List {
        numbered: bool,
        items: Vec<Vec<Run>>,
    },
    Quotation(Vec<Run>),
    Table(Vec<Vec<Vec<Run>>>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    Words(String),
    Stressed(String),
    Strong(String),
    Citation(String),
    Note(Vec<Run>),
}

impl MemberCopy {
    /// How many paragraphs it has, headings not counted.
    pub fn paragraphs(&self) -> usize {
        let all = self.sections.iter().flat_map(|section| &section.paragraphs);
        all.filter(|paragraph| paragraph.heading == 0).count()
    }

    /// Whether the paragraph or heading is in it.
    pub fn has(&self, id: ParagraphId) -> bool {
        let mut all = self.sections.iter().flat_map(|section| &section.paragraphs);
        all.any(|paragraph| paragraph.id == Some(id))
    }
}

/// Each member's copy of a round that went out, in the order of its sendings, with sentences for the chair.
pub(super) fn copies(
    review: &Review,
    round: &Round,
) -> Result<Vec<(Sending, MemberCopy, Vec<String>)>, ExchangeError> {
    let as_sent = as_sent(review, round)?;
    let claims = Claims::of(&as_sent);
    let made = round.sendings.iter().map(|sending| {
        let (copy, notes) = copy(&as_sent, &claims, round, sending)?;
        Ok((sending.clone(), copy, notes))
    });
    made.collect()
}

/// One member's copy; what `copies` says of it is left out.
pub(super) fn copy_of(
    review: &Review,
    round: &Round,
    sending: &Sending,
) -> Result<MemberCopy, ExchangeError> {
    let as_sent = as_sent(review, round)?;
    let claims = Claims::of(&as_sent);
    copy(&as_sent, &claims, round, sending).map(|(copy, _)| copy)
}

/// The review with the draft as it went out.
fn as_sent(review: &Review, round: &Round) -> Result<Review, ExchangeError> {
    let version = round
        .version
        .and_then(|id| review.versions.iter().find(|version| version.id == id));
    let Some(version) = version else {
        return Err(ExchangeError::NotSent {
            round: round.number,
        });
    };
    Ok(Review {
        sections: Vec::<Section>::clone(&version.sections),
        ..review.clone()
    })
}

fn copy(
    review: &Review,
    claims: &Claims,
    round: &Round,
    sending: &Sending,
) -> Result<(MemberCopy, Vec<String>), ExchangeError> {
    let member = review.member(sending.member);
    let name = member.map_or("", |member| member.name.trim()).to_owned();
    let agency = member
        .and_then(|member| member.agency)
        .and_then(|id| review.agency(id));
    if sending.sees == Sees::AgencyFacts && agency.is_none() {
        return Err(ExchangeError::NoAgency { member: name });
    }
    let numbered = drafting::paragraphs(&review.sections, &review.template);
    let answered = member.map_or_else(Vec::new, |member: &Member| {
        answered::earlier(review, round, member, &numbered)
    });
    let sent = numbered
        .into_iter()
        .filter(|section| round.sections.contains(&section.key));
    let chosen: Vec<_> = match (sending.sees, agency) {
        (Sees::AgencyFacts, Some(agency)) => selecting::concerning(review, agency, sent.collect()),
        _ => sent.collect(),
    };
    let citing = Citing::of(review, claims);
    let sections = chosen
        .iter()
        .map(|section| CopySection {
            number: section.number.clone(),
            title: section.title.clone(),
            paragraphs: section
                .paragraphs
                .iter()
                .map(|paragraph| wording::paragraph(paragraph, &citing))
                .collect(),
        })
        .collect();
    let mut copy = MemberCopy {
        token: sending.token.clone(),
        review: review.details.title.trim().to_owned(),
        label: label(review),
        round: round.number,
        member: name,
        agency: agency.map_or_else(String::new, |agency| agency.name.clone()),
        sees: sending.sees,
        deadline: round.deadline,
        note: round.note.trim().to_owned(),
        fictional: review.details.fictional,
        answered,
        sections,
    };
    let mut notes = Vec::new();
    if copy.sees == Sees::FamilyVersion {
        notes.extend(RealNames::of(review).leave(&mut copy)?);
    }
    if copy.sections.is_empty() {
        notes.push(format!(
            "There is nothing for “{}” to see: no paragraph of these sections cites records of “{}” or names it.",
            copy.member, copy.agency
        ));
    }
    Ok((copy, notes))
}

fn label(review: &Review) -> String {
    match review.details.label.trim() {
        "" => review.template.label.trim().to_owned(),
        own => own.to_owned(),
    }
}
