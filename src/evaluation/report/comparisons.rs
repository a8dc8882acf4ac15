//! Whether groups of men stayed equally long, each group with its counts.

use std::collections::BTreeMap;

use super::retention::{FOLLOWED, PARTED, PARTING, behind_weeks};
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted, Edition};
use crate::evaluation::cohort::{Cohort, ManRow};
use crate::evaluation::course::{Compared, Split, Stay, retention_by, stay};
use crate::model::programme::{Answer, QuestionKind};
use crate::stats::Observation;

/// A way to part men into groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitBy {
    pub key: String,
    pub words: String,
    pub by: Split,
}

impl SplitBy {
    fn new(key: &str, words: &str, by: Split) -> Self {
        Self {
            key: key.to_owned(),
            words: words.to_owned(),
            by,
        }
    }

    /// A group as it is called in words.
    pub fn group_name(&self, group: &str, cohort: &Cohort) -> String {
        group_name(&self.by, group, cohort)
    }

    /// What begins the names of a group’s counts.
    pub fn prefix(&self, group: &str) -> String {
        format!("retention.by.{}.{group}", self.key)
    }
}

/// Every way to part the men of a cohort by which their stays are compared.
pub fn splits(cohort: &Cohort) -> Vec<SplitBy> {
    let mut splits = vec![
        SplitBy::new("source", "Who referred him", Split::Source),
        SplitBy::new("ethnicity", "His ethnicity", Split::Ethnicity),
        SplitBy::new(
            "uses_now",
            "Uses alcohol, drugs or medicines now",
            Split::UsesNow,
        ),
        SplitBy::new(
            "exposed_as_child",
            "Exposed to violence as a child",
            Split::ExposedAsChild,
        ),
    ];
    let asked = cohort.template.referral_form.iter().filter(|question| {
        let yes_no = [QuestionKind::YesNo, QuestionKind::YesNoWithSource];
        yes_no.contains(&question.kind)
            && cohort
                .men
                .iter()
                .any(|man| man.answers.iter().any(|(key, _)| *key == question.key))
    });
    splits.extend(asked.map(|question| {
        let by = Split::Question(question.key.clone());
        SplitBy::new(&question.key, &question.text, by)
    }));
    splits
}

pub(super) fn compared(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let mut tests = Sheet::new(
        "retention_by",
        "Whether groups stayed equally long",
        &[
            "Groups by",
            "Men",
            "Group not known",
            "Log-rank statistic",
            "Degrees",
            "p",
        ],
    )
    .about(["Each line is one comparison over the whole time.".into()]);
    let mut sheets = Vec::new();
    for one in &splits(cohort) {
        behind(draft, one);
        let (key, words, split) = (&one.key, &one.words, &one.by);
        let compared = retention_by(cohort, PARTING, split);
        sheets.push(split_sheet(draft, (key, words), &compared, split, cohort));
        let known = format!("retention.by.{key}.known");
        let rests_on: Vec<String> = compared
            .curves
            .keys()
            .flat_map(|group| {
                ["parted", "last_seen"].map(|of| format!("retention.by.{key}.{group}.{of}"))
            })
            .collect();
        let test = compared.test.as_ref();
        let figure = |name: &str, value: Option<f64>, decimals| -> Entry {
            Number::new(format!("retention.by.{key}.{name}"), value, decimals)
                .resting_on(rests_on.clone())
                .into()
        };
        let p = test.map(|test| test.p);
        let row = vec![
            Entry::count(&*known),
            Entry::count(format!("retention.by.{key}.not_known")),
            figure("statistic", test.map(|test| test.statistic), 2),
            figure("degrees", test.map(|test| test.degrees as f64), 0),
            draft.p_value(format!("retention.by.{key}.p"), p, rests_on.clone()),
        ];
        tests.row(words.clone(), row);
    }
    section.sheet(tests);
    for sheet in sheets.into_iter().flatten() {
        section.sheet(sheet);
    }
}

fn behind(draft: &mut Draft<'_>, one: &SplitBy) {
    if draft.cases.is_none() {
        return;
    }
    let cohort = draft.cohort;
    let third = cohort.template.sessions.number / 3;
    let mut groups: BTreeMap<String, Vec<(&ManRow, Observation)>> = BTreeMap::new();
    for man in &cohort.men {
        let Some(Stay::Known(stay)) = stay(man, cohort, PARTING) else {
            continue;
        };
        let Some(group) = one.by.group(man) else {
            draft.behind(format!("retention.by.{}.not_known", one.key), [man]);
            continue;
        };
        let prefix = one.prefix(&group);
        let what = if stay.ended { "parted" } else { "last_seen" };
        draft.behind(format!("{prefix}.{what}"), [man]);
        if stay.time >= third {
            draft.behind(format!("{prefix}.at_risk"), [man]);
        }
        groups.entry(prefix).or_default().push((man, stay));
    }
    for (prefix, stays) in groups {
        behind_weeks(draft, &prefix, &stays);
    }
}

