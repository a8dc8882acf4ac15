//! The panel and its rounds of comments.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AgencyId, CollectedId, CommentId, MemberId, ParagraphId, RoundId, SendingId, VersionId,
};

/// Who is asked for comments: a panel member, or somebody of the family.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Member {
    pub id: MemberId,
    pub name: String,
    /// `None` for an expert, an advocate or a relative.
    pub agency: Option<AgencyId>,
    /// In the chair's words (“domestic abuse specialist”, “sister”).
    pub role: String,
    pub email: String,
    /// No longer on the panel; what was said stays.
    pub left: bool,
    pub independence: Independence,
    /// What connects them with the people or the case, where something does.
    pub connection: String,
}

/// Whether somebody of the panel had to do with the people or the case before.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Independence {
    #[default]
    NotAsked,
    Independent,
    Connected,
}

impl Independence {
    pub const ALL: [Self; 3] = [Self::NotAsked, Self::Independent, Self::Connected];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotAsked => "Not asked yet",
            Self::Independent => "Not involved before",
            Self::Connected => "Involved or connected",
        }
    }
}

/// One time that the draft goes out to be commented on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub id: RoundId,
    /// From 1 without gaps, in the order in which they were begun.
    pub number: u32,
    pub deadline: Option<NaiveDate>,
    /// What is asked of the members, printed at the head of what they get.
    pub note: String,
    /// Keys of the sections that go out, in their order.
    pub sections: Vec<String>,
    /// The draft as it went out; `None` until then.
    pub version: Option<VersionId>,
    /// When it went out, with its offset from UTC; empty until then.
    pub sent: String,
    /// Why it went out although an objection had not been heard; empty where none stood against it.
    pub overridden: String,
    /// In order of id.
    pub sendings: Vec<Sending>,
}

impl Round {
    /// Whether it went out.
    pub fn is_sent(&self) -> bool {
        !self.sent.is_empty()
    }
}

/// What one member gets in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    pub id: SendingId,
    pub member: MemberId,
    pub sees: Sees,
    /// Stands hidden in what goes out, so that what comes back is known to be this; random, of this review alone.
    pub token: String,
    /// When the first answer came, with its offset from UTC; empty until then.
    pub replied: String,
}

/// How much of the draft a member gets.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Sees {
    /// Only paragraphs that cite their own agency's records or name it, to be checked for accuracy.
    AgencyFacts,
    #[default]
    FullDraft,
    /// Pseudonyms, and nothing said in confidence.
    FamilyVersion,
}

impl Sees {
    pub const ALL: [Self; 3] = [Self::AgencyFacts, Self::FullDraft, Self::FamilyVersion];

    pub fn words(self) -> &'static str {
        match self {
            Self::AgencyFacts => "What concerns their agency",
            Self::FullDraft => "The full draft",
            Self::FamilyVersion => "The family’s version",
        }
    }
}

/// What somebody said of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub id: CommentId,
    pub sending: SendingId,
    /// As the file says; often the name of a login.
    pub author: String,
    /// When it was written, as the file says; may be empty.
    pub at: String,
    pub kind: CommentKind,
    /// `None`: it could not be told which paragraph it belongs to.
    pub paragraph: Option<ParagraphId>,
    /// The words of the draft that it is about.
    pub quoted: String,
    pub text: String,
    /// The comment that it replies to.
    pub answers: Option<CommentId>,
    /// What it is known by when the same file comes again; empty for one entered by hand.
    pub origin: String,
    pub objection: bool,
    /// The earlier objection that it raises again.
    pub repeats: Option<CommentId>,
    pub disposition: Disposition,
    /// Why it was declined or accepted only in part.
    pub reason: String,
    /// The change of the text that it led to.
    pub change: String,
}

impl Comment {
    /// Whether the member can be told what became of it: what was declined, or accepted in part, needs the reason, too.
    pub fn is_answered(&self) -> bool {
        match self.disposition {
            Disposition::Open | Disposition::ToDiscuss => false,
            Disposition::Accepted => true,
            Disposition::Partly | Disposition::Declined => !self.reason.trim().is_empty(),
        }
    }

    /// Told to the chair and typed in, rather than read from a file.
    pub fn is_typed_by_hand(&self) -> bool {
        self.origin.is_empty()
    }
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum CommentKind {
    #[default]
    Remark,
    /// Words that the member put into the text with “track changes”.
    Insertion,
    /// Words that the member struck out.
    Deletion,
}

impl CommentKind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Remark => "Comment",
            Self::Insertion => "Put in",
            Self::Deletion => "Struck out",
        }
    }
}

/// What became of a comment.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    #[default]
    Open,
    Accepted,
    Partly,
    Declined,
    ToDiscuss,
}

impl Disposition {
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Accepted,
        Self::Partly,
        Self::Declined,
        Self::ToDiscuss,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "Not answered",
            Self::Accepted => "Accepted",
            Self::Partly => "Accepted in part",
            Self::Declined => "Declined",
            Self::ToDiscuss => "To be discussed",
        }
    }

    /// Accepted in part, or declined: the member must be told why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Partly | Self::Declined)
    }
}

/// What stands in a file that came back, before it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Of the [`Sending`] that it answers.
    pub token: String,
    /// Its name, without its folder.
    pub file: String,
    pub sha256: String,
    /// In the order of the draft; what a comment replies to stands before it.
    pub comments: Vec<Returned>,
    /// Sentences for the chair: what was found by comparing, what could not be placed.
    pub notes: Vec<String>,
}

/// A comment in a [`Reply`]; what its parts mean is told at [`Comment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub author: String,
    pub at: String,
    pub kind: CommentKind,
    pub paragraph: Option<ParagraphId>,
    pub quoted: String,
    pub text: String,
    /// Place in the reply of the comment that it replies to.
    pub answers: Option<usize>,
    /// The same for the same comment in a later file of the same member; never empty.
    pub origin: String,
}

/// A file that came back from a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collected {
    pub id: CollectedId,
    pub sending: SendingId,
    /// Its name, without its folder.
    pub file: String,
    pub sha256: String,
    /// When it was collected, with its offset from UTC.
    pub at: String,
    /// How many comments it brought that were not there before.
    pub added: u32,
}
