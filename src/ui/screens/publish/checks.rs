//! What stands against publication, what should be looked at, what was decided to stand; and what every rule looks for.

use egui::{Frame, Margin, TextEdit, Ui};

use crate::app::{Action, App, Checked, ChecksAction, MarkKey, Open, TaskKind};
use crate::checks::{Mark, RULES, RuleMark, title_of};
use crate::model::{Severity, Suppressed};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    Words, hairline, heading, link, named_link, pane, quote, scroll, secondary, small, words,
};

/// The reason that is being typed.
#[derive(Default)]
pub struct Memory {
    reason: String,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    pane(ui, "rules", |ui| match open.publish.checks.rule {
        Some(rule) => page(ui, open, rule, actions),
        None => all_rules(ui, open, actions),
    });
    scroll("checks").show(ui, |ui| {
        let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
        around.show(ui, |ui| {
            ui.set_width(ui.available_width());
            marks(ui, app, open, memory, actions);
        });
    });
}

fn marks(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let state = &open.publish.checks;
    let Some(checked) = &state.found else {
        words(ui, Words::Secondary, "Holding the report to its rules…");
        return;
    };
    opening(ui, app, open, checked);
    let mut left = state.drawn;
    for severity in [Severity::Must, Severity::Should, Severity::May] {
        let count = checked.of_severity(severity).count();
        if count == 0 {
            continue;
        }
        ui.add_space(space::MEDIUM);
        heading(ui, format!("{} ({count})", severity.words()));
        for (at, of, mark) in checked.of_severity(severity).take(left) {
            hairline(ui);
            ui.push_id(at, |ui| {
                let place = checked.places.get(at).map_or("", String::as_str);
                one(ui, open, (*of, mark, place), memory, actions);
            });
        }
        left = left.saturating_sub(count);
    }
    let hidden = checked.found.marks.len().saturating_sub(state.drawn);
    if hidden > 0 && small(ui, true, &format!("Show more of the other {hidden}")).clicked() {
        actions.push(ChecksAction::DrawMore.into());
    }
    decided(ui, checked, actions);
}

fn opening(ui: &mut Ui, app: &App, open: &Open, checked: &Checked) {
    let text = match checked.found.against() {
        0 => "Nothing stands against publication".to_owned(),
        1 => "1 mark stands against publication".to_owned(),
        count => format!("{count} marks stand against publication"),
    };
    heading(ui, text);
    words(
        ui,
        Words::Secondary,
        "The rules of this review’s template, held against the whole report. A mark is a question, not a verdict: put right what is \
         wrong, or say why it may stand. The reason is printed in the check report.",
    );
    let is_looking = app
        .running()
        .iter()
        .any(|running| running.kind == TaskKind::Check);
    if !open.publish.checks.is_of(open.review.revision) && is_looking {
        words(
            ui,
            Words::Doubt,
            "The review has changed; this is being looked at again…",
        );
    }
    for key in &checked.found.unknown {
        words(
            ui,
            Words::Doubt,
            format!(
                "The template asks for a rule “{key}” that this version of Lantern does not know."
            ),
        );
    }
}

fn one(
    ui: &mut Ui,
    open: &Open,
    (of, mark, place): (RuleMark, &Mark, &str),
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let title = title_of(of.rule);
    let key = MarkKey {
        rule: of.rule.to_owned(),
        subject: mark.subject.clone(),
    };
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::SmallStrong, place);
        words(ui, Words::Small, &title);
    });
    words(ui, Words::Plain, &mark.what);
    if !mark.instead.is_empty() {
        words(ui, Words::Secondary, &mark.instead);
    }
    let asked = open.publish.checks.asked.as_ref() == Some(&key);
    ui.horizontal_wrapped(|ui| {
        if named_link(ui, "Show", &format!("Show: {place}, {title}")).clicked() {
            actions.push(ChecksAction::Show(mark.at).into());
        }
        if named_link(ui, "About this rule", &format!("About this rule: {title}")).clicked() {
            actions.push(ChecksAction::ShowRule(Some(of.rule)).into());
        }
        let let_stand = format!("Let it stand…: {place}, {title}");
        if !asked && named_link(ui, "Let it stand…", &let_stand).clicked() {
            memory.reason.clear();
            actions.push(ChecksAction::Ask(Some(key.clone())).into());
        }
    });
    if asked {
        reason(ui, key, memory, actions);
    }
}

