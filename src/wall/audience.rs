use std::marker::PhantomData;

use crate::model::ManId;
use crate::model::programme::{Colleague, Duty};

mod sealed {
    pub trait Sealed {}
}

/// Who an output is made for. There are five, and no other can be added.
pub trait Audience: sealed::Sealed {
    const WORDS: &'static str;
    /// Whether a colleague with these duties belongs to it.
    fn admits(duties: &[Duty]) -> bool;
}

/// An audience to which somebody belongs by their duties.
pub trait ByDuty: Audience {}

/// An audience that may be given what was made for `Below`.
pub trait MaySee<Below: Audience>: Audience {}

macro_rules! audiences {
    ($($(#[$doc:meta])* $name:ident, $words:literal, [$($duty:ident),*];)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name(());
        impl sealed::Sealed for $name {}
        impl Audience for $name {
            const WORDS: &'static str = $words;
            fn admits(duties: &[Duty]) -> bool {
                let admitted: &[Duty] = &[$(Duty::$duty),*];
                duties.iter().any(|duty| admitted.contains(duty))
            }
        }
        impl MaySee<$name> for $name {}
    )*};
}

audiences! {
    /// Women’s safety work only.
    WomensSafety, "Women’s safety work", [WomensSafety];
    /// Coordination, administration, evaluation.
    Team, "Programme team", [Team, WomensSafety];
    /// Those who run his group: what they learn of her is condensed.
    Facilitators, "Facilitators", [Facilitator, Team, WomensSafety];
    /// An agency by its name.
    Agency, "A named agency", [];
    /// One man.
    Client, "Client", [];
}

impl ByDuty for Team {}
impl ByDuty for Facilitators {}

impl MaySee<Team> for WomensSafety {}
impl MaySee<Facilitators> for WomensSafety {}
impl MaySee<Agency> for WomensSafety {}
impl MaySee<Client> for WomensSafety {}
impl MaySee<Facilitators> for Team {}
impl MaySee<Agency> for Team {}
impl MaySee<Client> for Team {}
impl MaySee<Client> for Facilitators {}

/// That somebody belongs to an audience. It cannot be copied, made by hand or turned into another.
#[derive(Debug)]
pub struct Clearance<A: Audience> {
    holder: Holder,
    audience: PhantomData<A>,
}

#[derive(Debug)]
pub(super) enum Holder {
    Colleague(String),
    Agency(String),
    Client(ManId),
}

/// Somebody asked for what is not theirs to see.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{who} does not belong to “{audience}”. Whoever keeps the list of colleagues can change that."
)]
pub struct NotCleared {
    pub who: String,
    pub audience: &'static str,
}

impl<A: ByDuty> Clearance<A> {
    /// For a colleague with a duty that belongs to the audience. No colleague is a client or an agency, and none belongs to women’s safety work but by
    /// [`super::Key::clearance`].
    pub fn of(colleague: &Colleague) -> Result<Self, NotCleared> {
        if A::admits(&colleague.duties) {
            Ok(Self::held_by(Holder::Colleague(colleague.name.clone())))
        } else {
            Err(NotCleared {
                who: colleague.name.clone(),
                audience: A::WORDS,
            })
        }
    }
}

impl<A: Audience> Clearance<A> {
    pub(super) fn held_by(holder: Holder) -> Self {
        Self {
            holder,
            audience: PhantomData,
        }
    }

    /// Who holds it, for the audit trail.
    pub fn who(&self) -> String {
        match &self.holder {
            Holder::Colleague(name) | Holder::Agency(name) => name.clone(),
            Holder::Client(man) => format!("Client {man}"),
        }
    }

    pub(super) fn holder(&self) -> &Holder {
        &self.holder
    }
}

impl Clearance<Agency> {
    pub fn agency(name: impl Into<String>) -> Self {
        Self::held_by(Holder::Agency(name.into()))
    }
}

impl Clearance<Client> {
    pub fn client(man: ManId) -> Self {
        Self::held_by(Holder::Client(man))
    }
}
