//! A small review of which every part can be cited.

use std::sync::Arc;

use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, Finding, FindingId, ImportId,
    KeyDate, KeyDateId, ParagraphId, Person, PersonId, Reach, Recommendation, RecommendationId,
    Review, Role, Scope, Section, SectionId, Source, When,
};
use lantern::templates;

fn entry(id: i64, agency: i64, day: &str, text: &str, basis: Basis) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when: When::on(day.parse().expect("a day")),
        text: text.to_owned(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: (id == 3).then_some(ImportId(2)),
    })
}

fn agency(id: i64, name: &str) -> Agency {
    Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: String::new(),
        due: None,
        note: String::new(),
    }
}

fn person(id: i64, name: &str, role: Role, pseudonym: &str, alias: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        aliases: vec![alias.to_owned()],
        date_of_birth: None,
        pseudonym: pseudonym.to_owned(),
        note: String::new(),
        ..Person::default()
    }
}

pub fn section(id: i64, key: &str, text: &str, paragraphs: &[i64]) -> Section {
    Section {
        id: SectionId(id),
        key: key.to_owned(),
        title: key.to_owned(),
        text: text.to_owned(),
        paragraphs: paragraphs.iter().copied().map(ParagraphId).collect(),
    }
}

/// Entry 2 is the perpetrator's own word, entry 3 was withdrawn. Section 1 holds paragraphs 11 (1.1), 12 (a heading) and 13 (1.2).
pub fn review() -> Review {
    let mut template = templates::built_in()[0].clone();
    template.sections.truncate(2);
    let [first, second] = [0, 1].map(|at| template.sections[at].key.clone());
    Review {
        agencies: vec![
            agency(1, "Harrow Vale Police"),
            agency(2, "Ash | Elm [GP] Surgery"),
        ],
        people: vec![
            person(1, "Nkechi Obi", Role::Victim, "Denise", "Kechi"),
            person(2, "Tomasz Wrona", Role::Perpetrator, "", "Tommo"),
        ],
        entries: Arc::new(vec![
            entry(
                1,
                1,
                "2019-04-12",
                "Called to the flat by a neighbour.",
                Basis::FirstHand,
            ),
            entry(
                2,
                2,
                "2019-05-03",
                "Says he is bipolar.",
                Basis::Perpetrator,
            ),
            entry(3, 1, "2019-06-01", "No further action.", Basis::FirstHand),
        ]),
        key_dates: vec![KeyDate {
            id: KeyDateId(1),
            kind: "death".to_owned(),
            label: "Death".to_owned(),
            when: When::on("2021-05-20".parse().expect("a day")),
        }],
        findings: vec![Finding {
            id: FindingId(7),
            position: 2,
            text: "The record was never obtained.".to_owned(),
            analysis: String::new(),
            good_practice: false,
            questions: Vec::new(),
            weaknesses: Vec::new(),
            entries: Vec::new(),
        }],
        recommendations: vec![Recommendation {
            id: RecommendationId(4),
            position: 1,
            text: "Ask alone.".to_owned(),
            findings: Vec::new(),
            reach: Reach::default(),
            scope: Scope::default(),
            early_learning: false,
            weakness: String::new(),
            agencies: Vec::new(),
            entries: Vec::new(),
            measure: String::new(),
            achievable: String::new(),
            due: None,
        }],
        sections: vec![
            section(
                1,
                &first,
                "First.\n\n# What was asked\n\nSecond.",
                &[11, 12, 13],
            ),
            section(2, &second, "", &[]),
        ],
        ..Review::empty(Arc::new(template))
    }
}
