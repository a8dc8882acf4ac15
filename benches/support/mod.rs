//! What the benchmarks share: clocks, memory, and material of the size that is promised. They print medians and ratios
//! and never fail on time: machines differ, ratios less so.

// Each benchmark uses a part of it.
#![allow(dead_code)]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use lantern::edits::{self, ReturnToImport};
use lantern::jobs::Silent;
use lantern::model::{
    Agency, AgencyId, Details, Entry, EntryDraft, EntryId, Person, PersonId, Review, Role, When,
};
use lantern::sample;
use lantern::store::{NewFile, Passphrase, Store};
use lantern::templates;

/// How often each thing is measured; `LANTERN_BENCH_RUNS` says otherwise.
pub fn runs() -> usize {
    wished("LANTERN_BENCH_RUNS", 3)
}

/// How many entries the measured review has; `LANTERN_BENCH_ENTRIES` says otherwise, such as a million.
pub fn entries() -> usize {
    wished("LANTERN_BENCH_ENTRIES", 100_000)
}

fn wished(variable: &str, usual: usize) -> usize {
    let wished = std::env::var(variable).ok();
    wished
        .and_then(|count| count.parse().ok())
        .unwrap_or(usual)
        .max(1)
}

pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// The value below which `part` (0 to 1) of the times lie.
pub fn quantile(times: &[Duration], part: f64) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    let index = ((sorted.len() as f64 - 1.0) * part).round() as usize;
    sorted[index]
}

pub fn median(times: &[Duration]) -> Duration {
    quantile(times, 0.5)
}

/// One line of the result: what, how long, and how that compares with a stated number of seconds.
pub fn told(what: &str, time: Duration, baselines: &[(&str, f64)]) {
    let seconds = time.as_secs_f64();
    let ratios: String = baselines
        .iter()
        .map(|(name, baseline)| {
            format!(
                "   {:.2} × {name} ({})",
                seconds / baseline,
                words(*baseline)
            )
        })
        .collect();
    println!("{what:<44} {:>10}{ratios}", words(seconds));
}

fn words(seconds: f64) -> String {
    if seconds < 0.1 {
        format!("{:.1} ms", seconds * 1_000.0)
    } else {
        format!("{seconds:.2} s")
    }
}

/// Peak memory of this process in MB since the last [`forget_peak`]; `None` where the system does not say.
pub fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// So that making the material does not count.
pub fn forget_peak() {
    // Where the system knows no such thing the peak is that of the whole process, which is never too small.
    let _ = fs::write("/proc/self/clear_refs", "5");
}

const AGENCIES: [(&str, &str); 8] = [
    ("Wexmoor Constabulary", "police"),
    ("County Ambulance Service", "ambulance"),
    ("Orrin Street Surgery", "gp"),
    ("Wexmoor Infirmary", "hospital"),
    ("Wexmoor Homes", "housing"),
    ("Wexmoor Children’s Services", "childrens_social_care"),
    ("Probation Service, Wexmoor", "probation"),
    ("Fenholt Primary School", "education"),
];

pub fn agencies() -> [(&'static str, &'static str); 8] {
    AGENCIES
}

const SENTENCES: [&str; 12] = [
    "Attended following a call from a neighbour who heard shouting and a door being slammed.",
    "She said that he had taken her phone again and that she did not want anything done about it.",
    "No answer at the door; card left. Letter sent to the last known address.",
    "Seen alone in the relatives’ room. Bruise to the left wrist, explained as a fall on the stairs.",
    "He was calm and polite, said that she had been drinking, and agreed to leave for the night.",
    "Information shared with children’s social care by telephone, written referral to follow.",
    "Asked directly about safety at home; said that things were better since he had found work.",
    "Did not attend. This was the third appointment missed since the summer.",
    "Risk assessment completed: eleven ticks, graded medium on professional judgement.",
    "The school noted that both children were collected by their grandmother all week.",
    "Advice given on housing options; she asked how long it would take and left before the end.",
    "Case discussed at the meeting; actions for police and the specialist service recorded.",
];

/// Row `number` of the material: a date over six years, and some 170 characters of text; the same every time.
pub fn row(number: usize) -> (NaiveDate, String, &'static str) {
    let mixed = number.wrapping_mul(2_654_435_761) >> 7;
    let day = NaiveDate::from_ymd_opt(2015, 1, 1)
        .and_then(|first| first.checked_add_days(Days::new((mixed % 2_190) as u64)))
        .expect("a day");
    let text = format!(
        "{} {} Reference {number}.",
        SENTENCES[mixed % 12],
        SENTENCES[(mixed / 12) % 12]
    );
    (day, text, SENTENCES[(mixed / 144) % 12])
}

/// A review with `count` entries of eight agencies, and three people.
pub fn filled(path: &Path, passphrase: &Passphrase, count: usize) -> Result<Store, Box<dyn Error>> {
    let template = templates::built_in().first().ok_or("a template")?.clone();
    let new = NewFile {
        template,
        details: Details::default(),
    };
    let mut store = Store::create(path, passphrase, &new, "benchmark")?;
    edits::import_people(&mut store, &people())?;
    for (file, (agency, sector)) in agencies().iter().enumerate() {
        let agency = Agency {
            id: AgencyId(0),
            name: (*agency).to_owned(),
            sector: (*sector).to_owned(),
            due: None,
            note: String::new(),
        };
        let agency = edits::add_agency(&mut store, &agency)?.value;
        let rows = file * count / 8..(file + 1) * count / 8;
        let new = ReturnToImport {
            agency,
            file: format!("return {file}.xlsx"),
            sha256: format!("{file:064}"),
            entries: rows.map(draft).collect(),
            doubts: Vec::new(),
            skipped: Vec::new(),
            bytes: None,
            habit: None,
        };
        edits::import_return(&mut store, &new, &Silent)?;
    }
    Ok(store)
}

fn draft(number: usize) -> EntryDraft {
    let (day, text, response) = row(number);
    EntryDraft {
        when: When::on(day),
        text,
        response: response.to_owned(),
        place: format!("row {number}"),
        row: number as u32,
        ..EntryDraft::default()
    }
}

fn people() -> Vec<Person> {
    let person = |name: &str, role: Role, alias: &str| Person {
        id: PersonId(0),
        name: name.to_owned(),
        role,
        aliases: vec![alias.to_owned()],
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
        ..Person::default()
    };
    vec![
        person("Catarina Hartnoll", Role::Victim, "CH"),
        person("Ruan Hartnoll", Role::Perpetrator, "RH"),
        person("Lurdes Velloso", Role::Family, "grandmother"),
    ]
}

/// The sample review, its entries repeated until there are enough, and its text several times over.
pub fn long_report(folder: &Path, rows: usize) -> Result<Review, Box<dyn Error>> {
    const TEXTS: usize = 4;
    let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
    let path = folder.join("sample.lantern");
    let mut review =
        sample::build(&path, &passphrase, "benchmark", sample::today()?, &Silent)?.load()?;
    let entries: Vec<Arc<Entry>> = (1..)
        .zip(review.entries.iter().cycle())
        .take(rows)
        .map(|(id, entry)| {
            Arc::new(Entry {
                id: EntryId(id),
                ..Entry::clone(entry)
            })
        })
        .collect();
    review.entries = Arc::new(entries);
    for section in &mut review.sections {
        section.text = [section.text.as_str(); TEXTS].join("\n\n");
    }
    Ok(review)
}
