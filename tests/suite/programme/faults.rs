use lantern::model::programme::{
    Attendance, Man, Mark, Measure, Place, Programme, Step, StepKind, Taken,
};
use lantern::model::{GroupId, ManId, SessionId};
use lantern::programme::{Registers, faults};

use super::{day, emrys, programme, step};

fn place(group: i64, from: &str, until: Option<&str>) -> Place {
    Place {
        group: GroupId(group),
        from: day(from),
        until: until.map(day),
    }
}

fn mark(session: i64, mark: Mark) -> Attendance {
    Attendance {
        man: ManId(1),
        session: SessionId(session),
        mark,
    }
}

fn told(programme: &Programme) -> Vec<String> {
    let faults = faults(&Registers::of(programme), day("2026-06-01"));
    faults.into_iter().map(|fault| fault.words).collect()
}

/// What is said of Emrys after one change to his file, or to the programme he is in.
fn of(change: impl FnOnce(&mut Man, &mut Programme)) -> Vec<String> {
    let (mut man, mut programme) = (emrys(), programme());
    change(&mut man, &mut programme);
    programme.men.insert(0, man);
    told(&programme)
}

#[test]
fn a_sound_file_has_no_fault() {
    assert_eq!(of(|_, _| {}), [""; 0]);
}

type Change = fn(&mut Man, &mut Programme);

#[test]
fn each_thing_that_cannot_be_is_told_in_plain_words() {
    let table: [(Change, &str); 14] = [
        (
            |man, _| {
                man.steps = vec![
                    step("2025-04-01", StepKind::Referred),
                    step("2025-05-01", StepKind::Completed),
                    step("2025-06-02", StepKind::Enrolled),
                ];
            },
            "He completed on 1 May 2025, but was not enrolled before that day.",
        ),
        (
            |man, _| man.steps.retain(|step| step.kind != StepKind::Assessed),
            "“On the waiting list” on 24 April 2025 cannot follow “Appointment offered” on 10 April 2025.",
        ),
        (
            |man, _| drop(man.steps.remove(0)),
            "His way begins with “Appointment offered” on 10 April 2025",
        ),
        (
            |man, _| man.steps.push(step("2026-07-01", StepKind::Completed)),
            "“Completed” is dated 1 July 2026, which has not come yet.",
        ),
        (
            |man, programme| {
                let mut other = programme.groups[0].clone();
                (other.id, other.name) = (GroupId(2), "Thursday group".to_owned());
                programme.groups.push(other);
                man.places.push(place(2, "2025-09-01", None));
            },
            "He has two open places on 1 September 2025: in Monday group and in Thursday group.",
        ),
        (
            |man, programme| {
                man.places = vec![place(1, "2025-06-02", Some("2025-06-10"))];
                programme.attendance.push(mark(3, Mark::Attended));
            },
            "in the register of Monday group on 16 June 2025, after he had left it.",
        ),
        (
            |man, programme| {
                man.places = vec![place(1, "2025-06-09", None)];
                programme.attendance.push(mark(1, Mark::Missed));
            },
            "in the register of Monday group on 2 June 2025, before he was enrolled on 9 June 2025.",
        ),
        (
            |_, programme| {
                let mut twin = emrys();
                (twin.id, twin.name) = (ManId(2), " emrys  OKAFOR".to_owned());
                programme.men.push(twin);
            },
            "the name and the day of birth of client 1",
        ),
        (
            |man, _| man.born = Some(day("2025-04-01")),
            "He was born on 1 April 2025, which is not before",
        ),
        (
            |man, _| man.born = Some(day("1884-03-09")),
            "more than 110 years old",
        ),
        (
            |_, programme| programme.groups[0].size = 0,
            "Monday group has 0 places, but 1 are held on 2 June 2025.",
        ),
        (
            |_, programme| {
                programme
                    .attendance
                    .push(mark(2, Mark::MadeUp(day("2025-06-01"))))
            },
            "The session of 9 June 2025 was made up on 1 June 2025, before it was held.",
        ),
        (
            |man, _| {
                man.steps.push(Step {
                    reason: "whim".to_owned(),
                    ..step("2025-08-01", StepKind::DroppedOut)
                })
            },
            "The reason “whim” for “Dropped out” on 1 August 2025 is not among those",
        ),
        (
            |man, _| {
                man.measures.push(Measure {
                    key: "readiness".to_owned(),
                    on: day("2025-04-24"),
                    taken: Taken::Before,
                    value: 11,
                });
            },
            "Readiness to change is 11 on 24 April 2025; its scale runs from 1 to 10.",
        ),
    ];
    for (change, said) in table {
        let words = of(change);
        assert!(
            words.iter().any(|words| words.contains(said)),
            "{said}\n{words:#?}"
        );
    }
}

#[test]
fn faults_name_no_person() {
    let words = of(|man, programme| {
        man.steps.clear();
        let mut twin = emrys();
        twin.id = ManId(2);
        programme.men.push(twin);
    });
    assert!(!words.is_empty());
    assert!(words.iter().all(|words| !words.contains("Okafor")));
}

#[test]
fn somebody_without_a_day_of_birth_is_nobodys_double() {
    let words = of(|man, programme| {
        man.born = None;
        let mut other = emrys();
        (other.id, other.born) = (ManId(2), None);
        programme.men.push(other);
    });
    assert_eq!(words, [""; 0]);
}
