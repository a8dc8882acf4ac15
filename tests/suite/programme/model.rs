use lantern::model::AssessmentId;
use lantern::model::programme::{
    Answer, Answers, Assessment, Factor, FollowUp, InformationSource, RiskLevel, Taken,
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
