use lantern::model::programme::{Attendance, Mark, OwesNotice, StepKind};
use lantern::model::{ConcernId, ManId, SessionId};
use lantern::programme::{NoticeState, notices};
use lantern::wall::{CaseFile, NoticeGiven, SafetyConcern, Told};

use super::{asked, day, emrys, nadia, programme, step};

#[test]
fn she_is_told_within_two_weeks_of_what_ends_his_programme() {
    for (kind, event) in [
        (StepKind::Unsuitable, OwesNotice::Unsuitable),
        (StepKind::Completed, OwesNotice::Completed),
        (StepKind::DroppedOut, OwesNotice::DroppedOut),
        (StepKind::Suspended, OwesNotice::Suspended),
    ] {
        for (given, today, expected) in [
            (None, "2025-09-15", NoticeState::Owed),
            (None, "2025-09-16", NoticeState::Overdue),
            (Some("2025-09-20"), "2025-09-19", NoticeState::Overdue),
            (
                Some("2025-09-20"),
                "2025-09-20",
                NoticeState::Told(day("2025-09-20")),
            ),
            // Told before it happened is not told.
            (Some("2025-08-31"), "2025-09-02", NoticeState::Owed),
        ] {
            let (mut man, mut partner) = (emrys(), nadia());
            man.steps.push(step("2025-09-01", kind));
            partner.notices.extend(given.map(|on| NoticeGiven {
                on: day(on),
                of: Told::Event(event, day("2025-09-01")),
            }));
            let found = told(man, partner, vec![], today);
            assert_eq!(
                found,
                [(
                    Told::Event(event, day("2025-09-01")),
                    day("2025-09-15"),
                    expected
                )],
                "{given:?} {today}"
            );
        }
    }
}

#[test]
fn a_significant_absence_is_told_and_a_single_one_is_not() {
    for (missed, expected) in [
        (vec![1], vec![]),
        (vec![1, 3], vec![]),
        (vec![3, 4], vec!["2025-07-07"]),
        (vec![3, 4, 5], vec!["2025-07-07"]),
    ] {
        let register = (1..=6).map(|session| Attendance {
            man: ManId(1),
            session: SessionId(session),
            mark: if missed.contains(&session) {
                Mark::Missed
            } else {
                Mark::Attended
            },
        });
        let found = told(emrys(), nadia(), register.collect(), "2025-07-08");
        let by: Vec<_> = found.iter().map(|(_, by, _)| *by).collect();
        assert_eq!(
            by,
            expected.into_iter().map(day).collect::<Vec<_>>(),
            "{missed:?}"
        );
    }
}

#[test]
fn each_concern_for_her_safety_is_told_at_once() {
    let (first, second) = (Told::Concern(ConcernId(1)), Told::Concern(ConcernId(2)));
    let by = day("2025-07-01");
    for (given, today, expected) in [
        (vec![], "2025-07-01", [NoticeState::Owed; 2]),
        (vec![], "2025-07-02", [NoticeState::Overdue; 2]),
        // That she was told of one says nothing of another, be it of the same day.
        (
            vec![first],
            "2025-07-02",
            [NoticeState::Told(by), NoticeState::Overdue],
        ),
        (
            vec![second],
            "2025-07-01",
            [NoticeState::Owed, NoticeState::Told(by)],
        ),
    ] {
        let mut partner = nadia();
        let concerns = [
            (1, "He asked where the sister lives."),
            (2, "He was seen at the school."),
        ];
        partner
            .concerns
            .extend(concerns.map(|(id, words)| SafetyConcern {
                id: ConcernId(id),
                on: by,
                words: words.into(),
            }));
        let notices = given.iter().map(|of| NoticeGiven { on: by, of: *of });
        partner.notices.extend(notices);
        let found = told(emrys(), partner, vec![], today);
        let [of_first, of_second] = expected;
        assert_eq!(
            found,
            [(first, by, of_first), (second, by, of_second)],
            "{given:?} {today}"
        );
    }
}

fn told(
    man: lantern::model::programme::Man,
    partner: lantern::wall::Partner,
    register: Vec<Attendance>,
    today: &str,
) -> Vec<(Told, chrono::NaiveDate, NoticeState)> {
    let mut programme = programme();
    programme.men.push(man);
    programme.attendance = register;
    let file = CaseFile::of(programme, vec![partner]).expect("each on the right side");
    asked(&file, |view| {
        let notices = notices(view, day(today));
        let notices = view.open(&notices).iter();
        notices
            .map(|notice| (notice.of, notice.by, notice.state))
            .collect()
    })
}
