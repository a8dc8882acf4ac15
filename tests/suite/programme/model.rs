use lantern::model::AssessmentId;
use lantern::model::programme::{
    Answer, Answers, Assessment, Factor, InformationSource, RiskLevel,
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
