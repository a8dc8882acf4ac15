//! What is owed to partners: contacts, notices and follow-up, what is late first.

use chrono::NaiveDate;
use egui::{Sense, Stroke, Ui, vec2};

use crate::app::{Action, Behind, OpenProgramme, PartnerPart, PartnersAction};
use crate::dates;
use crate::model::PartnerId;
use crate::model::programme::OwesNotice;
use crate::programme::{ContactKind, ContactState, FollowUpState, NoticeState};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, heading, label, secondary, words};
use crate::wall::Told;

/// Something that waits for somebody to do it.
struct Waits {
    partner: PartnerId,
    due: NaiveDate,
    urgency: Urgency,
    /// Where it is done.
    part: PartnerPart,
    what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// A concern for her safety: she is told at once.
    AtOnce,
    Late,
    Due,
}

/// So much is listed of one partner, and of so many partners, before more is asked for.
const LINES: usize = 4;
const PARTNERS: usize = 20;

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, behind: &Behind, actions: &mut Vec<Action>) {
    let groups = grouped(behind);
    heading(ui, "What waits");
    let all = groups.iter().flatten();
    let count = |of: Urgency| all.clone().filter(|one| one.urgency == of).count();
    let done = behind.duties.iter();
    let done = done.filter(|duty| matches!(duty.state, ContactState::Done(_)));
    let at_once = match count(Urgency::AtOnce) {
        0 => String::new(),
        1 => "1 concern to be told at once, ".to_owned(),
        many => format!("{many} concerns to be told at once, "),
    };
    let text = format!(
        "{at_once}{} late, {} due next; {} of {} contacts owed so far were made.",
        count(Urgency::Late),
        count(Urgency::Due),
        done.count(),
        behind.duties.len()
    );
    words(ui, Words::Secondary, text);
    if groups.is_empty() {
        words(ui, Words::Secondary, "Nothing waits.");
    }
    let shown = if behind.all_waits {
        usize::MAX
    } else {
        PARTNERS
    };
    for group in groups.iter().take(shown) {
        of_one(ui, open, behind, group, actions);
    }
    let more = groups.len().saturating_sub(PARTNERS);
    if more > 0 {
        ui.add_space(space::SMALL);
        let text = match behind.all_waits {
            true => "Show the most urgent only".to_owned(),
            false => format!("Show what waits of {more} more"),
        };
        if secondary(ui, true, &text).clicked() {
            actions.push(PartnersAction::ShowAllWaits(!behind.all_waits).into());
        }
    }
}

/// What waits of one partner, below her name.
fn of_one(
    ui: &mut Ui,
    open: &OpenProgramme,
    behind: &Behind,
    group: &[Waits],
    actions: &mut Vec<Action>,
) {
    let mut partners = behind.partners().iter();
    let first = group.first().map(|one| one.partner);
    let Some(partner) = partners.find(|one| Some(one.id) == first) else {
        return;
    };
    let chosen = behind.chosen == Some(partner.id);
    let (of, _) = super::whose(open, partner);
    let name = behind.name(partner);
    ui.add_space(space::MEDIUM);
    words(ui, Words::Strong, &name);
    words(ui, Words::Small, &of);
    for waits in group.iter().take(LINES) {
        let day = dates::spoken_date(waits.due);
        let when = match waits.urgency {
            Urgency::AtOnce => (Words::Doubt, format!("at once; {day}")),
            Urgency::Late => (Words::Doubt, format!("late since {day}")),
            Urgency::Due => (Words::Secondary, format!("by {day}")),
        };
        let called = format!("{name}: {}", waits.what);
        let here = chosen && behind.part == waits.part;
        if line(ui, here, (&called, &waits.what), "", Some(when)) {
            actions.push(PartnersAction::GoTo(partner.id, waits.part).into());
        }
    }
    let more = group.len().saturating_sub(LINES);
    if more > 0 {
        words(ui, Words::Small, format!("and {more} more in her file"));
    }
}

