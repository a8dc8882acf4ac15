//! What partners told, in counts. Made of what was opened for women’s safety work; where it was not, the section says so.

use std::collections::BTreeMap;

use super::changes::changes;
use super::follow_up::windows;
use super::lives::{answer_columns, answered};
use super::pathway::{shares, tally};
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::Cohort;
use crate::evaluation::hers::HerRows;
use crate::evaluation::outcomes::{account, accounts_of};
use crate::model::programme::{Answer, Answers, FollowUpResult, Measure, MeasureOf};
use crate::programme::Window;
use crate::stats::TwoByTwo;
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
    let table = accounts_of(draft.cohort, hers, months);
    section.sheet(both(draft, months, &table));
}

/// His account against hers.
fn both(draft: &mut Draft<'_>, months: u32, table: &TwoByTwo) -> Sheet {
    let name = |what: &str| format!("accounts.{months}.{what}");
    let values: BTreeMap<&str, u64> = [
        ("both", table.both),
        ("only_he", table.only_the_one),
        ("only_she", table.only_the_other),
        ("neither", table.neither),
        ("he_missing", table.the_one_missing),
        ("she_missing", table.the_other_missing),
        ("both_missing", table.both_missing),
    ]
    .into();
    let of = |what: &str| (name(what), values.get(what).copied().unwrap_or(0));
    let pairs = draft.counts.sum(
        &name("pairs"),
        ["both", "only_he", "only_she", "neither"].map(of),
    );
    draft.counts.sum(
        &format!("her_follow_up.{months}.fallen_due"),
        [
            (name("pairs"), pairs),
            of("he_missing"),
            of("she_missing"),
            of("both_missing"),
        ],
    );
    for (total, parts) in [
        ("he_yes", ["both", "only_he"]),
        ("he_no", ["only_she", "neither"]),
        ("she_yes", ["both", "only_she"]),
        ("she_no", ["only_he", "neither"]),
    ] {
        draft.counts.sum(&name(total), parts.map(of));
    }
    // What she said, told here and in the table of her account.
    let she_told = format!("her_incidents.{months} known");
    draft
        .counts
        .sum(&she_told, [(name("pairs"), pairs), of("he_missing")]);
    let kappa = table
        .agreement()
        .and_then(|agreement| agreement.beyond_chance);
    let cells = ["both", "only_he", "only_she", "neither"].map(name);
    let count = |what: &str| Entry::count(name(what));
    let mut sheet = Sheet::new(
        &format!("accounts.{months}"),
        &format!("Was there a further incident within {months} months? His account against hers"),
        &["", "She: yes", "She: no", "Both answered"],
    )
    .about([
        "They say the same in ".into(),
        Number::new(
            name("alike"),
            table
                .alike()
                .and_then(|share| share.share())
                .map(|share| 100.0 * share),
            0,
        )
        .units("", " %")
        .resting_on(cells.clone())
        .into(),
        " of ".into(),
        count("pairs"),
        " pairs; kappa is ".into(),
        Number::new(name("kappa"), kappa, 2)
            .resting_on(cells)
            .into(),
        ". Only she answered: ".into(),
        count("he_missing"),
        "; only he: ".into(),
        count("she_missing"),
        "; neither: ".into(),
        count("both_missing"),
        ".".into(),
    ]);
    sheet.row(
        "He: yes",
        vec![count("both"), count("only_he"), count("he_yes")],
    );
    sheet.row(
        "He: no",
        vec![count("only_she"), count("neither"), count("he_no")],
    );
    sheet.row(
        "All",
        vec![count("she_yes"), count("she_no"), count("pairs")],
    );
    sheet
}
