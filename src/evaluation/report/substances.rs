//! Alcohol, drugs and medicines, with both denominators.

use std::collections::BTreeMap;

use super::pathway::MEN;
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::Cohort;
use crate::evaluation::substances::{
    AnyOf, AnyUse, Denominators, Uses, any_of, any_use, before_incidents, files, regularity, units,
    uses,
};
use crate::model::programme::{Answer, Answers, Use};

const REGULARITY: &str = "substance.drinking_regularity";
const ALL: &str = "files.all";
const COMPLETE: &str = "files.complete";
const WHOLES: [(&str, &str); 2] = [("all", ALL), ("complete", COMPLETE)];

pub(super) fn substances(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("substances", "Alcohol, drugs and medicines");
    let all = files(draft.cohort).count() as u64;
    let complete = files(draft.cohort)
        .filter(|(_, file)| file.complete)
        .count() as u64;
    draft
        .counts
        .part(ALL, all, (MEN, draft.cohort.men.len() as u64));
    draft.counts.sum(
        ALL,
        [(COMPLETE, complete), ("files.incomplete", all - complete)],
    );
    if all == 0 {
        section.words(vec![
            "No man’s file was judged for what it tells of substances.".into(),
        ]);
        return section;
    }
    section.words(vec![
        Entry::count(ALL),
        " files were judged; ".into(),
        Entry::share(COMPLETE, ALL),
        " tell enough to count. Both are given as denominators. A file that does not tell of a substance is no “never”.".into(),
    ]);
    let uses = uses(draft.cohort);
    for (key, uses) in &uses {
        add_up(draft, key, uses);
    }
    behind(draft);
    for (when, title) in [
        ("current", "Used now"),
        ("previous", "Used before, and not now"),
        ("ever", "Ever used"),
    ] {
        let mut sheet = Sheet::new(
            &format!("substance.{when}"),
            title,
            &[
                "Substance",
                "Of all files",
                "Of complete files",
                "95 % interval",
                "Files that do not tell",
            ],
        );
        for substance in &draft.cohort.template.substances {
            let name = |of: &str| format!("substance.{when}.{}.{of}", substance.key);
            sheet.row(
                substance.name.clone(),
                vec![
                    Entry::share(name("all"), ALL),
                    Entry::share(name("complete"), COMPLETE),
                    Entry::interval(name("complete"), COMPLETE),
                    Entry::count(format!("substance.missing.{}.all", substance.key)),
                ],
            );
        }
        section.sheet(sheet);
    }
    any(draft, &mut section);
    before(draft, &mut section);
    drinking(draft, &mut section);
    section
}

/// Which men’s files each count is of.
fn behind(draft: &mut Draft<'_>) {
    if draft.cases.is_none() {
        return;
    }
    let cohort = draft.cohort;
    for (man, file) in files(cohort) {
        let of = if file.complete {
            "complete"
        } else {
            "incomplete"
        };
        draft.behind(format!("files.{of}"), [man]);
        for (substance, used) in cohort.template.substances.iter().zip(&man.uses.of) {
            let key = &substance.key;
            let when = match used {
                Some(Use::Current) => "current",
                Some(Use::Previous) => "previous",
                Some(Use::Never) => "never",
                _ => "missing",
            };
            draft.behind(format!("substance.{when}.{key}.{of}"), [man]);
        }
        let what = match file.used_before_incidents {
            Answer::Yes => "",
            Answer::No => ".no",
            Answer::NotKnown => ".not_known",
            Answer::NotAsked => ".not_asked",
        };
        let before = "substance.before_incidents";
        draft.behind(format!("{before}.all{what}"), [man]);
        if file.complete {
            draft.behind(format!("{before}.complete{what}"), [man]);
        }
        if let Some(drink) = &man.uses.drinking {
            let often = match &*drink.regularity {
                "" => "not_known".to_owned(),
                key => format!("{key}.n"),
            };
            draft.behind(format!("{REGULARITY}.{often}"), [man]);
            let units = match drink.tenths_of_units {
                Some(_) => "units_of_drinkers",
                None => "units_missing",
            };
            draft.behind(format!("{REGULARITY}.{units}"), [man]);
            for limit in [21, 50] {
                if drink
                    .tenths_of_units
                    .is_some_and(|tenths| tenths > 10 * limit)
                {
                    draft.behind(format!("{REGULARITY}.over_{limit}_units"), [man]);
                }
            }
        }
    }
}

