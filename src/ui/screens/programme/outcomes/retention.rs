//! How long men stay: all together, or parted into groups; with what must be said where many comparisons are made.

use egui::Ui;

use super::{Shown, curve, men, said, table, titled};
use crate::app::{OutcomesAction, Parted, PartedGroup};
use crate::evaluation::{Block, Figure, Section, last_week_drawn};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, link, words};

/// More curves than this cannot be told apart.
const CURVES: usize = 4;
/// The table of all comparisons, and what the tables of each begin with.
const COMPARED: &str = "retention_by";

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>, section: &Section) {
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Words(text) => said(ui, shown, (section, at), text),
            Block::Figure(Figure::Curve { title, alt, .. }) => {
                titled(ui, title);
                drawn(ui, shown, alt);
            }
            Block::Figure(_) => {}
            Block::Table(one) if one.key == COMPARED => {
                table::show(ui, shown, one);
                ui.add_space(space::TIGHT);
                words(ui, Words::Secondary, many(shown));
            }
            Block::Table(one) if one.key.starts_with(COMPARED) => {}
            Block::Table(one) => table::show(ui, shown, one),
        }
    }
}

fn many(shown: &Shown<'_>) -> String {
    format!(
        "Of this whole evaluation: {} One small p-value among so many says little by itself.",
        shown.counted.evaluation.looked_at
    )
}

fn drawn(ui: &mut Ui, shown: &mut Shown<'_>, alt: &str) {
    let counted = shown.counted;
    if counted.curve.people() == 0 {
        let text = "Nobody has been enrolled in a group yet.";
        words(ui, Words::Secondary, text);
        return;
    }
    ui.scope(|ui| {
        let ways = counted.splits.iter().map(|one| &one.by);
        let ways = ways.map(|by| (Some(by.key.clone()), format!("By: {}", by.words)));
        let all = std::iter::once((None, "All together".to_owned())).chain(ways);
        ui.set_max_width(size::PROSE.min(ui.available_width()));
        if let Some(split) = choice(
            ui,
            "What the men are parted by",
            &shown.open.outcomes.split,
            all,
        ) {
            shown.actions.push(OutcomesAction::Split(split).into());
        }
    });
    let weeks = weeks(shown);
    let split = shown.open.outcomes.split.as_ref();
    let split = split.and_then(|key| counted.splits.iter().find(|one| one.by.key == *key));
    match split {
        None => whole(ui, shown, alt, weeks),
        Some(split) => parted(ui, shown, split, weeks),
    }
}

fn whole(ui: &mut Ui, shown: &mut Shown<'_>, alt: &str, weeks: u32) {
    let all = PartedGroup {
        name: "All".to_owned(),
        prefix: "retention".to_owned(),
        curve: shown.counted.curve.clone(),
    };
    let groups = [all];
    curve::draw(ui, shown, &groups, weeks, alt);
    curve::followed(ui, shown, (&groups[0], "followed"), weeks);
    longer(ui, shown, weeks);
    let text = "A step down: somebody dropped out, was suspended or found unsuitable that week. A short stroke: somebody was last seen then, since he completed or is still there. The band is the interval of 95 %. Press a step, a stroke or a number to see the men.";
    words(ui, Words::Small, text);
}

fn parted(ui: &mut Ui, shown: &mut Shown<'_>, split: &Parted, weeks: u32) {
    let groups = &split.groups[..split.groups.len().min(CURVES)];
    let spoken: Vec<String> = groups
        .iter()
        .map(|group| {
            let weeks = curve::marks(weeks).skip(1);
            let at = weeks.filter_map(|week| Some((week, group.curve.at(week)?)));
            let at = at.map(|(week, it)| format!("week {week}: {:.0} %", 100.0 * it.share));
            format!("{}: {}.", group.name, at.collect::<Vec<_>>().join(", "))
        })
        .collect();
    let spoken = format!("Share still in the programme. {}", spoken.join(" "));
    curve::draw(ui, shown, groups, weeks, &spoken);
    for (at, group) in groups.iter().enumerate() {
        let letter = curve::letter(at).to_string();
        curve::followed(ui, shown, (group, &letter), weeks);
    }
    let key = groups.iter().enumerate().map(|(at, group)| {
        let people = group.curve.people();
        format!("{}: {} ({people})", curve::letter(at), group.name)
    });
    let key = key.collect::<Vec<_>>().join(" · ");
    words(ui, Words::SmallStrong, key);
    longer(ui, shown, weeks);
    words(ui, Words::Small, notes(split, groups.len()));
    let own = format!("{COMPARED}_{}", split.by.key);
    if let Some(one) = shown.counted.evaluation.table(&own) {
        table::show(ui, shown, one);
    }
    let text = format!("{} {}", differ(split), many(shown));
    ui.add_space(space::TIGHT);
    words(ui, Words::Secondary, text);
}

fn weeks(shown: &Shown<'_>) -> u32 {
    let course = shown.open.programme.template.sessions.number;
    last_week_drawn(&shown.counted.curve, course)
}

/// Says who was followed beyond what is drawn.
fn longer(ui: &mut Ui, shown: &mut Shown<'_>, weeks: u32) {
    let count = shown.counted.curve.at_risk(weeks.saturating_add(1));
    if count == 0 {
        return;
    }
    let text = format!(
        "Not drawn: the time after week {weeks}, in which nobody left early. Still followed then: {}.",
        men(count)
    );
    if link(ui, &text).clicked() {
        let only = shown
            .counted
            .followed(text, "retention", weeks.saturating_add(1));
        shown.open_cases(only);
    }
}

fn notes(split: &Parted, drawn: usize) -> String {
    let mut text = "The numbers below the curves: how many were still followed.".to_owned();
    if split.groups.len() > drawn {
        text += &format!(
            " The {drawn} groups with most men are drawn, of {}; the table has all.",
            split.groups.len()
        );
    }
    match split.without_group {
        0 => text += " The group of every man is known.",
        count => {
            text += &format!(" Men whose group is not known, and who are in no curve: {count}.")
        }
    }
    text
}

fn differ(split: &Parted) -> String {
    match &split.test {
        Some(test) if test.p < 0.01 => format!(
            "Whether these groups stayed equally long (log-rank): p = {:.4}.",
            test.p
        ),
        Some(test) => format!(
            "Whether these groups stayed equally long (log-rank): p = {:.2}.",
            test.p
        ),
        None => "Whether these groups stayed equally long cannot be told from so few.".to_owned(),
    }
}
