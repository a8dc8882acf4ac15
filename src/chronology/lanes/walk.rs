use super::Lanes;

impl Lanes {
    /// The mark beside another in its lane, by place; `None` at the edge of the screen.
    pub fn beside(&self, lane: usize, mark: usize, forward: bool) -> Option<usize> {
        let order = self.by_place(lane);
        let at = order.iter().position(|other| *other == mark)?;
        let next = if forward { at + 1 } else { at.checked_sub(1)? };
        order.get(next).copied()
    }

    /// The first (or last) mark of a lane on the screen.
    pub fn at_edge(&self, lane: usize, last: bool) -> Option<usize> {
        let order = self.by_place(lane);
        if last {
            order.last().copied()
        } else {
            order.first().copied()
        }
    }

    /// The mark nearest to `x` in the next lane below (or above) that has one on the screen.
    pub fn across(&self, lane: usize, x: f32, down: bool) -> Option<(usize, usize)> {
        let nearest = |lane: usize| {
            let marks = self.lanes[lane].marks.iter().enumerate();
            let away = |middle: f32| (middle - x).abs();
            marks
                .min_by(|(_, one), (_, other)| away(one.middle()).total_cmp(&away(other.middle())))
                .map(|(mark, _)| (lane, mark))
        };
        if down {
            (lane + 1..self.lanes.len()).find_map(nearest)
        } else {
            (0..lane.min(self.lanes.len())).rev().find_map(nearest)
        }
    }

    fn by_place(&self, lane: usize) -> Vec<usize> {
        let Some(lane) = self.lanes.get(lane) else {
            return Vec::new();
        };
        let mut order: Vec<usize> = (0..lane.marks.len()).collect();
        order.sort_by(|one, other| {
            let (one, other) = (&lane.marks[*one], &lane.marks[*other]);
            one.middle()
                .total_cmp(&other.middle())
                .then(one.row.cmp(&other.row))
        });
        order
    }
}
