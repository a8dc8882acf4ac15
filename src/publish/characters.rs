//! Characters that an output format cannot hold or a font cannot draw: shown, counted, never dropped unseen.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// What had to be shown in another form, over a whole output.
#[derive(Debug, Default)]
pub(super) struct Replaced {
    shown: BTreeMap<char, usize>,
    invisible: usize,
}

impl Replaced {
    /// Sentences for the chair; empty where nothing was replaced.
    pub(super) fn notes(&self, why: &str) -> Vec<String> {
        let mut notes = Vec::new();
        let count: usize = self.shown.values().sum();
        if count > 0 {
            let forms: Vec<String> = self.shown.keys().take(8).map(|&c| visible(c)).collect();
            let more = self.shown.len().saturating_sub(forms.len());
            let more = if more > 0 {
                format!(" and {more} more kinds")
            } else {
                String::new()
            };
            notes.push(format!(
                "{} {why} and stand as a code instead: {}{more}. The wording in the review is unchanged.",
                counted(count, "character", "characters"),
                forms.join(", "),
            ));
        }
        if self.invisible > 0 {
            notes.push(format!(
                "{} that only steer the display (zero-width spaces, soft hyphens, direction marks) left out.",
                counted(
                    self.invisible,
                    "invisible character",
                    "invisible characters"
                ),
            ));
        }
        notes
    }

    fn push_visible(&mut self, out: &mut String, c: char) {
        *self.shown.entry(c).or_default() += 1;
        out.push_str(&visible(c));
    }
}

/// "1 entry", "2 entries".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A form that everybody can read, quote and look up: `[U+1F600]`.
fn visible(c: char) -> String {
    format!("[U+{:04X}]", u32::from(c))
}

/// Text that XML 1.0, and with it Word and Excel, can hold. Line ends become `\n`; control characters other than
/// tab, and U+FFFE and U+FFFF, which XML forbids, become visible.
pub(super) fn for_xml<'a>(text: &'a str, replaced: &mut Replaced) -> Cow<'a, str> {
    let special =
        |c: char| (c < ' ' && c != '\t' && c != '\n') || ('\u{FFFE}'..='\u{FFFF}').contains(&c);
    // In UTF-8, all of these begin with a byte below the space or with EF.
    let suspicious = |byte: u8| (byte < b' ' && byte != b'\t' && byte != b'\n') || byte == 0xEF;
    if !text.bytes().any(suspicious) || !text.chars().any(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in with_plain_line_ends(text).chars() {
        if special(c) {
            replaced.push_visible(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Text that the fonts of `covered` can draw, with tabs as spaces. A character they lack becomes visible; so do
/// those of private use, which mean nothing outside the program that wrote them.
pub(super) fn for_fonts<'a>(
    text: &'a str,
    covered: impl Fn(char) -> bool,
    replaced: &mut Replaced,
) -> Cow<'a, str> {
    if text.chars().all(|c| c == '\n' || (' '..='~').contains(&c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in with_plain_line_ends(text).chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push(' '),
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            // Word's own bullet, from its Symbol font.
            '\u{F0B7}' => out.push('•'),
            c if steers_only(c) => replaced.invisible += 1,
            c if c.is_control() || is_private(c) || !covered(c) => {
                replaced.push_visible(&mut out, c)
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// `\r\n`, `\r` and the vertical tab (a line break inside a paragraph, in Word) as `\n`.
fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\u{0B}']) {
        Cow::Owned(text.replace("\r\n", "\n").replace(['\r', '\u{0B}'], "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Characters without a form of their own, which Unicode calls default-ignorable.
fn steers_only(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// A cell that a spreadsheet would run as a formula when it opens comma-separated text.
///
/// The first characters are those named by the OWASP page "CSV Injection", with their full-width forms.
pub(super) fn acts_as_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_format_cannot_hold_is_shown() {
        let latin = |c: char| c < '\u{250}' || c == '•';
        let cases = [
            // (text, in Word and Excel, in a PDF)
            ("plain", "plain", "plain"),
            ("Zoë’s", "Zoë’s", "Zoë[U+2019]s"),
            ("a\u{7}b", "a[U+0007]b", "a[U+0007]b"),
            ("a\u{0}", "a[U+0000]", "a[U+0000]"),
            (
                "one\r\ntwo\rthree\u{b}four",
                "one\ntwo\nthree\nfour",
                "one\ntwo\nthree\nfour",
            ),
            ("a\tb", "a\tb", "a b"),
            ("\u{F0B7} item", "\u{F0B7} item", "• item"),
            ("\u{E123}", "\u{E123}", "[U+E123]"),
            ("so\u{AD}ft\u{200B}", "so\u{AD}ft\u{200B}", "soft"),
            ("😀", "😀", "[U+1F600]"),
            ("\u{FFFE}", "[U+FFFE]", "[U+FFFE]"),
        ];
        for (text, xml, page) in cases {
            let mut replaced = Replaced::default();
            assert_eq!(for_xml(text, &mut replaced), xml, "{text:?} for XML");
            assert_eq!(
                for_fonts(text, latin, &mut replaced),
                page,
                "{text:?} for fonts"
            );
        }
    }

    #[test]
    fn replacements_are_counted_in_words() {
        let mut replaced = Replaced::default();
        for_fonts("😀 😀 and \u{200B}", |c| c.is_ascii(), &mut replaced);
        let notes = replaced.notes("are in none of the fonts");
        assert_eq!(notes.len(), 2);
        assert!(
            notes[0].starts_with("2 characters are in none of the fonts"),
            "{}",
            notes[0]
        );
        assert!(notes[0].contains("[U+1F600]"), "{}", notes[0]);
        assert!(Replaced::default().notes("").is_empty());
    }

    #[test]
    fn formulas_are_known_by_their_first_character() {
        for cell in ["=1+1", "+44 20", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert!(acts_as_formula(cell), "{cell:?}");
        }
        for cell in ["", "'=1", " =1", "a=b", "12/04/2019"] {
            assert!(!acts_as_formula(cell), "{cell:?}");
        }
    }
}
