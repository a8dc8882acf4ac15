/// Why a round could not be written out, or a file that came back not be read. In every case nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    #[error(
        "Round {round} has not gone out yet, so there is no draft put aside for it. Send the round first."
    )]
    NotSent { round: u32 },
    #[error(
        "“{member}” is to see what concerns their agency, but belongs to none. Nothing was written. Say in the list of members which \
         agency they speak for, or let them see the full draft."
    )]
    NoAgency { member: String },
    /// `places` are numbers of paragraphs; the names are not said.
    #[error(
        "The family’s version for “{member}” would name people who have a pseudonym, or need one, in {places}. Nothing was written. \
         Write the pseudonym there, or give each of them one in the room People."
    )]
    RealNames { member: String, places: String },
    #[error("{file} could not be made ({reason}). Nothing was written.")]
    NotMade { file: String, reason: String },

    #[error(
        "“{file}” is {what}. Comments are read from Word files (.docx) and from Lantern’s packs. Nothing was collected. {advice}"
    )]
    NotReadable {
        file: String,
        what: &'static str,
        advice: &'static str,
    },
    #[error(
        "“{file}” is damaged or cut off ({reason}). Nothing was collected. Ask the member to send it again."
    )]
    Damaged { file: String, reason: String },
    #[error(
        "“{file}” has {limit}. That is more than Lantern reads. Nothing was collected. Ask the member for the comments alone."
    )]
    Limit { file: String, limit: String },
    #[error(
        "“{file}” holds definitions that Word never writes and that can be used to attack a reader ({part}). Nothing was collected. \
         Ask the member how the file was made; do not open it."
    )]
    Hostile { file: String, part: String },
    #[error(
        "“{file}” does not carry the mark of a file that Lantern sent out, so it cannot be told whose comments these are. Nothing was \
         collected. Ask the member to write into the file that they were sent, or enter the comments by hand."
    )]
    NotOurs { file: String },
    #[error(
        "“{file}” was sent out by another review, or by a copy of this one. Nothing was collected. Open the review that it belongs to."
    )]
    OtherReview { file: String },
    #[error("“{file}” is a pack. Enter the passphrase that was agreed with the member.")]
    NeedsPassphrase { file: String },
    #[error(
        "The passphrase does not open “{file}”. Nothing was collected. Check capitals and spaces, and try again."
    )]
    WrongPassphrase { file: String },
    #[error(
        "“{file}” was changed since it was packed: {what}. Nothing was collected. Ask the member to send it again."
    )]
    Tampered { file: String, what: String },
}
