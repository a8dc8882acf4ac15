//! What the report rests on: citations, contradictions, the summary; and marks that were decided to stand.

use std::sync::Arc;

use lantern::checks::{At, Case, preflight};
use lantern::model::{
    About, AgencyId, Basis, Contradiction, ContradictionId, Disclosure, Enquiry, Entry, EntryId,
    ImportId, Reach, Recommendation, RecommendationId, Review, Scope, SectionTemplate, Severity,
    Source, Standing, Suppressed, SuppressedId, When,
};

use super::written::{day, marks, report, report_of, section_of, subjects, template};

/// Entries 1 and 2; entry 3 was withdrawn.
fn with_entries(mut review: Review) -> Review {
    let entries = (1..=3).map(|id| {
        Arc::new(Entry {
            id: EntryId(id),
            agency: AgencyId(1),
            when: When::on(day("2021-03-04")),
            text: "She called.".to_owned(),
            response: String::new(),
            seen: String::new(),
            recorder: String::new(),
            document: String::new(),
            comment: String::new(),
            basis: Basis::default(),
            enquiry: Enquiry::NotRecorded,
            disclosure: Disclosure::NotRecorded,
            other: Vec::new(),
            source: Source::default(),
            position: id,
            people: Vec::new(),
            withdrawn: (id == 3).then_some(ImportId(2)),
        })
    });
    review.entries = Arc::new(entries.collect());
    review
}

#[test]
fn citations_that_do_not_hold_are_found_where_they_stand() {
    for (text, expected) in [
        ("She called [entry 1].", &[][..]),
        ("First.\n\nShe called [entry 3].", &["entry 3"]),
        (
            "She called [entry 9: Police, 4 March][note: See [finding 2]].",
            &["entry 9", "finding 2"],
        ),
        ("She called [entry 9], and again [entry 9].", &["entry 9"]),
    ] {
        let review = with_entries(report(&[("analysis", text)]));
        let found = marks(&review, "citation_broken");
        assert_eq!(found.len(), expected.len(), "{text}");
        for (mark, handle) in found.iter().zip(expected) {
            assert!(mark.subject.ends_with(handle), "{}", mark.subject);
            assert!(matches!(mark.at, At::Paragraph(..)), "{:?}", mark.at);
            assert_eq!(section_of(&review, mark.at), "analysis");
        }
    }
}

#[test]
fn longer_paragraphs_of_the_analysis_cite_something() {
    let long = "The panel looked at each contact with care and found the same again. ".repeat(6);
    let cited = format!("{long} [entry 1]");
    let many = [long.as_str(); 9].join("\n\n");
    for (key, text, expected) in [
        ("analysis", "Nobody asked.", 0),
        ("analysis", long.as_str(), 1),
        ("analysis", cited.as_str(), 0),
        ("analysis", many.as_str(), 1),
        ("background", long.as_str(), 0),
    ] {
        let review = with_entries(report(&[(key, text)]));
        assert_eq!(
            marks(&review, "analysis_without_citation").len(),
            expected,
            "{key}"
        );
    }
}

#[test]
fn contradictions_are_settled_or_told() {
    for (standing, text, expected) in [
        (Standing::Open, "", Some("contradiction 1 open")),
        (
            Standing::Open,
            "She called [entry 1].",
            Some("contradiction 1 open"),
        ),
        (Standing::Resolved, "", None),
        (Standing::None, "", None),
        (Standing::Disputed, "", Some("contradiction 1 disputed")),
        (Standing::Disputed, "The records differ [entry 2].", None),
    ] {
        let mut review = with_entries(report(&[("analysis", text)]));
        review.contradictions = vec![Contradiction {
            id: ContradictionId(1),
            about: About::Injury,
            entries: [EntryId(1), EntryId(2)],
            a: "no visible injury".to_owned(),
            b: "bruised ribs".to_owned(),
            standing,
            note: String::new(),
        }];
        let found = subjects(&review, "contradiction_open");
        assert_eq!(
            found.first().map(String::as_str),
            expected,
            "{standing:?} {text}"
        );
    }
}

/// A report with a summary of its own, and so many recommendations.
fn summed_up(summary: &str, report: &str, recommendations: i64) -> Review {
    let mut with_summary = template("dardr");
    with_summary.sections.push(SectionTemplate {
        key: "in_short".to_owned(),
        title: "In short".to_owned(),
        help: String::new(),
        appendix: false,
        summary: true,
    });
    let mut review = report_of(
        with_summary,
        &[("in_short", summary), ("methodology", report)],
    );
    review.recommendations = (1..=recommendations)
        .map(|id| Recommendation {
            id: RecommendationId(id),
            position: id as u32,
            text: "Ask.".to_owned(),
            findings: Vec::new(),
            reach: if id == 1 {
                Reach::National
            } else {
                Reach::SingleAgency
            },
            scope: Scope::Local,
            early_learning: false,
            weakness: String::new(),
            agencies: Vec::new(),
            entries: Vec::new(),
            measure: String::new(),
            achievable: String::new(),
            due: None,
        })
        .collect();
    with_entries(review)
}

