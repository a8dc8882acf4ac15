use std::collections::HashMap;

use chrono::NaiveDate;

use super::agencies::{AgencyStanding, Return};
use super::rounds;
use crate::drafting::{self, Chain, ChainStep, LooseEnd, loose_ends};
use crate::model::{
    ActionId, AgencyId, CodingId, CommentId, ContradictionId, EntryId, ImportId, MemberId,
    PersonId, Review, RoundId, SectionId,
};
use crate::templates::{
    ACTION_PLAN, COMBINED_CHRONOLOGY, LESSONS, RECOMMENDATIONS, TERMS_OF_REFERENCE,
};

/// One kind of thing that waits for somebody, with everything needed to go there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// Agencies that have sent nothing by the day agreed.
    LateReturns(Vec<AgencyId>),
    /// Actions past their target date.
    OverdueActions(Vec<ActionId>),
    /// Entries whose date was not understood, rests on an assumption or has something wrong.
    DoubtfulDates(Vec<EntryId>),
    /// Rows of returns that became no entry, by import.
    SkippedRows(Vec<(ImportId, usize)>),
    /// Objections raised again and not answered; once a further round is begun, every objection that is not answered.
    NotHeard(Vec<CommentId>),
    /// Members who have not answered a round by its deadline.
    LateReplies(Vec<(RoundId, MemberId)>),
    UnansweredComments(Vec<CommentId>),
    /// Comments not answered yet of which it is not known which paragraph they are about.
    UnplacedComments(Vec<CommentId>),
    /// How many rounds of comments are still to go out before publication.
    RoundsToGo(usize),
    /// Contradictions that the chair keeps to be talked through.
    OpenContradictions(Vec<ContradictionId>),
    /// Blind codings that are not closed: until then nobody sees all tags of their entries.
    OpenCodings(Vec<CodingId>),
    /// Actions without an owner, a date or resources, with what is missing.
    Wishes(Vec<(ActionId, Vec<&'static str>)>),
    /// Where the chain from question to outcome is broken.
    LooseEnds(LooseEnd, Vec<ChainStep>),
    EmptySections(Vec<SectionId>),
    /// The section of each citation whose entry was withdrawn, or that cites what is gone.
    BrokenCitations(Vec<SectionId>),
    /// Their contacts are counted under no sector.
    AgenciesWithoutSector(Vec<AgencyId>),
    PeopleWithoutPseudonym(Vec<PersonId>),
}

impl Waiting {
    /// How many things wait: rows for skipped rows, never 0.
    pub fn count(&self) -> usize {
        match self {
            Self::LateReturns(agencies) | Self::AgenciesWithoutSector(agencies) => agencies.len(),
            Self::OverdueActions(actions) => actions.len(),
            Self::DoubtfulDates(entries) => entries.len(),
            Self::SkippedRows(imports) => imports.iter().map(|(_, rows)| rows).sum(),
            Self::NotHeard(comments)
            | Self::UnansweredComments(comments)
            | Self::UnplacedComments(comments) => comments.len(),
            Self::LateReplies(replies) => replies.len(),
            Self::RoundsToGo(rounds) => *rounds,
            Self::OpenContradictions(contradictions) => contradictions.len(),
            Self::OpenCodings(codings) => codings.len(),
            Self::Wishes(actions) => actions.len(),
            Self::EmptySections(sections) | Self::BrokenCitations(sections) => sections.len(),
            Self::LooseEnds(_, steps) => steps.len(),
            Self::PeopleWithoutPseudonym(people) => people.len(),
        }
    }

    /// "3 actions are wishes: they lack an owner, a date or resources".
    pub fn words(&self) -> String {
        let (one, several) = match self {
            Self::LateReturns(_) => ("agency’s return is late", "agencies’ returns are late"),
            Self::OverdueActions(_) => ("action is overdue", "actions are overdue"),
            Self::DoubtfulDates(_) => (
                "entry has a date to be looked at",
                "entries have a date to be looked at",
            ),
            Self::SkippedRows(_) => (
                "row of a return became no entry",
                "rows of returns became no entry",
            ),
            Self::NotHeard(_) => (
                "objection of the panel was not heard",
                "objections of the panel were not heard",
            ),
            Self::LateReplies(_) => (
                "member has not answered a round of comments in time",
                "members have not answered a round of comments in time",
            ),
            Self::UnansweredComments(_) => (
                "comment of the panel is not answered",
                "comments of the panel are not answered",
            ),
            Self::UnplacedComments(_) => (
                "comment of the panel stands at no paragraph",
                "comments of the panel stand at no paragraph",
            ),
            Self::RoundsToGo(_) => (
                "round of comments is still to go out before publication",
                "rounds of comments are still to go out before publication",
            ),
            Self::OpenContradictions(_) => (
                "contradiction between records is still open",
                "contradictions between records are still open",
            ),
            Self::OpenCodings(_) => (
                "blind coding is not closed: its tags stay hidden until it is",
                "blind codings are not closed: their tags stay hidden until they are",
            ),
            Self::Wishes(_) => (
                "action is a wish: it lacks an owner, a date or resources",
                "actions are wishes: they lack an owner, a date or resources",
            ),
            Self::LooseEnds(kind, _) => (kind.words(1), kind.words(2)),
            Self::EmptySections(_) => (
                "section of the report is empty",
                "sections of the report are empty",
            ),
            Self::BrokenCitations(_) => (
                "citation in the draft does not hold any longer",
                "citations in the draft do not hold any longer",
            ),
            Self::AgenciesWithoutSector(_) => ("agency has no sector", "agencies have no sector"),
            Self::PeopleWithoutPseudonym(_) => {
                ("person has no pseudonym", "people have no pseudonym")
            }
        };
        match self.count() {
            1 => format!("1 {one}"),
            count => format!("{count} {several}"),
        }
    }
}

pub(super) fn waiting(
    review: &Review,
    agencies: &[AgencyStanding],
    replaced: &HashMap<ImportId, Option<ImportId>>,
    doubtful: Vec<EntryId>,
    chain: &Chain,
    today: NaiveDate,
) -> Vec<Waiting> {
    let first = [
        Waiting::LateReturns(late_returns(agencies)),
        Waiting::NotHeard(rounds::not_heard(review)),
        Waiting::OverdueActions(
            review
                .actions
                .iter()
                .filter(|action| action.is_overdue(today))
                .map(|action| action.id)
                .collect(),
        ),
        Waiting::DoubtfulDates(doubtful),
        Waiting::SkippedRows(
            review
                .imports
                .iter()
                .filter(|import| !replaced.contains_key(&import.id))
                .filter(|import| !import.skipped.is_empty())
                .map(|import| (import.id, import.skipped.len()))
                .collect(),
        ),
        Waiting::OpenContradictions(
            review
                .contradictions
                .iter()
                .filter(|contradiction| !contradiction.standing.is_settled())
                .map(|contradiction| contradiction.id)
                .collect(),
        ),
        Waiting::OpenCodings(
            review
                .codings
                .iter()
                .filter(|coding| !coding.closed)
                .map(|coding| coding.id)
                .collect(),
        ),
        Waiting::LateReplies(rounds::late_replies(review, today)),
        Waiting::UnansweredComments(rounds::unanswered(review)),
        Waiting::UnplacedComments(rounds::unplaced(review)),
        Waiting::RoundsToGo(rounds::to_go(review)),
        Waiting::Wishes(wishes(review)),
    ];
    let chain = loose_ends(review, chain)
        .into_iter()
        .map(|(kind, steps)| Waiting::LooseEnds(kind, steps));
    let later = [
        Waiting::EmptySections(empty_sections(review)),
        Waiting::BrokenCitations(
            drafting::broken_citations(review, &review.sections)
                .into_iter()
                .map(|broken| broken.place.section)
                .collect(),
        ),
        Waiting::AgenciesWithoutSector(
            review
                .agencies
                .iter()
                .filter(|agency| agency.sector.is_empty())
                .map(|agency| agency.id)
                .collect(),
        ),
        Waiting::PeopleWithoutPseudonym(
            review
                .people
                .iter()
                .filter(|person| person.pseudonym.trim().is_empty())
                .map(|person| person.id)
                .collect(),
        ),
    ];
    first
        .into_iter()
        .chain(chain)
        .chain(later)
        .filter(|kind| kind.count() > 0)
        .collect()
}

/// Entries whose date somebody must look at.
pub(super) fn doubtful(review: &Review) -> Vec<EntryId> {
    let doubtful = review
        .entries
        .iter()
        .filter(|entry| entry.withdrawn.is_none() && entry.when.is_doubtful());
    doubtful.map(|entry| entry.id).collect()
}

fn late_returns(agencies: &[AgencyStanding]) -> Vec<AgencyId> {
    agencies
        .iter()
        .filter(|agency| matches!(agency.state, Return::Overdue { .. }))
        .map(|agency| agency.agency)
        .collect()
}

/// Closed actions are past wishing.
fn wishes(review: &Review) -> Vec<(ActionId, Vec<&'static str>)> {
    review
        .actions
        .iter()
        .filter(|action| !action.status.is_closed())
        .map(|action| (action.id, action.missing()))
        .filter(|(_, missing)| !missing.is_empty())
        .collect()
}

/// Sections that are printed from elsewhere in the file need no words of their own.
fn empty_sections(review: &Review) -> Vec<SectionId> {
    let comes_from_elsewhere = |key: &str| match key {
        COMBINED_CHRONOLOGY => !review.entries.is_empty(),
        RECOMMENDATIONS | ACTION_PLAN => !review.recommendations.is_empty(),
        TERMS_OF_REFERENCE => !review.questions.is_empty(),
        LESSONS => !review.findings.is_empty(),
        _ => false,
    };
    review
        .sections
        .iter()
        .filter(|section| section.text.trim().is_empty() && !comes_from_elsewhere(&section.key))
        .map(|section| section.id)
        .collect()
}
