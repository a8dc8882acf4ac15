//! The window of a programme’s file.

mod cohort;
mod follow_up;
mod his_file;
mod intake;
mod keeping;
mod outcomes;
mod partners;
mod pictures;
mod register;
mod report;
mod running;
mod way;

use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use lantern::app::{Action, OpenProgramme, Screen, StartAction};
use lantern::edits;
use lantern::model::programme::{
    Answer, Assessment, Attendance, Factor, FollowUp, FollowUpResult, Group, InformationSource,
    Man, Mark, Measure, Place, Programme, RiskLevel, Session, Step, StepKind, Taken,
};
use lantern::model::{
    AssessmentId, ConcernId, ContactId, GroupId, ManId, PartnerId, SessionId, StatementId,
};
use lantern::sample;
use lantern::store::{NewProgramme, Passphrase, Store};
use lantern::templates::programme::built_in;
use lantern::wall::{Contact, Partner, SafetyConcern, Statement, Walled};

use super::hands::{Hands, new_window, new_window_with_pictures};

const WORDS: &str = "four plain words here";
pub const LOCK: &str = "heron on the quiet weir";
/// Stands in nothing but a partner’s file.
pub const HERS: &str = "Kestrel";

pub fn today() -> NaiveDate {
    sample::today().expect("the sample’s day")
}

fn before(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).expect("a day")
}

/// Surnames that nobody real is meant by.
const NAMES: [&str; 24] = [
    "Arden", "Bellamy", "Calloway", "Dunmore", "Ellwood", "Farrow", "Garrick", "Holloway",
    "Inskip", "Jessop", "Kerrigan", "Lomax", "Marlow", "Norcott", "Orchard", "Penhale", "Quillan",
    "Rudge", "Stallard", "Tolland", "Underhay", "Vickery", "Wrexham", "Yarnold",
];

/// Two dozen men, one group of eight with fourteen sessions, some who completed long ago.
pub fn cohort() -> Programme {
    use StepKind as Kind;
    let mut programme = Programme::new(built_in()[0].clone());
    programme.groups.push(Group {
        id: GroupId(1),
        name: "Tuesday evening".to_owned(),
        size: 8,
        openings: vec![before(98), before(56), before(14)],
    });
    for week in 0..14 {
        programme.sessions.push(Session {
            id: SessionId(week + 1),
            group: GroupId(1),
            on: before(98 - 7 * week.unsigned_abs()),
        });
    }
    let sources = [
        "social_services",
        "police",
        "probation",
        "social_services",
        "self",
    ];
    for (at, name) in NAMES.iter().enumerate() {
        let number = i64::try_from(at).expect("small") + 1;
        let mut man = Man::new(ManId(number), *name);
        man.reference = format!("LW-{number:03}");
        sources[at % sources.len()].clone_into(&mut man.referral.source);
        let start = 420 - 12 * at as u64;
        let mut step = |days: u64, kind: Kind, reason: &str| {
            man.steps.push(Step {
                on: before(days),
                kind,
                reason: reason.to_owned(),
            });
        };
        step(start, Kind::Referred, "");
        let went = at % 6 != 5;
        if went {
            step(start - 14, Kind::AppointmentOffered, "");
            step(start - 21, Kind::Assessed, "");
        } else {
            step(start - 20, Kind::DroppedOut, "never_came");
        }
        match at {
            _ if !went => {}
            0..=7 => {
                step(start - 40, Kind::Enrolled, "");
                let leaves = if at % 3 == 1 {
                    Kind::DroppedOut
                } else {
                    Kind::Completed
                };
                let reason = if at % 3 == 1 { "work" } else { "" };
                let after = if at % 3 == 1 {
                    40 + 7 * (at as u64 + 4)
                } else {
                    210
                };
                step(start - after, leaves, reason);
            }
            8..=16 => {
                step(98, Kind::Enrolled, "");
                step(97, Kind::Attending, "");
                man.places.push(Place {
                    group: GroupId(1),
                    from: before(98),
                    until: None,
                });
            }
            17..=19 => step(start - 30, Kind::WaitingList, ""),
            _ => {}
        }
        if went {
            man.assessments.push(Assessment {
                id: AssessmentId(1),
                on: before(start - 21),
                level: RiskLevel::ALL[at % 3],
                factors: vec![Factor {
                    key: "control".to_owned(),
                    present: Answer::Yes,
                    sources: vec![InformationSource::Himself, InformationSource::Police],
                }],
            });
            for (key, value) in [("responsibility", 2 + at % 4), ("readiness", 3 + at % 5)] {
                let measure = |taken, days, value: usize| Measure {
                    key: key.to_owned(),
                    on: before(days),
                    taken,
                    value: value as u32,
                };
                man.measures.push(measure(Taken::Before, start - 21, value));
                if at < 8 && at % 3 != 1 {
                    let end = (value + 4 - at % 3 * 2).clamp(1, 10);
                    man.measures.push(measure(Taken::End, start - 205, end));
                }
            }
        }
        if at == 2 {
            man.follow_ups.push(FollowUp {
                months: 6,
                on: before(5),
                result: FollowUpResult::Reached,
                incident: Answer::No,
                measures: Vec::new(),
                police: Answer::NotAsked,
                other_agency: Answer::NotAsked,
            });
        }
        programme.men.push(man);
    }
    for session in 1..14 {
        for man in programme.men.iter().filter(|man| !man.places.is_empty()) {
            let mark = match (session + man.id.0) % 7 {
                0 => Mark::Missed,
                3 => Mark::MadeUp(before(1)),
                _ => Mark::Attended,
            };
            programme.attendance.push(Attendance {
                man: man.id,
                session: SessionId(session),
                mark,
            });
        }
    }
    programme
}

