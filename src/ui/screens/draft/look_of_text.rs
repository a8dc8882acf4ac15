//! How the text looks while it is typed: marks step back, and what they mean is seen. What is drawn has a character for each
//! character of the text, so that the caret stands where it seems to.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Stroke, Ui};
use regex::Regex;

use crate::app::Open;
use crate::drafting::{
    self, Citation, Inline, Place, Target, citations_and_words, heading_of, pieces,
};
use crate::ui::tokens::{self, Palette, letter, palette, space};

/// Drawn in the place of a character that is not to be seen.
const UNSEEN: char = '\u{2060}';

/// What the look of the text depends on beside the text.
pub struct LookOfText<'a> {
    open: &'a Open,
    palette: &'static Palette,
    /// In bytes; `None` while the text is not typed into.
    caret: Option<usize>,
    unknown: &'a HashSet<String>,
    /// What is sought, where it stands in this section.
    sought: Vec<Range<usize>>,
}

impl<'a> LookOfText<'a> {
    pub fn of(ui: &Ui, open: &'a Open, focused: bool) -> Self {
        let draft = &open.draft;
        let here = |place: &&Place| draft.seeking.open && Some(place.section) == draft.section;
        let places = draft.seeking.places.iter().filter(here);
        Self {
            open,
            palette: palette(ui),
            caret: focused.then_some(draft.chosen.end),
            unknown: &draft.spelling.here,
            sought: places.map(|place| place.range.clone()).collect(),
        }
    }
}

/// What a stretch of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Stressed,
    Strong,
    Note,
    Citation(Standing),
    /// A mark that steps back while the caret is elsewhere.
    Mark,
    /// A mark that a chair need not know.
    Handle,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Holds,
    /// It rests on somebody's word, or is disputed.
    Claim,
    Broken,
}

/// What a line of the text is, from the mark that it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    Words,
    Heading(u8),
    Item,
    Quotation,
    Table,
}

struct Line {
    range: Range<usize>,
    kind: LineKind,
    /// Bytes of its mark.
    mark: usize,
}

