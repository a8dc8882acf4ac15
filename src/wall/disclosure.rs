//! Passing on something she said: only on a ground that is named, and some of it never without her own permission.

use std::fmt;

use chrono::NaiveDate;

use super::audience::Holder;
use super::{Agency, Clearance, Consent, Statement, View, Walled, What, WomensSafety};
use crate::model::programme::ProgrammeTemplate;
use crate::model::{ConsentId, PartnerId, StatementId};

/// To whom something may be disclosed. The man is none of them, on no ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    Agency(String),
    Facilitators,
}

impl Recipient {
    pub fn name(&self) -> &str {
        match self {
            Self::Agency(name) => name,
            Self::Facilitators => "Facilitators",
        }
    }
}

/// Why something she said may be passed on.
#[derive(Clone, PartialEq, Eq)]
pub enum Ground {
    Consent(ConsentId),
    ChildSafety { why: String, decided_by: String },
    SeriousRisk { why: String, decided_by: String },
}

/// Why a disclosure was refused. Names nothing that she said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("There is no such statement in a partner’s file.")]
    NoSuchStatement,
    #[error("Name the agency to which this is to be told.")]
    ToNobody,
    #[error("Facilitators receive the condensed form only; her words are not for them.")]
    CondensedOnly,
    #[error(
        "The consent that is named is not hers, not to this recipient, not of that day, withdrawn, or does not name this kind of fact."
    )]
    NotPermitted,
    #[error("This kind of fact is never passed on without her own permission.")]
    OnlyWithHerPermission,
    #[error("Write down why this must be told, and who decided it.")]
    NoReason,
    #[error("This was disclosed to somebody else.")]
    NotForYou,
}

/// Something she said, on its way to one agency. Only that agency’s clearance opens it.
pub struct Disclosed {
    to: String,
    words: Walled<Agency, String>,
    record: DisclosureRecord,
}

/// That something was disclosed: to whom, what, on what ground, when. Holds none of her words.
#[derive(Clone, PartialEq, Eq)]
pub struct DisclosureRecord {
    pub partner: PartnerId,
    pub statement: StatementId,
    pub to: Recipient,
    pub ground: Ground,
    pub on: NaiveDate,
    pub by: String,
}

impl fmt::Debug for Disclosed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

impl fmt::Debug for DisclosureRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

impl Disclosed {
    pub fn read(&self, clearance: &Clearance<Agency>) -> Result<&str, Refused> {
        match clearance.holder() {
            Holder::Agency(name) if *name == self.to => Ok(self.words.open(clearance)),
            _ => Err(Refused::NotForYou),
        }
    }

    /// To be kept in her file.
    pub fn record(&self, _clearance: &Clearance<WomensSafety>) -> DisclosureRecord {
        self.record.clone()
    }
}

/// Whether `consent` allows telling `statement` to `to` on the day `on`: given by then, not withdrawn, to this recipient by name, and naming this kind
/// of fact.
pub(super) fn permits(
    consent: &Consent,
    statement: &Statement,
    to: &Recipient,
    on: NaiveDate,
) -> bool {
    consent.on <= on
        && consent.withdrawn.is_none_or(|withdrawn| on < withdrawn)
        && consent.to == to.name()
        && consent.kinds.contains(&statement.kind)
}

/// A kind that the template does not know needs it, too.
fn needs_her_permission(template: &ProgrammeTemplate, kind: &str) -> bool {
    let known = template.fact_kinds.iter().find(|known| known.key == kind);
    known.is_none_or(|known| known.only_with_her_permission)
}

impl View<'_, WomensSafety> {
    /// Passes one statement on to one agency; refused unless `ground` holds on that day.
    pub fn disclose(
        &self,
        of: PartnerId,
        statement: StatementId,
        to: Recipient,
        ground: Ground,
        on: NaiveDate,
    ) -> Result<Disclosed, Refused> {
        let mut partners = self.file.partners.iter();
        let partner = partners
            .find(|partner| partner.id == of)
            .ok_or(Refused::NoSuchStatement)?;
        let mut statements = partner.statements.iter();
        let said = statements
            .find(|said| said.id == statement)
            .ok_or(Refused::NoSuchStatement)?;
        match &to {
            Recipient::Facilitators => return Err(Refused::CondensedOnly),
            Recipient::Agency(name) if name == Recipient::Facilitators.name() => {
                return Err(Refused::CondensedOnly);
            }
            Recipient::Agency(name) if name.trim().is_empty() => return Err(Refused::ToNobody),
            Recipient::Agency(_) => {}
        }
        let words_of_ground = match &ground {
            Ground::Consent(id) => {
                let named = partner.consents.iter().find(|consent| consent.id == *id);
                named
                    .filter(|consent| permits(consent, said, &to, on))
                    .ok_or(Refused::NotPermitted)?;
                format!("her consent {id}")
            }
            Ground::ChildSafety { why, decided_by } | Ground::SeriousRisk { why, decided_by } => {
                if needs_her_permission(&self.file.programme.template, &said.kind) {
                    return Err(Refused::OnlyWithHerPermission);
                }
                if why.trim().is_empty() || decided_by.trim().is_empty() {
                    return Err(Refused::NoReason);
                }
                let risk = if matches!(ground, Ground::ChildSafety { .. }) {
                    "child safety"
                } else {
                    "serious risk of harm"
                };
                format!("{risk}, decided by {decided_by}")
            }
        };
        self.note(What::Disclosed {
            partner: of,
            statement,
            to: to.clone(),
            ground: words_of_ground,
        });
        Ok(Disclosed {
            to: to.name().to_owned(),
            words: Walled::new(self.open(&said.words).clone()),
            record: DisclosureRecord {
                partner: partner.id,
                statement,
                to,
                ground,
                on,
                by: self.clearance.who(),
            },
        })
    }
}
