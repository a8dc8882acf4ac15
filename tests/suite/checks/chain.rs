//! From finding to recommendation to action, and back.

use lantern::model::{
    Action, ActionId, AgencyId, Finding, FindingId, Reach, Recommendation, RecommendationId,
    Review, Scope, Status,
};

use super::written::{day, marks, report, subjects};

fn finding(id: i64, good_practice: bool) -> Finding {
    Finding {
        id: FindingId(id),
        position: id as u32,
        text: "Nobody asked her alone.".to_owned(),
        analysis: String::new(),
        good_practice,
        questions: Vec::new(),
        weaknesses: Vec::new(),
        entries: Vec::new(),
    }
}

/// With everything that it needs.
fn recommendation(id: i64, findings: &[i64], reach: Reach) -> Recommendation {
    Recommendation {
        id: RecommendationId(id),
        position: id as u32,
        text: "Ask, alone, at each contact.".to_owned(),
        findings: findings.iter().copied().map(FindingId).collect(),
        reach,
        scope: Scope::Local,
        early_learning: false,
        weakness: String::new(),
        agencies: vec![AgencyId(1)],
        entries: Vec::new(),
        measure: "Nine of ten records show it.".to_owned(),
        achievable: "Within the training budget.".to_owned(),
        due: Some(day("2026-01-31")),
    }
}

/// With everything that it needs.
fn action(id: i64, recommendation: i64) -> Action {
    Action {
        id: ActionId(id),
        recommendation: RecommendationId(recommendation),
        position: id as u32,
        text: "Train each team.".to_owned(),
        lead_agency: "Northmere Hospital".to_owned(),
        owner: "Named nurse".to_owned(),
        milestones: "Half of the teams by summer".to_owned(),
        target: Some(day("2026-01-31")),
        completed: None,
        outcome: String::new(),
        outcome_sought: String::new(),
        outputs: String::new(),
        resources: "Training budget".to_owned(),
        review: String::new(),
        related_plans: String::new(),
        status: Status::NotStarted,
    }
}

fn chain(
    findings: Vec<Finding>,
    recommendations: Vec<Recommendation>,
    actions: Vec<Action>,
) -> Review {
    Review {
        findings,
        recommendations,
        actions,
        ..report(&[])
    }
}

#[test]
fn findings_and_recommendations_answer_each_other() {
    let single = |id, findings: &[i64]| recommendation(id, findings, Reach::SingleAgency);
    type Case = (
        &'static str,
        Vec<Finding>,
        Vec<Recommendation>,
        &'static [&'static str],
        &'static [&'static str],
    );
    let cases: [Case; 5] = [
        ("nothing yet", vec![], vec![], &[], &[]),
        (
            "joined",
            vec![finding(1, false)],
            vec![single(1, &[1])],
            &[],
            &[],
        ),
        (
            "good practice needs nothing",
            vec![finding(1, true)],
            vec![],
            &[],
            &[],
        ),
        (
            "both loose",
            vec![finding(1, false)],
            vec![single(1, &[])],
            &["finding 1"],
            &["recommendation 1"],
        ),
        (
            "only good practice, and a finding that is gone",
            vec![finding(1, true), finding(2, false)],
            vec![single(1, &[1]), single(2, &[9]), single(3, &[1, 2])],
            &[],
            &["recommendation 1", "recommendation 2"],
        ),
    ];
    for (what, findings, recommendations, loose, groundless) in cases {
        let review = chain(findings, recommendations, Vec::new());
        assert_eq!(
            subjects(&review, "finding_without_recommendation"),
            loose,
            "{what}"
        );
        assert_eq!(
            subjects(&review, "recommendation_without_finding"),
            groundless,
            "{what}"
        );
    }
}

#[test]
fn what_a_recommendation_lacks_is_told_in_words() {
    type Change = fn(&mut Recommendation);
    let cases: [(Change, Option<&str>); 6] = [
        (|_| (), None),
        (|one| one.findings.clear(), None),
        (
            |one| one.measure = " ".to_owned(),
            Some("Recommendation 1 does not say how it will be seen that it was done and helped."),
        ),
        (
            |one| one.due = None,
            Some("Recommendation 1 does not say by when."),
        ),
        (
            |one| one.agencies.clear(),
            Some("Recommendation 1 does not say which agencies it is for."),
        ),
        (
            |one| {
                one.achievable.clear();
                one.due = None;
            },
            Some("Recommendation 1 does not say why it can be done and by when."),
        ),
    ];
    for (change, expected) in cases {
        let mut one = recommendation(1, &[1], Reach::SingleAgency);
        change(&mut one);
        let review = chain(vec![finding(1, false)], vec![one], Vec::new());
        let found = marks(&review, "recommendation_not_smart");
        assert_eq!(found.first().map(|mark| mark.what.as_str()), expected);
    }
}

