//! The line of menus above timeline and table: view, filter, groups, columns, printing, tagging.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{
    Align, Button, Key, Layout, Margin, Popup, PopupCloseBehavior, RichText, TextEdit, Ui, vec2,
};

use super::filter_menu;
use crate::app::{
    Action, ChronologyAction, EntryAction, EventsAction, Open, PRINTED, Problem, output_of,
};
use crate::chronology::{Column, Grouping};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, hairline, label, link, small, words};

/// A menu that has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    View,
    Filter,
    Group,
    Columns,
    Print,
}

impl Tool {
    pub const KEYS: [(Key, Self); 5] = [
        (Key::V, Self::View),
        (Key::F, Self::Filter),
        (Key::G, Self::Group),
        (Key::C, Self::Columns),
        (Key::P, Self::Print),
    ];
}

/// What is typed into the menus.
#[derive(Default)]
pub struct Memory {
    /// The menu to open in this frame, where its key was pressed.
    pub open: Option<Tool>,
    pub filter: filter_menu::Memory,
    view: String,
    path: String,
    problem: Option<Problem>,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let wanted = memory.open.take();
    let chronology = &open.chronology;
    let narrow = ui.available_width() < size::NARROW_LINE;
    let line = Layout::left_to_right(Align::Center).with_main_wrap(narrow);
    let height = vec2(ui.available_width(), size::SMALL_CONTROL);
    ui.allocate_ui_with_layout(height, line, |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        ui.spacing_mut().button_padding = vec2(space::SMALL, space::HAIR);
        let view = chronology.opened_view(&open.review);
        let view_name = view.map_or("View", |view| view.name.as_str());
        tool(
            ui,
            "Saved views",
            view_name,
            wanted == Some(Tool::View),
            |ui| {
                views(ui, open, &mut memory.view, actions);
            },
        );
        tool(
            ui,
            "Add a filter",
            "Filter",
            wanted == Some(Tool::Filter),
            |ui| {
                filter_menu::show(ui, open, &mut memory.filter, actions);
            },
        );
        let group = match chronology.grouping {
            Grouping::None => "Group",
            grouping => grouping.words(),
        };
        tool(
            ui,
            "Group the table",
            group,
            wanted == Some(Tool::Group),
            |ui| {
                groups(ui, open, actions);
            },
        );
        tool(
            ui,
            "Choose columns",
            "Columns",
            wanted == Some(Tool::Columns),
            |ui| {
                columns(ui, open, actions);
            },
        );
        let listed = chronology.events_proposed.is_some();
        if same_events(ui, listed).clicked() {
            let action = if listed {
                EventsAction::Close
            } else {
                EventsAction::Look
            };
            actions.push(action.into());
        }
        if add(ui, open.read_only.is_none()).clicked() {
            actions.push(Action::Entry(EntryAction::Add));
        }
        let mut at_end = |ui: &mut Ui| {
            let on = chronology.tagging.is_some();
            if tag(ui, on).clicked() {
                actions.push(Action::Chronology(ChronologyAction::SetTagging(!on)));
            }
            tool(
                ui,
                "Print what is shown",
                "Print",
                wanted == Some(Tool::Print),
                |ui| {
                    print(ui, open, &mut memory.path, &mut memory.problem, actions);
                },
            );
        };
        if narrow {
            at_end(ui);
        } else {
            ui.with_layout(Layout::right_to_left(Align::Center), at_end);
        }
    });
}

fn add(ui: &mut Ui, enabled: bool) -> egui::Response {
    let about = "Add an entry that no return holds: what the family told, a telephone call (N)";
    let button = Button::new("Add").min_size(vec2(0.0, size::SMALL_CONTROL));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, "Add an entry"));
    response.on_hover_text(about)
}

fn tag(ui: &mut Ui, on: bool) -> egui::Response {
    switch(ui, on, "Tag", "Tag by keyboard").on_hover_text("Tag by keyboard (T)")
}

fn same_events(ui: &mut Ui, on: bool) -> egui::Response {
    let about = "Which records may be of one and the same event";
    switch(ui, on, "Events", "Records of one event").on_hover_text(about)
}

