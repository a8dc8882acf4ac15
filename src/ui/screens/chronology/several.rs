//! What can be done to all chosen entries at once.

use egui::Ui;

use crate::app::{
    Action, Chosen, ChronologyAction, ContradictionKey, ContradictionsAction, Open,
    SideBySideAction,
};
use crate::dates;
use crate::model::{About, Basis, Disclosure, Enquiry, EntryId};
use crate::ui::screens::rests_on;
use crate::ui::screens::weaknesses;
use crate::ui::tokens::space;
use crate::ui::widgets::{
    Tone, Words, choice, hairline, heading, menu, removable_chip, small, words,
};

use super::detail::tag_name;

/// What the chosen have in common, counted once for each choice.
#[derive(Default)]
pub struct Memory {
    of: (u64, u64),
    chosen: Chosen,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let now = (open.chronology.version, open.chronology.selection);
    if std::mem::replace(&mut memory.of, now) != now {
        memory.chosen = Chosen::of(open);
    }
    let chosen = &memory.chosen;
    let count = chosen.count;
    heading(ui, format!("{count} entries chosen"));
    about(ui, chosen);
    words(
        ui,
        Words::Small,
        "What you set here is set on all of them, and one undo takes it back.",
    );
    part(ui, "Tags");
    tags(ui, open, chosen, actions);
    statements(ui, chosen, actions);
    part(ui, "People named by hand");
    people(ui, open, chosen, actions);
    part(ui, "Event");
    event(ui, open, actions);
    part(ui, "Evidence");
    rests_on::add(ui, open, actions);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    ui.horizontal(|ui| {
        if small(ui, true, "Unselect").clicked() {
            actions.push(Action::Chronology(ChronologyAction::Unselect));
        }
        let text = format!("Remove {count} entries");
        if small(ui, open.read_only.is_none(), &text).clicked() {
            actions.push(Action::Chronology(ChronologyAction::Remove));
        }
    });
}

fn part(ui: &mut Ui, name: &str) {
    ui.add_space(space::SMALL);
    words(ui, Words::SmallStrong, name);
}

fn about(ui: &mut Ui, chosen: &Chosen) {
    let agencies: Vec<String> = chosen
        .agencies
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    words(ui, Words::Secondary, agencies.join(" · "));
    if let Some((first, last)) = chosen.days {
        let spoken = dates::spoken_date;
        let said = if first == last {
            spoken(first)
        } else {
            format!("{} to {}", spoken(first), spoken(last))
        };
        words(ui, Words::Secondary, said);
    }
}

fn tags(ui: &mut Ui, open: &Open, chosen: &Chosen, actions: &mut Vec<Action>) {
    let review = &open.review;
    let mut send = |action| actions.push(Action::Chronology(action));
    ui.horizontal_wrapped(|ui| {
        for (key, count) in &chosen.tags {
            let name = tag_name(review, key);
            let shown = of_all(name, *count, chosen.count);
            if removable_chip(ui, Tone::Plain, &shown, &format!("Remove tag {name}")).clicked() {
                send(ChronologyAction::Untag(key.clone()));
            }
        }
        menu(ui, "Add a tag", "Tag", |ui| {
            if let Some(weakness) = weaknesses::list(ui, review, |_| false) {
                send(ChronologyAction::Tag(weakness.key.clone()));
            }
        });
    });
}

/// “No enquiry” where all have it, “No enquiry, 3 of 12” where some do.
fn of_all(name: &str, count: usize, all: usize) -> String {
    if count == all {
        name.to_owned()
    } else {
        format!("{name}, {count} of {all}")
    }
}

