//! Where a text of the review stands, in words, and the way there.

use super::PeoplePart;
use crate::app::{
    AnalysisAction, AnalysisPart, DraftAction, Effect, PanelAction, PanelPart, Problem, Room,
    State, analysis, chronology, draft, panel, plan,
};
use crate::drafting::{ChainStep, Citing, Place};
use crate::identities::{Spot, Whereabouts};
use crate::model::{EntryId, Review, SectionId};

/// “Entry 22, Police · What happened”, “Draft, Background · Text”.
pub fn where_it_is(review: &Review, at: Whereabouts) -> String {
    format!("{} · {}", spot_in_words(review, at.spot), at.field)
}

fn spot_in_words(review: &Review, spot: Spot) -> String {
    let numbered = |step: ChainStep, word: &str| match step.number(review).as_str() {
        "" => word.to_owned(),
        _ => step.words(review),
    };
    match spot {
        Spot::Entry(id) => {
            let agency = review
                .entry(id)
                .and_then(|entry| review.agency(entry.agency));
            match agency {
                Some(agency) => format!("Entry {id}, {}", agency.name),
                None => format!("Entry {id}"),
            }
        }
        Spot::Section(id) => {
            let mut sections = review.sections.iter();
            let section = sections.find(|section| section.id == id);
            section.map_or_else(
                || "Draft".to_owned(),
                |section| format!("Draft, {}", section.title),
            )
        }
        Spot::Question(id) => numbered(ChainStep::Question(id), "Question"),
        Spot::Finding(id) => numbered(ChainStep::Finding(id), "Finding"),
        Spot::Recommendation(id) => numbered(ChainStep::Recommendation(id), "Recommendation"),
        Spot::Action(id) => numbered(ChainStep::Action(id), "Action"),
        Spot::Details => "Details of the review".to_owned(),
        Spot::KeyDate(_) => "Key date".to_owned(),
        Spot::Pause(_) => "Pause".to_owned(),
        Spot::Agency(_) => "Agency".to_owned(),
        Spot::Person(_) => "Person".to_owned(),
        Spot::Place(_) => "Place".to_owned(),
        Spot::Weakness(_) => "List of weaknesses".to_owned(),
        Spot::Tagging(_) => "Tag".to_owned(),
        Spot::Coding(_) => "Coding".to_owned(),
        Spot::Import(_) => "Return".to_owned(),
        Spot::Event(_) => "Event".to_owned(),
        Spot::Contradiction(_) => "Contradiction".to_owned(),
        Spot::Fact(_) => "Who knew what".to_owned(),
        Spot::Knowing(_) => "Who knew what".to_owned(),
        Spot::Habit(_) => "How a return is read".to_owned(),
        Spot::Version(_) => "Version of the draft".to_owned(),
        Spot::Member(_) => "Panel member".to_owned(),
        Spot::Round(_) => "Round".to_owned(),
        Spot::Comment(_) => "Comment of the panel".to_owned(),
        Spot::Letter(_) => "Quality-assurance letter".to_owned(),
        Spot::Record => "Data record".to_owned(),
        Spot::Suppressed(_) => "Mark that may stand".to_owned(),
        Spot::Publication(_) => "What was published".to_owned(),
    }
}

/// Goes there. `was`: the words to choose where they stand in a text that is being written, and the how manyth of them.
pub(super) fn lead(
    state: &mut State,
    to: Whereabouts,
    was: &str,
    nth: usize,
) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match to.spot {
        Spot::Entry(entry) => show_entry(state, entry),
        Spot::Section(section) => return show_in_draft(state, section, was, nth),
        Spot::Question(id) => plan::go(open, ChainStep::Question(id)),
        Spot::Finding(id) => plan::go(open, ChainStep::Finding(id)),
        Spot::Recommendation(id) => plan::go(open, ChainStep::Recommendation(id)),
        Spot::Action(id) => plan::go(open, ChainStep::Action(id)),
        Spot::Details | Spot::KeyDate(_) | Spot::Pause(_) => open.room = Room::Overview,
        Spot::Agency(_) => open.people.part = PeoplePart::Agencies,
        Spot::Person(person) => {
            open.people.part = PeoplePart::People;
            open.people.person = Some(person);
        }
        Spot::Place(place) => {
            open.people.part = PeoplePart::Places;
            open.people.place = Some(place);
        }
        Spot::Weakness(_) => return show_part(state, AnalysisPart::WeaknessList),
        Spot::Coding(_) => return show_part(state, AnalysisPart::Agreement),
        Spot::Contradiction(_) => return show_part(state, AnalysisPart::Contradictions),
        Spot::Fact(_) | Spot::Knowing(_) => return show_part(state, AnalysisPart::Knowledge),
        Spot::Tagging(id) => {
            let mut taggings = open.review.taggings.iter();
            if let Some(entry) = taggings.find(|one| one.id == id).map(|one| one.entry) {
                show_entry(state, entry);
            }
        }
        Spot::Event(id) => {
            let mut events = open.review.events.iter();
            let event = events.find(|event| event.id == id);
            if let Some(entry) = event.and_then(|event| event.entries.first().copied()) {
                show_entry(state, entry);
            }
        }
        Spot::Import(_) | Spot::Habit(_) => open.room = Room::Import,
        Spot::Version(_) => open.room = Room::Draft,
        Spot::Member(_) | Spot::Round(_) => {
            open.room = Room::Panel;
            open.panel.part = match to.spot {
                Spot::Member(_) => PanelPart::Members,
                _ => PanelPart::Rounds,
            };
        }
        Spot::Comment(comment) => return panel::update(state, PanelAction::Show(comment)),
        Spot::Letter(_) | Spot::Record | Spot::Suppressed(_) | Spot::Publication(_) => {
            open.room = Room::Publish;
        }
    }
    Ok(Vec::new())
}

fn show_entry(state: &mut State, entry: EntryId) {
    if let Some(open) = state.open.as_mut() {
        open.room = Room::Chronology;
        open.way.lead();
        chronology::show(open, entry);
    }
}

fn show_part(state: &mut State, part: AnalysisPart) -> Result<Vec<Effect>, Problem> {
    if let Some(open) = state.open.as_mut() {
        open.room = Room::Analysis;
    }
    analysis::update(state, AnalysisAction::Show(part))
}

fn show_in_draft(
    state: &mut State,
    section: SectionId,
    was: &str,
    nth: usize,
) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    open.room = Room::Draft;
    let mut sections = open.review.sections.iter();
    let text = sections
        .find(|one| one.id == section)
        .map(|one| Citing::of(&open.review, &open.derived.claims).brought_up_to_date(&one.text));
    let at = text.and_then(|text| text.match_indices(was).nth(nth).map(|(at, _)| at));
    let action = match at {
        Some(at) => DraftAction::ShowPlace(Place {
            section,
            range: at..at + was.len(),
        }),
        None => DraftAction::Show(section),
    };
    draft::update(state, action)
}
