//! The room Outcomes: what it says is what the evaluation says, and every figure opens its cases.

use std::collections::HashSet;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{
    Action, Counted, OutcomesAction, ProgrammeRoom, ReportAction, ReportPart, Screen, StartAction,
};
use lantern::evaluation::{Block, Cases, Figure, Section, Table};
use lantern::jobs::Silent;
use lantern::model::ManId;
use lantern::model::programme::StepKind;
use lantern::sample;
use lantern::store::Passphrase;
use serde_json::Value;

use super::{opened, with_programme};
use crate::window::hands::{Hands, new_window};

const WORDS: &str = "four plain words here";

/// The sample programme, read into a file of its own.
fn with_sample_programme() -> Hands {
    let mut hands = new_window();
    let path = hands.folder().join("sample programme.lantern");
    let words = Passphrase::new(WORDS.to_owned());
    let store = sample::build_programme(&path, &words, "test", &Silent);
    drop(store.expect("the sample"));
    hands.app_mut().state.today = sample::programme_today();
    hands.act(Action::Start(StartAction::Open {
        path,
        passphrase: WORDS.to_owned(),
    }));
    hands.wait();
    outcomes(&mut hands);
    hands
}

fn outcomes(hands: &mut Hands) {
    hands.press("Outcomes");
    hands.wait();
}

fn counted(hands: &Hands) -> &Counted {
    let counted = opened(hands).outcomes.counted.as_deref();
    counted.expect("counted")
}

fn sections(hands: &Hands) -> Vec<Section> {
    counted(hands).sections().cloned().collect()
}

fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Forms without a name, and money: no man’s file stands behind them.
fn of_nobody(section: &str) -> bool {
    ["feedback", "costs"].contains(&section)
}

/// The men that the room Cohort shows, and that they are told apart from the others.
fn shown(hands: &mut Hands) -> HashSet<ManId> {
    let screen = hands.app().state.screen();
    assert_eq!(screen, Screen::Programme(ProgrammeRoom::Cohort));
    let open = opened(hands);
    let only = open.cohort.only.as_ref().expect("the men of a figure");
    let (men, all) = (only.men.clone(), open.lines.len());
    let said = match men.len() {
        count if count == all => format!("{all} men"),
        count => format!("{count} of {all} men"),
    };
    assert!(hands.sees(&said), "{said}");
    men
}

#[test]
fn the_room_says_what_the_written_evaluation_says() {
    let mut hands = with_sample_programme();
    let sections = sections(&hands);
    let comparisons = counted(&hands).evaluation.looked_at.to_string();

    hands.press("Report");
    hands.act(ReportAction::Part(ReportPart::Internal).into());
    hands.press("Write the internal edition");
    hands.wait();
    let made = &opened(&hands).report.made;
    let json = made
        .iter()
        .find(|path| path.extension().is_some_and(|it| it == "json"));
    let written = std::fs::read_to_string(json.expect("JSON was written")).expect("read");
    let written: Value = serde_json::from_str(&written).expect("JSON");
    let in_file = written["sections"].as_array().expect("sections");

    outcomes(&mut hands);
    hands.resize(1400.0, 9000.0);
    let mut figures = 0;
    for section in &sections {
        hands.press(&section.title);
        let same = in_file.iter().find(|one| one["key"] == *section.key);
        let same = same.expect("a section of the file");
        let shown = serde_json::to_string(section).expect("JSON");
        let shown: Value = serde_json::from_str(&shown).expect("JSON");
        assert!(&shown == same, "{}", section.title);
        let blocks = same["blocks"].as_array().expect("blocks").iter();
        for table in blocks.filter_map(|block| block.get("table")) {
            let key = table["key"].as_str().expect("a key");
            // Each comparison is drawn, and its table shown, when it is chosen.
            if key.starts_with("retention_by_") {
                let split = key.trim_start_matches("retention_by_").to_owned();
                hands.act(OutcomesAction::Split(Some(split)).into());
            }
            for row in table["rows"].as_array().expect("rows") {
                let name = row["name"].as_str().expect("a name");
                let columns = table["columns"].as_array().expect("columns");
                let cells = row["cells"].as_array().expect("cells").iter();
                for (cell, column) in cells.zip(columns.iter().skip(1)) {
                    let said = cell["said"].as_str().expect("words");
                    let column = column.as_str().expect("words");
                    let opens = cell["count"].as_u64().is_some_and(|count| count > 0);
                    let opens = opens && cell["low"].is_null() && !of_nobody(&section.key);
                    let link = hands.sees(&format!("{name}, {column}: {said}"));
                    // A figure that is no count opens the men that it rests on, where there are any.
                    let shown = link || !opens && (said.is_empty() || hands.sees(said));
                    assert!(shown, "{key}: {name}, {column}: {said}");
                    figures += 1;
                }
            }
        }
    }
    assert!(figures > 400, "{figures} figures");
    hands.press("Methods and limitations");
    assert!(hands.sees_part(&comparisons));
}

