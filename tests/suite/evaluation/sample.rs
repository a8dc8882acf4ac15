//! The made-up cohort as a programme’s file, read from its tables as they are.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use lantern::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use lantern::model::programme::{
    Answer, Attendance, Child, Childhood, Cost, FeedbackForm, FollowUp, FollowUpResult, Grade,
    Group, Incident, InformationSource, Justice, Man, Mark, Measure, Place, Programme, Session,
    Step, StepKind, Substance, SubstanceFile, Taken, Use, Way,
};
use lantern::model::{GroupId, ManId, PartnerId, SessionId};
use lantern::templates::programme::built_in;
use lantern::wall::{
    CaseFile, Clearance, Ledger, Lock, Look, Partner, Relationship, Support, WomensSafety,
};

use super::rows;

type Line = BTreeMap<String, String>;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The day on which the cohort is looked at.
pub fn today() -> NaiveDate {
    day("2006-03-31")
}

struct Nobody;

impl Ledger for Nobody {
    fn note(&self, _look: Look) {}
}

pub fn clearance() -> Clearance<WomensSafety> {
    Lock::new("her own words")
        .expect("a lock")
        .1
        .clearance("Ifeoma Lind")
}

pub fn cohort() -> Cohort {
    Cohort::of(&programme(), today())
}

/// With what the partners told.
pub fn whole_cohort() -> (Cohort, Clearance<WomensSafety>) {
    let programme = programme();
    let me = clearance();
    let cohort = Cohort::of(&programme, today());
    let file = CaseFile::of(programme, partners()).expect("each on the right side");
    let cohort = cohort.with_hers(&file.view(&me, &Nobody));
    (cohort, me)
}

pub fn evaluated(edition: Edition, hers: bool) -> Evaluation {
    let (cohort, me) = whole_cohort();
    let with = Evaluated {
        edition,
        clearance: hers.then_some(&me),
        published: None,
    };
    Evaluation::of(&cohort, &with).expect("an evaluation")
}

fn key(words: &str) -> String {
    words.replace(' ', "_")
}

fn answer(word: &str) -> Answer {
    match word {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "not known" => Answer::NotKnown,
        _ => Answer::NotAsked,
    }
}

fn number(case: &str) -> i64 {
    case.trim_start_matches("LV-")
        .parse()
        .expect("a case number")
}

fn group(name: &str) -> GroupId {
    GroupId(if name == "A" { 1 } else { 2 })
}

pub fn programme() -> Programme {
    let mut programme = Programme::new(built_in()[0].clone());
    programme.title = "Living without Violence".to_owned();
    for (id, name) in [(1, "A"), (2, "B")] {
        programme.groups.push(Group {
            id: GroupId(id),
            name: name.to_owned(),
            size: 8,
            openings: Vec::new(),
        });
    }
    let mut groups: BTreeMap<String, GroupId> = BTreeMap::new();
    for line in rows::<Line>("men.csv") {
        let mut man = Man::new(ManId(number(&line["case"])), "");
        man.reference = line["case"].clone();
        man.referral.source = key(&line["source"]);
        man.identity.ethnicity = key(&line["ethnicity"]);
        man.steps = steps(&line);
        if let Ok(from) = line["enrolled_on"].parse() {
            let group = group(&line["group"]);
            groups.insert(line["case"].clone(), group);
            let until = line["left_on"].parse().ok();
            man.places = vec![Place { group, from, until }];
        }
        programme.men.push(man);
    }
    register(&mut programme, &groups);
    lives(&mut programme);
    told(&mut programme);
    money(&mut programme);
    programme
}

