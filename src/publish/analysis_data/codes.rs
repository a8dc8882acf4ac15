//! What stands in a cell: codes only.

use chrono::NaiveDate;

use crate::model::programme::{Answer, Child, ChildAge, Man, StepKind};

/// Nobody asked, or it is not in the file.
pub const NOT_ASKED: &str = "not_asked";
/// Asked, and not learned.
pub const NOT_KNOWN: &str = "not_known";
/// There is no such step, so no day of it.
pub const NONE: &str = "none";
/// Categories that too few share, joined; and what fits no key of the template.
pub const OTHER: &str = "other";

pub(super) fn answer(answer: Answer) -> String {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::NotKnown => NOT_KNOWN,
        Answer::NotAsked => NOT_ASKED,
    }
    .to_owned()
}

pub(super) fn maybe(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOT_ASKED.to_owned(), |value| value.to_string())
}

/// A key of the template; empty: not asked. What is none is wording, and no wording goes out.
pub(super) fn key<'a>(value: &str, mut known: impl Iterator<Item = &'a str>) -> String {
    match value.trim() {
        "" => NOT_ASKED.to_owned(),
        value if known.any(|key| key == value) => value.to_owned(),
        value if value.eq_ignore_ascii_case("not known") => NOT_KNOWN.to_owned(),
        _ => OTHER.to_owned(),
    }
}

pub(super) fn referred(man: &Man) -> Option<NaiveDate> {
    let steps = man.steps.iter();
    let referrals = steps.filter(|step| step.kind == StepKind::Referred);
    referrals.map(|step| step.on).min()
}

/// Days from his referral on.
pub(super) fn days(man: &Man, day: Option<NaiveDate>) -> String {
    match (referred(man), day) {
        (Some(first), Some(day)) => (day - first).num_days().to_string(),
        _ => NONE.to_owned(),
    }
}

pub(super) fn step(man: &Man, kind: StepKind) -> Option<NaiveDate> {
    let steps = man.steps.iter().filter(|step| step.kind == kind);
    steps.map(|step| step.on).min()
}

/// By date of birth, else by the age that the referral form tells.
pub(super) fn age_band(man: &Man) -> String {
    let by_birth = referred(man)
        .zip(man.born)
        .and_then(|(referred, born)| referred.years_since(born));
    let told = || {
        let mut answers = man.referral.answers.iter();
        let answer = answers.find(|answer| answer.question == "age")?;
        let mut numbers = answer.words.split(|c: char| !c.is_ascii_digit());
        numbers.find_map(|number| number.parse::<u32>().ok())
    };
    match by_birth.or_else(told) {
        None if man.referral.answers.iter().any(|one| one.question == "age") => {
            NOT_KNOWN.to_owned()
        }
        None => NOT_ASKED.to_owned(),
        Some(..18) => "under_18".to_owned(),
        Some(18..25) => "18_to_24".to_owned(),
        Some(25..35) => "25_to_34".to_owned(),
        Some(35..45) => "35_to_44".to_owned(),
        Some(45..55) => "45_to_54".to_owned(),
        Some(_) => "55_and_over".to_owned(),
    }
}

/// On the day `on`, by day of birth, else as it was told.
pub(super) fn child_band(child: &Child, on: Option<NaiveDate>) -> String {
    let years = child.born.zip(on);
    let by_birth = years.and_then(|(born, on)| on.years_since(born));
    let told = || child.age.map(ChildAge::band);
    match by_birth.map(ChildAge::band_of).or_else(told) {
        None => NOT_ASKED,
        Some(ChildAge::UnderFive) => "0_to_4",
        Some(ChildAge::FiveToNine) => "5_to_9",
        Some(ChildAge::TenToFifteen) => "10_to_15",
        Some(ChildAge::SixteenOrSeventeen) => "16_to_17",
        Some(ChildAge::GrownUp | ChildAge::Years(_)) => "18_and_over",
    }
    .to_owned()
}

pub(super) fn units_band(tenths: Option<u32>) -> String {
    match tenths {
        None => NOT_ASKED,
        Some(..=140) => "0_to_14",
        Some(141..=210) => "over_14_to_21",
        Some(211..=500) => "over_21_to_50",
        Some(_) => "over_50",
    }
    .to_owned()
}
