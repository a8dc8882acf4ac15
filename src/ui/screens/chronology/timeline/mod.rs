//! Swim lanes by agency or person: a point is a moment, a bar a span, a fading edge a guess; joined rings are one event
//! in several records.

mod card;
mod frame;
mod hands;
mod joins;
mod keys;
mod legend;
mod marks;
mod place;
mod spoken;
mod tools;

use std::sync::Arc;

use egui::{Id, Sense, Ui, vec2};

pub use keys::pressed;
use place::Place;

use crate::app::{Action, Open};
use crate::chronology::{Lanes, TimeRange, Timeline, lanes};
use crate::model::EntryId;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, words};

/// Where more entries are selected, rings around their marks would say nothing.
const MOST_RINGED: usize = 40;

/// What has been laid out, and what the pointer is about.
#[derive(Default)]
pub struct Memory {
    laid: Option<Laid>,
    /// The first lane shown, where there are more than have room.
    first: usize,
    /// The lane the keyboard was on when the lanes were last moved to show it.
    followed: Option<usize>,
    hovered: Option<hands::Over>,
}

/// Kept as long as it holds: most frames change nothing of it.
struct Laid {
    timeline: Arc<Timeline>,
    range: TimeRange,
    width: f32,
    lanes: Arc<Lanes>,
}

impl Memory {
    fn lay(&mut self, timeline: &Arc<Timeline>, range: TimeRange, width: f32) -> Arc<Lanes> {
        let holds = |laid: &&Laid| {
            Arc::ptr_eq(&laid.timeline, timeline) && laid.range == range && laid.width == width
        };
        if let Some(laid) = self.laid.as_ref().filter(holds) {
            return Arc::clone(&laid.lanes);
        }
        let lanes = Arc::new(lanes(timeline, range, width));
        self.laid = Some(Laid {
            timeline: Arc::clone(timeline),
            range,
            width,
            lanes: Arc::clone(&lanes),
        });
        lanes
    }
}

/// The timeline's place in the order of the keyboard.
fn id() -> Id {
    Id::unique("timeline")
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(whole) = open.chronology.whole else {
        words(
            ui,
            Words::Secondary,
            "None of these entries has a date that was understood, so there is no timeline.",
        );
        return;
    };
    let range = open.chronology.range.unwrap_or(whole);
    let width = (ui.available_width() - size::LANE_NAME).max(size::LANE_NAME);
    let laid = memory.lay(&open.chronology.timeline, range, width);
    tools::show(ui, open, &laid, range, width, actions);
    ui.add_space(space::TIGHT);
    let height = Place::height(ui, laid.lanes.len());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(rect, id(), Sense::click_and_drag());
    let at = keys::standing(open, &laid);
    if at.map(|(lane, _)| lane) != memory.followed {
        memory.followed = at.map(|(lane, _)| lane);
        memory.first = Place::first_for(ui, laid.lanes.len(), memory.first, memory.followed);
    }
    let place = Place::of(ui, rect, width, laid.lanes.len(), &mut memory.first);
    memory.hovered = hands::over(&laid, &place, &response);
    let scene = Scene {
        open,
        laid: &laid,
        place: &place,
        range,
        chosen: chosen(open),
        standing: at.filter(|_| response.has_focus()),
        hovered: memory.hovered,
    };
    frame::paint_below(ui, &scene);
    joins::paint(ui, &scene);
    marks::paint(ui, &scene);
    frame::paint_above(ui, &scene);
    spoken::tell(ui, &scene, &response, actions);
    hands::handle(ui, &scene, &response, &mut memory.first, actions);
    card::show(ui, &scene, &response);
    tools::more_lanes(ui, &place, &mut memory.first);
}

/// Everything that one frame draws from.
struct Scene<'a> {
    open: &'a Open,
    laid: &'a Lanes,
    place: &'a Place,
    range: TimeRange,
    /// Indices of the selected entries, in order; empty where they are too many for rings.
    chosen: Vec<u32>,
    /// Lane and mark of the keyboard, while it is here.
    standing: Option<(usize, usize)>,
    hovered: Option<hands::Over>,
}

impl Scene<'_> {
    /// Numbers of the events that the pointer, the keyboard or the selection is about.
    fn events_in_hand(&self) -> Vec<u32> {
        let mut events: Vec<u32> = Vec::new();
        let hovered = match self.hovered {
            Some(hands::Over::Mark(lane, mark)) => Some((lane, mark)),
            _ => None,
        };
        for (lane, mark) in hovered.into_iter().chain(self.standing) {
            if let Some(mark) = self.laid.mark(lane, mark) {
                events.extend(&mark.events);
            }
        }
        let signs = &self.open.derived.signs;
        let joined = |entry: &u32| signs.event_of(*entry);
        events.extend(
            self.chosen
                .iter()
                .map(joined)
                .filter(|event| *event != crate::chronology::NO_EVENT),
        );
        events.sort_unstable();
        events.dedup();
        events
    }
}

fn chosen(open: &Open) -> Vec<u32> {
    if open.chronology.selected.len() > MOST_RINGED {
        return Vec::new();
    }
    let entries = &open.review.entries;
    let index = |id: &EntryId| entries.binary_search_by_key(id, |entry| entry.id).ok();
    let selected = open.chronology.selected.iter().filter_map(index);
    selected
        .filter_map(|index| u32::try_from(index).ok())
        .collect()
}