fn add_up(draft: &mut Draft<'_>, key: &str, uses: &Denominators<Uses>) {
    let counts = |of: Uses| [of.current, of.previous, of.never, of.missing];
    let whens = ["current", "previous", "never", "missing"];
    let name = |when: &str, of: &str| format!("substance.{when}.{key}.{of}");
    for ((of, whole), counted) in WHOLES.into_iter().zip([uses.all, uses.complete]) {
        let values = counts(counted);
        let ever = draft.counts.sum(
            &name("ever", of),
            whens
                .into_iter()
                .zip(values)
                .take(2)
                .map(|(when, count)| (name(when, of), count)),
        );
        draft.counts.sum(
            whole,
            [
                (name("ever", of), ever),
                (name("never", of), counted.never),
                (name("missing", of), counted.missing),
            ],
        );
    }
    let both = counts(uses.all).into_iter().zip(counts(uses.complete));
    for (when, (all, complete)) in whens.into_iter().zip(both) {
        draft.counts.sum(
            &name(when, "all"),
            [
                (name(when, "complete"), complete),
                (name(when, "incomplete"), all - complete),
            ],
        );
    }
    draft.counts.sum(
        &name("ever", "all"),
        [
            (name("ever", "complete"), uses.complete.ever()),
            (
                name("ever", "incomplete"),
                uses.all.ever() - uses.complete.ever(),
            ),
        ],
    );
}

fn any(draft: &mut Draft<'_>, section: &mut Drafted) {
    let template = &draft.cohort.template;
    let known = template.substances.iter().enumerate();
    let (all, illicit): (Vec<usize>, Vec<usize>) = (
        known.clone().map(|(at, _)| at).collect(),
        known
            .filter(|(_, one)| one.illicit)
            .map(|(at, _)| at)
            .collect(),
    );
    let mut sheet = Sheet::new(
        "substance.any",
        "Any substance, of complete files",
        &[
            "Use",
            "Any substance",
            "95 % interval",
            "Any that is illicit",
            "95 % interval",
        ],
    );
    let of = [
        ("", any_use(draft.cohort, &all)),
        ("illicit_", any_use(draft.cohort, &illicit)),
    ];
    let counts = |any: AnyUse| {
        [
            ("current", any.current),
            ("previous", any.previous),
            ("none", any.none),
            ("missing", any.missing),
        ]
    };
    let complete = files(draft.cohort).filter(|(_, file)| file.complete);
    for (prefix, of) in [("", &all), ("illicit_", &illicit)] {
        draft.behind_named(complete.clone().map(|(man, _)| {
            let when = match any_of(man, of) {
                AnyOf::Current => "current",
                AnyOf::Previous => "previous",
                AnyOf::None => "none",
                AnyOf::Missing => "missing",
            };
            (man, format!("substance.any.{prefix}{when}.n"))
        }));
    }
    for (prefix, any) in of {
        let parts =
            counts(any).map(|(when, count)| (format!("substance.any.{prefix}{when}.n"), count));
        draft.counts.sum(COMPLETE, parts);
    }
    for (when, words) in [
        ("current", "At least one now"),
        ("previous", "None now, at least one before"),
        ("none", "None ever"),
        ("missing", "None is told of, and not all are told"),
    ] {
        let name = |prefix: &str| format!("substance.any.{prefix}{when}.n");
        sheet.row(
            words,
            vec![
                Entry::share(name(""), COMPLETE),
                Entry::interval(name(""), COMPLETE),
                Entry::share(name("illicit_"), COMPLETE),
                Entry::interval(name("illicit_"), COMPLETE),
            ],
        );
    }
    section.sheet(sheet);
}

fn before(draft: &mut Draft<'_>, section: &mut Drafted) {
    let before = before_incidents(draft.cohort);
    let mut sheet = Sheet::new(
        "substance.before_incidents",
        "Whether he had used before incidents",
        &["Answer", "Of all files", "Of complete files"],
    );
    let counts = |of: Answers| {
        [
            ("", "Yes", of.yes as u64),
            (".no", "No", of.no as u64),
            (".not_known", "Not known", of.not_known as u64),
            (".not_asked", "Not asked", of.not_asked as u64),
        ]
    };
    let name = |of: &str, what: &str| format!("substance.before_incidents.{of}{what}");
    for ((of, whole), answers) in WHOLES.into_iter().zip([before.all, before.complete]) {
        let parts = counts(answers).map(|(what, _, count)| (name(of, what), count));
        draft.counts.sum(whole, parts);
    }
    for ((what, words, all), (_, _, complete)) in
        counts(before.all).into_iter().zip(counts(before.complete))
    {
        draft
            .counts
            .part(&name("complete", what), complete, (&name("all", what), all));
        sheet.row(
            words,
            vec![
                Entry::share(name("all", what), ALL),
                Entry::share(name("complete", what), COMPLETE),
            ],
        );
    }
    section.sheet(sheet);
}

