//! Spreadsheets of a cohort before they are imported: what each table and column was taken for, and what is in doubt.

use egui::Ui;

use super::parts::page;
use crate::app::{Action, CohortIntake, IntakeAction, OpenProgramme};
use crate::intake::{
    Fate, Kind, Meaning, TableUnderstood, Understood, ValueChoice, ValueUnderstood, field_name,
    fields_of,
};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    Words, choice, hairline, heading, primary, scroll, secondary, small, words,
};

/// More of one sort are counted, not shown.
const MOST: usize = 200;
/// Values of a column that are shown as they are.
const FIRST: usize = 3;

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    actions: &mut Vec<Action>,
) {
    page(ui, |ui| {
        heading(ui, "Import a cohort");
        let Some(understood) = &intake.understood else {
            words(ui, Words::Secondary, "The files are being read.");
            if secondary(ui, true, "Not now").clicked() {
                actions.push(IntakeAction::Leave.into());
            }
            return;
        };
        decide(ui, open, intake, understood, actions);
        ui.add_space(space::SMALL);
        scroll("intake").show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add_enabled_ui(!intake.waits || intake.understood.is_some(), |ui| {
                for table in &understood.tables {
                    ui.push_id(table.at, |ui| one(ui, open, intake, table, actions));
                }
                values(ui, open, understood, actions);
                doubts(ui, understood);
            });
        });
    });
}

fn decide(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    understood: &Understood,
    actions: &mut Vec<Action>,
) {
    let side = understood.his_side();
    let text = format!(
        "{} men, {} sessions, {} partners would come in. Nothing is stored yet.",
        side.men.len(),
        side.sessions.len(),
        understood.partners()
    );
    words(ui, Words::Strong, text);
    let hers = |table: &TableUnderstood| table.columns.iter().any(|column| column.hers);
    if !intake.unlocked && understood.tables.iter().any(hers) {
        let text = "What partners said is not taken while women’s safety work is locked. Open it under Partners first, \
                    or import the rest.";
        words(ui, Words::Doubt, text);
    }
    ui.horizontal_wrapped(|ui| {
        let ready = !intake.waits && !understood.is_empty() && open.may_change();
        if primary(ui, ready, "Import").clicked() && ready {
            actions.push(IntakeAction::Import.into());
        }
        if secondary(ui, true, "Not now").clicked() {
            actions.push(IntakeAction::Leave.into());
        }
        if intake.unlocked != open.behind.is_some()
            && small(ui, true, "Understand it again").clicked()
        {
            actions.push(IntakeAction::UnderstandAgain.into());
        }
    });
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    table: &TableUnderstood,
    actions: &mut Vec<Action>,
) {
    let called = match table.name.as_str() {
        "" => table.file.clone(),
        name => format!("{}, {name}", table.file),
    };
    ui.add_space(space::MEDIUM);
    hairline(ui);
    heading(ui, called.as_str());
    let kinds = Kind::ALL.map(|kind| (Some(kind), kind.words().to_owned()));
    let all = std::iter::once((None, "Not taken".to_owned())).chain(kinds);
    if let Some(kind) = choice(ui, &format!("What {called} is"), &table.kind, all) {
        actions.push(IntakeAction::Kind(table.at, kind).into());
    }
    words(ui, Words::Small, table.why.as_str());
    let text = format!(
        "{called}: {} rows taken, {} skipped",
        table.taken(),
        table.skipped()
    );
    words(ui, Words::Plain, text);
    let skipped = table.numbers.iter().zip(&table.fates);
    let skipped = skipped.filter_map(|(row, fate)| match fate {
        Fate::Skipped(why) => Some(format!("Row {row} skipped: {why}")),
        _ => None,
    });
    lines(ui, skipped.collect());
    if let Some(kind) = table.kind {
        columns(ui, open, intake, (table, kind), &called, actions);
    }
}

fn columns(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    (table, kind): (&TableUnderstood, Kind),
    called: &str,
    actions: &mut Vec<Action>,
) {
    let mut possible: Vec<Meaning> = fields_of(kind).into_iter().map(Meaning::Field).collect();
    let template = &open.programme.template;
    let measures = template.measures.iter();
    possible.extend(measures.map(|one| Meaning::Measure(one.key.clone())));
    if kind == Kind::Men {
        let form = template.referral_form.iter();
        possible.extend(form.map(|one| Meaning::Referral(one.key.clone())));
    }
    if matches!(kind, Kind::Substances | Kind::SubstanceFiles) {
        let all = template.substances.iter();
        possible.extend(all.map(|one| Meaning::Substance(one.key.clone())));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let own = column.meaning.iter().filter(|one| !possible.contains(one));
        let all = possible.iter().chain(own);
        let all = all.map(|one| (Some(one.clone()), meaning_words(open, one)));
        let all = std::iter::once((None, "Not taken".to_owned())).chain(all);
        let name = format!("{} in {called}", column.heading);
        ui.push_id(at, |ui| {
            ui.add_space(space::TIGHT);
            words(ui, Words::SmallStrong, column.heading.as_str());
            if let Some(meaning) = choice(ui, &name, &column.meaning, all) {
                actions.push(IntakeAction::Column(table.at, at, meaning).into());
            }
            let hidden = column.hers && open.behind.is_none();
            let first = match hidden {
                true => "behind the lock of women’s safety work".to_owned(),
                false => first_values(intake, table, at),
            };
            words(ui, Words::Small, format!("{}: {first}", column.why));
        });
    }
}

