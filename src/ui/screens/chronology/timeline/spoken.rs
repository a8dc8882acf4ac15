//! The timeline in words: for the card, and for screen readers.

use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::Scene;
use super::card::beginning;
use super::hands::choose;
use crate::app::Action;
use crate::chronology::{Mark, NO_EVENT};
use crate::dates;
use crate::model::{Certainty, When};

/// With more marks than this on the screen, only the lanes have names of their own.
const MOST_MARKS: usize = 200;
const FIRST_WORDS: usize = 80;

/// Names the timeline, its lanes and, where they are few, its marks.
pub fn tell(ui: &mut Ui, scene: &Scene<'_>, response: &Response, actions: &mut Vec<Action>) {
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, whole(scene)));
    let told = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(
            "Left and right go from mark to mark, up and down from lane to lane, Enter chooses. Plus and minus look \
             closer and further away, 0 shows everything. P or Shift with an arrow picks a stretch of time to filter \
             by.",
        );
    });
    if told.is_none() {
        return;
    }
    let marks_too = scene.laid.count() <= MOST_MARKS;
    let mut active = None;
    for lane in scene.place.visible() {
        let lane_id = response.id.with(("lane", lane));
        let rows = scene.place.lane(lane);
        let rect = Rect::from_x_y_ranges(scene.place.rect.x_range(), rows);
        let of_lanes = child(ui, rect, response.id);
        node(&of_lanes, rect, lane_id, Role::Group, || {
            lane_words(scene, lane)
        });
        if !marks_too {
            continue;
        }
        let of_marks = child(ui, rect, lane_id);
        let laid = &scene.laid.lanes[lane];
        for (number, mark) in laid.marks.iter().enumerate() {
            let id = lane_id.with(number);
            let rect = scene.place.rect_of(lane, mark, laid.columns);
            node(&of_marks, rect, id, Role::ListBoxOption, || {
                mark_words(scene, lane, mark)
            });
            if scene.standing == Some((lane, number)) {
                active = Some(id);
            }
            let asked = ui.input(|input| {
                input.has_accesskit_action_request(id, egui::accesskit::Action::Click)
            });
            if asked {
                choose(scene, lane, number, actions);
            }
        }
    }
    if let Some(active) = active {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_active_descendant(active.accesskit_id());
        });
    }
}

/// Nothing is drawn in it: it only says whose parts its nodes are.
fn child(ui: &mut Ui, rect: Rect, parent: Id) -> Ui {
    ui.new_child(
        UiBuilder::new()
            .id_salt(("of", parent))
            .max_rect(rect)
            .accessibility_parent(parent),
    )
}

fn node(ui: &Ui, rect: Rect, id: Id, role: Role, words: impl FnOnce() -> String) {
    ui.interact(rect, id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(words());
        node.set_bounds(egui::accesskit::Rect {
            x0: rect.left().into(),
            y0: rect.top().into(),
            x1: rect.right().into(),
            y1: rect.bottom().into(),
        });
        if role == Role::ListBoxOption {
            node.add_action(egui::accesskit::Action::Click);
        }
    });
}

fn whole(scene: &Scene<'_>) -> String {
    let lanes = count(scene.laid.lanes.len(), "lane", "lanes");
    let shown: usize = scene.laid.lanes.iter().map(|lane| lane.shown()).sum();
    format!(
        "Timeline: {lanes}, {} on the screen",
        count(shown, "entry", "entries")
    )
}

/// “Wexmoor Homes: 12 entries here, 3 earlier, none later, 2 silences”.
pub fn lane_words(scene: &Scene<'_>, at: usize) -> String {
    let lane = &scene.laid.lanes[at];
    let mut text = format!("{}: {}", lane.name, count(lane.shown(), "entry", "entries"));
    let mut also = |number: usize, words: String| {
        if number > 0 {
            text.push_str(", ");
            text.push_str(&words);
        }
    };
    also(lane.earlier, format!("{} earlier", lane.earlier));
    also(lane.later, format!("{} later", lane.later));
    let silences = lane.silences.len();
    also(
        silences,
        format!(
            "{} longer than {} days",
            count(silences, "silence", "silences"),
            scene.open.chronology.look.silence
        ),
    );
    let flagged: u32 = lane.marks.iter().map(|mark| mark.flagged).sum();
    also(
        flagged as usize,
        format!("signs of danger in {flagged} of them"),
    );
    let undated = lane.undated.len();
    also(undated, format!("{undated} without a date"));
    text
}

fn mark_words(scene: &Scene<'_>, lane: usize, mark: &Mark) -> String {
    let entries = &scene.open.review.entries;
    let at = |index: &u32| entries.get(*index as usize);
    let ends = mark
        .entries
        .first()
        .and_then(at)
        .zip(mark.entries.last().and_then(at));
    let Some((first, last)) = ends else {
        return String::new();
    };
    let name = &scene.laid.lanes[lane].name;
    let mut text = if mark.entries.len() == 1 {
        format!(
            "{name}, {}: {}",
            dates::spoken(&first.when),
            beginning(&first.text, FIRST_WORDS)
        )
    } else {
        format!(
            "{name}, {}, from {} to {}",
            count(mark.entries.len(), "entry", "entries"),
            dates::spoken(&first.when),
            dates::spoken(&last.when)
        )
    };
    let names = indicator_names(scene, &mark.entries);
    if !names.is_empty() {
        text.push_str(". Signs of danger: ");
        text.push_str(&names.join(", "));
    }
    for event in &mark.events {
        text.push_str(". ");
        text.push_str(&event_words(scene, *event).0);
    }
    text
}

/// What an event is called, in how many records it stands, and whether they contradict each other.
pub fn event_words(scene: &Scene<'_>, number: u32) -> (String, bool) {
    let review = &scene.open.review;
    let id = scene.open.chronology.timeline.event(number);
    let event = id.and_then(|id| {
        let at = review.events.binary_search_by_key(&id, |event| event.id);
        at.ok().map(|at| &review.events[at])
    });
    let Some(event) = event.filter(|_| number != NO_EVENT) else {
        return (String::new(), false);
    };
    let records = count(event.entries.len(), "record", "records");
    let mut text = if event.name.is_empty() {
        format!("One event in {records}")
    } else {
        format!("{}, in {records}", event.name)
    };
    let contradicted = scene.open.derived.signs.is_contradicted(number);
    if contradicted {
        text.push_str(" that contradict each other");
    }
    (text, contradicted)
}

/// Names of the signs of danger in some entries, each once, in the order of the template.
pub fn indicator_names<'a>(scene: &Scene<'a>, entries: &[u32]) -> Vec<&'a str> {
    let signs = &scene.open.derived.signs;
    let mut numbers: Vec<u16> = entries
        .iter()
        .flat_map(|entry| signs.indicators(*entry))
        .copied()
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let indicators = &scene.open.review.template.indicators;
    numbers
        .iter()
        .filter_map(|number| indicators.get(usize::from(*number)))
        .map(|indicator| indicator.name.as_str())
        .collect()
}

/// How far a date may be relied on, and why.
pub fn certainty(when: &When) -> String {
    let words = match when.certainty {
        Certainty::Exact => "The record says so itself",
        Certainty::Approximate => "The writer was not sure to the day: “about”, “circa”",
        Certainty::Uncertain => {
            "Doubtful: the writer doubted it, or it can be read in several ways"
        }
        Certainty::Inferred => "Partly assumed",
    };
    match (when.certainty, when.inferred.first()) {
        (Certainty::Inferred, Some(reason)) => format!("{words}: {reason}"),
        _ => format!("{words}."),
    }
}

pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
