//! The places of a review.

use std::ops::Range;

use super::Step;
use crate::app::chronology::{self, ChronologyPlace};
use crate::app::{
    AnalysisPart, Open, Opened, PanelPart, PeoplePart, PlanTab, PublishPart, Room, panel, plan,
};
use crate::drafting::ChainStep;
use crate::model::{CommentId, PersonId, PlaceId, Review, RoundId, SectionId};

/// A room, and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    room: Room,
    shows: Shows,
}

#[derive(Debug, Clone, PartialEq)]
enum Shows {
    Chronology(Box<ChronologyPlace>),
    Analysis(AnalysisPart, Option<Opened>),
    /// The section, and where in it the caret stands.
    Draft(Option<SectionId>, Range<usize>),
    Plan(PlanTab, Option<ChainStep>),
    Panel(PanelPart, Option<CommentId>, Option<RoundId>),
    People(PeoplePart, Option<PersonId>, Option<PlaceId>),
    Publish(PublishPart),
    /// A room that is one place.
    Whole,
}

impl Place {
    fn of(open: &Open) -> Self {
        let shows = match open.room {
            Room::Chronology => Shows::Chronology(Box::new(ChronologyPlace::of(&open.chronology))),
            Room::Analysis => Shows::Analysis(open.analysis.part, open.analysis.opened.clone()),
            Room::Draft => Shows::Draft(open.draft.section, open.draft.chosen.clone()),
            Room::Recommendations => Shows::Plan(open.plan.tab, open.plan.shown()),
            Room::Panel => Shows::Panel(open.panel.part, open.panel.comment, open.panel.round),
            Room::PeopleAndAgencies => {
                let people = &open.people;
                Shows::People(people.part, people.person, people.place)
            }
            Room::Overview | Room::Import => Shows::Whole,
            Room::Publish => Shows::Publish(open.publish.part),
        };
        Self {
            room: open.room,
            shows,
        }
    }

    /// Whether this is where `open` stands; asked once a frame.
    fn is(&self, open: &Open) -> bool {
        self.room == open.room
            && match &self.shows {
                Shows::Chronology(place) => place.is(&open.chronology),
                Shows::Analysis(part, opened) => {
                    *part == open.analysis.part && *opened == open.analysis.opened
                }
                _ => *self == Self::of(open),
            }
    }

    /// Whether going from here to `other` is a step that one may want to take back. Choosing another filter or entry of the
    /// chronology is none.
    fn is_left_for(&self, other: &Self) -> bool {
        let title = |opened: &Option<Opened>| opened.as_ref().map(|one| one.title.clone());
        match (&self.shows, &other.shows) {
            (Shows::Chronology(_), Shows::Chronology(_)) => false,
            (Shows::Analysis(part, opened), Shows::Analysis(other, others)) => {
                part != other || title(opened) != title(others)
            }
            // Going through the comments one by one is no step.
            (Shows::Panel(part, ..), Shows::Panel(other, ..)) => part != other,
            (Shows::Draft(section, _), Shows::Draft(other, _)) => section != other,
            // What was not chosen yet, or is gone, is no place of its own.
            (Shows::Plan(tab, step), Shows::Plan(other, _)) if step.is_none() => tab != other,
            _ => self != other,
        }
    }

    /// Whether what it shows has not been removed meanwhile.
    fn is_there(&self, review: &Review) -> bool {
        match &self.shows {
            Shows::Plan(_, Some(step)) => !step.number(review).is_empty(),
            Shows::Panel(PanelPart::Comments, Some(comment), _) => {
                review.comment(*comment).is_some()
            }
            Shows::People(PeoplePart::People, Some(person), _) => review.person(*person).is_some(),
            Shows::Chronology(place) => place
                .entry
                .is_none_or(|entry| review.entry(entry).is_some()),
            _ => true,
        }
    }

    /// “Analysis: Police, no routine enquiry”, “Findings & actions: Finding 3”.
    pub fn words(&self, review: &Review) -> String {
        let shown = match &self.shows {
            Shows::Chronology(place) => match (place.figure(), place.entry) {
                (Some(title), _) => title.to_owned(),
                (None, Some(entry)) => format!("entry {entry}"),
                (None, None) => String::new(),
            },
            Shows::Analysis(part, opened) => match opened {
                Some(opened) => opened.title.clone(),
                None => part.words().to_owned(),
            },
            Shows::Draft(section, _) => {
                let mut sections = review.sections.iter();
                let section = sections.find(|each| Some(each.id) == *section);
                section.map_or_else(String::new, |section| section.title.clone())
            }
            Shows::Plan(tab, Some(step)) if *tab != PlanTab::Chain => step.words(review),
            Shows::Plan(tab, _) => tab.words().to_owned(),
            Shows::Panel(part, ..) => part.words().to_owned(),
            Shows::People(part, ..) => part.words().to_owned(),
            Shows::Publish(part) => part.words().to_owned(),
            Shows::Whole => String::new(),
        };
        match shown.as_str() {
            "" => self.room.words().to_owned(),
            shown => format!("{}: {shown}", self.room.words()),
        }
    }
}

/// Remembers where somebody has come from, where they have gone elsewhere since this was asked last.
pub(in crate::app) fn note(open: &mut Open) {
    if open.way.here().is_some_and(|here| here.is(open)) {
        return;
    }
    let now = Place::of(open);
    let review = &open.review;
    open.way.arrive(now, |before, now, is_led| {
        (is_led || before.is_left_for(now)) && before.is_there(review)
    });
}

/// Goes to the nearest place that still is there.
pub(super) fn go(open: &mut Open, step: Step) {
    note(open);
    let review = &open.review;
    if let Some(place) = open.way.take(step, |place| place.is_there(review)) {
        arrive(open, place);
        open.way.stand(Place::of(open));
    }
}

fn arrive(open: &mut Open, place: Place) {
    open.room = place.room;
    match place.shows {
        Shows::Chronology(place) => chronology::return_to(open, *place),
        Shows::Analysis(part, opened) => {
            open.analysis.part = part;
            if open.analysis.opened != opened {
                open.analysis.opened = opened;
                open.analysis.marks.clear();
            }
        }
        Shows::Draft(section, chosen) => open.draft.return_to(section, chosen),
        Shows::Plan(tab, step) => {
            open.plan.tab = tab;
            match step {
                _ if tab == PlanTab::Chain => open.plan.step = step,
                Some(step) => plan::go(open, step),
                None => {}
            }
        }
        Shows::Panel(part, comment, round) => panel::return_to(open, part, comment, round),
        Shows::People(part, person, place) => {
            let people = &mut open.people;
            (people.part, people.person, people.place) = (part, person, place);
        }
        Shows::Publish(part) => open.publish.part = part,
        Shows::Whole => {}
    }
}
