//! Weaknesses down, agencies or years across.

use egui::Ui;

use super::grid::{Figure, Grid, Head, Line, Look, Pressed, records};
use super::{Memory, found, opening};
use crate::analysis::{Across, Cell, Column, Matrix, Row, Total};
use crate::app::{
    Action, AnalysisAction, App, ChronologyAction, Open, Opened, Room, ShellAction,
    WeaknessesAction,
};
use crate::chronology::{Filter, Withdrawn};
use crate::model::{EntryId, Review};
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Words, empty, link, tabs, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Weaknesses",
        "What was tagged in which agency’s records, and in which year. A figure counts records and opens them.",
    );
    let state = &open.analysis.weaknesses;
    let Some(matrices) = found(ui, app, open, &state.found, actions) else {
        return;
    };
    let matrix = matrices.across(state.across);
    if matrix.is_untagged() {
        untagged(ui, open, actions);
        return;
    }
    let choices = [
        (Across::Agencies, "By agency".to_owned()),
        (Across::Years, "By year".to_owned()),
    ];
    if let Some(across) = tabs(ui, state.across, choices) {
        actions.push(WeaknessesAction::Across(across).into());
    }
    ui.add_space(space::SMALL);
    table(ui, open, matrix, actions);
    notes(ui, matrix, state.across, actions);
}

fn untagged(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.review.entries.is_empty() {
        if empty(
            ui,
            "No entries yet",
            "Import the agencies’ returns first. Then tag what you see in them.",
            Some("To Import"),
        ) {
            actions.push(Action::Shell(ShellAction::GoTo(Room::Import)));
        }
        return;
    }
    let text = "Go through the chronology, and where a record shows a weakness or good practice, press T and the key that the \
                bar shows beside its name. What you tag is counted here.";
    if empty(ui, "Nothing is tagged yet", text, Some("Begin tagging")) {
        actions.push(WeaknessesAction::BeginTagging.into());
    }
}

fn table(ui: &mut Ui, open: &Open, matrix: &Matrix, actions: &mut Vec<Action>) {
    let review = &open.review;
    let names: Vec<String> = matrix
        .columns
        .iter()
        .map(|total| column_name(review, total.column))
        .collect();
    // What each line of the table shows.
    let mut shown: Vec<Shown<'_>> = Vec::new();
    let weak = matrix.rows.iter().filter(|row| !row.good_practice);
    shown.extend(weak.map(Shown::Row));
    shown.push(Shown::Weak);
    let good = matrix.rows.iter().filter(|row| row.good_practice);
    shown.extend(good.map(Shown::Row));
    shown.push(Shown::Records);
    let by_year = open.analysis.weaknesses.across == Across::Years;
    let grid = Grid {
        id: "weaknesses",
        corner: "Records tagged",
        fixed: vec![(head("All", "All columns together"), figures::TOTAL)],
        heads: names.iter().map(|name| head(name, name)).collect(),
        column: if by_year {
            figures::YEAR
        } else {
            figures::AGENCY
        },
        lines: lines(review, matrix, &names, &shown),
        days: &[],
        opened: open.analysis.opened.as_ref().map(|one| one.title.as_str()),
    };
    let Some(pressed) = grid.show(ui) else {
        return;
    };
    let (line, place) = match pressed {
        Pressed::Fixed(line, _) => (line, None),
        Pressed::Figure(line, place) => (line, Some(place)),
    };
    let Some(shown) = shown.get(line) else {
        return;
    };
    let column = place.and_then(|place| names.get(place));
    actions.push(Action::Analysis(AnalysisAction::Open(Opened {
        title: titled(column.map(String::as_str), &shown.name(review)),
        entries: shown.entries(matrix, place).to_vec(),
    })));
}

fn head(text: &str, full: &str) -> Head {
    Head {
        text: text.to_owned(),
        full: full.to_owned(),
        ..Head::default()
    }
}

fn titled(column: Option<&str>, name: &str) -> String {
    match column {
        Some(column) => format!("{column}, {name}"),
        None => format!("All, {name}"),
    }
}

fn column_name(review: &Review, column: Column) -> String {
    match column {
        Column::Agency(id) => review
            .agency(id)
            .map_or_else(String::new, |agency| agency.name.clone()),
        Column::Year(year) => year.to_string(),
        Column::NoSingleYear => "no single year".to_owned(),
    }
}

/// A line of the table.
#[derive(Clone, Copy)]
enum Shown<'a> {
    Row(&'a Row),
    /// Records with any weakness, each once.
    Weak,
    /// How many records there are at all.
    Records,
}

impl<'a> Shown<'a> {
    fn name(self, review: &Review) -> String {
        match self {
            Self::Row(row) => {
                let known = review.weaknesses.iter();
                let mut known = known.filter(|weakness| weakness.key == row.weakness);
                known
                    .next()
                    .map_or(row.weakness.clone(), |weakness| weakness.name.clone())
            }
            Self::Weak => "Any weakness".to_owned(),
            Self::Records => "All records, tagged or not".to_owned(),
        }
    }

