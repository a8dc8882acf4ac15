//! What cannot be in a man’s file, each in plain words.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{Datelike, NaiveDate};

use super::Registers;
use super::pathway::in_order;
use crate::model::programme::{Man, Mark, Place, Programme, Session, StepKind};
use crate::model::{GroupId, ManId};

/// Nobody in a programme is older, in years; a year of birth beyond is a slip of the hand.
const OLDEST: i32 = 110;

/// Something that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub man: ManId,
    /// What is wrong and what to look at, as sentences. Names no person.
    pub words: String,
}

/// Every fault of every man, by man.
pub fn faults(registers: &Registers<'_>, today: NaiveDate) -> Vec<Fault> {
    let programme = registers.programme;
    let places = places_held(programme);
    let mut named = HashMap::new();
    let mut faults = Vec::new();
    for man in &programme.men {
        let mut words = Vec::new();
        order(man, &mut words);
        days(man, today, &mut words);
        reasons(programme, man, &mut words);
        for (at, place) in man.places.iter().enumerate() {
            held(registers, &places, (place, &man.places[..at]), &mut words);
        }
        attendance(registers, man, &mut words);
        values(programme, man, &mut words);
        duplicates(&mut named, man, &mut words);
        faults.extend(words.into_iter().map(|words| Fault { man: man.id, words }));
    }
    faults
}

fn places_held(programme: &Programme) -> HashMap<GroupId, Vec<&Place>> {
    let mut places: HashMap<GroupId, Vec<&Place>> = HashMap::new();
    for place in programme.men.iter().flat_map(|man| &man.places) {
        places.entry(place.group).or_default().push(place);
    }
    places
}

