use crate::jobs::Cancelled;

/// Why a return could not be read. Nothing of the file is imported then; the words are for the chair.
#[derive(Debug, thiserror::Error)]
pub enum ReturnError {
    #[error(
        "“{file}” could not be opened: {reason}. Nothing was imported. See that it is there and not open in another program, then try again."
    )]
    NotOpened {
        file: String,
        reason: std::io::Error,
    },
    #[error("“{file}” is empty. Nothing was imported. Ask the agency to send it again.")]
    Empty { file: String },
    /// `what` with its article: “a PDF document”.
    #[error("“{file}” is {what}, not a table that can be read. Nothing was imported. {advice}")]
    NotATable {
        file: String,
        what: &'static str,
        advice: &'static str,
    },
    #[error(
        "“{file}” is damaged or cut off ({reason}). Nothing was imported. Try to open it in the program it was made with and save it anew, or ask the agency to send it again."
    )]
    Damaged { file: String, reason: String },
    #[error(
        "“{file}” is protected by a password. Nothing was imported. Open it in its own program with the password, save a copy without one, and import the copy."
    )]
    PasswordProtected { file: String },
    #[error(
        "“{file}” has text but no table. Nothing was imported. Put its contents into a table with a date and a text column, or add the entries by hand."
    )]
    NoTable { file: String },
    #[error(
        "“{file}” has no rows: every cell is blank. Nothing was imported. Ask the agency whether this is the file it meant to send."
    )]
    NoRows { file: String },
    /// A limit of [`super::limits`] was met; `limit` says which, in words.
    #[error(
        "“{file}” has {limit}. That is more than Lantern reads. Nothing was imported. {advice}"
    )]
    Limit {
        file: String,
        limit: String,
        advice: &'static str,
    },
    #[error(
        "“{file}” holds definitions that office programs never write and that can be used to attack a reader ({part}). Nothing was imported. Ask the agency how the file was made; saving it anew in Word or Excel removes them."
    )]
    Hostile { file: String, part: String },
    /// A list of people; `faults` are sentences, one for each row that cannot be taken.
    #[error("“{file}” cannot be taken as a list of people. Nobody was entered. {faults}")]
    People { file: String, faults: String },
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}
