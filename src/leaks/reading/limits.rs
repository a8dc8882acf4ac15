//! How much of a file is read. Meeting a limit is told, never a silent cut.

/// Files within files: an attachment of a PDF in a ZIP in a Word file is three.
pub(super) const DEEPEST: usize = 8;
/// Bytes that everything in one file may unpack to, all together.
pub(super) const UNPACKED: u64 = 400 * 1024 * 1024;
/// Files in one archive, all together.
pub(super) const FILES: usize = 20_000;
