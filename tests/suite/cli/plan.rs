//! `lantern plan --json`: the chain from question to outcome.

use lantern::edits;
use lantern::model::{EntryId, Finding, FindingId, Reach, Recommendation, RecommendationId, Scope};
use lantern::store::{Passphrase, Store};

use super::{Desk, PASSPHRASE};

/// Two questions; a finding that answers the second, cited in the draft; a recommendation without an action.
fn desk() -> Desk {
    let desk = Desk::with_school();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut store = Store::open(&desk.path("anna.lantern"), &passphrase, "chair").expect("open");
    edits::add_question(&mut store, "What was known?").expect("added");
    let question = edits::add_question(&mut store, "Who was told?")
        .expect("added")
        .value;
    let finding = Finding {
        id: FindingId(0),
        position: 0,
        text: "The school was told nothing.".to_owned(),
        analysis: "Its letters went unanswered.".to_owned(),
        good_practice: false,
        questions: vec![question],
        weaknesses: vec!["information_not_shared".to_owned()],
        entries: vec![EntryId(2), EntryId(5)],
    };
    let finding = edits::add_finding(&mut store, &finding)
        .expect("added")
        .value;
    let recommendation = Recommendation {
        id: RecommendationId(0),
        position: 0,
        text: "Tell the school.".to_owned(),
        findings: vec![finding],
        reach: Reach::MultiAgency,
        scope: Scope::Local,
        early_learning: true,
        weakness: "information_not_shared".to_owned(),
        agencies: Vec::new(),
        entries: Vec::new(),
        measure: "A yearly count.".to_owned(),
        achievable: String::new(),
        due: "2026-03-31".parse().ok(),
    };
    edits::add_recommendation(&mut store, &recommendation).expect("added");
    let review = store.load().expect("read");
    let mut sections = review.sections.iter();
    let analysis = sections
        .find(|section| section.key == "analysis")
        .expect("there");
    let text = "Nobody told the school [finding 1].";
    edits::write_section(&mut store, analysis.id, text).expect("written");
    desk
}

#[test]
fn the_chain_is_told_from_question_to_action_with_its_loose_ends() {
    let plan = desk().run(&["plan", "anna.lantern", "--json"]).json();
    let finding = &plan["findings"][0];
    let paragraphs = finding["paragraphs"].as_array().expect("a list");
    assert_eq!(paragraphs.len(), 1);
    assert!(paragraphs[0].as_str().expect("a number").ends_with(".1"));
    for (found, expected) in [
        (&plan["questions"][0]["findings"], serde_json::json!([])),
        (&plan["questions"][1]["findings"], serde_json::json!([1])),
        (&finding["questions"], serde_json::json!([2])),
        (&finding["entries"], serde_json::json!([2, 5])),
        (
            &finding["weaknesses"],
            serde_json::json!(["Information not shared"]),
        ),
        (&finding["recommendations"], serde_json::json!([1])),
        (
            &plan["recommendations"][0]["due"],
            serde_json::json!("2026-03-31"),
        ),
        (
            &plan["recommendations"][0]["early_learning"],
            serde_json::json!(true),
        ),
        (
            &plan["recommendations"][0]["missing"],
            serde_json::json!(["which agencies it is for", "why it can be done"]),
        ),
        (
            &plan["recommendations"][0]["actions"],
            serde_json::json!([]),
        ),
    ] {
        assert_eq!(*found, expected);
    }
    let loose: Vec<(String, String, String)> = plan["loose_ends"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().expect("a word").to_owned();
            (word("step"), word("number"), word("why"))
        })
        .collect();
    let expected = [
        ("question", "1", "Answered by no finding"),
        ("recommendation", "1", "Not SMART yet"),
        ("recommendation", "1", "No action yet"),
    ]
    .map(|(step, number, why)| (step.to_owned(), number.to_owned(), why.to_owned()));
    assert_eq!(loose, expected);
}

#[test]
fn a_plan_is_either_a_file_or_json() {
    let desk = Desk::new();
    for arguments in [
        &["plan", "anna.lantern"][..],
        &["plan", "anna.lantern", "--format", "pdf"],
        &["plan", "anna.lantern", "--json", "--out", "p.json"],
    ] {
        assert_eq!(desk.run(arguments).status, 2, "{arguments:?}");
    }
}
