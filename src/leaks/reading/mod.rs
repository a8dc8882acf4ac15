//! Everything in a finished file that can be read, seen or unseen, as text with its place.

mod error;
mod gathered;
mod image;
mod limits;
mod markup;
mod office;
mod pdf;
mod text;
mod zipped;

pub use error::{LeaksError, Unread};
pub use gathered::{Contents, Stretch};

use gathered::Gathered;

/// Everything in a file that can be read, in the order of its places.
///
/// # Errors
/// [`LeaksError::Unread`] where a part of it cannot be.
pub fn contents(file_name: &str, bytes: &[u8]) -> Result<Vec<Stretch>, LeaksError> {
    let contents = read(file_name, bytes);
    if contents.unread.is_empty() {
        return Ok(contents.stretches);
    }
    Err(LeaksError::Unread {
        file: file_name.to_owned(),
        unread: contents.unread,
    })
}

/// The text of bytes that are nothing but text, in any of the usual encodings.
pub(super) fn text_of(bytes: &[u8]) -> Option<String> {
    text::decoded(bytes)
}

/// As [`contents`], with what can be read beside what cannot.
pub fn read(file_name: &str, bytes: &[u8]) -> Contents {
    let mut gathered = Gathered::default();
    file(file_name, bytes, &mut gathered);
    gathered.contents
}

/// Reads a file by what it is, whatever it is called.
fn file(name: &str, bytes: &[u8], gathered: &mut Gathered) {
    match bytes {
        [] => {}
        [b'P', b'K', 3 | 5 | 7, ..] => zipped::read(bytes, gathered),
        _ if begins_within(bytes, b"%PDF-") => pdf::read(bytes, gathered),
        [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, 0xFF, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [b'B', b'M', ..] => image::read(bytes, gathered),
        [0, 1, 0, 0, ..] | [b'O', b'T', b'T', b'O', ..] | [b't', b't', b'c', b'f', ..] => {
            text::runs_in_bytes(bytes, "font", gathered);
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => gathered.cannot_read(
            "it is of the older Office format or locked with a password, which Lantern cannot look into",
        ),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [b'R', b'a', b'r', b'!', ..] | [b'B', b'Z', b'h', ..] => {
            gathered.cannot_read("it is packed in a way that Lantern cannot unpack");
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => {
            gathered.cannot_read("it is a rich-text (RTF) file, which Lantern cannot look into");
        }
        _ => match text::decoded(bytes) {
            Some(text) => text::read(name, text, gathered),
            None => gathered.cannot_read("it is of a kind that Lantern cannot look into"),
        },
    }
}

fn begins_within(bytes: &[u8], mark: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)]
        .windows(mark.len())
        .any(|here| here == mark)
}
