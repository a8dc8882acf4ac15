//! The two typefaces, embedded: Inter for the interface, Source Serif 4 for what people wrote.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::tokens::family;

/// Makes the families known to the window. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 4] = [
        (
            "Inter",
            include_bytes!("../../export/fonts/Inter-Regular.otf"),
        ),
        (
            "Inter SemiBold",
            include_bytes!("../../export/fonts/Inter-SemiBold.otf"),
        ),
        (
            "Source Serif",
            include_bytes!("../../export/fonts/SourceSerif4-Regular.otf"),
        ),
        (
            "Source Serif Semibold",
            include_bytes!("../../export/fonts/SourceSerif4-Semibold.otf"),
        ),
    ];
    for (name, bytes) in faces {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // The fonts that egui brings stay behind ours, for signs that neither typeface has.
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for (family, first) in [
        (FontFamily::Proportional, "Inter"),
        (
            FontFamily::Name(family::SANS_STRONG.into()),
            "Inter SemiBold",
        ),
        (FontFamily::Name(family::SERIF.into()), "Source Serif"),
        (
            FontFamily::Name(family::SERIF_STRONG.into()),
            "Source Serif Semibold",
        ),
    ] {
        let mut chain = vec![first.to_owned()];
        chain.extend(fallback.iter().cloned());
        fonts.families.insert(family, chain);
    }
    ctx.set_fonts(fonts);
}
