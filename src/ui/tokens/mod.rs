//! Every size and colour of the window. Screens name a token, never a number or a colour.
//!
//! The direction is print: paper, ink, one accent; doubt, harm and done are colours that always come with a
//! word or a form. Text contrast is at least 4.5 : 1 in every theme (tested below), 7 : 1 in high contrast.

mod palette;

use palette::LIGHT;
pub use palette::{Depth, Palette};

use egui::{Color32, CornerRadius, FontFamily, FontId, Id, Stroke, Ui, Vec2, Visuals, vec2};

use crate::app::Theme;

/// Distances on an 8-point grid.
pub mod space {
    pub const HAIR: f32 = 2.0;
    pub const TIGHT: f32 = 4.0;
    pub const SMALL: f32 = 8.0;
    pub const MEDIUM: f32 = 16.0;
    pub const LARGE: f32 = 24.0;
    pub const HUGE: f32 = 48.0;
}

/// Fixed measures of the shell and its parts, in points.
pub mod size {
    /// In a window below this width, as large letters make it, what stands at the sides gives way.
    pub const NARROW_WINDOW: f32 = 1000.0;
    /// The same for a line of menus and buttons.
    pub const NARROW_LINE: f32 = 520.0;
    /// The same for a title with buttons beside it.
    pub const NARROW_TITLE: f32 = 320.0;
    pub const RAIL: f32 = 184.0;
    /// The longest name of a room fits.
    pub const LEAST_RAIL: f32 = 172.0;
    /// A rail lower than this scrolls.
    pub const LOW_RAIL: f32 = 560.0;
    pub const TITLE_LINE: f32 = 48.0;
    pub const STATUS_LINE: f32 = 28.0;
    pub const CONTROL: f32 = 32.0;
    pub const SMALL_CONTROL: f32 = 24.0;
    pub const CHIP: f32 = 20.0;
    pub const DETAIL: f32 = 344.0;
    /// A page of the draft beside its text: at least, and at most.
    pub const PAGE: (f32, f32) = (432.0, 720.0);
    /// A room narrower than this shows what would stand beside it alone.
    pub const NARROW_ROOM: f32 = 800.0;
    /// A line of prose is not read well beyond this.
    pub const PROSE: f32 = 640.0;
    /// What is in hand beside a list, with fields to type into, is not wider.
    pub const IN_HAND: f32 = 960.0;
    pub const SEARCH: f32 = 280.0;
    /// A man’s file beside the cohort.
    pub const CASE: f32 = 448.0;
    /// A man in the list of the cohort: two lines.
    pub const CASE_LINE: f32 = 46.0;
    /// Where letters are so large that the title of the review would vanish beside it.
    pub const NARROW_SEARCH: f32 = 128.0;
    /// The sections of the report beside the text.
    pub const OUTLINE: f32 = 216.0;
    /// The same in a wide window, where their titles have room.
    pub const WIDE_OUTLINE: f32 = 304.0;
    /// Where this much is left beside the text, the outline may be wide.
    pub const WIDE_WINDOW: f32 = 1600.0;
    /// A list of what can be cited is not higher.
    pub const OFFERS: f32 = 320.0;
    pub const AGENCY_NAME: f32 = 272.0;
    pub const LANE_NAME: f32 = 168.0;
    pub const WHEN_COLUMN: f32 = 144.0;
    pub const AGENCY_COLUMN: f32 = 120.0;
    /// With 16 to the next column: a line of prose needs 280.
    pub const TEXT_COLUMN: f32 = 296.0;
    pub const RESPONSE_COLUMN: f32 = 216.0;
    pub const SHORT_COLUMN: f32 = 104.0;
    pub const NAME_COLUMN: f32 = 128.0;
    pub const LONG_COLUMN: f32 = 168.0;
    /// A comment of the panel, and the number of its paragraph before it.
    pub const LEDGER_LINE: f32 = 52.0;
    pub const LEDGER_PLACE: f32 = 56.0;
    /// A replacement: where it stands, and two lines of its words.
    pub const CHANGE: f32 = 68.0;
    pub const TABLE_HEAD: f32 = 24.0;
    pub const GROUP_HEAD: f32 = 36.0;
    pub const MENU: f32 = 248.0;
    pub const BAR: f32 = 10.0;
    pub const LEAST_THUMB: f32 = 32.0;
    pub const MARK: f32 = 3.25;
    pub const ROUND: u8 = 6;
    pub const ROUND_CHIP: u8 = 4;
}

