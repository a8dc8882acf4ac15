//! Methods and limitations, written from the data of this very evaluation.

use std::collections::BTreeMap;

use super::table::{Entry, FEWEST_FOR_PERCENT, spoken};
use super::{Block, Draft, Edition, LEVEL, Section};
use crate::evaluation::counts::{LeftOut, Told};
use crate::stats::disclosure::Rule;

pub(super) fn methods(
    draft: &Draft<'_>,
    edition: Edition,
    rule: Option<Rule>,
    told: &Told<'_>,
) -> Section {
    let mut words = vec![
        format!(
            "Every percentage stands with its count and its whole. Of fewer than {FEWEST_FOR_PERCENT} people no percentage is given. “95 % interval” is what a share leaves open with so few people (Wilson’s score interval)."
        ),
        "How long men stayed is estimated by the method of Kaplan and Meier, with intervals by the log of the log; groups are compared by the log-rank test, before and after by the signed-rank test of the same people.".to_owned(),
        format!("{} A p-value below {LEVEL} is called striking.", draft.looked_at()),
        "Nobody was assigned to the programme by chance, and there is no group to compare it with: what changed cannot be put down to the programme alone.".to_owned(),
    ];
    words.push(missing(draft, told));
    words.push(self_report(draft, told));
    words.extend(responses(draft, told));
    words.push(left_out(draft, edition, rule, told));
    Section {
        key: "methods".to_owned(),
        title: "Methods and limitations".to_owned(),
        blocks: words.into_iter().map(Block::Words).collect(),
        said: BTreeMap::new(),
    }
}

fn missing(draft: &Draft<'_>, told: &Told<'_>) -> String {
    let is_any = |name: &str| draft.counts.value(name).unwrap_or(0) > 0;
    let mut entries: Vec<Entry> =
        vec!["What is missing is never read as “no”; it is counted apart.".into()];
    if is_any("files.all") {
        entries.extend([
            " Of substances, ".into(),
            Entry::share("files.complete", "files.all"),
            " files tell enough to count.".into(),
        ]);
    }
    for (name, whole, words) in [
        (
            "criminal_justice.sample",
            "men.all",
            "records of police and courts were looked up",
        ),
        ("childhood.sample", "men.all", "childhood was told"),
    ] {
        if is_any(name) {
            entries.extend([
                " Of ".into(),
                Entry::share(name, whole),
                format!(" men {words}; these need not be like the others.")
                    .as_str()
                    .into(),
            ]);
        }
    }
    spoken(&entries, told)
}

fn self_report(draft: &Draft<'_>, told: &Told<'_>) -> String {
    let mut entries: Vec<Entry> = vec![
        "Use of substances, childhood, the men’s measures and “his own account” rest on what men say of themselves, who have reasons to say less than there is.".into(),
    ];
    match draft.hers {
        Some(_) => entries.push(" What partners told stands beside it.".into()),
        None => entries.push(" What partners told is not in this evaluation, so that nothing stands against it but records.".into()),
    }
    spoken(&entries, told)
}

fn responses(draft: &Draft<'_>, told: &Told<'_>) -> Vec<String> {
    let months = draft.cohort.template.follow_up.months.iter();
    let sentence = |months: &u32| {
        let mut entries: Vec<Entry> = Vec::new();
        for (key, who) in [("follow_up", "men"), ("her_follow_up", "partners")] {
            let name = |state: &str| format!("{key}.{months}.{state}");
            if draft.counts.value(&name("fallen_due")).unwrap_or(0) > 0 {
                entries.extend([
                    format!(
                        "{}{months} months after completion ",
                        if entries.is_empty() { "" } else { " " }
                    )
                    .as_str()
                    .into(),
                    Entry::share(name("reached"), name("fallen_due")),
                    format!(" {who} who were due could be reached.")
                        .as_str()
                        .into(),
                ]);
            }
        }
        (!entries.is_empty()).then(|| {
            entries.push(" Those who were not reached may well differ from those who were.".into());
            spoken(&entries, told)
        })
    };
    months.filter_map(sentence).collect()
}

fn left_out(draft: &Draft<'_>, edition: Edition, rule: Option<Rule>, told: &Told<'_>) -> String {
    let Some(rule) = rule.filter(|_| edition == Edition::Released) else {
        return "This is the internal edition: nothing was left out, and single people can be recognised in it. It must not leave the programme.".to_owned();
    };
    let printed = draft.prints();
    let count = |why: LeftOut| {
        let left_out = printed.iter().filter(|name| told.count(name) == Err(why));
        left_out.count()
    };
    let shown = printed
        .iter()
        .filter(|name| told.count(name).is_ok())
        .count();
    format!(
        "Before this left the programme, counts from 1 to {} were left out, and as many more as keep them from being worked out from the totals of all tables together: {} small ones and {} more of {}. What rests on a count that was left out (a percentage, a mean, a p-value) is left out with it, and so is the value of any one person. A zero is shown. What readers know from elsewhere is not guarded against.",
        rule.threshold() - 1,
        count(LeftOut::Small),
        count(LeftOut::ToProtect) + count(LeftOut::Withheld),
        shown + count(LeftOut::Small) + count(LeftOut::ToProtect) + count(LeftOut::Withheld),
    )
}
