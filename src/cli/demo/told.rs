//! What the demonstration says of the review it has built.

use super::folder::Folder;
use crate::chronology::{self, PeopleIndex};
use crate::cli::console::Console;
use crate::cli::contacts;
use crate::cli::ending::Fault;
use crate::cli::table;
use crate::cli::words::counted;
use crate::model::{Agency, Entry, Import, Review, Role};
use crate::sample;

/// More of them are counted, not listed.
const LISTED: usize = 40;

/// Entries and doubts per agency and return.
pub(super) fn returns(review: &Review, console: &mut Console) -> Result<(), Fault> {
    let mut rows: Vec<Vec<String>> = review
        .agencies
        .iter()
        .flat_map(|agency| returns_of(review, agency))
        .collect();
    let sum =
        |count: fn(&Import) -> usize| review.imports.iter().map(count).sum::<usize>().to_string();
    rows.push(vec![
        "All".to_owned(),
        counted(review.imports.len(), "return", "returns"),
        sum(|import| import.entries as usize),
        sum(|import| import.doubts.len()),
        sum(|import| import.skipped.len()),
    ]);
    let headings = ["Agency", "Return", "Entries", "Doubts", "Skipped rows"];
    for line in table::lines(&headings, &rows, &[2, 3, 4]) {
        console.say(&line)?;
    }
    Ok(())
}

fn returns_of(review: &Review, agency: &Agency) -> Vec<Vec<String>> {
    let row = |file: &str, numbers: [String; 3]| {
        let mut row = vec![agency.name.clone(), file.to_owned()];
        row.extend(numbers);
        row
    };
    let rows: Vec<Vec<String>> = review
        .imports
        .iter()
        .filter(|import| import.agency == agency.id)
        .map(|import| {
            let numbers = [
                import.entries as usize,
                import.doubts.len(),
                import.skipped.len(),
            ];
            row(&import.file, numbers.map(|number| number.to_string()))
        })
        .collect();
    if rows.is_empty() {
        return vec![row("(none received)", Default::default())];
    }
    rows
}

/// Entries whose date was not understood, word for word, and how many doubts there are besides.
pub(super) fn not_understood(review: &Review, console: &mut Console) -> Result<(), Fault> {
    let missing: Vec<&Entry> = review
        .entries
        .iter()
        .map(AsRef::as_ref)
        .filter(|entry| !entry.when.is_understood())
        .collect();
    console.say(&format!(
        "\nNot understood, kept as written at the end of the chronology: {}",
        counted(missing.len(), "date", "dates")
    ))?;
    for entry in missing.iter().take(LISTED) {
        let wording = match entry.when.wording.trim() {
            "" => "no date given".to_owned(),
            wording => format!("“{wording}”"),
        };
        let source = &entry.source;
        console.say(&format!("  {}, {}: {wording}", source.file, source.place))?;
    }
    if missing.len() > LISTED {
        console.say(&format!("  and {} more", missing.len() - LISTED))?;
    }
    let assumed = review
        .entries
        .iter()
        .filter(|entry| entry.when.is_understood() && entry.when.is_doubtful())
        .count();
    console.say(&format!(
        "Understood with something assumed or to be checked, said beside each: {}",
        counted(assumed, "date", "dates")
    ))
}

/// Contacts per sector of those the review is about.
pub(super) fn contacts(review: &Review, console: &mut Console) -> Result<(), Fault> {
    console.say("\nContacts per sector, and whether abuse was asked about:")?;
    let people = PeopleIndex::of(review);
    for counts in chronology::contacts(review, &people) {
        let role = review.person(counts.person).map(|person| person.role);
        if matches!(role, Some(Role::Victim | Role::Perpetrator)) {
            contacts::tell(review, &counts, console)?;
        }
    }
    Ok(())
}

pub(super) fn places(folder: &Folder, console: &mut Console) -> Result<(), Fault> {
    console.say(&format!(
        "\nThe review: {}\n  Its passphrase: {}\n  To open it: lantern \"{}\"",
        folder.review().display(),
        sample::PASSPHRASE,
        folder.review().display()
    ))
}
