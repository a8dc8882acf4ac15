//! The tags of one entry, each with who set it, the words in which it shows, and why.

use egui::Ui;

use crate::analysis::{Place, place};
use crate::app::{Action, App, Field, Open, PassagesAction};
use crate::model::{Entry, Passage, Tagging};
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, field, link, quote, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let taggings = open.derived.taggings(&open.review, entry.id);
    let mut taggings: Vec<&Tagging> = taggings.collect();
    let place = |tagging: &Tagging| {
        let mut list = open.review.weaknesses.iter();
        list.position(|weakness| weakness.key == tagging.weakness)
    };
    taggings.sort_by_key(|tagging| (place(tagging), tagging.id));
    for tagging in taggings {
        ui.push_id(tagging.id, |ui| one(ui, app, open, entry, tagging, actions));
    }
}

fn one(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    entry: &Entry,
    tagging: &Tagging,
    actions: &mut Vec<Action>,
) {
    let may_change = open.read_only.is_none();
    let name = open.review.tag_name(&tagging.weakness);
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::SmallStrong, name);
        words(ui, Words::Small, format!("tagged by {}", tagging.coder));
        let mut others = open.derived.taggings(&open.review, entry.id);
        let is_shared =
            others.any(|other| other.weakness == tagging.weakness && other.id != tagging.id);
        if is_shared && may_change {
            let remove = link(ui, "Take this one off");
            remove.widget_info(|| {
                let name = format!("Take off {name}, tagged by {}", tagging.coder);
                egui::WidgetInfo::labeled(egui::Role::Link, true, name)
            });
            if remove.clicked() {
                actions.push(PassagesAction::Remove(tagging.id).into());
            }
        }
    });
    for passage in &tagging.passages {
        shown(ui, entry, tagging, passage, may_change, actions);
    }
    field(
        ui,
        &format!("Memo on {name}, tagged by {}", tagging.coder),
        app.state.typing(),
        Field::Memo(tagging.id),
        &tagging.memo,
        FieldLook {
            hint: "Why, in a sentence",
            read_only: !may_change,
            ..FieldLook::default()
        },
        actions,
    );
}

fn shown(
    ui: &mut Ui,
    entry: &Entry,
    tagging: &Tagging,
    passage: &Passage,
    may_change: bool,
    actions: &mut Vec<Action>,
) {
    quote(ui, |ui| {
        words(ui, Words::Matter, format!("“{}”", passage.words));
        match place(entry, passage) {
            Place::Here(_) => {}
            Place::Moved(_) => {
                let said =
                    "These words stand at another place in the record than when they were marked.";
                words(ui, Words::Small, said);
            }
            Place::Gone => {
                let said = "These words are no longer in the record: a corrected return has others. Mark them again, or unmark them.";
                words(ui, Words::Doubt, said);
            }
        }
        if may_change {
            let unmark = link(ui, "Unmark");
            unmark.widget_info(|| {
                let name = format!("Unmark “{}”", passage.words);
                egui::WidgetInfo::labeled(egui::Role::Link, true, name)
            });
            if unmark.clicked() {
                actions.push(PassagesAction::Unmark(tagging.id, passage.clone()).into());
            }
        }
    });
}
