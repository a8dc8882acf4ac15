use lantern::model::ContactId;
use lantern::model::programme::StepKind;
use lantern::programme::{ContactDuty, ContactKind, ContactState, contact_duties};
use lantern::wall::{Contact, Partner};
use proptest::prelude::*;

use super::{after, asked, day, emrys, file, nadia, step};

fn contact(on: &str, by_telephone: bool, reached: bool) -> Contact {
    Contact {
        id: ContactId(1),
        on: day(on),
        by_telephone,
        reached,
        informed: false,
        words: "".into(),
    }
}

fn duties(partner: Partner, left: Option<(&str, StepKind)>, today: &str) -> Vec<ContactDuty> {
    let mut man = emrys();
    man.steps.extend(left.map(|(on, kind)| step(on, kind)));
    let file = file(man, partner);
    asked(&file, |view| {
        view.open(&contact_duties(view, day(today))).clone()
    })
}

fn state(duties: &[ContactDuty], kind: ContactKind) -> Option<(chrono::NaiveDate, ContactState)> {
    let mut duties = duties.iter();
    let duty = duties.find(|duty| duty.kind == kind)?;
    Some((duty.due, duty.state))
}

#[test]
fn first_information_is_due_two_weeks_after_his_first_contact() {
    let informed = |on: &str| Contact {
        informed: true,
        ..contact(on, false, true)
    };
    for (given, today, expected) in [
        (None, "2025-04-09", None),
        (None, "2025-04-24", Some(ContactState::Due)),
        (None, "2025-04-25", Some(ContactState::Late)),
        (
            Some("2025-04-20"),
            "2025-04-25",
            Some(ContactState::Done(day("2025-04-20"))),
        ),
        (
            Some("2025-05-20"),
            "2025-05-25",
            Some(ContactState::Done(day("2025-05-20"))),
        ),
        (Some("2025-05-20"), "2025-05-19", Some(ContactState::Late)),
    ] {
        let mut partner = nadia();
        partner.contacts.extend(given.map(informed));
        let duties = duties(partner, None, today);
        let found = state(&duties, ContactKind::FirstInformation);
        assert_eq!(
            found,
            expected.map(|state| (day("2025-04-24"), state)),
            "{given:?} {today}"
        );
    }
}

#[test]
fn four_contacts_and_six_telephone_offers_are_spread_over_his_programme() {
    let mut partner = nadia();
    partner.contacts = vec![
        contact("2025-05-01", true, true),
        contact("2025-07-01", true, false),
        contact("2025-08-01", false, true),
    ];
    let duties = duties(partner, None, "2025-10-10");
    for (kind, due, expected) in [
        (
            ContactKind::During(1),
            "2025-08-04",
            ContactState::Done(day("2025-08-01")),
        ),
        (ContactKind::During(2), "2025-10-06", ContactState::Late),
        (ContactKind::During(4), "2026-02-09", ContactState::Due),
        (
            ContactKind::TelephoneOffer(1),
            "2025-07-14",
            ContactState::Done(day("2025-07-01")),
        ),
        (
            ContactKind::TelephoneOffer(2),
            "2025-08-25",
            ContactState::Late,
        ),
        (
            ContactKind::TelephoneOffer(6),
            "2026-02-09",
            ContactState::Due,
        ),
    ] {
        assert_eq!(state(&duties, kind), Some((day(due), expected)), "{kind:?}");
    }
    assert_eq!(state(&duties, ContactKind::AfterLeaving(1)), None);
}

#[test]
fn after_he_left_the_rest_is_owed_no_more_but_a_follow_up_is() {
    let mut partner = nadia();
    partner.contacts = vec![contact("2025-08-01", false, true)];
    let duties = duties(
        partner,
        Some(("2025-09-01", StepKind::DroppedOut)),
        "2025-10-10",
    );
    assert!(state(&duties, ContactKind::During(1)).is_some());
    assert_eq!(state(&duties, ContactKind::During(2)), None);
    assert_eq!(
        state(&duties, ContactKind::AfterLeaving(1)),
        Some((day("2026-03-01"), ContactState::Due))
    );
}

#[test]
fn a_partner_not_at_risk_or_not_yet_known_is_owed_nothing() {
    let calm = Partner {
        at_risk: false,
        ..nadia()
    };
    assert_eq!(duties(calm, None, "2025-10-10"), []);
    assert_eq!(duties(nadia(), None, "2025-04-09"), []);
}

proptest! {
    #[test]
    fn no_duty_is_done_twice_or_late_before_its_day(
        days in prop::collection::vec((0..500_u64, any::<bool>(), any::<bool>(), any::<bool>()), 0..15),
        today in 0..600_u64,
        left in prop::option::of(70..500_u64),
    ) {
        let start = day("2025-04-10");
        let mut man = emrys();
        man.steps.extend(left.map(|days| lantern::model::programme::Step::new(after(start, days), StepKind::DroppedOut)));
        let mut partner = nadia();
        partner.contacts = days
            .iter()
            .map(|(days, by_telephone, reached, informed)| Contact {
                id: ContactId(1),
                on: after(start, *days),
                by_telephone: *by_telephone,
                reached: *reached,
                informed: *informed,
                words: "".into(),
            })
            .collect();
        let today = after(start, today);
        let file = file(man, partner);
        let duties = asked(&file, |view| view.open(&contact_duties(view, today)).clone());
        for (at, duty) in duties.iter().enumerate() {
            match duty.state {
                ContactState::Done(on) => prop_assert!(on <= today),
                ContactState::Late => prop_assert!(duty.due < today),
                ContactState::Due => prop_assert!(duty.due >= today),
            }
            prop_assert!(duties[..at].iter().all(|other| other.kind != duty.kind), "{:?} stands twice", duty.kind);
        }
    }
}
