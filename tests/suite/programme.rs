//! A perpetrator programme: where a man stands, what is owed to his partners, and the wall around what they say.

mod attendance;
mod canaries;
mod couples_work;
mod disclosures;
mod duties;
mod faults;
mod follow_up;
mod keeping;
mod model;
mod notices;
mod pathway;
mod sealing;
mod settings;
mod sheet;
mod wall;

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use lantern::model::programme::{
    Colleague, Duty, Group, Man, Place, Programme, ProgrammeTemplate, Session, Step, StepKind,
};
use lantern::model::{GroupId, ManId, PartnerId, SessionId};
use lantern::templates::programme::built_in;
use lantern::wall::{CaseFile, Clearance, Key, Ledger, Lock, Look, Partner, View, WomensSafety};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn after(start: NaiveDate, days: u64) -> NaiveDate {
    start + Days::new(days)
}

/// 36 weeks, rolling groups of 8.
fn template() -> ProgrammeTemplate {
    built_in()[0].clone()
}

fn step(on: &str, kind: StepKind) -> Step {
    Step::new(day(on), kind)
}

/// Monday group, with 36 weekly sessions from 2 June 2025 on; nobody in it.
fn programme() -> Programme {
    let mut programme = Programme::new(template());
    programme.groups.push(Group {
        id: GroupId(1),
        name: "Monday group".to_owned(),
        size: 8,
        openings: Vec::new(),
    });
    programme.sessions = (0..36)
        .map(|week| Session {
            id: SessionId(week + 1),
            group: GroupId(1),
            on: after(day("2025-06-02"), 7 * week.unsigned_abs()),
        })
        .collect();
    programme
}

/// Referred in April 2025, with a place in the Monday group from 2 June on.
fn emrys() -> Man {
    let mut man = Man::new(ManId(1), "Emrys Okafor");
    man.born = Some(day("1984-03-09"));
    man.steps = vec![
        step("2025-04-01", StepKind::Referred),
        step("2025-04-10", StepKind::AppointmentOffered),
        step("2025-04-24", StepKind::Assessed),
        step("2025-04-24", StepKind::WaitingList),
        step("2025-06-02", StepKind::Enrolled),
        step("2025-06-02", StepKind::Attending),
    ];
    man.places = vec![Place {
        group: GroupId(1),
        from: day("2025-06-02"),
        until: None,
    }];
    man
}

/// His partner, known to the programme since 10 April 2025; nothing else is recorded.
fn nadia() -> Partner {
    let mut partner = Partner::new(PartnerId(1), ManId(1), day("2025-04-10"));
    partner.name = "Nadia Szabo".into();
    partner
}

fn file(man: Man, partner: Partner) -> CaseFile {
    let mut programme = programme();
    programme.men.push(man);
    CaseFile::of(programme, vec![partner]).expect("each on the right side")
}

fn colleague(name: &str, duty: Duty) -> Colleague {
    Colleague {
        name: name.to_owned(),
        duties: vec![duty],
    }
}

fn key() -> &'static Key {
    static KEY: LazyLock<Key> = LazyLock::new(|| Lock::new("her own words").expect("a lock").1);
    &KEY
}

fn womens_safety() -> Clearance<WomensSafety> {
    key().clearance("Ifeoma Lind")
}

/// Keeps what is told to it.
#[derive(Default)]
struct Kept(std::cell::RefCell<Vec<Look>>);

impl Ledger for Kept {
    fn note(&self, look: Look) {
        self.0.borrow_mut().push(look);
    }
}

/// What `ask` learns of `file` in women’s safety work.
fn asked<T>(file: &CaseFile, ask: impl FnOnce(&View<'_, WomensSafety>) -> T) -> T {
    let (me, ledger) = (womens_safety(), Kept::default());
    ask(&file.view(&me, &ledger))
}
