use lantern::app::Monitored;
use lantern::model::AssessmentId;
use lantern::model::programme::{
    Answer, Answers, Assessment, Child, ChildAge, Factor, FollowUp, InformationSource,
    ProgrammeTemplate, RiskLevel, Taken,
};
use proptest::prelude::*;

use super::day;

#[test]
fn an_assessment_without_hers_or_the_agencies_information_is_incomplete() {
    use InformationSource::{Himself, OtherAgency, Partner, Police};
    for (sources, incomplete) in [
        (vec![], true),
        (vec![Himself], true),
        (vec![Partner], true),
        (vec![Police], true),
        (vec![Himself, OtherAgency], true),
        (vec![Partner, Police], false),
        (vec![Partner, OtherAgency], false),
    ] {
        let assessment = Assessment {
            id: AssessmentId(1),
            on: day("2025-04-24"),
            level: RiskLevel::High,
            factors: vec![Factor {
                key: "control".to_owned(),
                present: Answer::Yes,
                sources: sources.clone(),
            }],
        };
        assert_eq!(assessment.is_incomplete(), incomplete, "{sources:?}");
    }
}

#[test]
fn a_follow_up_of_before_opens_and_nobody_else_was_asked_at_it() {
    let record = r#"{"months": 6, "on": "2025-12-01", "result": "reached", "incident": "no", "measures": [["safety", 4]]}"#;
    let follow_up: FollowUp = serde_json::from_str(record).expect("opens");
    assert_eq!(follow_up.incident, Answer::No);
    assert_eq!(follow_up.police, Answer::NotAsked);
    assert_eq!(follow_up.other_agency, Answer::NotAsked);
    let measures: Vec<_> = follow_up.as_measures().collect();
    assert_eq!((measures[0].taken, measures[0].value), (Taken::FollowUp, 4));
}

proptest! {
    #[test]
    fn each_answer_is_counted_once_and_the_unknown_never_as_no(picks in prop::collection::vec(0..4_usize, 0..60)) {
        let answers: Vec<Answer> = picks.iter().map(|pick| Answer::ALL[*pick]).collect();
        let counted = Answers::count(answers.iter().copied());
        let of = |answer| answers.iter().filter(|given| **given == answer).count();
        prop_assert_eq!(counted.all(), answers.len());
        prop_assert_eq!(counted.no, of(Answer::No));
        prop_assert_eq!(counted.known(), answers.len() - of(Answer::NotKnown) - of(Answer::NotAsked));
    }
}

#[test]
fn files_without_what_came_later_open() {
    let mut child = serde_json::json!({
        "born": null, "lives_with_him": "yes", "biological": "yes", "witnessed_violence": "no",
        "directly_abused": "not_known", "source": "himself",
    });
    let read: Child = serde_json::from_value(child.clone()).expect("an older child");
    assert_eq!(read.age, None);
    child["age"] = serde_json::json!({ "years": 7 });
    let read: Child = serde_json::from_value(child).expect("a child");
    assert_eq!(read.age.map(ChildAge::band), Some(ChildAge::FiveToNine));
    let mut template = serde_json::to_value(super::template()).expect("a template");
    let lists = template.as_object_mut().expect("an object");
    lists.remove("genders");
    lists.remove("sexual_orientations");
    let older: ProgrammeTemplate = serde_json::from_value(template).expect("an older template");
    assert!(older.genders.is_empty());
    assert!(!Monitored::Gender.list(&older).is_empty());
}