fn drinking(draft: &mut Draft<'_>, section: &mut Drafted) {
    let template = &draft.cohort.template;
    let counted: BTreeMap<String, u64> = regularity(draft.cohort);
    let name = |often: &str| format!("substance.drinking_regularity.{often}.n");
    let known = "substance.drinking_regularity.known";
    let mut named: Vec<(String, String)> = template
        .drinking
        .iter()
        .map(|often| (often.key.clone(), often.name.clone()))
        .collect();
    let others = Cohort::named(&template.drinking, counted.keys().map(String::as_str));
    for other in others {
        if !other.0.is_empty() && !named.contains(&other) {
            named.push(other);
        }
    }
    let mut sheet = Sheet::new(
        "substance.drinking_regularity",
        "How often those drink who drink now",
        &["How often", "Of those of whom it is known", "95 % interval"],
    );
    let parts = named
        .iter()
        .map(|(key, _)| (name(key), counted.get(key).copied().unwrap_or(0)));
    let sum = draft.counts.sum(known, parts.collect::<Vec<_>>());
    for (key, words) in &named {
        sheet.row(
            words.clone(),
            vec![
                Entry::share(name(key), known),
                Entry::interval(name(key), known),
            ],
        );
    }
    let not_known = "substance.drinking_regularity.not_known";
    let without = counted.get("").copied().unwrap_or(0);
    let drinkers = "substance.current.alcohol.all";
    draft
        .counts
        .sum(drinkers, [(known, sum), (not_known, without)]);
    section.sheet(sheet.about([
        "Drinkers of whom it is not known: ".into(),
        Entry::count(not_known),
        ".".into(),
    ]));
    drunk(draft, section);
}

/// Units of alcohol a week.
fn drunk(draft: &mut Draft<'_>, section: &mut Drafted) {
    let units = units(draft.cohort);
    let name = |what: &str| format!("substance.drinking_regularity.{what}");
    let (known, drink, dry) = (
        name("units_known"),
        name("units_of_drinkers"),
        name("not_drinking"),
    );
    let drinkers = units.drinkers.len() as u64;
    let all = draft.counts.sum(
        &known,
        [(drink.clone(), drinkers), (dry.clone(), units.not_drinking)],
    );
    draft.counts.sum(
        "substance.current.alcohol.all",
        [
            (drink.clone(), drinkers),
            (name("units_missing"), units.missing),
        ],
    );
    let dry_names = ["previous", "never"].map(|when| {
        let name = format!("substance.{when}.alcohol.complete");
        let count = draft.counts.value(&name).unwrap_or(0);
        (name, count)
    });
    draft.counts.sum(&dry, dry_names);
    let mut sheet = Sheet::new(
        "substance.units",
        "Units of alcohol a week",
        &["What", "Figure", "Of"],
    )
    .about([
        "Units are known of ".into(),
        Entry::count(&*drink),
        " men who drink now, and count as 0 for ".into(),
        Entry::count(&*dry),
        " who do not, by complete files; of ".into(),
        Entry::count(name("units_missing")),
        " drinkers they are not known, and these count in no mean.".into(),
    ]);
    let figure = |what: &str, value: Option<f64>, of: &[&String]| {
        Number::new(name(what), value, 1).resting_on(of.iter().map(|name| (*name).clone()))
    };
    sheet.row(
        "Mean of those who drink",
        vec![
            figure(
                "mean_units_per_week_drinkers",
                units.mean_of_drinkers(),
                &[&drink],
            )
            .into(),
            Entry::count(&*drink),
        ],
    );
    sheet.row(
        "Mean of all, those who do not drink among them",
        vec![
            figure(
                "mean_units_per_week_all",
                units.mean_of_all(),
                &[&drink, &dry],
            )
            .into(),
            Entry::count(&*known),
        ],
    );
    for (what, words, value) in [
        ("min_units", "Least of any drinker", units.drinkers.first()),
        ("max_units", "Most of any drinker", units.drinkers.last()),
    ] {
        sheet.row(
            words,
            vec![
                figure(what, value.copied(), &[]).of_one().into(),
                Entry::count(&*drink),
            ],
        );
    }
    let over = [21.0, 50.0].map(|limit| {
        let over = units.over(limit).map_or(0, |share| share.count());
        (limit, name(&format!("over_{limit:.0}_units")), over)
    });
    // Whoever drinks more than 50 drinks more than 21.
    draft
        .counts
        .part(&over[1].1, over[1].2, (&over[0].1, over[0].2));
    draft.counts.part(&over[0].1, over[0].2, (&drink, drinkers));
    draft.counts.part(&over[0].1, over[0].2, (&known, all));
    for (limit, name, _) in over {
        sheet.row(
            format!("Men who drink more than {limit:.0}"),
            vec![
                Entry::share(&*name, &*known),
                Entry::interval(&*name, &*known),
            ],
        );
    }
    section.sheet(sheet);
}