/// A button that stays pressed; `name` is for whoever hears it.
fn switch(ui: &mut Ui, on: bool, text: &str, name: &'static str) -> egui::Response {
    let ink = if on {
        palette(ui).accent
    } else {
        palette(ui).ink
    };
    let text = RichText::new(text)
        .font(tokens::sans(letter::BODY))
        .color(ink);
    let response = ui.add(
        Button::new(text)
            .selected(on)
            .min_size(vec2(0.0, size::SMALL_CONTROL)),
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, name));
    response
}

/// A menu that stays open while its choices are made.
fn tool(ui: &mut Ui, name: &str, text: &str, toggle: bool, contents: impl FnOnce(&mut Ui)) {
    let shown: String = if text.chars().count() > LONGEST {
        text.chars().take(LONGEST - 1).chain(['…']).collect()
    } else {
        text.to_owned()
    };
    let text = RichText::new(shown)
        .font(tokens::sans(letter::BODY))
        .color(palette(ui).ink);
    let arrow = RichText::new("▼")
        .font(tokens::sans(letter::ARROW))
        .color(palette(ui).faint);
    let button = Button::new((text, arrow)).min_size(vec2(0.0, size::SMALL_CONTROL));
    let room = ui.ctx().content_rect();
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let menu = MenuButton::from_button(button).config(config);
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_width(size::MENU);
        ui.spacing_mut().item_spacing.y = space::HAIR;
        egui::ScrollArea::vertical()
            .max_height(room.height() * MOST_OF_WINDOW)
            .show(ui, contents);
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if toggle {
        Popup::toggle_id(ui.ctx(), Popup::default_response_id(&response));
        response.request_focus();
        ui.ctx().request_repaint();
    }
}

/// What a menu may take of the window's height.
const MOST_OF_WINDOW: f32 = 0.8;
const LONGEST: usize = 22;

fn groups(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let mut send = |action| actions.push(Action::Chronology(action));
    for grouping in Grouping::ALL {
        let on = open.chronology.grouping == grouping;
        if ringed(ui, egui::RadioButton::new(on, grouping.words())).clicked() {
            send(ChronologyAction::Group(grouping));
        }
    }
    if open.chronology.grouping == Grouping::Event && open.review.events.is_empty() {
        words(
            ui,
            Words::Small,
            "No records have been joined as one event yet.",
        );
    }
    if !open.chronology.lines.groups.is_empty() {
        hairline(ui);
        ui.horizontal(|ui| {
            if small(ui, true, "Fold all").clicked() {
                send(ChronologyAction::FoldAll(true));
            }
            if small(ui, true, "Unfold all").clicked() {
                send(ChronologyAction::FoldAll(false));
            }
        });
    }
}

fn columns(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for column in Column::ALL {
        let mut on = open.chronology.shows(column);
        let check = egui::Checkbox::new(&mut on, column.title());
        let response = ui.add_enabled_ui(!column.is_always_shown(), |ui| ringed(ui, check));
        if response.inner.changed() {
            let action = ChronologyAction::ShowColumn(column, on);
            actions.push(Action::Chronology(action));
        }
    }
}

