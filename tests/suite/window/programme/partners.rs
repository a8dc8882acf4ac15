//! The lock of women’s safety work: closed, it shows nothing; open, it shows nothing elsewhere.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, Behind, Notice, PartnersAction, ProgrammeRoom, Screen, StartAction};
use lantern::dates::spoken_date;
use lantern::model::programme::{Answer, FollowUpResult, Taken};
use lantern::wall::Partner;

use super::{HERS, LOCK, WORDS, opened, with_programme};
use crate::window::hands::{Hands, new_window};

fn unlocked() -> Hands {
    let mut hands = with_programme();
    hands.press("Partners");
    unlock(&mut hands);
    hands
}

fn unlock(hands: &mut Hands) {
    assert!(hands.sees("Women’s safety work is locked"));
    hands.write("Passphrase of women’s safety work", LOCK);
    hands.press("Unlock");
    hands.wait();
    assert!(opened(hands).behind.is_some());
}

/// The lock is open, and so is the file of the first partner.
fn her_file() -> Hands {
    let mut hands = unlocked();
    let first = behind(&hands).partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands
}

fn behind(hands: &Hands) -> &Behind {
    opened(hands).behind.as_deref().expect("the lock is open")
}

fn hers(hands: &Hands) -> &Partner {
    behind(hands).partner().expect("in hand")
}

fn choose(hands: &mut Hands, question: &str, answer: &str) {
    let mut found = hands.harness().get_all_by_label(question);
    found.next_back().expect("a menu").scroll_to_me();
    drop(found);
    hands.settle();
    hands.press_last(question);
    hands.press_last(answer);
}

fn keep(hands: &mut Hands) {
    hands.scroll_to_and_press("Keep it");
    hands.wait();
}

/// One undo, which names nothing of hers.
fn undo(hands: &mut Hands) {
    assert_eq!(opened(hands).undo.as_deref(), Some("Women’s safety work"));
    hands.key(Modifiers::COMMAND, Key::Z);
    for notice in &hands.app().state.notices {
        let words = match notice {
            Notice::Done(words) => words.clone(),
            Notice::Problem(problem) => format!("{} {}", problem.title, problem.words),
        };
        assert!(!words.contains("heron") && !words.contains(HERS), "{words}");
    }
}

#[test]
fn the_lock_opens_with_its_own_passphrase_only() {
    let mut hands = with_programme();
    hands.press("Partners");
    for wrong in ["four plain words here", "heron"] {
        hands.write("Passphrase of women’s safety work", wrong);
        hands.press("Unlock");
        hands.wait();
        assert!(opened(&hands).behind.is_none());
        assert!(!hands.sees_part(HERS));
    }
    assert!(hands.sees("The lock was not opened"));
}

#[test]
fn nothing_of_hers_stands_in_any_other_room_and_locking_takes_it_all_away() {
    let mut hands = her_file();
    assert!(hands.sees_part(HERS));
    assert!(hands.sees_part("called in the morning"));
    for room in ProgrammeRoom::ALL
        .into_iter()
        .filter(|room| *room != ProgrammeRoom::Partners)
    {
        hands.act(room.into());
        assert_eq!(hands.app().state.screen(), Screen::Programme(room));
        assert!(!hands.sees_part(HERS), "{room:?}");
    }
    hands.act(ProgrammeRoom::Partners.into());
    hands.press("Lock again");
    assert!(opened(&hands).behind.is_none());
    assert!(!hands.sees_part(HERS));
    assert!(!hands.sees_part("called in the morning"));
    assert!(hands.sees("Women’s safety work is locked"));
}

#[test]
fn what_she_says_is_kept_and_undo_names_nothing_of_it() {
    let mut hands = her_file();
    hands.press("Record a contact");
    hands.write("Words on the contact", "A heron’s secret.");
    hands.press("Keep it");
    hands.wait();
    assert!(hands.sees("A heron’s secret."));
    undo(&mut hands);
    assert!(!hands.sees("A heron’s secret."));
}

#[test]
fn while_the_lock_is_closed_undo_does_not_tell_that_anything_was_kept() {
    let mut hands = her_file();
    hands.press("Record a contact");
    hands.write("Words on the contact", "A heron’s secret.");
    hands.press("Keep it");
    hands.wait();
    hands.press("Lock again");
    assert_eq!(opened(&hands).undo, None);
    unlock(&mut hands);
    assert_eq!(opened(&hands).undo.as_deref(), Some("Women’s safety work"));
}

