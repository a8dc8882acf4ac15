//! A perpetrator programme’s file: each verb comes out of undo as it went in.

mod lock;

use lantern::edits::{self, ManPart};
use lantern::model::programme::{
    Answer, Assessment, Attendance, Coded, Colleague, Cost, Duty, Factor, FeedbackForm, Grade,
    Group, Identity, InformationSource, Man, Mark, Place, Programme, ProgrammeTemplate,
    QuestionKind, RiskLevel, Session, Step, StepKind, Way,
};
use lantern::model::{AssessmentId, ConsentId, GroupId, ManId, PartnerId, SessionId, StatementId};
use lantern::store::{FileKind, NewProgramme, Passphrase, Store, StoreError};
use lantern::templates::programme::built_in;
use lantern::wall::{Consent, HerFactor, Partner, Statement, Walled};

use super::{day as some_day, passphrase};

fn day(text: &str) -> chrono::NaiveDate {
    some_day(text).expect("a date")
}

fn today() -> chrono::NaiveDate {
    day("2026-11-22")
}

fn hers() -> Passphrase {
    Passphrase::new("heron on the weir".to_owned())
}

struct File {
    _folder: tempfile::TempDir,
    store: Store,
}

/// An empty file with the first built-in template.
fn file() -> File {
    let folder = tempfile::tempdir().expect("a folder");
    let new = NewProgramme {
        template: built_in()[0].clone(),
        title: "Northmoor programme".to_owned(),
    };
    let path = folder.path().join("northmoor.lantern");
    let store = Store::create_programme(&path, &passphrase(), &new, "Ifeoma Lind").expect("made");
    File {
        _folder: folder,
        store,
    }
}

fn emrys() -> Man {
    let mut man = Man::new(ManId(1), "Emrys Okafor");
    man.reference = "N-1".to_owned();
    man.steps = vec![
        Step::new(day("2026-01-05"), StepKind::Referred),
        Step::new(day("2026-02-02"), StepKind::Enrolled),
    ];
    man.assessments = vec![Assessment {
        id: AssessmentId(1),
        on: day("2026-01-20"),
        level: RiskLevel::High,
        factors: vec![Factor {
            key: "threats".to_owned(),
            present: Answer::Yes,
            sources: vec![InformationSource::Police],
        }],
    }];
    man
}

fn settings(change: impl FnOnce(&mut ProgrammeTemplate)) -> ProgrammeTemplate {
    let mut settings = built_in()[0].clone();
    change(&mut settings);
    settings
}

fn monday() -> Group {
    Group {
        id: GroupId(1),
        name: "Monday".to_owned(),
        size: 8,
        openings: vec![day("2026-02-02")],
    }
}

/// She told of stalking, agreed that facilitators know it, and added to his assessment.
fn nadia() -> Partner {
    let mut partner = Partner::new(PartnerId(0), ManId(1), day("2026-01-10"));
    partner.name = Walled::new("Nadia Szabo".to_owned());
    partner.statements.push(Statement {
        id: StatementId(1),
        on: day("2026-01-15"),
        kind: "abuse".to_owned(),
        words: "he waits at the kingfisher bridge".into(),
        factors: vec!["stalking".to_owned()],
    });
    partner.consents.push(Consent {
        id: ConsentId(1),
        on: day("2026-01-15"),
        to: "Facilitators".to_owned(),
        kinds: vec!["abuse".to_owned()],
        withdrawn: None,
    });
    partner.factors.push(HerFactor {
        assessment: AssessmentId(1),
        key: "stalking".to_owned(),
        present: Answer::Yes,
    });
    partner
}

/// One of each table, with ids of its own.
fn cohort() -> Programme {
    let mut cohort = Programme::new(built_in()[0].clone());
    cohort.groups = vec![Group {
        id: GroupId(70),
        ..monday()
    }];
    let mut man = emrys();
    man.id = ManId(50);
    man.reference = "N-50".to_owned();
    man.places = vec![Place {
        group: GroupId(70),
        from: day("2026-02-02"),
        until: None,
    }];
    cohort.men = vec![man];
    cohort.sessions = vec![Session {
        id: SessionId(90),
        group: GroupId(70),
        on: day("2026-02-02"),
    }];
    cohort.attendance = vec![Attendance {
        man: ManId(50),
        session: SessionId(90),
        mark: Mark::Attended,
    }];
    cohort.costs = vec![Cost {
        quarter: "Q1 2026".to_owned(),
        heading: "Rent".to_owned(),
        way: Way::Outgoing,
        pence: 12_000,
    }];
    cohort.feedback = vec![FeedbackForm {
        respondent: "1".to_owned(),
        grades: vec![Some(Grade::Very), None],
    }];
    cohort
}

/// A file with Emrys in the Monday group, and Nadia behind the lock, which is open.
fn full() -> File {
    let mut file = file();
    let store = &mut file.store;
    store.set_safety_lock(&hers()).expect("locked");
    edits::add_group(store, &monday()).expect("added");
    edits::add_man(store, &emrys()).expect("added");
    edits::hold_session(store, GroupId(1), day("2026-02-02")).expect("held");
    edits::add_partner(store, &mut nadia(), today()).expect("added");
    file
}

