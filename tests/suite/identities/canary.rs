//! Every form of everybody in every text of a review: none is left.

use std::sync::Arc;

use lantern::identities::{Disguise, Register, disguised};
use lantern::model::*;

use super::harbour::{day, review};

/// Each form once, as the middle of a sentence.
fn planted(review: &Review) -> String {
    let register = Register::of(review);
    let forms = register
        .identities
        .iter()
        .flat_map(|identity| &identity.forms);
    forms
        .map(|form| format!("seen {} there. ", form.text))
        .collect()
}

/// A naive search that knows nothing of how forms are found: whole words, and capitals only where the word also means something else.
pub fn left_in(text: &str, review: &Review) -> Vec<String> {
    const ALSO_WORDS: [&str; 5] = ["rose", "may", "will", "gull", "rock"];
    let small = text.to_lowercase();
    let register = Register::of(review);
    let forms = register
        .identities
        .iter()
        .flat_map(|identity| &identity.forms);
    let found = forms.filter(|form| {
        let exact = ALSO_WORDS.contains(&form.text.to_lowercase().as_str()) || form.text.len() < 4;
        let (text, form) = match exact {
            true => (text, form.text.clone()),
            false => (small.as_str(), form.text.to_lowercase()),
        };
        text.match_indices(&form).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let rest = &text[at + form.len()..];
            let alone = !before.is_some_and(char::is_alphanumeric)
                && !rest.chars().next().is_some_and(char::is_alphanumeric);
            // “May” is what becomes of a day in May.
            alone && form != "May"
        })
    });
    found.map(|form| form.text.clone()).collect()
}

fn when(text: &str) -> When {
    When {
        earliest: Some(Moment::day(day(2021, 5, 21))),
        latest: Some(Moment::day(day(2021, 5, 21))),
        precision: Precision::Day,
        inferred: vec![text.to_owned()],
        warnings: vec![text.to_owned()],
        alternatives: vec![Span {
            earliest: Some(Moment::day(day(2021, 5, 21))),
            latest: None,
        }],
        ..When::not_understood(text)
    }
}

