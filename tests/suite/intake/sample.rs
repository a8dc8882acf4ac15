//! The sample programme’s records have every count of its spreadsheets, and those that were published.

use std::collections::BTreeMap;

use lantern::intake::DoubtKind;
use lantern::jobs::Silent;
use lantern::model::programme::{
    Answer, Grade, Man, Programme, StepKind, SubstanceFile, Taken, Use, Way,
};
use lantern::sample;
use lantern::wall::{CaseFile, Ledger, Lock, Look, Partner};

struct Nowhere;

impl Ledger for Nowhere {
    fn note(&self, _: Look) {}
}

fn records() -> (Programme, Vec<Partner>) {
    sample::programme(&Silent).expect("the sample")
}

fn published() -> toml::Table {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/samples/programme/published.toml"
    );
    let text = std::fs::read_to_string(path).expect("published figures");
    text.parse().expect("TOML")
}

fn figure(place: &str) -> i64 {
    let mut value = toml::Value::Table(published());
    for key in place.split('/') {
        value = match value.as_array() {
            Some(all) => all[key.parse::<usize>().expect("a place")].clone(),
            None => value.get(key).unwrap_or_else(|| panic!("{place}")).clone(),
        };
    }
    value.as_integer().unwrap_or_else(|| panic!("{place}"))
}

fn count<T>(items: impl IntoIterator<Item = T>, holds: impl Fn(&T) -> bool) -> i64 {
    let held = items.into_iter().filter(|item| holds(item));
    i64::try_from(held.count()).expect("few")
}

#[test]
fn nothing_of_it_is_skipped_and_what_was_assumed_is_told() {
    let understood = sample::understood_programme(&Silent).expect("the sample");
    for table in &understood.tables {
        assert_eq!(table.skipped(), 0, "{}", table.file);
        assert_eq!(table.taken() + 1, table.fates.len(), "{}", table.file);
    }
    let mut kinds: BTreeMap<DoubtKind, usize> = BTreeMap::new();
    for doubt in &understood.doubts {
        *kinds.entry(doubt.kind).or_default() += 1;
    }
    let told: Vec<DoubtKind> = kinds.into_keys().collect();
    assert_eq!(told, [DoubtKind::Assumed, DoubtKind::NotKept]);
    assert!(understood.values.iter().all(|value| value.key.is_some()));
}

#[test]
fn his_side_has_the_published_counts() {
    let (programme, _) = records();
    let men = &programme.men;
    let files: Vec<(&Man, SubstanceFile)> = men
        .iter()
        .filter_map(|man| Some((man, man.substance_file?)))
        .collect();
    assert_eq!(files.len() as i64, figure("files/all"));
    assert_eq!(
        count(&files, |(_, file)| file.complete),
        figure("files/complete")
    );
    for (when, use_) in [("current", Use::Current), ("previous", Use::Previous)] {
        for one in &programme.template.substances {
            let uses = |man: &Man| {
                let mut his = man.substances.iter();
                his.any(|his| his.key == one.key && his.used == use_)
            };
            let place = format!("substance/{when}/{}", one.key);
            assert_eq!(
                count(&files, |(man, _)| uses(man)),
                figure(&format!("{place}/all")),
                "{place}"
            );
            let complete = count(&files, |(man, file)| file.complete && uses(man));
            assert_eq!(complete, figure(&format!("{place}/complete")), "{place}");
        }
    }
    let before = |file: &SubstanceFile| file.used_before_incidents == Answer::Yes;
    assert_eq!(
        count(&files, |(_, file)| before(file)),
        figure("substance/before_incidents/all")
    );
    for often in &programme.template.drinking {
        let drinks = |man: &&Man| man.substances.iter().any(|one| one.regularity == often.key);
        let place = format!("substance/drinking_regularity/{}/n", often.key);
        assert_eq!(count(men, |man| drinks(man)), figure(&place), "{place}");
    }
    let units = men.iter().flat_map(|man| &man.substances);
    let units: u32 = units.filter_map(|one| one.tenths_of_units).sum();
    assert_eq!(units, 8_550);
    let children: Vec<_> = men.iter().flat_map(|man| &man.children).collect();
    assert_eq!(children.len() as i64, figure("children/total"));
    assert_eq!(
        count(&children, |one| one.lives_with_him == Answer::Yes),
        figure("children/living_with_him")
    );
    assert_eq!(
        count(&children, |one| one.biological == Answer::No),
        figure("children/step")
    );
    let justice: Vec<_> = men.iter().filter_map(|man| man.justice).collect();
    assert_eq!(justice.len() as i64, figure("criminal_justice/sample"));
    for (name, answers) in [
        (
            "called_out",
            justice.iter().map(|one| one.called_out).collect::<Vec<_>>(),
        ),
        ("arrested", justice.iter().map(|one| one.arrested).collect()),
        ("charged", justice.iter().map(|one| one.charged).collect()),
        ("custody", justice.iter().map(|one| one.custody).collect()),
        ("pending", justice.iter().map(|one| one.pending).collect()),
    ] {
        let yes = count(answers, |answer| *answer == Answer::Yes);
        assert_eq!(yes, figure(&format!("criminal_justice/{name}")), "{name}");
    }
    let childhood: Vec<_> = men.iter().filter_map(|man| man.childhood).collect();
    assert_eq!(childhood.len() as i64, figure("childhood/sample"));
    assert_eq!(
        count(&childhood, |one| one.exposed_to_violence == Answer::Yes),
        figure("childhood/exposed_to_violence/n")
    );
    assert_eq!(
        count(&childhood, |one| one.lost_parent == Answer::Yes),
        figure("childhood/lost_parent_before_9")
    );
    assert_eq!(
        count(&childhood, |one| one.engaged_in_group == Answer::Yes),
        figure("childhood/engaged_in_group")
    );
}

