//! The pages of the draft while it is written, and the place of each paragraph on them.

use std::ops::Range;
use std::sync::OnceLock;

use typst::foundations::Label;
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem, Point};

use super::error::PublishError;
use super::layouts;
use super::matter::Matter;
use super::preview::{PageImage, page_image, page_size};
use super::report_data::{self, Extent};
use super::typesetting::{Layout, Typeset};
use super::{Options, Output};
use crate::model::Review;

/// The report as far as the chair writes it: the same pages that the whole report begins with. The appendices that the program makes are left
/// out, so that a change is on its page while one waits for it.
pub struct DraftPages {
    typeset: Typeset,
    /// Keys, in the order in which they are numbered.
    sections: Vec<String>,
    lines: OnceLock<Vec<Marked>>,
}

/// A stretch of a page, in points from its top.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// From 0.
    pub page: usize,
    pub lines: Range<f32>,
}

/// A paragraph's letters in the order in which they are printed.
struct Marked {
    section: usize,
    paragraph: usize,
    runs: Vec<Run>,
    /// Its end was passed: what follows belongs to no paragraph until the next one begins.
    ended: bool,
}

/// Letters on one line.
struct Run {
    page: usize,
    lines: Range<f32>,
    letters: usize,
}

impl DraftPages {
    /// Lays the draft out. The first time takes as long as a report; afterwards only what has changed is laid out anew.
    pub fn of(review: &Review, options: &Options) -> Result<Self, PublishError> {
        Self::laid_out(review, options, None)
    }

    /// The same pages as [`Self::of`] gives, sooner where `self` are those of the draft as it was a moment ago.
    pub fn again(&self, review: &Review, options: &Options) -> Result<Self, PublishError> {
        Self::laid_out(review, options, Some(&self.typeset))
    }

    fn laid_out(
        review: &Review,
        options: &Options,
        before: Option<&Typeset>,
    ) -> Result<Self, PublishError> {
        let mut matter = Matter::default();
        let report = report_data::data(review, options, Extent::Draft, &mut matter);
        let typeset = match before {
            Some(before) => Typeset::after(before, Layout::Report, &report.data),
            None => Typeset::of(Layout::Report, &report.data),
        };
        Ok(Self {
            typeset: typeset.map_err(|fault| layouts::refused(Output::ReportPdf, &fault))?,
            sections: report.sections,
            lines: OnceLock::new(),
        })
    }

    pub fn pages(&self) -> usize {
        self.typeset.pages()
    }

    /// Width and height of a page in points; `None` beyond the last page.
    pub fn page_size(&self, index: usize) -> Option<(f32, f32)> {
        page_size(&self.typeset, index)
    }

    /// Paints the page at `index` (from 0); `None` beyond the last page.
    pub fn page(&self, index: usize, pixels_per_point: f32) -> Option<PageImage> {
        page_image(&self.typeset, index, pixels_per_point)
    }

    /// Where the paragraph at `block` of a section's text (from 0, headings counted) stands, at `share` (0 to 1) of its letters. `None`
    /// where there is none.
    pub fn place(&self, section: &str, block: usize, share: f32) -> Option<Place> {
        let section = self.sections.iter().position(|key| key == section)?;
        let lines = self.lines.get_or_init(|| marked(&self.typeset));
        let marked = lines
            .iter()
            .find(|marked| marked.section == section && marked.paragraph == block)?;
        let letters: usize = marked.runs.iter().map(|run| run.letters).sum();
        let wanted = share.clamp(0.0, 1.0) * letters as f32;
        let mut passed = 0;
        let at = marked.runs.iter().find(|run| {
            passed += run.letters;
            passed as f32 >= wanted
        });
        let run = at.or(marked.runs.last())?;
        Some(Place {
            page: run.page,
            lines: run.lines.clone(),
        })
    }
}

fn marked(typeset: &Typeset) -> Vec<Marked> {
    let mut found = Vec::new();
    for (page, laid) in typeset.document().pages().iter().enumerate() {
        let height = laid.frame.height().to_pt() as f32;
        let walk = Walk {
            page,
            // What runs along the head and foot of every page belongs to no paragraph.
            within: HEAD..height - FOOT,
        };
        walk.frame(&laid.frame, Point::zero(), &mut found);
    }
    found
}

/// Margins of the report's pages in points (`upright` in `export/style.typ`).
const HEAD: f32 = 27.0 / 25.4 * 72.0 - 6.0;
const FOOT: f32 = 26.0 / 25.4 * 72.0 - 6.0;

struct Walk {
    page: usize,
    within: Range<f32>,
}

impl Walk {
    fn frame(&self, frame: &Frame, origin: Point, found: &mut Vec<Marked>) {
        for (at, item) in frame.items() {
            let place = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.frame(&group.frame, place + moved, found);
                }
                FrameItem::Tag(Tag::Start(content, _)) => match content.label().and_then(mark) {
                    Some(Mark::Begins(section, paragraph)) => found.push(Marked {
                        section,
                        paragraph,
                        runs: Vec::new(),
                        ended: false,
                    }),
                    Some(Mark::Ends) => {
                        if let Some(marked) = found.last_mut() {
                            marked.ended = true;
                        }
                    }
                    None => {}
                },
                FrameItem::Text(text) => {
                    let base = place.y.to_pt() as f32;
                    let size = text.size.to_pt() as f32;
                    if self.within.contains(&base)
                        && let Some(marked) = found.last_mut()
                        && !marked.ended
                    {
                        let letters = text.text.chars().filter(|c| !c.is_whitespace()).count();
                        marked.runs.push(Run {
                            page: self.page,
                            lines: base - size..base + 0.3 * size,
                            letters,
                        });
                    }
                }
                _ => {}
            }
        }
    }
}

enum Mark {
    /// Section and paragraph, from 0.
    Begins(usize, usize),
    Ends,
}

/// “at-3-12”, and “at-its-end” behind its last letter.
fn mark(label: Label) -> Option<Mark> {
    let name = label.resolve();
    let place = name.as_str().strip_prefix("at-")?;
    if place == "its-end" {
        return Some(Mark::Ends);
    }
    let (section, paragraph) = place.split_once('-')?;
    Some(Mark::Begins(section.parse().ok()?, paragraph.parse().ok()?))
}
