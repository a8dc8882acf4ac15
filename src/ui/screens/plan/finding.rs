//! One finding: its wording, why it was found so, and everything it is linked to.

use egui::Ui;

use super::evidence;
use super::line::short;
use crate::app::{
    Action, App, DraftAction, Field, FindingAction, FindingPart, Open, PlanAction, Room,
    ShellAction,
};
use crate::drafting::{ChainStep, Target};
use crate::model::Finding;
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Tone, Words, labelled_field, link, menu, removable_chip, secondary, small, tick,
    title, titled, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    titled(
        ui,
        |ui| {
            title(ui, format!("Finding {}", finding.position));
        },
        |ui| order_buttons(ui, open, finding, actions),
    );
    for (part, name, text, rows) in [
        (FindingPart::Text, "What was found", &finding.text, 3),
        (
            FindingPart::Analysis,
            "Why: what was known, what was done, what should have been",
            &finding.analysis,
            4,
        ),
    ] {
        let look = FieldLook {
            rows,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Finding(finding.id, part);
        labelled_field(ui, name, app.state.typing(), field, text, look, actions);
    }
    let mut good = finding.good_practice;
    let text = "Good practice: no recommendation is needed";
    if tick(ui, &mut good, text, text).changed() {
        actions.push(FindingAction::SetGoodPractice(finding.id, good).into());
    }
    ui.add_space(space::SMALL);
    questions(ui, open, finding, actions);
    ui.add_space(space::SMALL);
    weaknesses(ui, open, finding, actions);
    ui.add_space(space::SMALL);
    let none = "No entry yet. In the chronology, choose entries and add them to this finding.";
    let unlink = |entry| FindingAction::Unlink(finding.id, entry).into();
    evidence::show(ui, open, &finding.entries, none, unlink, actions);
    ui.add_space(space::SMALL);
    paragraphs(ui, open, finding, actions);
    ui.add_space(space::SMALL);
    recommendations(ui, open, finding, actions);
    ui.add_space(space::LARGE);
}

fn order_buttons(ui: &mut Ui, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    let last = open.review.findings.len() as u32;
    let changeable = open.read_only.is_none();
    let id = finding.id;
    if small(ui, changeable, "Remove").clicked() {
        actions.push(FindingAction::Remove(id).into());
    }
    if small(ui, changeable && finding.position < last, "Down").clicked() {
        actions.push(FindingAction::Move(id, finding.position + 1).into());
    }
    if small(ui, changeable && finding.position > 1, "Up").clicked() {
        actions.push(FindingAction::Move(id, finding.position - 1).into());
    }
}

/// A line of something linked: where it leads, its words, and a way to take the link away.
fn linked(
    ui: &mut Ui,
    open: &Open,
    step: ChainStep,
    unlink: FindingAction,
    actions: &mut Vec<Action>,
) {
    let review = &open.review;
    ui.push_id(step, |ui| {
        ui.horizontal_wrapped(|ui| {
            if link(ui, &step.words(review)).clicked() {
                actions.push(Action::Plan(PlanAction::Go(step)));
            }
            words(ui, Words::Matter, short(step.text(review), 120));
            if open.read_only.is_none() && link(ui, "Unlink").clicked() {
                actions.push(unlink.into());
            }
        });
    });
}

fn questions(ui: &mut Ui, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Answers");
    let review = &open.review;
    if finding.questions.is_empty() {
        words(
            ui,
            Words::Doubt,
            "No question of the terms of reference yet.",
        );
    }
    for question in &review.questions {
        if finding.questions.contains(&question.id) {
            let unlink = FindingAction::SetQuestion(finding.id, question.id, false);
            linked(ui, open, ChainStep::Question(question.id), unlink, actions);
        }
    }
    if review.questions.is_empty() || open.read_only.is_some() {
        return;
    }
    menu(ui, "Link a question", "Link a question", |ui| {
        for question in &review.questions {
            let present = finding.questions.contains(&question.id);
            let text = format!("{}  {}", question.position, short(&question.text, 60));
            if ui.selectable_label(present, text).clicked() {
                let link = FindingAction::SetQuestion(finding.id, question.id, !present);
                actions.push(link.into());
            }
        }
    });
}

fn weaknesses(ui: &mut Ui, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Shows");
    let review = &open.review;
    ui.horizontal_wrapped(|ui| {
        for key in &finding.weaknesses {
            let name = review.tag_name(key);
            let what = format!("Take {name} out of the finding");
            if removable_chip(ui, Tone::Plain, name, &what).clicked() {
                let key = key.clone();
                actions.push(FindingAction::SetWeakness(finding.id, key, false).into());
            }
        }
        if open.read_only.is_some() {
            return;
        }
        menu(ui, "Name a weakness or good practice", "Weakness", |ui| {
            for weakness in &review.weaknesses {
                let present = finding.weaknesses.contains(&weakness.key);
                let indent = match weakness.parent.as_str() {
                    "" => "",
                    _ => "    ",
                };
                let text = format!("{indent}{}", weakness.name);
                if ui.selectable_label(present, text).clicked() {
                    let key = weakness.key.clone();
                    let set = FindingAction::SetWeakness(finding.id, key, !present);
                    actions.push(set.into());
                }
            }
        });
    });
}

/// The paragraphs of the draft that cite it.
fn paragraphs(ui: &mut Ui, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Said in the draft");
    let cited = open
        .derived
        .standing
        .chain
        .cited(Target::Finding(finding.id));
    if cited.is_empty() {
        let handle = Target::Finding(finding.id).handle();
        let how = format!("No paragraph cites it yet. In the draft it is cited as [{handle}].");
        words(ui, Words::Doubt, how);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for place in cited {
            let mut sections = open.review.sections.iter();
            let section = sections.find(|section| section.id == place.section);
            let title = section.map_or("", |section| section.title.as_str());
            if link(ui, &format!("{} {title}", place.number)).clicked() {
                actions.push(Action::Shell(ShellAction::GoTo(Room::Draft)));
                let show = match place.paragraph {
                    Some(paragraph) => DraftAction::ShowParagraph(paragraph),
                    None => DraftAction::Show(place.section),
                };
                actions.push(Action::Draft(show));
            }
        }
    });
}

fn recommendations(ui: &mut Ui, open: &Open, finding: &Finding, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Leads to");
    let all = &open.review.recommendations;
    let mut any = false;
    for recommendation in all {
        if recommendation.findings.contains(&finding.id) {
            any = true;
            let unlink = FindingAction::SetRecommendation(finding.id, recommendation.id, false);
            let step = ChainStep::Recommendation(recommendation.id);
            linked(ui, open, step, unlink, actions);
        }
    }
    if !any && finding.good_practice {
        words(
            ui,
            Words::Secondary,
            "Good practice: it need not lead to anything.",
        );
    } else if !any {
        words(ui, Words::Doubt, "No recommendation yet.");
    }
    if open.read_only.is_some() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, true, "Recommend something").clicked() {
            actions.push(FindingAction::Recommend(finding.id).into());
        }
        if all.is_empty() {
            return;
        }
        menu(ui, "Link a recommendation", "Link a recommendation", |ui| {
            for recommendation in all {
                let present = recommendation.findings.contains(&finding.id);
                let text = short(&recommendation.text, 60);
                let text = format!("{}  {text}", recommendation.position);
                if ui.selectable_label(present, text).clicked() {
                    let link =
                        FindingAction::SetRecommendation(finding.id, recommendation.id, !present);
                    actions.push(link.into());
                }
            }
        });
    });
}
