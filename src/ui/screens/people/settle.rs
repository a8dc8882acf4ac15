//! What somebody must look at before anything is published: each question is answered once, and remembered.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, Role, Ui, WidgetInfo};

use super::remembered;
use crate::app::{
    Action, App, Doubt, Field, IdentitiesFound, Open, PeopleAction, PersonPart, where_it_is,
};
use crate::identities::{IdentityOf, Misspelling, Warning, WarningKind};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{FieldLook, Words, empty, field, hairline, heading, link, small, words};

/// Of each kind; the rest follows when these are settled.
const LISTED: usize = 100;

pub(super) fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let Some(found) = open.people.found.found() else {
        words(ui, Words::Secondary, "Looking for names …");
        return;
    };
    if open.people.to_settle() == 0 {
        let text = "Every pseudonym is chosen and gives nobody away, and no word is in doubt. Whatever changes in the review is looked at again.";
        empty(ui, "Nothing to settle", text, None);
    }
    misspellings(ui, open, found, actions);
    doubts(ui, open, found, actions);
    let gives_away = |warning: &&Warning| warning.kind != WarningKind::NotChosen;
    let giving_away = found.warnings.iter().filter(gives_away);
    let title = "Pseudonyms that give away";
    pseudonyms(ui, app, open, title, giving_away, actions);
    let without = found.warnings.iter();
    let without = without.filter(|warning| warning.kind == WarningKind::NotChosen);
    pseudonyms(
        ui,
        app,
        open,
        "People without a pseudonym",
        without,
        actions,
    );
    remembered::show(ui, open, actions);
}

fn misspellings(ui: &mut Ui, open: &Open, found: &IdentitiesFound, actions: &mut Vec<Action>) {
    if found.misspellings.is_empty() {
        return;
    }
    heading(ui, "Names that may be misspelt");
    for misspelling in found.misspellings.iter().take(LISTED) {
        hairline(ui);
        ui.push_id(&misspelling.word, |ui| {
            one_misspelling(ui, open, misspelling, actions);
        });
    }
    more(ui, found.misspellings.len());
}

fn one_misspelling(ui: &mut Ui, open: &Open, misspelling: &Misspelling, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    let Misspelling {
        word,
        form,
        of,
        times,
        places,
    } = misspelling;
    let whose = name_of(open, *of);
    let whose = match whose == *form {
        true => String::new(),
        false => format!(" ({whose})"),
    };
    let question = format!("“{word}”, {}: is this {form}{whose}?", counted(*times));
    words(ui, Words::Matter, question);
    ui.horizontal_wrapped(|ui| {
        if small(ui, may, &format!("Yes, “{word}” is {form}")).clicked() {
            actions.push(PeopleAction::TakeAsForm(*of, word.clone()).into());
        }
        if small(ui, may, &format!("No, “{word}” is another word")).clicked() {
            actions.push(PeopleAction::Allow(word.clone()).into());
        }
        if let Some(at) = places.first()
            && link(ui, &where_it_is(&open.review, *at)).clicked()
        {
            let lead = PeopleAction::Lead {
                to: *at,
                was: word.clone(),
                nth: 0,
            };
            actions.push(lead.into());
        }
    });
}

fn doubts(ui: &mut Ui, open: &Open, found: &IdentitiesFound, actions: &mut Vec<Action>) {
    let (of_several, words): (Vec<&Doubt>, Vec<&Doubt>) = found
        .doubts
        .iter()
        .partition(|doubt| doubt.people.len() > 1);
    doubtful(
        ui,
        open,
        (
            "Whose name it is",
            "Several people bear it. Until this is settled the name is left out of what is published.",
        ),
        &of_several,
        actions,
    );
    doubtful(
        ui,
        open,
        (
            "Words that may be names",
            "Until this is settled each is taken for a name.",
        ),
        &words,
        actions,
    );
}

fn doubtful(
    ui: &mut Ui,
    open: &Open,
    (title, until): (&str, &str),
    doubts: &[&Doubt],
    actions: &mut Vec<Action>,
) {
    if doubts.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, title);
    let text = format!("{until} What is decided holds wherever the same words stand around it.");
    words(ui, Words::Secondary, text);
    for doubt in doubts.iter().take(LISTED) {
        hairline(ui);
        ui.push_id((&doubt.form, &doubt.before, &doubt.after), |ui| {
            one_doubt(ui, open, doubt, actions);
        });
    }
    more(ui, doubts.len());
}