/// The chronology's timeline.
pub mod timeline {
    /// Above the lanes: the scale. Below: the names of key dates.
    pub const SCALE: f32 = 22.0;
    pub const KEY_NAMES: f32 = 20.0;
    /// The lanes never take more than this part of the window's height.
    pub const MOST_OF_ROOM: f32 = 0.33;
    pub const LOWEST_LANE: f32 = 18.0;
    pub const HIGHEST_LANE: f32 = 28.0;
    pub const BAR: f32 = 6.0;
    /// Height of a bar below columns.
    pub const STRIP: f32 = 2.0;
    /// Between two bars of a lane, one above the other.
    pub const ROW: f32 = 7.0;
    /// Radius of the ring of an event, and of a circle with a number in it.
    pub const RING: f32 = 4.5;
    pub const NUMBERED: f32 = 7.0;
    /// How far a guess fades beyond its mark.
    pub const FADE: f32 = 7.0;
    pub const FLAG: f32 = 8.0;
    /// Between two lines of a hatching.
    pub const HATCH: f32 = 6.0;
    /// A pointer this near to a mark means it.
    pub const REACH: f32 = 6.0;
}

/// Who knew what: the matrix, and the drawing below it.
pub mod knowledge {
    pub const FACT: f32 = 176.0;
    pub const COLUMN: f32 = 96.0;
    pub const ROW: f32 = 54.0;
    /// Lines of an agency's name above its column.
    pub const NAME_LINES: usize = 4;
    /// At the left of what is entered.
    pub const EDGE: f32 = 3.0;
    pub const DASH: f32 = 4.0;
    pub const LANE: f32 = 28.0;
    pub const MARK: f32 = 4.5;
    pub const ARROW: f32 = 6.0;
    /// Half the height of the stroke for a record that speaks of it.
    pub const STROKE: f32 = 5.0;
}

/// The chain from question to outcome: a column of cards for each kind of step.
pub mod chain {
    /// Narrowest and widest column.
    pub const COLUMN: (f32, f32) = (148.0, 248.0);
    /// Between two columns, for the lines that join their cards; between two cards.
    pub const ACROSS: f32 = 36.0;
    pub const DOWN: f32 = 10.0;
    pub const INSIDE: f32 = 8.0;
    /// Lines of a card's words.
    pub const LINES: usize = 3;
    /// How strong a card is that is not on the chain in hand.
    pub const FAINT: f32 = 0.45;
}

/// Tables of figures.
pub mod figures {
    /// Widest and narrowest column of names, and the part of the room it takes.
    pub const NAME: f32 = 236.0;
    pub const LEAST_NAME: f32 = 148.0;
    pub const NAME_SHARE: f32 = 0.26;
    pub const ROW: f32 = 28.0;
    /// Columns that stand still beside the names.
    pub const TOTAL: f32 = 56.0;
    pub const DATE: f32 = 96.0;
    pub const BEARING: f32 = 116.0;
    /// Narrowest and widest column of figures, of agencies, of years and of stretches of time.
    pub const PLAIN: (f32, f32) = (72.0, 96.0);
    pub const AGENCY: (f32, f32) = (84.0, 120.0);
    pub const YEAR: (f32, f32) = (56.0, 80.0);
    pub const STRETCH: (f32, f32) = (30.0, 56.0);
    /// Lines of a heading that wraps.
    pub const HEAD_LINES: usize = 4;
    /// Smallest and largest circle around a figure: radius.
    pub const DISC: (f32, f32) = (8.5, 13.0);
    /// The strip below, for names of days.
    pub const DAYS: f32 = 20.0;
    /// The scroll bar lies over this.
    pub const FOOT: f32 = 10.0;
    /// Bars that are compared.
    pub const PAIR_BAR: f32 = 10.0;
    pub const PAIR_NAME: f32 = 208.0;
    pub const PAIR_LENGTH: f32 = 320.0;
}

