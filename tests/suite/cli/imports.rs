//! Returns go in by command: looked at first, corrected, with columns given by hand, taken back.

use std::fs;

use serde_json::Value;

use super::{Desk, SCHOOL, project, texts};

const POLICE: &str = "samples/review/police_return.xlsx";
const HOUSING: &str = "samples/review/housing_chronology_FINAL_v2.docx";
const PEOPLE: &str = "samples/review/people.csv";

#[test]
fn returns_of_three_kinds_go_in_and_come_out_again() {
    let desk = Desk::new();
    let (school, police, housing) = (project(SCHOOL), project(POLICE), project(HOUSING));
    desk.done(&["new", "anna", "--title", "Review of the death of Anna"]);
    assert!(desk.path("anna.lantern").is_file());
    let people = project(PEOPLE);
    desk.done(&["people", "anna.lantern", "import", &people]);
    let mut expected = 0;
    for (agency, sector, file) in [
        ("Fenholt Primary School", "education", &school),
        ("Wexmoor Constabulary", "police", &police),
        ("Wexmoor Homes", "housing", &housing),
    ] {
        let imported = desk
            .run(&[
                "import",
                "anna.lantern",
                "--agency",
                agency,
                "--sector",
                sector,
                "--json",
                file,
            ])
            .json();
        let file = &imported["files"][0];
        let tables = file["tables"].as_array().expect("tables");
        let chosen: Vec<&Value> = tables
            .iter()
            .filter(|table| table["chosen"] == true)
            .collect();
        assert_eq!(chosen.len(), 1, "{agency}");
        let count = chosen[0]["imported"].as_u64().expect("a number");
        assert!(count > 30, "{agency}: {count}");
        assert!(
            chosen[0]["rows"].as_u64().expect("a number") >= count,
            "{agency}"
        );
        for skipped in chosen[0]["skipped"].as_array().expect("a list") {
            assert!(skipped["place"].is_string() && skipped["why"].is_string());
        }
        for doubt in file["doubts"].as_array().expect("a list") {
            assert!(
                doubt["place"].is_string()
                    && doubt["wording"].is_string()
                    && doubt["why"].is_string()
            );
        }
        expected += count;
    }

    let entries = desk.entries();
    assert_eq!(entries.len() as u64, expected);
    let mut before = String::new();
    for entry in &entries {
        for key in [
            "agency",
            "sector",
            "file",
            "place",
            "date_wording",
            "precision",
            "certainty",
            "text",
            "response",
        ] {
            assert!(entry[key].is_string(), "{key}: {entry}");
        }
        for key in ["flags", "people", "tags"] {
            assert!(entry[key].is_array(), "{key}: {entry}");
        }
        assert!(entry["id"].is_i64());
        for key in ["earliest", "latest", "time", "event", "claim"] {
            assert!(entry.get(key).is_some(), "{key}: {entry}");
        }
        if let Some(earliest) = entry["earliest"].as_str() {
            assert!(
                earliest[..10] >= before[..before.len().min(10)],
                "{earliest} after {before}"
            );
            before = earliest.to_owned();
        }
    }
    assert!(
        entries.iter().all(|entry| entry["withdrawn"] == false),
        "nothing was withdrawn"
    );
    let named = entries.iter().any(|entry| {
        let people = entry["people"].as_array().expect("a list");
        people.iter().any(|name| name == "Catarina Hartnoll")
    });
    assert!(named, "nobody was found in the texts");

    let csv = desk.done(&["chronology", "anna.lantern", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(
        rows.records().filter_map(Result::ok).count() as u64,
        expected
    );

    let contacts = desk.run(&["contacts", "anna.lantern", "--json"]).json();
    let victim = &contacts["people"][0];
    assert_eq!(victim["role"], "victim");
    let police = victim["sectors"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|sector| sector["sector"] == "police");
    let police = police.expect("contacts with the police");
    for key in ["contacts", "events", "asked", "disclosed"] {
        assert!(police[key].is_u64(), "{key}: {police}");
    }

    let audit = desk
        .run(&["audit", "anna.lantern", "verify", "--json"])
        .json();
    // Created, people, and each agency and its return.
    assert_eq!(
        (audit["whole"].as_bool(), audit["rows"].as_i64()),
        (Some(true), Some(8))
    );
    let history = desk
        .run(&["history", "anna.lantern", "--limit", "1", "--json"])
        .json();
    assert_eq!(history["rows"][0]["who"], "chair");
    assert!(
        history["rows"][0]["what"]
            .as_str()
            .is_some_and(|what| what.contains("housing"))
    );
}

#[test]
fn undo_takes_an_import_back_and_redo_brings_it_again() {
    let desk = Desk::with_school();
    let before = desk.entries();
    let police = project(POLICE);
    desk.done(&[
        "import",
        "anna.lantern",
        "--agency",
        "Fenholt Primary School",
        &police,
    ]);
    let after = desk.entries();
    assert!(after.len() > before.len());
    let undone = desk.done(&["undo", "anna.lantern"]);
    assert!(undone.contains("police_return.xlsx"), "{undone}");
    assert_eq!(desk.entries(), before);
    desk.done(&["redo", "anna.lantern"]);
    assert_eq!(desk.entries(), after);
    // Import, import, agency; then nothing is left.
    for status in [0, 0, 0, 1] {
        assert_eq!(desk.run(&["undo", "anna.lantern"]).status, status);
    }
    assert_eq!(desk.entries(), Vec::<Value>::new());
}

#[test]
fn a_dry_run_says_what_would_be_imported_and_stores_nothing() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let before = desk.done(&["audit", "anna.lantern", "verify"]);
    let police = project(POLICE);
    let arguments = [
        "import",
        "anna.lantern",
        "--agency",
        "Wexmoor Constabulary",
        "--dry-run",
        "--json",
        &police,
    ];
    let told = desk.run(&arguments).json();
    assert_eq!(told["stored"], false);
    assert!(!texts(&told["files"][0]["columns"], "heading").is_empty());
    assert_eq!(desk.entries(), Vec::<Value>::new());
    assert_eq!(desk.done(&["audit", "anna.lantern", "verify"]), before);
}

#[test]
fn a_corrected_return_is_compared_cell_by_cell_then_takes_the_earlier_ones_place() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let own = |file: &'static str, more: &[&'static str]| {
        let start = ["import", "anna.lantern", "--agency", "Wexmoor Homes", file];
        [&start[..], more].concat()
    };
    let first = "Date,Details\n03/02/2019,Tenant asks for the locks of the front door.\n25/02/2019,No access.\n";
    fs::write(desk.path("log.csv"), first).expect("written");
    desk.done(&own("log.csv", &[]));
    let second = "Date,Details\n03/02/2019,Tenant asks for new locks of the front door.\n31/06/2019,Rent interview.\n";
    fs::write(desk.path("log_corrected.csv"), second).expect("written");
    let corrected = own("log_corrected.csv", &["--dry-run", "--replaces", "log.csv"]);
    let told = desk.done(&corrected);
    for expected in [
        "Beside “log.csv”: 0 entries are the same, 1 changed, 1 new, 1 gone.",
        "Changed, line 2, What happened: “Tenant asks for new locks of the front door.” was “Tenant asks for the locks of the front door.”",
        "New, line 3: “31/06/2019” Rent interview.",
        "Gone, formerly line 3: “25/02/2019” No access.",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
    let told = desk.run(&[&corrected[..], &["--json"]].concat()).json();
    assert_eq!(
        told["amendment"]["changed"][0]["what"][0]["part"],
        "What happened"
    );
    assert_eq!(told["amendment"]["gone"][0]["place"], "line 3");
    let doubts = told["files"][0]["doubts"].as_array().expect("a list");
    let impossible = doubts.iter().find(|doubt| doubt["wording"] == "31/06/2019");
    let impossible = impossible.expect("a doubt");
    assert_eq!(
        (&impossible["row"], &impossible["column"]),
        (&3.into(), &0.into())
    );
    assert_eq!(desk.entries().len(), 2);
    let answer = desk.run(&own(
        "log_corrected.csv",
        &["--dry-run", "--replaces", "log2.csv"],
    ));
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("It has sent: “log.csv”"),
        "{}",
        answer.err
    );
    desk.done(&own("log_corrected.csv", &["--replaces", "log.csv"]));
    let entries = desk.entries();
    assert_eq!(entries.len(), 3, "changed, new, and gone but kept");
    let answer = desk.run(&own(
        "log_corrected.csv",
        &["--again", "--replaces", "log.csv"],
    ));
    assert_eq!(answer.status, 2, "it stands no longer");
    assert!(
        answer.err.contains("It has sent: “log_corrected.csv”"),
        "{}",
        answer.err
    );
    assert!(texts(&Value::Array(entries), "text").contains(&"Rent interview."));
    desk.done(&["undo", "anna.lantern"]);
    assert_eq!(desk.entries().len(), 2, "one undo takes it back");
}