fn partners() -> Vec<Partner> {
    let mut partner = Partner::new(PartnerId(1), ManId(9), before(110));
    partner.name = Walled::from(HERS);
    "Ifeoma Lind".clone_into(&mut partner.worker);
    partner.contacts.push(Contact {
        id: ContactId(1),
        on: before(100),
        by_telephone: true,
        reached: true,
        informed: true,
        words: Walled::from("She would rather be called in the morning."),
    });
    partner.statements.push(Statement {
        id: StatementId(1),
        on: before(60),
        kind: built_in()[0].fact_kinds[0].key.clone(),
        words: Walled::from("He reads her messages."),
        factors: vec!["control".to_owned()],
    });
    partner.concerns.push(SafetyConcern {
        id: ConcernId(1),
        on: before(3),
        words: Walled::from("He was seen near her work."),
    });
    let mut other = Partner::new(PartnerId(2), ManId(1), before(400));
    other.name = Walled::from("Linnet");
    vec![partner, other]
}

/// The bytes of the file, made once.
fn file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("programme.lantern");
        let new = NewProgramme {
            template: built_in()[0].clone(),
            title: "Change programme, first fourteen months".to_owned(),
        };
        let words = Passphrase::new(WORDS.to_owned());
        let mut store = Store::create_programme(&path, &words, &new, "test").expect("a file");
        let lock = Passphrase::new(LOCK.to_owned());
        store.set_safety_lock(&lock).expect("a lock");
        edits::import_cohort(&mut store, "cohort", &cohort(), partners(), today())
            .expect("taken in");
        drop(store);
        std::fs::read(&path).expect("read")
    })
}

pub fn with_programme() -> Hands {
    open(new_window())
}

pub fn with_programme_and_pictures() -> Hands {
    open(new_window_with_pictures())
}

fn open(mut hands: Hands) -> Hands {
    let path = hands.folder().join("programme.lantern");
    std::fs::write(&path, file()).expect("written");
    hands.act(Action::Start(StartAction::Open {
        path,
        passphrase: WORDS.to_owned(),
    }));
    hands.wait();
    assert!(matches!(hands.app().state.screen(), Screen::Programme(_)));
    hands
}

pub fn opened(hands: &Hands) -> &OpenProgramme {
    let open = hands.app().state.programme.as_deref();
    open.expect("an open programme’s file")
}

#[test]
fn a_programmes_file_is_created_with_a_template_and_says_what_to_do_first() {
    let mut hands = new_window();
    let path: PathBuf = hands.folder().join("new programme.lantern");
    hands.press("New programme file…");
    hands.act(Action::Start(StartAction::NewAt(path)));
    hands.write("Title", "Change programme");
    hands.write("Passphrase", WORDS);
    hands.write("Passphrase again", WORDS);
    hands.press("Create the programme’s file");
    hands.wait();
    assert!(hands.sees("Change programme"));
    assert!(hands.sees("Nobody has been referred yet"));
    for (room, words) in [
        ("Groups & attendance", "No group yet"),
        ("Partners", "Women’s safety work is locked"),
        ("Follow-up", "Nothing to follow up yet"),
        ("Outcomes", "Nothing to count yet"),
        ("Report", "What is in it"),
        ("Programme", "Sessions and groups"),
    ] {
        hands.press(room);
        assert!(hands.sees(words), "{room} shows no “{words}”");
    }
}
