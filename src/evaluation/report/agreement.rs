//! Two accounts of one thing side by side: his, and somebody else’s.

use super::Draft;
use super::table::{Entry, Number, Sheet};
use crate::stats::TwoByTwo;

/// Whose accounts are set side by side.
pub(super) struct Two<'a> {
    pub key: &'a str,
    pub title: &'a str,
    /// Key, heading, and within a sentence, of whoever is not he.
    pub the_other: (&'a str, &'a str, &'a str),
    /// The count of all who could have answered.
    pub whole: &'a str,
    /// The count of his own “yes” elsewhere in the report, where that is of the same people.
    pub his: Option<&'a str>,
    /// The count of the other’s.
    pub theirs: &'a str,
}

impl Two<'_> {
    /// What the count is called, within the table, to which two answers belong; `None`: not known.
    pub(super) fn cell(&self, answers: (Option<bool>, Option<bool>)) -> String {
        let other = self.the_other.0;
        let said = |yes| if yes { "yes" } else { "no" };
        match answers {
            (Some(true), Some(true)) => "both".to_owned(),
            (Some(true), Some(false)) => "only_he".to_owned(),
            (Some(false), Some(true)) => format!("only_{other}"),
            (Some(false), Some(false)) => "neither".to_owned(),
            (None, Some(they)) => format!("he_missing {}", said(they)),
            (Some(he), None) => format!("{other}_missing {}", said(he)),
            (None, None) => "both_missing".to_owned(),
        }
    }
}

/// What both say, with how far they agree. What is told of the same answers elsewhere is noted beside it, so that no small number follows from the two.
pub(super) fn agreement(
    draft: &mut Draft<'_>,
    two: &Two<'_>,
    accounts: &[(Option<bool>, Option<bool>)],
) -> Sheet {
    let (key, heading, other) = two.the_other;
    let name = |what: &str| format!("{}.{what}", two.key);
    let count = |he: Option<bool>, they: Option<bool>| {
        accounts.iter().filter(|one| **one == (he, they)).count() as u64
    };
    let only_he = "only_he".to_owned();
    let only_they = format!("only_{key}");
    let (they_yes, they_no) = (format!("{key}_yes"), format!("{key}_no"));
    let they_missing = format!("{key}_missing");
    let (yes, no) = (Some(true), Some(false));
    let both = ("both".to_owned(), count(yes, yes));
    let he_alone = (only_he, count(yes, no));
    let they_alone = (only_they, count(no, yes));
    let neither = ("neither".to_owned(), count(no, no));
    let named = |(what, value): &(String, u64)| (name(what), *value);
    let pairs = [&both, &he_alone, &they_alone, &neither].map(named);
    let pairs = draft.counts.sum(&name("pairs"), pairs);
    for (total, parts) in [
        ("he_yes", [&both, &he_alone]),
        ("he_no", [&they_alone, &neither]),
        (&*they_yes, [&both, &they_alone]),
        (&*they_no, [&he_alone, &neither]),
    ] {
        draft.counts.sum(&name(total), parts.map(named));
    }
    let missing = |draft: &mut Draft<'_>, what: &str, (one, other): (u64, u64)| {
        let parts = [(" yes", one), (" no", other)];
        let parts = parts.map(|(said, value)| (name(&format!("{what}{said}")), value));
        draft.counts.sum(&name(what), parts)
    };
    let he_is = missing(draft, "he_missing", (count(None, yes), count(None, no)));
    let they_are = missing(draft, &they_missing, (count(yes, None), count(no, None)));
    draft.counts.sum(
        two.whole,
        [
            (name("pairs"), pairs),
            (name("he_missing"), he_is),
            (name(&they_missing), they_are),
            (name("both_missing"), count(None, None)),
        ],
    );
    // The same answers are told in the table of each account.
    let theirs = (two.theirs, "he_missing", &they_yes, &they_no);
    let his = two.his.map(|his| {
        let (yes, no) = (&"he_yes".to_owned(), &"he_no".to_owned());
        (his, &*they_missing, yes.clone(), no.clone())
    });
    let theirs = (theirs.0, theirs.1, theirs.2.clone(), theirs.3.clone());
    for (told, alone, says_yes, says_no) in [Some(theirs), his].into_iter().flatten() {
        for (elsewhere, here, said) in [
            (told.to_owned(), says_yes, " yes"),
            (format!("{told} no"), says_no, " no"),
        ] {
            let alone = name(&format!("{alone}{said}"));
            let parts = [name(&here), alone].map(|part| {
                let value = draft.counts.value(&part).unwrap_or(0);
                (part, value)
            });
            draft.counts.sum(&elsewhere, parts);
        }
    }
    let table = TwoByTwo::of(accounts);
    let kappa = table.agreement().and_then(|found| found.beyond_chance);
    let alike = table.alike().and_then(|share| share.share());
    let cells = [&both, &he_alone, &they_alone, &neither].map(|(what, _)| name(what));
    let entry = |what: &str| Entry::count(name(what));
    let mut sheet = Sheet::new(
        two.key,
        two.title,
        &[
            "",
            &format!("{heading}: yes"),
            &format!("{heading}: no"),
            "Both answered",
        ],
    )
    .about([
        "They say the same in ".into(),
        Number::new(name("alike"), alike.map(|share| 100.0 * share), 0)
            .units("", " %")
            .resting_on(cells.clone())
            .into(),
        " of ".into(),
        entry("pairs"),
        " pairs; kappa is ".into(),
        Number::new(name("kappa"), kappa, 2)
            .resting_on(cells.clone())
            .into(),
        format!(". Only {other} answered: ").into(),
        entry("he_missing"),
        "; only he: ".into(),
        entry(&they_missing),
        "; neither: ".into(),
        entry("both_missing"),
        ".".into(),
    ]);
    let [both, only_he, only_they, neither] = cells.map(Entry::count);
    sheet.row("He: yes", vec![both, only_he, entry("he_yes")]);
    sheet.row("He: no", vec![only_they, neither, entry("he_no")]);
    let all = vec![entry(&they_yes), entry(&they_no), entry("pairs")];
    sheet.row("All", all);
    sheet
}