#[test]
fn each_step_of_the_way_opens_its_men_by_mouse_and_by_keyboard() {
    let mut hands = with_programme();
    outcomes(&mut hands);
    hands.press("From referral to completion");
    hands.press_part("Completed the group: ");
    let completed = shown(&mut hands);
    let open = opened(&hands);
    for man in &open.programme.men {
        let has = man
            .steps
            .iter()
            .any(|step| step.kind == StepKind::Completed);
        assert_eq!(completed.contains(&man.id), has, "{}", man.name);
    }
    outcomes(&mut hands);
    let assessed = counted(&hands).cases.of("course.assessed").cloned();
    let button = hands
        .harness()
        .get_all_by_label_contains("Assessed: ")
        .next();
    button.expect("a bar").focus();
    hands.settle();
    hands.key(Modifiers::NONE, Key::Enter);
    let men = shown(&mut hands);
    assert_eq!(Some(men), assessed.map(|men| men.into_iter().collect()));
}

#[test]
fn each_week_of_the_curve_opens_who_left_and_who_was_last_seen() {
    let mut hands = with_sample_programme();
    hands.press("How long they stayed");
    let steps = counted(&hands).curve.steps.clone();
    let left = steps.iter().find(|step| step.ended > 0).expect("a week");
    let seen = steps.iter().find(|step| step.censored > 0).expect("a week");
    for (week, parted, words) in [
        (left.time, true, "left early"),
        (seen.time, false, "last seen"),
    ] {
        outcomes(&mut hands);
        let of = counted(&hands)
            .cases
            .of(&Cases::of_week("retention", week, parted));
        let of: HashSet<ManId> = of.expect("men").iter().copied().collect();
        let man = if of.len() == 1 { "man" } else { "men" };
        let name = format!("week {week}: {} {man} {words}", of.len());
        let place = hands.harness().get_all_by_label_contains(&name).next();
        place.expect("a place in the curve").focus();
        hands.settle();
        hands.key(Modifiers::NONE, Key::Enter);
        assert_eq!(shown(&mut hands), of);
    }
    outcomes(&mut hands);
    hands.press_part("All, week 8: ");
    let followed = counted(&hands).curve.at_risk(8);
    assert_eq!(shown(&mut hands).len(), followed);
}

#[test]
fn men_are_parted_by_more_than_who_referred_them_and_it_is_said_how_many_comparisons_there_are() {
    let mut hands = with_sample_programme();
    hands.press("How long they stayed");
    hands.press("What the men are parted by");
    hands.press_last("By: His ethnicity");
    assert!(hands.sees("How long they stayed: his ethnicity"));
    assert!(hands.sees_part("Whether these groups stayed equally long"));
    assert!(hands.sees_part("Holm’s adjustment"));
    assert!(hands.sees_part("groups with most men are drawn"));
    let ways = &counted(&hands).splits;
    assert!(ways.len() > 3, "{}", ways.len());
    let split = ways.iter().find(|one| one.by.key == "ethnicity");
    let group = split.expect("a way").groups[0].clone();
    let name = format!("{}, Men: {}", group.name, group.curve.people());
    hands.scroll_to_and_press(&name);
    assert_eq!(shown(&mut hands).len(), group.curve.people());
}

