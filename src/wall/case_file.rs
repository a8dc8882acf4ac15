use std::fmt;

use super::{Audience, Clearance, Partner, Recipient};
use crate::model::programme::{InformationSource, Man, Programme};
use crate::model::{ManId, PartnerId, StatementId};

/// A programme’s whole file. It has no way in but [`CaseFile::view`].
pub struct CaseFile {
    pub(super) programme: Programme,
    pub(super) partners: Vec<Partner>,
}

/// Something from or about a partner stood outside the wall, or she belongs to nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongSide {
    #[error(
        "In the file of client {0}, something has the partner as its source. It belongs into her own file; move it there."
    )]
    HersInHisFile(ManId),
    #[error("A partner’s file names client {0}, who is not in this programme.")]
    NoSuchMan(ManId),
}

impl CaseFile {
    /// Fails where anything on his side names her as its source: it would be shown where his file is shown.
    pub fn of(mut programme: Programme, mut partners: Vec<Partner>) -> Result<Self, WrongSide> {
        programme.men.sort_by_key(|man| man.id);
        partners.sort_by_key(|partner| partner.id);
        if let Some(man) = programme.men.iter().find(|man| names_her_as_source(man)) {
            return Err(WrongSide::HersInHisFile(man.id));
        }
        let stray = partners
            .iter()
            .find(|partner| programme.man(partner.man).is_none());
        match stray {
            Some(partner) => Err(WrongSide::NoSuchMan(partner.man)),
            None => Ok(Self {
                programme,
                partners,
            }),
        }
    }

    /// What `clearance` may see; every look at what is hers is told to `ledger`.
    pub fn view<'a, A: Audience>(
        &'a self,
        clearance: &'a Clearance<A>,
        ledger: &'a dyn Ledger,
    ) -> View<'a, A> {
        View {
            file: self,
            clearance,
            ledger,
        }
    }
}

impl fmt::Debug for CaseFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

/// Whether anything on his side has a partner as its source: it would be shown where his file is shown.
pub fn names_her_as_source(man: &Man) -> bool {
    let hers = InformationSource::Partner;
    man.assessments
        .iter()
        .any(|assessment| assessment.draws_on(&[hers]))
        || man.incidents.iter().any(|incident| incident.source == hers)
        || man.children.iter().any(|child| child.source == hers)
        || man
            .referral
            .answers
            .iter()
            .any(|answer| answer.source == Some(hers))
}

/// The file as one audience may see it.
pub struct View<'a, A: Audience> {
    pub(super) file: &'a CaseFile,
    pub(super) clearance: &'a Clearance<A>,
    pub(super) ledger: &'a dyn Ledger,
}

impl<A: Audience> fmt::Debug for View<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a view for “{}”", A::WORDS)
    }
}

impl<A: Audience> View<'_, A> {
    pub(super) fn note(&self, what: What) {
        self.ledger.note(Look {
            who: self.clearance.who(),
            audience: A::WORDS,
            what,
        });
    }
}

/// Where looks and disclosures are written down, with the time: the file’s audit trail.
pub trait Ledger {
    fn note(&self, look: Look);
}

/// Somebody looked at what is hers, or passed something on. Holds none of her words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub who: String,
    pub audience: &'static str,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Partners(ManId),
    AllPartners,
    Assessments(ManId),
    Condensed(ManId),
    Disclosed {
        partner: PartnerId,
        statement: StatementId,
        to: Recipient,
        /// The ground in words.
        ground: String,
    },
}

impl What {
    /// Case numbers of records, never her words.
    pub fn words(&self) -> String {
        match self {
            Self::Partners(man) => format!("The partners of client {man}"),
            Self::AllPartners => "All partners".to_owned(),
            Self::Assessments(man) => format!("The risk assessments of client {man}"),
            Self::Condensed(man) => format!("The condensed form of client {man}"),
            Self::Disclosed {
                partner,
                statement,
                to,
                ground,
            } => format!(
                "Statement {statement} of partner {partner} was told to {}: {ground}",
                to.name()
            ),
        }
    }
}
