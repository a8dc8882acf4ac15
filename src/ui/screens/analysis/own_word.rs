//! What somebody said, and the records that came to state it as a fact: a chain in order of time.

use egui::{Response, Stroke, Ui, pos2};

use super::{Memory, found, opening};
use crate::app::{
    Action, AnalysisAction, App, Open, Opened, OwnWordAction, OwnWordStep, own_word_chain,
};
use crate::chronology::{Hardened, Stated};
use crate::model::Basis;
use crate::ui::screens::citation;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, card, heading, quote, secondary, small, tick, words};

/// Links of a chain drawn at once; longer ones are read in the pane of records.
const DRAWN: usize = 60;

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Own word taken as fact",
        "What somebody said of himself or herself, and the later records that state it without saying who said so.",
    );
    let state = &open.analysis.own_word;
    let Some(all) = found(ui, app, open, &state.found, actions) else {
        return;
    };
    if all.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No record states as a fact what is only somebody’s own word: so far as Lantern can see, of illnesses, conditions and diagnoses. What a record rests on is set beside each entry in the chronology, under “Who says so”.",
        );
        return;
    }
    for hardened in all {
        ui.add_space(space::SMALL);
        card(ui, false, |ui| one(ui, open, hardened, actions));
    }
}

fn one(ui: &mut Ui, open: &Open, hardened: &Hardened, actions: &mut Vec<Action>) {
    heading(ui, first_upper(&hardened.of));
    words(ui, Words::Plain, hardened.why.as_str());
    let mut entries = vec![hardened.claim];
    let chain = own_word_chain(open, hardened);
    entries.extend(chain.iter().map(|step| step.stated().entry));
    let name = format!("Open the {} records beside", entries.len());
    if small(ui, true, &name).clicked() {
        let title = format!("Own word taken as fact: {}", hardened.of);
        let opened = Opened { title, entries };
        actions.push(Action::Analysis(AnalysisAction::Open(opened)));
    }
    ui.add_space(space::SMALL);
    let claim = Stated {
        entry: hardened.claim,
        words: hardened.words.clone(),
    };
    let said = match hardened.own_word_of {
        Some(basis) => format!("First record. {}", basis.words()),
        None => "First record of that word".to_owned(),
    };
    let mut last = link_of_chain(ui, Bead::Said, None, |ui| {
        words(ui, Words::SmallStrong, said);
        stated(ui, open, &claim, actions);
    });
    let of = hardened.later.len();
    let mut number = 0;
    for step in chain.iter().take(DRAWN) {
        let bead = match step {
            OwnWordStep::AsFact(_) => Bead::AsFact,
            OwnWordStep::RuledOut(_) => Bead::RuledOut,
        };
        last = link_of_chain(ui, bead, Some(last), |ui| match step {
            OwnWordStep::AsFact(later) => {
                number += 1;
                as_fact(ui, open, hardened, later, (number, of), actions);
            }
            OwnWordStep::RuledOut(by) => {
                words(ui, Words::Harm, "A professional’s record denies it");
                stated(ui, open, by, actions);
            }
        });
    }
    if chain.len() > DRAWN {
        let left = chain.len() - DRAWN;
        words(
            ui,
            Words::Small,
            format!("{left} more are in the pane of records."),
        );
    }
    marking(ui, open, hardened, actions);
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Agency and date, which lead to the entry, and its sentence.
fn stated(ui: &mut Ui, open: &Open, stated: &Stated, actions: &mut Vec<Action>) {
    if let Some(entry) = open.review.entry(stated.entry) {
        citation::place(ui, open, entry, actions);
    }
    quote(ui, |ui| words(ui, Words::Matter, stated.words.as_str()));
}

fn as_fact(
    ui: &mut Ui,
    open: &Open,
    hardened: &Hardened,
    later: &Stated,
    (number, of): (usize, usize),
    actions: &mut Vec<Action>,
) {
    let key = (hardened.claim, later.entry);
    let mut chosen = open.analysis.own_word.chosen.contains(&key);
    let text = format!("Stated as a fact, {number} of {of}");
    let entry = open.review.entry(later.entry);
    let place = entry.map_or_else(String::new, |entry| citation::place_of(open, entry));
    let name = format!("Choose {number}: {place}");
    let response = tick(ui, &mut chosen, &text, &name);
    if response.changed() {
        let choose = OwnWordAction::Choose {
            claim: hardened.claim,
            later: later.entry,
            chosen,
        };
        actions.push(choose.into());
    }
    stated(ui, open, later, actions);
}

/// Says of the chosen records that they rest on the person’s own word.
fn marking(ui: &mut Ui, open: &Open, hardened: &Hardened, actions: &mut Vec<Action>) {
    let claim = hardened.claim;
    let chosen = open.analysis.own_word.chosen_of(claim).len();
    ui.add_space(space::SMALL);
    words(
        ui,
        Words::Secondary,
        "Choose the records that rest on that word alone, and mark them as such. Their wording stays; their badge says whose word it is wherever they are cited, and they no longer count here as stating a fact. The mark is for the whole record, so leave out what also records something else at first hand. One undo takes it back.",
    );
    ui.horizontal_wrapped(|ui| {
        let all = chosen == hardened.later.len();
        let text = if all { "Choose none" } else { "Choose all" };
        if small(ui, true, &format!("{text} of the {}", hardened.later.len())).clicked() {
            let later = hardened.later.iter().map(|stated| stated.entry);
            let choose = OwnWordAction::ChooseAll {
                claim,
                later: later.collect(),
                chosen: !all,
            };
            actions.push(choose.into());
        }
        let bases = match &hardened.own_word_of {
            Some(basis) => std::slice::from_ref(basis),
            None => &[Basis::Victim, Basis::Perpetrator],
        };
        for basis in bases {
            let may = chosen > 0 && open.read_only.is_none();
            let records = match chosen {
                0 => "chosen records".to_owned(),
                1 => "chosen record".to_owned(),
                count => format!("{count} chosen records"),
            };
            let text = format!("Mark the {records} “{}”", basis.words());
            if secondary(ui, may, &text).clicked() {
                let basis = *basis;
                actions.push(OwnWordAction::SetBasis { claim, basis }.into());
            }
        }
    });
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bead {
    Said,
    AsFact,
    RuledOut,
}

/// A link of the chain, joined to the one above it; returns where its bead stands.
fn link_of_chain(
    ui: &mut Ui,
    bead: Bead,
    above: Option<egui::Pos2>,
    contents: impl FnOnce(&mut Ui),
) -> egui::Pos2 {
    let response: Response = egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 24,
            right: 0,
            top: 2,
            bottom: 4,
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        })
        .response;
    let colours = palette(ui);
    let middle = response.rect.min + egui::vec2(space::SMALL, space::SMALL + space::TIGHT);
    let painter = ui.painter();
    if let Some(above) = above {
        let from = pos2(above.x, above.y + space::SMALL);
        let to = pos2(middle.x, middle.y - space::SMALL);
        painter.line_segment([from, to], Stroke::new(1.0, colours.line));
    }
    let radius = size::MARK + 1.0;
    match bead {
        Bead::Said => {
            painter.circle_stroke(middle, radius, Stroke::new(1.5, colours.doubt));
        }
        Bead::AsFact => {
            painter.circle_filled(middle, radius, colours.mark);
        }
        Bead::RuledOut => {
            for across in [egui::vec2(radius, radius), egui::vec2(radius, -radius)] {
                let line = [middle - across, middle + across];
                painter.line_segment(line, Stroke::new(2.0, colours.harm));
            }
        }
    }
    middle
}
