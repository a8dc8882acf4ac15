//! A term that is used and nowhere defined.
//!
//! **What it finds.** Terms of the template's list (coercive control, economic abuse, stalking …) that the report uses, and that neither its
//! definitions nor its glossary name, nor any sentence explains where it stands. Each is marked once, at its first use.
//!
//! **Why.** Reports come back because coercive control or economic abuse is named and not defined. A reader who has never worked in an agency
//! takes “economic abuse” for a quarrel about money.
//!
//! **What to do.** Define it among the definitions, with the law it comes from and from when that applied.

use crate::checks::prose::{Stretch, StretchKind};
use crate::checks::{Case, Mark};
use crate::chronology::WordFinder;
use crate::model::RuleSetting;

/// Of an entry in a glossary: the bytes before its colon.
const LONGEST_HEAD: usize = 60;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let finder = WordFinder::of(setting.wordings.iter().map(|one| &one.words));
    let explains = WordFinder::of([&setting.words]);
    let mut defined = vec![false; setting.wordings.len()];
    let mut first_uses = vec![None; setting.wordings.len()];
    let passages = case.passages();
    for (at, passage) in passages.iter().enumerate() {
        for stretch in &passage.stretches {
            for hit in finder.in_text(&stretch.text) {
                let range = hit.start..hit.end;
                let here = setting.sections.contains(&passage.section);
                if here && is_told_of_another(&stretch.text, hit.start) {
                    continue;
                }
                if here || is_explained(stretch, hit.end, &explains) {
                    defined[hit.list] = true;
                } else if stretch.kind != StretchKind::Heading
                    && !stretch.is_quoted(&range)
                    && first_uses[hit.list].is_none()
                {
                    first_uses[hit.list] = Some((at, stretch.text[range].to_owned()));
                }
            }
        }
    }
    let open = first_uses.into_iter().zip(defined).zip(&setting.wordings);
    let mut marks: Vec<(usize, Mark)> = open
        .filter_map(|((first, defined), wording)| {
            let (at, written) = first.filter(|_| !defined)?;
            let passage = &passages[at];
            let what = format!("{} uses “{written}”, which is defined nowhere.", passage.place);
            let mut mark = passage.mark(&written, what, wording.instead.clone());
            mark.subject = format!("term {}", wording.words.first()?);
            Some((at, mark))
        })
        .collect();
    marks.sort_by_key(|(at, _)| *at);
    marks.into_iter().map(|(_, mark)| mark).collect()
}

/// Whether the sentence goes on to say what it is.
fn is_explained(stretch: &Stretch, from: usize, explains: &WordFinder) -> bool {
    let sentence = stretch.sentence(from.saturating_sub(1));
    let rest = stretch.text.get(from..sentence.end).unwrap_or_default();
    !explains.in_text(rest).is_empty()
}

/// Whether it stands in what a glossary says of another word: “DASH: … questions about stalking”.
fn is_told_of_another(text: &str, at: usize) -> bool {
    let head = text.find(": ").or_else(|| text.find(" – "));
    head.is_some_and(|head| head <= LONGEST_HEAD && head < at)
}