fn statements(ui: &mut Ui, chosen: &Chosen, actions: &mut Vec<Action>) {
    part(ui, "Who says so");
    let set = one_for_all(ui, "Basis", &chosen.bases, &Basis::ALL, Basis::words);
    let set = set.map(ChronologyAction::SetBasis);
    actions.extend(set.map(Action::Chronology));
    part(ui, "Asked about abuse");
    let set = one_for_all(
        ui,
        "Asked about abuse",
        &chosen.enquiries,
        &Enquiry::ALL,
        Enquiry::words,
    );
    let set = set.map(ChronologyAction::SetEnquiry);
    actions.extend(set.map(Action::Chronology));
    part(ui, "Abuse disclosed");
    let set = one_for_all(
        ui,
        "Abuse disclosed",
        &chosen.disclosures,
        &Disclosure::ALL,
        Disclosure::words,
    );
    let set = set.map(ChronologyAction::SetDisclosure);
    actions.extend(set.map(Action::Chronology));
}

/// A menu that shows what all have, or that they differ. Returns what all shall have.
fn one_for_all<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    present: &[(T, usize)],
    all: &[T],
    words: impl Fn(T) -> &'static str,
) -> Option<T> {
    let same = match present {
        [(one, _)] => Some(*one),
        _ => None,
    };
    let differ = format!("They differ: {} kinds", present.len());
    let mut choices: Vec<(Option<T>, String)> = Vec::new();
    if same.is_none() {
        choices.push((None, differ));
    }
    choices.extend(all.iter().map(|value| {
        let count = present.iter().find(|(known, _)| known == value);
        let count = count.filter(|_| same.is_none());
        let count = count.map_or(String::new(), |(_, count)| format!(" ({count})"));
        (Some(*value), format!("{}{count}", words(*value)))
    }));
    choice(ui, name, &same, choices).flatten()
}

fn people(ui: &mut Ui, open: &Open, chosen: &Chosen, actions: &mut Vec<Action>) {
    let mut send = |person, present| {
        let action = ChronologyAction::NamePerson(person, present);
        actions.push(Action::Chronology(action));
    };
    ui.horizontal_wrapped(|ui| {
        for (id, count) in &chosen.people {
            let Some(person) = open.review.person(*id) else {
                continue;
            };
            let shown = of_all(&person.name, *count, chosen.count);
            let name = format!("Take {} out", person.name);
            if removable_chip(ui, Tone::Accent, &shown, &name).clicked() {
                send(*id, false);
            }
        }
        menu(ui, "Name a person", "Name", |ui| {
            for person in &open.review.people {
                if ui.selectable_label(false, &person.name).clicked() {
                    send(person.id, true);
                }
            }
        });
    });
}

/// Whether the chosen are records of one and the same event.
fn event(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let may_change = open.read_only.is_none();
    ui.horizontal_wrapped(|ui| {
        let joined = small(ui, may_change, "These record one event");
        let join = "They stay entries of their own, are joined on the timeline, and their differences are listed.";
        if joined.on_hover_text(join).clicked() {
            actions.push(Action::Chronology(ChronologyAction::JoinAsEvent));
        }
        if small(ui, true, "Show side by side").clicked() {
            let chosen = open.chronology.selected.iter().copied().collect();
            actions.push(SideBySideAction::Show(chosen).into());
        }
        let parted = small(ui, may_change, "Not the same event");
        let part = "They leave an event they share, and are not proposed together again.";
        if parted.on_hover_text(part).clicked() {
            actions.push(Action::Chronology(ChronologyAction::NotSameEvent));
        }
    });
    contradiction(ui, open, actions);
}

/// Two records that the chair sees to contradict each other, whatever the program sees.
fn contradiction(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let chosen: Vec<EntryId> = open.chronology.selected.iter().copied().collect();
    let [one, other] = chosen[..] else {
        return;
    };
    if open.read_only.is_some() {
        return;
    }
    let name = "These two contradict each other…";
    menu(ui, name, name, |ui| {
        words(ui, Words::Small, "In what?");
        for about in About::ALL {
            if ui.selectable_label(false, about.words()).clicked() {
                let key = ContradictionKey::of(about, [one, other]);
                actions.push(ContradictionsAction::Add(key).into());
                ui.close();
            }
        }
    });
}