fn views(ui: &mut Ui, open: &Open, name: &mut String, actions: &mut Vec<Action>) {
    let mut send = |action| actions.push(Action::Chronology(action));
    let review = &open.review;
    let opened = open.chronology.opened_view(review);
    let everything = egui::RadioButton::new(opened.is_none(), "Everything, in order of time");
    if ringed(ui, everything).clicked() {
        send(ChronologyAction::LeaveView);
        ui.close();
    }
    for view in &review.views {
        let on = opened.is_some_and(|opened| opened.id == view.id);
        if ringed(ui, egui::RadioButton::new(on, &view.name)).clicked() {
            send(ChronologyAction::OpenView(view.id));
            ui.close();
        }
    }
    if open.read_only.is_some() {
        return;
    }
    let has_name = |name: &str| {
        let name = name.trim().to_lowercase();
        let mut views = review.views.iter();
        views.find(|view| view.name.to_lowercase() == name)
    };
    hairline(ui);
    if let Some(view) = opened {
        let differs = open.chronology.differs_from(review, view);
        let said = if differs {
            format!("“{}”, changed since it was saved", view.name)
        } else {
            format!("“{}”", view.name)
        };
        words(ui, Words::SmallStrong, said);
        ui.horizontal_wrapped(|ui| {
            if small(ui, differs, "Save the change").clicked() {
                send(ChronologyAction::SaveView(view.name.clone()));
            }
            let named = !name.trim().is_empty() && name.trim() != view.name;
            if small(ui, named, "Rename it so").clicked() {
                let new = match has_name(name).filter(|other| other.id != view.id) {
                    // It will be refused with a word: what was typed stays to be changed.
                    Some(_) => name.clone(),
                    None => std::mem::take(name),
                };
                send(ChronologyAction::RenameView(view.id, new));
            }
            if small(ui, true, "Remove it").clicked() {
                send(ChronologyAction::RemoveView(view.id));
            }
        });
    }
    words(ui, Words::SmallStrong, "Save what is shown as");
    let entered = line(
        ui,
        "Name of the view",
        "such as Police before the separation",
        name,
    );
    let enabled = !name.trim().is_empty();
    let text = if has_name(name).is_some() {
        "Replace that view"
    } else {
        "Save the view"
    };
    if (small(ui, enabled, text).clicked() || entered) && enabled {
        send(ChronologyAction::SaveView(std::mem::take(name)));
        ui.close();
    }
}

fn print(
    ui: &mut Ui,
    open: &Open,
    path: &mut String,
    problem: &mut Option<Problem>,
    actions: &mut Vec<Action>,
) {
    let chronology = &open.chronology;
    words(
        ui,
        Words::Small,
        chronology.in_words(&open.review, chronology.lines.count_shown()),
    );
    for output in PRINTED {
        if ui
            .selectable_label(false, format!("As {}…", form(output)))
            .clicked()
        {
            actions.push(Action::Chronology(ChronologyAction::Print(output)));
            ui.close();
        }
    }
    hairline(ui);
    words(
        ui,
        Words::Small,
        "Or type a path that ends in .pdf, .docx, .xlsx or .csv, and press Enter.",
    );
    if line(ui, "Path to print to", "a path of a file", path) {
        let typed = std::path::PathBuf::from(path.trim());
        match output_of(&typed) {
            Some(output) => {
                *problem = None;
                actions.push(Action::Chronology(ChronologyAction::PrintTo(output, typed)));
                ui.close();
            }
            None => {
                *problem = Some(Problem::new(
                    "Nothing was printed",
                    "The path has to end in .pdf, .docx, .xlsx or .csv, which says how to print.",
                ));
            }
        }
    }
    if let Some(problem) = problem {
        words(ui, Words::Harm, &problem.words);
    }
    if let Some(printed) = &chronology.printed {
        hairline(ui);
        label(
            ui,
            Words::Small,
            format!("Printed: {}", printed.path.display()),
        );
        if link(ui, "Show it").clicked() {
            actions.push(Action::Chronology(ChronologyAction::ShowPrinted));
        }
    }
}

fn form(output: crate::publish::Output) -> &'static str {
    match output.extension() {
        "pdf" => "PDF",
        "docx" => "Word",
        "xlsx" => "Excel",
        _ => "CSV",
    }
}

/// Adds a choice of a menu, with a line around it while the keyboard is on it.
pub fn ringed(ui: &mut Ui, widget: impl egui::Widget) -> egui::Response {
    let response = ui.add(widget);
    if response.has_focus() {
        let line = egui::Stroke::new(1.5, palette(ui).accent);
        let around = response.rect.expand2(vec2(space::TIGHT, 0.0));
        ui.painter()
            .rect_stroke(around, size::ROUND_CHIP, line, egui::StrokeKind::Inside);
    }
    response
}

/// A field of a menu. Returns whether Enter was pressed in it.
pub fn line(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> bool {
    let edit = TextEdit::singleline(text)
        .hint_text(Words::Small.rich(ui, hint))
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5));
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    response.lost_focus()
        && ui.input(|input| input.key_pressed(Key::Enter))
        && !text.trim().is_empty()
}
