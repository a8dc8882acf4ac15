//! What partners told, in counts. Made of what was opened for women’s safety work; where it was not, the section says so.

use super::agreement::{Two, agreement};
use super::changes::changes;
use super::follow_up::windows;
use super::lives::{answer_columns, answered};
use super::shares::shares;
use super::table::{Entry, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::Cohort;
use crate::evaluation::counts::tally;
use crate::evaluation::hers::HerRows;
use crate::evaluation::outcomes::{account, accounts_of};
use crate::model::programme::{Answer, Answers, FollowUpResult, Measure, MeasureOf};
use crate::programme::Window;
use crate::wall::Relationship;

const PARTNERS: &str = "partners.all";

pub(super) fn partners(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("partners", "Partners and former partners");
    let Some(hers) = draft.hers else {
        section.words(vec![
            "What partners told is not in this evaluation: their part of the file was locked when it was made. So nothing here says how safe they are, and his account of further incidents stands alone.".into(),
        ]);
        return section;
    };
    let all = draft
        .counts
        .sum("partners.of_file", [(PARTNERS, hers.partners.len() as u64)]);
    section.words(vec![
        Entry::count(PARTNERS),
        " partners and former partners are in the file, each counted apart. Their part of the file was open when this was made.".into(),
    ]);
    if all == 0 {
        return section;
    }
    who(draft, &mut section, hers);
    support(draft, &mut section, hers);
    let of: Vec<&[Window]> = hers.partners.iter().map(|one| &*one.windows).collect();
    let sheet = windows(
        draft,
        ("her_follow_up", "Follow-up of the partners"),
        &of,
        (PARTNERS, all),
    );
    section.sheet(sheet);
    for months in draft.cohort.template.follow_up.months.clone() {
        told(draft, &mut section, hers, months);
    }
    let people: Vec<&[Measure]> = hers.partners.iter().map(|one| &*one.measures).collect();
    changes(draft, &mut section, MeasureOf::Partner, &people, PARTNERS);
    section
}

fn who(draft: &mut Draft<'_>, section: &mut Drafted, hers: &HerRows) {
    let cohort = draft.cohort;
    let keys = || hers.partners.iter().map(|one| &*one.ethnicity);
    let named = Cohort::named(&cohort.template.ethnicities, keys());
    let sheet = shares(
        draft,
        (
            "ethnicity.partners",
            "Ethnicity of the partners",
            "Ethnicity",
        ),
        PARTNERS,
        &named,
        &tally(keys()),
    );
    section.sheet(sheet);
    let relationship = |of: Relationship| match of {
        Relationship::Current => "current",
        Relationship::Former => "former",
    };
    let counted = tally(
        hers.partners
            .iter()
            .map(|one| relationship(one.relationship)),
    );
    let named = [("current", "Partner"), ("former", "Former partner")]
        .map(|(key, words)| (key.to_owned(), words.to_owned()));
    let sheet = shares(
        draft,
        (
            "partners.relationship",
            "Partners and former partners",
            "She is",
        ),
        PARTNERS,
        &named,
        &counted,
    );
    section.sheet(sheet);
}

fn support(draft: &mut Draft<'_>, section: &mut Drafted, hers: &HerRows) {
    let offered = "partners.support_offered";
    let any = hers
        .partners
        .iter()
        .filter(|one| !one.support.is_empty())
        .count() as u64;
    draft
        .counts
        .part(offered, any, (PARTNERS, hers.partners.len() as u64));
    let mut sheet = Sheet::new(
        "partners.support",
        "Support taken up",
        &answer_columns("Support"),
    )
    .about([
        "Support was offered to ".into(),
        Entry::share(offered, PARTNERS),
        " partners.".into(),
    ]);
    let taken = hers
        .partners
        .iter()
        .filter(|one| !one.support.is_empty())
        .map(|one| {
            let answers = || one.support.iter().map(|(_, taken)| *taken);
            let has = |answer: Answer| answers().any(|one| one == answer);
            [Answer::Yes, Answer::NotKnown, Answer::NotAsked]
                .into_iter()
                .find(|answer| has(*answer))
                .unwrap_or(Answer::No)
        });
    let taken = Answers::count(taken);
    answered(
        draft,
        &mut sheet,
        ("partners.support_taken", "Any, of those offered it"),
        offered,
        taken,
    );
    section.sheet(sheet);
}

fn told(draft: &mut Draft<'_>, section: &mut Drafted, hers: &HerRows, months: u32) {
    let reached = format!("her_follow_up.{months}.reached");
    let due = format!("her_follow_up.{months}.fallen_due");
    if draft.counts.value(&due).unwrap_or(0) == 0 {
        return;
    }
    if draft.counts.value(&reached) == Some(0) {
        section.words(vec![
            format!("{months} months after completion none of ").into(),
            Entry::count(&*due),
            " partners who were due could be reached.".into(),
        ]);
        return;
    }
    let mut sheet = Sheet::new(
        &format!("her_incidents.{months}"),
        &format!("Further incidents within {months} months, by the partners’ account"),
        &answer_columns("Source"),
    )
    .about([
        "Reached: ".into(),
        Entry::share(&*reached, &*due),
        " of those due.".into(),
    ]);
    let answers = hers.partners.iter().filter(|one| {
        let mut tried = one.follow_ups.iter();
        !one.windows.is_empty()
            && tried.any(|one| one.months == months && one.result == FollowUpResult::Reached)
    });
    let answers = Answers::count(answers.map(|one| account(&one.follow_ups, months)));
    let name = format!("her_incidents.{months}");
    answered(draft, &mut sheet, (&name, "Her account"), &reached, answers);
    section.sheet(sheet);
    let accounts = accounts_of(draft.cohort, hers, months);
    let two = Two {
        key: &format!("accounts.{months}"),
        title: &format!(
            "Was there a further incident within {months} months? His account against hers"
        ),
        the_other: ("she", "She", "she"),
        whole: &due,
        his: None,
        theirs: &name,
    };
    section.sheet(agreement(draft, &two, &accounts));
}
