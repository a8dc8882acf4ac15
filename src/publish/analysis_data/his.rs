//! His side of the wall.

use std::collections::HashMap;

use super::Cohort;
use super::codes::{NONE, NOT_ASKED, NOT_KNOWN};
use super::codes::{age_band, answer, child_band, days, key, referred, step, units_band};
use super::events::{attendance, feedback, follow_up, incidents, measures, risk};
use super::rare;
use super::table::{DataTable, Kind};
use crate::model::programme::{Coded, Man, Mark, StepKind, Use};

pub(super) const STUDY: (&str, &str, Kind) = ("study_number", "Stands for the man", Kind::Number);

pub(super) fn tables(cohort: &Cohort<'_>, threshold: usize) -> Vec<DataTable> {
    let mut tables = vec![
        men(cohort),
        substances(cohort),
        children(cohort),
        measures(cohort),
        risk(cohort),
        attendance(cohort),
        follow_up(cohort),
        incidents(cohort),
        feedback(cohort),
    ];
    for table in &mut tables {
        // A use is rare among those who were asked of that substance.
        let by = (table.name == "substances").then_some(1);
        rare::join(table, by, threshold);
        table.rows.sort();
    }
    tables
}

fn of<'a>(value: &str, list: &'a [Coded]) -> String {
    key(value, list.iter().map(|one: &'a Coded| one.key.as_str()))
}

fn men(cohort: &Cohort<'_>) -> DataTable {
    use Kind::{Category, Count, Days};
    let mut table = DataTable::new(
        "men",
        "a man who was referred",
        &[
            STUDY,
            ("age_band", "Age when he was referred", Category),
            (
                "ethnicity",
                "Ethnicity, by the programme’s categories",
                Category,
            ),
            ("source", "Who referred him", Category),
            (
                "days_to_appointment",
                "Days from referral to the first appointment offered",
                Days,
            ),
            (
                "days_to_assessment",
                "Days from referral to the assessment",
                Days,
            ),
            (
                "days_to_enrolment",
                "Days from referral to his place in a group",
                Days,
            ),
            ("days_to_leaving", "Days from referral until he left", Days),
            ("stands_at", "The last step of his way", Category),
            ("reason", "Why he left", Category),
            ("attended", "Sessions attended", Count),
            ("missed", "Sessions missed and not made up", Count),
            ("made_up", "Sessions missed and made up", Count),
            ("children", "Children in his file", Count),
            (
                "substance_file",
                "Whether his file tells enough of substances to count it",
                Category,
            ),
            (
                "used_before_incidents",
                "Whether he used substances before incidents",
                Category,
            ),
            ("police_called_out", "Police were called out", Category),
            ("arrested", "Arrested", Category),
            ("charged", "Charged", Category),
            ("custody", "In custody", Category),
            ("proceedings_pending", "Proceedings are pending", Category),
            ("engaged_in_group", "Engaged in the group", Category),
            (
                "exposed_to_violence",
                "Exposed to violence as a child",
                Category,
            ),
            (
                "lost_parent",
                "Separated from a parent before he was nine",
                Category,
            ),
        ],
    );
    let template = &cohort.programme.template;
    let mut marks: HashMap<_, [usize; 3]> = HashMap::new();
    for line in &cohort.programme.attendance {
        let counted = marks.entry(line.man).or_default();
        counted[match line.mark {
            Mark::Attended => 0,
            Mark::Missed => 1,
            Mark::MadeUp(_) => 2,
        }] += 1;
    }
    for (number, man) in cohort.numbered() {
        let last = man.steps.iter().max_by_key(|step| (step.on, step.kind));
        let left = last.filter(|step| step.kind.is_leaving());
        let reason = match left {
            Some(step) => of(&step.reason, &template.reasons_for_leaving),
            None => NONE.to_owned(),
        };
        let [attended, missed, made_up] = marks.get(&man.id).copied().unwrap_or_default();
        let (file, justice, childhood) = (man.substance_file, man.justice, man.childhood);
        let answers = [
            file.map(|file| file.used_before_incidents),
            justice.map(|one| one.called_out),
            justice.map(|one| one.arrested),
            justice.map(|one| one.charged),
            justice.map(|one| one.custody),
            justice.map(|one| one.pending),
            childhood.map(|one| one.engaged_in_group),
            childhood.map(|one| one.exposed_to_violence),
            childhood.map(|one| one.lost_parent),
        ];
        let mut row = vec![
            number,
            age_band(man),
            of(&man.identity.ethnicity, &template.ethnicities),
            of(&man.referral.source, &template.referral_sources),
            days(man, step(man, StepKind::AppointmentOffered)),
            days(man, step(man, StepKind::Assessed)),
            days(man, step(man, StepKind::Enrolled)),
            days(man, left.map(|step| step.on)),
            last.map_or(NONE, |step| stands_at(step.kind)).to_owned(),
            reason,
            attended.to_string(),
            missed.to_string(),
            made_up.to_string(),
            man.children.len().to_string(),
            match file.map(|file| file.complete) {
                Some(true) => "complete",
                Some(false) => "incomplete",
                None => NOT_ASKED,
            }
            .to_owned(),
        ];
        row.extend(answers.map(|given| answer(given.unwrap_or_default())));
        table.rows.push(row);
    }
    table
}

fn stands_at(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Referred => "referred",
        StepKind::AppointmentOffered => "appointment_offered",
        StepKind::Assessed => "assessed",
        StepKind::WaitingList => "waiting_list",
        StepKind::IndividualWork => "individual_work",
        StepKind::Enrolled => "enrolled",
        StepKind::Attending => "attending",
        StepKind::Unsuitable => "unsuitable",
        StepKind::Completed => "completed",
        StepKind::DroppedOut => "dropped_out",
        StepKind::Suspended => "suspended",
        StepKind::FollowUp => "follow_up",
    }
}

/// A line for each thing that `of_man` makes of a man.
pub(super) fn each(
    cohort: &Cohort<'_>,
    mut table: DataTable,
    of_man: impl Fn(&Man) -> Vec<Vec<String>>,
) -> DataTable {
    for (number, man) in cohort.numbered() {
        for mut line in of_man(man) {
            line.insert(0, number.clone());
            table.rows.push(line);
        }
    }
    table
}

fn substances(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "substances",
        "a man and a substance",
        &[
            STUDY,
            ("substance", "Which substance", Kind::Fixed),
            ("use", "Current, previous or never", Kind::Category),
            ("units_band", "Units of alcohol a week", Kind::Category),
            ("regularity", "How often he drinks", Kind::Category),
        ],
    );
    let template = &cohort.programme.template;
    each(cohort, table, |man| {
        let lines = man.substances.iter().map(|one| {
            let known = template.substances.iter().map(|known| known.key.as_str());
            vec![
                key(&one.key, known),
                match one.used {
                    Use::Current => "current",
                    Use::Previous => "previous",
                    Use::Never => "never",
                    Use::NotKnown => NOT_KNOWN,
                    Use::NotAsked => NOT_ASKED,
                }
                .to_owned(),
                units_band(one.tenths_of_units),
                of(&one.regularity, &template.drinking),
            ]
        });
        lines.collect()
    })
}

fn children(cohort: &Cohort<'_>) -> DataTable {
    let table = DataTable::new(
        "children",
        "a child of his or of a household of his",
        &[
            STUDY,
            (
                "age_band",
                "Age when he was referred, by day of birth, else as it was told",
                Kind::Category,
            ),
            ("lives_with_him", "Lives with him", Kind::Category),
            (
                "biological",
                "His own child; no: a step-child",
                Kind::Category,
            ),
            ("witnessed_violence", "Witnessed violence", Kind::Category),
            ("directly_abused", "Directly abused", Kind::Category),
        ],
    );
    each(cohort, table, |man| {
        let lines = man.children.iter().map(|child| {
            let mut line = vec![child_band(child, referred(man))];
            line.extend(
                [
                    child.lives_with_him,
                    child.biological,
                    child.witnessed_violence,
                    child.directly_abused,
                ]
                .map(answer),
            );
            line
        });
        lines.collect()
    })
}
