//! 100,000 rows from 8 spreadsheets read, understood, stored in the encrypted file, combined and written back as xlsx.
//!
//! Baseline: a good pandas script that reads, sorts and writes the same without storing anything takes 18 s and 276 MB.
//! Target: 5 s and 500 MB. Run it with `cargo bench --bench import`.

mod support;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use lantern::chronology;
use lantern::edits::{self, ReturnToImport};
use lantern::jobs::Silent;
use lantern::model::{Agency, AgencyId, Column, Details};
use lantern::publish::{self, Options, Output};
use lantern::returns::{self, Settings};
use lantern::store::{NewFile, Passphrase, Store};
use lantern::templates;
use support::{agencies, forget_peak, median, peak_memory, row, runs, timed, told};

const ROWS_PER_FILE: usize = 12_500;
const PANDAS: (&str, f64) = ("pandas", 18.0);
const TARGET: (&str, f64) = ("target", 5.0);
const PANDAS_MEMORY: f64 = 276.0;
const TARGET_MEMORY: f64 = 500.0;

const STAGES: [&str; 5] = [
    "read and understand",
    "create the file",
    "store",
    "load and combine",
    "write xlsx",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let files = spreadsheets(folder.path())?;
    forget_peak();
    let mut stages: Vec<Vec<Duration>> = vec![Vec::new(); STAGES.len()];
    let mut totals = Vec::new();
    for run in 0..runs() {
        let (times, whole) = once(
            &files,
            &folder.path().join(format!("{run}.lantern")),
            &folder.path().join("out.xlsx"),
        )?;
        totals.push(whole);
        for (stage, time) in stages.iter_mut().zip(times) {
            stage.push(time);
        }
    }
    println!(
        "100,000 rows from 8 spreadsheets, median of {} runs",
        runs()
    );
    for (name, times) in STAGES.iter().zip(&stages) {
        told(name, median(times), &[]);
    }
    told("in all", median(&totals), &[PANDAS, TARGET]);
    match peak_memory() {
        Some(peak) => println!(
            "peak memory {peak:.0} MB   {:.2} × pandas ({PANDAS_MEMORY} MB)   {:.2} × target ({TARGET_MEMORY} MB)",
            peak / PANDAS_MEMORY,
            peak / TARGET_MEMORY
        ),
        None => println!("peak memory: this system does not say"),
    }
    Ok(())
}

fn spreadsheets(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for (file, (agency, _)) in agencies().iter().enumerate() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        for (column, heading) in
            (0..).zip(["Date", "Time", "What happened", "Response", "Recorded by"])
        {
            sheet.write(0, column, heading)?;
        }
        for (line, number) in (1..).zip(file * ROWS_PER_FILE..(file + 1) * ROWS_PER_FILE) {
            let (day, text, response) = row(number);
            sheet.write(line, 0, day.format("%d/%m/%Y").to_string())?;
            sheet.write(line, 1, format!("{:02}:{:02}", number % 24, number % 60))?;
            sheet.write(line, 2, text)?;
            sheet.write(line, 3, response)?;
            sheet.write(line, 4, *agency)?;
        }
        let path = folder.join(format!("return {file}.xlsx"));
        workbook.save(&path)?;
        files.push(path);
    }
    Ok(files)
}

/// The whole job once: the time of each stage, and of all of it. As in the window, a return is read and understood on a
/// thread of its own while the one before it is stored, so the stages are more than the whole.
fn once(
    files: &[PathBuf],
    path: &Path,
    out: &Path,
) -> Result<([Duration; STAGES.len()], Duration), Box<dyn Error>> {
    let start = Instant::now();
    let template = templates::built_in().first().ok_or("a template")?.clone();
    let columns = template.columns.clone();
    let today = chrono::NaiveDate::from_ymd_opt(2022, 11, 30).ok_or("a date")?;
    let passphrase = Passphrase::new("four unrelated words here".to_owned());
    let new = NewFile {
        template,
        details: Details::default(),
    };
    let (store, creating) = timed(|| Store::create(path, &passphrase, &new, "benchmark"));
    let mut store = store?;
    let mut times = [Duration::ZERO; STAGES.len()];
    times[1] = creating;
    std::thread::scope(|scope| {
        let (sender, understood) = sync_channel(1);
        let columns = &columns;
        scope.spawn(move || {
            for file in files {
                if sender.send(timed(|| read(file, columns, today))).is_err() {
                    return;
                }
            }
        });
        for ((new, reading), (agency, sector)) in understood.iter().zip(agencies()) {
            times[0] += reading;
            let (stored, storing) = timed(|| store_return(&mut store, new?, agency, sector));
            stored.map_err(|error| error.to_string())?;
            times[2] += storing;
        }
        Ok::<_, String>(())
    })?;
    let (combined, combining) = timed(|| {
        let review = store.load()?;
        let order = chronology::in_order(&review);
        Ok::<_, lantern::store::StoreError>((review, order))
    });
    let (review, order) = combined?;
    assert_eq!(order.len(), files.len() * ROWS_PER_FILE);
    times[3] = combining;
    let options = Options {
        rows: Some(order),
        ..Options::new(today)
    };
    let (made, writing) =
        timed(|| publish::write(&review, Output::ChronologyXlsx, &options, out, &Silent));
    made?;
    times[4] = writing;
    Ok((times, start.elapsed()))
}

fn read(file: &Path, columns: &[Column], today: NaiveDate) -> Result<ReturnToImport, String> {
    let read = returns::read(file, &Silent).map_err(|error| error.to_string())?;
    let settings = Settings {
        columns,
        mapping: None,
        order: None,
        anchors: Vec::new(),
        today,
    };
    let table = read.proposed_table(columns);
    let understood = returns::understand(&read.tables[table], &settings, &Silent)
        .map_err(|error| error.to_string())?;
    assert_eq!(understood.entries.len(), ROWS_PER_FILE);
    Ok(ReturnToImport {
        agency: AgencyId(0),
        file: read.name,
        sha256: read.sha256,
        entries: understood.entries,
        doubts: understood.doubts,
        skipped: understood.skipped,
    })
}

fn store_return(
    store: &mut Store,
    new: ReturnToImport,
    agency: &str,
    sector: &str,
) -> Result<(), Box<dyn Error>> {
    let agency = Agency {
        id: AgencyId(0),
        name: agency.to_owned(),
        sector: sector.to_owned(),
        due: None,
        note: String::new(),
    };
    let agency = edits::add_agency(store, &agency)?.value;
    edits::import_return(store, &ReturnToImport { agency, ..new }, &Silent)?;
    Ok(())
}
