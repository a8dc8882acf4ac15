//! The chain from question to outcome, and where it is broken.

use std::sync::Arc;

use lantern::drafting::{Chain, ChainStep, LooseEnd, Target, loose_ends};
use lantern::model::{
    Action, ActionId, EntryId, Finding, FindingId, ParagraphId, Question, QuestionId, Reach,
    Recommendation, RecommendationId, Review, Scope, Section, SectionId, Smart, Status, Template,
};
use lantern::templates;
use proptest::prelude::*;

/// An introduction and an analysis.
fn template() -> Template {
    let mut template = templates::built_in()[0].clone();
    template
        .sections
        .retain(|section| ["introduction", "analysis"].contains(&section.key.as_str()));
    template
}

fn question(id: i64) -> Question {
    Question {
        id: QuestionId(id),
        position: id as u32,
        text: format!("Question number {id}?"),
    }
}

fn finding(id: i64, questions: &[i64], good_practice: bool) -> Finding {
    Finding {
        id: FindingId(id),
        position: id as u32,
        text: format!("What was found, {id}"),
        analysis: String::new(),
        good_practice,
        questions: questions.iter().copied().map(QuestionId).collect(),
        weaknesses: Vec::new(),
        entries: Vec::new(),
    }
}

fn recommendation(id: i64, findings: &[i64]) -> Recommendation {
    Recommendation {
        id: RecommendationId(id),
        position: id as u32,
        text: "Ask, alone.".to_owned(),
        findings: findings.iter().copied().map(FindingId).collect(),
        reach: Reach::National,
        scope: Scope::National,
        early_learning: false,
        weakness: String::new(),
        agencies: Vec::new(),
        entries: Vec::new(),
        measure: "A yearly count.".to_owned(),
        achievable: "It is funded.".to_owned(),
        due: "2026-03-31".parse().ok(),
    }
}

fn action(id: i64, recommendation: i64, position: u32, outcome: &str) -> Action {
    Action {
        id: ActionId(id),
        recommendation: RecommendationId(recommendation),
        position,
        text: "Train the desk.".to_owned(),
        lead_agency: String::new(),
        owner: String::new(),
        milestones: String::new(),
        target: None,
        completed: None,
        outcome: outcome.to_owned(),
        outcome_sought: String::new(),
        outputs: String::new(),
        resources: String::new(),
        review: String::new(),
        related_plans: String::new(),
        status: Status::Completed,
    }
}

/// Question 1 → finding 1 → recommendations 1 and 2 → action 1.1 with an outcome, 1.2 without; question 2, finding 2 (a lesson) and
/// finding 3 (good practice) are joined to nothing.
fn review(text: &str) -> Review {
    Review {
        questions: vec![question(1), question(2)],
        findings: vec![
            finding(1, &[1], false),
            finding(2, &[], false),
            finding(3, &[1], true),
        ],
        recommendations: vec![recommendation(1, &[1]), recommendation(2, &[1])],
        actions: vec![action(11, 1, 1, "All are asked."), action(12, 1, 2, " ")],
        sections: vec![Section {
            id: SectionId(7),
            key: "analysis".to_owned(),
            title: "Analysis".to_owned(),
            text: text.to_owned(),
            paragraphs: [31, 32, 33].map(ParagraphId).to_vec(),
        }],
        ..Review::empty(Arc::new(template()))
    }
}

fn question_step(id: i64) -> ChainStep {
    ChainStep::Question(QuestionId(id))
}

fn finding_step(id: i64) -> ChainStep {
    ChainStep::Finding(FindingId(id))
}

fn recommendation_step(id: i64) -> ChainStep {
    ChainStep::Recommendation(RecommendationId(id))
}

fn action_step(id: i64) -> ChainStep {
    ChainStep::Action(ActionId(id))
}

