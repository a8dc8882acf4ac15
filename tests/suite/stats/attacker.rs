//! A reader who tries to work out what a release leaves out. Knows nothing of how it was left out: tries every filling of whole
//! numbers that agrees with what is in print, with every sum, and with what the marks say of the rest. What another count is
//! said to protect, though it is not printed itself, is taken to be small.

use std::collections::{BTreeMap, BTreeSet};

use lantern::stats::disclosure::{Mark, Place, Release, Rule, Spot, Table, Why};

/// Which places of which tables are one and the same figure: (place in one, place in the other).
pub type Shared = [((usize, Place), (usize, Place))];

pub struct Attacker {
    /// What the reader takes each figure to be, at first.
    ranges: Vec<(i64, i64)>,
    /// Total and parts.
    sums: Vec<(usize, Vec<usize>)>,
    places: BTreeMap<(usize, Place), usize>,
    truth: Vec<i64>,
    /// Figures that are left out, or that are small and follow from others.
    pub hidden: Vec<usize>,
}

impl Attacker {
    pub fn reading(tables: &[Table], release: &Release, shared: &Shared) -> Self {
        let rule = release.rule;
        let mut attacker = Self {
            ranges: Vec::new(),
            sums: Vec::new(),
            places: BTreeMap::new(),
            truth: Vec::new(),
            hidden: Vec::new(),
        };
        let (mut shown, mut left_out) = (BTreeSet::new(), BTreeSet::new());
        let most = tables.iter().filter_map(|table| table.count(Place::Total));
        let far = most.max().unwrap_or(0) as i64 + 2 * rule.least_values() as i64;
        let marks = release.tables.iter().flat_map(|table| table.marks.values());
        let reasons: Vec<&Why> = marks
            .filter_map(|mark| match mark {
                Mark::Suppressed(why) => Some(why),
                _ => None,
            })
            .collect();
        for (number, table) in tables.iter().enumerate() {
            let marks = &release.table(&table.key).expect("the table").marks;
            for (place, mark) in marks {
                if *mark != Mark::Empty {
                    let same = shared.iter().find(|(_, other)| *other == (number, *place));
                    let same = same.and_then(|(one, _)| attacker.places.get(one).copied());
                    let truth = table.count(*place).expect("a count") as i64;
                    let (key, place) = (table.key.clone(), *place);
                    let named = Why::ToProtect(Spot { table: key, place });
                    let guessed = *mark == Mark::Unprinted && reasons.contains(&&named);
                    let small = Mark::Suppressed(Why::Small);
                    let range = seen(if guessed { &small } else { mark }, rule, far);
                    let figure = attacker.note((number, place), same, truth, range);
                    match mark {
                        Mark::Shown(_) => shown.insert(figure),
                        Mark::Suppressed(_) => left_out.insert(figure),
                        Mark::Empty | Mark::Unprinted => false,
                    };
                }
            }
            attacker.add_up(number, table);
        }
        for figure in 0..attacker.ranges.len() {
            let small = rule.is_small(attacker.truth[figure] as u64);
            let at = |known: &BTreeSet<usize>| known.contains(&figure);
            assert!(!(at(&shown) && small), "a small count is in print");
            assert!(!(at(&shown) && at(&left_out)), "left out in one place only");
            if at(&left_out) || (small && !at(&shown)) {
                attacker.hidden.push(figure);
            }
        }
        attacker
    }

    fn note(
        &mut self,
        at: (usize, Place),
        same: Option<usize>,
        truth: i64,
        (low, high): (i64, i64),
    ) -> usize {
        let figure = same.unwrap_or_else(|| {
            self.ranges.push((low, high));
            self.truth.push(truth);
            self.ranges.len() - 1
        });
        let known = &mut self.ranges[figure];
        *known = (known.0.max(low), known.1.min(high));
        assert_eq!(self.truth[figure], truth, "the test shares unlike figures");
        self.places.insert(at, figure);
        figure
    }

