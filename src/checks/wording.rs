//! Words that are better put otherwise, wherever they are not somebody else's.

use std::ops::Range;

use super::prose::{Passage, Stretch, StretchKind};
use crate::chronology::{Hit, WordFinder};
use crate::model::{RuleSetting, Wording};

/// The wordings of a rule, ready to be looked for; its `words` are those of a sentence that is to be left in peace.
pub(super) struct Wordings<'a> {
    wordings: &'a [Wording],
    finder: WordFinder,
    peace: WordFinder,
}

impl<'a> Wordings<'a> {
    /// `{victim}` stands for each of the names.
    pub fn of(setting: &'a RuleSetting, victims: &[String]) -> Self {
        let lists: Vec<Vec<String>> = setting
            .wordings
            .iter()
            .map(|one| {
                one.words
                    .iter()
                    .flat_map(|word| named(word, victims))
                    .collect()
            })
            .collect();
        Self {
            wordings: &setting.wordings,
            finder: WordFinder::of(&lists),
            peace: WordFinder::of([&setting.words]),
        }
    }

    /// The longest of what lies over one another, outside quotations and headings, and not where it is denied.
    pub fn in_passage<'p>(
        &'p self,
        passage: &'p Passage,
    ) -> Vec<(&'p Stretch, Range<usize>, &'a Wording)> {
        let mut found = Vec::new();
        for stretch in &passage.stretches {
            if stretch.kind == StretchKind::Heading {
                continue;
            }
            for hit in longest(self.finder.in_text(&stretch.text)) {
                let range = hit.start..hit.end;
                let sentence = &stretch.text[stretch.sentence(hit.start)];
                if !stretch.is_quoted(&range)
                    && !is_denied(&stretch.text[..hit.start])
                    && self.peace.in_text(sentence).is_empty()
                {
                    found.push((stretch, range, &self.wordings[hit.list]));
                }
            }
        }
        found
    }
}

fn named(word: &str, victims: &[String]) -> Vec<String> {
    match word.contains("{victim}") {
        true => victims
            .iter()
            .map(|name| word.replace("{victim}", &name.to_lowercase()))
            .collect(),
        false => vec![word.to_owned()],
    }
}

/// Hits in order, without those that lie within or over an earlier or longer one.
pub(super) fn longest(hits: Vec<Hit>) -> Vec<Hit> {
    let mut free_from = 0;
    let mut kept: Vec<Hit> = hits;
    kept.retain(|hit| {
        let free = hit.start >= free_from;
        if free {
            free_from = hit.end;
        }
        free
    });
    kept
}

/// Whether the last words before a wording deny it: “was not hard to reach”.
fn is_denied(before: &str) -> bool {
    let words: Vec<String> = before
        .rsplit(|letter: char| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .take(3)
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect();
    words
        .iter()
        .take_while(|word| !word.ends_with(['.', ',', ';', ':', '!', '?']))
        .any(|word| {
            matches!(
                word.as_str(),
                "not" | "never" | "no" | "nor" | "neither" | "avoid" | "avoids"
            ) || word.ends_with("n't")
        })
        || matches!(words.as_slice(), [last, other, ..] if
            matches!((other.as_str(), last.as_str()), ("rather", "than") | ("instead", "of")))
}