/// Asks why a mark may stand.
fn reason(ui: &mut Ui, key: MarkKey, memory: &mut Memory, actions: &mut Vec<Action>) {
    words(
        ui,
        Words::SmallStrong,
        "Why may it stand? The reason is printed in the check report; name nobody in it.",
    );
    let edit = TextEdit::singleline(&mut memory.reason)
        .hint_text("The panel decided so on 12 May, because …")
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5));
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Why the mark may stand");
    });
    ui.horizontal(|ui| {
        let is_given = !memory.reason.trim().is_empty();
        if secondary(ui, is_given, "Let it stand").clicked() {
            let reason = std::mem::take(&mut memory.reason);
            actions.push(ChecksAction::LetStand(key, reason).into());
        }
        if small(ui, true, "Not now").clicked() {
            actions.push(ChecksAction::Ask(None).into());
        }
    });
}

fn decided(ui: &mut Ui, checked: &Checked, actions: &mut Vec<Action>) {
    if checked.decided.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, format!("Decided to stand ({})", checked.decided.len()));
    let marks = checked.found.suppressed.iter();
    for ((of, mark, _), (decision, place)) in marks.zip(&checked.decided) {
        hairline(ui);
        ui.push_id(decision.id, |ui| {
            ui.horizontal_wrapped(|ui| {
                words(ui, Words::SmallStrong, place);
                words(ui, Words::Small, title_of(of.rule));
            });
            words(ui, Words::Plain, &mark.what);
            quote(ui, |ui| words(ui, Words::Matter, &decision.reason));
            words(ui, Words::Small, by_whom(decision));
            ui.horizontal_wrapped(|ui| {
                let title = title_of(of.rule);
                if named_link(ui, "Show", &format!("Show: {place}, {title}")).clicked() {
                    actions.push(ChecksAction::Show(mark.at).into());
                }
                if named_link(ui, "Count again", &format!("Count again: {place}, {title}"))
                    .clicked()
                {
                    actions.push(ChecksAction::CountAgain(decision.id).into());
                }
            });
        });
    }
}

/// “the chair, 2025-03-31”
fn by_whom(decision: &Suppressed) -> String {
    let day = decision.at.split('T').next().unwrap_or_default();
    format!("{}, {day}", decision.by)
}

fn all_rules(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "The rules");
    words(
        ui,
        Words::Secondary,
        "What this review’s template asks of its report. How weighty each is stands in the template.",
    );
    for setting in &open.review.template.rules {
        let Some(rule) = RULES.iter().find(|rule| rule.key == setting.key) else {
            continue;
        };
        if setting.severity == Severity::Off {
            continue;
        }
        ui.add_space(space::SMALL);
        if link(ui, &rule.title()).clicked() {
            actions.push(ChecksAction::ShowRule(Some(rule.key)).into());
        }
        words(ui, Words::Small, setting.severity.words());
    }
}

fn page(ui: &mut Ui, open: &Open, key: &'static str, actions: &mut Vec<Action>) {
    let mut rules = RULES.iter();
    let Some(rule) = rules.find(|rule| rule.key == key) else {
        return;
    };
    if link(ui, "All rules").clicked() {
        actions.push(ChecksAction::ShowRule(None).into());
    }
    heading(ui, rule.title());
    for paragraph in rule.paragraphs() {
        if let Some(name) = paragraph.name {
            words(ui, Words::SmallStrong, name);
        }
        words(ui, Words::Plain, &paragraph.text);
        ui.add_space(space::SMALL);
    }
    let mut settings = open.review.template.rules.iter();
    if let Some(setting) = settings.find(|setting| setting.key == key) {
        words(ui, Words::SmallStrong, "In this review’s template");
        words(ui, Words::Plain, setting.severity.words());
        words(ui, Words::Small, &setting.source);
    }
}
