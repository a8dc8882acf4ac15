//! What is owed to partners: contacts, notices and follow-up, what is late first.

use chrono::NaiveDate;
use egui::{Sense, Stroke, Ui, vec2};

use crate::app::{Action, Behind, OpenProgramme, PartnersAction};
use crate::dates;
use crate::model::PartnerId;
use crate::model::programme::OwesNotice;
use crate::programme::{ContactKind, ContactState, FollowUpState, NoticeState};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, heading, label, words};
use crate::wall::Told;

/// Something that waits for somebody to do it.
struct Waits {
    partner: PartnerId,
    due: NaiveDate,
    late: bool,
    what: String,
}

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, behind: &Behind, actions: &mut Vec<Action>) {
    let mut all = gathered(behind);
    all.sort_by_key(|waits| (!waits.late, waits.due));
    let late = all.iter().filter(|waits| waits.late).count();
    heading(ui, "What waits");
    let done = behind.duties.iter();
    let done = done
        .filter(|duty| matches!(duty.state, ContactState::Done(_)))
        .count();
    let text = format!(
        "{late} late, {} due next; {done} of {} contacts owed so far were made.",
        all.len() - late,
        behind.duties.len()
    );
    words(ui, Words::Secondary, text);
    if all.is_empty() {
        words(ui, Words::Secondary, "Nothing waits.");
    }
    for waits in all {
        let mut partners = behind.partners().iter();
        let Some(partner) = partners.find(|one| one.id == waits.partner) else {
            continue;
        };
        let (of, _) = super::whose(open, partner);
        let when = match waits.late {
            true => (
                Words::Doubt,
                format!("late since {}", dates::spoken_date(waits.due)),
            ),
            false => (
                Words::Secondary,
                format!("by {}", dates::spoken_date(waits.due)),
            ),
        };
        let name = format!("{}: {}", behind.name(partner), waits.what);
        let chosen = behind.chosen == Some(partner.id);
        if line(ui, chosen, &name, &of, Some(when)) {
            actions.push(PartnersAction::Choose(Some(partner.id)).into());
        }
    }
}

fn gathered(behind: &Behind) -> Vec<Waits> {
    let mut all = Vec::new();
    let mut seen: Vec<(PartnerId, bool, bool)> = Vec::new();
    for duty in &behind.duties {
        let late = match duty.state {
            ContactState::Done(_) => continue,
            ContactState::Due => false,
            ContactState::Late => true,
        };
        // Of what is not yet late, the next of each kind is enough.
        let telephone = matches!(duty.kind, ContactKind::TelephoneOffer(_));
        if !late && seen.contains(&(duty.partner, telephone, false)) {
            continue;
        }
        seen.push((duty.partner, telephone, late));
        all.push(Waits {
            partner: duty.partner,
            due: duty.due,
            late,
            what: contact_words(duty.kind),
        });
    }
    for notice in &behind.notices {
        let late = match notice.state {
            NoticeState::Told(_) => continue,
            NoticeState::Owed => false,
            NoticeState::Overdue => true,
        };
        all.push(Waits {
            partner: notice.partner,
            due: notice.by,
            late,
            what: format!("tell her: {}", told_words(notice.of)),
        });
    }
    for (partner, windows) in &behind.follow_ups {
        for window in windows {
            let late = match window.state {
                FollowUpState::Due => false,
                FollowUpState::Overdue => true,
                _ => continue,
            };
            all.push(Waits {
                partner: *partner,
                due: window.on,
                late,
                what: format!("follow-up after {} months", window.months),
            });
        }
    }
    all
}

pub(super) fn contact_words(kind: ContactKind) -> String {
    match kind {
        ContactKind::FirstInformation => "first information".to_owned(),
        ContactKind::During(number) => format!("contact {number} during his programme"),
        ContactKind::TelephoneOffer(number) => format!("telephone contact {number} to offer"),
        ContactKind::AfterLeaving(_) => "contact after he left".to_owned(),
    }
}

pub(super) fn told_words(told: Told) -> &'static str {
    match told {
        Told::Concern => "a concern for her safety",
        Told::Event(OwesNotice::SignificantAbsence) => "he was absent",
        Told::Event(OwesNotice::Unsuitable) => "he was found unsuitable",
        Told::Event(OwesNotice::Completed) => "he completed",
        Told::Event(OwesNotice::DroppedOut) => "he dropped out",
        Told::Event(OwesNotice::Suspended) => "he was suspended",
    }
}

/// A line that can be chosen: who, below it whose; at its right, by when. Whether it was.
pub(super) fn line(
    ui: &mut Ui,
    chosen: bool,
    name: &str,
    below: &str,
    when: Option<(Words, String)>,
) -> bool {
    let ground = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().top();
    ui.add_space(space::TIGHT);
    ui.horizontal(|ui| {
        ui.add_space(space::SMALL);
        let aside = if when.is_some() {
            size::LONG_COLUMN + space::SMALL
        } else {
            0.0
        };
        let room = (ui.available_width() - aside).max(size::SHORT_COLUMN);
        ui.allocate_ui(vec2(room, size::SMALL_CONTROL), |ui| {
            ui.set_width(room);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::HAIR;
                words(ui, Words::Matter, name);
                label(ui, Words::Small, below);
            });
        });
        if let Some((style, text)) = when {
            label(ui, style, text);
        }
    });
    ui.add_space(space::TIGHT);
    let ys = top..=ui.cursor().top();
    let rect = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), ys);
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name));
    let colours = palette(ui);
    let fill = match (chosen, response.hovered() || response.has_focus()) {
        (true, _) => Some(colours.accent_wash),
        (false, true) => Some(colours.raised),
        _ => None,
    };
    if let Some(fill) = fill {
        ui.painter()
            .set(ground, egui::Shape::rect_filled(rect, size::ROUND, fill));
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, colours.faint_line),
    );
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}
