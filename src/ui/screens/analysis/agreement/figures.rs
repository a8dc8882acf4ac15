//! The figures of a closed coding: over all, and weakness by weakness.

use egui::Ui;

use crate::analysis::{Agreed, AgreementRow, Bearing, Figures};
use crate::app::{Action, AnalysisAction, Open, Opened};
use crate::model::{Coding, EntryId, Review};
use crate::ui::screens::analysis::grid::{Figure, Grid, Head, Line, Look, Pressed, records};
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Tone, Words, card, chip, heading, words};

pub fn show(ui: &mut Ui, open: &Open, coding: &Coding, agreed: &Agreed, actions: &mut Vec<Action>) {
    over_all(ui, coding, &agreed.all);
    ui.add_space(space::MEDIUM);
    heading(ui, "Weakness by weakness");
    let two = coding.coders.len() == 2;
    words(
        ui,
        Words::Secondary,
        match two {
            true => {
                "Cohen’s kappa and Krippendorff’s alpha say how far agreement goes beyond what chance would give: 1 is full agreement, 0 no more than chance. The span says where alpha lies in 95 of 100 samples of as many entries. A figure opens the records that were tagged differently."
            }
            false => {
                "Krippendorff’s alpha says how far agreement goes beyond what chance would give: 1 is full agreement, 0 no more than chance. The span says where it lies in 95 of 100 samples of as many entries. A figure opens the records that were tagged differently."
            }
        },
    );
    ui.add_space(space::SMALL);
    let (used, unused): (Vec<&AgreementRow>, Vec<&AgreementRow>) =
        agreed.rows.iter().partition(|row| row.figures.yes > 0);
    table(ui, open, coding, &used, actions);
    bearings(ui, &used);
    let names: Vec<&str> = unused
        .iter()
        .filter(|row| !row.is_part)
        .map(|row| open.review.tag_name(&row.weakness))
        .collect();
    if !names.is_empty() {
        let names = names.join(" · ");
        let text = format!("Tagged by nobody, so there is no figure: {names}.");
        words(ui, Words::Small, text);
    }
}

fn over_all(ui: &mut Ui, coding: &Coding, all: &Figures) {
    card(ui, false, |ui| {
        let (name, means) = all.bearing().words();
        ui.horizontal_wrapped(|ui| {
            words(ui, Words::Strong, "Over all");
            chip(ui, tone(all.bearing()), name);
        });
        let mut shown = Vec::new();
        if let Some(kappa) = all.kappa {
            shown.push(format!("Cohen’s kappa {}", two_places(kappa)));
        }
        if let Some(alpha) = all.alpha {
            let span = span(all).map_or_else(String::new, |span| format!(" ({span})"));
            let alpha = two_places(alpha);
            shown.push(format!("Krippendorff’s alpha {alpha}{span}"));
        }
        if let Some(alike) = all.alike {
            shown.push(format!("{} alike", per_cent(alike)));
        }
        if !shown.is_empty() {
            words(ui, Words::Strong, shown.join(" · "));
        }
        words(ui, Words::Plain, means);
        words(
            ui,
            Words::Secondary,
            format!(
                "{} of {} entries were finished by two coders or more: {} decisions, one for each entry and weakness, the parts of a weakness counted with it. Most weaknesses are rare, so most decisions are a shared “no”: the percentage alone says little.",
                all.entries,
                coding.entries.len(),
                all.decisions
            ),
        );
    });
}

/// A column of the table.
#[derive(Clone, Copy)]
enum Column {
    Bearing,
    Entries,
    /// What a coder has tagged, by place in the coding.
    Coder(usize),
    Apart,
    Alike,
    Kappa,
    Alpha,
    Span,
}

impl Column {
    fn all(coding: &Coding) -> Vec<Self> {
        let coders = coding.coders.len();
        let mut columns = vec![Self::Entries];
        columns.extend((0..coders).map(Self::Coder));
        columns.extend([Self::Apart, Self::Alike]);
        if coders == 2 {
            columns.push(Self::Kappa);
        }
        columns.extend([Self::Alpha, Self::Span]);
        columns
    }

    fn head(self, coding: &Coding) -> Head {
        let (text, full) = match self {
            Self::Bearing => ("What it can bear", ""),
            Self::Entries => ("Entries", "Entries that two coders or more have finished"),
            Self::Coder(place) => (coding.coders[place].as_str(), "Entries tagged so"),
            Self::Apart => ("Tagged differently", "Entries on which the coders differ"),
            Self::Alike => ("Alike", "The share of decisions alike"),
            Self::Kappa => ("Kappa", "Cohen’s kappa"),
            Self::Alpha => ("Alpha", "Krippendorff’s alpha"),
            Self::Span => ("Span of alpha", "Where alpha lies in 95 of 100 samples"),
        };
        Head {
            text: text.to_owned(),
            full: match self {
                Self::Coder(_) => format!("{full} by {text}"),
                _ => full.to_owned(),
            },
            ..Head::default()
        }
    }

