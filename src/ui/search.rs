//! Search everywhere: the field in the title line, and what was found below it.

use egui::{Align2, Area, Frame, Id, Key, Margin, Order, Pos2, Stroke, TextEdit, Ui, vec2};

use super::tokens::{self, letter, palette, size, space};
use super::widgets::{Words, at_side, hairline, label, words};
use crate::app::{Action, Found, FoundWhere, PlanAction, SearchState, ShellAction};

/// Draws the field; returns where its list belongs.
pub fn field(
    ui: &mut Ui,
    search: &SearchState,
    focus: &mut bool,
    actions: &mut Vec<Action>,
) -> Pos2 {
    let mut text = search.words.clone();
    let narrow = ui.ctx().content_rect().width() < size::NARROW_ROOM;
    let wanted = if narrow {
        size::NARROW_SEARCH
    } else {
        size::SEARCH
    };
    let width = at_side(ui, wanted);
    let response = ui.add(
        TextEdit::singleline(&mut text)
            .id_salt("search")
            .hint_text(Words::Small.rich(ui, "Search everywhere      Ctrl K"))
            .font(tokens::sans(letter::BODY))
            .margin(Margin::symmetric(10, 6))
            .desired_width(width)
            .background_color(palette(ui).sheet),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Search everywhere"));
    if std::mem::take(focus) {
        response.request_focus();
    }
    if response.changed() {
        actions.push(Action::Shell(ShellAction::SearchFor(text)));
    } else if response.lost_focus() {
        if ui.input(|input| input.key_pressed(Key::Enter)) && !search.words.trim().is_empty() {
            actions.push(Action::Shell(ShellAction::SearchInChronology));
        } else if ui.input(|input| input.key_pressed(Key::Escape)) {
            actions.push(Action::Shell(ShellAction::CloseSearch));
        }
    }
    response.rect.left_bottom()
}

/// What was found, below the field.
pub fn list(ui: &mut Ui, search: &SearchState, at: Pos2, actions: &mut Vec<Action>) {
    if !search.shown || search.words.trim().is_empty() {
        return;
    }
    let palette = palette(ui);
    let area = Area::new(Id::unique("search list"))
        .order(Order::Foreground)
        .pivot(Align2::LEFT_TOP)
        .fixed_pos(at + vec2(-space::HUGE * 2.0, space::TIGHT))
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.sheet)
                .stroke(Stroke::new(1.0, palette.line))
                .corner_radius(size::ROUND)
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(size::SEARCH + 2.0 * space::HUGE);
                    found(ui, search, actions);
                });
        });
    if ui.input(|input| input.pointer.any_click())
        && ui
            .input(|input| input.pointer.interact_pos())
            .is_some_and(|pos| !area.response.rect.contains(pos) && pos.y > at.y)
    {
        actions.push(Action::Shell(ShellAction::CloseSearch));
    }
}

/// An excerpt with what was found in bold.
fn excerpt(ui: &mut Ui, text: &str) {
    let ink = palette(ui).ink;
    let mut job = egui::text::LayoutJob::default();
    for (index, part) in text.split([Found::OPEN, Found::CLOSE]).enumerate() {
        let style = if index % 2 == 1 {
            Words::MatterStrong
        } else {
            Words::Matter
        };
        job.append(
            &part.replace('\n', " "),
            0.0,
            egui::TextFormat::simple(style.font(), ink),
        );
    }
    ui.add(egui::Label::new(job).truncate().selectable(false));
}

fn found(ui: &mut Ui, search: &SearchState, actions: &mut Vec<Action>) {
    if search.found.is_empty() {
        words(
            ui,
            Words::Secondary,
            format!("Nothing holds “{}”.", search.words.trim()),
        );
        words(
            ui,
            Words::Small,
            "Words are looked for from their beginning: “strang” finds “strangled”.",
        );
        return;
    }
    egui::ScrollArea::vertical()
        .max_height(440.0)
        .show(ui, |ui| {
            for (index, found) in search.found.iter().enumerate() {
                let inner = ui.scope(|ui| {
                    label(ui, Words::SmallStrong, &found.heading);
                    excerpt(ui, &found.excerpt);
                });
                let response = ui
                    .interact(
                        inner.response.rect,
                        ui.scope_id().with(("found", index)),
                        egui::Sense::click(),
                    )
                    .on_hover_cursor(egui::CursorIcon::PointingHand);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(
                        egui::Role::Button,
                        true,
                        format!("Go to {}", found.heading),
                    )
                });
                if response.clicked() {
                    actions.push(match found.what {
                        FoundWhere::Entry(entry) => Action::Shell(ShellAction::ShowEntry(entry)),
                        FoundWhere::Room(room) => Action::Shell(ShellAction::GoTo(room)),
                        FoundWhere::Step(step) => Action::Plan(PlanAction::Go(step)),
                    });
                    actions.push(Action::Shell(ShellAction::CloseSearch));
                }
                hairline(ui);
            }
        });
    let all = if search.more {
        "There are more. Press Enter to see all in the chronology."
    } else {
        "Press Enter to see these entries in the chronology."
    };
    words(ui, Words::Small, all);
}