/// What waits of each partner, the most urgent first; and so the partners.
fn grouped(behind: &Behind) -> Vec<Vec<Waits>> {
    let mut all = gathered(behind);
    all.sort_by_key(|one| (one.partner, one.urgency, one.due));
    let mut groups: Vec<Vec<Waits>> = Vec::new();
    for one in all {
        match groups.last_mut() {
            Some(group) if is_of(group, one.partner) => group.push(one),
            _ => groups.push(vec![one]),
        }
    }
    groups.sort_by_key(|group| group.first().map(|one| (one.urgency, one.due)));
    groups
}

fn is_of(group: &[Waits], partner: PartnerId) -> bool {
    group.first().is_some_and(|one| one.partner == partner)
}

fn gathered(behind: &Behind) -> Vec<Waits> {
    let mut all = Vec::new();
    let mut seen: Vec<(PartnerId, bool)> = Vec::new();
    for duty in &behind.duties {
        // Of what is not yet late, the next of each kind is enough.
        let kind = (
            duty.partner,
            matches!(duty.kind, ContactKind::TelephoneOffer(_)),
        );
        let urgency = match duty.state {
            ContactState::Done(_) => continue,
            ContactState::Due if seen.contains(&kind) => continue,
            ContactState::Due => Urgency::Due,
            ContactState::Late => Urgency::Late,
        };
        seen.push(kind);
        all.push(Waits {
            partner: duty.partner,
            due: duty.due,
            urgency,
            part: PartnerPart::Contacts,
            what: contact_words(duty.kind),
        });
    }
    for notice in &behind.notices {
        let urgency = match (notice.state, notice.of) {
            (NoticeState::Told(_), _) => continue,
            (_, Told::Concern(_)) => Urgency::AtOnce,
            (NoticeState::Owed, _) => Urgency::Due,
            (NoticeState::Overdue, _) => Urgency::Late,
        };
        all.push(Waits {
            partner: notice.partner,
            due: notice.by,
            urgency,
            part: PartnerPart::Told,
            what: format!("Tell her: {}", told_words(notice.of)),
        });
    }
    for (partner, windows) in &behind.follow_ups {
        for window in windows {
            let urgency = match window.state {
                FollowUpState::Due => Urgency::Due,
                FollowUpState::Overdue => Urgency::Late,
                _ => continue,
            };
            all.push(Waits {
                partner: *partner,
                due: window.on,
                urgency,
                part: PartnerPart::FollowUp,
                what: format!("Follow-up after {} months", window.months),
            });
        }
    }
    all
}

pub(super) fn contact_words(kind: ContactKind) -> String {
    match kind {
        ContactKind::FirstInformation => "First information".to_owned(),
        ContactKind::During(number) => format!("Contact {number} during his programme"),
        ContactKind::TelephoneOffer(number) => format!("Telephone contact {number} to offer"),
        ContactKind::AfterLeaving(_) => "Contact after he left".to_owned(),
    }
}

pub(super) fn told_words(told: Told) -> &'static str {
    match told {
        Told::Concern(_) => "a concern for her safety",
        Told::Event(OwesNotice::SignificantAbsence, _) => "he was absent",
        Told::Event(OwesNotice::Unsuitable, _) => "he was found unsuitable",
        Told::Event(OwesNotice::Completed, _) => "he completed",
        Told::Event(OwesNotice::DroppedOut, _) => "he dropped out",
        Told::Event(OwesNotice::Suspended, _) => "he was suspended",
    }
}

/// A line that can be chosen, with its accessible name: who, below it whose; at its right, by when. Whether it was.
pub(super) fn line(
    ui: &mut Ui,
    chosen: bool,
    (called, name): (&str, &str),
    below: &str,
    when: Option<(Words, String)>,
) -> bool {
    let ground = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().top();
    // As much as comes after the line.
    ui.add_space(ui.spacing().item_spacing.y);
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
                if !below.is_empty() {
                    label(ui, Words::Small, below);
                }
            });
        });
        if let Some((style, text)) = when {
            label(ui, style, text);
        }
    });
    let ys = top..=ui.cursor().top();
    let rect = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), ys);
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, called));
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
