use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;

use crate::model::{AgencyId, Entry, EntryId, Review, Tagging};

/// What goes across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Across {
    #[default]
    Agencies,
    Years,
}

/// Weaknesses (and good practice) down, agencies or years across.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// Those of the list in its order, then others that taggings carry. The row of a weakness counts what is tagged with its parts.
    pub rows: Vec<Row>,
    /// Every agency in the order of the register, or every year that has a record; last, where a tagged record needs it,
    /// [`Column::NoSingleYear`].
    pub columns: Vec<Total>,
    /// Over all columns. `tagged` and `weak` are each record once.
    pub all: Total,
    /// Records that were withdrawn and are tagged: they count in no cell.
    pub withdrawn: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Key of the weakness.
    pub weakness: String,
    pub good_practice: bool,
    /// A part of the weakness whose row stands above it, and counted there, too.
    pub is_part: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
    pub all: Cell,
}

/// What was tagged with one weakness in the records of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// An entry tagged by two coders counts twice.
    pub taggings: usize,
    /// The entries, each once, in the order asked for: what the cell opens.
    pub entries: Vec<EntryId>,
    /// How many of the entries more than one coder tagged so.
    pub by_several: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Column {
    Agency(AgencyId),
    Year(i32),
    /// The record may be of several years, or its date was not understood.
    #[default]
    NoSingleYear,
}

/// What one column counts in all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Total {
    pub column: Column,
    /// Records, tagged or not: the n of the column.
    pub records: usize,
    /// Records tagged with a weakness, each once; good practice is none.
    pub weak: Vec<EntryId>,
}

impl Matrix {
    pub fn cell(&self, weakness: &str, column: Column) -> Option<&Cell> {
        let row = self.rows.iter().find(|row| row.weakness == weakness)?;
        let place = self.columns.iter().position(|one| one.column == column)?;
        row.cells.get(place)
    }

    /// The most records that one cell holds.
    pub fn most(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| cell.entries.len()).max().unwrap_or(0)
    }

    pub fn is_untagged(&self) -> bool {
        self.rows.iter().all(|row| row.all.entries.is_empty())
    }
}

/// Counts the taggings of the entries of `order` (as from [`crate::chronology::in_order`], or a part of it) that are not
/// withdrawn. Each cell holds its entries in that order.
pub fn matrix(review: &Review, order: &[u32], across: Across) -> Matrix {
    let standing: Vec<&Entry> = order
        .iter()
        .filter_map(|index| review.entries.get(*index as usize))
        .filter(|entry| entry.withdrawn.is_none())
        .map(|entry| &**entry)
        .collect();
    let tags = Tags::of(review);
    let families = families(review);
    let columns = columns(review, &standing, &tags, across);
    let place_of: HashMap<Column, usize> = columns
        .iter()
        .zip(0..)
        .map(|(total, place)| (total.column, place))
        .collect();
    let mut matrix = Matrix {
        rows: rows(review, columns.len()),
        columns,
        all: Total {
            records: standing.len(),
            ..Total::default()
        },
        withdrawn: tags.withdrawn(review),
    };
    for entry in standing {
        let tags = tags.of_entry(entry.id);
        if let Some(place) = place_of.get(&column_of(entry, across)) {
            matrix.count(entry.id, *place, tags, &families);
        }
    }
    matrix
}

impl Matrix {
    fn count(
        &mut self,
        entry: EntryId,
        place: usize,
        tags: &BTreeMap<&str, Vec<&str>>,
        families: &HashMap<&str, Vec<&str>>,
    ) {
        if tags.is_empty() {
            return;
        }
        let mut weak = false;
        for row in &mut self.rows {
            let mut coders = tags.get(row.weakness.as_str()).cloned().unwrap_or_default();
            for part in families.get(row.weakness.as_str()).into_iter().flatten() {
                coders.extend(tags.get(part).into_iter().flatten());
            }
            if coders.is_empty() {
                continue;
            }
            row.cells[place].take_in(entry, &coders);
            row.all.take_in(entry, &coders);
            weak |= !row.good_practice;
        }
        if weak {
            self.columns[place].weak.push(entry);
            self.all.weak.push(entry);
        }
    }
}

