use std::sync::Arc;

use chrono::NaiveDate;
use lantern::clock::{LimitState, delay_narrative};
use lantern::drafting::{ChainStep, LooseEnd};
use lantern::model::{
    About, Action, ActionId, Agency, AgencyId, Basis, Contradiction, ContradictionId, Disclosure,
    Enquiry, Entry, EntryId, Import, ImportId, KeyDate, KeyDateId, Moment, Pause, PauseId, Person,
    PersonId, Precision, Reach, Recommendation, RecommendationId, Review, Role, Scope, Section,
    SectionId, Skipped, Source, Standing, Status, When,
};
use lantern::overview::{Return, Waiting, replaced, standing};
use lantern::templates;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A review under the 2016 guidance (1 month to decide, then 6 to submit) with nothing in it.
fn empty() -> Review {
    let template = templates::built_in()
        .iter()
        .find(|template| template.name == "dhr-2016")
        .expect("the 2016 template");
    Review {
        ..Review::empty(Arc::new(template.clone()))
    }
}

/// With key dates (kind, day) and pauses (from, until or "").
fn at_time(dates: &[(&str, &str)], pauses: &[(&str, &str, &str)]) -> Review {
    let mut review = empty();
    review.key_dates = (1..)
        .zip(dates)
        .map(|(id, (kind, on))| KeyDate {
            id: KeyDateId(id),
            kind: (*kind).to_owned(),
            label: String::new(),
            when: When::on(day(on)),
        })
        .collect();
    review.pauses = (1..)
        .zip(pauses)
        .map(|(id, (from, until, reason))| Pause {
            id: PauseId(id),
            from: day(from),
            until: (!until.is_empty()).then(|| day(until)),
            reason: (*reason).to_owned(),
        })
        .collect();
    review
}

#[test]
fn the_clock_counts_months_without_pauses() {
    let begun = &[("notified", "2020-01-10"), ("decision", "2020-02-01")][..];
    let trial = ("2020-03-01", "2020-05-01", "criminal trial");
    let overlapping = ("2020-04-01", "2020-06-01", "inquest");
    let lasting = ("2020-04-01", "", "criminal trial");
    type Case<'a> = (
        &'a str,
        &'a [(&'a str, &'a str, &'a str)],
        LimitState,
        &'a str,
        Option<u32>,
        &'a str,
    );
    let cases: [Case; 8] = [
        (
            "2020-02-01",
            &[],
            LimitState::Running,
            "2020-08-01",
            Some(1),
            "Month 1 of 6",
        ),
        (
            "2020-08-01",
            &[],
            LimitState::Running,
            "2020-08-01",
            Some(6),
            "Month 6 of 6",
        ),
        (
            "2020-08-04",
            &[],
            LimitState::Passed { days_over: 3 },
            "2020-08-01",
            Some(7),
            "Month 7; the limit of 6 months is passed",
        ),
        (
            "2020-08-04",
            &[trial],
            LimitState::Running,
            "2020-10-01",
            Some(5),
            "Month 5 of 6",
        ),
        (
            "2020-08-04",
            &[trial, overlapping],
            LimitState::Running,
            "2020-11-01",
            Some(4),
            "Month 4 of 6",
        ),
        (
            "2020-06-10",
            &[lasting],
            LimitState::Running,
            "2020-10-10",
            Some(2),
            "Month 2 of 6 · paused since 1 April 2020",
        ),
        (
            "2020-02-20",
            &[("2019-12-01", "2020-02-11", "before the decision")],
            LimitState::Running,
            "2020-08-11",
            Some(1),
            "Month 1 of 6",
        ),
        (
            "2020-03-20",
            &[("2020-03-10", "2020-03-05", "the wrong way round")],
            LimitState::Running,
            "2020-08-01",
            Some(2),
            "Month 2 of 6",
        ),
    ];
    for (today, pauses, state, due, month, words) in cases {
        let review = at_time(begun, pauses);
        let clock = standing(&review, day(today)).clock;
        assert_eq!(clock.running, Some(1), "{today}");
        let limit = &clock.limits[1];
        assert_eq!(
            (limit.state, limit.due, limit.month),
            (state, Some(day(due)), month),
            "{today} {pauses:?}"
        );
        assert_eq!(clock.words(&review), words, "{today} {pauses:?}");
        assert_eq!(clock.limits[0].state, LimitState::Kept);
    }
}

