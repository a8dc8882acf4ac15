mod pages;
mod strings;

use hayro_syntax::{LoadPdfError, Pdf};

use super::gathered::Gathered;

/// A PDF: its pages as text, and every other word in it.
pub(super) fn read(bytes: &[u8], gathered: &mut Gathered) {
    match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => {
            pages::read(&pdf, gathered);
            strings::read(&pdf, gathered);
        }
        Err(LoadPdfError::Decryption(_)) => gathered.cannot_read("it is locked with a password"),
        Err(LoadPdfError::Invalid) => gathered.cannot_read("it is damaged"),
    }
}