impl Cell {
    fn take_in(&mut self, entry: EntryId, coders: &[&str]) {
        self.taggings += coders.len();
        self.entries.push(entry);
        let different: HashSet<&&str> = coders.iter().collect();
        self.by_several += usize::from(different.len() > 1);
    }
}

/// The coders of each entry’s tags.
struct Tags<'a> {
    by_entry: HashMap<EntryId, BTreeMap<&'a str, Vec<&'a str>>>,
    none: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Tags<'a> {
    fn of(review: &'a Review) -> Self {
        let mut by_entry: HashMap<EntryId, BTreeMap<&str, Vec<&str>>> = HashMap::new();
        for Tagging {
            entry,
            weakness,
            coder,
            ..
        } in &review.taggings
        {
            let tags = by_entry.entry(*entry).or_default();
            tags.entry(weakness).or_default().push(coder);
        }
        Self {
            by_entry,
            none: BTreeMap::new(),
        }
    }

    fn of_entry(&self, id: EntryId) -> &BTreeMap<&'a str, Vec<&'a str>> {
        self.by_entry.get(&id).unwrap_or(&self.none)
    }

    fn withdrawn(&self, review: &Review) -> Vec<EntryId> {
        let mut ids: Vec<EntryId> = self.by_entry.keys().copied().collect();
        ids.sort_unstable();
        ids.retain(|id| {
            let entry = review.entry(*id);
            entry.is_some_and(|entry| entry.withdrawn.is_some())
        });
        ids
    }
}

/// The parts of each weakness that has any.
fn families(review: &Review) -> HashMap<&str, Vec<&str>> {
    let mut families: HashMap<&str, Vec<&str>> = HashMap::new();
    for part in review.weaknesses.iter().filter(|one| one.is_part()) {
        families.entry(&part.parent).or_default().push(&part.key);
    }
    families
}

fn rows(review: &Review, columns: usize) -> Vec<Row> {
    let weaknesses = review.weaknesses.iter();
    let mut keys: Vec<(&str, bool, bool)> = weaknesses
        .map(|weakness| {
            let key = weakness.key.as_str();
            (key, weakness.good_practice, weakness.is_part())
        })
        .collect();
    for tagging in &review.taggings {
        if !keys.iter().any(|(key, ..)| *key == tagging.weakness) {
            keys.push((&tagging.weakness, false, false));
        }
    }
    keys.into_iter()
        .map(|(key, good_practice, is_part)| Row {
            weakness: key.to_owned(),
            good_practice,
            is_part,
            cells: vec![Cell::default(); columns],
            all: Cell::default(),
        })
        .collect()
}

fn columns(review: &Review, standing: &[&Entry], tags: &Tags<'_>, across: Across) -> Vec<Total> {
    let mut records: HashMap<Column, usize> = HashMap::new();
    let mut columns: BTreeSet<Column> = BTreeSet::new();
    for entry in standing {
        let column = column_of(entry, across);
        *records.entry(column).or_default() += 1;
        if column != Column::NoSingleYear || !tags.of_entry(entry.id).is_empty() {
            columns.insert(column);
        }
    }
    let columns: Vec<Column> = match across {
        Across::Agencies => {
            let agencies = review.agencies.iter();
            agencies.map(|agency| Column::Agency(agency.id)).collect()
        }
        Across::Years => columns.into_iter().collect(),
    };
    columns
        .into_iter()
        .map(|column| Total {
            column,
            records: records.get(&column).copied().unwrap_or(0),
            weak: Vec::new(),
        })
        .collect()
}

fn column_of(entry: &Entry, across: Across) -> Column {
    if across == Across::Agencies {
        return Column::Agency(entry.agency);
    }
    let ends = entry.when.earliest.zip(entry.when.latest);
    ends.map(|(earliest, latest)| (earliest.date.year(), latest.date.year()))
        .filter(|(earliest, latest)| earliest == latest)
        .map_or(Column::NoSingleYear, |(year, _)| Column::Year(year))
}
