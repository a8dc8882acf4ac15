//! What the programme decides for itself: each number with its field.

use egui::{Align, Layout, Ui, vec2};

use crate::app::{
    Action, App, Field, NOTICES, OpenProgramme, ProgrammeField, ProgrammeRoom, RunningAction,
    RunningText, Setting,
};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, field, hairline, heading, label, labelled_field, link, tick, words,
};

/// A heading, what must be known of it, and its numbers.
struct Group {
    heading: &'static str,
    about: &'static str,
    settings: &'static [Setting],
}

const GROUPS: [Group; 7] = [
    Group {
        heading: "Sessions and groups",
        about: "",
        settings: &[
            Setting::Sessions,
            Setting::Hours,
            Setting::IndividualBefore,
            Setting::GroupSize,
            Setting::OpeningWeeks,
            Setting::SignificantRun,
        ],
    },
    Group {
        heading: "Contact with partners",
        about: "Owed to every current and former partner at risk.",
        settings: &[
            Setting::FirstInformation,
            Setting::ContactsDuring,
            Setting::TelephoneOffers,
            Setting::ContactsAfter,
        ],
    },
    Group {
        heading: "What partners are told",
        about: "",
        settings: &[Setting::NoticeWithin, Setting::SafetyWithin],
    },
    Group {
        heading: "Follow-up",
        about: "What was recorded at other months stays in the file, but has no window any more.",
        settings: &[Setting::FollowUpMonths, Setting::OverdueAfter],
    },
    Group {
        heading: "Couples work",
        about: "",
        settings: &[
            Setting::LeastSessions,
            Setting::WeeksWithoutViolence,
            Setting::OfferedFromWeek,
        ],
    },
    Group {
        heading: "Keeping files",
        about: "",
        settings: &[Setting::YearsKept],
    },
    Group {
        heading: "What leaves the programme",
        about: "Counts from 1 to one less are left out of released tables, with whatever would give them away.",
        settings: &[Setting::Threshold],
    },
];

pub(super) fn show(ui: &mut Ui, app: &App, open: &OpenProgramme, actions: &mut Vec<Action>) {
    let look = FieldLook {
        read_only: !open.may_change(),
        ..FieldLook::default()
    };
    labelled_field(
        ui,
        "Title, as reports name it",
        app.state.typing(),
        text(RunningText::Title),
        &open.programme.title,
        look,
        actions,
    );
    ui.add_space(space::SMALL);
    if open.may_change() && !open.may_settle_what_is_owed() {
        ui.horizontal_wrapped(|ui| {
            let text = "What is owed to partners is settled by women’s safety work: it can be changed here while its lock is open.";
            words(ui, Words::Secondary, text);
            if link(ui, "Open the lock").clicked() {
                actions.push(ProgrammeRoom::Partners.into());
            }
        });
        ui.add_space(space::SMALL);
    }
    let template = &open.programme.template;
    words(
        ui,
        Words::Secondary,
        format!("Begun with “{}” ({}).", template.title, template.source),
    );
    for group in &GROUPS {
        ui.add_space(space::LARGE);
        heading(ui, group.heading);
        if !group.about.is_empty() {
            words(ui, Words::Secondary, group.about);
        }
        ui.add_space(space::SMALL);
        for setting in group.settings {
            number(ui, app, open, *setting, actions);
        }
        if group.settings.contains(&Setting::NoticeWithin) {
            notices(ui, open, actions);
        }
    }
}

fn text(of: RunningText) -> Field {
    Field::Programme(ProgrammeField::Running(of))
}

fn number(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    setting: Setting,
    actions: &mut Vec<Action>,
) {
    let may_change = match setting.is_owed_to_partners() {
        true => open.may_settle_what_is_owed(),
        false => open.may_change(),
    };
    hairline(ui);
    ui.horizontal(|ui| {
        let room =
            (ui.available_width() - size::SHORT_COLUMN - space::SMALL).max(size::SHORT_COLUMN);
        let place = vec2(room, size::CONTROL);
        ui.allocate_ui_with_layout(place, Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            if setting.hint().is_empty() {
                ui.add_space(space::TIGHT);
            }
            words(ui, Words::Plain, setting.words());
            if !setting.hint().is_empty() {
                words(ui, Words::Small, setting.hint());
            }
        });
        let stored = setting.value(&open.programme.template);
        if !may_change {
            label(ui, Words::Strong, stored);
            return;
        }
        let look = FieldLook {
            width: Some(size::SHORT_COLUMN),
            ..FieldLook::default()
        };
        let of = text(RunningText::Setting(setting));
        let name = setting.words();
        field(ui, name, app.state.typing(), of, &stored, look, actions);
    });
}

fn notices(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    hairline(ui);
    words(ui, Words::Plain, "She is told when");
    ui.add_enabled_ui(open.may_settle_what_is_owed(), |ui| {
        for (event, name) in NOTICES {
            let mut told = open.programme.template.notices.events.contains(&event);
            if tick(ui, &mut told, name, name).changed() {
                actions.push(RunningAction::Tell(event, told).into());
            }
        }
    });
}
