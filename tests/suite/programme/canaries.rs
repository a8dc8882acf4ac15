//! A canary in every field of a partner’s file; nothing that anybody below women’s safety work can be given holds one.

use lantern::model::programme::{
    Answer, Assessment, Attendance, Duty, Factor, FollowUp, FollowUpResult, InformationSource,
    Mark, Measure, RiskLevel, Sharing, StepKind, Taken,
};
use lantern::model::{
    AssessmentId, ConcernId, ConsentId, ContactId, GroupId, ManId, PartnerId, SessionId,
    StatementId,
};
use lantern::programme::{
    Registers, contact_duties, couples_work, faults, follow_up_of_partners, notices, sheet_of,
};
use lantern::publish::group_sheet_data;
use lantern::wall::{
    ByDuty, CaseFile, Clearance, Consent, Contact, CouplesAnswers, DisclosureRecord, Facilitators,
    Ground, HerFactor, HerIncident, NoticeGiven, Partner, Recipient, Relationship, SafetyConcern,
    Statement, Support, Team, Told,
};
use proptest::prelude::*;

use super::{Kept, asked, colleague, day, emrys, programme, step, womens_safety};

/// A partner’s file in which every text holds `word` and every number and day is `odd`.
pub(super) fn partner(word: &str, odd: u32, on: chrono::NaiveDate) -> Partner {
    let text = |field: &str| format!("{word}-{field}");
    let walled = |field: &str| lantern::wall::Walled::new(text(field));
    Partner {
        id: PartnerId(1),
        man: ManId(1),
        relationship: Relationship::Former,
        at_risk: true,
        name: walled("name"),
        worker: text("worker"),
        ethnicity: walled("ethnicity"),
        known_since: day("2025-04-10"),
        contacts: vec![Contact {
            id: ContactId(1),
            on,
            by_telephone: true,
            reached: true,
            informed: true,
            words: walled("contact"),
        }],
        consents: vec![Consent {
            id: ConsentId(1),
            on: day("2025-04-10"),
            to: "Facilitators".to_owned(),
            kinds: vec![text("kind"), "abuse".to_owned()],
            withdrawn: None,
        }],
        statements: vec![Statement {
            id: StatementId(1),
            on,
            kind: "abuse".to_owned(),
            words: walled("statement"),
            factors: vec![text("factor"), "stalking".to_owned()],
        }],
        incidents: vec![HerIncident {
            on,
            told: on,
            physical: Answer::Yes,
            words: walled("incident"),
        }],
        concerns: vec![SafetyConcern {
            id: ConcernId(1),
            on,
            words: walled("concern"),
        }],
        notices: vec![NoticeGiven {
            on,
            of: Told::Concern(ConcernId(1)),
        }],
        factors: vec![HerFactor {
            assessment: AssessmentId(1),
            key: text("assessed"),
            present: Answer::Yes,
        }],
        follow_ups: vec![FollowUp {
            months: 6,
            on,
            result: FollowUpResult::Reached,
            incident: Answer::Yes,
            measures: vec![(text("follow-up"), odd)],
            police: Answer::Yes,
            other_agency: Answer::NotAsked,
        }],
        measures: vec![Measure {
            key: text("measure"),
            on,
            taken: Taken::End,
            value: odd,
        }],
        couples_work: Some(CouplesAnswers {
            present: vec![(text("barrier"), Answer::Yes)],
            last_violence: Some(on),
            ..CouplesAnswers::default()
        }),
        support: vec![Support {
            what: walled("support"),
            offered: on,
            taken: Answer::Yes,
        }],
        disclosures: vec![DisclosureRecord {
            partner: PartnerId(1),
            statement: StatementId(1),
            to: Recipient::Agency(text("agency")),
            ground: Ground::ChildSafety {
                why: text("why"),
                decided_by: text("decided"),
            },
            on,
            by: text("by"),
        }],
    }
}

fn file(partner: Partner) -> CaseFile {
    let mut man = emrys();
    man.referral.sharing = Sharing::Consented(day("2025-04-10"));
    man.steps.push(step("2026-02-02", StepKind::Completed));
    man.assessments.push(Assessment {
        id: AssessmentId(1),
        on: day("2025-04-24"),
        level: RiskLevel::High,
        factors: vec![Factor {
            key: "control".to_owned(),
            present: Answer::Yes,
            sources: vec![InformationSource::Police],
        }],
    });
    let mut programme = programme();
    programme.men.push(man);
    programme.attendance.push(Attendance {
        man: ManId(1),
        session: SessionId(1),
        mark: Mark::Attended,
    });
    let mut file = CaseFile::of(programme, vec![partner]).expect("each on the right side");
    file.pass_on(day("2028-01-01"), &womens_safety());
    file
}