#[test]
fn a_limit_knows_whether_it_was_kept() {
    let cases: [(&[(&str, &str)], LimitState); 6] = [
        (&[], LimitState::NotBegun),
        (&[("notified", "2021-01-01")], LimitState::NotBegun),
        (&[("notified", "2020-02-20")], LimitState::Running),
        (
            &[("notified", "2020-01-10"), ("decision", "2020-02-10")],
            LimitState::Kept,
        ),
        (
            &[("notified", "2020-01-10"), ("decision", "2020-02-14")],
            LimitState::Late { days_over: 4 },
        ),
        // Planned for a day to come: not yet reached.
        (
            &[("notified", "2020-01-10"), ("decision", "2020-04-01")],
            LimitState::Passed { days_over: 20 },
        ),
    ];
    for (dates, expected) in cases {
        let clock = standing(&at_time(dates, &[]), day("2020-03-01")).clock;
        assert_eq!(clock.limits[0].state, expected, "{dates:?}");
    }
}

#[test]
fn the_next_step_follows_the_last_one_reached() {
    type Step<'a> = Option<(&'a str, Option<&'a str>, Option<&'a str>)>;
    let cases: [(&[(&str, &str)], Step); 4] = [
        (&[], Some(("death", None, None))),
        (
            &[("death", "2019-12-20"), ("notified", "2020-01-10")],
            Some(("decision", None, Some("2020-02-10"))),
        ),
        (
            &[("decision", "2020-02-01"), ("commissioned", "2020-04-01")],
            Some(("commissioned", Some("2020-04-01"), None)),
        ),
        (&[("published", "2020-02-01")], None),
    ];
    for (dates, expected) in cases {
        let next = standing(&at_time(dates, &[]), day("2020-03-01")).clock.next;
        let found = next.as_ref().map(|next| {
            (
                next.key.as_str(),
                next.planned.map(|on| on.to_string()),
                next.due.map(|on| on.to_string()),
            )
        });
        let expected = expected
            .map(|(key, planned, due)| (key, planned.map(str::to_owned), due.map(str::to_owned)));
        assert_eq!(found, expected, "{dates:?}");
    }
}

#[test]
fn process_dates_out_of_order_are_named() {
    let review = at_time(
        &[
            ("death", "2020-03-01"),
            ("notified", "2020-02-01"),
            ("decision", "2020-02-20"),
            ("submitted", "2021-01-01"),
        ],
        &[],
    );
    let pairs: Vec<(i64, i64)> = standing(&review, day("2021-03-01"))
        .clock
        .out_of_order
        .iter()
        .map(|one| (one.first.0, one.second.0))
        .collect();
    assert_eq!(pairs, [(1, 2), (1, 3)]);

    let mut month = at_time(&[("death", "2020-03-20"), ("notified", "2020-03-10")], &[]);
    month.key_dates[0].when = When {
        wording: "March 2020".to_owned(),
        earliest: Some(Moment::day(day("2020-03-01"))),
        latest: Some(Moment::day(day("2020-03-31"))),
        precision: Precision::Month,
        ..When::default()
    };
    assert!(
        standing(&month, day("2021-03-01"))
            .clock
            .out_of_order
            .is_empty(),
        "it may be in order"
    );
}

