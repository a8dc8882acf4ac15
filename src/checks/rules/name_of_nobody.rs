//! A name with a title that nobody in the register bears.
//!
//! **What it finds.** “PC Crane”, “Midwife R. Solberg”, in a record or in the report, who is neither in the register nor a member of the panel.
//!
//! **Why.** Only what the register knows is replaced. Records are full of professionals, and whoever reads their names knows the town.
//!
//! **What to do.** Add the person under People & agencies, with what is written instead: “Police officer 1”. The mark tells no name, since it is
//! printed in the check report.

use std::collections::{BTreeMap, HashSet};

use regex::Regex;

use crate::checks::{At, Case, Mark};
use crate::drafting::spelling::{Known, unknown_in};
use crate::identities::Disguise;
use crate::model::{Review, RuleSetting};

/// Where a name stands first, its title, and how often it stands.
struct Named {
    at: At,
    title: String,
    times: usize,
}

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let Some(pattern) = titled(&setting.words) else {
        return Vec::new();
    };
    let disguise = Disguise::of(case.review);
    let free = named_openly(case.review);
    let mut names: BTreeMap<String, Option<Named>> = BTreeMap::new();
    each_text(case, |at, text| {
        for found in pattern.captures_iter(text) {
            let (whole, title, name) = (&found[0], &found[1], &found[2]);
            let known = names.entry(name.to_lowercase()).or_insert_with(|| {
                let is_known = free.contains(&name.to_lowercase())
                    || is_shouted_word(name)
                    || !disguise.text(whole).replaced.is_empty();
                (!is_known).then(|| Named {
                    at,
                    title: title.to_owned(),
                    times: 0,
                })
            });
            if let Some(named) = known {
                named.times += 1;
            }
        }
    });
    let nobody = names.into_iter();
    let nobody = nobody.filter_map(|(name, named)| Some((name, named?)));
    nobody.map(|(name, named)| mark(case, &name, &named)).collect()
}

fn mark(case: &Case<'_>, name: &str, named: &Named) -> Mark {
    let often = match named.times {
        1 => String::new(),
        2 => " It stands there or elsewhere once more.".to_owned(),
        times => format!(" It stands in {} more places.", times - 1),
    };
    Mark {
        subject: name.to_owned(),
        what: format!(
            "{} has a name after “{}” that nobody in the register bears.{often}",
            named.at.words(case),
            named.title
        ),
        instead: "Add the person under People & agencies, with what is written instead, such as “Police officer 1”.".to_owned(),
        at: named.at,
    }
}

/// One of the titles, then a number, initials and a surname with a capital; the first group is the title, the second the surname. None
/// without titles.
fn titled(titles: &[String]) -> Option<Regex> {
    if titles.is_empty() {
        return None;
    }
    let titles: Vec<String> = titles.iter().map(|title| regex::escape(title)).collect();
    let pattern = format!(
        r"\b({})\.?\s(?:\d+\s)?(?:\p{{Lu}}\.?\s?){{0,2}}?(\p{{Lu}}[\p{{L}}’'-]{{2,}})",
        titles.join("|")
    );
    Regex::new(&pattern).ok()
}

/// “SW ATTENDED” names nobody.
fn is_shouted_word(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
        && unknown_in(&name.to_lowercase(), &Known::default()).is_empty()
}

/// Words of names that are published as they are: pseudonyms, the panel, the author, agencies.
fn named_openly(review: &Review) -> HashSet<String> {
    let pseudonyms = review.people.iter().map(|person| &person.pseudonym);
    let agencies = review.agencies.iter().map(|agency| &agency.name);
    let members = review.members.iter().map(|member| &member.name);
    let details = [&review.details.partnership, &review.details.chair];
    let names = pseudonyms.chain(agencies).chain(members).chain(details);
    let words = names.flat_map(|name| name.split(|c: char| !(c.is_alphabetic() || matches!(c, '’' | '\'' | '-'))));
    words.map(str::to_lowercase).collect()
}

/// Every text that is published, with its place: records, then the report.
fn each_text(case: &Case<'_>, mut look: impl FnMut(At, &str)) {
    let entries = case.review.entries.iter();
    for entry in entries.filter(|entry| entry.withdrawn.is_none()) {
        for text in [&entry.text, &entry.response, &entry.seen, &entry.comment] {
            look(At::Entry(entry.id), text);
        }
    }
    for passage in case.passages() {
        for stretch in &passage.stretches {
            look(passage.at, &stretch.text);
        }
    }
}
