//! `lantern programme FILE report`.

use lantern::edits;
use lantern::jobs::Silent;
use lantern::sample;
use lantern::store::{NewProgramme, Passphrase, Store};

use super::{Desk, PASSPHRASE, project};

const HERS: &str = "the other four words";

/// The sample’s cohort in a file of its own, with the lock of women’s safety work.
fn desk() -> Desk {
    let desk = Desk::new();
    let words = |words: &str| Passphrase::new(words.to_owned());
    let new = NewProgramme {
        template: sample::programme_template().expect("a template"),
        title: "Living without Violence".to_owned(),
    };
    let path = desk.path("pilot.lantern");
    let store = Store::create_programme(&path, &words(PASSPHRASE), &new, "Ifeoma Lind");
    let mut store = store.expect("a file");
    store.set_safety_lock(&words(HERS)).expect("a lock");
    let (cohort, partners) = sample::programme(&Silent).expect("the sample");
    let today = sample::programme_today();
    edits::import_cohort(&mut store, "cohort", &cohort, partners, today).expect("imported");
    std::fs::write(desk.path("hers.txt"), HERS).expect("a file");
    desk
}

#[test]
fn the_report_is_written_and_said_as_json_without_small_counts() {
    let desk = desk();
    let report = ["programme", "pilot.lantern", "report", "--on", "2006-03-31"];
    let mut released = report.to_vec();
    let (published, relations) = (
        project("samples/programme/published.toml"),
        project("samples/programme/relations.toml"),
    );
    released.extend(["--out", "out", "--json", "--published", &published]);
    released.extend(["--relations", &relations]);
    let answer = desk.run(&released);
    let json = answer.json();
    assert_eq!(json["edition"], "released");
    assert_eq!(json["hers"], "locked");
    assert_eq!(json["counts"]["men.all"], 70);
    assert_eq!(
        json["counts"]["criminal_justice.custody"],
        serde_json::Value::Null
    );
    assert!(!answer.out.contains("LV-1"), "a case number");
    let wrong = json["consistency"]["published"].as_array().expect("a list");
    assert!(wrong.len() > 3, "{wrong:?}");
    assert!(
        answer.err.contains("--safety-passphrase-file"),
        "{}",
        answer.err
    );
    for name in ["evaluation.pdf", "evaluation.docx", "evaluation.json"] {
        assert!(desk.path("out").join(name).is_file(), "{name}");
    }

    let mut inside = report.to_vec();
    inside.extend([
        "--out",
        "in",
        "--internal",
        "--safety-passphrase-file",
        "hers.txt",
    ]);
    let answer = desk.run(&inside);
    assert_eq!(answer.status, 0, "{}", answer.err);
    assert!(
        answer.out.contains("evaluation - internal.pdf"),
        "{}",
        answer.out
    );
    let text = std::fs::read_to_string(desk.path("in").join("evaluation - internal.json"));
    let json: serde_json::Value = serde_json::from_str(&text.expect("a file")).expect("JSON");
    assert_eq!(json["hers"], "included");
    assert_eq!(json["counts"]["ethnicity.partners.white_british"], 32);
}

#[test]
fn a_wrong_second_passphrase_writes_nothing() {
    let desk = desk();
    std::fs::write(desk.path("hers.txt"), "not these").expect("a file");
    let answer = desk.run(&[
        "programme",
        "pilot.lantern",
        "report",
        "--out",
        "out",
        "--safety-passphrase-file",
        "hers.txt",
    ]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("assphrase"), "{}", answer.err);
    assert!(!desk.path("out").exists());
}
