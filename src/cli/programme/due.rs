use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::safety::{self, SafetyKey, called};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::review_file::{ReviewFile, today};
use crate::model::ManId;
use crate::model::programme::{OwesNotice, Programme};
use crate::programme::{
    ContactKind, ContactState, FollowUpState, Keep, NoticeState, contact_duties, follow_up_of_man,
    follow_up_of_partners, keeping, notices,
};
use crate::wall::{Told, View, WomensSafety};

/// Say what is owed and due: follow-ups, files to destroy, and contacts with and notices to partners
///
/// What is owed to partners is told with the open lock of women’s safety work only.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where something is late.\n\nExample:\n  lantern programme pilot.lantern due --json"
)]
pub(super) struct Due {
    #[command(flatten)]
    safety: SafetyKey,
    /// As of this day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// {on, follow_ups: [{case, months, due, late}], files: [{case, since, reduce}], partners: {contacts: [{case, partner, what, due, late}],
    /// notices: [{case, partner, of, due, late}], follow_ups: [{case, partner, months, due, late}]}}; partners is null while the lock is closed
    #[arg(long)]
    json: bool,
}

impl Due {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let day = self.on.unwrap_or_else(today);
        let mut store = self.safety.open(file, false)?;
        let programme = store.programme()?;
        let follow_ups = follow_ups(&programme, day);
        let files = files(&programme, day);
        let theirs = safety::asked(&mut store, |view| Ok(theirs(view, &programme, day)))?;
        let all = json!({
            "on": day,
            "follow_ups": follow_ups,
            "files": files,
            "partners": theirs,
        });
        let lists = [
            "/follow_ups",
            "/partners/contacts",
            "/partners/notices",
            "/partners/follow_ups",
        ];
        let late = |list: &&str| {
            let items = all.pointer(list).and_then(Value::as_array);
            items.is_some_and(|items| items.iter().any(|item| item["late"] == json!(true)))
        };
        let any_late = lists.iter().any(late) || !files.is_empty();
        if self.json {
            console.json(&all)?;
        } else {
            tell(&all, console)?;
        }
        Ok(match any_late {
            true => Ending::No,
            false => Ending::Done,
        })
    }
}

fn case(programme: &Programme, man: ManId) -> String {
    programme.man(man).map(called).unwrap_or_default()
}

/// Whether something is due, and whether it is late; `None`: neither.
fn open(state: FollowUpState) -> Option<bool> {
    match state {
        FollowUpState::Due => Some(false),
        FollowUpState::Overdue => Some(true),
        _ => None,
    }
}

fn follow_ups(programme: &Programme, day: NaiveDate) -> Vec<Value> {
    let men = programme.men.iter();
    let windows = men.flat_map(|man| {
        let windows = follow_up_of_man(man, &programme.template, day).into_iter();
        windows.map(move |window| (man, window))
    });
    windows
        .filter_map(|(man, window)| {
            let late = open(window.state)?;
            Some(json!({ "case": called(man), "months": window.months, "due": window.on, "late": late }))
        })
        .collect()
}

fn files(programme: &Programme, day: NaiveDate) -> Vec<Value> {
    keeping(programme, day)
        .into_iter()
        .filter_map(|kept| {
            let (since, reduce) = match kept.state {
                Keep::Due(since) => (since, false),
                Keep::ReduceToMonitoring(since) => (since, true),
                _ => return None,
            };
            Some(json!({ "case": case(programme, kept.man), "since": since, "reduce": reduce }))
        })
        .collect()
}

fn theirs(view: &View<'_, WomensSafety>, programme: &Programme, day: NaiveDate) -> Value {
    let duties = contact_duties(view, day);
    let contacts = view.open(&duties).iter().filter_map(|duty| {
        let late = match duty.state {
            ContactState::Done(_) => return None,
            ContactState::Due => false,
            ContactState::Late => true,
        };
        let what = match duty.kind {
            ContactKind::FirstInformation => "First information".to_owned(),
            ContactKind::During(number) => format!("Contact {number} during his programme"),
            ContactKind::TelephoneOffer(number) => format!("Telephone contact {number}"),
            ContactKind::AfterLeaving(number) => format!("Contact {number} after he left"),
        };
        Some(json!({
            "case": case(programme, duty.man), "partner": duty.partner, "what": what, "due": duty.due, "late": late,
        }))
    });
    let contacts: Vec<Value> = contacts.collect();
    let owed = notices(view, day);
    let owed = view.open(&owed).iter().filter_map(|notice| {
        let late = match notice.state {
            NoticeState::Told(_) => return None,
            NoticeState::Owed => false,
            NoticeState::Overdue => true,
        };
        Some(json!({
            "case": case(programme, notice.man), "partner": notice.partner, "of": told_of(notice.of), "due": notice.by, "late": late,
        }))
    });
    let owed: Vec<Value> = owed.collect();
    let windows = follow_up_of_partners(view, day);
    let partners = view.all_partners();
    let windows = view.open(&windows).iter().flat_map(|(partner, windows)| {
        let man = partners.iter().find(|known| known.id == *partner);
        let case = man.map(|known| case(programme, known.man)).unwrap_or_default();
        windows.iter().filter_map(move |window| {
            let late = open(window.state)?;
            Some(json!({ "case": case, "partner": partner, "months": window.months, "due": window.on, "late": late }))
        })
    });
    let windows: Vec<Value> = windows.collect();
    json!({ "contacts": contacts, "notices": owed, "follow_ups": windows })
}

fn told_of(of: Told) -> &'static str {
    match of {
        Told::Concern(_) => "A concern for her safety",
        Told::Event(OwesNotice::SignificantAbsence, _) => "Significant absence",
        Told::Event(OwesNotice::Unsuitable, _) => "Found unsuitable",
        Told::Event(OwesNotice::Completed, _) => "Completed",
        Told::Event(OwesNotice::DroppedOut, _) => "Dropped out",
        Told::Event(OwesNotice::Suspended, _) => "Suspended or breached",
    }
}

fn tell(all: &Value, console: &mut Console) -> Result<(), Fault> {
    let words = |value: &Value| match value {
        Value::String(words) => words.clone(),
        other => other.to_string(),
    };
    let items = |list: &str| {
        all.pointer(list)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let late = |item: &Value| match item["late"] == json!(true) {
        true => ", late",
        false => "",
    };
    for item in items("/follow_ups") {
        console.say(&format!(
            "{}: follow-up after {} months, due {}{}",
            words(&item["case"]),
            item["months"],
            words(&item["due"]),
            late(&item)
        ))?;
    }
    for item in items("/files") {
        let what = match item["reduce"] == json!(true) {
            true => "all but monitoring data to be destroyed",
            false => "file to be destroyed",
        };
        console.say(&format!(
            "{}: {what}, since {}",
            words(&item["case"]),
            words(&item["since"])
        ))?;
    }
    if all["partners"].is_null() {
        console.tell(
            "What is owed to partners is not told: the lock of women’s safety work is closed.",
        );
        return Ok(());
    }
    for (list, key) in [
        ("contacts", "what"),
        ("notices", "of"),
        ("follow_ups", "months"),
    ] {
        for item in items(&format!("/partners/{list}")) {
            let what = match key {
                "months" => format!("follow-up after {} months", item[key]),
                "of" => format!("to be told: {}", words(&item[key])),
                _ => words(&item[key]),
            };
            console.say(&format!(
                "{}, partner {}: {what}, due {}{}",
                words(&item["case"]),
                item["partner"],
                words(&item["due"]),
                late(&item)
            ))?;
        }
    }
    Ok(())
}
