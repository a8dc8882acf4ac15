//! The text of the pages, letter by letter as it is drawn, seen or unseen.

use std::sync::Arc;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use kurbo::{Affine, BezPath, Point, Rect};

use crate::leaks::reading::gathered::Gathered;

/// Stands in for fonts that a file names but does not hold: only their letters matter here, not how they look.
static ANY_FONT: &[u8] = include_bytes!("../../../../export/fonts/SourceSerif4-Regular.otf");

/// Answers the text of all pages.
pub(super) fn read(pdf: &Pdf, gathered: &mut Gathered) -> String {
    let cache = InterpreterCache::new();
    let mut all = String::new();
    let mut before: Option<String> = None;
    for (page, number) in pdf.pages().iter().zip(1..) {
        let drawn = drawn(pdf, page, &cache);
        let place = format!("page {number}");
        if drawn.nameless > 0 {
            gathered.cannot_read_part(
                &place,
                format!(
                    "{} of its letters do not say which they are",
                    drawn.nameless
                ),
            );
        }
        if let Some(before) = before.replace(drawn.text.clone()) {
            let between = format!("between page {} and page {number}", number - 1);
            gathered.text(&between, over_the_end(&before, &drawn.text));
        }
        all.push_str(&drawn.text);
        all.push('\n');
        gathered.text(&place, drawn.text);
    }
    all
}

/// Words of a page’s last lines with those of the next one’s first, each with each: which of them are header and footer nobody knows. Numbers
/// are left out, since those of pages would make others of them.
fn over_the_end(before: &str, after: &str) -> String {
    const LINES: usize = 4;
    const WORDS: usize = 3;
    let is_word = |word: &&str| !word.contains(|letter: char| letter.is_ascii_digit());
    let lines = |text: &str| -> Vec<Vec<String>> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let words = lines.map(|line| line.split_whitespace().map(str::to_owned).collect());
        words.collect()
    };
    let (before, after) = (lines(before), lines(after));
    let mut joined = String::new();
    for last in before.iter().rev().take(LINES) {
        let words = last.iter().rev().map(String::as_str);
        let mut end: Vec<&str> = words.take_while(is_word).take(WORDS).collect();
        end.reverse();
        for first in after.iter().take(LINES) {
            let words = first.iter().map(String::as_str);
            let start: Vec<&str> = words.take_while(is_word).take(WORDS).collect();
            if !end.is_empty() && !start.is_empty() {
                joined.push_str(&format!("{}\n{}\n\n", end.join(" "), start.join(" ")));
            }
        }
    }
    joined
}

fn drawn<'a>(pdf: &'a Pdf, page: &Page<'a>, cache: &InterpreterCache<'a>) -> Drawn {
    let settings = InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(ANY_FONT), 0))),
        ..InterpreterSettings::default()
    };
    let mut context = Context::new(
        Affine::IDENTITY,
        Rect::new(-1e6, -1e6, 1e6, 1e6),
        cache,
        pdf.xref(),
        settings,
    );
    let mut drawn = Drawn::default();
    interpret_page(page, &mut context, &mut drawn);
    drawn
}

/// The letters of a page in the order in which they are drawn.
#[derive(Default)]
struct Drawn {
    text: String,
    /// Letters that no table of the file gives a meaning to.
    nameless: usize,
    last: Option<Placed>,
}

/// Where a letter stands, and where the next would stand in the same word.
#[derive(Clone, Copy)]
struct Placed {
    start: Point,
    end: Point,
    size: f64,
}

impl Drawn {
    fn place(&mut self, here: Placed) {
        if let Some(last) = self.last {
            let size = last.size.max(here.size);
            let along = last.end - last.start;
            let length = along.hypot();
            let to_here = here.start - last.end;
            let (forward, aside) = if length > 0.0 {
                let direction = along / length;
                (to_here.dot(direction), to_here.cross(direction).abs())
            } else {
                (to_here.x, to_here.y.abs())
            };
            if aside > size * 0.6 || forward < -size * 2.0 {
                self.break_with('\n');
            } else if forward > size * 1.2 {
                self.break_with('\t');
            } else if forward > size * 0.17 {
                self.break_with(' ');
            }
        }
        self.last = Some(here);
    }

    fn break_with(&mut self, space: char) {
        if space == '\n' {
            self.text
                .truncate(self.text.trim_end_matches([' ', '\t']).len());
        }
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(space);
        }
    }
}

impl Device<'_> for Drawn {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let place = transform * glyph_transform;
        let start = place * Point::ORIGIN;
        let size = (place * Point::new(0.0, 1000.0) - start).hypot();
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(500.0, f64::from),
            Glyph::Type3(_) => 500.0,
        };
        let end = place * Point::new(advance, 0.0);
        self.place(Placed { start, end, size });
        match glyph.as_unicode() {
            Some(BfString::Char('\0' | '\u{FFFD}')) | None => {
                self.nameless += 1;
                self.text.push('\u{FFFD}');
            }
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
