//! The chain from question to outcome as JSON: an interface, described in the command's help.

use chrono::NaiveDate;
use serde::Serialize;

use crate::drafting::{Chain, ChainStep, Target, loose_ends};
use crate::model::{Action, EntryId, Finding, Reach, Recommendation, Review, Scope, Status};

#[derive(Serialize)]
pub(super) struct Plan<'a> {
    questions: Vec<QuestionRecord<'a>>,
    findings: Vec<FindingRecord<'a>>,
    recommendations: Vec<RecommendationRecord<'a>>,
    loose_ends: Vec<LooseEndRecord>,
}

#[derive(Serialize)]
struct QuestionRecord<'a> {
    number: u32,
    text: &'a str,
    /// Numbers of the findings that answer it.
    findings: Vec<u32>,
}

#[derive(Serialize)]
struct FindingRecord<'a> {
    number: u32,
    text: &'a str,
    analysis: &'a str,
    good_practice: bool,
    questions: Vec<u32>,
    /// Names.
    weaknesses: Vec<&'a str>,
    entries: &'a [EntryId],
    /// Numbers of the paragraphs that cite it.
    paragraphs: Vec<String>,
    recommendations: Vec<u32>,
}

#[derive(Serialize)]
struct RecommendationRecord<'a> {
    number: u32,
    text: &'a str,
    reach: Reach,
    scope: Scope,
    early_learning: bool,
    weakness: &'a str,
    /// Names.
    agencies: Vec<&'a str>,
    findings: Vec<u32>,
    entries: &'a [EntryId],
    measure: &'a str,
    achievable: &'a str,
    due: Option<NaiveDate>,
    /// What it lacks to be SMART, in words.
    missing: Vec<&'static str>,
    actions: Vec<ActionRecord<'a>>,
}

#[derive(Serialize)]
struct ActionRecord<'a> {
    /// "2.1"
    number: String,
    text: &'a str,
    lead_agency: &'a str,
    owner: &'a str,
    milestones: &'a str,
    target: Option<NaiveDate>,
    completed: Option<NaiveDate>,
    outcome: &'a str,
    outcome_sought: &'a str,
    outputs: &'a str,
    resources: &'a str,
    review: &'a str,
    related_plans: &'a str,
    status: Status,
    /// What keeps it from being more than a wish.
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct LooseEndRecord {
    /// "question", "finding", "recommendation" or "action".
    step: &'static str,
    number: String,
    why: &'static str,
}

pub(super) fn plan(review: &Review) -> Plan<'_> {
    let chain = Chain::of(review);
    let loose = loose_ends(review, &chain);
    let loose_ends = loose.into_iter().flat_map(|(kind, steps)| {
        steps.into_iter().map(move |step| LooseEndRecord {
            step: kind_of(step),
            number: step.number(review),
            why: kind.about_one(),
        })
    });
    let questions = review.questions.iter().map(|question| QuestionRecord {
        number: question.position,
        text: &question.text,
        findings: positions(review, chain.after(ChainStep::Question(question.id))),
    });
    Plan {
        questions: questions.collect(),
        findings: review
            .findings
            .iter()
            .map(|each| finding(review, &chain, each))
            .collect(),
        recommendations: review
            .recommendations
            .iter()
            .map(|each| recommendation(review, &chain, each))
            .collect(),
        loose_ends: loose_ends.collect(),
    }
}

fn kind_of(step: ChainStep) -> &'static str {
    match step {
        ChainStep::Question(_) => "question",
        ChainStep::Finding(_) => "finding",
        ChainStep::Recommendation(_) => "recommendation",
        ChainStep::Action(_) | ChainStep::Outcome(_) => "action",
    }
}

/// Numbers in ascending order.
fn positions(review: &Review, steps: impl Iterator<Item = ChainStep>) -> Vec<u32> {
    let position = |step: ChainStep| {
        let question = step.question(review).map(|each| each.position);
        let finding = step.finding(review).map(|each| each.position);
        let recommendation = step.recommendation(review).map(|each| each.position);
        question.or(finding).or(recommendation)
    };
    let mut positions: Vec<u32> = steps.filter_map(position).collect();
    positions.sort_unstable();
    positions
}

fn finding<'a>(review: &'a Review, chain: &Chain, finding: &'a Finding) -> FindingRecord<'a> {
    let step = ChainStep::Finding(finding.id);
    let cited = chain.cited(Target::Finding(finding.id)).iter();
    let paragraphs = cited.map(|place| place.number.clone());
    FindingRecord {
        number: finding.position,
        text: &finding.text,
        analysis: &finding.analysis,
        good_practice: finding.good_practice,
        questions: positions(review, chain.before(step)),
        weaknesses: names(review, &finding.weaknesses),
        entries: &finding.entries,
        paragraphs: paragraphs.collect(),
        recommendations: positions(review, chain.after(step)),
    }
}

fn names<'a>(review: &'a Review, keys: &'a [String]) -> Vec<&'a str> {
    keys.iter().map(|key| review.tag_name(key)).collect()
}

fn recommendation<'a>(
    review: &'a Review,
    chain: &Chain,
    recommendation: &'a Recommendation,
) -> RecommendationRecord<'a> {
    let agencies = recommendation.agencies.iter();
    let actions = review.actions.iter();
    RecommendationRecord {
        number: recommendation.position,
        text: &recommendation.text,
        reach: recommendation.reach,
        scope: recommendation.scope,
        early_learning: recommendation.early_learning,
        weakness: review.tag_name(&recommendation.weakness),
        agencies: agencies
            .filter_map(|id| review.agency(*id))
            .map(|agency| agency.name.as_str())
            .collect(),
        findings: positions(
            review,
            chain.before(ChainStep::Recommendation(recommendation.id)),
        ),
        entries: &recommendation.entries,
        measure: &recommendation.measure,
        achievable: &recommendation.achievable,
        due: recommendation.due,
        missing: recommendation.missing(),
        actions: actions
            .filter(|action| action.recommendation == recommendation.id)
            .map(|each| action(review, each))
            .collect(),
    }
}

fn action<'a>(review: &Review, action: &'a Action) -> ActionRecord<'a> {
    ActionRecord {
        number: ChainStep::Action(action.id).number(review),
        text: &action.text,
        lead_agency: &action.lead_agency,
        owner: &action.owner,
        milestones: &action.milestones,
        target: action.target,
        completed: action.completed,
        outcome: &action.outcome,
        outcome_sought: &action.outcome_sought,
        outputs: &action.outputs,
        resources: &action.resources,
        review: &action.review,
        related_plans: &action.related_plans,
        status: action.status,
        missing: action.missing(),
    }
}
