//! A programme of 100,000 men, made up, evaluated: its rows, every table, and what may leave of it.
//!
//! Baseline and target: one second from the file to the whole evaluation. Run it with `cargo bench --bench evaluation`;
//! `LANTERN_BENCH_ENTRIES` sets the number of men.

mod support;

use std::error::Error;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use lantern::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use lantern::model::programme::{
    Answer, Attendance, Child, Group, InformationSource, Justice, Man, Mark, Measure, Place,
    Programme, Session, Step, StepKind, Substance, SubstanceFile, Taken, Use,
};
use lantern::model::{GroupId, ManId, SessionId};
use lantern::stats::Chance;
use lantern::templates::programme::built_in;
use support::{entries, median, runs, timed, told};

const TARGET: (&str, f64) = ("target", 1.0);
const PLACES: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let men = entries();
    let programme = made_up(men);
    let today = day(NaiveDate::default(), 2_000);
    let (mut rows, mut whole, mut released) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs() {
        let (cohort, time) = timed(|| Cohort::of(&programme, today));
        rows.push(time);
        let of = |edition| Evaluated {
            edition,
            clearance: None,
            published: None,
        };
        let (internal, took) = timed(|| Evaluation::of(&cohort, &of(Edition::Internal)));
        black_box(internal?);
        whole.push(time + took);
        let (edition, took) = timed(|| Evaluation::of(&cohort, &of(Edition::Released)));
        black_box(edition?);
        released.push(time + took);
    }
    println!(
        "{men} men, {} lines of registers, median of {} runs",
        programme.attendance.len(),
        runs()
    );
    told("rows from the file", median(&rows), &[]);
    told("rows and the whole evaluation", median(&whole), &[TARGET]);
    told("rows and what may leave", median(&released), &[TARGET]);
    Ok(())
}

fn day(from: NaiveDate, after: u64) -> NaiveDate {
    from.checked_add_days(Days::new(after)).unwrap_or(from)
}

/// Men who are referred over two years; two in five join a group, and some of them leave early.
fn made_up(count: usize) -> Programme {
    let mut programme = Programme::new(built_in()[0].clone());
    let mut chance = Chance::with_seed(36);
    let start = NaiveDate::default();
    let groups = count * 2 / 5 / PLACES + 1;
    for group in 1..=groups as i64 {
        programme.groups.push(Group {
            id: GroupId(group),
            name: format!("Group {group}"),
            size: PLACES as u32,
            openings: Vec::new(),
        });
        for week in 0..36_i64 {
            programme.sessions.push(Session {
                id: SessionId(group * 36 + week),
                group: GroupId(group),
                on: day(start, 100 + 7 * week.unsigned_abs()),
            });
        }
    }
    for number in 0..count {
        let man = man(number, start, &mut chance, &programme);
        if let Some(place) = man.places.first() {
            let last = place.until.unwrap_or(start);
            for week in 0..36_i64 {
                if day(start, 100 + 7 * week.unsigned_abs()) > last {
                    break;
                }
                let mark = match chance.below(8) {
                    0 => Mark::Missed,
                    1 => Mark::MadeUp(last),
                    _ => Mark::Attended,
                };
                programme.attendance.push(Attendance {
                    man: man.id,
                    session: SessionId(place.group.0 * 36 + week),
                    mark,
                });
            }
        }
        programme.men.push(man);
    }
    programme
}

fn man(number: usize, start: NaiveDate, chance: &mut Chance, programme: &Programme) -> Man {
    let template = &programme.template;
    let mut man = Man::new(ManId(number as i64 + 1), format!("Man {number}"));
    man.reference = format!("C-{number}");
    man.referral.source = template.referral_sources[number % 7].key.clone();
    man.identity.ethnicity = template.ethnicities[number % 9].key.clone();
    let referred = day(start, number as u64 % 60);
    let step = |on, kind| Step::new(on, kind);
    man.steps = vec![
        step(referred, StepKind::Referred),
        step(day(referred, 9), StepKind::AppointmentOffered),
        step(day(referred, 20), StepKind::Assessed),
    ];
    if number % 5 < 2 {
        let weeks = chance.below(37) as u64;
        let (from, until) = (day(start, 100), day(start, 101 + 7 * weeks));
        man.steps.push(step(from, StepKind::Enrolled));
        man.steps.push(step(from, StepKind::Attending));
        let mut left = step(
            until,
            if weeks > 30 {
                StepKind::Completed
            } else {
                StepKind::DroppedOut
            },
        );
        left.reason = template.reasons_for_leaving[number % 12].key.clone();
        man.steps.push(left);
        man.places.push(Place {
            group: GroupId((number * 2 / 5 / PLACES) as i64 + 1),
            from,
            until: Some(until),
        });
    }
    man.substance_file = Some(SubstanceFile {
        complete: !number.is_multiple_of(5),
        used_before_incidents: Answer::ALL[number % 4],
    });
    man.substances = template
        .substances
        .iter()
        .enumerate()
        .map(|(at, substance)| Substance {
            key: substance.key.clone(),
            used: [Use::Current, Use::Previous, Use::Never, Use::NotAsked][(number + at) % 4],
            tenths_of_units: (at == 0).then_some(number as u32 % 900),
            regularity: String::new(),
        })
        .collect();
    man.children.push(Child {
        born: None,
        age: None,
        lives_with_him: Answer::ALL[number % 3],
        biological: Answer::Yes,
        witnessed_violence: Answer::NotKnown,
        directly_abused: Answer::NotAsked,
        source: InformationSource::Himself,
    });
    man.justice = Some(Justice::default());
    for taken in [Taken::Before, Taken::End] {
        man.measures.push(Measure {
            key: "responsibility".to_owned(),
            on: referred,
            taken,
            value: 1 + chance.below(10) as u32,
        });
    }
    man
}
