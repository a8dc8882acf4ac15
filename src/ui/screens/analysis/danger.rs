//! Signs of danger down, stretches of time across.

use chrono::{Datelike, NaiveDate};
use egui::Ui;

use super::grid::{Figure, Grid, Head, Line, Look, Pressed, records};
use super::{Memory, found, opening};
use crate::app::{Action, App, Danger, DangerAction, Open, Opened, Room, ShellAction};
use crate::chronology::{Escalation, IndicatorRow, Kinds};
use crate::dates;
use crate::model::{EntryId, Indicator, Review, When};
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Words, empty, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Signs of danger",
        "Words that guidance names as signs of danger, where they stand in the records, and when. Words were found, nobody judged \
         them: read the records.",
    );
    let Some(danger) = found(ui, app, open, &open.analysis.danger, actions) else {
        return;
    };
    let signs = &danger.escalation;
    if signs.signed == 0 {
        nothing(ui, signs.read, actions);
        return;
    }
    words(
        ui,
        Words::Secondary,
        format!(
            "{} of {} carry at least one sign.",
            signs.signed,
            records(signs.read)
        ),
    );
    ui.add_space(space::SMALL);
    let shown: Vec<(&Indicator, &IndicatorRow)> = open
        .review
        .template
        .indicators
        .iter()
        .zip(&signs.rows)
        .filter(|(_, row)| row.entries().next().is_some())
        .collect();
    table(ui, open, danger, &shown, actions);
    legend(ui, &open.review, signs);
}

fn nothing(ui: &mut Ui, read: usize, actions: &mut Vec<Action>) {
    let (heading, text, button) = match read {
        0 => (
            "No entries yet",
            "Import the agencies’ returns first. Then their words are looked through here."
                .to_owned(),
            Some("To Import"),
        ),
        _ => (
            "No sign was found",
            format!(
                "None of the words that the template lists stand in {}. That does not mean that there was no danger: \
                 read what agencies did not write down.",
                records(read)
            ),
            None,
        ),
    };
    if empty(ui, heading, &text, button) {
        actions.push(Action::Shell(ShellAction::GoTo(Room::Import)));
    }
}

/// Columns beside the names, in this order.
const ALL: usize = 0;
const FIRST: usize = 1;

fn table(
    ui: &mut Ui,
    open: &Open,
    danger: &Danger,
    shown: &[(&Indicator, &IndicatorRow)],
    actions: &mut Vec<Action>,
) {
    let signs = &danger.escalation;
    let stretches: Vec<String> = signs
        .stretches
        .iter()
        .map(|first| stretch_name(*first, signs.by_year))
        .collect();
    let elsewhere = shown.iter().any(|(_, row)| !row.elsewhere.is_empty());
    let days: Vec<(f32, String)> = danger
        .lines
        .iter()
        .map(|line| (line.at, line.name.clone()))
        .collect();
    let mut lines = vec![kinds_line(signs, &stretches, elsewhere)];
    let most = shown
        .iter()
        .flat_map(|(_, row)| row.cells.iter().map(|cell| row.stated(cell)))
        .max()
        .unwrap_or(0);
    lines.extend(shown.iter().enumerate().map(|(at, (indicator, row))| Line {
        parted: at == 0,
        ..line(&open.review, indicator, row, &stretches, elsewhere, most)
    }));
    let grid = Grid {
        id: "signs",
        corner: "Records with a sign",
        fixed: vec![
            (head("All", "All records with this sign"), figures::TOTAL),
            (
                head("First seen", "The first record that does not only deny it"),
                figures::DATE,
            ),
        ],
        heads: heads(signs, &stretches, elsewhere),
        column: figures::STRETCH,
        lines,
        days: &days,
        opened: open.analysis.opened.as_ref().map(|one| one.title.as_str()),
    };
    if let Some(action) = grid
        .show(ui)
        .and_then(|pressed| opened(pressed, signs, shown, &stretches))
    {
        actions.push(action.into());
    }
}

fn opened(
    pressed: Pressed,
    signs: &Escalation,
    shown: &[(&Indicator, &IndicatorRow)],
    stretches: &[String],
) -> Option<DangerAction> {
    let (line, place) = match pressed {
        Pressed::Fixed(line, place) | Pressed::Figure(line, place) => (line, place),
    };
    let is_fixed = matches!(pressed, Pressed::Fixed(..));
    let Some((indicator, row)) = line.checked_sub(1).and_then(|line| shown.get(line)) else {
        let opened = Opened {
            title: titled(KINDS, stretches.get(place)?),
            entries: signs.kinds.get(place)?.entries.clone(),
        };
        return Some(DangerAction::Open(opened, None));
    };
    let (title, entries): (String, Vec<EntryId>) = match (is_fixed, place) {
        (true, ALL) => (titled(&indicator.name, ALL_TIME), row.entries().collect()),
        (true, _) => (titled(&indicator.name, FIRST_SEEN), vec![row.first?]),
        (false, place) => match row.cells.get(place) {
            Some(cell) => (titled(&indicator.name, stretches.get(place)?), cell.clone()),
            None => (titled(&indicator.name, ELSEWHERE), row.elsewhere.clone()),
        },
    };
    let opened = Opened { title, entries };
    Some(DangerAction::Open(opened, Some(indicator.key.clone())))
}

const KINDS: &str = "Different signs";
const ALL_TIME: &str = "at any time";
const FIRST_SEEN: &str = "first seen";
const ELSEWHERE: &str = "no single stretch";

fn titled(name: &str, stretch: &str) -> String {
    format!("{name}, {stretch}")
}

fn head(text: &str, full: &str) -> Head {
    Head {
        text: text.to_owned(),
        full: full.to_owned(),
        ..Head::default()
    }
}

