//! What waits for somebody.

use std::sync::Arc;

use lantern::drafting::{ChainStep, LooseEnd};
use lantern::model::{
    About, Action, ActionId, AgencyId, Coding, CodingId, Contradiction, ContradictionId, EntryId,
    ImportId, Person, PersonId, Reach, Recommendation, RecommendationId, Role, Scope, Section,
    SectionId, Standing, Status, When,
};
use lantern::overview::{Waiting, standing};

use super::{agency, day, empty, entry, import};

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
    let coding = |id: i64, closed: bool| Coding {
        id: CodingId(id),
        name: "First check".to_owned(),
        drawn: String::new(),
        coders: Vec::new(),
        entries: vec![EntryId(1)],
        done: Vec::new(),
        closed,
        tagged: Vec::new(),
        settled: Vec::new(),
    };
    review.codings = vec![coding(1, true), coding(2, false)];
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
            Waiting::OpenCodings(vec![CodingId(2)]),
            "1 blind coding is not closed: its tags stay hidden until it is",
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