    fn add_up(&mut self, number: usize, table: &Table) {
        let at = |place: Place| self.places.get(&(number, place)).copied();
        let (rows, columns) = (table.rows.len(), table.columns.len());
        let cell = |row, column| at(Place::Cell { row, column });
        let mut sums: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        if columns == 0 {
            let parts = (0..rows).filter_map(|row| cell(row, 0));
            sums.push((at(Place::Total), parts.collect()));
        } else {
            for row in 0..rows {
                let parts = (0..columns).filter_map(|column| cell(row, column));
                sums.push((at(Place::RowTotal(row)), parts.collect()));
            }
            for column in 0..columns {
                let parts = (0..rows).filter_map(|row| cell(row, column));
                sums.push((at(Place::ColumnTotal(column)), parts.collect()));
            }
            let of_rows = (0..rows).filter_map(|row| at(Place::RowTotal(row)));
            sums.push((at(Place::Total), of_rows.collect()));
            let of_columns = (0..columns).filter_map(|column| at(Place::ColumnTotal(column)));
            sums.push((at(Place::Total), of_columns.collect()));
        }
        let known = sums
            .into_iter()
            .filter_map(|(total, parts)| Some((total?, parts)));
        self.sums.extend(known.collect::<Vec<_>>());
    }

    /// What is left out, and can be told from fewer than `least` whole numbers.
    pub fn finds(&self, least: u64) -> Vec<String> {
        assert!(
            self.is_possible_with(&self.truth.iter().map(|it| (*it, *it)).collect::<Vec<_>>()),
            "the truth contradicts the marks"
        );
        let found = self.hidden.iter().filter_map(|figure| {
            let (low, high) = self.ranges[*figure];
            let mut first = None;
            for value in low..=high {
                let mut ranges = self.ranges.clone();
                ranges[*figure] = (value, value);
                if self.is_possible_with(&ranges) {
                    let first = *first.get_or_insert(value);
                    if value - first + 1 >= least as i64 {
                        return None;
                    }
                }
            }
            let places = self.places.iter().filter(|(_, other)| *other == figure);
            let places: Vec<_> = places.map(|(at, _)| at).collect();
            Some(format!("{places:?} is {}", self.truth[*figure]))
        });
        found.collect()
    }

    /// Whether any filling of whole numbers lies within `ranges` and adds up.
    fn is_possible_with(&self, ranges: &[(i64, i64)]) -> bool {
        let mut ranges = ranges.to_vec();
        if !self.narrows(&mut ranges) {
            return false;
        }
        let open = (0..ranges.len()).filter(|figure| ranges[*figure].0 < ranges[*figure].1);
        let Some(figure) = open.min_by_key(|figure| ranges[*figure].1 - ranges[*figure].0) else {
            return true;
        };
        let (low, high) = ranges[figure];
        (low..=high).any(|value| {
            let mut tried = ranges.clone();
            tried[figure] = (value, value);
            self.is_possible_with(&tried)
        })
    }

    /// Takes away what no sum allows, as long as something goes. False: nothing is left.
    fn narrows(&self, ranges: &mut [(i64, i64)]) -> bool {
        loop {
            let before = ranges.to_vec();
            for (total, parts) in &self.sums {
                let low: i64 = parts.iter().map(|part| ranges[*part].0).sum();
                let high: i64 = parts.iter().map(|part| ranges[*part].1).sum();
                let whole = ranges[*total];
                ranges[*total] = (whole.0.max(low), whole.1.min(high));
                let whole = ranges[*total];
                for part in parts {
                    let own = ranges[*part];
                    let least = whole.0 - (high - own.1);
                    let most = whole.1 - (low - own.0);
                    ranges[*part] = (own.0.max(least), own.1.min(most));
                }
            }
            if ranges.iter().any(|(low, high)| low > high) {
                return false;
            }
            if before == ranges {
                return true;
            }
        }
    }
}

/// What a mark tells.
fn seen(mark: &Mark, rule: Rule, far: i64) -> (i64, i64) {
    match mark {
        Mark::Shown(count) => (*count as i64, *count as i64),
        Mark::Suppressed(Why::Small) => {
            (i64::from(!rule.hides_zeros()), rule.threshold() as i64 - 1)
        }
        Mark::Suppressed(Why::ToProtect(_)) => (rule.threshold() as i64, far),
        Mark::Suppressed(Why::Withheld) | Mark::Unprinted | Mark::Empty => (0, far),
    }
}
