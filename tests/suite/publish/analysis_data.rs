//! What is given to whoever analyses a cohort: canaries in every field, and a dictionary that says all of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use lantern::jobs::Silent;
use lantern::model::programme::{
    Answer, Assessment, Certificate, Child, Factor, FeedbackForm, FollowUp, FollowUpResult, Grade,
    Incident, InformationSource, Man, Measure, Place, Programme, ReferralAnswer, RiskLevel, Step,
    StepKind, Substance, Taken, Use,
};
use lantern::model::{AssessmentId, ContactId, GroupId, ManId, PartnerId, SessionId, StatementId};
use lantern::publish::{
    NOT_ASKED, NOT_KNOWN, OTHER, PublishError, certificate_text, write_analysis_data,
    write_certificate,
};
use lantern::sample;
use lantern::wall::{
    CaseFile, Contact, HerIncident, Ledger, Lock, Look, Partner, Statement, Support, View, Walled,
    WomensSafety,
};

struct Nowhere;

impl Ledger for Nowhere {
    fn note(&self, _: Look) {}
}

fn asked<T>(
    programme: &Programme,
    partners: Vec<Partner>,
    ask: impl FnOnce(&View<'_, WomensSafety>) -> T,
) -> T {
    let (_, key) = Lock::new("four unrelated words here").expect("a lock");
    let file = CaseFile::of(programme.clone(), partners).expect("each on the right side");
    let me = key.clearance("Ifeoma Lind");
    ask(&file.view(&me, &Nowhere))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A man in whose file every text is a canary, and every day one of June 2013.
fn canary(id: i64) -> Man {
    let mut man = Man::new(ManId(id), format!("Canary Name{id}"));
    let text = |what: &str| format!("Canary {what} {id}");
    man.reference = format!("CANARY-{id}");
    man.born = Some(day("1979-06-17"));
    man.identity.ethnicity = text("ethnicity");
    man.identity.gender = text("gender");
    man.identity.sexual_orientation = text("orientation");
    man.referral.source = text("source");
    man.referral.referrer = text("referrer");
    man.referral.answers.push(ReferralAnswer {
        question: text("question"),
        answer: Answer::Yes,
        scale: Some(7),
        words: text("words"),
        source: None,
    });
    for (kind, on) in [
        (StepKind::Referred, "2013-06-03"),
        (StepKind::Assessed, "2013-06-11"),
        (StepKind::Enrolled, "2013-06-18"),
        (StepKind::DroppedOut, "2013-06-27"),
    ] {
        let mut step = Step::new(day(on), kind);
        step.reason = text("reason");
        man.steps.push(step);
    }
    man.places.push(Place {
        group: GroupId(1),
        from: day("2013-06-18"),
        until: Some(day("2013-06-27")),
    });
    man.assessments.push(Assessment {
        id: AssessmentId(1),
        on: day("2013-06-11"),
        level: RiskLevel::High,
        factors: vec![Factor {
            key: text("factor"),
            present: Answer::Yes,
            sources: vec![InformationSource::Police],
        }],
    });
    man.measures.push(Measure {
        key: text("measure"),
        on: day("2013-06-12"),
        taken: Taken::Before,
        value: 3,
    });
    man.substances.push(Substance {
        key: text("substance"),
        used: Use::Current,
        tenths_of_units: Some(2_730),
        regularity: text("regularity"),
    });
    man.children.push(Child {
        born: Some(day("2009-06-19")),
        age: None,
        lives_with_him: Answer::Yes,
        biological: Answer::No,
        witnessed_violence: Answer::NotKnown,
        directly_abused: Answer::NotAsked,
        source: InformationSource::Himself,
    });
    man.incidents.push(Incident {
        on: day("2013-06-20"),
        told: day("2013-06-21"),
        physical: Answer::Yes,
        source: InformationSource::Police,
        words: text("incident"),
    });
    man.follow_ups.push(FollowUp {
        months: 6,
        on: day("2013-06-28"),
        result: FollowUpResult::Reached,
        incident: Answer::No,
        measures: vec![(text("followed"), 4)],
        police: Answer::NotAsked,
        other_agency: Answer::NotAsked,
    });
    man
}

fn hers(id: i64) -> Partner {
    let text =
        |what: &str| -> Walled<WomensSafety, String> { Walled::new(format!("Canary hers {what}")) };
    let mut partner = Partner::new(PartnerId(id), ManId(id), day("2013-06-05"));
    partner.name = text("name");
    partner.worker = "Canary worker".to_owned();
    partner.ethnicity = text("ethnicity");
    partner.contacts.push(Contact {
        id: ContactId(1),
        on: day("2013-06-09"),
        by_telephone: true,
        reached: true,
        informed: true,
        words: text("contact"),
    });
    partner.statements.push(Statement {
        id: StatementId(1),
        on: day("2013-06-09"),
        kind: "abuse".to_owned(),
        words: text("statement"),
        factors: Vec::new(),
    });
    partner.incidents.push(HerIncident {
        on: day("2013-06-10"),
        told: day("2013-06-11"),
        physical: Answer::Yes,
        words: text("incident"),
    });
    partner.support.push(Support {
        what: text("support"),
        offered: day("2013-06-12"),
        taken: Answer::Yes,
    });
    partner
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            let text = fs::read_to_string(&path).expect("text");
            files.push((path.display().to_string(), text));
        }
    }
    files
}

