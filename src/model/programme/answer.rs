use serde::{Deserialize, Serialize};

/// An answer of a form. “Not known” and “not asked” are different from “no”, and are counted apart.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    NotKnown,
    #[default]
    NotAsked,
}

impl Answer {
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::NotKnown, Self::NotAsked];

    pub fn words(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::NotKnown => "Not known",
            Self::NotAsked => "Not asked",
        }
    }
}

/// How often each answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    pub yes: usize,
    pub no: usize,
    pub not_known: usize,
    pub not_asked: usize,
}

impl Answers {
    pub fn count(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut counted = Self::default();
        for answer in answers {
            match answer {
                Answer::Yes => counted.yes += 1,
                Answer::No => counted.no += 1,
                Answer::NotKnown => counted.not_known += 1,
                Answer::NotAsked => counted.not_asked += 1,
            }
        }
        counted
    }

    /// Yes and no: the only denominator that may be read as “where it is known”.
    pub fn known(self) -> usize {
        self.yes + self.no
    }

    pub fn all(self) -> usize {
        self.known() + self.not_known + self.not_asked
    }
}
