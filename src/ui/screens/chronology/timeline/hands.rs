//! The pointer: wheel and pinch look closer, dragging moves, Shift and dragging picks a stretch, a click goes to what
//! is under it.

use egui::{CursorIcon, Pos2, Response, Ui};

use super::Scene;
use super::place::Place;
use crate::app::{Action, ChronologyAction, Picking, Spot, TimelineAction};
use crate::chronology::{Lanes, TimeRange};
use crate::model::EntryId;
use crate::ui::tokens::timeline;

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Lane and mark.
    Mark(usize, usize),
    /// Lane, and number of its silence on the screen.
    Silence(usize, usize),
    /// The name of a lane.
    Name(usize),
    KeyDate(usize),
}

pub fn over(laid: &Lanes, place: &Place, response: &Response) -> Option<Over> {
    let pointer = response.hover_pos().filter(|_| !response.dragged())?;
    let lane = place.lane_at(pointer);
    if pointer.x < place.left - timeline::REACH {
        return lane.map(Over::Name);
    }
    let x = pointer.x - place.left;
    if let Some(over) = lane.and_then(|lane| in_lane(laid, place, lane, pointer)) {
        return Some(over);
    }
    let near = |left: f32, right: f32| x >= left - 3.0 && x <= right.max(left + 1.0) + 3.0;
    let key = laid
        .key_dates
        .iter()
        .position(|key| near(key.left, key.right));
    if let Some(key) = key {
        return Some(Over::KeyDate(key));
    }
    let lane = lane?;
    let silences = &laid.lanes[lane].silences;
    let silence = silences
        .iter()
        .position(|silent| x >= silent.left && x <= silent.right)?;
    Some(Over::Silence(lane, silence))
}

fn in_lane(laid: &Lanes, place: &Place, lane: usize, pointer: Pos2) -> Option<Over> {
    let is_crowd = laid.lanes[lane].columns.is_some();
    let away = |row: u8| (place.row_y(lane, row) - pointer.y).abs();
    let mut rows = [0u8, 1, 2, 3];
    rows.sort_by(|one, other| away(*one).total_cmp(&away(*other)));
    let reach = if is_crowd { 0.0 } else { timeline::REACH };
    rows.into_iter().find_map(|row| {
        let reach = if row == 0 { reach } else { 2.0 };
        let mark = laid.hit(lane, row, pointer.x - place.left, reach)?;
        Some(Over::Mark(lane, mark))
    })
}

pub fn handle(
    ui: &Ui,
    scene: &Scene<'_>,
    response: &Response,
    first: &mut usize,
    actions: &mut Vec<Action>,
) {
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    pick_or_move(ui, scene, response, actions);
    wheel(ui, scene, response, first, actions);
    if response.clicked()
        && scene.open.chronology.look.picking.is_none()
        && let Some(Over::Mark(lane, mark)) = scene.hovered
    {
        choose(scene, lane, mark, actions);
    }
    if response.hovered()
        && let Some(icon) = icon(scene, response)
    {
        ui.ctx().set_cursor_icon(icon);
    }
}

fn icon(scene: &Scene<'_>, response: &Response) -> Option<CursorIcon> {
    if scene.open.chronology.look.picking.is_some() {
        Some(CursorIcon::ResizeHorizontal)
    } else if response.dragged() {
        Some(CursorIcon::Grabbing)
    } else if matches!(scene.hovered, Some(Over::Mark(..))) {
        Some(CursorIcon::PointingHand)
    } else {
        None
    }
}

fn pick_or_move(ui: &Ui, scene: &Scene<'_>, response: &Response, actions: &mut Vec<Action>) {
    let picking = scene.open.chronology.look.picking;
    let (place, range) = (scene.place, scene.range);
    let mut send = |action| actions.push(Action::Chronology(action));
    if response.double_clicked() && picking.is_none() {
        send(ChronologyAction::SetRange(None));
        return;
    }
    let (shift, origin, moving) = ui.input(|input| {
        let pointer = &input.pointer;
        (
            input.modifiers.shift,
            pointer.press_origin(),
            pointer.delta().x != 0.0,
        )
    });
    let at = |pos: Pos2| range.at(place.width, (pos.x - place.left).clamp(0.0, place.width));
    let now = response.interact_pointer_pos().or(response.hover_pos());
    let Some(now) = now.map(at) else {
        return;
    };
    let pick = |picking| ChronologyAction::Timeline(TimelineAction::Pick(picking));
    if response.drag_started() && (shift || picking.is_some()) {
        send(pick(Some(Picking {
            from: Some(origin.map_or(now, at)),
            at: Some(now),
        })));
        return;
    }
    match picking {
        Some(Picking { from, .. }) if response.drag_stopped() || response.clicked() => {
            send(match from {
                Some(from) => ChronologyAction::Timeline(TimelineAction::Picked(from, now)),
                None => pick(Some(Picking {
                    from: Some(now),
                    at: Some(now),
                })),
            });
        }
        Some(Picking { from, .. }) if moving => {
            send(pick(Some(Picking {
                from,
                at: Some(now),
            })));
        }
        None if response.dragged() => {
            let days = -f64::from(response.drag_delta().x) / range.pixels_per_day(place.width);
            if days != 0.0 {
                send(ChronologyAction::SetRange(Some(range.moved(days))));
            }
        }
        Some(_) | None => {}
    }
}

fn wheel(
    ui: &Ui,
    scene: &Scene<'_>,
    response: &Response,
    first: &mut usize,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let (place, range) = (scene.place, scene.range);
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if pointer.x < place.left && place.shown < place.lanes {
        let by = (-scroll.y / 12.0).round() as isize;
        *first = first
            .saturating_add_signed(by)
            .min(place.lanes - place.shown);
        return;
    }
    let around = range.at(place.width, (pointer.x - place.left).max(0.0));
    let next: Option<TimeRange> = if (zoom - 1.0).abs() > 0.001 {
        Some(range.zoomed(around, f64::from(zoom)))
    } else if scroll.y.abs() > 0.1 {
        Some(range.zoomed(around, f64::from(scroll.y / 200.0).exp()))
    } else if scroll.x.abs() > 0.1 {
        Some(range.moved(-f64::from(scroll.x) / range.pixels_per_day(place.width)))
    } else {
        None
    };
    if next.is_some() {
        actions.push(Action::Chronology(ChronologyAction::SetRange(next)));
    }
}

/// Goes to the first entry of a mark and selects them all.
pub fn choose(scene: &Scene<'_>, lane: usize, mark: usize, actions: &mut Vec<Action>) {
    let Some(mark) = scene.laid.mark(lane, mark) else {
        return;
    };
    let entries: Vec<EntryId> = mark
        .entries
        .iter()
        .filter_map(|index| scene.open.review.entries.get(*index as usize))
        .map(|entry| entry.id)
        .collect();
    let Some(entry) = entries.first().copied() else {
        return;
    };
    let spot = Spot {
        lane: scene.laid.lanes[lane].of,
        entry,
    };
    let mut send = |action| actions.push(Action::Chronology(ChronologyAction::Timeline(action)));
    send(TimelineAction::Stand(Some(spot)));
    send(TimelineAction::Choose(entries));
}
