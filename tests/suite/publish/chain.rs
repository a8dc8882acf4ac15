//! The questions and findings in the report, and the plan's further columns.

use lantern::model::{Question, QuestionId, Review, Section, SectionId};
use lantern::publish::{self, Output};
use serde_json::Value;

use super::made_up::{options, review};
use super::reading::part;
use super::write;

/// Two questions; finding 1 answers both, finding 2 is good practice.
fn asking() -> Review {
    let mut one = review(14);
    one.questions = (1..)
        .zip(["What was\nknown?", " "])
        .map(|(id, text)| Question {
            id: QuestionId(id),
            position: id as u32,
            text: text.to_owned(),
        })
        .collect();
    let ids = one.questions.iter().map(|question| question.id).collect();
    one.findings[0].questions = ids;
    one.findings[0].analysis = "Nobody had put the two together.".to_owned();
    one.findings[0].entries = vec![one.entries[2].id];
    one.findings[1].good_practice = true;
    one.recommendations[0].due = "2026-03-31".parse().ok();
    one.recommendations[0].measure = "A dip sample each quarter.".to_owned();
    one
}

fn section<'a>(data: &'a Value, addition: &str) -> Option<&'a Value> {
    let mut sections = data["sections"].as_array().expect("a list").iter();
    sections.find(|section| section["addition"] == addition)
}

fn notes(block: &Value) -> Vec<String> {
    let notes = block["notes"].as_array().expect("a list").iter();
    notes
        .map(|note| format!("{}: {}", note["name"], note["lines"]).replace('"', ""))
        .collect()
}

#[test]
fn the_report_prints_the_questions_and_the_findings_where_they_belong() {
    let data = publish::report_data(&asking(), &options()).expect("data");
    assert_eq!(
        data["questions"],
        serde_json::json!(["What was known?", "Not written yet."])
    );
    let finding = &data["findings"][0];
    let said = notes(finding);
    for expected in [
        "Why: [Nobody had put the two together.]",
        "Answers: [Questions 1, 2]",
        "Leads to: [Recommendation 1]",
    ] {
        assert!(said.iter().any(|note| note == expected), "{said:?}");
    }
    assert!(
        said.iter()
            .any(|note| note.starts_with("Rests on: [Entry ")),
        "{said:?}"
    );
    assert_eq!(
        data["findings"][1]["marks"],
        serde_json::json!(["Good practice"])
    );
    let recommended = notes(&data["recommendations"][0]);
    for expected in [
        "By when: [31 March 2026]",
        "Measure: [A dip sample each quarter.]",
    ] {
        assert!(
            recommended.iter().any(|note| note == expected),
            "{recommended:?}"
        );
    }
    for addition in ["terms_of_reference", "lessons"] {
        assert!(section(&data, addition).is_some(), "{addition}");
    }
}

#[test]
fn without_questions_and_findings_nothing_is_said_of_them() {
    let mut none = review(3);
    none.findings.clear();
    for recommendation in &mut none.recommendations {
        recommendation.findings.clear();
    }
    let data = publish::report_data(&none, &options()).expect("data");
    for addition in ["terms_of_reference", "lessons"] {
        assert!(section(&data, addition).is_none(), "{addition}");
    }
}

#[test]
fn a_citation_of_a_finding_leads_to_it_on_the_pages_and_in_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut citing = asking();
    citing.sections.push(Section {
        id: SectionId(999),
        key: "own".to_owned(),
        title: "Of our own".to_owned(),
        text: "As was found [finding 1: Finding 1].".to_owned(),
        paragraphs: Vec::new(),
    });
    let data = publish::report_data(&citing, &options()).expect("data");
    let own = data["sections"].as_array().expect("a list").iter();
    let own = own
        .map(Value::to_string)
        .find(|text| text.contains("As was found"));
    let own = own.expect("the section");
    assert!(own.contains("\"to\":\"finding-1\""), "{own}");
    let made = write(&citing, Output::ReportPdf, folder.path());
    assert_eq!(made.notes, Vec::<String>::new());
    let made = write(&citing, Output::ReportDocx, folder.path());
    let text = part(&made.path, "word/document.xml");
    for words in [
        "Finding 1",
        "Nobody had put the two together.",
        "1. What was known?",
        "Good practice",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn the_plan_in_excel_holds_questions_findings_and_what_is_not_smart() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = write(&asking(), Output::PlanXlsx, folder.path());
    let sheet = super::cells(&made.path);
    let text = format!("{sheet:?}");
    for words in [
        "1. What was",
        "How it will be seen that it helped",
        "A dip sample each quarter.",
        "why it can be done",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_plan_names_the_findings_that_each_recommendation_answers() {
    let review = asking();
    let finding = &review.findings[0];
    assert!(review.recommendations[0].findings.contains(&finding.id));
    let expected = format!("Finding 1: {}", finding.text);
    let data = publish::report_data(&review, &options()).expect("data");
    let bands = data["plan"]["recommendations"].as_array().expect("a list");
    let said = |band: &Value| band["findings"].to_string();
    assert!(said(&bands[0]).contains(&expected), "{}", bands[0]);
    let answering = bands.iter().filter(|band| said(band).contains(&expected));
    let linked = review.recommendations.iter();
    let linked = linked.filter(|one| one.findings.contains(&finding.id));
    assert_eq!(answering.count(), linked.count());

    let folder = tempfile::tempdir().expect("a folder");
    let made = write(&review, Output::PlanDocx, folder.path());
    let text = part(&made.path, "word/document.xml");
    assert!(text.contains(&expected), "{text}");
}
