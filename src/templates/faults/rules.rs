//! Parts of weaknesses, and the patterns by which a weakness is suggested.

use super::{Fault, keys_fault};
use crate::model::{Template, WordList};
use crate::templates::pattern;

pub(super) fn first(template: &Template) -> Option<Fault> {
    let lists = &template.word_lists;
    keys_fault("word_lists", lists.iter().map(|list| list.key.as_str()))
        .or_else(|| {
            lists
                .iter()
                .enumerate()
                .find_map(|(at, list)| words(at, list))
        })
        .or_else(|| parents(template))
        .or_else(|| patterns(template))
}

fn words(at: usize, list: &WordList) -> Option<Fault> {
    if list.words.is_empty() {
        return Some(Fault::at(
            format!("word_lists.{at}.words"),
            format!(
                "The list “{}” has no words. Write at least one, or take it out.",
                list.key
            ),
        ));
    }
    for (number, word) in list.words.iter().enumerate() {
        let here = format!("word_lists.{at}.words.{number}");
        let stem = word.strip_suffix('*').unwrap_or(word);
        let reason = if stem.trim().is_empty() || stem.trim() != stem {
            format!("The word “{word}” is empty or has spaces around it.")
        } else if stem.contains('*') {
            format!("In “{word}” the * may stand at the end only: “cancel*” finds “cancelled”.")
        } else if word.to_lowercase() != *word {
            format!(
                "Write the word “{word}” in lower case; capitals in records are found all the same."
            )
        } else if list.words[..number].contains(word) {
            format!(
                "The word “{word}” stands twice under “{}”. Keep one.",
                list.key
            )
        } else {
            continue;
        };
        return Some(Fault::at(here, reason));
    }
    None
}

/// A part belongs to a weakness that stands before it and is itself part of none.
fn parents(template: &Template) -> Option<Fault> {
    let list = &template.weaknesses;
    for (at, weakness) in list.iter().enumerate() {
        let parent = &weakness.parent;
        if parent.is_empty() {
            continue;
        }
        let known = list[..at].iter().find(|other| other.key == *parent);
        let reason = match known {
            None => format!(
                "“{}” is said to be a part of “{parent}”, which does not stand before it in this list.",
                weakness.key
            ),
            Some(known) if !known.parent.is_empty() => format!(
                "“{}” is said to be a part of “{parent}”, which is itself a part of “{}”. There is one level of parts only.",
                weakness.key, known.parent
            ),
            Some(known) if known.good_practice != weakness.good_practice => format!(
                "“{}” and “{parent}”, of which it is a part, must both be good practice, or neither.",
                weakness.key
            ),
            Some(_) => continue,
        };
        return Some(Fault::at(format!("weaknesses.{at}.parent"), reason));
    }
    None
}

fn patterns(template: &Template) -> Option<Fault> {
    for (at, weakness) in template.weaknesses.iter().enumerate() {
        for (number, text) in weakness.patterns.iter().enumerate() {
            if let Err(reason) = pattern(text, &template.word_lists) {
                return Some(Fault::at(
                    format!("weaknesses.{at}.patterns.{number}"),
                    reason,
                ));
            }
        }
    }
    None
}
