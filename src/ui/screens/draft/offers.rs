//! What can be cited, below the `@` that was typed.

use egui::{
    Align2, Area, Frame, Id, Margin, Order, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    vec2,
};

use crate::app::{Action, DraftAction, Offers, Open};
use crate::drafting::{Offer, Target};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, label, words};

pub fn show(ui: &Ui, open: &Open, caret: Rect, actions: &mut Vec<Action>) {
    let Some(offers) = &open.draft.offers else {
        return;
    };
    let palette = palette(ui);
    let window = ui.ctx().content_rect();
    let above = caret.bottom() + size::OFFERS > window.bottom();
    let (pivot, at) = if above {
        (
            Align2::LEFT_BOTTOM,
            caret.left_top() - vec2(0.0, space::TIGHT),
        )
    } else {
        (
            Align2::LEFT_TOP,
            caret.left_bottom() + vec2(0.0, space::TIGHT),
        )
    };
    Area::new(Id::unique("what can be cited"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain_to(window)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.sheet)
                .stroke(Stroke::new(1.0, palette.line))
                .corner_radius(size::ROUND)
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(8, 8))
                .show(ui, |ui| {
                    ui.set_width(size::DETAIL);
                    ScrollArea::vertical()
                        .max_height(size::OFFERS - space::HUGE)
                        .show(ui, |ui| list(ui, offers, actions));
                    words(ui, Words::Small, "Enter cites, Escape does not.");
                });
        });
}

fn list(ui: &mut Ui, offers: &Offers, actions: &mut Vec<Action>) {
    if offers.list.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Nothing in the review answers to these words.",
        );
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, offer) in offers.list.iter().enumerate() {
        if line(ui, offer, place == offers.current) {
            actions.push(Action::Draft(DraftAction::Cite(offer.target)));
        }
    }
}

/// Whether it was pressed.
fn line(ui: &mut Ui, offer: &Offer, current: bool) -> bool {
    let colours = palette(ui);
    let fill = if current {
        colours.accent_wash
    } else {
        colours.sheet
    };
    let sensed = ui.scope_builder(egui::UiBuilder::new().sense(Sense::click()), |ui| {
        Frame::new()
            .fill(fill)
            .corner_radius(size::ROUND_CHIP)
            .inner_margin(Margin::symmetric(8, 4))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                label(
                    ui,
                    Words::Strong,
                    format!("{}{}", kind(offer.target), offer.words),
                );
                label(ui, Words::Small, offer.detail.replace('\n', " "));
            });
    });
    let response = sensed.response;
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, current, format!("Cite {}", offer.words))
    });
    if current {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// What it is, where its words do not say so.
fn kind(target: Target) -> &'static str {
    match target {
        Target::Paragraph(_) => "Paragraph ",
        Target::Entry(_) | Target::Person(_) | Target::KeyDate(_) => "",
        Target::Finding(_) | Target::Recommendation(_) => "",
    }
}
