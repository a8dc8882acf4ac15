//! Printing what is shown: exactly these rows in this order, with words above them that say so.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ChronologyState;
use crate::app::open::SharedStore;
use crate::app::{Effect, Notice, Open, Problem, Task, TaskKind};
use crate::chronology::{Group, GroupKey, Grouping};
use crate::model::Review;
use crate::publish::{self, Options, Output};

/// Forms in which the chronology can be printed.
pub const PRINTED: [Output; 4] = [
    Output::ChronologyPdf,
    Output::ChronologyDocx,
    Output::ChronologyXlsx,
    Output::ChronologyCsv,
];

/// What was printed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub path: PathBuf,
    pub notes: Vec<String>,
}

/// The form that a file's ending stands for.
pub fn output_of(path: &Path) -> Option<Output> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    PRINTED
        .into_iter()
        .find(|output| output.extension() == ending)
}

impl ChronologyState {
    /// What the outputs are made with to print what is shown. Entries in folded groups are left out, and so are
    /// withdrawn ones, which no output holds; the note says how many.
    pub fn to_print(&self, review: &Review, options: Options) -> Options {
        let entry = |row: u32| review.entries.get(row as usize);
        let is_kept = |row: &u32| entry(*row).is_some_and(|entry| entry.withdrawn.is_none());
        let shown: Vec<u32> = self.lines.shown().collect();
        let rows: Vec<u32> = shown.iter().copied().filter(is_kept).collect();
        let mut note = self.in_words(review, rows.len());
        let folded = self.lines.rows.len() - shown.len();
        if folded > 0 {
            note.push_str(&format!("; without {folded} in folded groups"));
        }
        let withdrawn = shown.len() - rows.len();
        if withdrawn > 0 {
            note.push_str(&format!("; without {withdrawn} that were withdrawn"));
        }
        // By year is how the outputs part the order of time themselves.
        let by_year = matches!(self.grouping, Grouping::None | Grouping::Year);
        let headings = (!by_year || !self.sorting.is_by_time()).then(|| self.headings(&is_kept));
        Options {
            rows: Some(rows),
            note,
            headings,
            ..options
        }
    }

    /// Headings of the groups that are not folded, and where what stands in none begins.
    fn headings(&self, is_kept: &dyn Fn(&u32) -> bool) -> Vec<(usize, String)> {
        let kept = |group: &Group| {
            let rows = &self.lines.rows[group.rows.clone()];
            rows.iter().filter(|row| is_kept(row)).count()
        };
        let mut headings: Vec<(usize, String)> = Vec::new();
        let (mut printed, mut row) = (0, 0);
        for (index, group) in self.lines.groups.iter().enumerate() {
            let loose = &self.lines.rows[row..group.rows.start];
            let loose = loose.iter().filter(|row| is_kept(row)).count();
            if loose > 0 && row > 0 {
                headings.push((printed, self.between()));
            }
            printed += loose;
            row = group.rows.end;
            if self.lines.is_folded(index) {
                continue;
            }
            let rows = kept(group);
            if rows > 0 {
                headings.push((printed, group.name.clone()));
            }
            printed += rows;
        }
        let rest = self.lines.rows[row..].iter().filter(|row| is_kept(row));
        if row > 0 && rest.count() > 0 {
            headings.push((printed, self.between()));
        }
        headings
    }

    fn between(&self) -> String {
        let events = |group: &Group| matches!(group.key, GroupKey::Event(_));
        if self.lines.groups.first().is_some_and(events) {
            "In one record only".to_owned()
        } else {
            String::new()
        }
    }
}

/// Starts writing what is shown to `path`.
pub(super) fn start(
    open: &mut Open,
    output: Output,
    path: PathBuf,
) -> Result<Vec<Effect>, Problem> {
    let options = open
        .chronology
        .to_print(&open.review, Options::new(open.today));
    if options.rows.as_ref().is_some_and(Vec::is_empty) {
        return Err(Problem::new(
            "Nothing was printed",
            "No entry is shown that could be. Remove a filter or unfold a group first.",
        ));
    }
    open.chronology.printed = None;
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Ok(vec![Effect::Start(print(
        store, review, output, options, path,
    ))])
}

fn print(
    store: SharedStore,
    review: Arc<Review>,
    output: Output,
    options: Options,
    path: PathBuf,
) -> Task {
    let title = format!("Printing {}", output.title());
    Task::new(TaskKind::Write, title, move |progress| {
        let result = publish::write(&review, output, &options, &path, progress);
        let count = options.rows.as_ref().map_or(0, Vec::len);
        Box::new(move |state| {
            let Some(open) = state.open_as(&store) else {
                return Ok(Vec::new());
            };
            let made =
                result.map_err(|error| Problem::new("What is shown was not printed", error))?;
            let mut words = match count {
                1 => format!("1 entry printed to {}.", made.path.display()),
                _ => format!("{count} entries printed to {}.", made.path.display()),
            };
            for note in &made.notes {
                words.push(' ');
                words.push_str(note);
            }
            open.chronology.printed = Some(Printed {
                path: made.path,
                notes: made.notes,
            });
            state.tell(Notice::Done(words));
            Ok(Vec::new())
        })
    })
}
