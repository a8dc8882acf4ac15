//! What happened to a man day by day: measures, assessments, sessions, follow-up, incidents; and the feedback forms.

use std::collections::HashMap;

use super::Cohort;
use super::codes::{answer, days, key, maybe};
use super::his::{STUDY, each};
use super::table::{DataTable, Kind};
use crate::model::programme::{
    FollowUp, FollowUpResult, Grade, InformationSource, Mark, RiskLevel, Taken,
};

pub(super) fn taken(point: Taken) -> String {
    match point {
        Taken::Before => "before",
        Taken::Halfway => "halfway",
        Taken::End => "end",
        Taken::FollowUp => "follow_up",
    }
    .to_owned()
}

pub(super) fn measures(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "measures",
        "a value of a measure at one time",
        &[
            STUDY,
            ("measure", "Which measure", Kind::Fixed),
            ("taken", "At which point of his way", Kind::Fixed),
            ("days", "When it was taken", Kind::Days),
            ("value", "Its value", Kind::Count),
        ],
    );
    let known = &cohort.programme.template.measures;
    each(cohort, table, |man| {
        let followed = man.follow_ups.iter().flat_map(FollowUp::as_measures);
        let lines = man.measures.iter().cloned().chain(followed).map(|one| {
            vec![
                key(&one.key, known.iter().map(|known| known.key.as_str())),
                taken(one.taken),
                days(man, Some(one.on)),
                one.value.to_string(),
            ]
        });
        lines.collect()
    })
}

pub(super) fn risk(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "risk_assessments",
        "a risk assessment, without what a partner told",
        &[
            STUDY,
            ("days", "When it was made", Kind::Days),
            ("level", "Low, medium or high", Kind::Category),
        ],
    );
    each(cohort, table, |man| {
        let lines = man.assessments.iter().map(|one| {
            let level = match one.level {
                RiskLevel::Low => "low",
                RiskLevel::Medium => "medium",
                RiskLevel::High => "high",
            };
            vec![days(man, Some(one.on)), level.to_owned()]
        });
        lines.collect()
    })
}

pub(super) fn attendance(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "attendance",
        "a session in his register",
        &[
            STUDY,
            ("days", "When it was held", Kind::Days),
            ("mark", "Attended, missed or made up", Kind::Fixed),
        ],
    );
    let sessions = cohort.programme.sessions.iter();
    let held: HashMap<_, _> = sessions.map(|session| (session.id, session.on)).collect();
    each(cohort, table, |man| {
        let lines = cohort.programme.attendance.iter();
        let his = lines.filter(|line| line.man == man.id);
        his.map(|line| {
            let mark = match line.mark {
                Mark::Attended => "attended",
                Mark::Missed => "missed",
                Mark::MadeUp(_) => "made_up",
            };
            vec![days(man, held.get(&line.session).copied()), mark.to_owned()]
        })
        .collect()
    })
}

pub(super) fn result(result: FollowUpResult) -> String {
    match result {
        FollowUpResult::Tried => "tried",
        FollowUpResult::Reached => "reached",
        FollowUpResult::Refused => "refused",
        FollowUpResult::NotTraced => "not_traced",
    }
    .to_owned()
}

pub(super) fn follow_up(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "follow_up",
        "an attempt to hear how things are after he completed",
        &[
            STUDY,
            (
                "months",
                "The window, in months after completion",
                Kind::Fixed,
            ),
            ("result", "What came of it", Kind::Category),
            (
                "further_incident",
                "A further incident, by his account",
                Kind::Category,
            ),
            (
                "police",
                "What the police answered when they were asked of a further incident",
                Kind::Category,
            ),
            (
                "other_agency",
                "What another agency answered when it was asked of one",
                Kind::Category,
            ),
        ],
    );
    each(cohort, table, |man| {
        let lines = man.follow_ups.iter();
        lines
            .map(|one| {
                vec![
                    one.months.to_string(),
                    result(one.result),
                    answer(one.incident),
                    answer(one.police),
                    answer(one.other_agency),
                ]
            })
            .collect()
    })
}

pub(super) fn incidents(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "incidents",
        "violence or abuse that became known after he was referred, other than by a partner",
        &[
            STUDY,
            ("days", "When it was", Kind::Days),
            ("source", "Who told of it", Kind::Category),
            ("physical", "Physical violence", Kind::Category),
        ],
    );
    each(cohort, table, |man| {
        let lines = man.incidents.iter();
        let lines = lines.filter(|one| one.source != InformationSource::Partner);
        lines
            .map(|one| {
                let source = match one.source {
                    InformationSource::Himself => "himself",
                    InformationSource::Police => "police",
                    _ => "other_agency",
                };
                vec![
                    days(man, Some(one.on)),
                    source.to_owned(),
                    answer(one.physical),
                ]
            })
            .collect()
    })
}

/// Forms without a way to the men: they have numbers of their own.
pub(super) fn feedback(cohort: &Cohort<'_>) -> DataTable {
    let mut table = DataTable::new(
        "feedback",
        "an answer on a feedback form",
        &[
            (
                "form",
                "Stands for the form; it leads to no study number",
                Kind::Number,
            ),
            ("question", "Which question", Kind::Fixed),
            ("grade", "The grade given", Kind::Fixed),
        ],
    );
    let mut forms: Vec<_> = cohort.programme.feedback.iter().collect();
    // By what they say, so that the order of the forms tells nothing.
    forms.sort_by(|one, other| one.grades.cmp(&other.grades));
    for (form, at) in forms.into_iter().zip(1..) {
        for (grade, question) in form.grades.iter().zip(1..) {
            let grade = maybe(grade.map(|grade| match grade {
                Grade::Very => "very",
                Grade::Satisfied => "satisfied",
                Grade::Quite => "quite",
                Grade::Not => "not",
            }));
            table
                .rows
                .push(vec![format!("F{at:03}"), format!("{question:02}"), grade]);
        }
    }
    table
}