#[test]
fn the_reasons_for_delay_are_written_out() {
    assert_eq!(delay_narrative(&empty(), day("2021-03-01")), "");
    let review = at_time(
        &[("notified", "2020-01-10"), ("decision", "2020-02-01")],
        &[
            ("2020-03-01", "2020-05-01", "criminal trial"),
            ("2020-08-01", "", ""),
        ],
    );
    assert_eq!(
        delay_narrative(&review, day("2020-08-11")),
        "From “Partnership told of the death” on 10 January 2020, 1 month was allowed to reach “Decision to hold a review” \
         (Statutory guidance 2016: decision within one month of the death coming to notice). The last day was 10 February \
         2020. It was reached on 1 February 2020, within the limit.\n\n\
         From “Decision to hold a review” on 1 February 2020, 6 months were allowed to reach “Report submitted to the Home \
         Office” (Statutory guidance 2016: report within a further six months of the decision). With 71 days of pauses left \
         out, the last day is 11 October 2020.\n\n\
         The work was paused twice, for 71 days in all:\n\
         - from 1 March 2020 to 1 May 2020 (61 days): criminal trial\n\
         - since 1 August 2020 (10 days so far): no reason given"
    );
    let late = at_time(
        &[("notified", "2020-01-10"), ("decision", "2020-02-11")],
        &[],
    );
    let words = delay_narrative(&late, day("2020-09-01"));
    assert!(
        words.contains("It was reached on 11 February 2020, 1 day late."),
        "{words}"
    );
    assert!(
        words.ends_with("On 1 September 2020 it had not been reached, 21 days after the limit."),
        "{words}"
    );
}

fn entry(id: i64, agency: i64, when: When) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when,
        text: String::new(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None,
    })
}

fn agency(id: i64, name: &str, sector: &str, due: Option<&str>) -> Agency {
    Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: sector.to_owned(),
        due: due.map(day),
        note: String::new(),
    }
}

fn recommendation(id: i64, entries: &[i64]) -> Recommendation {
    Recommendation {
        id: RecommendationId(id),
        position: id as u32,
        text: "Ask every patient alone.".to_owned(),
        findings: Vec::new(),
        reach: Reach::SingleAgency,
        scope: Scope::Local,
        early_learning: false,
        weakness: "no_enquiry".to_owned(),
        agencies: Vec::new(),
        entries: entries.iter().map(|id| EntryId(*id)).collect(),
        measure: String::new(),
        achievable: String::new(),
        due: None,
    }
}

fn action(id: i64, owner: &str, target: Option<&str>, status: Status) -> Action {
    Action {
        id: ActionId(id),
        recommendation: RecommendationId(1),
        position: id as u32,
        text: "Change the template of the consultation.".to_owned(),
        lead_agency: String::new(),
        owner: owner.to_owned(),
        milestones: String::new(),
        target: target.map(day),
        completed: None,
        outcome: String::new(),
        outcome_sought: String::new(),
        outputs: String::new(),
        resources: "practice budget".to_owned(),
        review: String::new(),
        related_plans: String::new(),
        status,
    }
}

fn section(id: i64, key: &str, text: &str) -> Section {
    Section {
        id: SectionId(id),
        key: key.to_owned(),
        title: key.to_owned(),
        text: text.to_owned(),
        paragraphs: Vec::new(),
    }
}

fn person(id: i64, pseudonym: &str) -> Person {
    Person {
        id: PersonId(id),
        name: "Amina Yusuf".to_owned(),
        role: Role::Victim,
        aliases: Vec::new(),
        date_of_birth: None,
        pseudonym: pseudonym.to_owned(),
        note: String::new(),
        ..Person::default()
    }
}

fn import(id: i64, agency: i64, skipped: usize) -> Import {
    let row = Skipped {
        place: "line 3".to_owned(),
        row: 3,
        wording: "see paper file".to_owned(),
        why: "There is no date in it.".to_owned(),
    };
    Import {
        id: ImportId(id),
        agency: AgencyId(agency),
        file: "return.csv".to_owned(),
        sha256: String::new(),
        at: "2020-03-01T10:00:00Z".to_owned(),
        entries: 0,
        doubts: Vec::new(),
        skipped: vec![row; skipped],
        replaces: None,
    }
}