#[test]
fn couples_work_names_every_condition_that_is_not_met() {
    let mut hands = her_file();
    hands.press("Couples work");
    assert!(hands.sees_part("Couples work may not be offered"));
    assert!(hands.sees_part("24 are needed"));
    assert!(hands.sees_part("She wants it, asked alone: not asked"));
}

#[test]
fn a_notice_is_given() {
    let mut hands = her_file();
    hands.press("Notices");
    assert!(hands.sees_part("overdue"));
    hands.press("She was told today: a concern for her safety");
    hands.wait();
    assert!(hands.sees_part("she was told on"));
}

#[test]
fn of_two_concerns_of_one_day_each_is_told_by_itself() {
    let mut hands = her_file();
    hands.press("Notices");
    hands.press("Record a concern");
    let on = hers(&hands).concerns[0].on;
    hands.write("Day of the record", &spoken_date(on));
    hands.write("The concern", "He telephoned her sister.");
    keep(&mut hands);
    let days: Vec<_> = hers(&hands).concerns.iter().map(|one| one.on).collect();
    assert_eq!(days, [on, on]);
    hands.press("She was told today: concern 1 for her safety");
    hands.wait();
    assert!(hands.sees("She was not told: concern 1 for her safety"));
    assert!(hands.sees("She was told today: concern 2 for her safety"));
    hands.scroll_to_and_press("Remove concern 1");
    hands.wait();
    assert_eq!(hers(&hands).concerns.len(), 1);
    assert!(hers(&hands).notices.is_empty());
    assert!(hands.sees("She was told today: a concern for her safety"));
}

#[test]
fn the_lock_is_set_once_with_two_fields_that_agree() {
    let mut hands = new_window();
    let path = hands.folder().join("new programme.lantern");
    hands.press("New programme file…");
    hands.act(Action::Start(StartAction::NewAt(path)));
    hands.write("Title", "Change programme");
    hands.write("Passphrase", WORDS);
    hands.write("Passphrase again", WORDS);
    hands.press("Create the programme’s file");
    hands.wait();
    hands.act(ProgrammeRoom::Partners.into());
    assert!(hands.sees_part("A lost one cannot be brought back"));
    hands.write("New passphrase of women’s safety work", LOCK);
    hands.write("New passphrase again", "heron on the other weir");
    hands.press("Set the lock");
    hands.wait();
    assert!(hands.sees("The lock was not set"));
    assert!(!opened(&hands).has_safety_lock);
    hands.write("New passphrase again", LOCK);
    hands.press("Set the lock");
    hands.wait();
    assert!(opened(&hands).has_safety_lock);
    assert!(hands.sees("No partner is recorded yet"));
    hands.press("Lock again");
    assert!(opened(&hands).behind.is_none());
    unlock(&mut hands);
    assert!(hands.sees("No partner is recorded yet"));
}

#[test]
fn who_she_is_can_be_corrected_and_her_file_removed() {
    let mut hands = her_file();
    hands.press("Change who she is");
    hands.write("Her name", "Wren heron");
    hands.write("Her worker", "Ottoline Grey");
    choose(&mut hands, "Her ethnicity", "White British");
    keep(&mut hands);
    assert!(hands.sees("Wren heron"));
    assert!(hands.sees_part("Ottoline Grey; ethnicity: White British"));
    undo(&mut hands);
    assert!(hands.sees(HERS) && !hands.sees("Wren heron"));
    hands.press("Change who she is");
    hands.scroll_to_and_press("Remove her file");
    hands.wait();
    assert_eq!(behind(&hands).partners().len(), 1);
    assert!(!hands.sees(HERS));
    undo(&mut hands);
    assert_eq!(behind(&hands).partners().len(), 2);
}

#[test]
fn an_incident_by_her_account_is_typed_corrected_and_removed() {
    let mut hands = her_file();
    hands.press("Incidents");
    hands.press("Record an incident");
    hands.write("The incident", "He broke a heron’s wing.");
    hands.write("Day of the record", "01/03/2024");
    hands.write("She told of it on", "04/03/2024");
    choose(&mut hands, "Physical violence", "Yes");
    keep(&mut hands);
    assert!(hands.sees("He broke a heron’s wing."));
    assert!(hands.sees_part("told on 4 March 2024; physical violence: yes"));
    hands.press("Change incident 1");
    choose(&mut hands, "Physical violence", "Not known");
    keep(&mut hands);
    let incidents = &hers(&hands).incidents;
    assert_eq!(incidents.len(), 1, "corrected, not added");
    assert_eq!(incidents[0].physical, Answer::NotKnown);
    undo(&mut hands);
    assert_eq!(hers(&hands).incidents[0].physical, Answer::Yes);
    hands.press("Remove incident 1");
    hands.wait();
    assert!(!hands.sees("He broke a heron’s wing."));
    undo(&mut hands);
    assert!(hands.sees("He broke a heron’s wing."));
}