    /// What stands in it, whether it is a count of records, and the records that it opens.
    fn of(self, row: &AgreementRow) -> (String, bool, &[EntryId]) {
        let figure = |figure: Option<f64>| figure.map_or_else(none, two_places);
        let figures = &row.figures;
        let counted = |entries: &[EntryId]| entries.len().to_string();
        match self {
            Self::Bearing => (figures.bearing().words().0.to_owned(), false, &row.apart),
            Self::Entries => (figures.entries.to_string(), false, &[]),
            Self::Coder(place) => (counted(&row.tagged[place]), true, &row.tagged[place]),
            Self::Apart => (counted(&row.apart), true, &row.apart),
            Self::Alike => (figures.alike.map_or_else(none, per_cent), false, &row.apart),
            Self::Kappa => (figure(figures.kappa), false, &row.apart),
            Self::Alpha => (figure(figures.alpha), false, &row.apart),
            Self::Span => (span(figures).unwrap_or_else(none), false, &row.apart),
        }
    }

    fn title(self, review: &Review, coding: &Coding, row: &AgreementRow) -> String {
        let weakness = review.tag_name(&row.weakness);
        match self {
            Self::Coder(place) => format!("{weakness}, tagged by {}", coding.coders[place]),
            Self::Entries => format!("{weakness}, entries finished by two coders"),
            Self::Apart => format!("{weakness}, tagged differently"),
            Self::Bearing => format!("{weakness}, what the figure can bear"),
            Self::Alike => format!("{weakness}, alike"),
            Self::Kappa => format!("{weakness}, Cohen’s kappa"),
            Self::Alpha => format!("{weakness}, Krippendorff’s alpha"),
            Self::Span => format!("{weakness}, span of alpha"),
        }
    }
}

fn table(
    ui: &mut Ui,
    open: &Open,
    coding: &Coding,
    rows: &[&AgreementRow],
    actions: &mut Vec<Action>,
) {
    let columns = Column::all(coding);
    let figure = |row: &AgreementRow, column: Column| {
        let (text, is_count, _) = column.of(row);
        let title = column.title(&open.review, coding, row);
        let said = match is_count {
            true => records(text.parse().unwrap_or(0)),
            false => text.clone(),
        };
        Figure {
            name: format!("{title}: {said}"),
            text,
            look: look(column, row),
            ..Figure::default()
        }
    };
    let lines = rows.iter().map(|row| Line {
        name: open.review.tag_name(&row.weakness).to_owned(),
        about: definition(&open.review, &row.weakness),
        part: row.is_part,
        fixed: vec![figure(row, Column::Bearing)],
        figures: columns.iter().map(|column| figure(row, *column)).collect(),
        ..Line::default()
    });
    let grid = Grid {
        id: "agreement",
        corner: "Weakness",
        fixed: vec![(Column::Bearing.head(coding), figures::BEARING)],
        heads: columns.iter().map(|column| column.head(coding)).collect(),
        column: figures::PLAIN,
        lines: lines.collect(),
        days: &[],
        opened: open.analysis.opened.as_ref().map(|one| one.title.as_str()),
    };
    let (row, column) = match grid.show(ui) {
        Some(Pressed::Fixed(row, _)) => (row, Some(&Column::Apart)),
        Some(Pressed::Figure(row, place)) => (row, columns.get(place)),
        None => return,
    };
    let Some((row, column)) = rows.get(row).zip(column) else {
        return;
    };
    // Every figure of agreement opens what was tagged differently.
    let column = match column {
        Column::Coder(_) => *column,
        _ => Column::Apart,
    };
    let entries = column.of(row).2.to_vec();
    if !entries.is_empty() {
        let title = column.title(&open.review, coding, row);
        let opened = Opened { title, entries };
        actions.push(Action::Analysis(AnalysisAction::Open(opened)));
    }
}

fn look(column: Column, row: &AgreementRow) -> Look {
    match (column, row.figures.bearing()) {
        (Column::Bearing, Bearing::Reliable) => Look::Strong,
        (Column::Bearing | Column::Alpha, _) => Look::Plain,
        (Column::Apart, _) if !row.apart.is_empty() => Look::Plain,
        _ => Look::Quiet,
    }
}

fn definition(review: &Review, key: &str) -> String {
    let mut weaknesses = review.weaknesses.iter();
    let known = weaknesses.find(|weakness| weakness.key == key);
    known.map_or_else(String::new, |weakness| weakness.definition.clone())
}

/// What the words of the table mean, each once.
fn bearings(ui: &mut Ui, rows: &[&AgreementRow]) {
    let mut seen: Vec<Bearing> = Vec::new();
    for row in rows {
        let bearing = row.figures.bearing();
        if !seen.contains(&bearing) {
            seen.push(bearing);
        }
    }
    for bearing in seen {
        let (word, means) = bearing.words();
        words(ui, Words::Small, format!("{word}: {means}"));
    }
}

fn none() -> String {
    "–".to_owned()
}

fn per_cent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// “0.41”, “−0.03”; never “−0.00”.
fn two_places(figure: f64) -> String {
    let text = format!("{figure:.2}");
    match text.as_str() {
        "-0.00" => "0.00".to_owned(),
        _ => text.replace('-', "−"),
    }
}

/// “0.41 to 0.92”
fn span(figures: &Figures) -> Option<String> {
    let (low, high) = figures.interval?;
    Some(format!("{} to {}", two_places(low), two_places(high)))
}

fn tone(bearing: Bearing) -> Tone {
    match bearing {
        Bearing::Reliable => Tone::Accent,
        Bearing::Weak | Bearing::TooFew => Tone::Doubt,
        _ => Tone::Plain,
    }
}
