use lantern::model::{ConsentId, ManId, PartnerId, StatementId};
use lantern::wall::{Clearance, Ground, Recipient, Refused, What};

use super::wall::{consent, said};
use super::{Kept, asked, day, emrys, file, womens_safety};

fn police() -> Recipient {
    Recipient::Agency("Police".to_owned())
}

fn serious(why: &str, decided_by: &str) -> Ground {
    Ground::SeriousRisk {
        why: why.to_owned(),
        decided_by: decided_by.to_owned(),
    }
}

#[test]
fn a_disclosure_needs_a_ground_that_holds() {
    let by_consent = || Ground::Consent(ConsentId(1));
    let given = |kinds: &[&str]| Some(consent("Police", kinds));
    for (kind, consent, to, ground, on, expected) in [
        (
            "abuse",
            given(&["abuse"]),
            police(),
            by_consent(),
            "2025-07-01",
            None,
        ),
        (
            "abuse",
            given(&["abuse"]),
            police(),
            by_consent(),
            "2025-06-24",
            Some(Refused::NotPermitted),
        ),
        (
            "abuse",
            given(&["abuse"]),
            police(),
            by_consent(),
            "2025-09-01",
            Some(Refused::NotPermitted),
        ),
        (
            "abuse",
            given(&["safety"]),
            police(),
            by_consent(),
            "2025-07-01",
            Some(Refused::NotPermitted),
        ),
        (
            "abuse",
            given(&["abuse"]),
            Recipient::Agency("Health".to_owned()),
            by_consent(),
            "2025-07-01",
            Some(Refused::NotPermitted),
        ),
        (
            "abuse",
            None,
            police(),
            by_consent(),
            "2025-07-01",
            Some(Refused::NotPermitted),
        ),
        (
            "abuse",
            None,
            police(),
            serious("Threat to kill", "Ifeoma Lind"),
            "2025-07-01",
            None,
        ),
        (
            "abuse",
            None,
            police(),
            serious(" ", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::NoReason),
        ),
        (
            "abuse",
            None,
            police(),
            serious("Threat to kill", ""),
            "2025-07-01",
            Some(Refused::NoReason),
        ),
        (
            "abuse",
            None,
            Recipient::Agency(" ".to_owned()),
            serious("Threat", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::ToNobody),
        ),
        (
            "abuse",
            None,
            Recipient::Facilitators,
            serious("Threat", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::CondensedOnly),
        ),
        (
            "rape",
            None,
            police(),
            serious("Threat to kill", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::OnlyWithHerPermission),
        ),
        (
            "hiv_status",
            None,
            police(),
            serious("Threat to kill", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::OnlyWithHerPermission),
        ),
        (
            "unheard_of",
            None,
            police(),
            serious("Threat to kill", "Ifeoma Lind"),
            "2025-07-01",
            Some(Refused::OnlyWithHerPermission),
        ),
        (
            "rape",
            given(&["abuse"]),
            police(),
            by_consent(),
            "2025-07-01",
            Some(Refused::NotPermitted),
        ),
        (
            "rape",
            given(&["rape"]),
            police(),
            by_consent(),
            "2025-07-01",
            None,
        ),
    ] {
        let case = format!("{kind} to {to:?} on {on}");
        let file = file(emrys(), said(kind, consent));
        let found = asked(&file, |view| {
            view.disclose(PartnerId(1), StatementId(1), to, ground, day(on))
        });
        assert_eq!(found.as_ref().err(), expected.as_ref(), "{case}");
        if let Ok(disclosed) = found {
            assert_eq!(
                disclosed.read(&Clearance::agency("Police")),
                Ok("He follows the car."),
                "{case}"
            );
            assert_eq!(
                disclosed.read(&Clearance::agency("Health")),
                Err(Refused::NotForYou),
                "{case}"
            );
            let record = disclosed.record(&womens_safety());
            assert_eq!(
                (record.partner, record.statement),
                (PartnerId(1), StatementId(1)),
                "{case}"
            );
        }
    }
}

#[test]
fn every_look_and_every_disclosure_is_told_to_the_ledger() {
    let file = file(emrys(), said("abuse", None));
    let (me, ledger) = (womens_safety(), Kept::default());
    let view = file.view(&me, &ledger);
    view.partners(ManId(1));
    view.all_partners();
    view.assessments(ManId(1));
    let refused = view.disclose(
        PartnerId(1),
        StatementId(1),
        police(),
        serious("", ""),
        day("2025-07-01"),
    );
    assert!(refused.is_err());
    let told = view.disclose(
        PartnerId(1),
        StatementId(1),
        police(),
        serious("Threat", "Ifeoma Lind"),
        day("2025-07-01"),
    );
    assert!(told.is_ok());
    let looks: Vec<What> = ledger.0.take().into_iter().map(|look| look.what).collect();
    assert_eq!(
        looks,
        [
            What::Partners(ManId(1)),
            What::AllPartners,
            What::Assessments(ManId(1)),
            What::Disclosed {
                partner: PartnerId(1),
                statement: StatementId(1),
                to: police(),
                ground: "serious risk of harm, decided by Ifeoma Lind".to_owned(),
            },
        ]
    );
}