/// A review in which every text is `p`, but for its register, template and the keys of the template.
fn full_of(mut review: Review, p: &str) -> Review {
    let text = || p.to_owned();
    let section = |id: i64| Section {
        id: SectionId(id),
        key: "introduction".to_owned(),
        title: text(),
        text: format!("{p}\n\n> {p}\n\n| {p} | {p} |\n\n- **{p}**\n\n[entry 1: {p}] [note: {p}]"),
        paragraphs: Vec::new(),
    };
    review.details = Details {
        title: text(),
        label: text(),
        partnership: text(),
        chair: text(),
        reference: text(),
        scope_from: Some(day(1988, 3, 14)),
        scope_until: Some(day(2021, 5, 21)),
        ..Details::default()
    };
    for person in &mut review.people {
        person.note = text();
        person.chosen_by = text();
        person.ethnicity = text();
    }
    for place in &mut review.publishing.places {
        place.note = text();
    }
    review.key_dates = vec![KeyDate {
        id: KeyDateId(1),
        kind: "death".to_owned(),
        label: text(),
        when: when(p),
    }];
    review.pauses = vec![Pause {
        id: PauseId(1),
        from: day(2022, 1, 3),
        until: None,
        reason: text(),
    }];
    review.agencies = vec![Agency {
        id: AgencyId(1),
        name: text(),
        sector: "police".to_owned(),
        due: None,
        note: text(),
    }];
    review.entries = Arc::new(vec![Arc::new(Entry {
        when: when(p),
        text: text(),
        response: text(),
        seen: text(),
        recorder: text(),
        document: text(),
        comment: text(),
        other: vec![(text(), text())],
        source: Source {
            import: Some(ImportId(1)),
            file: format!("{p}.docx"),
            place: format!("sheet “{p}”, row 3"),
            row: 3,
        },
        ..Entry::without_words(AgencyId(1))
    })]);
    review.weaknesses = vec![Weakness {
        id: WeaknessId(1),
        position: 1,
        key: "no_enquiry".to_owned(),
        name: text(),
        definition: text(),
        example: text(),
        good_practice: false,
        parent: String::new(),
        patterns: vec![text()],
    }];
    review.taggings = vec![Tagging {
        id: TaggingId(1),
        entry: EntryId(0),
        weakness: "no_enquiry".to_owned(),
        coder: text(),
        memo: text(),
        passages: vec![Passage {
            cell: RecordCell::Text,
            from: 0,
            until: 5,
            words: text(),
        }],
    }];
    review.declined = vec![Declined {
        id: DeclinedId(1),
        entry: EntryId(0),
        weakness: "no_enquiry".to_owned(),
        coder: text(),
    }];
    review.codings = vec![Coding {
        id: CodingId(1),
        name: text(),
        drawn: text(),
        coders: vec![text()],
        entries: vec![EntryId(0)],
        done: vec![(EntryId(0), text())],
        closed: false,
        tagged: vec![Coded {
            entry: EntryId(0),
            weakness: "no_enquiry".to_owned(),
            coder: text(),
        }],
        settled: Vec::new(),
    }];
    review.imports = vec![Import {
        id: ImportId(1),
        agency: AgencyId(1),
        file: format!("{p}.docx"),
        sha256: "0".repeat(64),
        at: "2022-01-03T10:00:00+00:00".to_owned(),
        entries: 1,
        doubts: vec![Doubt {
            place: text(),
            row: 1,
            column: None,
            wording: text(),
            why: text(),
        }],
        skipped: vec![Skipped {
            place: text(),
            row: 1,
            wording: text(),
            why: text(),
        }],
        replaces: None,
    }];
    review.events = vec![Event {
        id: EventId(1),
        name: text(),
        entries: Vec::new(),
    }];
    review.contradictions = vec![Contradiction {
        id: ContradictionId(1),
        about: About::Time,
        entries: [EntryId(0), EntryId(1)],
        a: text(),
        b: text(),
        standing: Standing::Open,
        note: text(),
    }];
    review.facts = vec![Fact {
        id: FactId(1),
        name: text(),
        words: vec![text()],
        note: text(),
    }];
    review.knowings = vec![Knowing {
        id: KnowingId(1),
        fact: FactId(1),
        agency: AgencyId(1),
        when: when(p),
        how: text(),
        from: None,
        entry: None,
    }];
    review.habits = vec![Habit {
        id: HabitId(1),
        agency: AgencyId(1),
        columns: vec![(text(), None)],
        day_first: None,
    }];
    review.views = vec![View {
        id: ViewId(1),
        name: text(),
        settings: text(),
    }];
    review.sections = vec![section(1)];
    review.versions = vec![Version {
        id: VersionId(1),
        label: text(),
        at: "2022-01-03T10:00:00+00:00".to_owned(),
        who: text(),
        sections: Arc::new(vec![section(1)]),
    }];
    review.questions = vec![Question {
        id: QuestionId(1),
        position: 1,
        text: text(),
    }];
    review.findings = vec![Finding {
        id: FindingId(1),
        position: 1,
        text: text(),
        analysis: text(),
        good_practice: false,
        questions: Vec::new(),
        weaknesses: Vec::new(),
        entries: Vec::new(),
    }];
    review.recommendations = vec![Recommendation {
        id: RecommendationId(1),
        position: 1,
        text: text(),
        measure: text(),
        achievable: text(),
        findings: Vec::new(),
        reach: Reach::National,
        scope: Scope::Local,
        early_learning: false,
        weakness: String::new(),
        agencies: Vec::new(),
        entries: Vec::new(),
        due: None,
    }];
    review.actions = vec![Action {
        id: ActionId(1),
        recommendation: RecommendationId(1),
        position: 1,
        text: text(),
        lead_agency: text(),
        owner: text(),
        milestones: text(),
        target: None,
        completed: None,
        outcome: text(),
        outcome_sought: text(),
        outputs: text(),
        resources: text(),
        review: text(),
        related_plans: text(),
        status: Status::NotStarted,
    }];
    let member = Member {
        id: MemberId(1),
        name: text(),
        agency: Some(AgencyId(1)),
        role: text(),
        email: text(),
        connection: text(),
        ..Member::default()
    };
    let relative = Member {
        id: MemberId(2),
        agency: None,
        role: String::new(),
        ..member.clone()
    };
    review.members = vec![member, relative];
    review.rounds = vec![Round {
        id: RoundId(1),
        number: 1,
        deadline: None,
        note: text(),
        sections: Vec::new(),
        version: Some(VersionId(1)),
        sent: "2022-01-03T10:00:00+00:00".to_owned(),
        overridden: text(),
        sendings: Vec::new(),
    }];
    review.comments = vec![Comment {
        id: CommentId(1),
        sending: SendingId(1),
        author: text(),
        at: String::new(),
        kind: CommentKind::Remark,
        paragraph: None,
        quoted: text(),
        text: text(),
        answers: None,
        origin: text(),
        objection: false,
        repeats: None,
        disposition: Disposition::Open,
        reason: text(),
        change: text(),
    }];
    review.collected = vec![Collected {
        id: CollectedId(1),
        sending: SendingId(1),
        file: format!("{p}.docx"),
        sha256: "0".repeat(64),
        at: String::new(),
        added: 1,
    }];
    let publishing = &mut review.publishing;
    publishing.allowed = vec![Allowed {
        id: AllowedId(1),
        words: text(),
        why: text(),
    }];
    publishing.suppressed = vec![Suppressed {
        id: SuppressedId(1),
        rule: "section_empty".to_owned(),
        subject: text(),
        reason: text(),
        by: text(),
        at: String::new(),
    }];
    publishing.letter = vec![LetterPoint {
        id: LetterPointId(1),
        position: 1,
        raised: text(),
        answer: text(),
        paragraph: None,
    }];
    publishing.record = vec![RecordAnswer {
        key: "method".to_owned(),
        answer: text(),
    }];
    publishing.publications = vec![Publication {
        id: PublicationId(1),
        at: String::new(),
        by: text(),
        manifest: String::new(),
        overridden: 1,
        reason: text(),
        dated: day(2023, 1, 1),
    }];
    review
}