#[test]
fn a_pair_of_before_and_after_opens_its_men() {
    let mut hands = with_programme();
    outcomes(&mut hands);
    hands.press("Before and after");
    let line = sections(&hands).into_iter().find_map(|section| {
        section.blocks.into_iter().find_map(|block| match block {
            Block::Figure(Figure::Change { key, lines, .. }) => Some((key, lines[0])),
            _ => None,
        })
    });
    let (key, line) = line.expect("pairs");
    let of = counted(&hands).cases.of(&line.name(&key)).cloned();
    let of: HashSet<ManId> = of.expect("men").into_iter().collect();
    assert_eq!(of.len() as u64, line.people);
    let name = format!("From {} to {}: ", line.before, line.after);
    let place = hands.harness().get_all_by_label_contains(&name).next();
    place.expect("a line").focus();
    hands.settle();
    hands.key(Modifiers::NONE, Key::Enter);
    assert_eq!(shown(&mut hands), of);
    let open = opened(&hands);
    for man in open.programme.men.iter().filter(|man| of.contains(&man.id)) {
        assert!(
            man.measures
                .iter()
                .any(|one| one.value == line.before as u32)
        );
    }
}

#[test]
fn each_session_of_the_calendar_opens_its_men_and_says_who_was_not_registered() {
    let mut hands = with_programme();
    outcomes(&mut hands);
    hands.press("Attendance");
    let sessions = counted(&hands).sessions.clone();
    let sums: Vec<u64> = (0..4)
        .map(|kind| sessions.iter().map(|one| one[kind].len() as u64).sum())
        .collect();
    let keys = ["attended", "made_up", "missed", "not_registered"];
    for (key, sum) in keys.iter().zip(&sums) {
        let told = counted(&hands).evaluation.counts[&format!("attendance.{key}")];
        assert_eq!(told, Some(*sum), "{key}");
    }
    // The last session of the group has no register.
    let last = sessions
        .iter()
        .position(|one| !one[3].is_empty())
        .expect("one");
    let name = format!(
        "Session {}, not registered: {}/",
        last + 1,
        sessions[last][3].len()
    );
    hands.resize(1280.0, 1600.0);
    hands.press_part(&name);
    let of: HashSet<ManId> = sessions[last][3].iter().copied().collect();
    assert_eq!(shown(&mut hands), of);
    outcomes(&mut hands);
    let (man, sheet) = counted(&hands).sheets[0].clone();
    let called = opened(&hands).line(man).expect("his line").called.clone();
    hands.press_part(&format!("{called}: of {} sessions", sheet.len()));
    assert_eq!(opened(&hands).cohort.chosen, Some(man));
}

#[test]
fn every_section_of_a_sample_can_be_gone_to_and_its_figures_pressed() {
    let mut hands = with_sample_programme();
    hands.resize(1400.0, 9000.0);
    for section in sections(&hands) {
        outcomes(&mut hands);
        hands.press(&section.title);
        let first = tables(&section).find_map(|table| {
            table.rows.iter().find_map(|row| {
                let cells = row.cells.iter().zip(table.columns.iter().skip(1));
                let mut cells = cells.filter(|(cell, _)| cell.count.is_some_and(|it| it > 0));
                let (cell, column) = cells.next()?;
                Some((
                    format!("{}, {column}: {}", row.name, cell.said),
                    cell.clone(),
                ))
            })
        });
        let Some((name, cell)) = first.filter(|_| !of_nobody(&section.key)) else {
            continue;
        };
        hands.press(&name);
        let of = counted(&hands).cases.of_any(&cell.counts);
        assert_eq!(shown(&mut hands), of.into_iter().collect(), "{name}");
    }
}

#[test]
fn after_a_change_and_after_its_undo_the_room_counts_anew() {
    let mut hands = with_programme();
    outcomes(&mut hands);
    let all = counted(&hands).evaluation.counts["men.all"];
    hands.press("Cohort");
    hands.press("Add a man");
    hands.write("Case number of the new man", "LW-778");
    hands.press("Add him");
    hands.wait();
    outcomes(&mut hands);
    let more = counted(&hands).evaluation.counts["men.all"];
    assert_eq!(more, all.map(|count| count + 1));
    hands.key(Modifiers::COMMAND, Key::Z);
    hands.wait();
    assert_eq!(counted(&hands).evaluation.counts["men.all"], all);
}