pub fn layout(ui: &Ui, text: &str, width: f32, look: &LookOfText<'_>) -> Arc<Galley> {
    let mut job = job(text, look);
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn job(text: &str, look: &LookOfText<'_>) -> LayoutJob {
    let lines = lines(text);
    let stretches = stretches(text, look);
    let unknown = unknown(text, look);
    let mut cuts: BTreeSet<usize> = [0, text.len()].into();
    for line in &lines {
        cuts.extend([
            line.range.start,
            line.range.start + line.mark,
            line.range.end,
        ]);
    }
    cuts.extend(
        stretches
            .iter()
            .flat_map(|(range, _)| [range.start, range.end]),
    );
    cuts.extend(
        unknown
            .iter()
            .chain(&look.sought)
            .flat_map(|range| [range.start, range.end]),
    );
    let cuts: Vec<usize> = cuts
        .into_iter()
        .filter(|cut| text.is_char_boundary(*cut))
        .collect();
    let within = |ranges: &[Range<usize>], at: usize| {
        let place = ranges.partition_point(|range| range.end <= at);
        ranges.get(place).is_some_and(|range| range.contains(&at))
    };
    let mut job = LayoutJob::default();
    for cut in cuts.windows(2) {
        let range = cut[0]..cut[1];
        let place = lines.partition_point(|line| line.range.end <= range.start);
        let line = lines.get(place);
        let place = stretches.partition_point(|(stretch, _)| stretch.end <= range.start);
        let kind = stretches.get(place).map_or(Kind::Words, |(_, kind)| *kind);
        let is_mark = line.is_some_and(|line| range.start < line.range.start + line.mark);
        let line_kind = line.map_or(LineKind::Words, |line| line.kind);
        let caret_in_line = line.is_some_and(|line| {
            look.caret
                .is_some_and(|caret| line.range.start <= caret && caret <= line.range.end)
        });
        let mut format = format_of(kind, line_kind, look.palette);
        if is_mark {
            format.color = look.palette.faint;
        }
        if within(&unknown, range.start) {
            format.underline = Stroke::new(1.0, look.palette.harm);
        }
        if within(&look.sought, range.start) {
            format.background = look.palette.doubt_wash;
        }
        let words = &text[range];
        let shown = shown(words, kind, line_kind, is_mark, caret_in_line);
        let indent = match line_kind {
            LineKind::Item | LineKind::Quotation if is_mark => space::MEDIUM,
            _ => 0.0,
        };
        job.append(&shown, indent, format);
    }
    job
}

/// What is drawn for these words: as many characters.
fn shown(words: &str, kind: Kind, line: LineKind, is_mark: bool, caret_in_line: bool) -> String {
    let hidden = || {
        words
            .chars()
            .map(|letter| if letter == '\n' { letter } else { UNSEEN })
            .collect()
    };
    match (is_mark, line, kind) {
        (true, LineKind::Heading(_), _) if !caret_in_line => hidden(),
        (true, LineKind::Item, _) => words.replacen('-', "•", 1),
        (false, _, Kind::Handle) => hidden(),
        (false, _, Kind::Mark) if !caret_in_line => hidden(),
        _ => words.to_owned(),
    }
}

fn format_of(kind: Kind, line: LineKind, palette: &Palette) -> TextFormat {
    let base = match line {
        LineKind::Heading(1) => tokens::serif_strong(letter::TITLE),
        LineKind::Heading(_) => tokens::serif_strong(letter::HEADING),
        _ => tokens::serif(letter::MATTER),
    };
    let ink = match line {
        LineKind::Quotation => palette.secondary,
        _ => palette.ink,
    };
    let mut format = TextFormat {
        font_id: base,
        color: ink,
        background: Color32::TRANSPARENT,
        ..TextFormat::default()
    };
    match kind {
        Kind::Words => {}
        Kind::Stressed => format.italics = true,
        Kind::Strong => format.font_id = tokens::serif_strong(format.font_id.size),
        Kind::Note => {
            format.font_id = tokens::serif(letter::BODY);
            format.color = palette.secondary;
            format.background = palette.panel;
        }
        Kind::Mark | Kind::Handle => format.color = palette.faint,
        Kind::Citation(standing) => {
            let (ink, ground) = match standing {
                Standing::Holds => (palette.accent, palette.accent_wash),
                Standing::Claim => (palette.doubt, palette.doubt_wash),
                Standing::Broken => (palette.harm, palette.harm_wash),
            };
            format.color = ink;
            format.background = ground;
            if standing == Standing::Broken {
                format.underline = Stroke::new(1.0, palette.harm);
            }
        }
    }
    format
}

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|whole| {
            let (kind, mark) = kind_of_line(whole.trim_end_matches('\n'));
            let range = start..start + whole.len();
            start = range.end;
            Line { range, kind, mark }
        })
        .collect()
}