#[test]
fn the_summary_says_what_the_report_says() {
    let report = "Twelve agencies were asked and eleven replied. The panel met seven times between May and July 2022.";
    for (summary, expected) in [
        ("Twelve agencies were asked.", &[][..]),
        ("12 agencies were asked.", &[]),
        ("Thirteen agencies were asked.", &["in_short: 13 agenc"]),
        ("The panel met nine times, two months later.", &[]),
        ("There were four children.", &[]),
        ("She called in March 2021.", &[]),
        ("The panel met until July 2022.", &[]),
        (
            "The panel met until August 2022.",
            &["in_short: August 2022"],
        ),
        (
            "The panel makes eleven recommendations.",
            &["in_short: 11 recommendation"],
        ),
        (
            "The panel makes three recommendations, one of them national.",
            &[],
        ),
        ("There are two single-agency recommendations.", &[]),
        (
            "There are two national recommendations.",
            &["in_short: 2 recommendation"],
        ),
        ("The first two recommendations are urgent.", &[]),
        ("Recommendation 3 is urgent.", &[]),
        (
            "Recommendation 4 is urgent.",
            &["in_short: recommendation 4"],
        ),
        ("", &[]),
    ] {
        let review = summed_up(summary, report, 3);
        assert_eq!(
            subjects(&review, "summary_disagrees"),
            expected,
            "{summary}"
        );
    }
}

#[test]
fn a_mark_that_was_decided_to_stand_counts_no_longer_and_is_told() {
    let mut review = report(&[("author", "She has chaired reviews since 2016.")]);
    let found = preflight(&Case::of(&review, day("2025-06-01")));
    let is_ours = |rule: &str| rule == "independence_not_stated";
    assert!(found.marks.iter().any(|(of, _)| is_ours(of.rule)));
    assert!(found.unknown.is_empty(), "{:?}", found.unknown);
    let weights: Vec<Severity> = found.marks.iter().map(|(of, _)| of.severity).collect();
    assert!(weights.is_sorted(), "the weightiest first");
    let before = found.against();
    review.publishing.suppressed = vec![Suppressed {
        id: SuppressedId(1),
        rule: "independence_not_stated".to_owned(),
        subject: "author".to_owned(),
        reason: "It stands in the panel’s section.".to_owned(),
        by: "chair".to_owned(),
        at: "2025-05-30T10:00:00Z".to_owned(),
    }];
    let found = preflight(&Case::of(&review, day("2025-06-01")));
    assert_eq!(found.against(), before - 1);
    assert!(!found.marks.iter().any(|(of, _)| is_ours(of.rule)));
    let [(of, mark, decided)] = found.suppressed.as_slice() else {
        panic!("{:?}", found.suppressed);
    };
    assert_eq!(
        (of.rule, mark.subject.as_str(), *decided),
        ("independence_not_stated", "author", 0)
    );
}

#[test]
fn rules_hold_on_a_review_in_which_nothing_was_entered() {
    for name in ["dardr", "dhr-2016"] {
        let review = Review::empty(Arc::new(template(name)));
        let found = preflight(&Case::of(&review, day("2025-06-01")));
        assert!(found.against() > 0, "an empty report is not ready: {name}");
    }
}

/// What the sample lacks on purpose is found, and little else.
#[test]
fn what_the_sample_lacks_is_found() {
    let review = &crate::sample::REVIEW;
    let case = Case::of(review, lantern::sample::today().expect("a day"));
    let found = preflight(&case);
    let told = |rule: &str| -> Vec<String> {
        let marks = found.marks.iter().filter(|(of, _)| of.rule == rule);
        marks.map(|(_, mark)| mark.at.words(&case)).collect()
    };
    for (rule, expected) in [
        ("action_incomplete", &["Action 5.2", "Action 9.2"][..]),
        (
            "recommendation_not_smart",
            &["Recommendation 9", "Recommendation 11"],
        ),
        ("finding_without_recommendation", &["Finding 11"]),
        ("recommendation_without_finding", &[]),
        ("process_dates_out_of_order", &[]),
        ("limit_passed_without_reason", &[]),
        ("terms_of_reference_late_or_thin", &[]),
        ("family_not_recorded", &[]),
        ("family_not_shown_the_draft", &[]),
        ("panel_incomplete", &[]),
        ("independence_not_stated", &[]),
        ("characteristic_not_answered", &[]),
        ("citation_broken", &[]),
        ("analysis_without_citation", &[]),
        ("early_learning_not_acted_on", &[]),
        ("summary_disagrees", &[]),
        ("tribute_not_considered", &[]),
    ] {
        assert_eq!(told(rule), expected, "{rule}");
    }
    let carried = found.marks.iter();
    let carried = carried.filter(|(of, _)| of.rule == "characteristic_not_carried");
    let carried: Vec<&str> = carried.map(|(_, mark)| mark.subject.as_str()).collect();
    assert_eq!(carried, ["race", "religion_or_belief", "sex"]);
}

/// 1,200 paragraphs of 60 words.
#[test]
fn what_is_wrong_everywhere_in_a_long_report_is_told_once() {
    let paragraph = "The surgery saw her in March 2021 and did not ask what happened at home, although the nurse had written of a bruise, of two missed appointments and of a husband who answered each question, and nobody rang her back when she was alone and could have spoken of it in peace that week, as she had asked the receptionist on the telephone.";
    let long = vec![paragraph; 400].join("\n\n");
    let keys = ["analysis", "chronology", "overview"];
    let mut review = with_entries(report(&keys.map(|key| (key, long.as_str()))));
    // Paragraphs are known by themselves, however many there are.
    for (section, number) in review.sections.iter_mut().zip(0..) {
        for (paragraph, place) in section.paragraphs.iter_mut().zip(1..) {
            paragraph.0 = number * 10_000 + place;
        }
    }
    let begun = std::time::Instant::now();
    let found = preflight(&Case::of(&review, day("2025-06-01")));
    println!("70,000 words took {:?}", begun.elapsed());
    let of_analysis = found.marks.iter();
    let of_analysis = of_analysis.filter(|(of, _)| of.rule == "analysis_without_citation");
    assert_eq!(
        of_analysis.count(),
        1,
        "what is wrong everywhere is told once"
    );
}
