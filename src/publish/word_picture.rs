//! Pictures in a Word file of text: the drawing in its paragraph, and what leads from it to its bytes.

use super::word_parts::escaped;

/// English Metric Units of a point.
const POINT: f64 = 12_700.0;

/// The part’s name.
pub(super) fn name(number: usize) -> String {
    format!("word/media/figure{number}.png")
}

/// Adds that the document draws on `count` pictures.
pub(super) fn relate(relations: &mut Vec<u8>, count: usize) {
    const END: &str = "</Relationships>";
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let text = String::from_utf8_lossy(relations);
    let pictures: String = (1..=count)
        .map(|number| {
            format!(
                r#"<Relationship Id="figure{number}" Type="{KIND}" Target="media/figure{number}.png"/>"#
            )
        })
        .collect();
    *relations = text.replacen(END, &(pictures + END), 1).into_bytes();
}

/// A run that draws picture `number` in its line, `size` in points. `alt` says in words what it shows.
pub(super) fn drawing(number: usize, (width, height): (f64, f64), alt: &str) -> String {
    const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (wide, high) = (
        (width * POINT).round() as u64,
        (height * POINT).round() as u64,
    );
    let alt = escaped(alt);
    format!(
        r#"<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Figure {number}" descr="{alt}"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Figure {number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{RELATIONS}" r:embed="figure{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}
