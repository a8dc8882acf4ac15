//! Where the table stands: by line and not by distance, so that a million rows scroll as exactly as ten. Only lines near the
//! window are ever measured, and nothing is kept of the others.

/// The line at the upper edge, and how far into it the edge is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    pub line: usize,
    pub into: f32,
}

/// What is scrolled: so many lines, each as high as it turns out, behind a window of a height.
pub struct Sheet<'a> {
    pub lines: usize,
    pub view: f32,
    pub height: &'a mut dyn FnMut(usize) -> f32,
}

impl Sheet<'_> {
    fn height(&mut self, line: usize) -> f32 {
        (self.height)(line).max(1.0)
    }
}

impl Place {
    /// Further down by so many points (up where negative), never beyond either end.
    pub fn moved(self, by: f32, sheet: &mut Sheet) -> Self {
        let mut place = Self {
            into: self.into + by,
            ..self
        };
        while place.into < 0.0 && place.line > 0 {
            place.line -= 1;
            place.into += sheet.height(place.line);
        }
        while place.line + 1 < sheet.lines {
            let height = sheet.height(place.line);
            if place.into < height {
                break;
            }
            place.into -= height;
            place.line += 1;
        }
        place.within(sheet)
    }

    /// The same, or the end where the lines below do not fill the window.
    pub fn within(self, sheet: &mut Sheet) -> Self {
        if self.line == 0 && self.into <= 0.0 {
            return Self::default();
        }
        let mut filled = -self.into;
        for line in self.line..sheet.lines {
            filled += sheet.height(line);
            if filled >= sheet.view {
                return self;
            }
        }
        Self::end(sheet)
    }

    /// With the lower edge of the last line at the lower edge of the window.
    pub fn end(sheet: &mut Sheet) -> Self {
        Self::with_bottom_of(sheet.lines.saturating_sub(1), 0.0, sheet)
    }

    /// With the lower edge of a line so far above the lower edge of the window.
    pub fn with_bottom_of(line: usize, above: f32, sheet: &mut Sheet) -> Self {
        let view = sheet.view - above;
        Self::with_line_at(line, view - sheet.height(line), sheet)
    }

    /// With the upper edge of a line so far below the upper edge of the window.
    pub fn with_line_at(line: usize, below: f32, sheet: &mut Sheet) -> Self {
        let (mut line, mut into) = (line, -below);
        while into < 0.0 && line > 0 {
            line -= 1;
            into += sheet.height(line);
        }
        Self {
            line,
            into: into.max(0.0),
        }
    }

    /// How far down it is, from 0 at the beginning to 1 at the end, where lines are so high on the whole.
    pub fn share(self, average: f32, sheet: &mut Sheet) -> f32 {
        let last = last_place(average, sheet);
        if last <= 0.0 || sheet.lines == 0 {
            return 0.0;
        }
        let at = self.line as f64 + f64::from(self.into / sheet.height(self.line));
        ((at / last) as f32).clamp(0.0, 1.0)
    }

    pub fn at_share(share: f32, average: f32, sheet: &mut Sheet) -> Self {
        if share >= 0.999_9 {
            return Self::end(sheet);
        }
        let at = f64::from(share.max(0.0)) * last_place(average, sheet).max(0.0);
        let line = (at as usize).min(sheet.lines.saturating_sub(1));
        let into = at.fract() as f32 * sheet.height(line);
        Self { line, into }.within(sheet)
    }
}

fn last_place(average: f32, sheet: &Sheet) -> f64 {
    sheet.lines as f64 - f64::from(sheet.view / average.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Heights 10, 20, 30, 10, 20, 30 … behind a window of 100.
    fn with_sheet<T>(lines: usize, work: impl FnOnce(&mut Sheet) -> T) -> T {
        let mut height = |line: usize| [10.0, 20.0, 30.0][line % 3];
        work(&mut Sheet {
            lines,
            view: 100.0,
            height: &mut height,
        })
    }

    #[test]
    fn scrolling_passes_from_line_to_line_and_stops_at_the_ends() {
        let at = |line, into| Place { line, into };
        for (lines, from, by, expected) in [
            (9, at(0, 0.0), 5.0, at(0, 5.0)),
            (9, at(0, 0.0), 35.0, at(2, 5.0)),
            (9, at(2, 5.0), -35.0, at(0, 0.0)),
            (9, at(2, 5.0), -900.0, at(0, 0.0)),
            // 180 high: the end shows the last 100.
            (9, at(0, 0.0), 900.0, at(4, 10.0)),
            (2, at(0, 0.0), 50.0, at(0, 0.0)),
            (0, at(0, 0.0), 50.0, at(0, 0.0)),
            (1_000_000, at(999_990, 0.0), 40.0, at(999_992, 10.0)),
        ] {
            let moved = with_sheet(lines, |sheet| from.moved(by, sheet));
            assert_eq!(moved, expected, "{lines} lines, {from:?} by {by}");
        }
    }

    #[test]
    fn a_line_is_brought_where_it_is_wanted() {
        with_sheet(9, |sheet| {
            let place = Place::with_line_at(5, 15.0, sheet);
            assert_eq!(place, Place { line: 4, into: 5.0 });
            let place = Place::with_bottom_of(5, 0.0, sheet);
            assert_eq!(
                place,
                Place {
                    line: 1,
                    into: 10.0
                }
            );
        });
    }

    #[test]
    fn the_bar_leads_to_both_ends_and_back() {
        with_sheet(1_000_000, |sheet| {
            assert_eq!(Place::at_share(0.0, 20.0, sheet), Place::default());
            assert_eq!(Place::at_share(1.0, 20.0, sheet), Place::end(sheet));
            for share in [0.1_f32, 0.5, 0.9] {
                let place = Place::at_share(share, 20.0, sheet);
                assert!((place.share(20.0, sheet) - share).abs() < 1e-4, "{place:?}");
            }
        });
    }
}
