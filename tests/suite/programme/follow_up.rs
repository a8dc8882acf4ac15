use lantern::model::programme::{Answer, FollowUp, FollowUpResult, StepKind};
use lantern::programme::{FollowUpState, follow_up_of_man, follow_up_of_partners, response};

use super::{asked, day, emrys, file, nadia, step, template};

fn tried(on: &str, result: FollowUpResult) -> FollowUp {
    FollowUp {
        months: 6,
        on: day(on),
        result,
        incident: Answer::NotAsked,
        measures: Vec::new(),
        police: Answer::NotAsked,
        other_agency: Answer::NotAsked,
    }
}

#[test]
fn each_window_is_not_yet_due_overdue_or_has_a_result() {
    use FollowUpResult::{NotTraced, Reached, Refused, Tried};
    // Completed on 2 February 2026: six months later is 2 August, overdue from 31 August on.
    for (results, today, expected) in [
        (vec![], "2026-08-01", FollowUpState::NotYet),
        (vec![], "2026-08-02", FollowUpState::Due),
        (vec![], "2026-08-30", FollowUpState::Due),
        (vec![], "2026-08-31", FollowUpState::Overdue),
        (
            vec![("2026-08-05", Tried)],
            "2026-08-31",
            FollowUpState::Overdue,
        ),
        (
            vec![("2026-08-05", Refused)],
            "2026-08-31",
            FollowUpState::Refused(day("2026-08-05")),
        ),
        (
            vec![("2026-08-09", NotTraced), ("2026-08-05", Tried)],
            "2026-09-01",
            FollowUpState::NotTraced(day("2026-08-09")),
        ),
        (
            vec![("2026-08-05", NotTraced), ("2026-09-05", Reached)],
            "2026-09-06",
            FollowUpState::Reached(day("2026-09-05")),
        ),
        (
            vec![("2026-09-05", Reached)],
            "2026-09-04",
            FollowUpState::Overdue,
        ),
    ] {
        let (mut man, mut partner) = (emrys(), nadia());
        man.steps.push(step("2026-02-02", StepKind::Completed));
        let attempts: Vec<_> = results
            .iter()
            .map(|(on, result)| tried(on, *result))
            .collect();
        man.follow_ups.clone_from(&attempts);
        partner.follow_ups = attempts;
        let his = follow_up_of_man(&man, &template(), day(today));
        assert_eq!(
            (his[0].on, his[0].state),
            (day("2026-08-02"), expected),
            "{results:?} {today}"
        );
        assert_eq!((his[1].months, his[1].state), (12, FollowUpState::NotYet));
        let file = file(man, partner);
        let hers = asked(&file, |view| {
            view.open(&follow_up_of_partners(view, day(today))).clone()
        });
        assert_eq!(hers[0].1, his, "her windows are the same as his");
    }
}

#[test]
fn who_did_not_complete_has_no_window() {
    let mut man = emrys();
    man.steps.push(step("2025-09-01", StepKind::DroppedOut));
    assert_eq!(follow_up_of_man(&man, &template(), day("2030-01-01")), []);
}

#[test]
fn the_response_rate_is_out_of_all_that_fell_due() {
    let mut man = emrys();
    man.steps.push(step("2026-02-02", StepKind::Completed));
    man.follow_ups = vec![tried("2026-08-05", FollowUpResult::Reached)];
    for (today, reached, fallen_due) in [
        ("2026-08-01", 0, 0),
        ("2026-09-01", 1, 1),
        ("2027-03-01", 1, 2),
    ] {
        let response = response(&follow_up_of_man(&man, &template(), day(today)));
        assert_eq!(
            (response.reached, response.fallen_due()),
            (reached, fallen_due),
            "{today}"
        );
    }
}