#[test]
fn a_measure_of_hers_is_kept_with_the_time_it_was_taken() {
    let mut hands = her_file();
    hands.press("Measures");
    let template = &opened(&hands).programme.template;
    let mut measures = template.measures.iter();
    let known = measures.find(|one| one.of == lantern::model::programme::MeasureOf::Partner);
    let name = known.expect("a measure of partners").name.clone();
    hands.press(&format!("Record a value: {name}"));
    choose(&mut hands, "When it was taken", "before");
    choose(&mut hands, "Value of the measure", "3");
    keep(&mut hands);
    assert!(hands.sees("3, before"));
    assert_eq!(hers(&hands).measures[0].taken, Taken::Before);
    undo(&mut hands);
    assert!(hers(&hands).measures.is_empty());
}

#[test]
fn what_she_says_of_his_risk_stays_in_her_file() {
    let mut hands = her_file();
    hands.press("His risk");
    let open = opened(&hands);
    let man = open.man(hers(&hands).man).expect("on file");
    let on = lantern::dates::spoken_date(man.assessments[0].on);
    let name = open.programme.template.risk_factors[0].name.clone();
    choose(&mut hands, &format!("She says, {on}: {name}"), "Yes");
    hands.wait();
    assert_eq!(hers(&hands).factors[0].present, Answer::Yes);
    undo(&mut hands);
    assert!(hers(&hands).factors.is_empty());
}

#[test]
fn the_last_violence_she_knows_of_is_typed_and_taken_back() {
    let mut hands = her_file();
    hands.press("Couples work");
    hands.scroll_to_and_press("Record its day");
    hands.write("Day of the record", "02/02/2024");
    keep(&mut hands);
    assert!(hands.sees_part("she knows of: 2 February 2024"));
    undo(&mut hands);
    assert!(hands.sees_part("no day is recorded"));
}

#[test]
fn her_follow_up_holds_what_came_of_it_and_what_she_said() {
    let mut hands = unlocked();
    let other = behind(&hands).partners()[1].id;
    hands.act(PartnersAction::Choose(Some(other)).into());
    hands.press("Her follow-up");
    hands.press("Record her follow-up after 6 months");
    choose(&mut hands, "What came of it", "Reached");
    choose(
        &mut hands,
        "A further incident, by her account",
        "Not known",
    );
    keep(&mut hands);
    let follow_up = &hers(&hands).follow_ups[0];
    assert_eq!(follow_up.result, FollowUpResult::Reached);
    assert_eq!(follow_up.incident, Answer::NotKnown);
    assert!(hands.sees_part("a further incident by her account: not known"));
    undo(&mut hands);
    assert!(hers(&hands).follow_ups.is_empty());
}

#[test]
fn support_says_whether_it_was_taken_up_and_nobody_is_read_as_no() {
    let mut hands = her_file();
    hands.scroll_to_and_press("Record an offer");
    hands.write("What was offered", "A heron’s refuge");
    keep(&mut hands);
    assert!(hands.sees("taken up: not asked"));
    hands.scroll_to_and_press("Change offer 1");
    choose(&mut hands, "She took it up", "No");
    keep(&mut hands);
    assert!(hands.sees("taken up: no"));
    undo(&mut hands);
    assert!(hands.sees("taken up: not asked"));
}

#[test]
fn a_form_of_a_record_that_has_moved_is_closed_and_corrects_no_other() {
    let mut hands = her_file();
    hands.press("Record a contact");
    hands.write("Words on the contact", "A second heron.");
    keep(&mut hands);
    hands.press("Change contact 2");
    hands.key(Modifiers::COMMAND, Key::Z);
    assert!(behind(&hands).draft.adding.is_none());
    assert_eq!(hers(&hands).contacts.len(), 1);
}

#[test]
fn what_waits_leads_to_where_it_is_done_the_concern_first() {
    let mut hands = unlocked();
    assert!(hands.sees_part("1 concern to be told at once"));
    hands.press(&format!("{HERS}: Tell her: a concern for her safety"));
    assert!(hands.sees("She was told today: a concern for her safety"));
    assert_eq!(behind(&hands).name(hers(&hands)), HERS);
    hands.press("Linnet: First information");
    assert_eq!(behind(&hands).name(hers(&hands)), "Linnet");
    assert!(hands.sees("Record a contact"));
}
