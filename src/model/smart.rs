//! What makes a recommendation SMART.

use super::{Reach, Recommendation};

/// A quality of a recommendation that can be carried out and checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Smart {
    Specific,
    Measurable,
    Achievable,
    Relevant,
    TimeBound,
}

impl Smart {
    pub const ALL: [Self; 5] = [
        Self::Specific,
        Self::Measurable,
        Self::Achievable,
        Self::Relevant,
        Self::TimeBound,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Specific => "Specific",
            Self::Measurable => "Measurable",
            Self::Achievable => "Achievable",
            Self::Relevant => "Relevant",
            Self::TimeBound => "Time-bound",
        }
    }

    /// What a recommendation lacks for it, in words; `None` where it has it. What is written is not judged.
    pub fn missing(self, recommendation: &Recommendation) -> Option<&'static str> {
        let is_blank = |text: &str| text.trim().is_empty();
        match self {
            Self::Specific if is_blank(&recommendation.text) => Some("what is to change"),
            // A government is not among the agencies of a review.
            Self::Specific
                if recommendation.agencies.is_empty()
                    && recommendation.reach != Reach::National =>
            {
                Some("which agencies it is for")
            }
            Self::Measurable if is_blank(&recommendation.measure) => {
                Some("how it will be seen that it was done and helped")
            }
            Self::Achievable if is_blank(&recommendation.achievable) => Some("why it can be done"),
            Self::Relevant if recommendation.findings.is_empty() => Some("the finding it answers"),
            Self::TimeBound if recommendation.due.is_none() => Some("by when"),
            _ => None,
        }
    }
}

impl Recommendation {
    /// What it lacks to be specific, measurable, achievable, relevant and time-bound, in this order.
    pub fn missing(&self) -> Vec<&'static str> {
        let missing = Smart::ALL.iter().filter_map(|smart| smart.missing(self));
        missing.collect()
    }
}
