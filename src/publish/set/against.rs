//! What stands against publication, and what lets it pass.

use std::fmt;

use super::SetError;
use crate::checks::{Found, RULES};
use crate::leaks::FileLeak;
use crate::model::Severity;
use crate::publish::characters::counted;

/// Why what was found may pass; empty where it may not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetPass {
    /// What the scan of the finished files has found.
    pub leaks: String,
    /// Marks of rules that must hold.
    pub marks: String,
}

impl LetPass {
    /// For both.
    pub fn everything(reason: &str) -> Self {
        Self {
            leaks: reason.trim().to_owned(),
            marks: reason.trim().to_owned(),
        }
    }

    pub(super) fn reason(&self) -> String {
        match (self.leaks.trim(), self.marks.trim()) {
            (leaks, marks) if leaks == marks || marks.is_empty() => leaks.to_owned(),
            ("", marks) => marks.to_owned(),
            (leaks, marks) => format!("{leaks} {marks}"),
        }
    }
}

/// Everything that stands against a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Against {
    /// In the finished files, which were not kept.
    pub leaks: Vec<FileLeak>,
    pub marks: Vec<AgainstMark>,
}

/// A mark of a rule that must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgainstMark {
    /// “A section of the report in which nothing is written”
    pub rule: String,
    pub what: String,
}

impl Against {
    pub(super) fn of(found: &Found, leaks: Vec<FileLeak>) -> Self {
        let marks = found.marks.iter();
        let marks = marks.filter(|(of, _)| of.severity == Severity::Must);
        Self {
            leaks,
            marks: marks
                .map(|(of, mark)| AgainstMark {
                    rule: title(of.rule),
                    what: mark.what.clone(),
                })
                .collect(),
        }
    }

    /// How much is let pass; an error with everything where anything is not.
    pub(super) fn passed(self, let_pass: &LetPass) -> Result<usize, SetError> {
        let leaks_pass = self.leaks.is_empty() || !let_pass.leaks.trim().is_empty();
        let marks_pass = self.marks.is_empty() || !let_pass.marks.trim().is_empty();
        match leaks_pass && marks_pass {
            true => Ok(self.leaks.len() + self.marks.len()),
            false => Err(SetError::Against(Box::new(self))),
        }
    }
}

impl fmt::Display for Against {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leaks = counted(
            self.leaks.len(),
            "place that tells who somebody is",
            "places that tell who somebody is",
        );
        let marks = counted(
            self.marks.len(),
            "mark of a rule that must hold",
            "marks of rules that must hold",
        );
        let found = match (self.leaks.is_empty(), self.marks.is_empty()) {
            (false, true) => leaks,
            (true, _) => marks,
            (false, false) => format!("{leaks}, and {marks}"),
        };
        write!(
            f,
            "Nothing was published: there {} {found}. Put it right, or give a reason why it may stand.",
            if self.leaks.len() + self.marks.len() == 1 {
                "is"
            } else {
                "are"
            }
        )
    }
}

pub(super) fn title(rule: &str) -> String {
    let known = RULES.iter().find(|known| known.key == rule);
    known.map_or_else(|| rule.to_owned(), |rule| rule.title())
}