fn changed(part: impl Fn(&mut Man)) -> Man {
    let mut man = emrys();
    part(&mut man);
    man
}

type Verb = fn(&mut Store) -> Result<(), StoreError>;

/// Each with the label that undo then shows.
const VERBS: &[(&str, Verb)] = &[
    ("Add a man", |store| {
        let man = changed(|man| man.reference = "N-2".to_owned());
        edits::add_man(store, &man).map(drop)
    }),
    ("Change a man’s details", |store| {
        let man = changed(|man| {
            man.identity = Identity {
                ethnicity: "chinese".to_owned(),
                ..Identity::default()
            };
        });
        edits::change_man(store, ManPart::Details, &man, today()).map(drop)
    }),
    ("Change a man’s pathway", |store| {
        let man = changed(|man| man.steps.push(Step::new(today(), StepKind::DroppedOut)));
        edits::change_man(store, ManPart::Pathway, &man, today()).map(drop)
    }),
    ("Change a place in a group", |store| {
        let man = changed(|man| {
            man.places.push(Place {
                group: GroupId(1),
                from: day("2026-02-02"),
                until: None,
            });
        });
        edits::change_man(store, ManPart::Places, &man, today()).map(drop)
    }),
    ("Change risk assessments", |store| {
        let man = changed(|man| man.assessments.clear());
        edits::change_man(store, ManPart::Assessments, &man, today()).map(drop)
    }),
    ("Add a colleague", |store| {
        edits::change_frame(store, "Add a colleague", |frame| {
            frame.colleagues.push(Colleague {
                name: "Oluwaseun Hart".to_owned(),
                duties: vec![Duty::Facilitator],
            });
        })
        .map(drop)
    }),
    ("Change the programme’s settings", |store| {
        let settings = settings(|settings| {
            settings.disclosure_control.threshold = 7;
            settings.contact.during = 6;
            settings.referral_sources.push(Coded {
                key: "housing".to_owned(),
                name: "Housing".to_owned(),
            });
        });
        edits::change_settings(store, &settings).map(drop)
    }),
    ("Add a group", |store| {
        let group = Group {
            name: "Thursday".to_owned(),
            ..monday()
        };
        edits::add_group(store, &group).map(drop)
    }),
    ("Change a group", |store| {
        let group = Group {
            size: 6,
            ..monday()
        };
        edits::change_group(store, &group).map(drop)
    }),
    ("Hold a session", |store| {
        edits::hold_session(store, GroupId(1), day("2026-02-09")).map(drop)
    }),
    ("Fill a register", |store| {
        let marks = [(ManId(1), Some(Mark::MadeUp(day("2026-02-04"))))];
        edits::mark_register(store, SessionId(1), &marks).map(drop)
    }),
    ("Remove a session", |store| {
        edits::remove_session(store, SessionId(1)).map(drop)
    }),
    ("Import cohort.xlsx (1 men)", |store| {
        let mut partner = nadia();
        partner.man = ManId(50);
        edits::import_cohort(store, "cohort.xlsx", &cohort(), vec![partner], today()).map(drop)
    }),
    ("Women’s safety work", |store| {
        edits::add_partner(store, &mut nadia(), today()).map(drop)
    }),
    ("Women’s safety work", |store| {
        let mut partner = nadia();
        partner.id = PartnerId(1);
        partner.consents.clear();
        edits::change_partner(store, &partner, today()).map(drop)
    }),
    ("Women’s safety work", |store| {
        edits::remove_partner(store, PartnerId(1), today()).map(drop)
    }),
];

/// Everything in the file that can be compared: his side, and hers by its sealed records opened.
fn state(store: &Store) -> (Programme, Vec<String>) {
    let clearance = store.clearance().expect("open");
    let partners = store.partners().expect("open");
    let hers = partners.iter().map(|partner| {
        format!(
            "{} {} {} {} {}",
            partner.id,
            partner.man,
            partner.name.open(&clearance),
            partner.consents.len(),
            partner.factors.len()
        )
    });
    (store.programme().expect("read"), hers.collect())
}

#[test]
fn every_verb_is_undone_and_done_again_exactly() {
    for (label, verb) in VERBS {
        let mut file = full();
        let store = &mut file.store;
        let before = state(store);
        verb(store).unwrap_or_else(|error| panic!("{label}: {error}"));
        let after = state(store);
        assert_ne!(before, after, "{label} changes something");
        assert_eq!(store.undo_label().as_deref(), Some(*label));
        store.undo().expect("undone").expect("a step");
        assert_eq!(state(store), before, "{label} undone");
        store.redo().expect("done again").expect("a step");
        assert_eq!(state(store), after, "{label} done again");
        assert!(store.verify_audit().expect("a report").is_whole());
        assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
    }
}

