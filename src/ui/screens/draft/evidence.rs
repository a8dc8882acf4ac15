//! What the paragraph under the caret cites, what the section cites elsewhere, and which citations do not hold.

use egui::Ui;

use crate::app::{Action, DraftAction, Open, ShellAction};
use crate::drafting::{Broken, BrokenCitation, Citation, Citing, Target, citations};
use crate::ui::screens::citation::{badges, beginning, place};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, heading, link, quote, words};

/// Letters of a record that are shown.
const SHOWN: usize = 600;

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    broken(ui, open, actions);
    let here = open.draft.look.here.as_ref();
    let cited_here = here.map_or_else(Vec::new, |here| citations(&here.paragraph.text));
    let number = here.map_or("", |here| here.paragraph.number.as_str());
    heading(
        ui,
        match number {
            "" => "What this paragraph cites".to_owned(),
            number => format!("What paragraph {number} cites"),
        },
    );
    if cited_here.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Nothing yet. Type @ and a few words in the text: who recorded it, when, or what it says.",
        );
    }
    let mut seen: Vec<Target> = Vec::new();
    list(ui, open, &cited_here, &mut seen, actions);
    let elsewhere: Vec<Citation> = open
        .draft
        .look
        .cites
        .iter()
        .map(|(_, citation)| citation.clone())
        .filter(|citation| !seen.contains(&citation.target))
        .collect();
    if !elsewhere.is_empty() {
        ui.add_space(space::MEDIUM);
        heading(ui, "Elsewhere in this section");
        list(ui, open, &elsewhere, &mut seen, actions);
    }
}

fn list(
    ui: &mut Ui,
    open: &Open,
    all: &[Citation],
    seen: &mut Vec<Target>,
    actions: &mut Vec<Action>,
) {
    let citing = Citing::of(&open.review, &open.derived.claims);
    for citation in all {
        if seen.contains(&citation.target) {
            continue;
        }
        seen.push(citation.target);
        ui.add_space(space::SMALL);
        one(ui, open, &citing, citation, actions);
    }
}

fn one(
    ui: &mut Ui,
    open: &Open,
    citing: &Citing<'_>,
    citation: &Citation,
    actions: &mut Vec<Action>,
) {
    let review = &open.review;
    if let Target::Entry(id) = citation.target
        && let Some(entry) = review.entry(id)
    {
        place(ui, open, entry, actions);
        quote(ui, |ui| words(ui, Words::Matter, beginning(entry, SHOWN)));
        badges(ui, open, entry);
        return;
    }
    let cited = citing.cited(citation);
    if let Target::Paragraph(id) = citation.target {
        if link(ui, &format!("Paragraph {}", cited.words)).clicked() {
            actions.push(Action::Draft(DraftAction::ShowParagraph(id)));
        }
    } else {
        words(ui, Words::Strong, cited.words);
    }
    if let Some(broken) = cited.broken {
        words(ui, Words::Harm, broken.words());
    }
    let detail = match citation.target {
        Target::Person(id) => review.person(id).map(|person| person.role.words()),
        Target::KeyDate(id) => {
            let date = review.key_dates.iter().find(|date| date.id == id);
            date.map(|date| date.label.as_str())
        }
        Target::Finding(id) => review.finding(id).map(|finding| finding.text.as_str()),
        Target::Recommendation(id) => {
            let found = review.recommendations.iter().find(|one| one.id == id);
            found.map(|one| one.text.as_str())
        }
        Target::Entry(_) | Target::Paragraph(_) => None,
    };
    if let Some(detail) = detail {
        words(ui, Words::Secondary, detail);
    }
}

fn broken(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let all = &open.draft.look.broken;
    if all.is_empty() {
        return;
    }
    heading(ui, format!("Citations to look at ({})", all.len()));
    for broken in all {
        ui.add_space(space::SMALL);
        if link(ui, &name_of(open, broken)).clicked() {
            let place = broken.place.clone();
            actions.push(Action::Draft(DraftAction::ShowPlace(place)));
        }
        words(
            ui,
            Words::Harm,
            match broken.why {
                Broken::Withdrawn => {
                    "A corrected return no longer has this entry. Cite another record, or say that it was withdrawn."
                }
                Broken::Gone => {
                    "It is no longer in the review. Take the citation out, or cite another in its place."
                }
            },
        );
        if let Target::Entry(id) = broken.citation.target
            && broken.why == Broken::Withdrawn
            && link(ui, "Look at the entry").clicked()
        {
            actions.push(Action::Shell(ShellAction::ShowEntry(id)));
        }
    }
    ui.add_space(space::MEDIUM);
}

/// “Analysis: Wexmoor Constabulary, 12 April 2019”
fn name_of(open: &Open, broken: &BrokenCitation) -> String {
    let sections = &open.draft.look.sections;
    let section = sections
        .iter()
        .find(|section| section.id == broken.place.section);
    let title = section.map_or("", |section| section.title.as_str());
    let citing = Citing::of(&open.review, &open.derived.claims);
    let cited = citing.cited(&broken.citation).words;
    match cited.as_str() {
        "" => format!("{title}: {}", broken.citation.target.handle()),
        cited => format!("{title}: {cited}"),
    }
}