#[test]
fn columns_and_the_order_of_dates_can_be_given_by_hand() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let table = "Tag;Ereignis;Bemerkung\n03/04/2018;Hausbesuch;keine\n05/06/2018;Anruf;Rückruf\n07/08/2018;Brief;keine\n";
    fs::write(desk.path("list.csv"), table).expect("written");
    for (agency, more, text, earliest) in [
        (
            "A",
            &["--map", "date=Tag", "--map", "text=ereignis"][..],
            "Hausbesuch",
            "2018-04-03",
        ),
        (
            "B",
            &["--map", "date=A", "--map", "text=3"],
            "keine",
            "2018-04-03",
        ),
        (
            "C",
            &["--map", "date=1", "--map", "text=B", "--date-order", "mdy"],
            "Hausbesuch",
            "2018-03-04",
        ),
    ] {
        let mut arguments = vec!["import", "anna.lantern", "--agency", agency, "--again"];
        arguments.extend(more);
        arguments.push("list.csv");
        desk.done(&arguments);
        let entries = desk.entries();
        let own: Vec<&Value> = entries
            .iter()
            .filter(|entry| entry["agency"] == agency)
            .collect();
        assert_eq!(own.len(), 3, "{agency}");
        assert_eq!(
            (&own[0]["text"], &own[0]["earliest"]),
            (&text.into(), &earliest.into()),
            "{agency}"
        );
    }
}
