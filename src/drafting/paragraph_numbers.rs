use std::collections::HashMap;

use super::numbering::paragraphs;
use crate::model::{ParagraphId, Review};

/// The number under which each paragraph is printed now.
pub struct ParagraphNumbers {
    numbers: HashMap<ParagraphId, String>,
}

impl ParagraphNumbers {
    pub fn of(review: &Review) -> Self {
        let sections = paragraphs(&review.sections, &review.template);
        let all = sections.into_iter().flat_map(|section| section.paragraphs);
        let numbered = all.filter(|one| one.heading == 0);
        Self {
            numbers: numbered
                .filter_map(|one| Some((one.id?, one.number)))
                .collect(),
        }
    }

    /// “4.2”, “S1.3”; `None` for a heading, and where the report no longer has the paragraph.
    pub fn of_paragraph(&self, id: ParagraphId) -> Option<&str> {
        self.numbers.get(&id).map(String::as_str)
    }

    /// Which paragraph is printed under this number.
    pub fn with_number(&self, number: &str) -> Option<ParagraphId> {
        let wanted = number.trim();
        let mut all = self.numbers.iter();
        all.find(|(_, number)| number.eq_ignore_ascii_case(wanted))
            .map(|(id, _)| *id)
    }
}
