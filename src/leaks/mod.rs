//! Whether a finished output still tells who somebody is: every identity of the register, and identifiers of anybody, in whatever a file
//! holds, seen or unseen.
//!
//! Looking is not left to the part that disguises: this room folds, finds and judges by itself, so that a fault there is found here.
//! [`contents`] takes everything out of a file that can be read; what cannot be read whole is an error, never passed over.

mod allowed;
mod fitting;
mod folding;
mod forms;
mod initials;
mod leak;
mod lists;
mod ordinary;
mod patterns;
mod reading;
mod registered_dates;
mod scanner;
mod searching;

pub use leak::{FileLeak, Leak, LeakKind, LeakSeverity};
pub use lists::{ListError, allowed, identities};
pub use reading::{Contents, LeaksError, Stretch, Unread, contents, read};
pub use scanner::Scanner;

/// Every leak of a finished file, in the order of its places.
///
/// # Errors
/// [`LeaksError`] where the file cannot be read whole: then nothing is known of what could not be read.
pub fn scan_file(
    scanner: &Scanner,
    file_name: &str,
    bytes: &[u8],
) -> Result<Vec<FileLeak>, LeaksError> {
    let stretches = contents(file_name, bytes)?;
    Ok(scan_stretches(scanner, file_name, &stretches))
}

/// Every leak of what was read from a file, and in its name.
pub fn scan_stretches(scanner: &Scanner, file_name: &str, stretches: &[Stretch]) -> Vec<FileLeak> {
    let name = Stretch {
        place: "name of the file".to_owned(),
        text: file_name.to_owned(),
    };
    std::iter::once(&name)
        .chain(stretches)
        .flat_map(|stretch| {
            scanner
                .scan(&stretch.text)
                .into_iter()
                .map(|leak| FileLeak {
                    file: file_name.to_owned(),
                    place: stretch.place.clone(),
                    leak,
                })
        })
        .collect()
}
