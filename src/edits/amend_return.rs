use crate::jobs::Progress;
use crate::model::ImportId;
use crate::returns::Amendment;
use crate::store::{Outcome, Store, StoreError};

use super::ReturnToImport;

/// STAND-IN: another helper writes this.
pub fn amend_return(
    _store: &mut Store,
    _new: &ReturnToImport,
    _replaces: ImportId,
    _amendment: &Amendment,
    _progress: &dyn Progress,
) -> Result<Outcome<ImportId>, StoreError> {
    Err(StoreError::Refused("stand-in".to_owned()))
}
