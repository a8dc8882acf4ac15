//! A programme's file at the command line.

use lantern::edits;
use lantern::sample;
use lantern::store::{NewProgramme, Passphrase, Store};

use super::{Desk, PASSPHRASE, project};

const HER_WORDS: &str = "her own four words";

impl Desk {
    /// An empty `pilot.lantern` with the lock of women’s safety work, whose passphrase stands in `safety`.
    fn with_programme() -> Self {
        let desk = Self::new();
        let new = NewProgramme {
            template: sample::programme_template().expect("a template"),
            title: "Pilot".to_owned(),
        };
        let path = desk.path("pilot.lantern");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let mut store =
            Store::create_programme(&path, &passphrase, &new, "coordinator").expect("a file");
        store
            .set_safety_lock(&Passphrase::new(HER_WORDS.to_owned()))
            .expect("a lock");
        std::fs::write(desk.path("safety"), HER_WORDS).expect("written");
        desk
    }

    fn programme(&self, arguments: &[&str]) -> super::Answer {
        let all: Vec<&str> = ["programme", "pilot.lantern"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        self.run(&all)
    }
}

#[test]
fn the_lock_is_set_and_changed_and_what_it_guards_is_undone_with_it_only() {
    let desk = Desk::new();
    let run = |arguments: &[&str]| desk.run(arguments);
    for (name, words) in [("hers", HER_WORDS), ("new", "another four words")] {
        std::fs::write(desk.path(name), words).expect("written");
    }
    let made = run(&["new", "pilot.lantern", "--kind", "programme"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let set = desk.programme(&["lock", "--new-passphrase-file", "hers"]);
    assert_eq!(set.status, 0, "{}", set.err);
    let again = desk.programme(&["lock", "--new-passphrase-file", "new"]);
    assert_eq!(again.status, 2, "the present one is needed");
    let present = ["lock", "--safety-passphrase-file", "hers"];
    let changed = desk.programme(&[&present[..], &["--new-passphrase-file", "new"]].concat());
    assert_eq!(changed.status, 0, "{}", changed.err);

    let men = project("samples/programme/men.csv");
    let partners = project("samples/programme/partners.csv");
    let with_partners = ["import", &men, &partners, "--safety-passphrase-file", "new"];
    let imported = desk.programme(&with_partners);
    assert_eq!(imported.status, 0, "{}", imported.err);
    let refused = run(&["undo", "pilot.lantern"]);
    assert_eq!(refused.status, 2, "{}", refused.out);
    assert!(
        refused.err.contains("women’s safety work"),
        "{}",
        refused.err
    );
    let key = ["--safety-passphrase-file", "new"];
    for step in ["undo", "redo"] {
        let done = run(&[&[step, "pilot.lantern"], &key[..]].concat());
        assert_eq!(done.status, 0, "{}", done.err);
    }
}

fn cohort() -> Vec<String> {
    let files = sample::programme_files().iter();
    files
        .map(|(name, _)| project(&format!("samples/programme/{name}")))
        .collect()
}

#[test]
fn a_cohort_is_looked_at_imported_exported_and_taken_back() {
    let desk = Desk::with_programme();
    let files = cohort();
    let mut arguments = vec!["import", "--json"];
    arguments.extend(files.iter().map(String::as_str));
    let mut dry = arguments.clone();
    dry.push("--dry-run");
    let looked = desk.programme(&dry).json();
    assert_eq!(
        (&looked["stored"], &looked["men"]),
        (&false.into(), &70.into())
    );
    assert_eq!(looked["partners"], 0, "the lock is closed");
    assert_eq!(looked["tables"].as_array().expect("tables").len(), 12);
    let his = desk.programme(&arguments).json();
    assert_eq!(
        (&his["stored"], &his["partners"]),
        (&true.into(), &0.into())
    );
    desk.done(&["undo", "pilot.lantern"]);
    arguments.extend(["--safety-passphrase-file", "safety"]);
    let imported = desk.programme(&arguments).json();
    assert_eq!(
        (&imported["stored"], &imported["partners"]),
        (&true.into(), &70.into())
    );
    assert_eq!(
        desk.programme(&arguments).status,
        1,
        "everybody is in it already"
    );

    let plain = desk
        .programme(&["export", "--out", "data", "--json"])
        .json();
    assert_eq!(
        (&plain["men"], &plain["partners"]),
        (&70.into(), &false.into())
    );
    assert!(!desk.path("data/womens-safety").exists());
    let hers = [
        "export",
        "--out",
        "hers",
        "--json",
        "--safety-passphrase-file",
        "safety",
    ];
    assert_eq!(desk.programme(&hers).json()["partners"], true);
    assert!(desk.path("hers/womens-safety/partners.csv").exists());
    let again = desk.programme(&["export", "--out", "data"]);
    assert_eq!(again.status, 2, "{}", again.err);
}

#[test]
fn what_is_due_is_told_and_what_is_owed_to_partners_with_the_lock_open_only() {
    let desk = Desk::with_programme();
    let files = cohort();
    let mut arguments = vec!["import", "--safety-passphrase-file", "safety"];
    arguments.extend(files.iter().map(String::as_str));
    assert_eq!(desk.programme(&arguments).status, 0);
    let read = |answer: super::Answer| -> serde_json::Value {
        assert_eq!(answer.status, 1, "something is late: {}", answer.err);
        serde_json::from_str(&answer.out).expect("JSON")
    };
    let closed = read(desk.programme(&["due", "--json", "--on", "2006-03-31"]));
    assert!(closed["partners"].is_null());
    assert!(!closed["follow_ups"].as_array().expect("a list").is_empty());
    let open = [
        "due",
        "--json",
        "--on",
        "2006-03-31",
        "--safety-passphrase-file",
        "safety",
    ];
    let open = read(desk.programme(&open));
    for list in ["contacts", "notices"] {
        assert!(
            !open["partners"][list].as_array().expect(list).is_empty(),
            "{list}"
        );
    }
    std::fs::write(desk.path("wrong"), "not her words at all").expect("written");
    let wrong = desk.programme(&["due", "--safety-passphrase-file", "wrong"]);
    assert_eq!(wrong.status, 2, "{}", wrong.out);
}

#[test]
fn files_are_destroyed_with_a_certificate() {
    let desk = Desk::with_programme();
    let (cohort, partners) = sample::programme(&lantern::jobs::Silent).expect("the sample");
    {
        let path = desk.path("pilot.lantern");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let mut store = Store::open(&path, &passphrase, "coordinator").expect("opened");
        store
            .unlock(&Passphrase::new(HER_WORDS.to_owned()))
            .expect("open");
        let day = sample::programme_today();
        edits::import_cohort(&mut store, "the sample", &cohort, partners, day).expect("imported");
    }
    let words = [
        "--decided-by",
        "Dr Miriam Okafor",
        "--reason",
        "Six years have passed",
    ];
    let destroy = |more: &[&str]| {
        let all: Vec<&str> = ["destroy"]
            .iter()
            .chain(&words)
            .chain(more)
            .copied()
            .collect();
        desk.programme(&all)
    };
    let dry = destroy(&["LV-101", "--certificate", "one.pdf", "--dry-run", "--json"]).json();
    assert_eq!(dry["destroyed"], false);
    assert_eq!(destroy(&["LV-999", "--certificate", "one.pdf"]).status, 2);
    let locked = destroy(&["LV-101", "--certificate", "one.pdf"]);
    assert_eq!(locked.status, 2, "{}", locked.err);
    assert!(!desk.path("one.pdf").exists());
    let one = destroy(&[
        "LV-101",
        "--certificate",
        "one.pdf",
        "--json",
        "--safety-passphrase-file",
        "safety",
    ])
    .json();
    assert_eq!(
        (&one["destroyed"], &one["cases"][0]),
        (&true.into(), &"LV-101".into())
    );
    assert!(desk.path("one.pdf").exists());
    assert_eq!(
        desk.run(&["undo", "pilot.lantern"]).status,
        1,
        "nothing brings it back"
    );
    let all = destroy(&[
        "--all-due",
        "--certificate",
        "all.txt",
        "--safety-passphrase-file",
        "safety",
    ]);
    assert_eq!(all.status, 0, "{}", all.err);
    let text = std::fs::read_to_string(desk.path("all.txt")).expect("a certificate");
    assert!(text.contains("LV-105") && !text.contains("LV-101"));
}

#[test]
fn a_group_sheet_is_written_by_the_name_of_its_group() {
    let desk = Desk::with_programme();
    let men = project("samples/programme/men.csv");
    let attendance = project("samples/programme/attendance.csv");
    let imported = desk.programme(&["import", &men, &attendance]);
    assert_eq!(imported.status, 0, "{}", imported.err);
    let group = {
        let path = desk.path("pilot.lantern");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let store = Store::open(&path, &passphrase, "coordinator").expect("opened");
        store.programme().expect("a programme").groups[0]
            .name
            .clone()
    };
    let none = desk.programme(&["sheet", "--group", "Nobody’s", "--out", "none.pdf"]);
    assert_eq!(none.status, 2);
    assert!(none.err.contains(&group), "{}", none.err);
    let made = desk.programme(&["sheet", "--group", &group, "--out", "sheet.pdf", "--json"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert_eq!(made.json()["group"], group.as_str());
    let pdf = std::fs::read(desk.path("sheet.pdf")).expect("a file");
    assert!(pdf.starts_with(b"%PDF"));
}