#[test]
fn nothing_of_anybody_is_left_anywhere_in_the_read_model() {
    let review = review();
    let full = full_of(review.clone(), &planted(&review));
    assert!(!left_in(&format!("{full:?}"), &review).is_empty());
    let mut after = disguised(&full).review;
    // The template is made before any review; its own words would be mistaken for names.
    after.template = Arc::new(Template {
        sections: Vec::new(),
        weaknesses: Vec::new(),
        word_lists: Vec::new(),
        indicators: Vec::new(),
        rules: Vec::new(),
        ..(*after.template).clone()
    });
    let left = left_in(&format!("{after:#?}"), &review);
    assert!(left.is_empty(), "{left:?}");
    for day in ["2021-05-21", "1988-03-14", "2012-11-02"] {
        assert!(!format!("{after:?}").contains(day), "{day}");
    }
}

#[test]
fn what_was_disguised_is_left_as_it_is() {
    let review = review();
    let once = disguised(&full_of(review.clone(), &planted(&review))).review;
    let disguise = Disguise::of(&review);
    for text in [
        &once.sections[0].text,
        &once.entries[0].text,
        &once.details.title,
    ] {
        assert_eq!(&disguise.text(text).text, text);
    }
}

#[test]
fn entries_keep_their_order_though_their_days_are_gone() {
    let mut review = review();
    let entry = |id: i64, date: u32| {
        Arc::new(Entry {
            id: EntryId(id),
            when: When::on(day(2021, 5, date)),
            ..Entry::without_words(AgencyId(1))
        })
    };
    review.entries = Arc::new(vec![entry(1, 20), entry(2, 3), entry(3, 11)]);
    let after = disguised(&review).review;
    let order = |review: &Review| lantern::chronology::in_order(review);
    assert_eq!(order(&after), order(&review));
    assert!(
        after
            .entries
            .iter()
            .all(|entry| entry.when.wording == "May 2021")
    );
}

#[test]
fn who_has_no_pseudonym_is_told() {
    let unnamed = disguised(&review()).unnamed;
    assert_eq!(unnamed, [PersonId(6), PersonId(8)]);
}
