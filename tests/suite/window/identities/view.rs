//! The window with pseudonyms: nothing of anybody in any room, nothing that can be changed, and everything as it was on the way back.

use std::cell::RefCell;

use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable};
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, Beside, ChronologyAction, DraftAction, EntryAction,
    ImportAction, Notice, PanelAction, PanelPart, PeopleAction, PeoplePart, PlanAction, PlanTab,
    PublishAction, Room, ShellAction,
};
use lantern::identities::Register;
use lantern::model::Review;
use lantern::publish::Output;

use super::super::hands::{Hands, with_sample};

fn switch(hands: &mut Hands) {
    hands.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
}

fn is_disguised(hands: &Hands) -> bool {
    let open = hands.app().state.open.as_ref().expect("open");
    open.is_disguised()
}

/// Everything that somebody can read or hear in the window.
fn everything(hands: &mut Hands) -> Vec<String> {
    let all = RefCell::new(Vec::new());
    let keep = |node: &AccessKitNode<'_>| {
        let texts = [
            node.label(),
            node.value(),
            node.description(),
            node.placeholder().map(str::to_owned),
        ];
        all.borrow_mut().extend(texts.into_iter().flatten());
        false
    };
    assert_eq!(hands.harness().query_all_by(keep).count(), 0);
    all.into_inner()
}

/// Names by which somebody of the sample is known; those of a few letters are words of other meanings as well.
fn names(review: &Review) -> Vec<String> {
    let register = Register::of(review);
    let forms = register
        .identities
        .iter()
        .flat_map(|identity| &identity.forms);
    let forms = forms.filter(|form| form.kind.is_name() && form.text.chars().count() > 4);
    let names = forms.map(|form| form.text.clone());
    let names: Vec<String> = names
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect();
    assert!(names.len() > 40);
    names
}

fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let ends = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        ends(before) && ends(after)
    })
}

fn names_nobody(hands: &mut Hands, names: &[String], place: &str) {
    for text in everything(hands) {
        for name in names {
            assert!(!holds(&text, name), "{place}: “{name}” in “{text}”");
        }
    }
}

#[test]
fn with_pseudonyms_no_screen_names_anybody() {
    let mut hands = with_sample();
    let names = names(&hands.review());
    hands.go(Room::Chronology);
    let open = everything(&mut hands);
    let named = open
        .iter()
        .any(|text| names.iter().any(|name| holds(text, name)));
    assert!(named, "with real names, somebody is named");
    assert!(hands.sees("Working version: names as the agencies wrote them"));
    switch(&mut hands);
    assert!(is_disguised(&hands) && hands.sees("Pseudonymised view"));
    for room in Room::ALL {
        hands.go(room);
        hands.wait();
        names_nobody(&mut hands, &names, room.words());
    }
    for part in AnalysisPart::ALL {
        hands.go(Room::Analysis);
        hands.act(Action::Analysis(AnalysisAction::Show(part)));
        hands.wait();
        names_nobody(&mut hands, &names, part.words());
    }
    for part in PeoplePart::ALL {
        hands.go(Room::PeopleAndAgencies);
        hands.act(PeopleAction::ShowPart(part).into());
        hands.wait();
        names_nobody(&mut hands, &names, part.words());
    }
    for part in PanelPart::ALL {
        hands.go(Room::Panel);
        hands.act(PanelAction::ShowPart(part).into());
        names_nobody(&mut hands, &names, part.words());
    }
    for tab in PlanTab::ALL {
        hands.go(Room::Recommendations);
        hands.act(Action::Plan(PlanAction::ShowTab(tab)));
        names_nobody(&mut hands, &names, tab.words());
    }
    let sections: Vec<_> = hands.review().sections.iter().map(|one| one.id).collect();
    hands.go(Room::Draft);
    for section in sections {
        hands.act(Action::Draft(DraftAction::Show(section)));
        hands.act(Action::Draft(DraftAction::Beside(Beside::Evidence)));
        hands.wait();
        names_nobody(&mut hands, &names, "Draft");
    }
    let entries: Vec<_> = hands.review().entries.iter().map(|one| one.id).collect();
    for entry in entries.into_iter().step_by(9) {
        hands.act(Action::Shell(ShellAction::ShowEntry(entry)));
        names_nobody(&mut hands, &names, "Chronology");
    }
}

