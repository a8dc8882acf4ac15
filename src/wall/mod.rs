//! The wall around what a partner says: nothing of it ever reaches him, not even that she was in contact.
//!
//! It stands in the types. What is hers lies in [`Walled`] values and in a [`CaseFile`] that has no way in but a [`View`], and a view is
//! made for one [`Audience`]. A screen, export, message or log line made for one audience has no function to call for what is above it:
//! it does not compile. Where only the running program can know (which colleague, which agency, which kind of fact), it fails closed.
//!
//! A client’s view has no way to a partner:
//! ```compile_fail,E0599
//! use lantern::model::ManId;
//! use lantern::wall::{Client, View};
//! fn page(view: &View<'_, Client>) { view.partners(ManId(1)); }
//! ```
//! Neither has a facilitator’s, an agency’s or the team’s:
//! ```compile_fail,E0599
//! use lantern::model::ManId;
//! use lantern::wall::{Facilitators, View};
//! fn page(view: &View<'_, Facilitators>) { view.partners(ManId(1)); }
//! ```
//! ```compile_fail,E0599
//! use lantern::model::ManId;
//! use lantern::wall::{Agency, View};
//! fn page(view: &View<'_, Agency>) { view.partners(ManId(1)); }
//! ```
//! ```compile_fail,E0599
//! use lantern::model::ManId;
//! use lantern::wall::{Team, View};
//! fn page(view: &View<'_, Team>) { view.partners(ManId(1)); }
//! ```
//! Women’s safety work has (the same lines with another audience compile):
//! ```
//! use lantern::model::ManId;
//! use lantern::wall::{View, WomensSafety};
//! fn page(view: &View<'_, WomensSafety>) { view.partners(ManId(1)); }
//! ```
//! What is walled opens for its audience and those above, for nobody else:
//! ```compile_fail,E0277
//! use lantern::wall::{Clearance, Facilitators, Walled, WomensSafety};
//! fn read<'a>(words: &'a Walled<WomensSafety, String>, me: &Clearance<Facilitators>) -> &'a str { words.open(me) }
//! ```
//! ```
//! use lantern::wall::{Clearance, Walled, WomensSafety};
//! fn read<'a>(words: &'a Walled<WomensSafety, String>, me: &Clearance<WomensSafety>) -> &'a str { words.open(me) }
//! ```
//! An output for one audience takes nothing above it:
//! ```compile_fail,E0308
//! use lantern::wall::{Client, Output, Walled, WomensSafety};
//! fn say(letter: &mut Output<Client>, words: &Walled<WomensSafety, String>) { letter.say(words); }
//! ```
//! ```
//! use lantern::wall::{Client, Output, Walled, WomensSafety};
//! fn say(note: &mut Output<WomensSafety>, words: &Walled<Client, String>) { note.say(words); }
//! ```
//! It can be neither copied, nor printed, nor written to a file by the way that plain data go:
//! ```compile_fail,E0599
//! use lantern::wall::{Walled, WomensSafety};
//! fn copy(words: Walled<WomensSafety, String>) { let again = words.clone(); }
//! ```
//! ```compile_fail,E0277
//! use lantern::wall::{Walled, WomensSafety};
//! fn label(words: &Walled<WomensSafety, String>) -> String { format!("{words}") }
//! ```
//! ```compile_fail,E0277
//! fn plain<T: serde::Serialize>() {}
//! plain::<lantern::wall::Walled<lantern::wall::WomensSafety, String>>();
//! ```
//! ```compile_fail,E0277
//! fn plain<T: serde::Serialize>() {}
//! plain::<lantern::wall::CaseFile>();
//! ```
//! No duty opens what is hers: only the key does, which only her own passphrase gives.
//! ```compile_fail,E0277
//! use lantern::model::programme::Colleague;
//! use lantern::wall::{Clearance, WomensSafety};
//! fn me(colleague: &Colleague) { let mine = Clearance::<WomensSafety>::of(colleague); }
//! ```
//! ```
//! use lantern::wall::{Clearance, Key, WomensSafety};
//! fn me(key: &Key) -> Clearance<WomensSafety> { key.clearance("Ifeoma Lind") }
//! ```
//! Nobody makes a clearance by hand, and nobody adds an audience:
//! ```compile_fail,E0451
//! use lantern::wall::{Clearance, WomensSafety};
//! let me: Clearance<WomensSafety> = Clearance { holder: todo!(), audience: std::marker::PhantomData };
//! ```
//! ```compile_fail,E0277
//! struct Press;
//! impl lantern::wall::Audience for Press {
//!     const WORDS: &'static str = "Press";
//!     fn admits(_: &[lantern::model::programme::Duty]) -> bool { true }
//! }
//! ```

mod audience;
mod below;
mod case_file;
mod disclosure;
mod key;
mod partner;
mod passing_on;
mod record;
mod team;
mod walled;
mod womens_safety;

pub use audience::{
    Agency, Audience, ByDuty, Clearance, Client, Facilitators, MaySee, NotCleared, Team,
    WomensSafety,
};
pub use below::{AgencyStanding, Condensed, OwnFile, RosterLine};
pub use case_file::{CaseFile, Ledger, Look, View, What, WrongSide, names_her_as_source};
pub use disclosure::{Disclosed, DisclosureRecord, Ground, Recipient, Refused};
pub use key::{Key, Lock, LockFault, Sealed};
pub use partner::{
    Consent, Contact, CouplesAnswers, HerFactor, HerIncident, Hers, NoticeGiven, Partner,
    Relationship, SafetyConcern, Statement, Support, Told,
};
pub use record::LookRecord;
pub use team::TeamAssessment;
pub use walled::{Output, Walled};
