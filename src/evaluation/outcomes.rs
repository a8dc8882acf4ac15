//! What became of it after completion, and what the scales say before and after.

use super::cohort::{Cohort, ManRow};
use super::hers::HerRows;
use crate::model::programme::{
    Answer, FollowUp, FollowUpResult, InformationSource, Measure, MeasureOf, Taken,
};
use crate::programme::Window;
use crate::stats::{Change, Pair, TwoByTwo};
use crate::wall::{Clearance, Walled, WomensSafety};

/// Whether there was a further incident by the account given at a window: what was said where somebody was reached.
pub fn account(follow_ups: &[FollowUp], months: u32) -> Answer {
    let mut reached: Vec<&FollowUp> = follow_ups
        .iter()
        .filter(|one| one.months == months && one.result == FollowUpResult::Reached)
        .collect();
    reached.sort_by_key(|one| one.on);
    let mut told = reached.iter().map(|one| one.incident);
    told.clone()
        .find(|answer| *answer == Answer::Yes)
        .or_else(|| told.next_back())
        .unwrap_or_default()
}

/// What an agency told of further incidents at a window: what it recorded by the end of it, or answered when it was asked. That nothing is recorded is no
/// answer.
pub fn told_by(man: &ManRow, window: &Window, agency: InformationSource) -> Answer {
    let asked = man.follow_ups.iter();
    let mut asked: Vec<&FollowUp> = asked.filter(|one| one.months == window.months).collect();
    asked.sort_by_key(|one| one.on);
    let until = asked.last().map_or(window.on, |one| one.on.max(window.on));
    let mut recorded = man.incidents.iter();
    if recorded.any(|(on, of)| *of == agency && *on <= until) {
        return Answer::Yes;
    }
    let answers = || {
        let answers = asked.iter().map(|one| match agency {
            InformationSource::Police => one.police,
            InformationSource::OtherAgency => one.other_agency,
            InformationSource::Himself | InformationSource::Partner => Answer::NotAsked,
        });
        answers.filter(|answer| *answer != Answer::NotAsked)
    };
    let yes = answers().find(|answer| *answer == Answer::Yes);
    yes.or_else(|| answers().next_back()).unwrap_or_default()
}

/// `None` where nobody knows.
pub fn said(answer: Answer) -> Option<bool> {
    match answer {
        Answer::Yes => Some(true),
        Answer::No => Some(false),
        Answer::NotKnown | Answer::NotAsked => None,
    }
}

/// Whether there was a further incident at a window, of each partner of a man who has completed: his account is the one, hers the other. It tells what
/// she said, and so stays walled; `None`: what partners told was not opened.
pub fn accounts(
    cohort: &Cohort,
    months: u32,
    clearance: &Clearance<WomensSafety>,
) -> Option<Walled<WomensSafety, TwoByTwo>> {
    let hers = cohort.hers.as_ref()?.open(clearance);
    Some(Walled::new(TwoByTwo::of(&accounts_of(
        cohort, hers, months,
    ))))
}

/// Two accounts of one thing, `None` where it is missing.
pub(super) type Accounts = Vec<(Option<bool>, Option<bool>)>;

pub(super) fn accounts_of(cohort: &Cohort, hers: &HerRows, months: u32) -> Accounts {
    let asked = hers.partners.iter().filter(|partner| {
        let mut windows = partner.windows.iter();
        windows.any(|window| window.months == months && window.on <= cohort.today)
    });
    let accounts = asked.map(|partner| {
        let at = cohort.men.binary_search_by_key(&partner.man, |man| man.man);
        let his = at.ok().and_then(|at| cohort.men.get(at));
        let his = his.map_or(Answer::NotAsked, |man| account(&man.follow_ups, months));
        (said(his), said(account(&partner.follow_ups, months)))
    });
    accounts.collect()
}

/// The last value that was taken then.
fn value(measures: &[Measure], key: &str, taken: Taken) -> Option<i32> {
    let of = measures
        .iter()
        .filter(|one| one.key == key && one.taken == taken);
    let last = of.max_by_key(|one| one.on)?;
    i32::try_from(last.value).ok()
}

/// What a measure said of each person at two times, of everybody who was measured at either.
pub fn pairs<'a>(
    people: impl IntoIterator<Item = &'a [Measure]>,
    key: &str,
    (before, after): (Taken, Taken),
) -> Vec<Pair> {
    let pair = |measures: &[Measure]| (value(measures, key, before), value(measures, key, after));
    let was_measured = |measures: &[Measure]| {
        let mut of = measures.iter();
        of.any(|one| one.key == key && [before, after].contains(&one.taken))
    };
    people
        .into_iter()
        .filter(|measures| was_measured(measures))
        .map(pair)
        .collect()
}

/// How a measure of men changed between two times.
pub fn change(cohort: &Cohort, key: &str, between: (Taken, Taken)) -> Change {
    let people = cohort.men.iter().map(|man| &*man.measures);
    Change::of(&pairs(people, key, between))
}

/// The template’s measures of men or of partners, with the times between which a change is told.
pub(super) fn measured(cohort: &Cohort, of: MeasureOf) -> Vec<(String, String, (Taken, Taken))> {
    let measures = cohort.template.measures.iter();
    measures
        .filter(|measure| measure.of == of)
        .flat_map(|measure| {
            let times = [Taken::Halfway, Taken::End, Taken::FollowUp].into_iter();
            times
                .filter(|after| {
                    measure.taken.contains(after) && measure.taken.contains(&Taken::Before)
                })
                .map(|after| {
                    (
                        measure.key.clone(),
                        measure.name.clone(),
                        (Taken::Before, after),
                    )
                })
        })
        .collect()
}
