//! How the section on equality speaks of each protected characteristic.

use super::Case;
use super::reading::{sayings, words_in};
use crate::chronology::WordFinder;
use crate::drafting::{Numbered, NumberedSection};

/// What the section says, and which characteristics each stretch of it is about.
pub(super) struct Equality {
    stretches: Vec<Stretch>,
}

struct Stretch {
    /// Places of characteristics in the order of the template: those of its topic (“Sex: …”, or a heading) where it has one, else all that it names.
    about: Vec<usize>,
    /// Most of them stand together: a list, and no answer.
    is_list: bool,
    /// The paragraph that it stands in.
    paragraph: String,
}

/// How a characteristic is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spoken {
    ByItself,
    /// Only together with most of the others.
    InAList,
    Nowhere,
}

/// Where a template does not say how many characteristics in one sentence are a list.
const LIST: f64 = 5.0;
/// A topic stands before the first colon, and not later than here.
const LONGEST_TOPIC: usize = 60;

impl Equality {
    pub fn of(case: &Case<'_>, sections: &[String], list: Option<f64>) -> Self {
        let characteristics = &case.review.template.publication.characteristics;
        let finder = WordFinder::of(characteristics.iter().map(|each| &each.words));
        let list = list.unwrap_or(LIST) as usize;
        let sections = case.named(sections);
        Self {
            stretches: sections
                .flat_map(|section| stretches(section, &finder, list))
                .collect(),
        }
    }

    /// `at`: the place of the characteristic in the template.
    pub fn spoken(&self, at: usize) -> Spoken {
        let mut spoken = Spoken::Nowhere;
        for stretch in self.about(at) {
            if !stretch.is_list {
                return Spoken::ByItself;
            }
            spoken = Spoken::InAList;
        }
        spoken
    }

    /// Whether something is said of it by itself, in paragraphs that hold none of the words for having been considered without result.
    pub fn matters(&self, at: usize, not_relevant: &[String]) -> bool {
        let finder = WordFinder::of([not_relevant]);
        let mut about = self.about(at).filter(|stretch| !stretch.is_list).peekable();
        about.peek().is_some() && about.all(|stretch| finder.in_text(&stretch.paragraph).is_empty())
    }

    fn about(&self, at: usize) -> impl Iterator<Item = &Stretch> {
        let all = self.stretches.iter();
        all.filter(move |stretch| stretch.about.contains(&at))
    }
}

fn stretches(section: &NumberedSection, finder: &WordFinder, list: usize) -> Vec<Stretch> {
    let named = |text: &str| {
        let mut named: Vec<usize> = finder.in_text(text).iter().map(|hit| hit.list).collect();
        named.sort_unstable();
        named.dedup();
        named
    };
    let mut stretches = Vec::new();
    let mut heading: Vec<usize> = Vec::new();
    let mut topic: Vec<usize> = Vec::new();
    let mut inside: Option<&Numbered> = None;
    for saying in sayings(section) {
        let paragraph = saying.paragraph;
        if paragraph.heading > 0 {
            heading = named(&saying.text);
            continue;
        }
        let is_new = inside.is_none_or(|other| !std::ptr::eq(other, paragraph));
        inside = Some(paragraph);
        if is_new {
            topic.clone_from(&heading);
        }
        let own = topic_of(&saying.text).map(named).unwrap_or_default();
        if !own.is_empty() && own.len() < list {
            topic = own;
        }
        let about = match topic.as_slice() {
            [] => named(&saying.text),
            topic => topic.to_vec(),
        };
        if !about.is_empty() {
            stretches.push(Stretch {
                is_list: about.len() >= list,
                about,
                paragraph: words_in(paragraph),
            });
        }
    }
    stretches
}

/// “Pregnancy and maternity” of “Pregnancy and maternity: …”, or the first cell of a row.
fn topic_of(text: &str) -> Option<&str> {
    let at = text.find([':', '|'])?;
    (at <= LONGEST_TOPIC).then(|| &text[..at])
}
