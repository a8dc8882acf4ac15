//! Versions of the draft in the place of its text: what two of them say differently.

use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Label, Margin, Stroke, Ui};

use crate::app::{Action, App, DraftAction, Field, Open, VersionsAction};
use crate::dates;
use crate::drafting::{Change, Fate, Kind, SectionDifference, Stretch};
use crate::model::Version;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{
    FieldLook, Tone, Words, card, chip, choice, empty, hairline, heading, label, labelled_field,
    pane, primary, quiet, scroll, secondary, small, title, words,
};

/// The button that leads here.
pub fn button(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let text = match open.review.versions.len() {
        0 => "Versions".to_owned(),
        count => format!("Versions ({count})"),
    };
    if small(ui, true, &text).clicked() {
        actions.push(act(VersionsAction::Show(true)));
    }
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    pane(ui, "versions", |ui| list(ui, app, open, actions));
    Frame::new()
        .inner_margin(Margin::symmetric(24, 16))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                title(ui, "Versions of the draft");
                if small(ui, true, "Back to the text").clicked() {
                    actions.push(act(VersionsAction::Show(false)));
                }
            });
            match open.draft.versions.pair(&open.review) {
                Some(pair) => compared(ui, open, pair, actions),
                None => {
                    let text = "Put the draft aside before a large change, or before it goes out. Each version keeps every section, word \
                                for word; any two can be compared, and any of them can become the draft again.";
                    let button = open.read_only.is_none().then_some("Put this draft aside");
                    if empty(ui, "No version yet", text, button) {
                        actions.push(act(VersionsAction::PutAside));
                    }
                }
            }
        });
}

// ---- The list ----

fn list(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "Kept versions");
    words(
        ui,
        Words::Secondary,
        "The whole draft as it stood. Sending it to the panel keeps one, too.",
    );
    ui.add_space(space::SMALL);
    let writable = open.read_only.is_none();
    if primary(ui, writable, "Put this draft aside").clicked() {
        actions.push(act(VersionsAction::PutAside));
    }
    ui.add_space(space::MEDIUM);
    let chosen = open.draft.versions.chosen.or(open
        .review
        .versions
        .last()
        .map(|version| version.id));
    for version in open.review.versions.iter().rev() {
        ui.push_id(version.id.0, |ui| {
            let is_chosen = chosen == Some(version.id);
            card(ui, is_chosen, |ui| {
                one(ui, app, open, (version, is_chosen), actions)
            });
        });
        ui.add_space(space::SMALL);
    }
}

fn one(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    (version, chosen): (&Version, bool),
    actions: &mut Vec<Action>,
) {
    label(ui, Words::Strong, called(version));
    words(ui, Words::Small, kept(version));
    let round = open
        .review
        .rounds
        .iter()
        .find(|round| round.version == Some(version.id));
    if let Some(round) = round {
        chip(ui, Tone::Plain, &format!("sent in round {}", round.number));
    }
    if !chosen {
        let name = format!("Compare {}", called(version));
        let response = small(ui, true, "Compare");
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.clicked() {
            actions.push(act(VersionsAction::Choose(version.id)));
        }
        return;
    }
    let writable = open.read_only.is_none();
    ui.add_space(space::TIGHT);
    let look = FieldLook {
        hint: "A name for it",
        read_only: !writable,
        ..FieldLook::default()
    };
    let field = Field::Version(version.id);
    labelled_field(
        ui,
        "Name of the version",
        app.state.typing(),
        field,
        &version.label,
        look,
        actions,
    );
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, writable, "Make it the draft again").clicked() {
            actions.push(act(VersionsAction::Restore(version.id)));
        }
        if round.is_none() && writable && quiet(ui, "Remove").clicked() {
            actions.push(act(VersionsAction::Remove(version.id)));
        }
    });
}

fn called(version: &Version) -> String {
    match version.label.as_str() {
        "" => format!("Version {}", version.id),
        label => label.to_owned(),
    }
}

/// “Put aside on 4 March 2026 at 14:05 UTC by Dr R. Amankwah”
fn kept(version: &Version) -> String {
    let (written, time) = version.at.split_once('T').unwrap_or((&version.at, ""));
    let time = time
        .get(..5)
        .map(|time| format!(" at {time} UTC"))
        .unwrap_or_default();
    let day = written.parse().map(dates::spoken_date);
    let day = day.unwrap_or_else(|_| written.to_owned());
    format!("Put aside on {day}{time} by {}", version.who)
}

// ---- The difference ----

