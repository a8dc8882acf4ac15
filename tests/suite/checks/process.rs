//! The clock and its delays, the panel, independence, the terms of reference, the letter.

use lantern::checks::At;
use lantern::model::{
    Agency, AgencyId, Independence, KeyDate, KeyDateId, LetterPoint, LetterPointId, Member,
    MemberId, ParagraphId, Pause, PauseId, Question, QuestionId, Review, Sees, When,
};

use super::panel;
use super::written::{day, marks, report, subjects};

fn dated(review: &mut Review, dates: &[(&str, &str)]) {
    review.key_dates = (1..)
        .zip(dates)
        .map(|(id, (kind, date))| KeyDate {
            id: KeyDateId(id),
            kind: (*kind).to_owned(),
            label: String::new(),
            when: When::on(day(date)),
        })
        .collect();
}

fn paused(review: &mut Review, from: &str, until: &str, reason: &str) {
    review.pauses.push(Pause {
        id: PauseId(1),
        from: day(from),
        until: Some(day(until)),
        reason: reason.to_owned(),
    });
}

#[test]
fn dates_of_the_process_stand_in_order() {
    type Dates = &'static [(&'static str, &'static str)];
    let cases: [(Dates, &[&str]); 4] = [
        (
            &[
                ("death", "2024-01-10"),
                ("decision", "2024-02-01"),
                ("published", "2025-05-01"),
            ],
            &[],
        ),
        (&[("death", "2024-01-10"), ("decision", "2024-01-10")], &[]),
        (
            &[("death", "2024-01-10"), ("decision", "2023-02-01")],
            &["date 2 before date 1"],
        ),
        (
            &[
                ("submitted", "2024-09-01"),
                ("approved", "2024-08-01"),
                ("published", "2024-07-01"),
            ],
            &["date 2 before date 1", "date 3 before date 1"],
        ),
    ];
    for (dates, expected) in cases {
        let mut review = report(&[]);
        dated(&mut review, dates);
        assert_eq!(
            subjects(&review, "process_dates_out_of_order"),
            expected,
            "{dates:?}"
        );
    }
}

#[test]
fn a_delay_is_explained_in_the_section_on_timescales() {
    const KEPT: &[(&str, &str)] = &[
        ("notified", "2024-01-12"),
        ("decision", "2024-02-01"),
        ("submitted", "2024-07-30"),
    ];
    const LATE: &[(&str, &str)] = &[
        ("notified", "2024-01-12"),
        ("decision", "2024-02-01"),
        ("submitted", "2024-11-30"),
    ];
    const RUNNING_OVER: &[(&str, &str)] = &[("notified", "2024-01-12"), ("decision", "2024-02-01")];
    const DELAY: &[&str] = &["limit decision submitted"];
    type Case = (
        &'static str,
        &'static [(&'static str, &'static str)],
        &'static str,
        Option<&'static str>,
        &'static [&'static str],
    );
    let cases: [Case; 8] = [
        ("kept", KEPT, "", None, &[]),
        (
            "late, and nothing is said",
            LATE,
            "The panel met seven times.",
            None,
            DELAY,
        ),
        ("late, and nothing is written", LATE, "", None, DELAY),
        (
            "late, with a reason",
            LATE,
            "The trial in the autumn delayed the review.",
            None,
            &[],
        ),
        ("not submitted yet", RUNNING_OVER, "", None, DELAY),
        (
            "kept by a pause that is not told",
            LATE,
            "",
            Some("The trial"),
            DELAY,
        ),
        (
            "kept by a pause that is told",
            LATE,
            "The clock stood still during the trial.",
            Some("The trial"),
            &[],
        ),
        (
            "a pause without a reason",
            LATE,
            "The review was suspended.",
            Some(" "),
            &["pause 1"],
        ),
    ];
    for (what, dates, text, reason, expected) in cases {
        let mut review = report(&[("timescales", text)]);
        dated(&mut review, dates);
        if let Some(reason) = reason {
            paused(&mut review, "2024-03-01", "2024-08-01", reason);
        }
        assert_eq!(
            subjects(&review, "limit_passed_without_reason"),
            expected,
            "{what}"
        );
    }
}

#[test]
fn independence_is_stated() {
    for (key, text, marked) in [
        (
            "author",
            "Idris Vaughan has chaired reviews since 2016.",
            true,
        ),
        (
            "author",
            "Idris Vaughan was a probation officer until 2015 and has never been employed by an agency concerned.",
            false,
        ),
        (
            "author",
            "The author is independent of all agencies in this review.",
            false,
        ),
        ("author", "An independent chair was commissioned.", true),
        ("author", "", false),
        (
            "panel_members",
            "The head of housing; the named nurse.",
            true,
        ),
        (
            "panel_members",
            "The named nurse. No member had been involved with the family.",
            false,
        ),
        ("panel_members", "## Members", false),
    ] {
        let review = report(&[(key, text)]);
        let found = subjects(&review, "independence_not_stated");
        assert_eq!(found, if marked { vec![key] } else { Vec::new() }, "{text}");
    }
}

/// Members by agency (1 is a specialist service, 2 the police, 0 none), role, and what is known of their independence.
fn seated(members: &[(i64, &str, Independence)]) -> Review {
    let mut review = panel(1, &[]);
    let agency = |id, name: &str, sector: &str| Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: sector.to_owned(),
        due: None,
        note: String::new(),
    };
    review.agencies = vec![
        agency(1, "Harbour Lights", "specialist_domestic_abuse"),
        agency(2, "Northmere Police", "police"),
    ];
    review.members = (1..)
        .zip(members)
        .map(|(id, (agency, role, independence))| Member {
            id: MemberId(id),
            name: format!("Member {id}"),
            agency: (*agency > 0).then_some(AgencyId(*agency)),
            role: (*role).to_owned(),
            independence: *independence,
            ..Member::default()
        })
        .collect();
    review
}

