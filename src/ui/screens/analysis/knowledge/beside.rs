//! What is entered of one agency and one fact, and what the agency's records say.

use egui::Ui;

use super::fact;
use crate::app::{
    Action, App, EXCERPTS, Excerpt, Field, KnowingPart, KnowledgeAction, Open, ShellAction,
};
use crate::chronology::{Cell, Knows};
use crate::dates;
use crate::model::{Agency, AgencyId, EntryId, Fact, Knowing};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Side, Tone, Words, chip, choice, hairline, heading, labelled_field, link, marked,
    menu, quote, small, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let state = &open.analysis.knowledge;
    let fact = state
        .fact
        .and_then(|id| open.review.facts.iter().find(|fact| fact.id == id));
    let Some(fact) = fact else {
        return;
    };
    match state.agency.and_then(|id| open.review.agency(id)) {
        Some(agency) => one_cell(ui, app, open, fact, agency, actions),
        None => fact::show(ui, app, open, fact, actions),
    }
}

fn one_cell(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    fact: &Fact,
    agency: &Agency,
    actions: &mut Vec<Action>,
) {
    heading(ui, &agency.name);
    ui.horizontal_wrapped(|ui| {
        if link(ui, &fact.name)
            .on_hover_text("Name, words and note of this fact")
            .clicked()
        {
            actions.push(KnowledgeAction::Choose(fact.id, None).into());
        }
    });
    if small(ui, true, "Close").clicked() {
        actions.push(KnowledgeAction::Close.into());
    }
    let knowings: Vec<&Knowing> = open
        .review
        .knowings
        .iter()
        .filter(|knowing| (knowing.fact, knowing.agency) == (fact.id, agency.id))
        .collect();
    part(ui, "When it learnt of it");
    if knowings.is_empty() {
        words(ui, Words::Secondary, "Nothing is entered.");
    }
    for (number, knowing) in (1..).zip(&knowings) {
        ui.push_id(knowing.id, |ui| {
            entered(ui, app, open, knowing, number, actions);
        });
    }
    let text = if knowings.is_empty() {
        "Enter that it knew"
    } else {
        "Enter another way it learnt of it"
    };
    if small(ui, open.read_only.is_none(), text).clicked() {
        actions.push(KnowledgeAction::AddKnowing(fact.id, agency.id).into());
    }
    let known = state_of(open, fact, agency);
    if let Some(cell) = known {
        meanwhile(ui, fact, agency, cell, actions);
    }
    part(ui, "Whom it told");
    told(ui, open, fact, agency, actions);
    part(ui, "What its records say");
    records(ui, open, fact, known, actions);
}

fn state_of<'a>(open: &'a Open, fact: &Fact, agency: &Agency) -> Option<&'a Cell> {
    let found = open.analysis.knowledge.latest.found()?;
    found.matrix.cell(fact.id, agency.id)
}

fn part(ui: &mut Ui, name: &str) {
    ui.add_space(space::SMALL);
    hairline(ui);
    words(ui, Words::Strong, name);
}

