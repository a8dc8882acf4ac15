//! The timeline by keyboard. While it has the focus arrows walk from mark to mark; `+`, `-` and `0` look closer and
//! further away wherever the focus is.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::Memory;
use crate::app::{Action, ChronologyAction, Open, Picking, Spot, TimelineAction};
use crate::chronology::{Lanes, TimeRange};
use crate::ui::screens::list_keys;

/// By how much a press of `+` looks closer.
pub const CLOSER: f64 = 1.6;
/// What the page keys move by, as a part of what is on the screen.
const PAGE: f64 = 0.8;
/// An arrow moves the range cursor by so many pixels, but by a day at least.
const STEP: f64 = 8.0;

/// Takes the keys that are meant for the timeline. To be called before those of the table. While a menu, the tagging bar
/// or an entry's source is open, keys are theirs.
pub fn pressed(ui: &Ui, open: &Open, memory: &Memory, actions: &mut Vec<Action>) {
    let Some(laid) = memory.laid.as_ref() else {
        return;
    };
    if !list_keys::are_free(ui)
        || open.source.entry.is_some()
        || open.chronology.side_by_side.is_some()
        || open.chronology.tagging.is_some()
    {
        return;
    }
    let hand = Hand {
        open,
        laid: &laid.lanes,
        range: laid.range,
        width: laid.width,
        actions,
    };
    hand.take(ui);
}

/// Lane and mark on which the keyboard stands; `None` where that is not on the screen.
pub fn standing(open: &Open, laid: &Lanes) -> Option<(usize, usize)> {
    let spot = open.chronology.look.at?;
    let lane = laid.lanes.iter().position(|lane| lane.of == spot.lane)?;
    let entries = &open.review.entries;
    let entry = entries
        .binary_search_by_key(&spot.entry, |entry| entry.id)
        .ok()?;
    let mark = laid.lanes[lane].mark_of(u32::try_from(entry).ok()?)?;
    Some((lane, mark))
}

struct Hand<'a> {
    open: &'a Open,
    laid: &'a Lanes,
    range: TimeRange,
    width: f32,
    actions: &'a mut Vec<Action>,
}

