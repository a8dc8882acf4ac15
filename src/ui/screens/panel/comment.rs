//! The comment in hand: what was said, what became of it, and the paragraph it is about.

use egui::Ui;

use super::{Memory, ledger};
use crate::app::{Action, App, CommentPart, Field, Open, PanelAction, earlier_of_member};
use crate::checks::{self, WhyNotHeard};
use crate::dates;
use crate::drafting::{LedgerLine, Stands};
use crate::model::{Comment, CommentKind, Disposition, ParagraphId};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Side, Tone, Words, chip, choice, hairline, heading, labelled_field, link, marked,
    quote, small, tick, words,
};

/// Earlier comments that can be chosen as the one that is raised again.
const EARLIER: usize = 40;

pub(super) fn in_hand(open: &Open) -> Option<(&LedgerLine, &Comment)> {
    let line = open.panel.line()?;
    Some((line, open.review.comment(line.comment)?))
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    line: &LedgerLine,
    comment: &Comment,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    who(ui, open, line, comment, actions);
    what(ui, app, open, comment, actions);
    written_anew(ui, open, line, actions);
    ui.add_space(space::SMALL);
    objection(ui, open, comment, actions);
    ui.add_space(space::SMALL);
    hairline(ui);
    answer(ui, app, open, comment, memory, actions);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    paragraph(ui, open, line, comment, memory, actions);
}

fn who(ui: &mut Ui, open: &Open, line: &LedgerLine, comment: &Comment, actions: &mut Vec<Action>) {
    let member = open.review.member(line.member);
    let name = member.map_or("", |one| one.name.as_str());
    heading(ui, name);
    let mut about = vec![format!("Round {}", line.round_number)];
    about.extend(day_of(&comment.at));
    let agency = member.and_then(|one| open.review.agency(one.agency?));
    about.extend(agency.map(|agency| agency.name.clone()));
    words(ui, Words::Secondary, about.join(" · "));
    if !comment.author.is_empty() && comment.author != name {
        let text = format!("Signed “{}” in the file.", comment.author);
        words(ui, Words::Small, text);
    }
    if comment.is_typed_by_hand() {
        words(ui, Words::Small, "Told to you, and typed in by hand.");
    }
    if let Some(above) = comment.answers.and_then(|id| open.review.comment(id)) {
        let text = format!("Replies to: {}", ledger::named(open, above));
        if link(ui, &text).clicked() {
            actions.push(PanelAction::Show(above.id).into());
        }
    }
}

/// “3 May 2022”, of what a file gives as the moment.
pub(super) fn day_of(at: &str) -> Option<String> {
    let day = at.get(..10)?.parse().ok()?;
    Some(dates::spoken_date(day))
}