/// One line of who knew what. `number`: among several, from 1.
fn entered(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    knowing: &Knowing,
    number: usize,
    actions: &mut Vec<Action>,
) {
    let named = |name: &str| match number {
        1 => name.to_owned(),
        _ => format!("{name} ({number})"),
    };
    for (part, name, stored, hint) in [
        (
            KnowingPart::When,
            "Learnt when",
            &knowing.when.wording,
            "12 April 2019, or between 3 and 5 June 2019",
        ),
        (
            KnowingPart::How,
            "How",
            &knowing.how,
            "told by her at the clinic; a referral form",
        ),
    ] {
        let look = FieldLook {
            hint,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Knowing(knowing.id, part);
        let name = named(name);
        labelled_field(ui, &name, app.state.typing(), field, stored, look, actions);
        if part == KnowingPart::When {
            understood(ui, knowing);
        }
    }
    words(ui, Words::SmallStrong, "From which agency");
    let nobody = (None, "Not from another agency".to_owned());
    let others = open.review.agencies.iter();
    let others = others
        .filter(|other| other.id != knowing.agency)
        .map(|other| (Some(other.id), other.name.clone()));
    let all = std::iter::once(nobody).chain(others);
    if let Some(from) = choice(ui, &named("From which agency"), &knowing.from, all) {
        actions.push(KnowledgeAction::SetFrom(knowing.id, from).into());
    }
    words(ui, Words::SmallStrong, "Record that shows it");
    match knowing.entry {
        Some(entry) => {
            if link(ui, &place(open, entry)).clicked() {
                actions.push(Action::Shell(ShellAction::ShowEntry(entry)));
            }
        }
        None => {
            words(ui, Words::Secondary, "None is named.");
        }
    }
    ui.horizontal_wrapped(|ui| {
        let changeable = open.read_only.is_none();
        if knowing.entry.is_some() && small(ui, changeable, "No record shows it").clicked() {
            actions.push(KnowledgeAction::SetEntry(knowing.id, None).into());
        }
        if small(ui, changeable, &named("Remove this line")).clicked() {
            actions.push(KnowledgeAction::RemoveKnowing(knowing.id).into());
        }
    });
    ui.add_space(space::SMALL);
}

fn understood(ui: &mut Ui, knowing: &Knowing) {
    if !knowing.when.is_understood() {
        words(ui, Words::Doubt, "The day is not entered yet.");
        return;
    }
    let text = format!("Understood as {}.", dates::spoken(&knowing.when));
    words(ui, Words::Small, text);
    for doubt in knowing.when.inferred.iter().chain(&knowing.when.warnings) {
        words(ui, Words::Doubt, doubt.as_str());
    }
}

/// “Police, 12 April 2019”
fn place(open: &Open, entry: EntryId) -> String {
    let Some(entry) = open.review.entry(entry) else {
        return String::new();
    };
    let agency = open.review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    format!("{agency}, {}", dates::spoken(&entry.when))
}

/// How many records the agency made while another knew.
fn meanwhile(ui: &mut Ui, fact: &Fact, agency: &Agency, cell: &Cell, actions: &mut Vec<Action>) {
    if cell.meanwhile == 0 {
        return;
    }
    let records = match cell.meanwhile {
        1 => "1 record".to_owned(),
        count => format!("{count} records"),
    };
    let until = match cell.knows() {
        Knows::Entered => "before it learnt of it",
        _ => "until the death",
    };
    let text = format!("It made {records} after the first agency knew and {until}.");
    words(ui, Words::Secondary, text);
    let open = format!("Show the {records}");
    if link(ui, &open).clicked() {
        actions.push(KnowledgeAction::OpenMeanwhile(fact.id, agency.id).into());
    }
}

fn told(ui: &mut Ui, open: &Open, fact: &Fact, agency: &Agency, actions: &mut Vec<Action>) {
    let mut shared: Vec<&Knowing> = open
        .review
        .knowings
        .iter()
        .filter(|knowing| (knowing.fact, knowing.from) == (fact.id, Some(agency.id)))
        .collect();
    shared.sort_by_key(|knowing| (knowing.when.order_key(), knowing.id));
    if shared.is_empty() {
        words(ui, Words::Secondary, "Nobody, as far as is entered.");
    }
    for knowing in &shared {
        let to = open.review.agency(knowing.agency);
        let to = to.map_or("", |agency| agency.name.as_str());
        let text = format!("{to}, {}", dates::spoken(&knowing.when));
        if link(ui, &text).clicked() {
            let chosen = KnowledgeAction::Choose(fact.id, Some(knowing.agency));
            actions.push(chosen.into());
        }
    }
    if open.read_only.is_some() {
        return;
    }
    let has = |other: AgencyId| shared.iter().any(|knowing| knowing.agency == other);
    menu(
        ui,
        "It told another agency",
        "It told another agency",
        |ui| {
            for other in &open.review.agencies {
                if other.id == agency.id || has(other.id) {
                    continue;
                }
                if ui.selectable_label(false, &other.name).clicked() {
                    let sharing = KnowledgeAction::AddSharing {
                        fact: fact.id,
                        from: agency.id,
                        to: other.id,
                    };
                    actions.push(sharing.into());
                    ui.close();
                }
            }
        },
    );
}

fn records(ui: &mut Ui, open: &Open, fact: &Fact, cell: Option<&Cell>, actions: &mut Vec<Action>) {
    let excerpts = &open.analysis.knowledge.excerpts;
    if excerpts.is_empty() {
        let text = if fact.words.is_empty() {
            "The fact has no words yet by which records could be found. Choose its name above to give it some."
        } else {
            "None of its records holds a word of this fact."
        };
        words(ui, Words::Secondary, text);
        return;
    }
    if cell.is_some_and(|cell| cell.mentioned_before.is_some()) {
        let text = "A record speaks of it before the day that is entered. Either the day is wrong, or the record was not read.";
        words(ui, Words::Doubt, text);
    }
    for excerpt in excerpts {
        ui.push_id(excerpt.entry, |ui| record(ui, open, fact, excerpt, actions));
    }
    let all = cell.map_or(0, |cell| cell.mentions.len());
    if all > EXCERPTS {
        words(
            ui,
            Words::Small,
            format!("{} more records hold a word of it.", all - EXCERPTS),
        );
    }
}

fn record(ui: &mut Ui, open: &Open, fact: &Fact, excerpt: &Excerpt, actions: &mut Vec<Action>) {
    let Some(entry) = open.review.entry(excerpt.entry) else {
        return;
    };
    ui.add_space(space::SMALL);
    let when = dates::spoken(&entry.when);
    if link(ui, &when).clicked() {
        actions.push(Action::Shell(ShellAction::ShowEntry(entry.id)));
    }
    quote(ui, |ui| marked(ui, Side::After, &excerpt.pieces));
    ui.horizontal_wrapped(|ui| {
        if excerpt.denied {
            chip(ui, Tone::Plain, "denied or asked only");
        }
        let mut knowings = open.review.knowings.iter();
        let is_entered =
            knowings.any(|knowing| (knowing.fact, knowing.entry) == (fact.id, Some(entry.id)));
        if is_entered {
            chip(ui, Tone::Accent, "entered");
            return;
        }
        let button = small(ui, open.read_only.is_none(), "It learnt it here");
        let name = format!("It learnt it here: {when}");
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if button.clicked() {
            actions.push(KnowledgeAction::LearntHere(fact.id, entry.id).into());
        }
        let mut knowings = open.review.knowings.iter();
        let unshown = knowings.find(|knowing| {
            let line = (knowing.fact, knowing.agency, knowing.entry);
            line == (fact.id, entry.agency, None) && knowing.when.is_understood()
        });
        if let Some(knowing) = unshown
            && small(ui, open.read_only.is_none(), "It shows what is entered").clicked()
        {
            actions.push(KnowledgeAction::SetEntry(knowing.id, Some(entry.id)).into());
        }
    });
}
