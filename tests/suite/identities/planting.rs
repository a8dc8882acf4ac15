//! Words planted in every text of a review.

use std::sync::Arc;

use lantern::model::*;

use super::harbour::day;

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

/// A review in which every text is `p`, and in which every record hangs together with others, so that all of it is printed.
///
/// Left as they are: its register, its template, and the keys of the template, which are made before any review.
pub fn full_of(mut review: Review, p: &str) -> Review {
    let text = || p.to_owned();
    let template = Arc::clone(&review.template);
    // Each section in another of the shapes that a draft can have.
    let shape = |id: i64| match id % 6 {
        0 => format!("# {p}\n\nSee below."),
        1 => text(),
        2 => format!("> {p}\n\n**See** *below*."),
        3 => format!("| Who | What |\n| {p} | **{p}** |"),
        4 => format!("- *{p}*\n- See below."),
        _ => format!(
            "See [entry 1: {p}], [note: {p}], [person 1: {p}], [finding 1: {p}] and [entry 99: {p}]."
        ),
    };
    let sections = || {
        let keys = template.sections.iter().zip(1..);
        let sections = keys.map(|(section, id)| Section {
            id: SectionId(id),
            key: section.key.clone(),
            title: text(),
            text: shape(id),
            paragraphs: Vec::new(),
        });
        sections.collect::<Vec<_>>()
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
    let entry = |id: i64, when: When| {
        Arc::new(Entry {
            id: EntryId(id),
            when,
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
            people: review.people.iter().map(|person| person.id).collect(),
            ..Entry::without_words(AgencyId(1))
        })
    };
    review.entries = Arc::new(vec![entry(1, when(p)), entry(2, When::not_understood(p))]);
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
        entry: EntryId(1),
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
        entry: EntryId(1),
        weakness: "no_enquiry".to_owned(),
        coder: text(),
    }];
    review.codings = vec![Coding {
        id: CodingId(1),
        name: text(),
        drawn: text(),
        coders: vec![text()],
        entries: vec![EntryId(1)],
        done: vec![(EntryId(1), text())],
        closed: false,
        tagged: vec![Coded {
            entry: EntryId(1),
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
        entries: vec![EntryId(1), EntryId(2)],
    }];
    review.contradictions = vec![Contradiction {
        id: ContradictionId(1),
        about: About::Time,
        entries: [EntryId(1), EntryId(2)],
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
        from: Some(AgencyId(1)),
        entry: Some(EntryId(1)),
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
    review.sections = sections();
    review.versions = vec![Version {
        id: VersionId(1),
        label: text(),
        at: "2022-01-03T10:00:00+00:00".to_owned(),
        who: text(),
        sections: Arc::new(sections()),
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
        questions: vec![QuestionId(1)],
        weaknesses: vec!["no_enquiry".to_owned()],
        entries: vec![EntryId(1)],
    }];
    review.recommendations = vec![Recommendation {
        id: RecommendationId(1),
        position: 1,
        text: text(),
        measure: text(),
        achievable: text(),
        findings: vec![FindingId(1)],
        reach: Reach::National,
        scope: Scope::Local,
        early_learning: false,
        weakness: String::new(),
        agencies: vec![AgencyId(1)],
        entries: vec![EntryId(1)],
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