/// Everything that views below women’s safety work give, and everything that says something of itself, as text.
fn all_below(file: &CaseFile, today: chrono::NaiveDate) -> String {
    let ledger = Kept::default();
    let mut seen = vec![format!("{file:?}")];
    let police = Clearance::agency("Police");
    let his = Clearance::client(ManId(1));
    let facilitator = colleague("Robin Achebe", Duty::Facilitator);
    let facilitator = Clearance::<Facilitators>::of(&facilitator).expect("cleared");
    let team = Clearance::<Team>::of(&colleague("Mei Harris", Duty::Team)).expect("cleared");

    let view = file.view(&his, &ledger);
    seen.push(format!("{view:?} {:?}", view.own_file().expect("his own")));
    let view = file.view(&police, &ledger);
    let standing = view.standing(ManId(1), today);
    seen.push(format!("{view:?} {:?}", standing.expect("he consented")));
    let view = file.view(&facilitator, &ledger);
    let condensed = view.condensed(ManId(1)).expect("he is known");
    assert!(!condensed.keep_in_mind.is_empty(), "she consented to it");
    let seen_by_team = file.view(&team, &ledger);
    let of = (GroupId(1), day("2026-02-01"));
    let sheet = sheet_of(&view, seen_by_team.programme(), of, 12).expect("a group");
    let his = sheet.lines.iter().find(|line| line.man == ManId(1));
    let his = his.expect("he holds a place");
    assert_eq!(his.keep_in_mind, condensed.keep_in_mind);
    seen.push(format!(
        "{view:?} {condensed:?} {:?} {sheet:?} {}",
        view.roster(SessionId(1)),
        group_sheet_data("Riverside", &sheet),
    ));
    let view = file.view(&team, &ledger);
    seen.push(format!(
        "{view:?} {:?} {:?}",
        view.programme(),
        view.assessments(ManId(1))
    ));
    seen.push(format!(
        "{:?}",
        faults(&Registers::of(view.programme()), today)
    ));

    asked(file, |view| {
        let disclosed = view.disclose(
            PartnerId(1),
            StatementId(1),
            Recipient::Agency("Police".to_owned()),
            Ground::ChildSafety {
                why: "A child".to_owned(),
                decided_by: "Ifeoma Lind".to_owned(),
            },
            today,
        );
        seen.push(format!("{disclosed:?} {:?}", view.partners(ManId(1))));
        seen.push(format!(
            "{:?} {:?}",
            contact_duties(view, today),
            notices(view, today)
        ));
        seen.push(format!("{:?}", couples_work(view, PartnerId(1), today)));
        seen.push(format!("{:?}", follow_up_of_partners(view, today)));
    });
    seen.push(format!("{:?}", ledger.0.take()));
    seen.join("\n")
}

/// What a refused view says of why.
fn refusal<A: ByDuty>(duty: Duty) -> String {
    let refused = Clearance::<A>::of(&colleague("Robin Achebe", duty));
    refused
        .map(|_| String::new())
        .unwrap_or_else(|refused| refused.to_string())
}

#[test]
fn a_refusal_says_who_and_what_for_and_nothing_of_hers() {
    assert_eq!(
        refusal::<Team>(Duty::Facilitator),
        "Robin Achebe does not belong to “Programme team”. Whoever keeps the list of colleagues can change that."
    );
}

#[test]
fn the_canaries_are_there_to_be_found() {
    let file = file(partner("kestrel", 8_675_309, day("2025-08-13")));
    asked(&file, |view| {
        let hers = view.partners(ManId(1))[0];
        assert_eq!(view.open(&hers.name), "kestrel-name");
        assert_eq!(view.open(&hers.statements[0].words), "kestrel-statement");
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_of_hers_appears_below_womens_safety_work(
        word in "[a-z]{3} ?[A-Z][a-z]{5}é[a-z]{3}",
        odd in 1_000_000..u32::MAX,
        days in 0..200_u64,
    ) {
        // A day that nothing on his side has: his sessions are on Mondays, his steps on none of these.
        let on = super::after(day("2027-01-05"), days);
        let today = super::after(on, 30);
        let seen = all_below(&file(partner(&word, odd, on)), today);
        for canary in [word, odd.to_string(), on.to_string(), on.format("%-d %B %Y").to_string()] {
            prop_assert!(!seen.contains(&canary), "“{}” is told in\n{}", canary, seen);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// Without her consent and outside her own part of the assessment, the file below is the same whether she said anything or not.
    #[test]
    fn a_client_and_an_agency_see_the_same_whether_she_was_in_contact_or_not(odd in any::<u32>(), days in 0..200_u64) {
        let on = super::after(day("2025-05-01"), days);
        let today = day("2026-03-01");
        let silent = Partner::new(PartnerId(1), ManId(1), day("2025-04-10"));
        let told = [file(partner("kestrel", odd, on)), file(silent)].map(|file| {
            let (his, police) = (Clearance::client(ManId(1)), Clearance::agency("Police"));
            let ledger = Kept::default();
            let own = file.view(&his, &ledger).own_file();
            let standing = file.view(&police, &ledger).standing(ManId(1), today);
            (own, standing, ledger.0.take())
        });
        prop_assert_eq!(&told[0], &told[1]);
    }
}
