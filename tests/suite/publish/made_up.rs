//! A review that nobody lived, with every room in use.

use std::sync::Arc;

use chrono::NaiveDate;
use lantern::model::{
    Action, ActionId, Agency, AgencyId, Certainty, Clock, Details, Disclosure, Enquiry, Entry,
    EntryId, Finding, FindingId, ImportId, KeyDate, KeyDateId, Moment, Pause, PauseId, PlanColumn,
    PlanColumnKey, Precision, PublicationPolicy, Reach, Recommendation, RecommendationId, Review,
    Scope, Section, SectionId, SectionTemplate, Sector, Source, Status, Tagging, TaggingId,
    Template, WeaknessTemplate, When,
};
use lantern::publish::Options;

use super::told::{ADVICE, AGENCIES, PARAGRAPHS, TOLD, Told};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn options() -> Options {
    Options::new(day(2026, 3, 4))
}

fn moment(text: &str) -> Option<Moment> {
    text.parse().ok()
}

fn when(told: &Told) -> When {
    let (wording, earliest, latest) = (told.0, moment(told.1), moment(told.2));
    let mut when = When {
        wording: wording.to_owned(),
        earliest,
        latest,
        precision: match (earliest, latest) {
            (None, None) => Precision::None,
            (Some(a), Some(b)) if a == b && a.time.is_some() => Precision::Minute,
            (a, b) if a == b => Precision::Day,
            _ => Precision::Span,
        },
        ..When::default()
    };
    match wording {
        "31/06/2019" => when.warnings.push(
            "June has 30 days. Ask the agency which day it was; 30 June 2019 is likely.".to_owned(),
        ),
        "on the 19 August" => {
            when.certainty = Certainty::Inferred;
            when.inferred
                .push("The year 2019 is taken from the heading “2019” above.".to_owned());
        }
        "c. March 2018" => when.certainty = Certainty::Approximate,
        _ => {}
    }
    when
}

/// Entry number `id` (from 1), in the year that its round through [`TOLD`] gives it.
pub fn entry(id: i64) -> Arc<Entry> {
    let told = &TOLD[(id as usize - 1) % TOLD.len()];
    let (_, _, _, agency, text, response, seen, basis) = *told;
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(agency as i64 + 1),
        when: when(told),
        text: text.to_owned(),
        response: response.to_owned(),
        seen: seen.to_owned(),
        recorder: if id % 3 == 0 {
            "PC 4471".to_owned()
        } else {
            String::new()
        },
        document: if id % 4 == 0 {
            "Incident log NM-2019-0412-771".to_owned()
        } else {
            String::new()
        },
        comment: if id % 5 == 0 {
            "The agency’s own review accepts that the earlier calls should have been found."
                .to_owned()
        } else {
            String::new()
        },
        basis,
        enquiry: if id % 6 == 0 {
            Enquiry::NotAsked
        } else {
            Enquiry::NotRecorded
        },
        disclosure: if id % 10 == 0 {
            Disclosure::Disclosed
        } else {
            Disclosure::NotRecorded
        },
        other: if id % 7 == 0 {
            vec![("Grade".to_owned(), "Prompt".to_owned())]
        } else {
            Vec::new()
        },
        source: Source {
            import: Some(ImportId(1)),
            file: "northmoor_returns_individual_management_review.xlsx".to_owned(),
            place: format!("sheet “Incidents”, row {}", id + 3),
            row: id as u32 + 3,
        },
        position: id,
        people: Vec::new(),
        withdrawn: None,
    })
}

