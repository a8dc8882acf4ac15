//! Heights of the table's rows: measured where seen, estimated where not, so that a hundred thousand rows scroll
//! like a hundred.

/// Where each row stands, for one list of rows at one width.
#[derive(Debug, Default)]
pub struct Heights {
    of: (u64, u32),
    heights: Vec<f32>,
    /// `tops[i]` is where row `i` begins; one longer than `heights`.
    tops: Vec<f32>,
    stale: bool,
}

impl Heights {
    /// Begins anew when the rows or the width have changed. `estimate` is asked once per row.
    pub fn ensure(
        &mut self,
        version: u64,
        width: f32,
        count: usize,
        estimate: impl Fn(usize) -> f32,
    ) {
        let of = (version, width.round() as u32);
        if self.of == of && self.heights.len() == count {
            return;
        }
        self.of = of;
        self.heights = (0..count).map(estimate).collect();
        self.stale = true;
        self.settle();
    }

    /// What a row turned out to need.
    pub fn measured(&mut self, row: usize, height: f32) {
        if let Some(known) = self.heights.get_mut(row)
            && (*known - height).abs() > 0.5
        {
            *known = height;
            self.stale = true;
        }
    }

    /// Takes measured heights into account.
    pub fn settle(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        self.tops.clear();
        self.tops.push(0.0);
        let mut top = 0.0_f64;
        for height in &self.heights {
            top += f64::from(*height);
            self.tops.push(top as f32);
        }
    }

    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    pub fn top(&self, row: usize) -> f32 {
        self.tops.get(row).copied().unwrap_or_else(|| self.total())
    }

    pub fn height(&self, row: usize) -> f32 {
        self.heights.get(row).copied().unwrap_or(0.0)
    }

    /// The row at a distance from the top; the last one below the end.
    pub fn row_at(&self, y: f32) -> usize {
        self.tops
            .partition_point(|top| *top <= y)
            .saturating_sub(1)
            .min(self.heights.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_place() {
        let mut heights = Heights::default();
        heights.ensure(1, 600.0, 3, |_| 40.0);
        for (y, row) in [(0.0, 0), (39.0, 0), (40.0, 1), (119.0, 2), (500.0, 2)] {
            assert_eq!(heights.row_at(y), row, "{y}");
        }
        heights.measured(0, 100.0);
        heights.settle();
        for (y, row) in [(99.0, 0), (100.0, 1), (141.0, 2)] {
            assert_eq!(heights.row_at(y), row, "{y} after measuring");
        }
        assert_eq!(heights.total(), 180.0);
    }

    #[test]
    fn no_rows_are_no_height() {
        let mut heights = Heights::default();
        heights.ensure(1, 600.0, 0, |_| 40.0);
        assert_eq!((heights.total(), heights.row_at(10.0)), (0.0, 0));
    }
}
