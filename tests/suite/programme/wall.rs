use lantern::model::programme::{
    Answer, Assessment, Child, Duty, Factor, InformationSource, RiskLevel, Sharing,
};
use lantern::model::{AssessmentId, ConsentId, ManId, StatementId};
use lantern::wall::{
    CaseFile, Clearance, Client, Consent, Facilitators, HerFactor, Output, Partner, Statement,
    Team, Walled, WomensSafety, WrongSide,
};

use super::{Kept, asked, colleague, day, emrys, file, nadia, programme, womens_safety};

pub(super) fn statement(id: i64, kind: &str) -> Statement {
    Statement {
        id: StatementId(id),
        on: day("2025-06-20"),
        kind: kind.to_owned(),
        words: "He follows the car.".into(),
        factors: vec!["stalking".to_owned()],
    }
}

pub(super) fn consent(to: &str, kinds: &[&str]) -> Consent {
    Consent {
        id: ConsentId(1),
        on: day("2025-06-25"),
        to: to.to_owned(),
        kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        withdrawn: Some(day("2025-09-01")),
    }
}

pub(super) fn said(kind: &str, consent: Option<Consent>) -> Partner {
    Partner {
        statements: vec![statement(1, kind)],
        consents: consent.into_iter().collect(),
        ..nadia()
    }
}

#[test]
fn a_colleague_is_cleared_for_no_more_than_their_duty() {
    for (duty, team, condensed) in [
        (Duty::WomensSafety, true, true),
        (Duty::Team, true, true),
        (Duty::Facilitator, false, true),
    ] {
        let one = colleague("Robin Achebe", duty);
        assert_eq!(Clearance::<Team>::of(&one).is_ok(), team, "{duty:?}");
        assert_eq!(
            Clearance::<Facilitators>::of(&one).is_ok(),
            condensed,
            "{duty:?}"
        );
    }
}

#[test]
fn something_of_hers_in_his_file_opens_no_file() {
    let mut man = emrys();
    man.children.push(Child {
        born: None,
        age: None,
        lives_with_him: Answer::Yes,
        biological: Answer::Yes,
        witnessed_violence: Answer::Yes,
        directly_abused: Answer::NotKnown,
        source: InformationSource::Partner,
    });
    let mut hers = programme();
    hers.men.push(man);
    assert_eq!(
        CaseFile::of(hers, vec![]).err(),
        Some(WrongSide::HersInHisFile(ManId(1)))
    );
    assert_eq!(
        CaseFile::of(programme(), vec![nadia()]).err(),
        Some(WrongSide::NoSuchMan(ManId(1)))
    );
}

#[test]
fn facilitators_learn_the_name_of_a_risk_only_with_her_consent() {
    let given = |kinds: &[&str]| Some(consent("Facilitators", kinds));
    for (kind, consent, today, expected) in [
        ("abuse", given(&["abuse"]), "2025-07-01", 1),
        ("abuse", given(&["abuse"]), "2025-09-01", 0),
        (
            "abuse",
            Some(consent("Police", &["abuse"])),
            "2025-07-01",
            0,
        ),
        ("abuse", None, "2025-07-01", 0),
        ("rape", given(&["abuse"]), "2025-07-01", 0),
        ("rape", given(&["rape"]), "2025-07-01", 1),
    ] {
        let mut file = file(emrys(), said(kind, consent));
        file.pass_on(day(today), &womens_safety());
        let me = Clearance::<Facilitators>::of(&colleague("Robin Achebe", Duty::Facilitator));
        let (me, ledger) = (me.expect("cleared"), Kept::default());
        let condensed = file.view(&me, &ledger).condensed(ManId(1));
        let names = condensed.expect("he is known").keep_in_mind;
        assert_eq!(names.len(), expected, "{kind} {today}");
        assert!(
            names.iter().all(|name| name.starts_with("Stalking")),
            "{names:?}"
        );
    }
}

#[test]
fn an_agency_learns_how_he_stands_only_with_consent_or_waiver() {
    for (sharing, today, expected) in [
        (Sharing::NotSettled, "2025-07-01", false),
        (Sharing::Consented(day("2025-06-01")), "2025-07-01", true),
        (Sharing::Consented(day("2025-06-01")), "2025-05-31", false),
        (
            Sharing::Waived {
                on: day("2025-06-01"),
                by: "Social services".to_owned(),
            },
            "2025-07-01",
            true,
        ),
    ] {
        let mut man = emrys();
        man.referral.sharing = sharing;
        let file = file(man, nadia());
        let (police, ledger) = (Clearance::agency("Police"), Kept::default());
        let standing = file.view(&police, &ledger).standing(ManId(1), day(today));
        assert_eq!(standing.is_some(), expected, "{today}");
    }
}

#[test]
fn the_team_learns_whether_an_assessment_is_complete_and_not_what_she_told() {
    for (hers, agencies, incomplete) in [
        (true, true, false),
        (false, true, true),
        (true, false, true),
        (false, false, true),
    ] {
        let source = if agencies {
            InformationSource::Police
        } else {
            InformationSource::Himself
        };
        let (mut man, mut partner) = (emrys(), nadia());
        man.assessments.push(Assessment {
            id: AssessmentId(4),
            on: day("2025-04-24"),
            level: RiskLevel::Medium,
            factors: vec![Factor {
                key: "threats".to_owned(),
                present: Answer::Yes,
                sources: vec![source],
            }],
        });
        partner.factors.extend(hers.then(|| HerFactor {
            assessment: AssessmentId(4),
            key: "stalking".to_owned(),
            present: Answer::Yes,
        }));
        let mut file = file(man, partner);
        file.pass_on(day("2025-07-01"), &womens_safety());
        let (team, ledger) = (
            Clearance::<Team>::of(&colleague("Mei Harris", Duty::Team)),
            Kept::default(),
        );
        let team = team.expect("cleared");
        let told = file.view(&team, &ledger).assessments(ManId(1));
        assert_eq!(
            told[0].incomplete, incomplete,
            "hers {hers}, agencies {agencies}"
        );
        let keys: Vec<&str> = told[0]
            .factors
            .iter()
            .map(|factor| factor.key.as_str())
            .collect();
        assert_eq!(keys, ["threats"]);
        let whole = asked(&file, |view| {
            view.open(&view.assessments(ManId(1)))[0].factors.len()
        });
        assert_eq!(whole, 1 + usize::from(hers));
    }
}

#[test]
fn an_output_holds_what_was_made_for_its_audience_and_below() {
    let mut note = Output::<WomensSafety>::default();
    note.say(&Walled::<Client, String>::from("He attended on Monday."));
    note.say(&Walled::<WomensSafety, String>::from("She is safe."));
    let (note, me) = (note.finished(), womens_safety());
    assert_eq!(note.open(&me), "He attended on Monday.\nShe is safe.\n");
    assert_eq!(format!("{note:?}"), "behind the wall");
}