#[test]
fn the_chain_through_a_step_is_all_that_leads_to_it_and_all_that_it_leads_to() {
    let review = review("");
    let chain = Chain::of(&review);
    let outcome = ChainStep::Outcome(ActionId(11));
    let (from, found) = (question_step(1), finding_step(1));
    let (first, second) = (recommendation_step(1), recommendation_step(2));
    let (one, two) = (action_step(11), action_step(12));
    for (step, expected) in [
        (
            from,
            vec![
                from,
                found,
                finding_step(3),
                first,
                second,
                one,
                two,
                outcome,
            ],
        ),
        (found, vec![from, found, first, second, one, two, outcome]),
        (second, vec![from, found, second]),
        (two, vec![from, found, first, two]),
        (outcome, vec![from, found, first, one, outcome]),
        (question_step(2), vec![question_step(2)]),
    ] {
        let through: Vec<ChainStep> = chain.through(step).into_iter().collect();
        assert_eq!(through, expected, "{step:?}");
    }
    let words: Vec<String> = [from, found, second, two, outcome, finding_step(9)]
        .iter()
        .map(|step| step.words(&review))
        .collect();
    let expected = [
        "Question 1",
        "Finding 1",
        "Recommendation 2",
        "Action 1.2",
        "Outcome of action 1.1",
        "Finding ",
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_finding_knows_the_paragraphs_that_cite_it_each_once() {
    let text = "# Asking [finding 2: Finding 2]\n\nNobody asked [finding 1: Finding 1], not once [finding 1].\n\nBut see the \
                note.[note: As in [finding 1: Finding 1] and [finding 3].]";
    let chain = Chain::of(&review(text));
    for (finding, expected) in [
        (1, vec![("2.1", Some(32)), ("2.2", Some(33))]),
        (2, vec![("2", Some(31))]),
        (3, vec![("2.2", Some(33))]),
        (9, vec![]),
    ] {
        let cited = chain.cited(Target::Finding(FindingId(finding)));
        let found: Vec<_> = cited
            .iter()
            .map(|place| {
                assert_eq!(place.section, SectionId(7));
                (place.number.as_str(), place.paragraph.map(|id| id.0))
            })
            .collect();
        assert_eq!(found, expected, "finding {finding}");
    }
}

#[test]
fn every_loose_end_is_told_at_its_step() {
    let review = review("Begun [finding 1: Finding 1].");
    let found = loose_ends(&review, &Chain::of(&review));
    let findings = |ids: &[i64]| ids.iter().copied().map(finding_step).collect::<Vec<_>>();
    let expected = [
        (LooseEnd::QuestionWithoutFinding, vec![question_step(2)]),
        (LooseEnd::FindingWithoutQuestion, findings(&[2])),
        (LooseEnd::FindingWithoutEntry, findings(&[1, 2, 3])),
        (LooseEnd::FindingNotCited, findings(&[2, 3])),
        // Good practice leads to nothing, and need not.
        (LooseEnd::FindingWithoutRecommendation, findings(&[2])),
        (
            LooseEnd::RecommendationWithoutEntry,
            vec![recommendation_step(1), recommendation_step(2)],
        ),
        (
            LooseEnd::RecommendationWithoutAction,
            vec![recommendation_step(2)],
        ),
        (LooseEnd::ActionWithoutOutcome, vec![action_step(12)]),
    ];
    assert_eq!(found, expected);
    for (kind, steps) in found {
        assert_ne!(kind.words(1), kind.words(2), "{kind:?} {}", steps.len());
        assert!(!kind.about_one().is_empty());
    }
}

#[test]
fn nothing_is_loose_in_a_review_that_has_not_begun() {
    let empty = Review::empty(Arc::new(template()));
    assert_eq!(loose_ends(&empty, &Chain::of(&empty)), []);
    // Nor is a finding loose for want of questions or a draft that do not exist.
    let mut early = review("");
    early.questions.clear();
    let kinds: Vec<LooseEnd> = loose_ends(&early, &Chain::of(&early))
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    assert!(!kinds.contains(&LooseEnd::FindingWithoutQuestion));
    assert!(!kinds.contains(&LooseEnd::FindingNotCited));
}

#[test]
fn what_a_recommendation_lacks_to_be_smart_is_said_in_words() {
    type Change = fn(&mut Recommendation);
    let cases: [(Change, &[&str]); 8] = [
        (|_| {}, &[]),
        (|each| each.text.clear(), &["what is to change"]),
        (
            |each| each.reach = Reach::MultiAgency,
            &["which agencies it is for"],
        ),
        (
            |each| each.measure = " \n".to_owned(),
            &["how it will be seen that it was done and helped"],
        ),
        (|each| each.achievable.clear(), &["why it can be done"]),
        (|each| each.findings.clear(), &["the finding it answers"]),
        (|each| each.due = None, &["by when"]),
        (
            |each| {
                each.due = None;
                each.measure.clear();
            },
            &["how it will be seen that it was done and helped", "by when"],
        ),
    ];
    for (change, expected) in cases {
        let mut one = recommendation(1, &[1]);
        change(&mut one);
        assert_eq!(one.missing(), expected);
        let lacking = Smart::ALL
            .iter()
            .filter(|smart| smart.missing(&one).is_some());
        assert_eq!(lacking.count(), expected.len());
    }
}

proptest! {
    /// However things are linked: a step is on its own chain, and on the chain of each step of which one leads to the other.
    #[test]
    fn chains_run_both_ways(
        answers in proptest::collection::vec(proptest::collection::vec(1_i64..5, 0..4), 0..6),
        led_to in proptest::collection::vec(proptest::collection::vec(1_i64..8, 0..4), 0..6),
    ) {
        let findings = (1..).zip(&answers).map(|(id, questions)| finding(id, questions, false));
        let recommendations = (1..).zip(&led_to).map(|(id, findings)| recommendation(id, findings));
        let review = Review {
            questions: (1..5).map(question).collect(),
            findings: findings.collect(),
            recommendations: recommendations.collect(),
            actions: vec![action(1, 1, 1, "Done.")],
            ..Review::empty(Arc::new(template()))
        };
        let chain = Chain::of(&review);
        for (from, to) in chain.links() {
            prop_assert!(from < to);
            prop_assert!(chain.through(from).contains(&to) && chain.through(to).contains(&from));
            prop_assert!(chain.after(from).any(|step| step == to));
            prop_assert!(chain.before(to).any(|step| step == from));
        }
        let loose = loose_ends(&review, &chain);
        for (_, steps) in &loose {
            prop_assert!(!steps.is_empty());
            prop_assert!(steps.iter().all(|step| !step.number(&review).is_empty()));
        }
    }
}

#[test]
fn an_entry_that_was_withdrawn_bears_nothing() {
    let mut review = review("");
    review.findings[0].entries = vec![EntryId(404)];
    let found = loose_ends(&review, &Chain::of(&review));
    let without = found
        .iter()
        .find(|(kind, _)| *kind == LooseEnd::FindingWithoutEntry);
    assert_eq!(without.map(|(_, steps)| steps.len()), Some(3));
}