    fn about(self, review: &Review) -> String {
        match self {
            Self::Row(row) => {
                let mut known = review.weaknesses.iter();
                let known = known.find(|weakness| weakness.key == row.weakness);
                known.map_or(
                    "The review’s list does not know this tag.".to_owned(),
                    |weakness| {
                        format!(
                            "{}\n\nFor example: {}",
                            weakness.definition, weakness.example
                        )
                    },
                )
            }
            Self::Weak => "Each record once, however many weaknesses it shows.".to_owned(),
            Self::Records => "Records that are not withdrawn.".to_owned(),
        }
    }

    /// Of one column, or of all.
    fn entries(self, matrix: &'a Matrix, place: Option<usize>) -> &'a [EntryId] {
        let total = |place: Option<usize>| match place {
            Some(place) => matrix.columns.get(place),
            None => Some(&matrix.all),
        };
        match self {
            Self::Row(row) => cell(row, place).map_or(&[], |cell| cell.entries.as_slice()),
            Self::Weak => total(place).map_or(&[], |total: &Total| total.weak.as_slice()),
            Self::Records => &[],
        }
    }
}

fn cell(row: &Row, place: Option<usize>) -> Option<&Cell> {
    match place {
        Some(place) => row.cells.get(place),
        None => Some(&row.all),
    }
}

fn lines(review: &Review, matrix: &Matrix, names: &[String], shown: &[Shown<'_>]) -> Vec<Line> {
    let most = matrix.most().max(1) as f32;
    let mut good_seen = false;
    let mut line = |one: Shown<'_>| {
        let name = one.name(review);
        let figure = |place: Option<usize>| {
            let column = place.and_then(|place| names.get(place));
            let title = titled(column.map(String::as_str), &name);
            match one {
                Shown::Row(row) => of_cell(title, cell(row, place), place.is_some(), most),
                Shown::Weak => of_count(title, one.entries(matrix, place).len(), Look::Strong),
                Shown::Records => {
                    let total = place.map_or(Some(&matrix.all), |place| matrix.columns.get(place));
                    Figure {
                        text: total.map_or(0, |total| total.records).to_string(),
                        look: Look::Quiet,
                        ..Figure::default()
                    }
                }
            }
        };
        let good = matches!(one, Shown::Row(row) if row.good_practice);
        let first_good = good && !good_seen;
        good_seen |= good;
        Line {
            about: one.about(review),
            strong: matches!(one, Shown::Weak),
            part: matches!(one, Shown::Row(row) if row.is_part),
            parted: first_good || matches!(one, Shown::Weak | Shown::Records),
            fixed: vec![figure(None)],
            figures: (0..names.len()).map(|place| figure(Some(place))).collect(),
            name,
        }
    };
    shown.iter().map(|one| line(*one)).collect()
}

fn of_cell(title: String, cell: Option<&Cell>, washed: bool, most: f32) -> Figure {
    let count = cell.map_or(0, |cell| cell.entries.len());
    let look = match washed {
        true => Look::Wash(count as f32 / most),
        false => Look::Plain,
    };
    let several = cell.map_or(0, |cell| cell.by_several);
    Figure {
        more: match several {
            0 => String::new(),
            _ => format!("{} tagged by more than one coder", records(several)),
        },
        ..of_count(title, count, look)
    }
}

fn of_count(title: String, count: usize, look: Look) -> Figure {
    if count == 0 {
        return Figure {
            text: "·".to_owned(),
            look: Look::Quiet,
            ..Figure::default()
        };
    }
    Figure {
        text: count.to_string(),
        name: format!("{title}: {}", records(count)),
        look,
        ..Figure::default()
    }
}

fn notes(ui: &mut Ui, matrix: &Matrix, across: Across, actions: &mut Vec<Action>) {
    // What is tagged with a part stands in the row of its whole, too.
    let rows = || matrix.rows.iter().filter(|row| !row.is_part);
    let tagged: usize = rows().map(|row| row.all.taggings).sum();
    let several: usize = rows().map(|row| row.all.by_several).sum();
    let mut said = format!(
        "The stronger the ground, the more records. A record tagged with a part of a weakness counts in the line of the whole, too. A record with several weaknesses counts in each of their lines; “Any weakness” counts \
         it once, of {} in all.",
        records(matrix.all.records)
    );
    if several > 0 {
        said.push_str(&format!(
            " Where two coders tagged a record alike, it counts once: there are {tagged} taggings, {several} of the figures’ records \
             were tagged by more than one coder."
        ));
    }
    let bare = matrix.columns.iter().filter(|total| total.weak.is_empty());
    if across == Across::Agencies && bare.count() > 0 {
        said.push_str(
            " A column without a figure is an agency in whose records no weakness was tagged.",
        );
    }
    words(ui, Words::Small, said);
    let withdrawn = matrix.withdrawn.len();
    if withdrawn > 0 {
        ui.horizontal_wrapped(|ui| {
            let said = match withdrawn {
                1 => "1 tagged record was withdrawn by its agency and is not counted.".to_owned(),
                _ => format!(
                    "{withdrawn} tagged records were withdrawn by their agencies and are not counted."
                ),
            };
            words(ui, Words::Small, said);
            if link(ui, "Show what was withdrawn").clicked() {
                let filter = Filter {
                    withdrawn: Withdrawn::Only,
                    ..Filter::default()
                };
                actions.push(Action::Shell(ShellAction::GoTo(Room::Chronology)));
                let filter = ChronologyAction::SetFilter(Box::new(filter));
                actions.push(Action::Chronology(filter));
            }
        });
    }
}
