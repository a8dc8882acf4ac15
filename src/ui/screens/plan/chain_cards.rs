//! The cards of the chain: what each says, how tall it is, where it stands.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, Pos2, Rect, Ui, pos2, vec2};

use crate::app::Open;
use crate::drafting::{ChainStep, LooseEnd};
use crate::model::Review;
use crate::overview::Waiting;
use crate::ui::tokens::{chain, space};
use crate::ui::widgets::Words;

/// A step with what is written on its card.
pub struct Card {
    pub step: ChainStep,
    pub rect: Rect,
    pub number: Arc<Galley>,
    pub text: Arc<Galley>,
    pub doubt: Option<Arc<Galley>>,
}

/// The kinds of steps from left to right, with what their column is called.
pub fn columns(review: &Review) -> [(&'static str, Vec<ChainStep>); 5] {
    let actions = || review.actions.iter();
    let outcomes = actions().filter(|action| !action.outcome.trim().is_empty());
    [
        (
            "Questions",
            steps(&review.questions, |each| ChainStep::Question(each.id)),
        ),
        (
            "Findings",
            steps(&review.findings, |each| ChainStep::Finding(each.id)),
        ),
        (
            "Recommendations",
            steps(&review.recommendations, |each| {
                ChainStep::Recommendation(each.id)
            }),
        ),
        (
            "Actions",
            actions().map(|each| ChainStep::Action(each.id)).collect(),
        ),
        (
            "Outcomes",
            outcomes.map(|each| ChainStep::Outcome(each.id)).collect(),
        ),
    ]
}

fn steps<T>(all: &[T], step: impl Fn(&T) -> ChainStep) -> Vec<ChainStep> {
    all.iter().map(step).collect()
}

/// What is missing at a step.
pub fn loose_at(open: &Open, step: ChainStep) -> Vec<LooseEnd> {
    let loose = loose_ends(open).filter(|(_, steps)| steps.contains(&step));
    loose.map(|(kind, _)| kind).collect()
}

pub fn loose_ends(open: &Open) -> impl Iterator<Item = (LooseEnd, &[ChainStep])> {
    let waiting = open.derived.standing.waiting.iter();
    waiting.filter_map(|waiting| match waiting {
        Waiting::LooseEnds(kind, steps) => Some((*kind, steps.as_slice())),
        _ => None,
    })
}

/// What is missing, by step.
fn loose_by_step(open: &Open) -> HashMap<ChainStep, Vec<LooseEnd>> {
    let mut loose: HashMap<ChainStep, Vec<LooseEnd>> = HashMap::new();
    for (kind, steps) in loose_ends(open) {
        for step in steps {
            loose.entry(*step).or_default().push(kind);
        }
    }
    loose
}

/// All cards below `from`, a column of each kind, `width` wide.
pub fn laid_out(ui: &Ui, open: &Open, from: Pos2, width: f32) -> Vec<Card> {
    let loose = loose_by_step(open);
    let mut cards = Vec::new();
    let mut left = from.x;
    for (_, steps) in columns(&open.review) {
        let mut top = from.y;
        for step in steps {
            let doubts = loose.get(&step).map_or(&[][..], Vec::as_slice);
            let card = card(ui, open, step, doubts, pos2(left, top), width);
            top = card.rect.bottom() + chain::DOWN;
            cards.push(card);
        }
        left += width + chain::ACROSS;
    }
    cards
}

fn card(ui: &Ui, open: &Open, step: ChainStep, doubts: &[LooseEnd], at: Pos2, width: f32) -> Card {
    let inner = width - 2.0 * chain::INSIDE;
    let number = galley(ui, Words::SmallStrong, number(open, step), inner, 1);
    let text = match step.text(&open.review) {
        "" => "Not written yet",
        text => text,
    };
    let text = galley(ui, Words::Plain, text.to_owned(), inner, chain::LINES);
    let doubt = (!doubts.is_empty()).then(|| {
        let doubts: Vec<&str> = doubts.iter().map(|kind| kind.about_one()).collect();
        galley(ui, Words::Doubt, doubts.join(" · "), inner, 2)
    });
    let doubt_height = doubt.as_ref().map_or(0.0, |doubt| doubt.size().y);
    let height = number.size().y + space::HAIR + text.size().y + doubt_height + 2.0 * chain::INSIDE;
    Card {
        step,
        rect: Rect::from_min_size(at, vec2(width, height)),
        number,
        text,
        doubt,
    }
}

/// “Finding 3 · good practice”, “Action 2.1 · under way”.
fn number(open: &Open, step: ChainStep) -> String {
    let review = &open.review;
    let words = step.words(review);
    match step {
        ChainStep::Finding(_) if step.finding(review).is_some_and(|each| each.good_practice) => {
            format!("{words} · good practice")
        }
        ChainStep::Recommendation(_)
            if step
                .recommendation(review)
                .is_some_and(|each| each.early_learning) =>
        {
            format!("{words} · early learning")
        }
        ChainStep::Action(_) => match step.action(review) {
            Some(action) => format!("{words} · {}", action.status.words().to_lowercase()),
            None => words,
        },
        _ => words,
    }
}

fn galley(ui: &Ui, style: Words, text: String, width: f32, rows: usize) -> Arc<Galley> {
    // The colour is given when it is painted: a card may be faint.
    let mut job = LayoutJob::simple(text, style.font(), Color32::PLACEHOLDER, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: rows,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