fn written(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn order(man: &Man, words: &mut Vec<String>) {
    let steps = in_order(man);
    if let Some(first) = steps.first()
        && first.kind != StepKind::Referred
    {
        words.push(format!(
            "His way begins with “{}” on {}, not with his referral. Add the day of the referral.",
            first.kind.words(),
            written(first.on)
        ));
    }
    for (at, pair) in steps.windows(2).enumerate() {
        let (before, after) = (pair[0], pair[1]);
        let worked = steps[..=at]
            .iter()
            .any(|step| matches!(step.kind, StepKind::Enrolled | StepKind::IndividualWork));
        if after.kind == StepKind::Completed && !worked {
            words.push(format!(
                "He completed on {}, but was not enrolled before that day. Correct the day of one of the two, or add his enrolment.",
                written(after.on)
            ));
        } else if !after.kind.may_follow(before.kind) {
            words.push(format!(
                "“{}” on {} cannot follow “{}” on {}. A step is missing between them, or a day is wrong.",
                after.kind.words(),
                written(after.on),
                before.kind.words(),
                written(before.on)
            ));
        }
    }
}

fn days(man: &Man, today: NaiveDate, words: &mut Vec<String>) {
    for step in man.steps.iter().filter(|step| step.on > today) {
        words.push(format!(
            "“{}” is dated {}, which has not come yet.",
            step.kind.words(),
            written(step.on)
        ));
    }
    let Some(born) = man.born else { return };
    let first = man.steps.iter().map(|step| step.on).min().unwrap_or(today);
    if born >= first {
        words.push(format!(
            "He was born on {}, which is not before his first step on {}.",
            written(born),
            written(first)
        ));
    } else if first.year() - born.year() > OLDEST {
        words.push(format!(
            "He was born on {} and would be more than {OLDEST} years old. Look at the year.",
            written(born)
        ));
    }
}

fn reasons(programme: &Programme, man: &Man, words: &mut Vec<String>) {
    for step in man.steps.iter().filter(|step| !step.reason.is_empty()) {
        let mut known = programme.template.reasons_for_leaving.iter();
        if !known.any(|known| known.key == step.reason) {
            words.push(format!(
                "The reason “{}” for “{}” on {} is not among those of the programme.",
                step.reason,
                step.kind.words(),
                written(step.on)
            ));
        }
    }
}

/// A place, and those that he held before it.
fn held(
    registers: &Registers<'_>,
    places: &HashMap<GroupId, Vec<&Place>>,
    (place, before): (&Place, &[Place]),
    words: &mut Vec<String>,
) {
    if place.until.is_some_and(|until| until < place.from) {
        words.push(format!(
            "His place in {} ends before it begins on {}.",
            group_name(registers, place.group),
            written(place.from)
        ));
    }
    let Some(group) = registers.group(place.group) else {
        words.push(format!(
            "He has a place in group {}, which is not in this programme.",
            place.group
        ));
        return;
    };
    if let Some(other) = before.iter().find(|other| overlap(other, place)) {
        words.push(format!(
            "He has two open places on {}: in {} and in {}. Close one of them.",
            written(place.from.max(other.from)),
            group_name(registers, other.group),
            group.name
        ));
    }
    let all = places.get(&group.id).into_iter().flatten();
    let held = all.filter(|other| other.covers(place.from)).count();
    if held > group.size as usize {
        words.push(format!(
            "{} has {} places, but {held} are held on {}.",
            group.name,
            group.size,
            written(place.from)
        ));
    }
}

fn overlap(one: &Place, other: &Place) -> bool {
    one.covers(other.from) || other.covers(one.from)
}

fn group_name(registers: &Registers<'_>, id: GroupId) -> String {
    let group = registers.group(id);
    group.map_or_else(|| format!("group {id}"), |group| group.name.clone())
}

fn attendance(registers: &Registers<'_>, man: &Man, words: &mut Vec<String>) {
    let lines = registers.lines(man.id);
    for (at, line) in lines.iter().enumerate() {
        let Some(held) = registers.session(line.session) else {
            words.push(format!(
                "The register names session {}, which is not in this programme.",
                line.session
            ));
            continue;
        };
        if lines[..at]
            .iter()
            .any(|before| before.session == line.session)
        {
            words.push(format!(
                "He stands twice in the register of {}.",
                written(held.on)
            ));
        }
        if let Mark::MadeUp(day) = line.mark
            && day < held.on
        {
            words.push(format!(
                "The session of {} was made up on {}, before it was held.",
                written(held.on),
                written(day)
            ));
        }
        let places = man.places.iter().filter(|place| place.group == held.group);
        if !places.clone().any(|place| place.covers(held.on)) {
            let enrolled = places.map(|place| place.from).min();
            words.push(without_place(registers, held, enrolled));
        }
    }
}

fn without_place(registers: &Registers<'_>, held: &Session, enrolled: Option<NaiveDate>) -> String {
    let (group, on) = (group_name(registers, held.group), written(held.on));
    match enrolled {
        None => {
            format!("He stands in the register of {group} on {on}, but never had a place in it.")
        }
        Some(from) if held.on < from => format!(
            "He stands in the register of {group} on {on}, before he was enrolled on {}.",
            written(from)
        ),
        Some(_) => format!("He stands in the register of {group} on {on}, after he had left it."),
    }
}

fn values(programme: &Programme, man: &Man, words: &mut Vec<String>) {
    for measure in &man.measures {
        let known = programme.template.measures.iter();
        let known = known.filter(|known| known.key == measure.key);
        let Some(known) = known.into_iter().next() else {
            words.push(format!(
                "The measure “{}” is not among those of the programme.",
                measure.key
            ));
            continue;
        };
        if !(known.lowest..=known.highest).contains(&measure.value) {
            words.push(format!(
                "{} is {} on {}; its scale runs from {} to {}.",
                known.name,
                measure.value,
                written(measure.on),
                known.lowest,
                known.highest
            ));
        }
    }
}

/// The same name and day of birth; where a day of birth is wanting, nobody can tell. `named` holds the men before.
fn duplicates(named: &mut HashMap<(String, NaiveDate), ManId>, man: &Man, words: &mut Vec<String>) {
    let Some(born) = man.born else { return };
    let name = man.name.to_lowercase();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match named.entry((name, born)) {
        Entry::Vacant(free) => {
            free.insert(man.id);
        }
        Entry::Occupied(twin) => words.push(format!(
            "He has the name and the day of birth of client {}. If they are one person, keep one file.",
            twin.get()
        )),
    }
}
