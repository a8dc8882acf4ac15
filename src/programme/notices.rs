use chrono::NaiveDate;

use super::attendance::Registers;
use super::duties::after_days;
use crate::model::programme::{Man, OwesNotice, Programme, StepKind};
use crate::model::{ManId, PartnerId};
use crate::wall::{Hers, Partner, Told, View, Walled, WomensSafety};

/// Something that a partner must be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub partner: PartnerId,
    pub man: ManId,
    pub of: Told,
    pub happened: NaiveDate,
    /// The last day on which it is in time.
    pub by: NaiveDate,
    pub state: NoticeState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeState {
    /// On this day, which may be too late.
    Told(NaiveDate),
    Owed,
    Overdue,
}

/// What each partner at risk must be told of by the template, as it stands on `today`; what is to be told soonest first. Of what happened before the
/// programme knew of her she is told within the same time from that day on.
pub fn notices(view: &View<'_, WomensSafety>, today: NaiveDate) -> Hers<Vec<Notice>> {
    let programme = view.programme();
    let registers = Registers::of(programme);
    let mut notices = Vec::new();
    for partner in view.all_partners() {
        let man = programme.man(partner.man);
        let Some(man) = man.filter(|_| partner.at_risk && partner.known_since <= today) else {
            continue;
        };
        let within = programme.template.notices.within_days;
        let events = events(programme, &registers, man, today).into_iter();
        notices.extend(
            events.map(|(event, on)| notice(partner, Told::Event(event, on), on, within, today)),
        );
        let at_once = programme.template.notices.safety_within_days;
        let concerns = partner.concerns.iter().filter(|known| known.on <= today);
        notices.extend(
            concerns
                .map(|known| notice(partner, Told::Concern(known.id), known.on, at_once, today)),
        );
    }
    notices.sort_by_key(|notice| (notice.by, notice.man, notice.partner));
    Walled::new(notices)
}

/// What happened that owes a notice by the template.
fn events(
    programme: &Programme,
    registers: &Registers<'_>,
    man: &Man,
    today: NaiveDate,
) -> Vec<(OwesNotice, NaiveDate)> {
    let steps = man.steps.iter().filter(|step| step.on <= today);
    let steps = steps.filter_map(|step| Some((of_step(step.kind)?, step.on)));
    let absences = registers.register(man, today).runs.into_iter();
    let absences = absences.filter_map(|run| run.significant_on);
    steps
        .chain(absences.map(|on| (OwesNotice::SignificantAbsence, on)))
        .filter(|(event, _)| programme.template.notices.events.contains(event))
        .collect()
}

fn of_step(kind: StepKind) -> Option<OwesNotice> {
    match kind {
        StepKind::Unsuitable => Some(OwesNotice::Unsuitable),
        StepKind::Completed => Some(OwesNotice::Completed),
        StepKind::DroppedOut => Some(OwesNotice::DroppedOut),
        StepKind::Suspended => Some(OwesNotice::Suspended),
        _ => None,
    }
}

fn notice(
    partner: &Partner,
    of: Told,
    happened: NaiveDate,
    within: u32,
    today: NaiveDate,
) -> Notice {
    let by = after_days(happened.max(partner.known_since), within);
    let told = partner
        .notices
        .iter()
        .filter(|given| given.of == of)
        .map(|given| given.on)
        .filter(|on| (happened..=today).contains(on))
        .min();
    let state = match told {
        Some(on) => NoticeState::Told(on),
        None if by < today => NoticeState::Overdue,
        None => NoticeState::Owed,
    };
    Notice {
        partner: partner.id,
        man: partner.man,
        of,
        happened,
        by,
        state,
    }
}