fn kind_of_line(line: &str) -> (LineKind, usize) {
    if let Some((level, _)) = heading_of(line) {
        return (LineKind::Heading(level), usize::from(level) + 1);
    }
    let blank = line.len() - line.trim_start().len();
    let words = line.trim_start();
    if words.starts_with("- ") {
        return (LineKind::Item, blank + "- ".len());
    }
    if words.starts_with("> ") {
        return (LineKind::Quotation, blank + "> ".len());
    }
    if words.starts_with('|') {
        return (LineKind::Table, blank);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let item = words[digits..].starts_with(". ") || words[digits..].starts_with(") ");
    if item && (1..=2).contains(&digits) {
        return (LineKind::Item, blank + digits + ". ".len());
    }
    (LineKind::Words, 0)
}

/// What each stretch is that is more than words, in order; they do not overlap.
fn stretches(text: &str, look: &LookOfText<'_>) -> Vec<(Range<usize>, Kind)> {
    let mut all = Vec::new();
    for (range, inline) in pieces(text) {
        match inline {
            Inline::Words(_) => all.push((range, Kind::Words)),
            Inline::Stressed(_) => between_marks(&mut all, range, 1, Kind::Stressed),
            Inline::Strong(_) => between_marks(&mut all, range, 2, Kind::Strong),
            Inline::Citation(citation) => push_citation(&mut all, text, range, &citation, look),
            Inline::Note(_) => {
                // Its own text may cite; what stands between is the note.
                for (inner, citation) in citations_and_words(&text[range.clone()]) {
                    let inner = range.start + inner.start..range.start + inner.end;
                    match citation {
                        Some(citation) => push_citation(&mut all, text, inner, &citation, look),
                        None => all.push((inner, Kind::Note)),
                    }
                }
            }
        }
    }
    all
}

fn between_marks(
    all: &mut Vec<(Range<usize>, Kind)>,
    range: Range<usize>,
    mark: usize,
    kind: Kind,
) {
    let (from, to) = (range.start + mark, range.end - mark);
    all.push((range.start..from, Kind::Mark));
    all.push((from..to, kind));
    all.push((to..range.end, Kind::Mark));
}

/// Only the words of a citation are seen; its handle where it has none.
fn push_citation(
    all: &mut Vec<(Range<usize>, Kind)>,
    text: &str,
    range: Range<usize>,
    citation: &Citation,
    look: &LookOfText<'_>,
) {
    let kind = Kind::Citation(standing(look.open, citation.target));
    let colon = text[range.clone()]
        .find(": ")
        .filter(|_| !citation.words.is_empty());
    let from = range.start + colon.map_or(1, |colon| colon + ": ".len());
    let to = range.end - 1;
    all.push((range.start..from, Kind::Handle));
    all.push((from..to, kind));
    all.push((to..range.end, Kind::Handle));
}

fn standing(open: &Open, target: Target) -> Standing {
    if drafting::broken(&open.review, target).is_some() {
        return Standing::Broken;
    }
    let entry = match target {
        Target::Entry(id) => open.review.entry(id),
        _ => None,
    };
    let badge = entry.and_then(|entry| open.derived.claims.of_entry(entry).badge());
    match badge {
        Some(_) => Standing::Claim,
        None => Standing::Holds,
    }
}

/// Words that nobody knows, but for the one that is just being typed.
fn unknown(text: &str, look: &LookOfText<'_>) -> Vec<Range<usize>> {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[\p{L}\p{M}][\p{L}\p{M}'’]*").expect("a constant pattern"));
    if look.unknown.is_empty() {
        return Vec::new();
    }
    WORD.find_iter(text)
        .filter(|found| look.caret != Some(found.end()))
        .filter(|found| {
            look.unknown
                .contains(found.as_str().trim_end_matches(['\'', '’']))
        })
        .map(|found| found.range())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_has_a_character_for_each_that_is_typed() {
        let cases = [
            (
                "# ",
                Kind::Words,
                LineKind::Heading(1),
                true,
                "\u{2060}\u{2060}",
            ),
            ("- ", Kind::Words, LineKind::Item, true, "• "),
            ("12. ", Kind::Words, LineKind::Item, true, "12. "),
            ("**", Kind::Mark, LineKind::Words, false, "\u{2060}\u{2060}"),
            (
                "[entry 4: ",
                Kind::Handle,
                LineKind::Words,
                false,
                "\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}\u{2060}",
            ),
            ("é–\n", Kind::Words, LineKind::Words, false, "é–\n"),
        ];
        for (words, kind, line, is_mark, expected) in cases {
            let drawn = shown(words, kind, line, is_mark, false);
            assert_eq!(drawn, expected, "{words:?}");
            assert_eq!(drawn.chars().count(), words.chars().count(), "{words:?}");
        }
        assert_eq!(
            shown("**", Kind::Mark, LineKind::Words, false, true),
            "**",
            "beside the caret"
        );
    }
}
