use super::error::PublishError;
use super::layouts::prepare;
use super::typesetting::Typeset;
use super::{Options, Output};
use crate::model::Review;

/// The pages of an output as pictures, for the window: laid out once, painted one page at a time.
///
/// Making another preview after a small change lays out only what changed.
pub struct Preview {
    typeset: Typeset,
    notes: Vec<String>,
}

/// Pixels from the top left, four bytes each: red, green, blue and alpha, which is always 255.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageImage {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// A4 at this scale is 4,960 pixels wide, the finest that is of use; beyond it a page takes hundreds of megabytes.
const MOST_PIXELS_PER_POINT: f32 = 600.0 / 72.0;

impl Preview {
    /// Lays the output out. Takes about two seconds for 150 pages the first time; belongs in a job.
    pub fn of(review: &Review, output: Output, options: &Options) -> Result<Self, PublishError> {
        let prepared = prepare(review, output, options)?;
        let typeset = prepared.typeset(output)?;
        Ok(Self {
            typeset,
            notes: prepared.notes,
        })
    }

    pub fn pages(&self) -> usize {
        self.typeset.pages()
    }

    /// As [`super::Made::notes`].
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Width and height of a page in points; `None` beyond the last page.
    pub fn page_size(&self, index: usize) -> Option<(f32, f32)> {
        page_size(&self.typeset, index)
    }

    /// Paints the page at `index` (from 0); `None` beyond the last page.
    pub fn page(&self, index: usize, pixels_per_point: f32) -> Option<PageImage> {
        page_image(&self.typeset, index, pixels_per_point)
    }
}

pub(super) fn page_size(typeset: &Typeset, index: usize) -> Option<(f32, f32)> {
    let page = typeset.document().pages().get(index)?;
    let size = page.frame.size();
    Some((size.x.to_pt() as f32, size.y.to_pt() as f32))
}

pub(super) fn page_image(
    typeset: &Typeset,
    index: usize,
    pixels_per_point: f32,
) -> Option<PageImage> {
    let options = painted(pixels_per_point);
    let picture = typst_render::render(typeset.document().pages().get(index)?, &options);
    Some(PageImage {
        width: picture.width(),
        height: picture.height(),
        rgba: picture.take(),
    })
}

/// The page as a PNG file.
pub(super) fn page_png(typeset: &Typeset, index: usize, pixels_per_point: f32) -> Option<Vec<u8>> {
    let options = painted(pixels_per_point);
    let picture = typst_render::render(typeset.document().pages().get(index)?, &options);
    picture.encode_png().ok()
}

fn painted(pixels_per_point: f32) -> typst_render::RenderOptions {
    let scale = pixels_per_point.clamp(0.05, MOST_PIXELS_PER_POINT);
    typst_render::RenderOptions {
        pixel_per_pt: f64::from(scale).into(),
        render_bleed: false,
    }
}