/// The figures of a programme.
pub mod outcomes {
    /// Names at the left of bars, and what is said at their right.
    pub const NAME: f32 = 168.0;
    pub const SAID: f32 = 144.0;
    pub const ROW: f32 = 30.0;
    pub const BAR: f32 = 18.0;
    /// Half the height of an interval’s ends.
    pub const END: f32 = 4.0;
    pub const CURVE: f32 = 208.0;
    /// Left of the curve, for its scale; below it, for weeks.
    pub const SCALE: f32 = 60.0;
    pub const WEEKS: f32 = 20.0;
    pub const TICK: f32 = 4.0;
    /// A figure is not wider.
    pub const WIDEST: f32 = 880.0;
    /// Left of the calendar of attendance, for what a line is.
    pub const LINE_NAME: f32 = 116.0;
    /// The bar below a number in it.
    pub const SHARE: f32 = 5.0;
    pub const SLOPES: f32 = 168.0;
    /// A session in the calendar of attendance.
    pub const CELL: f32 = 18.0;
    pub const MARK: f32 = 10.0;
}

/// Letter sizes, in points at 100 %.
pub mod letter {
    /// The mark of a button that opens a menu.
    pub const ARROW: f32 = 7.5;
    /// Numbers inside a mark.
    pub const TINY: f32 = 9.0;
    pub const SMALL: f32 = 11.5;
    pub const BODY: f32 = 13.0;
    pub const MATTER: f32 = 14.5;
    pub const HEADING: f32 = 16.0;
    pub const TITLE: f32 = 18.0;
    pub const DISPLAY: f32 = 28.0;
}

/// The families of `fonts.rs`: what the program says is in the sans, what people wrote is in the serif.
pub mod family {
    pub const SANS_STRONG: &str = "sans strong";
    pub const SERIF: &str = "serif";
    pub const SERIF_STRONG: &str = "serif strong";
}

/// The palette of the theme in use.
pub fn palette(ui: &Ui) -> &'static Palette {
    ui.ctx()
        .data(|data| data.get_temp::<&'static Palette>(Id::NULL))
        .unwrap_or(&LIGHT)
}

/// Dresses the whole window in `theme`, with letters at `text_size` (1.0 is 100 %).
pub fn apply(ctx: &egui::Context, theme: Theme, text_size: f32) {
    let palette = Palette::of_theme(theme);
    ctx.data_mut(|data| data.insert_temp(Id::NULL, palette));
    ctx.set_theme(if theme == Theme::Dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(palette, theme);
        style.spacing.item_spacing = vec2(space::SMALL, space::SMALL);
        style.spacing.button_padding = vec2(12.0, 6.0);
        style.spacing.interact_size = Vec2::new(size::CONTROL, size::SMALL_CONTROL);
        style.spacing.menu_margin = egui::Margin::same(6);
        style.spacing.menu_width = 320.0;
        style.spacing.tooltip_width = 360.0;
        style.spacing.scroll.floating = true;
        style.spacing.scroll.bar_width = 8.0;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = 0.08;
        for (text_style, font) in &mut style.text_styles {
            *font = match text_style {
                egui::TextStyle::Small => FontId::proportional(letter::SMALL),
                egui::TextStyle::Heading => serif_strong(letter::HEADING),
                _ => FontId::proportional(letter::BODY),
            };
        }
    });
    if (ctx.zoom_factor() - text_size).abs() > f32::EPSILON {
        ctx.set_zoom_factor(text_size);
    }
}