fn template() -> Template {
    let section = |key: &str, title: &str, appendix| SectionTemplate {
        key: key.to_owned(),
        title: title.to_owned(),
        help: String::new(),
        appendix,
        summary: false,
    };
    let column = |key, title: &str, printed| PlanColumn {
        key,
        title: title.to_owned(),
        printed,
    };
    let sectors = [
        "police",
        "ambulance",
        "health",
        "childrens",
        "housing",
        "probation",
        "specialist",
        "education",
    ];
    Template {
        name: "made-up".to_owned(),
        title: "Made up".to_owned(),
        about: String::new(),
        label: "domestic homicide review".to_owned(),
        least_rounds: 2,
        clock: Clock {
            dates: Vec::new(),
            limits: Vec::new(),
        },
        sections: vec![
            section("introduction", "Introduction", false),
            section("timescales", "Timescales", false),
            section(
                "involvement_of_family",
                "Involvement of family, friends, work colleagues, neighbours and wider community",
                false,
            ),
            section("analysis", "Analysis", false),
            section("recommendations", "Recommendations", false),
            section("combined_chronology", "Combined chronology", true),
            section("action_plan", "Action plan", true),
            section("glossary", "Glossary", true),
        ],
        sectors: sectors
            .map(|key| Sector {
                key: key.to_owned(),
                name: key.to_owned(),
            })
            .to_vec(),
        columns: Vec::new(),
        weaknesses: ["No routine enquiry", "Information not shared"]
            .map(|name| WeaknessTemplate {
                key: name.to_lowercase().replace(' ', "_"),
                name: name.to_owned(),
                definition: String::new(),
                example: String::new(),
                good_practice: false,
                parent: String::new(),
                patterns: Vec::new(),
            })
            .to_vec(),
        plan_columns: vec![
            column(PlanColumnKey::Recommendation, "Recommendation", true),
            column(PlanColumnKey::Scope, "Scope", true),
            column(PlanColumnKey::Action, "Action to take", true),
            column(PlanColumnKey::LeadAgency, "Lead agency", true),
            column(PlanColumnKey::Owner, "Owner", false),
            column(
                PlanColumnKey::Milestones,
                "Key milestones in enacting the recommendation",
                true,
            ),
            column(PlanColumnKey::Target, "Target date", true),
            column(
                PlanColumnKey::Completion,
                "Date of completion and outcome",
                true,
            ),
        ],
        indicators: Vec::new(),
        periods: Vec::new(),
        comparisons: Vec::new(),
        word_lists: Vec::new(),
        publication: PublicationPolicy::default(),
        rules: Vec::new(),
    }
}

/// A review of which nothing is written yet.
pub fn empty() -> Review {
    Review {
        ..Review::empty(Arc::new(template()))
    }
}

fn sections(template: &Template, paragraphs: usize) -> Vec<Section> {
    let written = |key: &str| {
        match key {
        "combined_chronology" | "action_plan" => String::new(),
        "recommendations" => "The panel makes six recommendations. Single-agency and multi-agency recommendations stand together, because none of them can be met by one agency alone.".to_owned(),
        "glossary" => "IMR: individual management review, an agency’s own account of what it knew and did.\n\nMARAC: multi-agency risk assessment conference.".to_owned(),
        _ => (0..paragraphs).map(|n| PARAGRAPHS[n % 4]).collect::<Vec<_>>().join("\n\n"),
    }
    };
    template
        .sections
        .iter()
        .zip(1..)
        .map(|(section, id)| Section {
            id: SectionId(id),
            key: section.key.clone(),
            title: section.title.clone(),
            text: written(&section.key),
            paragraphs: Vec::new(),
        })
        .collect()
}

fn findings(count: u32) -> Vec<Finding> {
    (1..=count)
        .map(|position| Finding {
            id: FindingId(i64::from(position)),
            position,
            text: ADVICE[(position as usize - 1) % ADVICE.len()].1.to_owned(),
            analysis: String::new(),
            good_practice: false,
            questions: Vec::new(),
            weaknesses: Vec::new(),
            entries: Vec::new(),
        })
        .collect()
}

fn recommendations(count: u32) -> Vec<Recommendation> {
    (1..=count)
        .map(|position| {
            let (text, _, reach) = ADVICE[(position as usize - 1) % ADVICE.len()];
            Recommendation {
                id: RecommendationId(i64::from(position)),
                position,
                text: text.to_owned(),
                findings: vec![FindingId(i64::from(position))],
                reach,
                scope: if reach == Reach::National {
                    Scope::National
                } else {
                    Scope::Local
                },
                early_learning: position == 1,
                weakness: if position == 3 {
                    "no_routine_enquiry".to_owned()
                } else {
                    String::new()
                },
                agencies: vec![AgencyId(i64::from(position % 10 + 1))],
                entries: vec![EntryId(3), EntryId(4)],
                measure: String::new(),
                achievable: String::new(),
                due: None,
            }
        })
        .collect()
}