fn what(ui: &mut Ui, app: &App, open: &Open, comment: &Comment, actions: &mut Vec<Action>) {
    let quoted = comment.quoted.trim();
    if !quoted.is_empty() && comment.kind == CommentKind::Remark {
        words(ui, Words::SmallStrong, "About the words");
        quote(ui, |ui| words(ui, Words::Secondary, quoted));
    }
    if comment.is_typed_by_hand() {
        let look = FieldLook {
            rows: 3,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Comment(comment.id, CommentPart::Text);
        let typing = app.state.typing();
        labelled_field(
            ui,
            "What was said",
            typing,
            field,
            &comment.text,
            look,
            actions,
        );
        if small(ui, open.read_only.is_none(), "Remove this comment").clicked() {
            actions.push(PanelAction::RemoveComment(comment.id).into());
        }
        return;
    }
    let said = match comment.kind {
        CommentKind::Remark => "What was said",
        CommentKind::Insertion => "Put into the text",
        CommentKind::Deletion => "Struck out of the text",
    };
    words(ui, Words::SmallStrong, said);
    quote(ui, |ui| words(ui, Words::Matter, comment.text.as_str()));
}

/// The other wording, where a member changed a comment in a file that came later: both are kept.
fn written_anew(ui: &mut Ui, open: &Open, line: &LedgerLine, actions: &mut Vec<Action>) {
    for (other, text, to_it) in [
        (
            line.rewrites,
            "Seems to be written anew. Written before:",
            "To the earlier wording",
        ),
        (
            line.rewritten,
            "Seems to be replaced by what was written since:",
            "To the later wording",
        ),
    ] {
        let Some(other) = other.and_then(|id| open.review.comment(id)) else {
            continue;
        };
        words(ui, Words::SmallStrong, text);
        quote(ui, |ui| words(ui, Words::Secondary, other.text.as_str()));
        if link(ui, to_it).clicked() {
            actions.push(PanelAction::Show(other.id).into());
        }
    }
}

fn objection(ui: &mut Ui, open: &Open, comment: &Comment, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    let mut is_objection = comment.objection;
    let ticked = tick(
        ui,
        &mut is_objection,
        "This is an objection",
        "This is an objection",
    );
    if ticked.changed() && may {
        actions.push(PanelAction::MarkObjection(comment.id, is_objection).into());
    }
    let why = open.panel.not_heard.get(&comment.id);
    if !comment.objection && why.is_none() && checks::sounds_like_objection(&comment.text) {
        words(
            ui,
            Words::Doubt,
            "It reads like an objection. If it is one, mark it, so that it must be heard.",
        );
    }
    if let Some(why) = why {
        not_heard(ui, open, comment, *why, actions);
    }
    if comment.objection {
        raised_again(ui, open, comment, actions);
    }
    let later = open
        .review
        .comments
        .iter()
        .find(|one| one.repeats == Some(comment.id));
    if let Some(later) = later {
        let text = format!("Raised again in {}", lower(&ledger::named(open, later)));
        if link(ui, &text).clicked() {
            actions.push(PanelAction::Show(later.id).into());
        }
    }
}

fn lower(text: &str) -> String {
    text.replacen("Round", "round", 1)
}

fn not_heard(
    ui: &mut Ui,
    open: &Open,
    comment: &Comment,
    why: WhyNotHeard,
    actions: &mut Vec<Action>,
) {
    let style = match why {
        WhyNotHeard::Unanswered => Words::Doubt,
        _ => Words::Harm,
    };
    words(
        ui,
        style,
        format!("Not heard: {}.", lower_first(why.words())),
    );
    let earlier = why.earlier().and_then(|id| open.review.comment(id));
    let Some(earlier) = earlier else {
        return;
    };
    if link(ui, &ledger::named(open, earlier)).clicked() {
        actions.push(PanelAction::Show(earlier.id).into());
    }
    if let WhyNotHeard::SeemsRaisedAgain(_) = why {
        let text = "Yes, it raises that one again";
        if small(ui, open.read_only.is_none(), text).clicked() {
            actions.push(PanelAction::MarkRepeated(comment.id, Some(earlier.id)).into());
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// Which earlier comment it raises again, by hand.
fn raised_again(ui: &mut Ui, open: &Open, comment: &Comment, actions: &mut Vec<Action>) {
    let earlier = earlier_of_member(&open.review, comment);
    if earlier.is_empty() {
        return;
    }
    let mut choices = vec![(None, "Raised for the first time".to_owned())];
    let all = earlier.into_iter().take(EARLIER);
    choices.extend(all.map(|one| (Some(one.id), ledger::named(open, one))));
    words(ui, Words::SmallStrong, "Raises again");
    if open.read_only.is_some() {
        return;
    }
    if let Some(repeats) = choice(
        ui,
        "Which comment it raises again",
        &comment.repeats,
        choices,
    ) {
        actions.push(PanelAction::MarkRepeated(comment.id, repeats).into());
    }
}

fn answer(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    comment: &Comment,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    heading(ui, "What became of it");
    if open.read_only.is_some() {
        words(ui, Words::Plain, comment.disposition.words());
    } else {
        let all = Disposition::ALL.map(|one| (one, one.words().to_owned()));
        if let Some(disposition) = choice(ui, "What became of it", &comment.disposition, all) {
            actions.push(PanelAction::Answer(comment.id, disposition).into());
            memory.to_reason = disposition.needs_reason();
        }
    }
    if comment.disposition.needs_reason() && !comment.is_answered() {
        words(
            ui,
            Words::Doubt,
            "It counts as answered once the reason is given.",
        );
    }
    let look = FieldLook {
        rows: 2,
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let typing = app.state.typing();
    let field = Field::Comment(comment.id, CommentPart::Reason);
    let hint = "As the member will be told it";
    let reason = labelled_field(
        ui,
        "Why",
        typing,
        field,
        &comment.reason,
        FieldLook { hint, ..look },
        actions,
    );
    if std::mem::take(&mut memory.to_reason) {
        reason.request_focus();
        reason.scroll_to_me(None);
    }
    let field = Field::Comment(comment.id, CommentPart::Change);
    let hint = "What was changed, and where";
    labelled_field(
        ui,
        "What it changed in the text",
        typing,
        field,
        &comment.change,
        FieldLook { hint, ..look },
        actions,
    );
}

fn paragraph(
    ui: &mut Ui,
    open: &Open,
    line: &LedgerLine,
    comment: &Comment,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    heading(ui, "The paragraph");
    if let Stands::Nowhere = line.stands {
        chip(ui, Tone::Doubt, "At no paragraph");
        words(
            ui,
            Words::Secondary,
            "It could not be told from the file which paragraph this is about. Say it here, if it is about one.",
        );
    }
    if let Some(place) = line.stands.place() {
        let text = format!("{} {}", place.number, place.title);
        if let Stands::Gone(_) = line.stands {
            chip(ui, Tone::Doubt, "No longer in the draft");
            words(
                ui,
                Words::Secondary,
                format!("It stood at {text} when the round went out:"),
            );
        } else if let Some(paragraph) = line.paragraph {
            let shown = link(ui, &format!("Show {} in the draft", text.trim()));
            if shown.clicked() {
                actions.push(PanelAction::ShowInDraft(paragraph).into());
            }
        }
        match &open.panel.difference {
            Some([then, now]) => {
                words(ui, Words::SmallStrong, "As it went out");
                marked(ui, Side::Before, then);
                words(ui, Words::SmallStrong, "As it reads now");
                marked(ui, Side::After, now);
            }
            None => {
                words(ui, Words::Matter, place.text.as_str());
            }
        }
    }
    if comment.answers.is_none() && open.read_only.is_none() {
        place_by_hand(ui, open, line, comment, memory, actions);
    }
}

/// Two menus: the section, and the paragraph in it.
fn place_by_hand(
    ui: &mut Ui,
    open: &Open,
    line: &LedgerLine,
    comment: &Comment,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    const SHOWN: usize = 48;
    ui.add_space(space::SMALL);
    words(ui, Words::SmallStrong, "It is about another paragraph");
    let here = line.stands.place().map(|place| place.section);
    let wanted = memory.section.filter(|(of, _)| *of == comment.id);
    let section = wanted.map(|(_, section)| section).or(here);
    ui.horizontal_wrapped(|ui| {
        let sections = open.review.sections.iter();
        let written = sections.filter(|one| !one.text.trim().is_empty());
        let all = written.map(|one| (Some(one.id), one.title.clone()));
        if let Some(section) = choice(ui, "Section of the paragraph", &section, all) {
            memory.section = section.map(|section| (comment.id, section));
        }
        let mut all: Vec<(Option<ParagraphId>, String)> = vec![(None, "No paragraph".to_owned())];
        let places = open.panel.places.all().into_iter();
        let of_section = places.filter(|(_, place)| Some(place.section) == section);
        all.extend(of_section.map(|(id, place)| {
            let words: String = place.text.chars().take(SHOWN).collect();
            (Some(id), format!("{} {words}", place.number))
        }));
        if let Some(paragraph) = choice(ui, "Paragraph that it is about", &comment.paragraph, all) {
            memory.section = None;
            actions.push(PanelAction::Place(comment.id, paragraph).into());
        }
    });
}