#[test]
fn a_panel_has_a_specialist_service_and_nobody_who_was_involved() {
    use Independence::{Connected, Independent, NotAsked};
    let specialist = (1, "Chief executive", Independent);
    let police = (2, "Head of public protection", Independent);
    type Case = (
        &'static str,
        Vec<(i64, &'static str, Independence)>,
        &'static [&'static str],
    );
    let cases: [Case; 9] = [
        ("nobody", vec![], &["nobody"]),
        ("complete", vec![specialist, police], &[]),
        ("no specialist", vec![police], &["specialist"]),
        (
            "a specialist by role",
            vec![police, (0, "IDVA, Harbour Lights", Independent)],
            &[],
        ),
        (
            "two not asked",
            vec![
                specialist,
                (2, "", NotAsked),
                (0, "Expert on dementia", NotAsked),
            ],
            &["not asked 2 3"],
        ),
        (
            "a sister is not asked",
            vec![specialist, (0, "Sister of the victim", NotAsked)],
            &[],
        ),
        ("only family", vec![(0, "Mother", NotAsked)], &["nobody"]),
        (
            "an agency’s member is no family, whatever the role",
            vec![specialist, (2, "Family liaison", NotAsked)],
            &["not asked 2"],
        ),
        (
            "somebody was involved",
            vec![specialist, (2, "Inspector", Connected)],
            &["member 2 connected"],
        ),
    ];
    for (what, members, expected) in cases {
        let review = seated(&members);
        assert_eq!(subjects(&review, "panel_incomplete"), expected, "{what}");
    }
    let mut left = seated(&[specialist, (2, "", NotAsked)]);
    left.members[1].left = true;
    assert!(
        subjects(&left, "panel_incomplete").is_empty(),
        "who has left is not asked"
    );
    let mut family = panel(2, &[&[1, 2]]);
    family.rounds[0].sendings[0].sees = Sees::FamilyVersion;
    let found = subjects(&family, "panel_incomplete");
    assert_eq!(
        found,
        ["specialist", "not asked 2"],
        "the family’s version tells who is family"
    );
}

#[test]
fn terms_of_reference_name_what_must_be_looked_for() {
    const BOTH: &str = "What was known of coercive control and of economic abuse?";
    for (terms, background, expected) in [
        (BOTH, "", &[][..]),
        ("", "", &[]),
        (
            "What was known of abuse?",
            "",
            &["coercive or controlling behaviour", "economic abuse"],
        ),
        ("Controlling behaviour; financial control.", "", &[]),
        ("Coercive control.", "", &["economic abuse"]),
        (BOTH, "She took her own life in spring.", &["suicide"]),
        (BOTH, "He threatened suicide.", &[]),
        (
            "Coercive control, economic abuse, and suicide after abuse.",
            "She died by suicide.",
            &[],
        ),
    ] {
        let review = report(&[("terms_of_reference", terms), ("background", background)]);
        let found = subjects(&review, "terms_of_reference_late_or_thin");
        assert_eq!(found, expected, "{terms} / {background}");
    }
    let mut asked = report(&[("terms_of_reference", "The questions are these.")]);
    asked.questions = vec![Question {
        id: QuestionId(1),
        position: 1,
        text: BOTH.to_owned(),
    }];
    assert!(
        subjects(&asked, "terms_of_reference_late_or_thin").is_empty(),
        "questions are terms"
    );
    let full = report(&[
        ("terms_of_reference", "See the appendix."),
        ("full_terms_of_reference", BOTH),
    ]);
    assert!(
        subjects(&full, "terms_of_reference_late_or_thin").is_empty(),
        "so is the appendix"
    );
}

#[test]
fn terms_of_reference_stand_before_the_methodology() {
    let mut template = super::written::template("dardr");
    let place = |key: &str| {
        template
            .sections
            .iter()
            .position(|section| section.key == key)
    };
    let (terms, methodology) = (place("terms_of_reference"), place("methodology"));
    template
        .sections
        .swap(terms.expect("terms"), methodology.expect("methodology"));
    let review = super::written::report_of(template, &[]);
    assert_eq!(
        subjects(&review, "terms_of_reference_late_or_thin"),
        ["late"]
    );
}

#[test]
fn each_point_of_the_letter_is_answered() {
    let mut review = report(&[("analysis", "Nobody asked.")]);
    let known = review
        .sections
        .iter()
        .find_map(|section| section.paragraphs.first())
        .copied();
    let point = |id, answer: &str, paragraph| LetterPoint {
        id: LetterPointId(id),
        position: id as u32,
        raised: "The section on equality is thin.".to_owned(),
        answer: answer.to_owned(),
        paragraph,
    };
    review.publishing.letter = vec![
        point(1, "Each characteristic is answered now.", known),
        point(2, " ", None),
        point(3, "Rewritten.", Some(ParagraphId(9999))),
        point(
            4,
            "Nothing was changed, because the coroner asked so.",
            None,
        ),
    ];
    let found = marks(&review, "letter_point_not_answered");
    let places: Vec<At> = found.iter().map(|mark| mark.at).collect();
    assert_eq!(
        places,
        [At::Letter(LetterPointId(2)), At::Letter(LetterPointId(3))]
    );
}
