//! The sheet of a group: what facilitators are given on paper.

use lantern::model::programme::{Attendance, Duty, Mark, PassedOn, Place, Programme, StepKind};
use lantern::model::{GroupId, ManId, SessionId};
use lantern::programme::group_sheet;
use lantern::publish::{group_sheet_data, write_group_sheet};

use super::{colleague, day, emrys, programme, step};

/// Three sessions, of which he missed the last two; a second man whose place ended.
fn riverside() -> Programme {
    let mut programme = programme();
    programme.men.push(emrys());
    let mut gone = emrys();
    (gone.id, gone.name) = (ManId(2), "Ivor Penhale".to_owned());
    gone.places = vec![Place {
        group: GroupId(1),
        from: day("2025-06-02"),
        until: Some(day("2025-06-10")),
    }];
    gone.steps.push(step("2025-06-10", StepKind::DroppedOut));
    programme.men.push(gone);
    for (session, mark) in [(1, Mark::Attended), (2, Mark::Missed), (3, Mark::Missed)] {
        programme.attendance.push(Attendance {
            man: ManId(1),
            session: SessionId(session),
            mark,
        });
    }
    programme.passed_on.push(PassedOn {
        man: ManId(1),
        keep_in_mind: vec!["stalking".to_owned(), "a word of hers".to_owned()],
        completed: Vec::new(),
    });
    programme
}

#[test]
fn it_has_who_holds_a_place_the_register_and_the_condensed_form_in_the_templates_names() {
    let programme = riverside();
    let made = group_sheet(&programme, GroupId(1), "Robin Achebe", day("2025-06-16"), 2);
    let sheet = made.expect("made").sheet;
    assert_eq!(sheet.group, "Monday group");
    assert_eq!(
        sheet.sessions,
        [(2, day("2025-06-09")), (3, day("2025-06-16"))]
    );
    let [line] = sheet.lines.as_slice() else {
        panic!("one man holds a place: {:?}", sheet.lines);
    };
    assert_eq!(line.called, "Emrys Okafor");
    assert_eq!((line.register.counted(), line.register.missed), (1, 2));
    assert_eq!(line.marks, [Some(Some(Mark::Missed)); 2]);
    assert_eq!(
        line.keep_in_mind,
        ["Stalking and harassment, above all around separation"]
    );
    let page = group_sheet_data("Riverside", &sheet).to_string();
    assert!(page.contains("2 sessions in a row, 9 June 2025 to 16 June 2025"));
    assert!(!page.contains("a word of hers") && !page.contains("Penhale"));
}

#[test]
fn only_who_belongs_to_facilitators_by_the_list_makes_it() {
    let mut programme = riverside();
    let make = |programme: &Programme, who: &str| {
        group_sheet(programme, GroupId(1), who, day("2025-06-16"), 12).map(|_| ())
    };
    assert_eq!(make(&programme, "anybody"), Ok(()));
    programme.colleagues = vec![colleague("Robin Achebe", Duty::Facilitator)];
    assert_eq!(make(&programme, "robin achebe"), Ok(()));
    let refused = make(&programme, "anybody").expect_err("not on the list");
    assert!(refused.contains("does not belong to “Facilitators”"));
}

#[test]
fn a_full_group_is_one_page() {
    let mut programme = riverside();
    let names = programme.template.risk_factors.iter().take(6);
    let keys: Vec<String> = names.map(|one| one.key.clone()).collect();
    programme.passed_on.clear();
    programme.men.truncate(1);
    for number in 2..=8 {
        let mut man = emrys();
        man.id = ManId(number);
        man.name = "Bartholomew Fotheringay".to_owned();
        programme.men.push(man);
    }
    for man in &programme.men {
        programme.passed_on.push(PassedOn {
            man: man.id,
            keep_in_mind: keys[1..3].to_vec(),
            completed: Vec::new(),
        });
    }
    let made = group_sheet(&programme, GroupId(1), "anybody", day("2026-02-02"), 12);
    let sheet = made.expect("made").sheet;
    assert_eq!((sheet.lines.len(), sheet.sessions.len()), (8, 12));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sheet.pdf");
    let made = write_group_sheet("Riverside", &sheet, &path).expect("written");
    assert_eq!((made.pages, made.notes.len()), (Some(1), 0));
}
