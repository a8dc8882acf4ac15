//! `lantern same-events`: proposals with their reasons, as a table and as JSON.

use std::fs;

use serde_json::Value;

use super::{Desk, texts};

const POLICE: &str = "\
Date,Time,Incident,Outcome
03/05/2018,21:10,Call from neighbour at 8 Quay Street. Male has smashed the kitchen window with a spade. CAD 5512.,Arrested
19/06/2018,10:00,Licence check of vehicle.,None
";
const HOUSING: &str = "\
Date,Contact,Action
04/05/2018,Kitchen window broken with a spade last night; police reference CAD 5512.,Boarded up
11/09/2018,Gas safety check.,Certificate
";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern", "--title", "Anna"]);
    for (agency, sector, file, table) in [
        ("Quayside Constabulary", "police", "police.csv", POLICE),
        ("Quayside Homes", "housing", "housing.csv", HOUSING),
    ] {
        fs::write(desk.path(file), table).expect("written");
        desk.done(&[
            "import",
            "anna.lantern",
            "--agency",
            agency,
            "--sector",
            sector,
            file,
        ]);
    }
    desk
}

#[test]
fn records_of_one_event_are_proposed_with_reasons() {
    let desk = desk();
    let answer = desk.run(&["same-events", "anna.lantern", "--json"]).json();
    let groups = answer["groups"].as_array().expect("a list");
    assert_eq!(groups.len(), 1, "{answer}");
    let group = &groups[0];
    let chronology = desk.entries();
    let ids: Vec<&Value> = chronology
        .iter()
        .take(2)
        .map(|entry| &entry["id"])
        .collect();
    let entries: Vec<&Value> = group["entries"]
        .as_array()
        .expect("a list")
        .iter()
        .collect();
    assert_eq!(entries, ids);
    assert_eq!(texts(&answer["groups"], "status"), ["proposed"]);
    assert!(group["confidence"].as_f64().expect("a number") >= 0.5);
    let reasons = group["reasons"].to_string();
    for words in [
        "2 of them give the number CAD 5512.",
        "speaks of 3 May 2018.",
        "spade",
    ] {
        assert!(reasons.contains(words), "{words}: {reasons}");
    }
    assert!(answer["contradictions"].is_array());

    let told = desk.done(&["same-events", "anna.lantern"]);
    for words in [
        "0 events accepted; 1 proposal at least 50 % sure.",
        "Quayside Constabulary",
        "Kitchen window broken",
        "CAD 5512.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn how_sure_they_must_be_can_be_said() {
    let desk = desk();
    let answer = desk.run(&["same-events", "anna.lantern", "--at-least", "1", "--json"]);
    assert_eq!(answer.json()["groups"].as_array().map(Vec::len), Some(0));
    let refused = desk.run(&["same-events", "anna.lantern", "--at-least", "70"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("from 0 to 1"), "{}", refused.err);
}
