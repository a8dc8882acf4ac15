//! Proposals of same events at 100,000 entries: eight agencies over six years, and 2,000 events of which three to five of
//! them have a record; and as many entries that all have one and the same date of a year, which no search may multiply.
//!
//! `cargo bench --bench same_events`; `LANTERN_BENCH_ENTRIES` and `LANTERN_BENCH_RUNS` say otherwise. It prints and never fails on time.

mod support;

use std::collections::HashSet;
use std::error::Error;
use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};
use lantern::chronology::{self, PeopleIndex, Proposal};
use lantern::jobs::Silent;
use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, Moment, Precision, Review,
    Source, When,
};
use lantern::templates;
use support::{agencies, median, row, runs, timed, told};

/// The specification asks for less than this.
const PROMISED: f64 = 5.0;
const EVENTS: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let count = support::entries();
    let (review, truth) = spread(count)?;
    let proposals = measured(&format!("{count} entries over six years"), &review)?;
    let found: HashSet<(EntryId, EntryId)> = pairs(proposals.iter().map(|one| &one.entries));
    let hits = found.intersection(&truth).count();
    println!(
        "  {} proposals; of {} pairs planted {hits} are found, of {} pairs found {hits} are planted",
        proposals.len(),
        truth.len(),
        found.len(),
    );
    let crowd = one_date(count)?;
    let proposals = measured(&format!("{count} entries of one year"), &crowd)?;
    println!("  {} proposals", proposals.len());
    Ok(())
}

fn measured(what: &str, review: &Review) -> Result<Vec<Proposal>, Box<dyn Error>> {
    let order = chronology::in_order(review);
    let people = PeopleIndex::of(review);
    let mut times = Vec::new();
    let mut proposals = Vec::new();
    for _ in 0..runs() {
        let (found, time) = timed(|| chronology::same_events(review, &order, &people, &Silent));
        proposals = found?;
        times.push(time);
    }
    told(what, median(&times), &[("the promise", PROMISED)]);
    Ok(proposals)
}

fn pairs<'a>(groups: impl Iterator<Item = &'a Vec<EntryId>>) -> HashSet<(EntryId, EntryId)> {
    let mut pairs = HashSet::new();
    for group in groups {
        for (at, one) in group.iter().enumerate() {
            for other in &group[at + 1..] {
                pairs.insert((*one.min(other), *one.max(other)));
            }
        }
    }
    pairs
}

fn empty() -> Result<Review, Box<dyn Error>> {
    let template = templates::built_in().first().ok_or("a template")?;
    let mut review = Review::empty(Arc::new(template.clone()));
    review.agencies = (0..)
        .zip(agencies())
        .map(|(id, (name, sector))| Agency {
            id: AgencyId(id),
            name: name.to_owned(),
            sector: sector.to_owned(),
            due: None,
            note: String::new(),
        })
        .collect();
    Ok(review)
}

fn entry(id: usize, agency: usize, when: When, text: String, response: &str) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id as i64),
        agency: AgencyId(agency as i64),
        when,
        text,
        response: response.to_owned(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id as i64,
        people: Vec::new(),
        withdrawn: None,
    })
}

/// Things that an event is about, so that two events share some of their words.
const THINGS: [&str; 12] = [
    "bicycle",
    "lamp",
    "kettle",
    "fence",
    "pushchair",
    "curtain",
    "ladder",
    "mirror",
    "suitcase",
    "radio",
    "bucket",
    "parcel",
];

type Truth = HashSet<(EntryId, EntryId)>;

fn spread(count: usize) -> Result<(Review, Truth), Box<dyn Error>> {
    let mut review = empty()?;
    let mut entries = Vec::with_capacity(count);
    let mut events: Vec<Vec<EntryId>> = Vec::new();
    for number in 0..EVENTS.min(count / 10) {
        let (day, _, response) = row(number * 37);
        let thing = THINGS[number % THINGS.len()];
        let other = THINGS[(number / 12) % THINGS.len()];
        let mut event = Vec::new();
        for record in 0..3 + number % 3 {
            let id = entries.len() + 1;
            let minute = (number * 7 + record * 11) % 1_380;
            let time = NaiveTime::from_hms_opt((minute / 60) as u32, (minute % 60) as u32, 0);
            let when = if record < 2 {
                at(day, time)
            } else {
                When::on(day + Days::new(record as u64 - 1))
            };
            let text = format!(
                "Told of the {thing} and the {other} on {}, log {}. {}",
                day.format("%d/%m/%Y"),
                40_000 + number,
                row(number + record).1
            );
            entries.push(entry(id, (number + record) % 8, when, text, response));
            event.push(EntryId(id as i64));
        }
        events.push(event);
    }
    while entries.len() < count {
        let id = entries.len() + 1;
        let (day, text, response) = row(id);
        entries.push(entry(id, id % 8, When::on(day), text, response));
    }
    review.entries = Arc::new(entries);
    Ok((review, pairs(events.iter())))
}

fn at(day: NaiveDate, time: Option<NaiveTime>) -> When {
    let moment = Moment { date: day, time };
    When {
        earliest: Some(moment),
        latest: Some(moment),
        precision: Precision::Minute,
        ..When::on(day)
    }
}

fn one_date(count: usize) -> Result<Review, Box<dyn Error>> {
    let mut review = empty()?;
    let end = |month, day| NaiveDate::from_ymd_opt(2016, month, day).map(Moment::day);
    let when = When {
        wording: "2016".to_owned(),
        earliest: end(1, 1),
        latest: end(12, 31),
        precision: Precision::Year,
        ..When::default()
    };
    let entries = (1..=count)
        .map(|id| {
            let (_, text, response) = row(id);
            entry(id, id % 8, when.clone(), text, response)
        })
        .collect();
    review.entries = Arc::new(entries);
    Ok(review)
}