/// “January to March 2019”, “2019”.
fn stretch_name(first: NaiveDate, by_year: bool) -> String {
    let year = first.year();
    match (by_year, first.month()) {
        (true, _) => year.to_string(),
        (false, 1) => format!("January to March {year}"),
        (false, 4) => format!("April to June {year}"),
        (false, 7) => format!("July to September {year}"),
        (false, _) => format!("October to December {year}"),
    }
}

/// The year stands above its first quarter.
fn heads(signs: &Escalation, stretches: &[String], elsewhere: bool) -> Vec<Head> {
    let days = signs.stretches.iter().enumerate();
    let mut heads: Vec<Head> = days
        .zip(stretches)
        .map(|((at, first), full)| {
            let quarter = first.month0() / 3 + 1;
            let text = match (signs.by_year, at == 0 || quarter == 1) {
                (true, _) => first.year().to_string(),
                (false, true) => format!("{}\nQ{quarter}", first.year()),
                (false, false) => format!("Q{quarter}"),
            };
            Head {
                wide: true,
                ..head(&text, full)
            }
        })
        .collect();
    if elsewhere {
        heads.push(head(
            "else",
            "Records whose date does not fit into one stretch",
        ));
    }
    heads
}

fn kinds_line(signs: &Escalation, stretches: &[String], elsewhere: bool) -> Line {
    let most = signs.kinds.iter().map(|kinds| kinds.indicators).max();
    let most = most.unwrap_or(0).max(1) as f32;
    let figure = |(kinds, stretch): (&Kinds, &String)| match kinds.indicators {
        0 => none(),
        count => Figure {
            text: count.to_string(),
            name: format!(
                "{}: {count} in {}",
                titled(KINDS, stretch),
                records(kinds.entries.len())
            ),
            look: Look::Wash(count as f32 / most),
            ..Figure::default()
        },
    };
    let mut line = Line {
        name: KINDS.to_owned(),
        about: "How many different signs show in each stretch, not counting those that are only denied.".to_owned(),
        strong: true,
        fixed: vec![Figure::default(), Figure::default()],
        figures: signs.kinds.iter().zip(stretches).map(figure).collect(),
        ..Line::default()
    };
    if elsewhere {
        line.figures.push(Figure::default());
    }
    line
}

/// “12 Apr 2019”, “Jun 2019”; what is vaguer as it is spoken.
fn short(when: &When) -> String {
    let Some((first, last)) = when.earliest.zip(when.latest) else {
        return dates::spoken(when);
    };
    let (first, last) = (first.date, last.date);
    if first == last {
        first.format("%-d %b %Y").to_string()
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        first.format("%b %Y").to_string()
    } else {
        dates::spoken(when)
    }
}

fn none() -> Figure {
    Figure {
        text: "·".to_owned(),
        look: Look::Quiet,
        ..Figure::default()
    }
}

fn line(
    review: &Review,
    indicator: &Indicator,
    row: &IndicatorRow,
    stretches: &[String],
    elsewhere: bool,
    most: usize,
) -> Line {
    let name = &indicator.name;
    let cells = row.cells.iter().zip(stretches);
    let mut shown: Vec<Figure> = cells
        .map(|(cell, stretch)| of_cell(row, cell, titled(name, stretch), most))
        .collect();
    if elsewhere {
        shown.push(of_cell(row, &row.elsewhere, titled(name, ELSEWHERE), most));
    }
    let all: Vec<EntryId> = row.entries().collect();
    let mut fixed = vec![Figure::default(), Figure::default()];
    fixed[ALL] = of_cell(row, &all, titled(name, ALL_TIME), most);
    if let Look::Disc(_) = fixed[ALL].look {
        fixed[ALL].look = Look::Plain;
    }
    if let Some(first) = row.first.and_then(|id| review.entry(id)) {
        let when = dates::spoken(&first.when);
        fixed[FIRST] = Figure {
            name: format!("{}: {when}", titled(name, FIRST_SEEN)),
            text: short(&first.when),
            ..Figure::default()
        };
    }
    Line {
        name: name.clone(),
        about: format!("Named as a sign of danger in: {}", indicator.source),
        fixed,
        figures: shown,
        ..Line::default()
    }
}

fn of_cell(row: &IndicatorRow, cell: &[EntryId], title: String, most: usize) -> Figure {
    let stated = row.stated(cell);
    let denied = cell.len() - stated;
    match (stated, denied) {
        (0, 0) => none(),
        (0, _) => Figure {
            text: denied.to_string(),
            name: format!(
                "{title}: only denied or asked about, in {}",
                records(denied)
            ),
            look: Look::Ring,
            ..Figure::default()
        },
        _ => Figure {
            text: stated.to_string(),
            name: format!("{title}: {}", records(stated)),
            more: match denied {
                0 => String::new(),
                _ => format!("and only denied or asked about in {}", records(denied)),
            },
            look: Look::Disc(stated as f32 / most.max(1) as f32),
        },
    }
}

fn legend(ui: &mut Ui, review: &Review, signs: &Escalation) {
    words(
        ui,
        Words::Small,
        "A filled circle counts records that state the sign: the larger, the more. An open circle: it is only denied or asked about. \
         “Different signs” counts how many kinds show in one stretch. “else”: the date does not fit into one stretch.",
    );
    let silent: Vec<&str> = review
        .template
        .indicators
        .iter()
        .zip(&signs.rows)
        .filter(|(_, row)| row.entries().next().is_none())
        .map(|(indicator, _)| indicator.name.as_str())
        .collect();
    if !silent.is_empty() {
        ui.add_space(space::TIGHT);
        words(
            ui,
            Words::Small,
            format!("No words found for: {}.", silent.join("; ")),
        );
    }
}
