use crate::jobs::Cancelled;
use crate::returns::ReturnError;
use crate::store::StoreError;

/// Why the sample could not be made. A file that was begun is not a whole sample; remove it and try again.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    #[error(
        "The sample’s {file} cannot be used: {reason}. This copy of Lantern is damaged; install it again."
    )]
    Material { file: String, reason: String },

    #[error(transparent)]
    Return(#[from] ReturnError),

    #[error(transparent)]
    Store(#[from] StoreError),

    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl SampleError {
    pub(super) fn material(file: &str, reason: impl ToString) -> Self {
        Self::Material {
            file: file.to_owned(),
            reason: reason.to_string(),
        }
    }
}