impl Hand<'_> {
    fn take(mut self, ui: &Ui) {
        let times = |modifiers: Modifiers, key: Key| list_keys::times(ui, modifiers, key);
        let focused = ui.memory(|memory| memory.has_focus(super::id()));
        let picking = self.open.chronology.look.picking;
        for (key, factor) in [
            (Key::Plus, CLOSER),
            (Key::Equals, CLOSER),
            (Key::Minus, 1.0 / CLOSER),
        ] {
            for _ in 0..times(Modifiers::NONE, key) {
                self.zoom(factor);
            }
        }
        if times(Modifiers::NONE, Key::Num0) > 0 {
            self.set(None);
        }
        if picking.is_some() && times(Modifiers::NONE, Key::Escape) > 0 {
            self.pick(None);
            return;
        }
        if !focused {
            return;
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(super::id(), filter);
        });
        for (key, forward) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            let shifted = times(Modifiers::SHIFT, key);
            let plain = times(Modifiers::NONE, key);
            if shifted > 0 || (plain > 0 && picking.is_some()) {
                self.move_cursor(forward, shifted > 0, shifted + plain);
            } else if plain > 0 {
                self.beside(forward);
            }
        }
        for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if times(Modifiers::NONE, key) > 0 && picking.is_none() {
                self.across(down);
            }
        }
        for (key, by) in [(Key::PageUp, -PAGE), (Key::PageDown, PAGE)] {
            if times(Modifiers::NONE, key) > 0 {
                self.set(Some(self.range.moved(by * self.range.length())));
            }
        }
        for (key, last) in [(Key::Home, false), (Key::End, true)] {
            if times(Modifiers::NONE, key) > 0 {
                self.go_to_end(last);
            }
        }
        if times(Modifiers::NONE, Key::P) > 0 {
            self.pick(if picking.is_some() {
                None
            } else {
                Some(Picking {
                    from: None,
                    at: Some(self.here()),
                })
            });
        }
        let entered = times(Modifiers::NONE, Key::Enter) + times(Modifiers::NONE, Key::Space);
        if entered > 0 {
            self.enter();
        }
    }

    fn set(&mut self, range: Option<TimeRange>) {
        self.actions
            .push(Action::Chronology(ChronologyAction::SetRange(range)));
    }

    fn tell(&mut self, action: TimelineAction) {
        self.actions
            .push(Action::Chronology(ChronologyAction::Timeline(action)));
    }

    fn pick(&mut self, picking: Option<Picking>) {
        self.tell(TimelineAction::Pick(picking));
    }

    fn zoom(&mut self, factor: f64) {
        self.range = self.range.zoomed(self.here(), factor);
        self.set(Some(self.range));
    }

    /// The time the keyboard is about: the range cursor, the mark it stands on, or the middle of the screen.
    fn here(&self) -> f64 {
        let cursor = self
            .open
            .chronology
            .look
            .picking
            .and_then(|picking| picking.at);
        let mark = || {
            let (lane, mark) = standing(self.open, self.laid)?;
            let x = self.laid.mark(lane, mark)?.middle();
            Some(self.range.at(self.width, x.clamp(0.0, self.width)))
        };
        cursor
            .or_else(mark)
            .unwrap_or_else(|| f64::midpoint(self.range.from(), self.range.until()))
    }

    fn stand(&mut self, lane: usize, entry: u32) {
        let Some(entry) = self.open.review.entries.get(entry as usize) else {
            return;
        };
        let spot = Spot {
            lane: self.laid.lanes[lane].of,
            entry: entry.id,
        };
        self.tell(TimelineAction::Stand(Some(spot)));
    }

    fn stand_on(&mut self, lane: usize, mark: usize) {
        let entry = self.laid.mark(lane, mark).map(|mark| mark.entries[0]);
        if let Some(entry) = entry {
            self.stand(lane, entry);
        }
    }

    /// Where the keyboard begins: on the current entry, or on the first mark there is.
    fn begin(&mut self) {
        let entries = &self.open.review.entries;
        let current = self.open.chronology.current.and_then(|id| {
            let index = entries.binary_search_by_key(&id, |entry| entry.id).ok()?;
            self.laid.mark_of(u32::try_from(index).ok()?)
        });
        let first = || {
            let lanes = 0..self.laid.lanes.len();
            lanes
                .into_iter()
                .find_map(|lane| Some((lane, self.laid.at_edge(lane, false)?)))
        };
        if let Some((lane, mark)) = current.or_else(first) {
            self.stand_on(lane, mark);
        }
    }

    fn beside(&mut self, forward: bool) {
        let Some((lane, mark)) = standing(self.open, self.laid) else {
            self.begin();
            return;
        };
        if let Some(next) = self.laid.beside(lane, mark, forward) {
            self.stand_on(lane, next);
            self.bring_into_view(lane, next);
            return;
        }
        let Some(here) = self.laid.mark(lane, mark) else {
            return;
        };
        let edge = if forward {
            here.right.max(self.width)
        } else {
            here.left.min(0.0)
        };
        let days = self.range.at(self.width, edge);
        self.go_beyond(lane, days, forward);
    }

    fn go_beyond(&mut self, lane: usize, days: f64, forward: bool) {
        let of = self.laid.lanes[lane].of;
        let next = self.open.chronology.timeline.beyond(of, days, forward);
        if let Some((entry, at)) = next {
            let share = if forward { 0.85 } else { 0.15 };
            let from = at - share * self.range.length();
            self.set(Some(TimeRange::new(from, from + self.range.length())));
            self.stand(lane, entry);
        }
    }

    /// A mark may stand just beyond the edge.
    fn bring_into_view(&mut self, lane: usize, mark: usize) {
        let Some(mark) = self.laid.mark(lane, mark) else {
            return;
        };
        let over = (mark.middle() - self.width).max(0.0) + mark.middle().min(0.0);
        if over != 0.0 {
            let days = f64::from(over) / self.range.pixels_per_day(self.width);
            self.set(Some(self.range.moved(days)));
        }
    }

    fn across(&mut self, down: bool) {
        let Some((lane, mark)) = standing(self.open, self.laid) else {
            self.begin();
            return;
        };
        let x = self
            .laid
            .mark(lane, mark)
            .map_or(0.0, |mark| mark.middle().clamp(0.0, self.width));
        if let Some((lane, mark)) = self.laid.across(lane, x, down) {
            self.stand_on(lane, mark);
        }
    }

    /// To the first or the last entry of the lane, with the screen where all entries begin or end.
    fn go_to_end(&mut self, last: bool) {
        let Some(whole) = self.open.chronology.whole else {
            return;
        };
        let lane = standing(self.open, self.laid).map_or(0, |(lane, _)| lane);
        if self.open.chronology.range.is_some() {
            let by = if last {
                whole.until() - self.range.until()
            } else {
                whole.from() - self.range.from()
            };
            self.set(Some(self.range.moved(by)));
        }
        let Some(of) = self.laid.lanes.get(lane).map(|lane| lane.of) else {
            return;
        };
        let beyond = if last {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        };
        let end = self.open.chronology.timeline.beyond(of, beyond, !last);
        if let Some((entry, _)) = end {
            self.stand(lane, entry);
        }
    }

    /// By whole days: a filter knows no less.
    fn move_cursor(&mut self, forward: bool, picks: bool, times: usize) {
        let here = self.here().floor() + 0.5;
        let known = self.open.chronology.look.picking;
        let from = known
            .and_then(|picking| picking.from)
            .or(picks.then_some(here));
        let step = (STEP / self.range.pixels_per_day(self.width))
            .round()
            .max(1.0);
        let by = step * times as f64;
        let at = if forward { here + by } else { here - by };
        if at < self.range.from() || at > self.range.until() {
            self.set(Some(self.range.moved(at - here)));
        }
        self.pick(Some(Picking { from, at: Some(at) }));
    }

    fn enter(&mut self) {
        match self.open.chronology.look.picking {
            Some(Picking {
                from: Some(from),
                at: Some(at),
            }) => self.tell(TimelineAction::Picked(from, at)),
            Some(_) => {
                let here = self.here().floor() + 0.5;
                self.pick(Some(Picking {
                    from: Some(here),
                    at: Some(here),
                }));
            }
            None => {
                let Some((lane, mark)) = standing(self.open, self.laid) else {
                    self.begin();
                    return;
                };
                let entries = self.laid.mark(lane, mark).map(|mark| {
                    mark.entries
                        .iter()
                        .filter_map(|index| self.open.review.entries.get(*index as usize))
                        .map(|entry| entry.id)
                        .collect()
                });
                if let Some(entries) = entries {
                    self.tell(TimelineAction::Choose(entries));
                }
            }
        }
    }
}
