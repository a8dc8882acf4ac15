//! Words that a PDF holds but does not draw: on layers that are switched off, in drawings that no page uses.
//!
//! They are read letter for letter, as fonts without a table of their own have them. Where a hidden layer is written in codes that only its font
//! explains, that is told.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Name, Object, Stream};

use super::strings::{decoded, is_drawn};
use crate::leaks::reading::gathered::Gathered;

/// `drawn` is the text of all pages.
pub(super) fn read(pdf: &Pdf, drawn: &str, gathered: &mut Gathered) {
    let mut undrawn = Undrawn {
        drawn: bare(drawn),
        known: HashSet::new(),
    };
    for (page, number) in pdf.pages().iter().zip(1..) {
        if let Some(content) = page.page_stream() {
            undrawn.look(content, &format!("page {number}, not shown"), gathered);
        }
    }
    for object in pdf.objects() {
        if let Object::Stream(stream) = object
            && let Some(content) = drawing(&stream)
        {
            undrawn.look(&content, "a drawing that is not shown", gathered);
        }
    }
}

/// What a stream draws, where it is one that draws.
fn drawing(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let dict = stream.dict();
    let called = |key: &str| {
        dict.get::<Name<'_>>(key)
            .map(|name| name.as_str().to_owned())
    };
    let may_draw = matches!(
        called("Type").as_deref(),
        None | Some("XObject" | "Pattern")
    ) && matches!(called("Subtype").as_deref(), None | Some("Form"))
        && !dict.contains_key("Length1");
    let content = may_draw.then(|| stream.decoded().ok()).flatten()?;
    is_drawn(&content).then(|| content.to_vec())
}

struct Undrawn {
    /// Letters and digits of all pages.
    drawn: String,
    /// Lines that are drawn or were told.
    known: HashSet<String>,
}

impl Undrawn {
    fn look(&mut self, content: &[u8], place: &str, gathered: &mut Gathered) {
        let shown = Shown::by(content);
        if shown.on_a_layer && shown.in_codes {
            gathered.cannot_read_part(place, "it has a layer whose letters cannot be read");
        }
        let mut words = String::new();
        for line in shown.words.lines() {
            let letters = bare(line);
            if letters.is_empty() || self.known.contains(&letters) {
                continue;
            }
            if !self.drawn.contains(&letters) {
                words.push_str(line);
                words.push('\n');
            }
            self.known.insert(letters);
        }
        gathered.text(place, words);
    }
}

/// What the operators of a stream would show.
#[derive(Default)]
struct Shown {
    words: String,
    on_a_layer: bool,
    /// Some of it is no letters, but codes of a font.
    in_codes: bool,
}

impl Shown {
    fn by(content: &[u8]) -> Self {
        let mut shown = Self::default();
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            match &operation.operator[..] {
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    operation.operands().for_each(|operand| shown.show(operand));
                }
                b"Td" | b"TD" | b"T*" | b"Tm" | b"ET" => shown.words.push('\n'),
                b"BDC" => {
                    let mut operands = operation.operands();
                    let layer = |operand: &Object<'_>| matches!(operand, Object::Name(name) if name.as_str() == "OC");
                    shown.on_a_layer |= operands.any(layer);
                }
                _ => {}
            }
        }
        shown
    }

    fn show(&mut self, operand: &Object<'_>) {
        /// In thousandths of the size of the letters: what parts words.
        const SPACE: f64 = -200.0;
        match operand {
            Object::String(words) => {
                let words = decoded(words.as_bytes());
                match words.contains(char::is_control) {
                    true => self.in_codes = true,
                    false => self.words.push_str(&words),
                }
            }
            Object::Array(parts) => parts.iter::<Object<'_>>().for_each(|part| self.show(&part)),
            Object::Number(gap) if gap.as_f64() < SPACE => self.words.push(' '),
            _ => {}
        }
    }
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