#[test]
fn each_agency_shows_what_it_has_sent() {
    let mut review = empty();
    review.agencies = vec![
        agency(1, "Ambulance", "ambulance", Some("2020-02-01")),
        agency(2, "Housing", "housing", Some("2020-02-01")),
        agency(3, "Police", "police", Some("2020-03-01")),
        agency(4, "School", "education", None),
        agency(5, "Surgery", "gp", Some("2020-01-01")),
    ];
    review.entries = Arc::new(vec![
        entry(1, 1, When::on(day("2018-04-01"))),
        entry(2, 1, When::on(day("2016-04-01"))),
        entry(3, 1, When::not_understood("in the autumn")),
    ]);
    review.imports = vec![import(1, 5, 1)];
    let agencies = standing(&review, day("2020-03-01")).agencies;
    let states: Vec<Return> = agencies.iter().map(|agency| agency.state).collect();
    assert_eq!(
        states,
        [
            Return::Received,
            Return::Overdue {
                due: day("2020-02-01"),
                days: 29
            },
            Return::Waiting {
                due: Some(day("2020-03-01"))
            },
            Return::Waiting { due: None },
            Return::Received,
        ]
    );
    let first = &agencies[0];
    assert_eq!(
        (
            first.entries,
            first.first,
            first.last,
            first.doubtful,
            first.undated
        ),
        (3, Some(day("2016-04-01")), Some(day("2018-04-01")), 1, 1)
    );
    assert_eq!((agencies[4].imports, agencies[4].entries), (1, 0));
}

#[test]
fn a_return_that_was_replaced_counts_no_more() {
    let of = |id: i64, import: i64, when: When| {
        let mut entry = Entry::clone(&entry(id, 1, when));
        entry.source.import = Some(ImportId(import));
        entry
    };
    let mut review = empty();
    review.agencies = vec![agency(1, "Police", "police", None)];
    let mut gone = of(2, 1, When::not_understood("in the autumn"));
    gone.withdrawn = Some(ImportId(2));
    let standing_entry = of(1, 2, When::on(day("2018-04-01")));
    review.entries = Arc::new(vec![Arc::new(standing_entry), Arc::new(gone)]);
    let first = Import {
        entries: 2,
        ..import(1, 1, 2)
    };
    let second = Import {
        entries: 1,
        replaces: Some(ImportId(1)),
        ..import(2, 1, 1)
    };
    let recorded = [(ImportId(1), Some(ImportId(2)))];
    let not_recorded = [(ImportId(1), None)];
    for (replaces, expected) in [(second.replaces, recorded), (None, not_recorded)] {
        let second = Import {
            replaces,
            ..second.clone()
        };
        review.imports = vec![first.clone(), second];
        assert_eq!(replaced(&review), expected.into());
        let standing = standing(&review, day("2020-03-01"));
        let police = &standing.agencies[0];
        assert_eq!((police.imports, police.entries), (1, 1));
        assert_eq!((police.doubtful, police.undated), (0, 0));
        assert_eq!(
            standing.waiting[0],
            Waiting::SkippedRows(vec![(ImportId(2), 1)])
        );
        let doubtful = |waiting: &Waiting| matches!(waiting, Waiting::DoubtfulDates(_));
        assert!(!standing.waiting.iter().any(doubtful));
    }

    // An entry of the first still stands: nothing says that it was replaced.
    review.imports[1].replaces = None;
    let mut entries = Vec::clone(&review.entries);
    entries.push(Arc::new(of(3, 1, When::on(day("2018-05-01")))));
    review.entries = Arc::new(entries);
    assert_eq!(replaced(&review), [].into());
    assert_eq!(standing(&review, day("2020-03-01")).agencies[0].imports, 2);
}