/// The lines of a file as cells.
fn lines(folder: &Path, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder.join(name)).expect(name);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn no_name_number_word_or_day_goes_out() {
    let template = lantern::templates::programme::built_in()[0].clone();
    let mut programme = Programme::new(template);
    "Canary title".clone_into(&mut programme.title);
    programme.men = (1..=7).map(canary).collect();
    programme.groups.push(lantern::model::programme::Group {
        id: GroupId(1),
        name: "Canary group".to_owned(),
        size: 8,
        openings: vec![day("2013-06-18")],
    });
    programme.sessions.push(lantern::model::programme::Session {
        id: SessionId(1),
        group: GroupId(1),
        on: day("2013-06-18"),
    });
    programme.attendance = (1..=7)
        .map(|id| lantern::model::programme::Attendance {
            man: ManId(id),
            session: SessionId(1),
            mark: lantern::model::programme::Mark::MadeUp(day("2013-06-25")),
        })
        .collect();
    programme.feedback.push(FeedbackForm {
        respondent: "Canary respondent".to_owned(),
        grades: vec![Some(Grade::Very), None],
    });
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("data");
    asked(&programme, (1..=7).map(hers).collect(), |view| {
        write_analysis_data(&programme, Some(view), 42, &out).expect("written");
    });
    for (path, text) in files(&out) {
        let lower = text.to_lowercase();
        for word in [
            "canary", "2013", "1979", "jun", "17/06", "06-1", "2730", "273.0",
        ] {
            assert!(!lower.contains(word), "{path} holds “{word}”:\n{text}");
        }
    }
    assert!(
        lines(&out, "men.csv")
            .iter()
            .skip(1)
            .all(|line| line[2] == OTHER)
    );
}

#[test]
fn every_column_is_in_the_dictionary_and_every_line_of_it_is_a_column() {
    let (programme, partners) = sample::programme(&Silent).expect("the sample");
    let folder = tempfile::tempdir().expect("a folder");
    let made = asked(&programme, partners, |view| {
        write_analysis_data(&programme, Some(view), 7, folder.path()).expect("written")
    });
    assert_eq!((made.men, made.left_out), (70, 0));
    for part in [
        folder.path().to_owned(),
        folder.path().join("womens-safety"),
    ] {
        let mut columns = BTreeSet::new();
        for entry in fs::read_dir(&part).expect("a folder") {
            let name = entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned();
            if name.ends_with(".csv") && name != "dictionary.csv" {
                let all = lines(&part, &name);
                assert!(all.iter().all(|line| line.len() == all[0].len()), "{name}");
                columns.extend(all[0].iter().map(|column| (name.clone(), column.clone())));
            }
        }
        let dictionary = lines(&part, "dictionary.csv");
        let told: Vec<(String, String)> = dictionary
            .iter()
            .skip(1)
            .map(|line| (line[0].clone(), line[1].clone()))
            .collect();
        assert_eq!(told.iter().cloned().collect::<BTreeSet<_>>(), columns);
        assert_eq!(told.len(), columns.len(), "no column stands twice");
        let readable = fs::read_to_string(part.join("DICTIONARY.md")).expect("a dictionary");
        assert!(columns.iter().all(|(file, column)| {
            readable.contains(&format!("## {file}")) && readable.contains(&format!("`{column}`"))
        }));
    }
}

