//! What of the draft concerns one agency.

use crate::drafting::{Numbered, NumberedSection, Target, citations};
use crate::model::{Agency, Review};

/// The paragraphs that cite the agency's records or name it, each with the headings it stands under; sections without any are left out.
pub(super) fn concerning(
    review: &Review,
    agency: &Agency,
    sections: Vec<NumberedSection>,
) -> Vec<NumberedSection> {
    let forms = forms_of(&agency.name);
    let concerns = |paragraph: &Numbered| {
        names(&paragraph.text, &forms)
            || citations(&paragraph.text).iter().any(|citation| {
                matches!(citation.target, Target::Entry(id)
                    if review.entry(id).is_some_and(|entry| entry.agency == agency.id))
            })
    };
    sections
        .into_iter()
        .map(|mut section| {
            section.paragraphs = with_headings(section.paragraphs, concerns);
            section
        })
        .filter(|section| !section.paragraphs.is_empty())
        .collect()
}

fn with_headings(paragraphs: Vec<Numbered>, concerns: impl Fn(&Numbered) -> bool) -> Vec<Numbered> {
    let mut chosen = Vec::new();
    let mut above: Vec<Numbered> = Vec::new();
    for paragraph in paragraphs {
        if paragraph.heading > 0 {
            above.retain(|heading| heading.heading < paragraph.heading);
            above.push(paragraph);
        } else if concerns(&paragraph) {
            chosen.append(&mut above);
            chosen.push(paragraph);
        }
    }
    chosen
}

/// “Fenland Probation Service (FPS)” is also called by what stands before the brackets and, in capitals, by what stands in them.
fn forms_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let mut forms = vec![name.to_lowercase()];
    if let Some((before, rest)) = name.split_once('(') {
        forms.push(before.trim().to_lowercase());
        let short = rest.split(')').next().unwrap_or_default().trim();
        if short.chars().count() > 1 && short.chars().any(char::is_uppercase) {
            forms.push(short.to_lowercase());
        }
    }
    forms.retain(|form| !form.is_empty());
    forms
}

fn names(text: &str, forms: &[String]) -> bool {
    let text = text.to_lowercase();
    forms.iter().any(|form| {
        text.match_indices(form.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + form.len()..].chars().next();
            ![before, after]
                .into_iter()
                .flatten()
                .any(char::is_alphanumeric)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_named_by_whole_words_and_by_its_short_form() {
        for (name, text, expected) in [
            (
                "Fenland Probation Service (FPS)",
                "On 3 May FPS wrote back.",
                true,
            ),
            (
                "Fenland Probation Service (FPS)",
                "The Fenland probation service wrote.",
                true,
            ),
            (
                "Fenland Probation Service (FPS)",
                "FPSX and probation",
                false,
            ),
            ("Ash House", "At Ash House’s door", true),
            ("Ash House", "Mash House", false),
            ("", "Anything", false),
        ] {
            assert_eq!(names(text, &forms_of(name)), expected, "{name}: {text}");
        }
    }
}
