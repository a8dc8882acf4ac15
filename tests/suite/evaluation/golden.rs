//! The whole JSON of a small cohort, both editions: read the difference before keeping it.

use lantern::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use lantern::model::ManId;
use lantern::model::programme::{
    Answer, Cost, FeedbackForm, FollowUp, FollowUpResult, Grade, Man, Measure, Programme, Step,
    StepKind, Substance, SubstanceFile, Taken, Use, Way,
};
use lantern::templates::programme::built_in;

use super::sample::day;

fn man(number: i64) -> Man {
    let mut man = Man::new(ManId(number), "");
    man.reference = format!("S-{number}");
    man.referral.source = if number % 3 == 0 {
        "police"
    } else {
        "social_services"
    }
    .to_owned();
    man.identity.ethnicity = "white_british".to_owned();
    let mut step = |on: &str, kind| man.steps.push(Step::new(day(on), kind));
    step("2024-01-08", StepKind::Referred);
    step("2024-01-22", StepKind::AppointmentOffered);
    step("2024-02-05", StepKind::Assessed);
    if number > 4 {
        step("2024-03-04", StepKind::Enrolled);
        step("2024-03-04", StepKind::Attending);
    }
    match number {
        5 => step("2024-04-01", StepKind::DroppedOut),
        6..=13 => step("2024-11-04", StepKind::Completed),
        _ => {}
    }
    for (taken, value) in [(Taken::Before, 3), (Taken::End, 3 + number as u32 % 4)] {
        man.measures.push(Measure {
            key: "responsibility".to_owned(),
            on: day("2024-03-04"),
            taken,
            value,
        });
    }
    man.substance_file = Some(SubstanceFile {
        complete: number != 2,
        used_before_incidents: Answer::ALL[number as usize % 4],
    });
    man.substances.push(Substance {
        key: "alcohol".to_owned(),
        used: if number % 2 == 0 {
            Use::Current
        } else {
            Use::Never
        },
        tenths_of_units: Some(100),
        regularity: "weekly".to_owned(),
    });
    if (6..=12).contains(&number) {
        man.follow_ups.push(FollowUp {
            months: 6,
            on: day("2025-05-06"),
            result: FollowUpResult::Reached,
            incident: Answer::ALL[number as usize % 2],
            measures: Vec::new(),
            police: Answer::ALL[number as usize % 3],
            other_agency: Answer::NotAsked,
        });
    }
    man
}

fn cohort() -> Cohort {
    let mut template = built_in()[0].clone();
    template.substances.truncate(1);
    let mut programme = Programme::new(template);
    programme.title = "Small programme".to_owned();
    programme.men = (1..=14).map(man).collect();
    programme.costs.push(Cost {
        quarter: "Q1 2024".to_owned(),
        heading: "programme".to_owned(),
        way: Way::Outgoing,
        pence: 120_050,
    });
    programme.feedback.push(FeedbackForm {
        respondent: "1".to_owned(),
        grades: vec![Some(Grade::Very), None],
    });
    Cohort::of(&programme, day("2025-06-02"))
}

#[test]
fn the_json_of_a_small_cohort_is_as_it_was() {
    let cohort = cohort();
    for (edition, name) in [
        (Edition::Internal, "internal"),
        (Edition::Released, "released"),
    ] {
        let with = Evaluated {
            edition,
            clearance: None,
            published: None,
        };
        let evaluation = Evaluation::of(&cohort, &with).expect("an evaluation");
        let json = serde_json::to_string_pretty(&evaluation).expect("JSON");
        insta::assert_snapshot!(name, json);
    }
}