fn steps(line: &Line) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut add = |on: &str, kind, reason: &str| {
        if let Ok(on) = on.parse() {
            steps.push(Step {
                on,
                kind,
                reason: key(reason),
            });
        }
    };
    add(&line["referred_on"], StepKind::Referred, "");
    add(
        &line["first_appointment_on"],
        StepKind::AppointmentOffered,
        "",
    );
    add(&line["assessed_on"], StepKind::Assessed, "");
    match &*line["assessment"] {
        "unsuitable" => add(&line["assessed_on"], StepKind::Unsuitable, &line["reason"]),
        "waiting list" => add(&line["assessed_on"], StepKind::WaitingList, ""),
        "individual work" => add(&line["assessed_on"], StepKind::IndividualWork, ""),
        "withdrew" => add(&line["assessed_on"], StepKind::DroppedOut, &line["reason"]),
        "suitable" => {
            add(&line["enrolled_on"], StepKind::Enrolled, "");
            add(&line["enrolled_on"], StepKind::Attending, "");
            let kind = match &*line["ended"] {
                "completed" => StepKind::Completed,
                "suspended" => StepKind::Suspended,
                _ => StepKind::DroppedOut,
            };
            add(&line["left_on"], kind, &line["reason"]);
        }
        _ if !line["reason"].is_empty() => {
            let last = ["first_appointment_on", "referred_on"];
            let last = last.into_iter().find(|column| !line[*column].is_empty());
            add(
                &line[last.expect("a day")],
                StepKind::DroppedOut,
                &line["reason"],
            );
        }
        _ => {}
    }
    steps
}

fn register(programme: &mut Programme, groups: &BTreeMap<String, GroupId>) {
    let mut held: BTreeMap<(GroupId, NaiveDate), SessionId> = BTreeMap::new();
    for line in rows::<Line>("attendance.csv") {
        let on = day(&line["held_on"]);
        let group = groups[&line["case"]];
        let next = SessionId(held.len() as i64 + 1);
        let session = *held.entry((group, on)).or_insert(next);
        let mark = match &*line["came"] {
            "attended" => Mark::Attended,
            "missed" => Mark::Missed,
            "made up" => Mark::MadeUp(on + Days::new(3)),
            other => panic!("{other}"),
        };
        programme.attendance.push(Attendance {
            man: ManId(number(&line["case"])),
            session,
            mark,
        });
    }
    programme.sessions = held
        .into_iter()
        .map(|((group, on), id)| Session { id, group, on })
        .collect();
    programme.sessions.sort_by_key(|session| session.on);
}

fn each(programme: &mut Programme, name: &str, mut put: impl FnMut(&mut Man, &Line)) {
    for line in rows::<Line>(name) {
        let id = ManId(number(&line["case"]));
        let man = programme.men.iter_mut().find(|man| man.id == id);
        put(man.expect("a man of the cohort"), &line);
    }
}

fn lives(programme: &mut Programme) {
    each(programme, "substance_files.csv", |man, line| {
        man.substance_file = Some(SubstanceFile {
            complete: line["file"] == "complete",
            used_before_incidents: answer(&line["used_before_incidents"]),
        });
    });
    each(programme, "substance.csv", |man, line| {
        let units: Option<f64> = line["units_per_week"].parse().ok();
        man.substances.push(Substance {
            key: line["substance"].clone(),
            used: match &*line["use"] {
                "current" => Use::Current,
                "previous" => Use::Previous,
                "never" => Use::Never,
                _ => Use::NotAsked,
            },
            tenths_of_units: units.map(|units| (units * 10.0).round() as u32),
            regularity: key(&line["regularity"]),
        });
    });
    each(programme, "children.csv", |man, line| {
        man.children.push(Child {
            born: None,
            lives_with_him: answer(&line["living_with_him"]),
            biological: answer(if line["relation"] == "step" {
                "no"
            } else {
                "yes"
            }),
            witnessed_violence: Answer::NotAsked,
            directly_abused: Answer::NotAsked,
            source: InformationSource::Himself,
        });
    });
    each(programme, "criminal_justice.csv", |man, line| {
        man.justice = Some(Justice {
            called_out: answer(&line["called_out"]),
            arrested: answer(&line["arrested"]),
            charged: answer(&line["charged"]),
            custody: answer(&line["custody"]),
            pending: answer(&line["pending"]),
        });
    });
    each(programme, "childhood.csv", |man, line| {
        man.childhood = Some(Childhood {
            engaged_in_group: answer(&line["engaged_in_group"]),
            exposed_to_violence: answer(&line["exposed_to_violence"]),
            lost_parent: answer(&line["lost_parent_before_9"]),
        });
    });
}

