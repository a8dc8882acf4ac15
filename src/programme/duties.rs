use chrono::{Days, Months, NaiveDate};

use super::pathway::{in_order, left_on, started_on};
use crate::model::programme::{Man, ProgrammeTemplate, StepKind};
use crate::model::{ManId, PartnerId};
use crate::wall::{Contact, Hers, Partner, View, Walled, WomensSafety};

/// A contact that is owed to a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDuty {
    pub partner: PartnerId,
    pub man: ManId,
    pub kind: ContactKind,
    pub due: NaiveDate,
    pub state: ContactState,
}

/// The number, from 1, where several of a kind are owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactKind {
    FirstInformation,
    During(u32),
    TelephoneOffer(u32),
    AfterLeaving(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactState {
    /// On this day, which may be after it was due.
    Done(NaiveDate),
    /// Not done, and its day has not passed.
    Due,
    /// Not done, and its day has passed.
    Late,
}

/// What is owed to each partner at risk by the template, as it stands on `today`: by man, then by partner, then by day.
///
/// The contacts during his programme are spread evenly over its sessions’ weeks (ours; the standard gives their number only). After he left, those that
/// were not yet due are owed no more. Contact after leaving is due by the first follow-up window.
pub fn contact_duties(view: &View<'_, WomensSafety>, today: NaiveDate) -> Hers<Vec<ContactDuty>> {
    let programme = view.programme();
    let mut duties: Vec<ContactDuty> = view
        .all_partners()
        .iter()
        .filter(|partner| partner.at_risk && partner.known_since <= today)
        .filter_map(|partner| Some((partner, programme.man(partner.man)?)))
        .flat_map(|(partner, man)| of_partner(partner, man, &programme.template, today))
        .collect();
    duties.sort_by_key(|duty| (duty.man, duty.partner, duty.due));
    Walled::new(duties)
}

fn of_partner(
    partner: &Partner,
    man: &Man,
    template: &ProgrammeTemplate,
    today: NaiveDate,
) -> Vec<ContactDuty> {
    let mut owed = Owed {
        partner,
        today,
        duties: Vec::new(),
    };
    if let Some(first) = first_contact(man, today) {
        let from = first.max(partner.known_since);
        let due = after_days(from, template.contact.first_information_days);
        let informed = owed.days(|contact| contact.informed);
        owed.add(ContactKind::FirstInformation, due, informed.first());
    }
    let left = left_on(man, today);
    if let Some(started) = started_on(man, today) {
        during(&mut owed, template, started, left);
    }
    if let Some(left) = left {
        let reached = owed.days(|contact| contact.reached && contact.on > left);
        let window = template.follow_up.months.first().copied().unwrap_or(0);
        let due = left
            .checked_add_months(Months::new(window))
            .unwrap_or(NaiveDate::MAX);
        for (number, at) in (1..=template.contact.after_leaving).zip(0..) {
            owed.add(ContactKind::AfterLeaving(number), due, reached.get(at));
        }
    }
    owed.duties
}

fn during(
    owed: &mut Owed<'_>,
    template: &ProgrammeTemplate,
    started: NaiveDate,
    left: Option<NaiveDate>,
) {
    let within =
        |contact: &Contact| contact.on >= started && left.is_none_or(|left| contact.on <= left);
    let reached = owed.days(|contact| contact.reached && within(contact));
    let telephone = owed.days(|contact| contact.by_telephone && within(contact));
    let from = started.max(owed.partner.known_since);
    let days = template.sessions.number * 7;
    let share = |number: u32, of: u32| after_days(from, days * number / of.max(1));
    let contact = &template.contact;
    for (number, at) in (1..=contact.during).zip(0..) {
        let due = share(number, contact.during);
        if left.is_none_or(|left| due <= left) || at < reached.len() {
            owed.add(ContactKind::During(number), due, reached.get(at));
        }
    }
    for (number, at) in (1..=contact.telephone_offers).zip(0..) {
        let due = share(number, contact.telephone_offers);
        if left.is_none_or(|left| due <= left) || at < telephone.len() {
            owed.add(ContactKind::TelephoneOffer(number), due, telephone.get(at));
        }
    }
}

/// What is owed to one partner, as it is gathered.
struct Owed<'a> {
    partner: &'a Partner,
    today: NaiveDate,
    duties: Vec<ContactDuty>,
}

impl Owed<'_> {
    /// Days of her contacts that are `meant`, up to today, in order.
    fn days(&self, meant: impl Fn(&Contact) -> bool) -> Vec<NaiveDate> {
        let contacts = self.partner.contacts.iter();
        let mut days: Vec<NaiveDate> = contacts
            .filter(|contact| contact.on <= self.today && meant(contact))
            .map(|contact| contact.on)
            .collect();
        days.sort();
        days
    }

    fn add(&mut self, kind: ContactKind, due: NaiveDate, done: Option<&NaiveDate>) {
        let state = match done {
            Some(on) => ContactState::Done(*on),
            None if due < self.today => ContactState::Late,
            None => ContactState::Due,
        };
        self.duties.push(ContactDuty {
            partner: self.partner.id,
            man: self.partner.man,
            kind,
            due,
            state,
        });
    }
}

/// The first step after his referral: a referral is somebody else’s contact.
fn first_contact(man: &Man, today: NaiveDate) -> Option<NaiveDate> {
    in_order(man)
        .into_iter()
        .find(|step| step.kind != StepKind::Referred && step.on <= today)
        .map(|step| step.on)
}

/// The day `days` after `day`; the end of the calendar where there is none.
pub(super) fn after_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}