fn compared(
    ui: &mut Ui,
    open: &Open,
    (earlier, later): (&Version, Option<&Version>),
    actions: &mut Vec<Action>,
) {
    let state = &open.draft.versions;
    ui.horizontal_wrapped(|ui| {
        let later = later.map_or("the draft now".to_owned(), |later| {
            format!("“{}”", called(later))
        });
        label(
            ui,
            Words::Secondary,
            format!("From “{}” to {later}.", called(earlier)),
        );
        label(ui, Words::Secondary, "Compare with");
        against(ui, open, actions);
        let mut whole = state.whole;
        if ui.checkbox(&mut whole, "What is unchanged, too").changed() {
            actions.push(act(VersionsAction::ShowWhole(whole)));
        }
    });
    let Some(found) = &state.found else {
        words(ui, Words::Secondary, "Being compared.");
        return;
    };
    if !state.is_current(&open.review) {
        words(ui, Words::Doubt, "Being compared anew.");
    }
    words(ui, Words::Plain, state.summary());
    ui.add_space(space::SMALL);
    let sections = found.sections.iter();
    let shown: Vec<&SectionDifference> = sections
        .filter(|section| !section.changes.is_empty() && (state.whole || !section.is_the_same()))
        .collect();
    scroll("difference").show(ui, |ui| {
        ui.set_max_width(size::PROSE + space::HUGE);
        for section in shown {
            heading(ui, format!("{} {}", section.number, section.title));
            for change in &section.changes {
                if state.whole || change.kind != Kind::Same {
                    told(ui, change);
                }
            }
            ui.add_space(space::MEDIUM);
        }
    });
}

fn against(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let versions = open.review.versions.iter().rev();
    let choices = std::iter::once((None, "The draft now".to_owned()))
        .chain(versions.map(|version| (Some(version.id), called(version))));
    let present = open.draft.versions.against;
    if let Some(version) = choice(ui, "Compare with", &present, choices) {
        actions.push(act(VersionsAction::Against(version)));
    }
}

/// One paragraph: what became of it, then its words with what is gone struck out and what is new underlined.
fn told(ui: &mut Ui, change: &Change) {
    hairline(ui);
    ui.add_space(space::TIGHT);
    let style = match change.kind {
        Kind::Same => Words::Small,
        Kind::Gone => Words::Harm,
        Kind::New => Words::Done,
        _ => Words::SmallStrong,
    };
    label(ui, style, fate(change));
    let response = ui.add(Label::new(in_colours(ui, change)).wrap().selectable(false));
    let spoken = spoken(&change.words);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    ui.add_space(space::SMALL);
}

/// “4.2, was 4.1: changed”
fn fate(change: &Change) -> String {
    let number = match (change.before.as_str(), change.after.as_str()) {
        ("", "") => "Heading".to_owned(),
        (before, after) if before == after || before.is_empty() => after.to_owned(),
        (before, "") if change.kind == Kind::Gone => before.to_owned(),
        (before, "") => format!("Heading, was {before}"),
        (before, after) => format!("{after}, was {before}"),
    };
    format!("{number}: {}", change.kind.words())
}

fn in_colours(ui: &Ui, change: &Change) -> LayoutJob {
    let palette = palette(ui);
    let font = match change.heading {
        0 => Words::Matter.font(),
        _ => Words::MatterStrong.font(),
    };
    let mut job = LayoutJob::default();
    for stretch in &change.words {
        let mut format = TextFormat {
            font_id: font.clone(),
            color: palette.ink,
            ..TextFormat::default()
        };
        match stretch.fate {
            Fate::Kept => {}
            Fate::Gone => {
                format.color = palette.harm;
                format.background = palette.harm_wash;
                format.strikethrough = Stroke::new(1.0, palette.harm);
            }
            Fate::New => {
                format.color = palette.accent;
                format.background = palette.accent_wash;
                format.underline = Stroke::new(1.0, palette.accent);
            }
        }
        job.append(&stretch.text, 0.0, format);
    }
    job
}

/// For whoever hears it: “She was [gone: never] [new: once] asked.”
fn spoken(words: &[Stretch]) -> String {
    let each = words.iter().map(|stretch| match stretch.fate {
        Fate::Kept => stretch.text.clone(),
        Fate::Gone => format!("[gone: {}] ", stretch.text.trim()),
        Fate::New => format!("[new: {}] ", stretch.text.trim()),
    });
    each.collect::<String>().trim_end().to_owned()
}

fn act(action: VersionsAction) -> Action {
    Action::Draft(DraftAction::Versions(action))
}