fn told(programme: &mut Programme) {
    each(programme, "measures.csv", |man, line| {
        let taken = match &*line["when"] {
            "before" => Taken::Before,
            "halfway" => Taken::Halfway,
            "end" => Taken::End,
            _ => Taken::FollowUp,
        };
        for key in ["responsibility", "readiness"] {
            if let Ok(value) = line[key].parse() {
                man.measures.push(Measure {
                    key: key.to_owned(),
                    on: day("2004-01-01"),
                    taken,
                    value,
                });
            }
        }
    });
    each(programme, "follow_up.csv", |man, line| {
        man.follow_ups.push(FollowUp {
            months: 6,
            on: day(&line["due_on"]),
            result: match &*line["result"] {
                "reached" => FollowUpResult::Reached,
                "refused" => FollowUpResult::Refused,
                _ => FollowUpResult::NotTraced,
            },
            incident: answer(&line["his_account"]),
            measures: Vec::new(),
        });
        if line["police"] == "yes" {
            man.incidents.push(Incident {
                on: day(&line["due_on"]) - Days::new(30),
                told: day(&line["due_on"]),
                physical: Answer::NotAsked,
                source: InformationSource::Police,
                words: String::new(),
            });
        }
    });
}

fn money(programme: &mut Programme) {
    let mut forms: BTreeMap<u32, Vec<(usize, Grade)>> = BTreeMap::new();
    for line in rows::<Line>("training_feedback.csv") {
        let grade = match &*line["grade"] {
            "very" => Grade::Very,
            "satisfied" => Grade::Satisfied,
            "quite" => Grade::Quite,
            _ => Grade::Not,
        };
        let respondent = line["respondent"].parse().expect("a number");
        let question = line["question"].parse().expect("a number");
        forms.entry(respondent).or_default().push((question, grade));
    }
    for (respondent, mut given) in forms {
        given.sort_by_key(|(question, _)| *question);
        programme.feedback.push(FeedbackForm {
            respondent: respondent.to_string(),
            grades: given.into_iter().map(|(_, grade)| Some(grade)).collect(),
        });
    }
    for line in rows::<Line>("costs.csv") {
        let pounds: f64 = line["pounds"].parse().expect("a sum");
        let pence = (pounds * 100.0).round() as i64;
        let (way, pence) = match &*line["way"] {
            // The table writes what came in with a minus sign.
            "in" => (Way::Income, -pence),
            _ => (Way::Outgoing, pence),
        };
        programme.costs.push(Cost {
            quarter: line["quarter"].clone(),
            heading: line["heading"].clone(),
            way,
            pence,
        });
    }
}

pub fn partners() -> Vec<Partner> {
    let accounts: BTreeMap<String, Line> = rows::<Line>("follow_up.csv")
        .into_iter()
        .map(|line| (line["case"].clone(), line))
        .collect();
    let mut partners = Vec::new();
    for line in rows::<Line>("partners.csv") {
        let id = PartnerId(partners.len() as i64 + 1);
        let man = ManId(number(&line["case"]));
        let mut partner = Partner::new(id, man, day("2004-01-01"));
        partner.ethnicity = key(&line["ethnicity"]).as_str().into();
        if line["relationship"] == "former" {
            partner.relationship = Relationship::Former;
        }
        partner.support.push(Support {
            what: "Advice".into(),
            offered: day("2004-01-01"),
            taken: answer(&line["support_taken_up"]),
        });
        if let Some(told) = accounts
            .get(&line["case"])
            .filter(|told| !told["her_account"].is_empty())
        {
            partner.follow_ups.push(FollowUp {
                months: 6,
                on: day(&told["due_on"]),
                result: FollowUpResult::Reached,
                incident: answer(&told["her_account"]),
                measures: Vec::new(),
            });
        }
        partners.push(partner);
    }
    partners
}