#[test]
fn categories_that_too_few_share_are_joined_and_counted() {
    let (programme, _) = sample::programme(&Silent).expect("the sample");
    let folder = tempfile::tempdir().expect("a folder");
    write_analysis_data(&programme, None, 7, folder.path()).expect("written");
    assert!(!folder.path().join("womens-safety").exists());
    let threshold = programme.template.disclosure_control.threshold as usize;
    let dictionary = lines(folder.path(), "dictionary.csv");
    for line in dictionary
        .iter()
        .skip(1)
        .filter(|line| line[3] == "category" && line[0] == "men.csv")
    {
        let men = lines(folder.path(), "men.csv");
        let at = men[0]
            .iter()
            .position(|column| *column == line[1])
            .expect("a column");
        let mut counts = std::collections::BTreeMap::new();
        for man in men.iter().skip(1) {
            *counts.entry(man[at].as_str()).or_insert(0_usize) += 1;
        }
        for (value, count) in &counts {
            let missing = [NOT_ASKED, NOT_KNOWN, "none"].contains(value);
            assert!(
                missing || *count >= threshold,
                "{}: {value} × {count}",
                line[1]
            );
        }
        let joined = counts.get(OTHER).copied().unwrap_or(0);
        assert_eq!(joined > 0, !line[6].is_empty(), "{}", line[1]);
        assert!(
            joined == 0 || line[6].starts_with(&format!("{joined} lines")),
            "{line:?}"
        );
    }
}

#[test]
fn study_numbers_are_drawn_anew_and_missing_is_coded_apart() {
    let (programme, _) = sample::programme(&Silent).expect("the sample");
    let numbers = |seed: u64| {
        let folder = tempfile::tempdir().expect("a folder");
        write_analysis_data(&programme, None, seed, folder.path()).expect("written");
        lines(folder.path(), "men.csv")
    };
    let (one, other) = (numbers(1), numbers(2));
    assert_ne!(one, other);
    assert_eq!(one, numbers(1));
    let values: BTreeSet<&str> = one.iter().flatten().map(String::as_str).collect();
    assert!(values.contains(NOT_ASKED) && values.contains(NOT_KNOWN) && !values.contains(""));
}

#[test]
fn data_of_two_exports_are_not_mixed() {
    let (programme, _) = sample::programme(&Silent).expect("the sample");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("notes.txt"), "kept").expect("written");
    let again = write_analysis_data(&programme, None, 1, folder.path());
    assert!(matches!(again, Err(PublishError::NotEmpty { .. })));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn a_certificate_is_a_page_that_names_nobody() {
    let certificate = Certificate {
        on: day("2026-03-04"),
        references: vec!["LV-101".to_owned(), "LV-107".to_owned()],
        partners: 3,
        kept: vec!["Ethnicity".to_owned()],
        decided_by: "Dr Miriam Okafor".to_owned(),
        reason: "Six years have passed since they left".to_owned(),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("certificate.pdf");
    let made = write_certificate("Riverside", &certificate, &path).expect("written");
    assert_eq!((made.pages, made.notes.len()), (Some(1), 0));
    assert!(fs::read(&path).expect("a file").starts_with(b"%PDF"));
    let text = certificate_text("Riverside", &certificate);
    for word in [
        "LV-101, LV-107",
        "2 men",
        "3 partners",
        "Dr Miriam Okafor",
        "Six years",
        "Ethnicity",
        "4 March 2026",
    ] {
        assert!(text.contains(word), "{word}: {text}");
    }
}