fn visuals(palette: &Palette, theme: Theme) -> Visuals {
    let mut visuals = if theme == Theme::Dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let round = CornerRadius::same(size::ROUND);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.faint);
    visuals.hyperlink_color = palette.accent;
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.sheet;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = round;
    visuals.menu_corner_radius = round;
    visuals.window_shadow = soft_shadow(theme);
    visuals.popup_shadow = soft_shadow(theme);
    visuals.extreme_bg_color = palette.sheet;
    visuals.text_edit_bg_color = Some(palette.sheet);
    visuals.faint_bg_color = palette.panel;
    visuals.code_bg_color = palette.panel;
    visuals.warn_fg_color = palette.doubt;
    visuals.error_fg_color = palette.harm;
    visuals.selection.bg_fill = palette.accent_wash;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.striped = false;
    let widgets = &mut visuals.widgets;
    for (widget, fill, line, ink) in [
        (
            &mut widgets.noninteractive,
            palette.paper,
            palette.faint_line,
            palette.ink,
        ),
        (
            &mut widgets.inactive,
            palette.sheet,
            palette.line,
            palette.ink,
        ),
        (
            &mut widgets.hovered,
            palette.accent_wash,
            palette.accent,
            palette.ink,
        ),
        (
            &mut widgets.active,
            palette.accent_wash,
            palette.accent,
            palette.ink,
        ),
        (
            &mut widgets.open,
            palette.accent_wash,
            palette.accent,
            palette.ink,
        ),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, line);
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = round;
        widget.expansion = 0.0;
    }
    visuals
}

fn soft_shadow(theme: Theme) -> egui::epaint::Shadow {
    egui::epaint::Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if theme == Theme::Dark { 96 } else { 28 }),
    }
}

pub fn sans(points: f32) -> FontId {
    FontId::proportional(points)
}

pub fn sans_strong(points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(family::SANS_STRONG.into()))
}

pub fn serif(points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(family::SERIF.into()))
}

pub fn serif_strong(points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(family::SERIF_STRONG.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast ratio as WCAG 2.2 defines them.
    fn contrast(one: Color32, other: Color32) -> f32 {
        fn luminance(colour: Color32) -> f32 {
            let channel = |value: u8| {
                let value = f32::from(value) / 255.0;
                if value <= 0.040_45 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * channel(colour.r())
                + 0.7152 * channel(colour.g())
                + 0.0722 * channel(colour.b())
        }
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_can_be_read_in_every_theme() {
        for (theme, least) in [
            (Theme::Light, 4.5),
            (Theme::Dark, 4.5),
            (Theme::HighContrast, 7.0),
        ] {
            let palette = Palette::of_theme(theme);
            let grounds = [palette.paper, palette.panel, palette.sheet];
            let inks = [
                ("ink", palette.ink),
                ("secondary", palette.secondary),
                ("faint", palette.faint),
                ("accent", palette.accent),
                ("doubt", palette.doubt),
                ("harm", palette.harm),
                ("done", palette.done),
            ];
            for (name, ink) in inks {
                for ground in grounds {
                    let ratio = contrast(ink, ground);
                    assert!(ratio >= least, "{theme:?} {name} on {ground:?}: {ratio:.2}");
                }
            }
            for (name, ink, ground) in [
                ("a tag", palette.secondary, palette.raised),
                ("what the pointer is over", palette.ink, palette.raised),
                ("accent on its wash", palette.accent, palette.accent_wash),
                ("doubt on its wash", palette.doubt, palette.doubt_wash),
                ("harm on its wash", palette.harm, palette.harm_wash),
                ("the filled button", palette.on_accent, palette.accent),
                ("few", palette.ink, palette.depth(Depth::Plain, 0.0)),
                ("many", palette.ink, palette.depth(Depth::Plain, 1.0)),
                ("few signs", palette.ink, palette.depth(Depth::Harm, 0.0)),
                ("many signs", palette.ink, palette.depth(Depth::Harm, 1.0)),
            ] {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least, "{theme:?} {name}: {ratio:.2}");
            }
        }
    }
}
