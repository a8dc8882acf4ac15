//! Identities: found in every form, replaced in every text, and told where somebody must look.

#[path = "identities/canary.rs"]
mod canary;
#[path = "identities/coarse.rs"]
mod coarse;
#[path = "identities/harbour.rs"]
pub mod harbour;
#[path = "identities/names.rs"]
mod names;
#[path = "identities/planting.rs"]
pub mod planting;
#[path = "identities/properties.rs"]
mod properties;
#[path = "identities/telling.rs"]
mod telling;