#[test]
fn what_cannot_be_is_refused_with_a_word_and_changes_nothing() {
    let refusals: &[(&str, Verb)] = &[
        ("needs a name or a case number", |store| {
            edits::add_man(store, &Man::new(ManId(0), " ")).map(drop)
        }),
        ("already a man with the case number “N-1”", |store| {
            edits::add_man(store, &emrys()).map(drop)
        }),
        ("does not belong into his file", |store| {
            let man = changed(|man| {
                man.assessments[0].factors[0].sources = vec![InformationSource::Partner];
            });
            edits::change_man(store, ManPart::Assessments, &man, today()).map(drop)
        }),
        ("already holds a place", |store| {
            let place = Place {
                group: GroupId(1),
                from: day("2026-02-02"),
                until: None,
            };
            let man = changed(|man| man.places = vec![place.clone(), place.clone()]);
            edits::change_man(store, ManPart::Places, &man, today()).map(drop)
        }),
        ("ends before it begins", |store| {
            let man = changed(|man| {
                man.places = vec![Place {
                    group: GroupId(1),
                    from: day("2026-02-02"),
                    until: Some(day("2026-01-02")),
                }];
            });
            edits::change_man(store, ManPart::Places, &man, today()).map(drop)
        }),
        ("needs a title", |store| {
            edits::change_frame(store, "Change", |frame| frame.title.clear()).map(drop)
        }),
        ("“Robin” is in the list already", |store| {
            edits::change_frame(store, "Change", |frame| {
                frame.colleagues = ["Robin", " robin"]
                    .map(|name| Colleague {
                        name: name.to_owned(),
                        duties: Vec::new(),
                    })
                    .to_vec();
            })
            .map(drop)
        }),
        ("it can be between 1 and 200", |store| {
            let settings = settings(|settings| settings.sessions.number = 0);
            edits::change_settings(store, &settings).map(drop)
        }),
        ("A line of a list would be gone", |store| {
            let settings = settings(|settings| drop(settings.referral_sources.remove(0)));
            edits::change_settings(store, &settings).map(drop)
        }),
        ("Values were given on this scale", |store| {
            let settings = settings(|settings| settings.measures[0].highest += 1);
            edits::change_settings(store, &settings).map(drop)
        }),
        ("Values were given on this scale", |store| {
            let settings = settings(|settings| {
                let asked = &mut settings.referral_form[0];
                asked.kind = match asked.kind {
                    QuestionKind::Words => QuestionKind::YesNo,
                    _ => QuestionKind::Words,
                };
            });
            edits::change_settings(store, &settings).map(drop)
        }),
        ("What may be passed on", |store| {
            let settings = settings(|settings| {
                let kinds = &mut settings.fact_kinds;
                let closed = kinds
                    .iter_mut()
                    .filter(|kind| kind.only_with_her_permission);
                closed.last().expect("one").only_with_her_permission = false;
            });
            edits::change_settings(store, &settings).map(drop)
        }),
        ("already a group “Monday”", |store| {
            edits::add_group(store, &monday()).map(drop)
        }),
        ("has a session on 2 February 2026 already", |store| {
            edits::hold_session(store, GroupId(1), day("2026-02-02")).map(drop)
        }),
        ("cannot have been made up before", |store| {
            let marks = [(ManId(1), Some(Mark::MadeUp(day("2026-02-01"))))];
            edits::mark_register(store, SessionId(1), &marks).map(drop)
        }),
        ("“N-1” is in the file already", |store| {
            let mut cohort = cohort();
            cohort.men[0].reference = "N-1".to_owned();
            edits::import_cohort(store, "c.csv", &cohort, Vec::new(), today()).map(drop)
        }),
        ("belongs to a man who is not in it", |store| {
            edits::import_cohort(store, "c.csv", &cohort(), vec![nadia()], today()).map(drop)
        }),
    ];
    let mut file = full();
    let before = state(&file.store);
    for (said, verb) in refusals {
        let refused = verb(&mut file.store).expect_err(said);
        assert!(refused.to_string().contains(said), "{refused}");
        assert_eq!(state(&file.store), before, "{said}");
    }
}

#[test]
fn a_part_that_is_changed_takes_nothing_else_with_it() {
    let mut file = full();
    let stale = changed(|man| {
        man.name = "Another".to_owned();
        man.steps.clear();
    });
    edits::change_man(&mut file.store, ManPart::Pathway, &stale, today()).expect("changed");
    let man = &file.store.programme().expect("read").men[0];
    assert_eq!((man.name.as_str(), man.steps.len()), ("Emrys Okafor", 0));
}

#[test]
fn a_file_says_of_what_kind_it_is() {
    let file = file();
    assert_eq!(file.store.kind().expect("read"), FileKind::Programme);
    assert_eq!(
        file.store.programme().expect("read").title,
        "Northmoor programme"
    );
    let asked = file.store.load().expect_err("no review");
    assert!(asked.to_string().contains("holds a perpetrator programme"));
    let review = super::case();
    assert_eq!(review.store.kind().expect("read"), FileKind::Review);
    let asked = review.store.programme().expect_err("none");
    assert!(asked.to_string().contains("holds a review"));
}
