use lantern::model::programme::{
    Answer, Assessment, Attendance, Incident, InformationSource, Man, Mark, RiskLevel,
};
use lantern::model::{AssessmentId, ManId, PartnerId, SessionId};
use lantern::programme::couples_work;
use lantern::wall::{CaseFile, CouplesAnswers, HerIncident, Partner};

use super::{asked, day, emrys, nadia, programme};

fn all_well() -> CouplesAnswers {
    let barriers = [
        "control",
        "fear",
        "substances",
        "mental_health",
        "stressors",
    ];
    CouplesAnswers {
        he_wants_it: Answer::Yes,
        he_was_interviewed_alone: Answer::Yes,
        progress_confirmed_by_her: Answer::Yes,
        she_wants_it: Answer::Yes,
        she_was_interviewed_alone: Answer::Yes,
        present: barriers.map(|key| (key.to_owned(), Answer::No)).into(),
        ..CouplesAnswers::default()
    }
}

/// What is unmet on 1 December 2025, his week 27, after `attended` sessions.
fn unmet(attended: i64, change: impl FnOnce(&mut Man, &mut Partner)) -> Vec<String> {
    let (mut man, mut partner) = (emrys(), nadia());
    partner.couples_work = Some(all_well());
    change(&mut man, &mut partner);
    let mut programme = programme();
    programme.men.push(man);
    programme.attendance = (1..=27)
        .map(|session| Attendance {
            man: ManId(1),
            session: SessionId(session),
            mark: if session <= attended {
                Mark::Attended
            } else {
                Mark::Missed
            },
        })
        .collect();
    let file = CaseFile::of(programme, vec![partner]).expect("each on the right side");
    asked(&file, |view| {
        let found = couples_work(view, PartnerId(1), day("2025-12-01")).expect("she is known");
        assert_eq!(
            view.open(&found).is_eligible(),
            view.open(&found).unmet.is_empty()
        );
        view.open(&found).unmet.clone()
    })
}

fn answers(change: impl FnOnce(&mut CouplesAnswers)) -> Vec<String> {
    unmet(24, |_, partner| {
        change(partner.couples_work.as_mut().expect("set"))
    })
}

fn assess(man: &mut Man, on: &str) {
    man.assessments.push(Assessment {
        id: AssessmentId(1),
        on: day(on),
        level: RiskLevel::Low,
        factors: Vec::new(),
    });
}

#[test]
fn where_all_is_met_nothing_is_named() {
    assert_eq!(unmet(24, |_, _| {}), [""; 0]);
}

#[test]
fn each_unmet_condition_is_named_alone() {
    for (found, said) in [
        (
            unmet(23, |_, _| {}),
            "He has attended 23 of 36 sessions; 24 are needed.",
        ),
        (
            answers(|given| given.progress_confirmed_by_her = Answer::NotAsked),
            "She confirms his progress: not asked.",
        ),
        (
            answers(|given| given.she_wants_it = Answer::No),
            "She wants it, asked alone: no.",
        ),
        (
            answers(|given| given.he_wants_it = Answer::NotKnown),
            "He wants it, asked alone: not known.",
        ),
        (
            answers(|given| given.she_was_interviewed_alone = Answer::No),
            "She was interviewed alone: no.",
        ),
        (
            answers(|given| given.he_was_interviewed_alone = Answer::No),
            "He was interviewed alone: no.",
        ),
        (
            answers(|given| given.present[1].1 = Answer::Yes),
            "She is afraid of him.",
        ),
        (
            answers(|given| drop(given.present.pop())),
            "Acute stressors: not asked.",
        ),
        (
            answers(|given| given.last_violence = Some(day("2025-09-09"))),
            "There was physical violence on 9 September 2025, less than 12 weeks ago.",
        ),
        (
            answers(|given| given.finished_elsewhere = Answer::Yes),
            "He was assessed again after the programme that he finished elsewhere: not asked.",
        ),
    ] {
        assert_eq!(found, [said]);
    }
}

#[test]
fn twelve_weeks_are_over_on_their_last_day() {
    assert_eq!(
        answers(|given| given.last_violence = Some(day("2025-09-08"))),
        [""; 0]
    );
}

#[test]
fn any_incident_asks_for_a_new_assessment_and_physical_or_unknown_for_twelve_weeks() {
    for (physical, assessed, expected) in [
        (Answer::No, Some("2025-11-20"), 0),
        (Answer::No, Some("2025-11-03"), 1),
        (Answer::No, None, 1),
        (Answer::Yes, Some("2025-11-20"), 1),
        (Answer::NotKnown, None, 2),
    ] {
        let his = unmet(24, |man, _| {
            man.incidents.push(Incident {
                on: day("2025-11-01"),
                told: day("2025-11-03"),
                physical,
                source: InformationSource::Police,
                words: String::new(),
            });
            assessed.into_iter().for_each(|on| assess(man, on));
        });
        let hers = unmet(24, |man, partner| {
            partner.incidents.push(HerIncident {
                on: day("2025-11-01"),
                told: day("2025-11-03"),
                physical,
                words: "".into(),
            });
            assessed.into_iter().for_each(|on| assess(man, on));
        });
        assert_eq!(his.len(), expected, "{physical:?} {assessed:?} {his:?}");
        assert_eq!(his, hers, "her account counts as the police’s");
    }
}

#[test]
fn where_nobody_was_asked_every_condition_is_unmet() {
    // Two of attendance are met; five agreements and five barriers were not asked.
    assert_eq!(
        unmet(24, |_, partner| partner.couples_work = None).len(),
        10
    );
}
