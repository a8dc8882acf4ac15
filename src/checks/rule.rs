//! What a rule is, and what it says.

use super::{At, Case};
use crate::model::{RuleSetting, Severity};

/// A rule that a report is held to before it is published.
pub struct Rule {
    /// As in the template, and the name of its file.
    pub key: &'static str,
    /// The head of its file: its title, what it finds, why, and what to do, in paragraphs parted by blank lines.
    page: &'static str,
    find: fn(&Case<'_>, &RuleSetting) -> Vec<Mark>,
}

impl Rule {
    /// `source` is the text of the rule’s file, whose leading `//!` lines are its page.
    pub(super) const fn of(
        key: &'static str,
        source: &'static str,
        find: fn(&Case<'_>, &RuleSetting) -> Vec<Mark>,
    ) -> Self {
        Self {
            key,
            page: source,
            find,
        }
    }

    /// Its page in the manual: the title, an empty line, then paragraphs.
    pub fn page(&self) -> String {
        let lines = self.page.lines().map_while(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = lines.map(str::trim).collect();
        lines.join("\n")
    }

    /// “An objection that was not heard”.
    pub fn title(&self) -> String {
        let page = self.page();
        let title = page.lines().next().unwrap_or(self.key);
        title.trim_end_matches('.').to_owned()
    }

    /// What it finds in the order of the report.
    pub fn find(&self, case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
        (self.find)(case, setting)
    }
}

/// Something that a rule has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is about, so that a decision to let it stand is known again: the same as long as what is wrong stays the same.
    pub subject: String,
    /// What is wrong, as a sentence.
    pub what: String,
    /// What could be written instead, or done; empty where the rule's page says all there is.
    pub instead: String,
    pub at: At,
}

/// What the rules have found, the weightiest first, then in the order of the template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    pub marks: Vec<(RuleMark, Mark)>,
    /// Marks that were decided to stand, with the decision's place among `review.publishing.suppressed`.
    pub suppressed: Vec<(RuleMark, Mark, usize)>,
    /// Keys of rules that the template names and this program does not know.
    pub unknown: Vec<String>,
}

/// Whose mark it is, and how weighty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleMark {
    pub rule: &'static str,
    pub severity: Severity,
}

impl Found {
    /// How many marks stand against publication.
    pub fn against(&self) -> usize {
        let all = self.marks.iter();
        all.filter(|(of, _)| of.severity == Severity::Must).count()
    }
}
