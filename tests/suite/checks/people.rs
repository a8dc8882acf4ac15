//! The family, the tribute, and the protected characteristics.

use lantern::model::{Finding, FindingId, Round, Sees};

use super::panel;
use super::written::{report, report_of, section_of, subjects, template};

const ASKED: &str =
    "involvement_of_family: whether family and friends were asked to take part, and how";
const ADVOCATE: &str = "involvement_of_family: whether an advocate was offered";
const TERMS: &str = "involvement_of_family: whether the family saw the terms of reference";

#[test]
fn the_part_of_the_family_is_told() {
    for (text, expected) in [
        (
            "The chair wrote to her mother by way of an advocacy service; she saw the terms of reference.",
            &[][..],
        ),
        ("Her family loved her.", &[ASKED, ADVOCATE, TERMS]),
        ("Her brother was invited and declined.", &[ADVOCATE, TERMS]),
        ("She had no known family in this country.", &[]),
        ("Her sons met the chair with an advocate.", &[TERMS]),
        (
            "Her sons, for whom an advocate was found, were in prison.",
            &[ASKED, TERMS],
        ),
        ("", &[]),
    ] {
        let review = report(&[("involvement_of_family", text)]);
        assert_eq!(subjects(&review, "family_not_recorded"), expected, "{text}");
    }
}

#[test]
fn the_family_sees_the_draft_or_the_report_says_why_not() {
    let rule = "family_not_shown_the_draft";
    for (text, expected) in [
        ("Her mother was written to.", Some("not sent")),
        ("", Some("not sent")),
        ("Her mother read the draft with her advocate.", None),
        ("Her mother did not wish to take part.", None),
    ] {
        let review = report(&[("involvement_of_family", text)]);
        assert_eq!(
            subjects(&review, rule).first().map(String::as_str),
            expected,
            "{text}"
        );
    }
    for (sees, sent, replied, expected) in [
        (Sees::FullDraft, true, "", Some("not sent")),
        (Sees::FamilyVersion, false, "", Some("not sent")),
        (Sees::FamilyVersion, true, "", Some("not answered")),
        (
            Sees::FamilyVersion,
            true,
            "2025-02-01T10:00:00Z",
            Some("not told"),
        ),
    ] {
        let mut review = report(&[("involvement_of_family", "Her mother was written to.")]);
        let mut rounds: Vec<Round> = panel(1, &[&[1]]).rounds;
        rounds[0].sendings[0].sees = sees;
        rounds[0].sendings[0].replied = replied.to_owned();
        if !sent {
            rounds[0].sent.clear();
        }
        review.rounds = rounds;
        assert_eq!(
            subjects(&review, rule).first().map(String::as_str),
            expected,
            "{sees:?} {sent} {replied}"
        );
    }
}

#[test]
fn a_report_gives_a_sense_of_the_person() {
    let rule = "tribute_not_considered";
    for (key, text, marked) in [
        ("sense_of_person", "She sang in the kitchen.", false),
        ("sense_of_person", "", true),
        (
            "involvement_of_family",
            "The family was asked for a tribute and preferred to give none.",
            false,
        ),
        ("involvement_of_family", "The family was written to.", true),
    ] {
        let review = report(&[(key, text)]);
        assert_eq!(!subjects(&review, rule).is_empty(), marked, "{key}: {text}");
    }
    // The older template has no section for it.
    let older = report_of(
        template("dhr-2016"),
        &[("introduction", "Her friends remembered her as generous.")],
    );
    assert_eq!(subjects(&older, rule), ["tribute"]);
    let older = report_of(
        template("dhr-2016"),
        &[("introduction", "She was remembered as generous.")],
    );
    assert!(subjects(&older, rule).is_empty());
}

const ALL: [&str; 9] = [
    "age",
    "disability",
    "gender_reassignment",
    "marriage_and_civil_partnership",
    "pregnancy_and_maternity",
    "race",
    "religion_or_belief",
    "sex",
    "sexual_orientation",
];

