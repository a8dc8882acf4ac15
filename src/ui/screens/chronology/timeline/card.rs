//! The card beside what the pointer or the keyboard is on.

use egui::{Rangef, Rect, Response, Tooltip, Ui};

use super::Scene;
use super::hands::Over;
use super::spoken::{certainty, count, event_words, indicator_names, lane_words};
use crate::chronology::{Mark, SilentStretch};
use crate::dates;
use crate::model::Entry;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, words};

/// Entries of one mark that are told one by one.
const TOLD: usize = 4;
/// Characters of an entry's own words.
const FIRST_WORDS: usize = 140;
const FIRST_WORDS_OF_MANY: usize = 72;

pub fn show(ui: &Ui, scene: &Scene<'_>, response: &Response) {
    if scene.open.chronology.look.picking.is_some() {
        return;
    }
    let standing = scene.standing.map(|(lane, mark)| Over::Mark(lane, mark));
    let Some(over) = scene.hovered.or(standing) else {
        return;
    };
    let Some(anchor) = anchor(scene, over) else {
        return;
    };
    let layer = ui.layer_id();
    Tooltip::always_open(ui.ctx().clone(), layer, response.id.with("card"), anchor)
        .gap(space::SMALL)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            told(ui, scene, over);
        });
}

fn told(ui: &mut Ui, scene: &Scene<'_>, over: Over) {
    match over {
        Over::Mark(lane, mark) => {
            if let Some(mark) = scene.laid.mark(lane, mark) {
                of_mark(ui, scene, lane, mark);
            }
        }
        Over::Silence(lane, silence) => {
            let lane = &scene.laid.lanes[lane];
            of_silence(ui, &lane.name, &lane.silences[silence]);
        }
        Over::Name(lane) => {
            words(ui, Words::Strong, &scene.laid.lanes[lane].name);
            words(ui, Words::Small, lane_words(scene, lane));
        }
        Over::KeyDate(at) => of_key_date(ui, scene, at),
    }
}

fn anchor(scene: &Scene<'_>, over: Over) -> Option<Rect> {
    let place = scene.place;
    let rect = match over {
        Over::Mark(lane, mark) => {
            let columns = scene.laid.lanes.get(lane)?.columns;
            place.rect_of(lane, scene.laid.mark(lane, mark)?, columns)
        }
        Over::Silence(lane, silence) => {
            let silent = scene.laid.lanes.get(lane)?.silences.get(silence)?;
            let x = Rangef::new(place.left + silent.left, place.left + silent.right);
            Rect::from_x_y_ranges(x, place.lane(lane))
        }
        Over::Name(lane) => Rect::from_x_y_ranges(place.rect.left()..=place.left, place.lane(lane)),
        Over::KeyDate(at) => {
            let x = place.left + scene.laid.key_dates.get(at)?.left;
            Rect::from_x_y_ranges(x..=x, place.bottom()..=place.rect.bottom())
        }
    };
    Some(rect.intersect(place.rect))
}

fn of_mark(ui: &mut Ui, scene: &Scene<'_>, lane: usize, mark: &Mark) {
    let name = &scene.laid.lanes[lane].name;
    let entries: Vec<(u32, &Entry)> = mark
        .entries
        .iter()
        .filter_map(|index| {
            let entry = scene.open.review.entries.get(*index as usize)?;
            Some((*index, entry.as_ref()))
        })
        .collect();
    if let [(index, entry)] = entries[..] {
        words(ui, Words::Strong, dates::spoken(&entry.when));
        words(ui, Words::Small, agency_of(scene, entry, name));
        words(ui, Words::Matter, beginning(&entry.text, FIRST_WORDS));
        words(ui, Words::Small, certainty(&entry.when));
        signs(ui, scene, &[index], mark);
        return;
    }
    words(
        ui,
        Words::Strong,
        format!("{}, {name}", count(entries.len(), "entry", "entries")),
    );
    for (_, entry) in entries.iter().take(TOLD) {
        words(ui, Words::SmallStrong, dates::spoken(&entry.when));
        words(
            ui,
            Words::Matter,
            beginning(&entry.text, FIRST_WORDS_OF_MANY),
        );
    }
    if entries.len() > TOLD {
        let rest = entries.len() - TOLD;
        words(
            ui,
            Words::Small,
            format!("and {rest} more. Look closer to part them; a click chooses all."),
        );
    }
    let indices: Vec<u32> = entries.iter().map(|(index, _)| *index).collect();
    signs(ui, scene, &indices, mark);
}

/// In a person's lane the agency is not the lane's name.
fn agency_of(scene: &Scene<'_>, entry: &Entry, lane: &str) -> String {
    let agency = scene.open.review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    if agency == lane {
        agency.to_owned()
    } else {
        format!("{agency} · in the lane of {lane}")
    }
}

fn signs(ui: &mut Ui, scene: &Scene<'_>, entries: &[u32], mark: &Mark) {
    let names = indicator_names(scene, entries);
    if !names.is_empty() {
        words(
            ui,
            Words::Harm,
            format!("Signs of danger: {}", names.join(", ")),
        );
    }
    for event in mark.events.iter().take(TOLD) {
        let (text, contradicted) = event_words(scene, *event);
        let style = if contradicted {
            Words::Harm
        } else {
            Words::SmallStrong
        };
        words(ui, style, text);
    }
}

fn of_silence(ui: &mut Ui, lane: &str, silent: &SilentStretch) {
    let silence = silent.silence;
    words(
        ui,
        Words::Strong,
        format!("{} without a record", silence.words()),
    );
    words(ui, Words::Small, lane);
    words(
        ui,
        Words::Small,
        format!(
            "The last before it is of {}, the next of {}: {} days. A silence in the records is a question to the \
             agency, not an answer.",
            dates::spoken_date(silence.last),
            dates::spoken_date(silence.next),
            silence.days()
        ),
    );
}

fn of_key_date(ui: &mut Ui, scene: &Scene<'_>, at: usize) {
    let Some(line) = scene.laid.key_dates.get(at) else {
        return;
    };
    let dates_of_review = &scene.open.review.key_dates;
    let key = dates_of_review.iter().find(|date| date.id == line.key_date);
    words(ui, Words::Strong, &line.label);
    if let Some(key) = key {
        words(ui, Words::Small, dates::spoken(&key.when));
    }
}

/// The first words of a text, on one line.
pub fn beginning(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut kept: String = text.chars().take(most).collect();
    if let Some(space) = kept.rfind(' ') {
        kept.truncate(space);
    }
    format!("{kept} …")
}