#[test]
fn ethnicities_are_those_that_were_published() {
    let (programme, partners) = records();
    let template = programme.template.clone();
    let men: Vec<String> = programme
        .men
        .iter()
        .map(|man| man.identity.ethnicity.clone())
        .collect();
    let (_, key) = Lock::new("four unrelated words here").expect("a lock");
    let (me, file) = (
        key.clearance("Ifeoma Lind"),
        CaseFile::of(programme, partners).expect("each on her side"),
    );
    let view = file.view(&me, &Nowhere);
    let theirs: Vec<String> = view
        .all_partners()
        .iter()
        .map(|partner| view.open(&partner.ethnicity).clone())
        .collect();
    let published = published();
    for (who, all) in [("men", men), ("partners", theirs)] {
        for one in &template.ethnicities {
            let figures = published["ethnicity"][who].as_table().expect("a table");
            let figure = figures.get(&one.key).and_then(toml::Value::as_integer);
            let counted = count(&all, |ethnicity| **ethnicity == one.key);
            assert_eq!(counted, figure.unwrap_or(0), "{who} {}", one.key);
        }
    }
}

#[test]
fn ways_registers_measures_money_and_feedback_are_those_of_the_spreadsheets() {
    let (programme, partners) = records();
    let has = |kind: StepKind| {
        count(&programme.men, |man| {
            man.steps.iter().any(|step| step.kind == kind)
        })
    };
    for (kind, expected) in [
        (StepKind::Referred, 70),
        (StepKind::Assessed, 58),
        (StepKind::Enrolled, 27),
        (StepKind::Completed, 12),
        (StepKind::Suspended, 2),
        (StepKind::Unsuitable, 9),
        (StepKind::WaitingList, 6),
        (StepKind::IndividualWork, 6),
        // 11 out of a group, 10 who withdrew when they were assessed, 12 before.
        (StepKind::DroppedOut, 33),
    ] {
        assert_eq!(has(kind), expected, "{kind:?}");
    }
    let reasons = programme.men.iter().flat_map(|man| &man.steps);
    assert_eq!(count(reasons, |step| !step.reason.is_empty()), 44);
    assert_eq!(
        (programme.attendance.len(), programme.groups.len()),
        (621, 2)
    );
    let measures: Vec<_> = programme.men.iter().flat_map(|man| &man.measures).collect();
    assert_eq!(measures.len(), 93 + 97);
    assert_eq!(
        count(&measures, |one| one.taken == Taken::FollowUp
            && one.key == "readiness"),
        14
    );
    assert_eq!(count(&programme.men, |man| !man.follow_ups.is_empty()), 12);
    assert_eq!(partners.len(), 70);
    let pence: i64 = programme.costs.iter().map(|cost| cost.pence).sum();
    assert_eq!(pence, 925_037);
    assert_eq!(count(&programme.costs, |cost| cost.way == Way::Income), 12);
    for (grade, name) in Grade::ALL
        .into_iter()
        .zip(["very", "satisfied", "quite", "not"])
    {
        for question in 0..11 {
            let given = count(&programme.feedback, |form| {
                form.grades[question] == Some(grade)
            });
            assert_eq!(
                given,
                figure(&format!("training_feedback/{name}/{question}"))
            );
        }
    }
    let referred = programme
        .men
        .iter()
        .filter_map(|man| Some(man.steps.first()?.on));
    let first = referred.clone().min().expect("a day");
    assert_eq!(
        count(referred, |day| (*day - first).num_days() < 366),
        figure("referrals/total_in_first_year")
    );
}

/// The program finds nothing that cannot be in its own sample.
#[test]
fn its_records_hold_together() {
    let (programme, partners) = records();
    let faults = lantern::programme::faults(
        &lantern::programme::Registers::of(&programme),
        sample::programme_today(),
    );
    assert_eq!(faults, []);
    assert!(CaseFile::of(programme, partners).is_ok());
}