#[test]
fn what_an_action_lacks_is_told_in_words() {
    type Change = fn(&mut Action);
    let cases: [(Change, Option<&str>); 6] = [
        (|_| (), None),
        (
            |one| one.owner.clear(),
            Some("Action 1.1 lacks somebody responsible."),
        ),
        (
            |one| {
                one.target = None;
                one.milestones = " ".to_owned();
                one.resources.clear();
            },
            Some("Action 1.1 lacks milestones, a target date and resources."),
        ),
        (
            |one| one.status = Status::Completed,
            Some("Action 1.1 lacks what changed by it."),
        ),
        (
            |one| one.status = Status::Stopped,
            Some("Action 1.1 lacks why it was stopped."),
        ),
        (
            |one| {
                one.status = Status::Completed;
                one.outcome = "All teams are trained.".to_owned();
                one.owner.clear();
            },
            None,
        ),
    ];
    for (change, expected) in cases {
        let mut one = action(1, 1);
        change(&mut one);
        let review = chain(
            Vec::new(),
            vec![recommendation(1, &[], Reach::SingleAgency)],
            vec![one],
        );
        let found = marks(&review, "action_incomplete");
        assert_eq!(found.first().map(|mark| mark.what.as_str()), expected);
    }
    let bare = chain(
        Vec::new(),
        vec![recommendation(1, &[], Reach::SingleAgency)],
        Vec::new(),
    );
    assert_eq!(subjects(&bare, "action_incomplete"), ["recommendation 1"]);
}

#[test]
fn early_learning_is_acted_on() {
    for (early, status, marked) in [
        (true, Some(Status::NotStarted), true),
        (true, None, true),
        (true, Some(Status::Stopped), true),
        (true, Some(Status::UnderWay), false),
        (true, Some(Status::Completed), false),
        (false, None, false),
    ] {
        let mut one = recommendation(1, &[], Reach::SingleAgency);
        one.early_learning = early;
        let actions = status.map(|status| Action {
            status,
            ..action(1, 1)
        });
        let review = chain(Vec::new(), vec![one], actions.into_iter().collect());
        assert_eq!(
            !subjects(&review, "early_learning_not_acted_on").is_empty(),
            marked,
            "{early} {status:?}"
        );
    }
}

#[test]
fn recommendations_stand_together() {
    let rule = "recommendations_not_together";
    for (key, text, marked) in [
        (
            "analysis",
            "The panel recommends that the surgery asks.",
            true,
        ),
        (
            "analysis",
            "She said so. It is recommended that the surgery asks, and it is recommended that it writes it down.",
            true,
        ),
        (
            "analysis",
            "The panel recommends that the surgery asks [recommendation 1].",
            false,
        ),
        ("analysis", "Her friend recommended the surgery.", false),
        (
            "recommendations",
            "The panel recommends that the surgery asks.",
            false,
        ),
        ("glossary", "IMR: what it is recommended to write.", false),
    ] {
        let review = report(&[(key, text)]);
        assert_eq!(
            marks(&review, rule).len(),
            usize::from(marked),
            "{key}: {text}"
        );
    }
    use Reach::{MultiAgency, National, SingleAgency};
    for (order, expected) in [
        (
            vec![SingleAgency, SingleAgency, MultiAgency, National],
            None,
        ),
        (vec![MultiAgency, SingleAgency], None),
        (
            vec![SingleAgency, MultiAgency, SingleAgency, MultiAgency],
            Some("Recommendation 3 (single agency)"),
        ),
    ] {
        let listed = (1..)
            .zip(&order)
            .map(|(id, reach)| recommendation(id, &[], *reach));
        let review = chain(Vec::new(), listed.collect(), Vec::new());
        let found = marks(&review, rule);
        assert_eq!(found.len(), usize::from(expected.is_some()), "{order:?}");
        if let (Some(mark), Some(expected)) = (found.first(), expected) {
            assert!(mark.what.starts_with(expected), "{}", mark.what);
        }
    }
}