fn action(id: i64, recommendation: i64, position: u32) -> Action {
    Action {
        id: ActionId(id),
        recommendation: RecommendationId(recommendation),
        position,
        text: "Change the command and control system so that the premises search runs by address and returns every incident of the past five years, whatever the surname; test it with fifty closed cases from three towns; and train call handlers and response officers in reading the result.".to_owned(),
        lead_agency: "Northmoor Police".to_owned(),
        owner: "Head of contact management".to_owned(),
        milestones: "Specification agreed: April 2026\nTest with fifty cases: June 2026\nTraining complete: September 2026".to_owned(),
        target: Some(day(2026, 9, 30)),
        completed: (id == 1).then(|| day(2026, 2, 27)),
        outcome: if id == 1 { "Search by address is live; forty-nine of fifty test cases found.".to_owned() } else { String::new() },
        outcome_sought: "No call is assessed without its history.".to_owned(),
        outputs: "New search, training record".to_owned(),
        resources: if id % 2 == 0 { "£18,000 from the change budget".to_owned() } else { String::new() },
        review: "Dip sample each quarter".to_owned(),
        related_plans: String::new(),
        status: if id == 1 { Status::Completed } else { Status::UnderWay },
    }
}

/// A review of `entries` entries with every room in use.
pub fn review(entries: i64) -> Review {
    let template = Arc::new(template());
    let agencies = AGENCIES
        .iter()
        .zip(1..)
        .map(|((name, sector), id)| Agency {
            id: AgencyId(id),
            name: (*name).to_owned(),
            sector: (*sector).to_owned(),
            due: None,
            note: String::new(),
        })
        .collect();
    let actions = [
        (1, 1, 1),
        (2, 1, 2),
        (3, 2, 1),
        (4, 2, 2),
        (5, 2, 3),
        (6, 3, 1),
        (7, 5, 1),
        (8, 5, 2),
        (9, 6, 1),
        (10, 6, 2),
    ];
    Review {
        details: Details {
            title: "Review of the death of “Anna”".to_owned(),
            label: "domestic homicide review".to_owned(),
            partnership: "Northmoor Community Safety Partnership".to_owned(),
            chair: "Dr Miriam Okafor".to_owned(),
            reference: "DHR 2021/03".to_owned(),
            scope_from: Some(day(2018, 1, 1)),
            scope_until: Some(day(2021, 6, 5)),
            fictional: true,
            ..Details::default()
        },
        key_dates: vec![
            KeyDate {
                id: KeyDateId(1),
                kind: "death".to_owned(),
                label: "Death".to_owned(),
                when: When::on(day(2021, 6, 5)),
            },
            KeyDate {
                id: KeyDateId(2),
                kind: "decision".to_owned(),
                label: "Decision to review".to_owned(),
                when: When::on(day(2021, 7, 1)),
            },
        ],
        pauses: vec![Pause {
            id: PauseId(1),
            from: day(2021, 11, 2),
            until: Some(day(2021, 12, 13)),
            reason: "Criminal trial".to_owned(),
        }],
        agencies,
        entries: Arc::new((1..=entries).map(entry).collect()),
        taggings: vec![
            Tagging {
                id: TaggingId(1),
                entry: EntryId(3),
                weakness: "information_not_shared".to_owned(),
                coder: "MO".to_owned(),
                memo: String::new(),
                passages: Vec::new(),
            },
            Tagging {
                id: TaggingId(2),
                entry: EntryId(3),
                weakness: "no_routine_enquiry".to_owned(),
                coder: "MO".to_owned(),
                memo: String::new(),
                passages: Vec::new(),
            },
        ],
        sections: sections(&template, 4),
        findings: findings(6),
        recommendations: recommendations(6),
        actions: actions
            .into_iter()
            .map(|(id, rec, position)| action(id, rec, position))
            .collect(),
        template,
        ..empty()
    }
}