#[test]
fn each_protected_characteristic_is_answered_by_itself() {
    const LIST: &str = "The nine characteristics were considered: age, disability, gender reassignment, marriage, pregnancy, race, religion, sex and sexual orientation.";
    let each = "Age: she was older than her colleagues.\n\nDisability: she had a learning disability.\n\n\
        Gender reassignment: not relevant.\n\nMarriage: they had married in spring.\n\nPregnancy: not relevant.\n\n\
        Race: she was of Somali heritage and an interpreter was never offered, although she asked for one at the age of forty, as a woman of faith, and while pregnant.\n\n\
        Religion or belief: she was Muslim.\n\nSex: women are more often killed by partners.\n\nSexual orientation: not relevant.";
    let under_headings =
        "# Age\n\nNot relevant.\n\n# Disability, race and sex\n\nShe was disabled.";
    let table = "| Characteristic | What the panel found |\n| Age | Not relevant |\n| Sex | She was killed by a partner |";
    let left = |answered: &[&str]| -> Vec<&'static str> {
        ALL.iter()
            .copied()
            .filter(|key| !answered.contains(key))
            .collect()
    };
    let cases: [(&str, Vec<&str>); 7] = [
        ("", vec![]),
        (LIST, left(&[])),
        (each, vec![]),
        (under_headings, left(&["age", "disability", "race", "sex"])),
        (table, left(&["age", "sex"])),
        (
            "Age, sex and race were considered; nothing suggests that they mattered.",
            left(&["age", "sex", "race"]),
        ),
        ("The panel was mindful of equality.", left(&[])),
    ];
    for (text, expected) in cases {
        let review = report(&[("equality_and_diversity", text)]);
        assert_eq!(
            subjects(&review, "characteristic_not_answered"),
            expected,
            "{text}"
        );
    }
}

#[test]
fn what_mattered_in_equality_is_carried_on() {
    const RACE: &str = "Race: she was of Somali heritage and no interpreter was offered.";
    type Case = (
        &'static str,
        &'static str,
        &'static str,
        &'static [&'static str],
    );
    let cases: [Case; 7] = [
        (RACE, "Nobody asked her alone.", "", &["race"]),
        (RACE, "", "", &[]),
        (
            RACE,
            "The interpreter was her husband.",
            "Interpreters were not used.",
            &[],
        ),
        (
            RACE,
            "The interpreter was her husband.",
            "Nobody asked.",
            &["race"],
        ),
        (
            RACE,
            "Nobody asked her alone.",
            "Language was a barrier.",
            &["race"],
        ),
        (
            "Race: considered. It was not relevant here, because all spoke one language.",
            "Nobody asked.",
            "",
            &[],
        ),
        (
            "The panel considered her age. It had no bearing on what was offered.",
            "Nobody asked.",
            "",
            &[],
        ),
    ];
    for (equality, analysis, finding, expected) in cases {
        let mut review = report(&[("equality_and_diversity", equality), ("analysis", analysis)]);
        review.findings = vec![Finding {
            id: FindingId(1),
            position: 1,
            text: finding.to_owned(),
            analysis: String::new(),
            good_practice: false,
            questions: Vec::new(),
            weaknesses: Vec::new(),
            entries: Vec::new(),
        }];
        assert_eq!(
            subjects(&review, "characteristic_not_carried"),
            expected,
            "{equality} / {analysis} / {finding}"
        );
    }
    let review = report(&[
        ("equality_and_diversity", RACE),
        ("analysis", "Nobody asked her alone."),
    ]);
    let found = super::written::marks(&review, "characteristic_not_carried");
    assert_eq!(
        section_of(&review, found[0].at),
        "analysis",
        "where it is to be carried to"
    );
}

#[test]
fn a_name_with_a_title_is_somebodys_in_the_register() {
    let known = lantern::model::Person {
        id: lantern::model::PersonId(1),
        name: "Ingrid Falkenrath".to_owned(),
        pseudonym: "Dr Marsh".to_owned(),
        ..lantern::model::Person::default()
    };
    for (text, expected) in [
        ("PC 4417 Crane attended.", &["crane"][..]),
        ("Midwife R. Solberg rang; Solberg wrote.", &["solberg"]),
        (
            "Dr O’Mahony and Mrs Adeyemi-Price met Dr O’Mahony.",
            &["adeyemi-price", "o’mahony"],
        ),
        (
            "Social Worker Lindqvist, SW MUNNINGS",
            &["lindqvist", "munnings"],
        ),
        ("Dr I. Falkenrath saw her; Dr Marsh wrote.", &[]),
        ("SW ATTENDED. The DI was told. Her sister Ana came.", &[]),
        ("Dr Thorne of the panel.", &[]),
        ("", &[]),
    ] {
        let mut review = report(&[("background", text)]);
        review.people = vec![known.clone()];
        review.details.chair = "Dr Amaka Thorne".to_owned();
        assert_eq!(subjects(&review, "name_of_nobody"), expected, "{text}");
    }
}
