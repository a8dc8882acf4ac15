use super::gathered::Gathered;
use super::text;

/// What a picture says of itself (title, author, place, camera): its bytes as text. What it shows is not read.
pub(super) fn read(bytes: &[u8], gathered: &mut Gathered) {
    if bytes.windows(4).any(|mark| mark == b"zTXt") || compressed_itxt(bytes) {
        gathered.cannot_read_part(
            "details of the picture",
            "they are packed; save the picture without details",
        );
    }
    text::runs_in_bytes(bytes, "details of the picture", gathered);
}

fn compressed_itxt(bytes: &[u8]) -> bool {
    bytes.windows(4).enumerate().any(|(at, mark)| {
        mark == b"iTXt"
            && bytes[at + 4..]
                .iter()
                .take(80)
                .position(|byte| *byte == 0)
                .is_some_and(|end| bytes.get(at + 5 + end) == Some(&1))
    })
}
