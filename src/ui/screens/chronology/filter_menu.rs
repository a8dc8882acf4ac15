//! The menu of filters: each line narrows or widens what is shown.

use egui::{Checkbox, Ui};

use super::tools::{line, ringed};
use crate::app::{Action, ChronologyAction, Open, filter_words};
use crate::chronology::{Filter, InEvent, Withdrawn};
use crate::model::{Basis, Disclosure, Enquiry};
use crate::ui::screens::weaknesses;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, words};

/// The ends of a stretch of time, as they are typed.
#[derive(Default)]
pub struct Memory {
    from: String,
    until: String,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let typed = open.chronology.filter.from.or(open.chronology.filter.until);
    let heading = counted("Stretch of time", usize::from(typed.is_some()));
    ui.menu_button(heading, |ui| time(ui, open, memory, actions));
    let mut menu = Menu {
        filter: &open.chronology.filter,
        changed: None,
    };
    menu.lists(ui, open);
    hairline(ui);
    menu.flags(ui, open);
    if let Some(changed) = menu.changed {
        let action = ChronologyAction::SetFilter(Box::new(changed));
        actions.push(Action::Chronology(action));
    }
}

fn time(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    ui.set_min_width(size::SEARCH);
    words(
        ui,
        Words::Small,
        "A day, a month or a year, and Enter: 2019, March 2019, 12/04/2019.",
    );
    if line(ui, "From", "from", &mut memory.from) {
        let typed = std::mem::take(&mut memory.from);
        actions.push(Action::Chronology(ChronologyAction::SetFrom(typed)));
    }
    if line(ui, "Until", "until", &mut memory.until) {
        let typed = std::mem::take(&mut memory.until);
        actions.push(Action::Chronology(ChronologyAction::SetUntil(typed)));
    }
    let details = &open.review.details;
    if let (Some(from), Some(until)) = (details.scope_from, details.scope_until) {
        let filter = &open.chronology.filter;
        let mut on = filter.from == Some(from) && filter.until == Some(until);
        if ringed(ui, Checkbox::new(&mut on, "Only the period under review")).changed() {
            let changed = Filter {
                from: on.then_some(from),
                until: on.then_some(until),
                ..filter.clone()
            };
            let action = ChronologyAction::SetFilter(Box::new(changed));
            actions.push(Action::Chronology(action));
        }
    }
}

struct Menu<'a> {
    filter: &'a Filter,
    changed: Option<Filter>,
}

impl Menu<'_> {
    fn set(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut changed = self.filter.clone();
        change(&mut changed);
        self.changed = Some(changed);
    }

    fn check(
        &mut self,
        ui: &mut Ui,
        on: bool,
        words: &str,
        change: impl FnOnce(&mut Filter, bool),
    ) {
        let mut on = on;
        if ringed(ui, Checkbox::new(&mut on, words)).changed() {
            self.set(|filter| change(filter, on));
        }
    }

    fn flags(&mut self, ui: &mut Ui, open: &Open) {
        let filter = self.filter;
        self.check(ui, filter.doubtful, "Dates to look at", |filter, on| {
            filter.doubtful = on;
        });
        self.check(ui, filter.untagged, "Without tags", |filter, on| {
            filter.untagged = on;
        });
        self.check(ui, filter.contradicted, "Contradicted", |filter, on| {
            filter.contradicted = on;
        });
        if open.chronology.withdrawn > 0 {
            for (withdrawn, words) in [
                (Withdrawn::Among, "With withdrawn entries"),
                (Withdrawn::Only, "Withdrawn entries only"),
            ] {
                self.check(ui, filter.withdrawn == withdrawn, words, |filter, on| {
                    filter.withdrawn = if on { withdrawn } else { Withdrawn::LeftOut };
                });
            }
        }
    }

    fn lists(&mut self, ui: &mut Ui, open: &Open) {
        let review = &open.review;
        let template = &review.template;
        let agencies = review.agencies.iter();
        let agencies = agencies.map(|agency| (agency.id, agency.name.as_str()));
        self.list(ui, "Agency", agencies, |filter| &mut filter.agencies);
        let sent = |key: &str| review.agencies.iter().any(|agency| agency.sector == key);
        let sectors = template.sectors.iter().filter(|sector| sent(&sector.key));
        let sectors = sectors.map(|sector| (sector.key.clone(), sector.name.as_str()));
        self.list(ui, "Sector", sectors, |filter| &mut filter.sectors);
        let people = review.people.iter();
        let people = people.map(|person| (person.id, person.name.as_str()));
        self.list(ui, "Person", people, |filter| &mut filter.people);
        let tags: Vec<(String, String)> = review
            .weaknesses
            .iter()
            .map(|weakness| (weakness.key.clone(), weaknesses::in_menu(weakness)))
            .collect();
        let tags = tags.iter().map(|(key, name)| (key.clone(), name.as_str()));
        self.list(ui, "Tag", tags, |filter| &mut filter.tags);
        let signs = template.indicators.iter();
        let signs = signs.map(|sign| (sign.key.clone(), sign.name.as_str()));
        self.list(ui, "Sign of danger", signs, |filter| &mut filter.indicators);
        ui.menu_button(
            counted("Event", usize::from(self.filter.event.is_some())),
            |ui| {
                for (event, words) in [
                    (InEvent::Joined, "In an event"),
                    (InEvent::Alone, "In no event"),
                ] {
                    let on = self.filter.event == Some(event);
                    self.check(ui, on, words, |filter, on| {
                        filter.event = on.then_some(event)
                    });
                }
            },
        );
        let bases = Basis::ALL.map(|basis| (basis, basis.words()));
        self.list(ui, "Basis", bases, |filter| &mut filter.bases);
        let asked = Enquiry::ALL.map(|enquiry| (enquiry, filter_words::asked(enquiry)));
        self.list(ui, "Asked", asked, |filter| &mut filter.enquiries);
        let disclosed =
            Disclosure::ALL.map(|disclosure| (disclosure, filter_words::disclosed(disclosure)));
        self.list(ui, "Disclosed", disclosed, |filter| &mut filter.disclosures);
    }

    /// A line that opens to a list of what can be asked for.
    fn list<'n, T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        name: &str,
        items: impl IntoIterator<Item = (T, &'n str)>,
        of: impl Fn(&mut Filter) -> &mut Vec<T>,
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        let mut present = self.filter.clone();
        let wanted = of(&mut present).clone();
        ui.menu_button(counted(name, wanted.len()), |ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            let room = ui.ctx().content_rect().height();
            egui::ScrollArea::vertical()
                .max_height(room - size::TITLE_LINE - size::STATUS_LINE)
                .show(ui, |ui| {
                    for (item, words) in items {
                        self.check(ui, wanted.contains(&item), words, |filter, on| {
                            let list = of(filter);
                            list.retain(|other| *other != item);
                            if on {
                                list.push(item);
                            }
                        });
                    }
                });
        });
    }
}

/// “Agency”, or “Agency (2)” where two are asked for.
fn counted(name: &str, asked_for: usize) -> String {
    match asked_for {
        0 => name.to_owned(),
        count => format!("{name} ({count})"),
    }
}