fn first_values(intake: &CohortIntake, table: &TableUnderstood, column: usize) -> String {
    let file = intake.files.get(table.at.file);
    let rows = file.and_then(|file| file.tables.get(table.at.table));
    let rows = rows.into_iter().flat_map(|table| &table.rows);
    let below = rows.zip(&table.fates).filter(|(_, fate)| {
        let passed = matches!(fate, Fate::Above | Fate::Heading | Fate::Blank);
        !passed
    });
    let first: Vec<String> = below
        .take(FIRST)
        .map(|(row, _)| match row.text(column) {
            "" => "(empty)".to_owned(),
            text => format!("“{text}”"),
        })
        .collect();
    first.join(", ")
}

fn meaning_words(open: &OpenProgramme, meaning: &Meaning) -> String {
    let template = &open.programme.template;
    match meaning {
        Meaning::Field(field) => field_name(*field).to_owned(),
        Meaning::Measure(key) => {
            let mut all = template.measures.iter();
            let name = all.find(|one| one.key == *key).map(|one| one.name.as_str());
            format!("Measure: {}", name.unwrap_or(key))
        }
        Meaning::Substance(key) => {
            let mut all = template.substances.iter();
            let name = all.find(|one| one.key == *key).map(|one| one.name.as_str());
            format!("Substance: {}", name.unwrap_or(key))
        }
        Meaning::Session(day) => format!("Session on {}", crate::dates::spoken_date(*day)),
        Meaning::Question(number) => format!("Question {number}"),
        Meaning::Referral(key) => {
            let mut all = template.referral_form.iter();
            let text = all.find(|one| one.key == *key).map(|one| one.text.as_str());
            format!("Referral form: {}", text.unwrap_or(key))
        }
    }
}

fn values(ui: &mut Ui, open: &OpenProgramme, understood: &Understood, actions: &mut Vec<Action>) {
    let fits = |value: &&ValueUnderstood| value.key.is_none() || value.chosen;
    let asked: Vec<&ValueUnderstood> = understood.values.iter().filter(fits).collect();
    if asked.is_empty() {
        return;
    }
    ui.add_space(space::LARGE);
    heading(ui, "Words that fit no key");
    for value in asked.iter().take(MOST) {
        value_line(ui, open, value, actions);
    }
    more(ui, asked.len());
}

fn value_line(
    ui: &mut Ui,
    open: &OpenProgramme,
    value: &ValueUnderstood,
    actions: &mut Vec<Action>,
) {
    let template = &open.programme.template;
    let (list, wording) = (value.list, value.wording.as_str());
    ui.add_space(space::TIGHT);
    let text = format!("“{wording}”, {} times among {}", value.count, list.words());
    words(ui, Words::Plain, text);
    let chosen = match &value.key {
        Some(key) => Some(ValueChoice::Key(key.clone())),
        None => value.as_written.then_some(ValueChoice::AsWritten),
    };
    let keys = list.keys(template).into_iter();
    let keys = keys.map(|one| (Some(ValueChoice::Key(one.key)), one.name));
    let mut all: Vec<(Option<ValueChoice>, String)> = keys.collect();
    if list.of_template(template).is_some() {
        let text = "Keep as written".to_owned();
        all.insert(0, (Some(ValueChoice::AsWritten), text));
    }
    if chosen.is_none() {
        all.insert(0, (None, "Not taken".to_owned()));
    }
    let name = format!("What “{wording}” is among {}", list.words());
    if let Some(Some(choice)) = choice(ui, &name, &chosen, all) {
        actions.push(IntakeAction::Value(list, wording.to_owned(), choice).into());
    }
}

fn doubts(ui: &mut Ui, understood: &Understood) {
    if understood.doubts.is_empty() {
        return;
    }
    ui.add_space(space::LARGE);
    heading(ui, "To look at");
    let all = understood.doubts.iter();
    let all = all.map(|doubt| match doubt.wording.as_str() {
        "" => format!("{}: {}", doubt.place, doubt.why),
        wording => format!("{}: “{wording}”. {}", doubt.place, doubt.why),
    });
    lines(ui, all.collect());
}

fn lines(ui: &mut Ui, all: Vec<String>) {
    let count = all.len();
    for text in all.into_iter().take(MOST) {
        words(ui, Words::Small, text);
    }
    more(ui, count);
}

fn more(ui: &mut Ui, count: usize) {
    if count > MOST {
        words(ui, Words::Doubt, format!("and {} more", count - MOST));
    }
}
