/// Why a codebook or a project could not be read or made. In every case nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefiError {
    #[error(
        "“{file}” is neither a codebook (.qdc) nor a project (.qdpx) of the REFI-QDA standard. Nothing was taken in. In NVivo, ATLAS.ti, \
         MAXQDA or QualCoder, choose “Export”, then “REFI-QDA”."
    )]
    NotRefi { file: String },
    #[error(
        "“{file}” is damaged or cut off ({reason}). Nothing was taken in. Export it once more from the other tool."
    )]
    Damaged { file: String, reason: String },
    #[error(
        "“{file}” has {limit}. That is more than Lantern reads. Nothing was taken in. Export the codebook or the texts of this review alone."
    )]
    Limit { file: String, limit: String },
    #[error(
        "“{file}” holds definitions that no such tool writes and that can be used to attack a reader. Nothing was taken in. Ask how the \
         file was made; do not open it."
    )]
    Hostile { file: String },
    #[error("The project could not be made ({reason}). Nothing was written.")]
    NotMade { reason: String },
}
