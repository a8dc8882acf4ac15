//! The set that goes out: what is in it, what stops it, and where it may stand.

use std::fs;
use std::path::Path;
use std::time::Duration;

use lantern::jobs::Silent;
use lantern::model::{
    LetterPoint, LetterPointId, Person, PersonId, RecordAnswer, RecordKind, RecordQuestion, Review,
    Role, Section, SectionId, SectionTemplate, Sex,
};
use lantern::publish::{
    Edition, LetPass, Manifest, SetError, SetMade, SetOptions, data_record, edition_of, publish_set,
};
use sha2::{Digest, Sha256};

use super::made_up::{day, review};
use super::reading::parts;

/// A review with somebody in it who must not be known, and with everything that a set is made of.
fn told() -> Review {
    let mut review = review(6);
    let mut template = (*review.template).clone();
    template.sections.push(SectionTemplate {
        key: "summary_conclusions".to_owned(),
        title: "Conclusions".to_owned(),
        help: String::new(),
        appendix: false,
        summary: true,
    });
    template.publication.ages.from = vec![0, 18, 25, 35];
    template.publication.record = [
        (
            "victim_age",
            RecordKind::Choice,
            &["under 18", "18 to 24", "25 to 34", "35 or older"][..],
        ),
        ("victim_sex", RecordKind::Choice, &["female", "male"][..]),
        ("stalking", RecordKind::Indicated, &[][..]),
        ("debt", RecordKind::Indicated, &[][..]),
        ("month_of_death", RecordKind::Month, &[][..]),
    ]
    .into_iter()
    .map(|(key, kind, choices)| RecordQuestion {
        key: key.to_owned(),
        name: key.replace('_', " "),
        group: "All".to_owned(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    })
    .collect();
    review.template = template.into();
    review.sections.push(Section {
        id: SectionId(900),
        key: "summary_conclusions".to_owned(),
        title: "Conclusions".to_owned(),
        text: "Zdenka Rautenberg was asked too late. Zdenka’s sister rang.".to_owned(),
        paragraphs: Vec::new(),
    });
    review.sections[0].text =
        "Zdenka Rautenberg lived with her sister. The Rautenbergs moved often.".to_owned();
    review.people = vec![Person {
        id: PersonId(1),
        name: "Zdenka Rautenberg".to_owned(),
        role: Role::Victim,
        date_of_birth: Some(day(1990, 2, 3)),
        date_of_death: Some(day(2021, 6, 5)),
        pseudonym: "Anna".to_owned(),
        sex: Sex::Female,
        ..Person::default()
    }];
    review.publishing.letter = vec![LetterPoint {
        id: LetterPointId(1),
        position: 1,
        raised: "It is not said who asked Zdenka.".to_owned(),
        answer: "It is now.".to_owned(),
        paragraph: None,
    }];
    review.publishing.record = vec![RecordAnswer {
        key: "stalking".to_owned(),
        answer: "no".to_owned(),
    }];
    review
}

fn asked(edition: Edition, reason: &str) -> SetOptions {
    SetOptions {
        edition,
        today: day(2026, 3, 4),
        let_pass: LetPass::everything(reason),
    }
}

fn made(review: &Review, edition: Edition, out: &Path) -> SetMade {
    publish_set(review, &asked(edition, ""), out, &Silent).unwrap_or_else(|error| panic!("{error}"))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_set_is_whole_and_its_manifest_proves_each_file() {
    let desk = tempfile::tempdir().expect("a folder");
    let out = desk.path().join("publication");
    let set = made(&told(), Edition::Publication, &out);
    let manifest = fs::read(out.join("manifest.json")).expect("a manifest");
    assert_eq!(hexadecimal(&manifest), set.manifest);
    let manifest: Manifest = serde_json::from_slice(&manifest).expect("JSON");
    assert_eq!(manifest.files, set.files);
    assert_eq!(
        (manifest.edition.as_str(), manifest.let_pass),
        ("publication", 0)
    );
    for file in &set.files {
        let bytes = fs::read(out.join(&file.name)).expect(&file.name);
        assert_eq!(file.sha256, hexadecimal(&bytes), "{}", file.name);
        assert_eq!(file.bytes, bytes.len() as u64);
    }
    for subject in [
        "overview report.pdf",
        "overview report.docx",
        "executive summary.pdf",
        "executive summary.docx",
        "action plan.pdf",
        "action plan.docx",
        "action plan.xlsx",
        "combined chronology.pdf",
        "combined chronology.docx",
        "combined chronology.xlsx",
        "response to the quality assurance letter.pdf",
        "response to the quality assurance letter.docx",
        "data record.csv",
        "data record.json",
        "check report.txt",
    ] {
        let is_there = set.files.iter().any(|file| file.name.ends_with(subject));
        assert!(is_there, "{subject}");
    }
    assert_eq!(names(&out).len(), set.files.len() + 1);
    assert_eq!(
        names(desk.path()),
        ["publication"],
        "something was left behind"
    );
}

#[test]
fn nothing_that_is_published_holds_a_name_and_every_page_of_a_working_version_says_what_it_is() {
    let desk = tempfile::tempdir().expect("a folder");
    let [safe, working] = ["safe", "working"].map(|name| desk.path().join(name));
    made(&told(), Edition::Publication, &safe);
    made(&told(), Edition::Working, &working);
    let said = |folder: &Path| -> String {
        let names = names(folder);
        let offices = names
            .iter()
            .filter(|name| name.ends_with(".docx") || name.ends_with(".xlsx"));
        let texts = names.iter().filter(|name| {
            [".csv", ".json", ".txt"]
                .iter()
                .any(|end| name.ends_with(end))
        });
        let inside = offices.flat_map(|name| parts(&folder.join(name)));
        let inside = inside.map(|(_, content)| content);
        let plain = texts.map(|name| fs::read_to_string(folder.join(name)).expect("text"));
        inside.chain(plain).collect()
    };
    let (published, kept) = (said(&safe), said(&working));
    for name in ["Zdenka", "Rautenberg"] {
        assert!(!published.contains(name), "{name}");
        assert!(kept.contains(name), "{name}");
    }
    assert!(published.contains("Anna was asked too late. Anna’s sister rang."));
    assert!(kept.contains("Confidential – working version"));
    assert!(!published.contains("Confidential – working version"));
}

#[test]
fn the_same_review_on_the_same_day_makes_the_same_bytes() {
    let desk = tempfile::tempdir().expect("a folder");
    let [first, second] = ["first", "second"].map(|name| desk.path().join(name));
    made(&told(), Edition::Publication, &first);
    // Times in zip files are told to two seconds.
    std::thread::sleep(Duration::from_millis(2_100));
    made(&told(), Edition::Publication, &second);
    assert_eq!(names(&first), names(&second));
    for name in names(&first) {
        let [one, other] =
            [&first, &second].map(|folder| fs::read(folder.join(&name)).expect("a file"));
        assert!(one == other, "{name} differs");
    }
}

#[test]
fn what_tells_who_somebody_is_stops_the_set_and_passes_only_for_a_reason() {
    let desk = tempfile::tempdir().expect("a folder");
    let out = desk.path().join("publication");
    let mut review = told();
    // A valid number of nobody in the register.
    review.sections[0].text = "The NHS number 943 476 5919 stood in the letter.".to_owned();
    let refused = publish_set(&review, &asked(Edition::Publication, " "), &out, &Silent);
    let Err(SetError::Against(against)) = refused else {
        panic!("{refused:?}");
    };
    assert!(against.marks.is_empty());
    let places: Vec<&str> = against
        .leaks
        .iter()
        .map(|found| found.file.as_str())
        .collect();
    for document in ["overview report.pdf", "overview report.docx"] {
        assert!(
            places.iter().any(|file| file.ends_with(document)),
            "{places:?}"
        );
    }
    assert!(names(desk.path()).is_empty(), "something was written");

    let reason = "It is the example of the letter, and nobody’s number.";
    let set = publish_set(&review, &asked(Edition::Publication, reason), &out, &Silent)
        .expect("published");
    assert_eq!(
        (set.passed, set.reason.as_str()),
        (against.leaks.len(), reason)
    );
    let report = names(&out)
        .into_iter()
        .find(|name| name.ends_with("check report.txt"));
    let report = fs::read_to_string(out.join(report.expect("a report"))).expect("text");
    let report: Vec<&str> = report.split_whitespace().collect();
    assert!(report.join(" ").contains(reason), "{report:?}");
    assert!(!report.join(" ").contains("943 476 5919"));
}

#[test]
fn a_folder_holds_one_edition_and_nothing_else() {
    let desk = tempfile::tempdir().expect("a folder");
    let review = told();
    let [set, strange, file] = ["set", "strange", "file"].map(|name| desk.path().join(name));
    made(&review, Edition::Publication, &set);
    assert_eq!(edition_of(&set), Some(Edition::Publication));
    fs::create_dir(&strange).expect("a folder");
    fs::write(strange.join("notes.txt"), "Dear panel").expect("written");
    fs::write(&file, "Dear panel").expect("written");
    let refused = [
        (&set, Edition::Working, "never shares a folder"),
        (&strange, Edition::Working, "holds files that are no set"),
        (
            &strange,
            Edition::Publication,
            "holds files that are no set",
        ),
        (&file, Edition::Publication, "is a file"),
        (
            &set.join("inner"),
            Edition::Working,
            "lies in one that holds a publication",
        ),
    ];
    for (place, edition, why) in refused {
        let before = names(desk.path());
        let error = publish_set(&review, &asked(edition, ""), place, &Silent).expect_err(why);
        assert!(error.to_string().contains(why), "{error}");
        assert_eq!(names(desk.path()), before);
    }
    // An earlier set of the same edition goes when the new one stands; with something else beside it, it stays.
    made(&review, Edition::Publication, &set);
    fs::write(set.join("my notes.txt"), "Dear panel").expect("written");
    let error = publish_set(&review, &asked(Edition::Publication, ""), &set, &Silent);
    let error = error.expect_err("a note would be lost").to_string();
    assert!(error.contains("my notes.txt"), "{error}");
    assert!(set.join("my notes.txt").exists() && set.join("manifest.json").exists());
    // Nor does a single document with names go beside what is published.
    let path = set.join("report.pdf");
    let options = super::options();
    let error = lantern::publish::write(
        &review,
        lantern::publish::Output::ReportPdf,
        &options,
        &path,
        &Silent,
    );
    assert!(
        error
            .expect_err("refused")
            .to_string()
            .contains("holds a publication")
    );
    assert!(!path.exists());
}

#[test]
fn the_data_record_takes_what_is_entered_then_what_the_review_knows_else_not_indicated() {
    let mut review = told();
    let answers = |review: &Review| -> Vec<String> {
        data_record(review)
            .into_iter()
            .map(|line| line.answer)
            .collect()
    };
    // Born in February 1990, died in June 2021 by her own record; the key dates of this review name no death.
    let known = answers(&review);
    assert_eq!(known[1..4], ["female", "no", "not indicated"]);
    for (key, answer, expected) in [
        ("month_of_death", "2020-11", "2020-11"),
        // A day never goes out, whoever typed it.
        ("month_of_death", "2020-11-07", known[4].as_str()),
        ("victim_sex", "male", "male"),
        ("victim_sex", "unheard of", "female"),
        ("debt", "yes", "yes"),
        ("debt", "perhaps", "not indicated"),
    ] {
        review.publishing.record = vec![RecordAnswer {
            key: key.to_owned(),
            answer: answer.to_owned(),
        }];
        let line = data_record(&review)
            .into_iter()
            .find(|line| line.key == key);
        assert_eq!(line.expect("a line").answer, expected, "{key} {answer}");
    }
}

#[test]
fn ages_are_told_in_bands() {
    let mut review = told();
    review.key_dates.clear();
    for (born, band) in [
        (day(1990, 2, 3), "25 to 34"),
        (day(1986, 6, 6), "25 to 34"),
        (day(1986, 6, 5), "35 or older"),
        (day(2003, 6, 6), "under 18"),
        (day(1930, 1, 1), "35 or older"),
    ] {
        review.people[0].date_of_birth = Some(born);
        assert_eq!(data_record(&review)[0].answer, band, "{born}");
        assert_eq!(data_record(&review)[4].answer, "2021-06");
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
