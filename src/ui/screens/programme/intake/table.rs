//! One table on its way in: what it was taken for, column by column, and the rows that are skipped.

use egui::{Align, Layout, Ui, vec2};

use super::{called, more, rows};
use crate::app::{Action, CohortIntake, IntakeAction, OpenProgramme};
use crate::dates::DayOrder;
use crate::intake::{Fate, Kind, Meaning, TableUnderstood, field_name, fields_of};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, hairline, heading, words};

/// Values of a column that are shown as they are.
const FIRST: usize = 3;

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    table: &TableUnderstood,
    actions: &mut Vec<Action>,
) {
    let called = called(table);
    ui.add_space(space::SMALL);
    heading(ui, called.as_str());
    let kinds = Kind::ALL.map(|kind| (Some(kind), kind.words().to_owned()));
    let all = std::iter::once((None, "Not taken".to_owned())).chain(kinds);
    beside(
        ui,
        |ui| {
            words(ui, Words::Plain, "What this table is");
            words(ui, Words::Small, table.why.as_str());
        },
        |ui| {
            if let Some(kind) = choice(ui, &format!("What {called} is"), &table.kind, all) {
                actions.push(IntakeAction::Kind(table.at, kind).into());
            }
        },
    );
    order(ui, intake, table, &called, actions);
    let text = format!(
        "{called}: {} taken, {} skipped",
        rows(table.taken()),
        table.skipped()
    );
    words(ui, Words::Plain, text);
    if let Some(kind) = table.kind {
        ui.add_space(space::MEDIUM);
        words(ui, Words::Strong, "Columns");
        columns(ui, open, intake, (table, kind), &called, actions);
    }
    skipped(ui, intake, table, actions);
}

/// Dates that can be read either way: a person may say which number is the day.
fn order(
    ui: &mut Ui,
    intake: &CohortIntake,
    table: &TableUnderstood,
    called: &str,
    actions: &mut Vec<Action>,
) {
    if table.either_way == 0 {
        return;
    }
    let orders = [
        (DayOrder::DayFirst, "Day first: 3/4 is 3 April".to_owned()),
        (
            DayOrder::MonthFirst,
            "Month first: 3/4 is 4 March".to_owned(),
        ),
    ];
    beside(
        ui,
        |ui| {
            words(ui, Words::Plain, "Dates such as 3/4/2015");
            let said = match intake.choices.orders.contains_key(&table.at) {
                true => "as you said",
                false => "by the other dates of this table, or as is usual in the UK",
            };
            let text = match table.either_way {
                1 => format!("One date of this table can be read either way; read {said}."),
                count => {
                    format!("{count} dates of this table can be read either way; read {said}.")
                }
            };
            words(ui, Words::Small, text);
        },
        |ui| {
            let name = format!("Order of day and month in {called}");
            if let Some(order) = choice(ui, &name, &table.order, orders) {
                actions.push(IntakeAction::Order(table.at, order).into());
            }
        },
    );
}

fn columns(
    ui: &mut Ui,
    open: &OpenProgramme,
    intake: &CohortIntake,
    (table, kind): (&TableUnderstood, Kind),
    called: &str,
    actions: &mut Vec<Action>,
) {
    let possible = possible(open, kind);
    for (at, column) in table.columns.iter().enumerate() {
        let own = column.meaning.iter().filter(|one| !possible.contains(one));
        let all = possible.iter().chain(own);
        let all = all.map(|one| (Some(one.clone()), meaning_words(open, one)));
        let all = std::iter::once((None, "Not taken".to_owned())).chain(all);
        let name = format!("{} in {called}", column.heading);
        let hidden = column.hers && open.behind.is_none();
        let first = match hidden {
            true => "behind the lock of women’s safety work".to_owned(),
            false => first_values(intake, table, at),
        };
        let about = match column.meaning {
            Some(_) => format!("Taken {}. {first}", column.why),
            None => first,
        };
        ui.push_id(at, |ui| {
            hairline(ui);
            beside(
                ui,
                |ui| {
                    words(ui, Words::Plain, column.heading.as_str());
                    words(ui, Words::Small, about);
                },
                |ui| {
                    if let Some(meaning) = choice(ui, &name, &column.meaning, all) {
                        actions.push(IntakeAction::Column(table.at, at, meaning).into());
                    }
                },
            );
        });
    }
}

/// What a column of such a table may stand for.
fn possible(open: &OpenProgramme, kind: Kind) -> Vec<Meaning> {
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
    possible
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

fn skipped(ui: &mut Ui, intake: &CohortIntake, table: &TableUnderstood, actions: &mut Vec<Action>) {
    if table.skipped() == 0 {
        return;
    }
    ui.add_space(space::MEDIUM);
    words(ui, Words::Strong, "Rows that are skipped");
    let skipped = table.numbers.iter().zip(&table.fates);
    let skipped = skipped.filter_map(|(row, fate)| match fate {
        Fate::Skipped(why) => Some(format!("Row {row} skipped: {why}")),
        _ => None,
    });
    for text in skipped.take(intake.lines) {
        words(ui, Words::Small, text);
    }
    more(ui, intake, table.skipped(), actions);
}

/// Words, with a menu at the right end of their lines.
pub(super) fn beside(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let room = (ui.available_width() - size::SEARCH).max(size::NARROW_SEARCH);
        ui.allocate_ui_with_layout(
            vec2(room, size::SMALL_CONTROL),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = space::HAIR;
                left(ui);
            },
        );
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width().max(size::NARROW_SEARCH));
            right(ui);
        });
    });
}