/// How many of each group parted; `None` where nobody’s group is known.
fn split_sheet(
    draft: &mut Draft<'_>,
    (key, words): (&str, &str),
    compared: &Compared,
    split: &Split,
    cohort: &Cohort,
) -> Option<Sheet> {
    let known = format!("retention.by.{key}.known");
    let mut groups = Vec::new();
    let third = cohort.template.sessions.number / 3;
    let still = format!("Still followed before week {third}");
    // Of groups that small, one week more would cost what the other columns tell.
    let with_week = draft.edition == Edition::Internal;
    let mut headings = vec!["Group", "Men", "Parted early"];
    if with_week {
        headings.push(&still);
    }
    let mut sheet = Sheet::new(
        &format!("retention_by_{key}"),
        &format!("How long they stayed: {}", words.to_lowercase()),
        &headings,
    );
    for (group, curve) in &compared.curves {
        let name = |what: &str| format!("retention.by.{key}.{group}.{what}");
        let (people, ended) = (curve.people() as u64, curve.ended() as u64);
        draft.counts.sum(
            &name("men"),
            [(name("parted"), ended), (name("last_seen"), people - ended)],
        );
        if let Some((whole, all)) = whole_of(split, group, cohort) {
            draft.counts.part(&name("men"), people, (&whole, all));
        }
        groups.push((name("men"), people));
        let mut row = vec![
            Entry::count(name("men")),
            Entry::share(name("parted"), name("men")),
        ];
        if with_week {
            let at_risk = curve.at_risk(third) as u64;
            draft
                .counts
                .part(&name("at_risk"), at_risk, (&name("men"), people));
            row.push(Entry::share(name("at_risk"), name("men")));
        }
        sheet.row(group_name(split, group, cohort), row);
    }
    let of = |what: &str| -> Vec<String> {
        let groups = compared.curves.keys();
        groups
            .map(|group| format!("retention.by.{key}.{group}.{what}"))
            .collect()
    };
    let all = draft.counts.sum(&known, groups);
    let without = format!("retention.by.{key}.not_known");
    draft.counts.sum(
        FOLLOWED,
        [(known, all), (without.clone(), compared.without_group)],
    );
    let ended: u64 = compared
        .curves
        .values()
        .map(|curve| curve.ended() as u64)
        .sum();
    let parted = draft.counts.value(PARTED).unwrap_or(ended);
    let mut parts: Vec<(String, u64)> = of("parted")
        .into_iter()
        .zip(compared.curves.values().map(|curve| curve.ended() as u64))
        .collect();
    parts.push((format!("{without}.parted"), parted.saturating_sub(ended)));
    draft.counts.sum(PARTED, parts);
    (!compared.curves.is_empty()).then_some(sheet)
}

fn group_name(split: &Split, group: &str, cohort: &Cohort) -> String {
    let known = match split {
        Split::Source => &*cohort.template.referral_sources,
        Split::Ethnicity => &*cohort.template.ethnicities,
        _ => &[],
    };
    let named = Cohort::named(known, [group]);
    named
        .into_iter()
        .next()
        .map_or_else(|| group.to_owned(), |(_, name)| name)
}

/// The count of all men of a group, enrolled or not, that another table prints.
fn whole_of(split: &Split, group: &str, cohort: &Cohort) -> Option<(String, u64)> {
    Some(match split {
        Split::Source => (
            format!("referrals.source.{group}"),
            cohort.count(|man| man.source == group),
        ),
        Split::Ethnicity => (
            format!("ethnicity.men.{group}"),
            cohort.count(|man| man.ethnicity == group),
        ),
        Split::ExposedAsChild => {
            let (name, answer) = match group {
                "yes" => ("childhood.exposed_to_violence.n", Answer::Yes),
                _ => ("childhood.exposed_to_violence.n no", Answer::No),
            };
            let told = |childhood: crate::model::programme::Childhood| {
                childhood.exposed_to_violence == answer
            };
            (
                name.to_owned(),
                cohort.count(|man| man.childhood.is_some_and(told)),
            )
        }
        Split::Question(_) | Split::UsesNow => return None,
    })
}
