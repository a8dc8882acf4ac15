//! The figures of a closed coding: over all, and weakness by weakness.

use egui::{Grid, Ui};

use crate::analysis::{Agreed, AgreementRow, Bearing, Figures};
use crate::app::Open;
use crate::model::Coding;
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Tone, Words, card, chip, heading, words};

pub fn show(ui: &mut Ui, open: &Open, coding: &Coding, agreed: &Agreed) {
    over_all(ui, coding, &agreed.all);
    ui.add_space(space::MEDIUM);
    heading(ui, "Weakness by weakness");
    let two = coding.coders.len() == 2;
    words(
        ui,
        Words::Secondary,
        match two {
            true => {
                "Cohen’s kappa and Krippendorff’s alpha say how far agreement goes beyond what chance would give: 1 is full agreement, 0 no more than chance. The span says where alpha lies in 95 of 100 samples of as many entries."
            }
            false => {
                "Krippendorff’s alpha says how far agreement goes beyond what chance would give: 1 is full agreement, 0 no more than chance. The span says where it lies in 95 of 100 samples of as many entries."
            }
        },
    );
    ui.add_space(space::SMALL);
    let used = |row: &&AgreementRow| row.figures.yes > 0;
    egui::ScrollArea::horizontal()
        .id_salt("figures of a coding")
        .show(ui, |ui| {
            Grid::new("agreement by weakness")
                .striped(true)
                .spacing([space::MEDIUM, space::SMALL])
                .min_row_height(figures::ROW)
                .show(ui, |ui| {
                    heads(ui, coding, two);
                    for row in agreed.rows.iter().filter(used) {
                        line(ui, open, row, two);
                    }
                });
        });
    let unused = agreed.rows.iter().filter(|row| !row.is_part && !used(row));
    let names: Vec<&str> = unused
        .map(|row| open.review.tag_name(&row.weakness))
        .collect();
    if !names.is_empty() {
        words(
            ui,
            Words::Small,
            format!(
                "Tagged by nobody, so there is no figure: {}.",
                names.join(" · ")
            ),
        );
    }
}

fn over_all(ui: &mut Ui, coding: &Coding, all: &Figures) {
    card(ui, false, |ui| {
        let (name, means) = all.bearing().words();
        ui.horizontal_wrapped(|ui| {
            words(ui, Words::Strong, "Over all");
            chip(ui, tone(all.bearing()), name);
        });
        let mut said = format!(
            "{} of {} entries were finished by two coders or more: {} decisions, one for each entry and weakness, the parts of a weakness counted with it.",
            all.entries,
            coding.entries.len(),
            all.decisions
        );
        if let Some(alike) = all.alike {
            said.push_str(&format!(" {} alike.", per_cent(alike)));
        }
        words(ui, Words::Plain, said);
        let mut shown = Vec::new();
        if let Some(kappa) = all.kappa {
            shown.push(format!("Cohen’s kappa {kappa:.2}"));
        }
        if let Some(alpha) = all.alpha {
            shown.push(format!("Krippendorff’s alpha {alpha:.2}{}", span(all)));
        }
        if !shown.is_empty() {
            words(ui, Words::Strong, shown.join(" · "));
        }
        words(ui, Words::Secondary, means);
        words(
            ui,
            Words::Small,
            "Most weaknesses are rare, so most decisions are a shared “no”: the percentage alone says little.",
        );
    });
}

fn heads(ui: &mut Ui, coding: &Coding, two: bool) {
    let mut heads = vec!["Weakness".to_owned(), "Entries".to_owned()];
    heads.extend(coding.coders.iter().cloned());
    heads.push("Alike".to_owned());
    if two {
        heads.push("Kappa".to_owned());
    }
    heads.extend(["Alpha", "What it can bear"].map(str::to_owned));
    for head in heads {
        words(ui, Words::SmallStrong, head);
    }
    ui.end_row();
}

fn line(ui: &mut Ui, open: &Open, row: &AgreementRow, two: bool) {
    let figures = &row.figures;
    let name = open.review.tag_name(&row.weakness);
    let (style, name) = match row.is_part {
        true => (Words::Secondary, format!("– {name}")),
        false => (Words::Plain, name.to_owned()),
    };
    words(ui, style, name);
    words(ui, Words::Plain, figures.entries.to_string());
    for tagged in &row.tagged {
        words(ui, Words::Plain, tagged.to_string());
    }
    words(ui, Words::Plain, figures.alike.map_or_else(none, per_cent));
    let figure = |figure: Option<f64>| figure.map_or_else(none, |figure| format!("{figure:.2}"));
    if two {
        words(ui, Words::Plain, figure(figures.kappa));
    }
    words(
        ui,
        Words::Plain,
        format!("{}{}", figure(figures.alpha), span(figures)),
    );
    let (word, means) = figures.bearing().words();
    chip(ui, tone(figures.bearing()), word).on_hover_text(means);
    ui.end_row();
}

fn none() -> String {
    "–".to_owned()
}

fn per_cent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// “ (0.41 to 0.92)”
fn span(figures: &Figures) -> String {
    figures.interval.map_or_else(String::new, |(low, high)| {
        format!(" ({low:.2} to {high:.2})")
    })
}

fn tone(bearing: Bearing) -> Tone {
    match bearing {
        Bearing::Reliable => Tone::Accent,
        Bearing::Weak | Bearing::TooFew => Tone::Doubt,
        _ => Tone::Plain,
    }
}
