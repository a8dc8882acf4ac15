//! PDF files. Known limits: a number broken over the end of a page; and codes of two bytes in a drawing that nothing shows.

mod pages;
mod strings;
mod undrawn;

use hayro_syntax::{LoadPdfError, Pdf};

use super::gathered::Gathered;

/// A PDF: its pages as text, every other word in it, and what it was before it was last changed.
pub(super) fn read(bytes: &[u8], gathered: &mut Gathered) {
    gathered.guarded(|gathered| match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => read_version(&pdf, gathered),
        Err(LoadPdfError::Decryption(_)) => gathered.cannot_read("it is locked with a password"),
        Err(LoadPdfError::Invalid) => gathered.cannot_read("it is damaged"),
    });
    for (end, number) in ends_of_earlier_versions(bytes).into_iter().zip(1..) {
        gathered.inner_with(&format!("its earlier version {number}"), |gathered| {
            gathered.guarded(|gathered| match Pdf::new(bytes[..end].to_vec()) {
                Ok(pdf) => read_version(&pdf, gathered),
                Err(_) => gathered.cannot_read("it cannot be opened by itself"),
            });
        });
    }
}

fn read_version(pdf: &Pdf, gathered: &mut Gathered) {
    let mut drawn = String::new();
    gathered.guarded(|gathered| drawn = pages::read(pdf, gathered));
    gathered.guarded(|gathered| strings::read(pdf, gathered));
    gathered.guarded(|gathered| undrawn::read(pdf, &drawn, gathered));
}

/// A program that changes a PDF may leave what was there and write what is new behind it. The first part of one that was made for the web is no
/// version of its own.
fn ends_of_earlier_versions(bytes: &[u8]) -> Vec<usize> {
    const END: &[u8] = b"%%EOF";
    let ends = bytes.windows(END.len()).enumerate();
    let mut ends: Vec<usize> = ends
        .filter(|(_, here)| *here == END)
        .map(|(at, _)| at + END.len())
        .collect();
    ends.pop();
    if super::begins_within(bytes, b"/Linearized") && !ends.is_empty() {
        ends.remove(0);
    }
    ends
}