#[test]
fn what_waits_is_counted_and_can_be_found() {
    assert!(standing(&empty(), day("2020-03-01")).waiting.is_empty());

    let mut review = empty();
    review.agencies = vec![
        agency(1, "Police", "police", Some("2020-02-01")),
        agency(2, "Surgery", "", None),
    ];
    let mut assumed = When::on(day("2019-08-19"));
    assumed
        .inferred
        .push("The year comes from the heading.".to_owned());
    review.entries = Arc::new(vec![
        entry(1, 2, When::on(day("2018-04-01"))),
        entry(2, 2, When::not_understood("?")),
        entry(3, 2, assumed),
    ]);
    review.imports = vec![import(1, 2, 2), import(2, 2, 0), import(3, 2, 1)];
    review.recommendations = vec![recommendation(1, &[1]), recommendation(2, &[])];
    review.actions = vec![
        action(1, "Practice manager", Some("2020-02-01"), Status::UnderWay),
        action(2, "", None, Status::NotStarted),
        action(3, "", None, Status::Stopped),
        action(4, "Practice manager", Some("2020-02-01"), Status::Completed),
    ];
    review.sections = vec![
        section(1, "introduction", " \n"),
        section(2, "analysis", "Done."),
        section(3, "recommendations", ""),
        section(4, "combined_chronology", ""),
        section(5, "glossary", ""),
    ];
    review.people = vec![person(1, ""), person(2, "Denise")];
    let contradiction = |id: i64, standing: Standing| Contradiction {
        id: ContradictionId(id),
        about: About::Time,
        entries: [EntryId(1), EntryId(2)],
        a: "20:52".to_owned(),
        b: "21:10".to_owned(),
        standing,
        note: String::new(),
    };
    review.contradictions = vec![
        contradiction(1, Standing::Resolved),
        contradiction(2, Standing::Open),
        contradiction(3, Standing::Disputed),
    ];
    let waiting = standing(&review, day("2020-03-01")).waiting;
    let loose = |kind: LooseEnd, recommendations: &[i64]| {
        let steps = recommendations.iter().map(|id| RecommendationId(*id));
        Waiting::LooseEnds(kind, steps.map(ChainStep::Recommendation).collect())
    };
    let expected = [
        (
            Waiting::LateReturns(vec![AgencyId(1)]),
            "1 agency’s return is late",
        ),
        (
            Waiting::OverdueActions(vec![ActionId(1)]),
            "1 action is overdue",
        ),
        (
            Waiting::DoubtfulDates(vec![EntryId(2), EntryId(3)]),
            "2 entries have a date to be looked at",
        ),
        (
            Waiting::SkippedRows(vec![(ImportId(1), 2), (ImportId(3), 1)]),
            "3 rows of returns became no entry",
        ),
        (
            Waiting::OpenContradictions(vec![ContradictionId(2)]),
            "1 contradiction between records is still open",
        ),
        (
            Waiting::Wishes(vec![(ActionId(2), vec!["owner", "target date"])]),
            "1 action is a wish: it lacks an owner, a date or resources",
        ),
        (
            loose(LooseEnd::RecommendationWithoutFinding, &[1, 2]),
            "2 recommendations answer no finding",
        ),
        (
            loose(LooseEnd::RecommendationWithoutEntry, &[2]),
            "1 recommendation rests on no entry",
        ),
        (
            loose(LooseEnd::RecommendationNotSmart, &[1, 2]),
            "2 recommendations are not SMART yet",
        ),
        (
            loose(LooseEnd::RecommendationWithoutAction, &[2]),
            "1 recommendation has no action",
        ),
        (
            Waiting::LooseEnds(
                LooseEnd::ActionWithoutOutcome,
                vec![ChainStep::Action(ActionId(4))],
            ),
            "1 action is completed, but not what changed by it",
        ),
        (
            Waiting::EmptySections(vec![SectionId(1), SectionId(5)]),
            "2 sections of the report are empty",
        ),
        (
            Waiting::AgenciesWithoutSector(vec![AgencyId(2)]),
            "1 agency has no sector",
        ),
        (
            Waiting::PeopleWithoutPseudonym(vec![PersonId(1)]),
            "1 person has no pseudonym",
        ),
    ];
    assert_eq!(waiting.len(), expected.len());
    for (found, (kind, words)) in waiting.iter().zip(expected) {
        assert_eq!(*found, kind);
        assert_eq!(found.words(), words);
    }
}