fn one_doubt(ui: &mut Ui, open: &Open, doubt: &Doubt, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    sentence(ui, doubt);
    ui.horizontal_wrapped(|ui| {
        for person in &doubt.people {
            let name = name_of(open, IdentityOf::Person(*person));
            let text = match doubt.people.len() {
                1 => format!("A name: {name}"),
                _ => name,
            };
            if answer(ui, may, &text, doubt) {
                let settle = PeopleAction::Settle(Box::new(doubt.clone()), Some(*person));
                actions.push(settle.into());
            }
        }
        if answer(ui, may, "An ordinary word", doubt) {
            actions.push(PeopleAction::Settle(Box::new(doubt.clone()), None).into());
        }
        if link(ui, &where_it_is(&open.review, doubt.at)).clicked() {
            let lead = PeopleAction::Lead {
                to: doubt.at,
                was: doubt.form.clone(),
                nth: doubt.nth,
            };
            actions.push(lead.into());
        }
        if doubt.times > 1 {
            words(ui, Words::Small, counted(doubt.times));
        }
    });
}

/// One of the answers; its name tells which word it answers for.
fn answer(ui: &mut Ui, may: bool, text: &str, doubt: &Doubt) -> bool {
    let around = [&doubt.before, &doubt.form, &doubt.after].map(String::as_str);
    let name = format!("{text}: “{}”", around.join(" ").trim());
    let response = small(ui, may, text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, may, &name));
    response.clicked()
}

/// The sentence, with the word in question marked.
fn sentence(ui: &mut Ui, doubt: &Doubt) {
    let palette = palette(ui);
    let (before, after) = &doubt.sentence;
    let plain = TextFormat {
        font_id: Words::Matter.font(),
        color: palette.ink,
        ..TextFormat::default()
    };
    let mut marked = plain.clone();
    marked.font_id = Words::MatterStrong.font();
    marked.color = palette.doubt;
    marked.background = palette.doubt_wash;
    let mut job = LayoutJob::default();
    job.append(before, 0.0, plain.clone());
    job.append(&doubt.form, 0.0, marked);
    job.append(after, 0.0, plain);
    ui.add(Label::new(job).wrap().selectable(false));
}

/// Each warning with the field in which another pseudonym is typed.
fn pseudonyms<'a>(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    title: &str,
    warnings: impl Iterator<Item = &'a Warning>,
    actions: &mut Vec<Action>,
) {
    let warnings: Vec<&Warning> = warnings.collect();
    if warnings.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, title);
    for (at, warning) in warnings.iter().enumerate().take(LISTED) {
        hairline(ui);
        ui.push_id((title, at), |ui| {
            words(ui, Words::Matter, &warning.words);
            let is_first = at == 0 || warnings[at - 1].of != warning.of;
            if is_first {
                another(ui, app, open, warning, actions);
            }
        });
    }
    more(ui, warnings.len());
}

fn another(ui: &mut Ui, app: &App, open: &Open, warning: &Warning, actions: &mut Vec<Action>) {
    match warning.of {
        IdentityOf::Person(id) => {
            let Some(person) = open.review.person(id) else {
                return;
            };
            ui.horizontal_wrapped(|ui| {
                let look = FieldLook {
                    hint: "pseudonym",
                    width: Some(size::SEARCH),
                    read_only: open.read_only.is_some(),
                    ..FieldLook::default()
                };
                let name = format!("Pseudonym of {}", person.name);
                let place = Field::Person(id, PersonPart::Pseudonym);
                let stored = &person.pseudonym;
                field(ui, &name, app.state.typing(), place, stored, look, actions);
                if link(ui, &format!("Show {}", person.name)).clicked() {
                    actions.push(PeopleAction::Show(id).into());
                }
            });
        }
        IdentityOf::Place(id) => {
            let name = name_of(open, warning.of);
            if link(ui, &format!("Show {name}")).clicked() {
                actions.push(PeopleAction::ShowPlace(id).into());
            }
        }
    }
}

pub(super) fn name_of(open: &Open, of: IdentityOf) -> String {
    match of {
        IdentityOf::Person(id) => {
            let person = open.review.person(id);
            person.map_or_else(String::new, |person| person.name.clone())
        }
        IdentityOf::Place(id) => {
            let mut places = open.review.publishing.places.iter();
            let place = places.find(|place| place.id == id);
            place.map_or_else(String::new, |place| place.name.clone())
        }
    }
}

fn counted(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}

fn more(ui: &mut Ui, count: usize) {
    let more = count.saturating_sub(LISTED);
    if more > 0 {
        words(
            ui,
            Words::Small,
            format!("and {more} more, once these are settled"),
        );
    }
}
