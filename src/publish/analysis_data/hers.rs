//! Partners’ side: for women’s safety work only.

use super::codes::{OTHER, answer, days, key};
use super::events::{result, taken};
use super::table::{DataTable, Kind};
use super::{Cohort, rare, shuffle};
use crate::model::programme::{Answer, FollowUp, Man};
use crate::wall::{Partner, Relationship, View, WomensSafety};

const PARTNER: (&str, &str, Kind) = ("partner_number", "Stands for the partner", Kind::Number);

pub(super) fn tables(
    cohort: &Cohort<'_>,
    view: &View<'_, WomensSafety>,
    seed: u64,
    threshold: usize,
) -> Vec<DataTable> {
    let mut partners: Vec<(&Partner, &Man, String)> = view
        .all_partners()
        .iter()
        .filter_map(|partner| {
            let man = cohort.programme.man(partner.man)?;
            Some((partner, man, cohort.number(partner.man)?))
        })
        .collect();
    shuffle(&mut partners, seed.rotate_left(17));
    let numbered: Vec<(String, _)> = partners
        .into_iter()
        .zip(1..)
        .map(|(partner, at)| (format!("P{at:03}"), partner))
        .collect();
    let mut all = vec![
        about(cohort, view, &numbered),
        measures(cohort, &numbered),
        follow_up(&numbered),
        incidents(&numbered),
    ];
    for table in &mut all {
        rare::join(table, None, threshold);
        table.rows.sort();
    }
    all
}

type Numbered<'a> = (String, (&'a Partner, &'a Man, String));

fn about(
    cohort: &Cohort<'_>,
    view: &View<'_, WomensSafety>,
    partners: &[Numbered<'_>],
) -> DataTable {
    use Kind::{Category, Count, Days, Number};
    let mut table = DataTable::new(
        "partners",
        "a partner or former partner",
        &[
            PARTNER,
            ("study_number", "The man’s number", Number),
            ("relationship", "Current or former", Category),
            ("at_risk", "At risk, so that contact is owed", Category),
            (
                "ethnicity",
                "Ethnicity, by the programme’s categories",
                Category,
            ),
            ("days_known", "When the programme learnt of her", Days),
            ("contacts_offered", "Contacts tried", Count),
            (
                "contacts_reached",
                "Contacts in which she was reached",
                Count,
            ),
            ("support_offered", "Kinds of support offered", Count),
            ("support_taken", "Whether she took any of it up", Category),
        ],
    );
    let ethnicities = &cohort.programme.template.ethnicities;
    for (number, (partner, man, study)) in partners {
        let reached = partner.contacts.iter().filter(|contact| contact.reached);
        let taken: Vec<Answer> = partner.support.iter().map(|one| one.taken).collect();
        let taken = [Answer::Yes, Answer::NotKnown, Answer::No]
            .into_iter()
            .find(|answer| taken.contains(answer))
            .unwrap_or_default();
        let known = ethnicities.iter().map(|one| one.key.as_str());
        let ethnicity: &String = view.open(&partner.ethnicity);
        table.rows.push(vec![
            number.clone(),
            study.clone(),
            match partner.relationship {
                Relationship::Current => "current",
                Relationship::Former => "former",
            }
            .to_owned(),
            if partner.at_risk { "yes" } else { "no" }.to_owned(),
            key(ethnicity, known),
            days(man, Some(partner.known_since)),
            partner.contacts.len().to_string(),
            reached.count().to_string(),
            partner.support.len().to_string(),
            answer(taken),
        ]);
    }
    table
}

fn measures(cohort: &Cohort<'_>, partners: &[Numbered<'_>]) -> DataTable {
    let mut table = DataTable::new(
        "partner_measures",
        "a value of a measure at one time",
        &[
            PARTNER,
            ("measure", "Which measure", Kind::Fixed),
            ("taken", "At which point of his way", Kind::Fixed),
            ("days", "When it was taken", Kind::Days),
            ("value", "Its value", Kind::Count),
        ],
    );
    let known = &cohort.programme.template.measures;
    for (number, (partner, man, _)) in partners {
        let followed = partner.follow_ups.iter().flat_map(FollowUp::as_measures);
        for one in partner.measures.iter().cloned().chain(followed) {
            let measure = key(&one.key, known.iter().map(|known| known.key.as_str()));
            if measure == OTHER {
                continue;
            }
            table.rows.push(vec![
                number.clone(),
                measure,
                taken(one.taken),
                days(man, Some(one.on)),
                one.value.to_string(),
            ]);
        }
    }
    table
}

fn follow_up(partners: &[Numbered<'_>]) -> DataTable {
    let mut table = DataTable::new(
        "partner_follow_up",
        "an attempt to hear how things are after he completed",
        &[
            PARTNER,
            (
                "months",
                "The window, in months after completion",
                Kind::Fixed,
            ),
            ("result", "What came of it", Kind::Category),
            (
                "further_incident",
                "A further incident, by her account",
                Kind::Category,
            ),
        ],
    );
    for (number, (partner, ..)) in partners {
        for one in &partner.follow_ups {
            table.rows.push(vec![
                number.clone(),
                one.months.to_string(),
                result(one.result),
                answer(one.incident),
            ]);
        }
    }
    table
}

fn incidents(partners: &[Numbered<'_>]) -> DataTable {
    let mut table = DataTable::new(
        "partner_incidents",
        "violence or abuse by her account",
        &[
            PARTNER,
            ("days", "When it was", Kind::Days),
            ("physical", "Physical violence", Kind::Category),
        ],
    );
    for (number, (partner, man, _)) in partners {
        for one in &partner.incidents {
            let line = vec![
                number.clone(),
                days(man, Some(one.on)),
                answer(one.physical),
            ];
            table.rows.push(line);
        }
    }
    table
}
