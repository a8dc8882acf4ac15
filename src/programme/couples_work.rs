use chrono::NaiveDate;

use super::attendance::register;
use crate::model::PartnerId;
use crate::model::programme::{Answer, Man, Programme};
use crate::wall::{CouplesAnswers, Hers, Partner, View, Walled, WomensSafety};

/// Whether couples work may be offered to her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// Every condition that is not met, as a sentence. What is not known is not met.
    pub unmet: Vec<String>,
}

impl Eligibility {
    pub fn is_eligible(&self) -> bool {
        self.unmet.is_empty()
    }
}

/// Eligibility of one partner and her man on `today`; `None` where there is no such partner. The answer would tell him what she said: it is walled.
pub fn couples_work(
    view: &View<'_, WomensSafety>,
    partner: PartnerId,
    today: NaiveDate,
) -> Option<Hers<Eligibility>> {
    let programme = view.programme();
    let partners = view.all_partners();
    let partner = partners.iter().find(|known| known.id == partner)?;
    let man = programme.man(partner.man)?;
    let nobody_asked = CouplesAnswers::default();
    let answers = partner.couples_work.as_ref().unwrap_or(&nobody_asked);
    let mut unmet = Vec::new();
    sessions(programme, man, answers, today, &mut unmet);
    agreement(answers, &mut unmet);
    violence(programme, man, partner, answers, today, &mut unmet);
    for barrier in &programme.template.couples_work.must_not_be {
        let given = answers.present.iter().find(|(key, _)| *key == barrier.key);
        match given.map_or(Answer::NotAsked, |(_, answer)| *answer) {
            Answer::No => {}
            Answer::Yes => unmet.push(format!("{}.", barrier.name)),
            unknown => unmet.push(format!(
                "{}: {}.",
                barrier.name,
                unknown.words().to_lowercase()
            )),
        }
    }
    incidents(man, partner, today, &mut unmet);
    Some(Walled::new(Eligibility { unmet }))
}

/// Sessions enough, or a recognised programme finished and a new assessment since; and the week from which on it is offered.
fn sessions(
    programme: &Programme,
    man: &Man,
    answers: &CouplesAnswers,
    today: NaiveDate,
    unmet: &mut Vec<String>,
) {
    if answers.finished_elsewhere == Answer::Yes {
        require(
            answers.assessed_again,
            "He was assessed again after the programme that he finished elsewhere",
            unmet,
        );
        return;
    }
    let template = &programme.template;
    let register = register(programme, man, today);
    let least = template.couples_work.least_sessions;
    if register.counted() < least as usize {
        unmet.push(format!(
            "He has attended {} of {} sessions; {least} are needed.",
            register.counted(),
            template.sessions.number
        ));
    }
    let from = template.couples_work.offered_from_week;
    if register.week() < from as usize {
        unmet.push(format!(
            "This is week {} of his programme; it is offered from week {from} on.",
            register.week()
        ));
    }
}

fn agreement(answers: &CouplesAnswers, unmet: &mut Vec<String>) {
    for (answer, condition) in [
        (
            answers.progress_confirmed_by_her,
            "She confirms his progress",
        ),
        (answers.she_wants_it, "She wants it, asked alone"),
        (answers.he_wants_it, "He wants it, asked alone"),
        (
            answers.she_was_interviewed_alone,
            "She was interviewed alone",
        ),
        (answers.he_was_interviewed_alone, "He was interviewed alone"),
    ] {
        require(answer, condition, unmet);
    }
}

fn require(answer: Answer, condition: &str, unmet: &mut Vec<String>) {
    if answer != Answer::Yes {
        unmet.push(format!("{condition}: {}.", answer.words().to_lowercase()));
    }
}

/// Physical violence by any account. Where it is not known whether an incident was physical, it counts.
fn violence(
    programme: &Programme,
    man: &Man,
    partner: &Partner,
    answers: &CouplesAnswers,
    today: NaiveDate,
    unmet: &mut Vec<String>,
) {
    let weeks = programme.template.couples_work.weeks_without_violence;
    let his = man
        .incidents
        .iter()
        .map(|incident| (incident.on, incident.physical));
    let hers = partner
        .incidents
        .iter()
        .map(|incident| (incident.on, incident.physical));
    let last = his
        .chain(hers)
        .filter(|(_, physical)| *physical != Answer::No)
        .map(|(on, _)| on)
        .chain(answers.last_violence)
        .filter(|on| *on <= today)
        .max();
    if let Some(last) = last
        && (today - last).num_days() < i64::from(weeks) * 7
    {
        unmet.push(format!(
            "There was physical violence on {}, less than {weeks} weeks ago.",
            last.format("%-d %B %Y")
        ));
    }
}

/// Any reported incident asks for a new assessment.
fn incidents(man: &Man, partner: &Partner, today: NaiveDate, unmet: &mut Vec<String>) {
    let his = man.incidents.iter().map(|incident| incident.told);
    let hers = partner.incidents.iter().map(|incident| incident.told);
    let reported = his.chain(hers).filter(|told| *told <= today).max();
    let assessments = man.assessments.iter().map(|assessment| assessment.on);
    let assessed = assessments.filter(|on| *on <= today).max();
    if let Some(reported) = reported
        && assessed.is_none_or(|assessed| assessed <= reported)
    {
        unmet.push(format!(
            "An incident was reported on {}; the risk has not been assessed since.",
            reported.format("%-d %B %Y")
        ));
    }
}