#[test]
fn a_search_finds_pseudonyms_only() {
    let mut hands = with_sample();
    let search = |hands: &mut Hands, words: &str| {
        hands.act(Action::Shell(ShellAction::SearchFor(words.to_owned())));
        hands.wait();
        hands.app().state.search.found.len()
    };
    assert!(search(&mut hands, "Catarina") > 0);
    switch(&mut hands);
    assert_eq!(search(&mut hands, "Catarina"), 0);
    assert!(search(&mut hands, "Anna") > 0);
    hands.act(Action::Shell(ShellAction::SearchInChronology));
    hands.wait();
    let shown = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        open.chronology.rows.len()
    };
    assert!(shown(&hands) > 0);
    hands.act(Action::Shell(ShellAction::SearchFor("Catarina".to_owned())));
    hands.act(Action::Shell(ShellAction::SearchInChronology));
    hands.wait();
    assert_eq!(shown(&hands), 0);
}

#[test]
fn nothing_is_changed_written_or_read_from_a_file_with_pseudonyms() {
    let mut hands = with_sample();
    let before = hands.review();
    let entry = before.entries[0].id;
    let question = before.questions[0].id;
    switch(&mut hands);
    let disguised = hands.review();
    let output = Output::ALL[0];
    let refused: Vec<(&str, Action)> = vec![
        (
            "typing",
            Action::Field(lantern::app::FieldAction::Type(
                lantern::app::Field::Question(question),
                "Was Catarina asked?".to_owned(),
            )),
        ),
        ("adding a person", PeopleAction::AddPerson.into()),
        (
            "the file of a return",
            Action::Entry(EntryAction::ShowSource(entry)),
        ),
        ("importing", Action::Import(ImportAction::Import)),
        (
            "a paste",
            Action::Import(ImportAction::Paste("Catarina\t1".to_owned())),
        ),
        (
            "publishing",
            Action::Publish(PublishAction::Preview(output)),
        ),
        (
            "printing the chronology",
            Action::Chronology(ChronologyAction::Print(output)),
        ),
        ("collecting replies", PanelAction::ChooseReplies.into()),
        (
            "undo",
            Action::Shell(ShellAction::Command(lantern::app::Command::Undo)),
        ),
    ];
    for (what, action) in refused {
        hands.app_mut().state.notices.clear();
        let effects = hands.app_mut().act(action);
        assert!(effects.is_empty(), "{what}");
        hands.wait();
        let notices = &hands.app().state.notices;
        let [Notice::Problem(problem)] = notices.as_slice() else {
            panic!("{what}: {notices:?}");
        };
        assert!(
            problem.words.contains("Ctrl Shift P"),
            "{what}: {}",
            problem.words
        );
        assert!(hands.app().state.typing().is_none(), "{what}");
        assert_eq!(hands.review(), disguised, "{what}");
    }
    assert!(hands.sees("Pseudonymised view, for reading"));
    hands.press("Show real names");
    assert_eq!(hands.review(), before);
}

#[test]
fn on_the_way_back_everything_is_as_it_was() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands.act(Action::Chronology(ChronologyAction::Search(
        "Catarina".to_owned(),
    )));
    hands.wait();
    let state = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        let chronology = &open.chronology;
        (
            chronology.words.clone(),
            chronology.rows.to_vec(),
            chronology.current,
        )
    };
    let before = state(&hands);
    assert_eq!(before.0, "Catarina");
    hands.press("Appearance");
    hands.press_part("Pseudonymised view");
    hands.wait();
    assert!(is_disguised(&hands));
    let (words, rows, current) = state(&hands);
    assert_eq!(
        (words.as_str(), rows.len()),
        ("", hands.review().entries.len())
    );
    assert_eq!(current, before.2, "the entry in hand stays in hand");
    hands.go(Room::Overview);
    switch(&mut hands);
    assert!(!is_disguised(&hands));
    assert_eq!(
        hands.app().state.open.as_ref().map(|open| open.room),
        Some(Room::Overview)
    );
    hands.go(Room::Chronology);
    assert_eq!(state(&hands), before);
    hands.act(PeopleAction::AddPerson.into());
    assert!(
        hands
            .review()
            .people
            .iter()
            .any(|one| one.name == "New person")
    );
}

#[test]
fn a_search_that_ends_after_the_switch_shows_its_names_only_with_the_real_ones() {
    let mut hands = with_sample();
    let names = names(&hands.review());
    hands.go(Room::Chronology);
    let effects = hands
        .app_mut()
        .act(Action::Chronology(ChronologyAction::Search(
            "Catarina".to_owned(),
        )));
    assert!(effects.is_empty());
    let effects = hands.app_mut().act(Action::Shell(ShellAction::Command(
        lantern::app::Command::SwitchView,
    )));
    assert!(effects.is_empty());
    hands.wait();
    assert!(is_disguised(&hands));
    names_nobody(&mut hands, &names, "Chronology");
    switch(&mut hands);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.chronology.words, "Catarina");
}
