//! The sample review: a wholly fictional case, for trying Lantern out, for the demonstration and for tests.
//!
//! It is built the way a chair would build it: each agency's return is read, understood and imported, and what the
//! chair decided is entered edit by edit, so that everything stands in the audit trail and can be undone. The
//! material stands in `samples/review/` and is embedded; its README says what is planted in it.

mod build;
mod build_programme;
mod chain;
mod coding;
mod deciding;
mod error;
mod files;
mod identities;
mod importing;
mod knowing;
mod marking;
mod material;
mod panel;
mod places;
mod plan;
mod programme;
mod publishing;
mod report;
mod true_dates;
mod true_events;
mod truth;

use chrono::NaiveDate;

pub use build::build;
pub use build_programme::{SAFETY_PASSPHRASE, build_programme};
pub use error::SampleError;
pub use files::file;
pub use programme::{
    PUBLISHED, RELATIONS, programme, programme_files, programme_template, programme_today,
    understood_programme,
};
pub use true_dates::{DatesFound, dates_found};
pub use true_events::{PairsFound, pairs_found};
pub use truth::{PlantedContradiction, PlantedEvent, Truth, truth};

/// The passphrase of every sample file. It is public, since nothing in the sample is secret: nobody in it has lived.
pub const PASSPHRASE: &str = "fictional sample review";

/// The day on which the sample plays, for outputs that should look as they would have looked then.
pub fn today() -> Result<NaiveDate, SampleError> {
    Ok(material::review()?.today)
}
