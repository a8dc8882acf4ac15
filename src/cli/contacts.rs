use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
use super::table;
use super::words::counted;
use crate::chronology::{self, PeopleIndex, PersonContacts, SectorContacts};
use crate::model::{Review, Role};

/// Count each person's contacts with each sector, and whether abuse was asked about
///
/// An entry is a contact of a person whom the chair named in it, or whom the agency says it saw; where it does not say
/// whom it saw, being named in the record is enough. Every entry is an event of its own until entries are joined.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern contacts anna.lantern --json")]
pub(super) struct Contacts {
    #[command(flatten)]
    review: ReviewFile,
    /// {people: [{name, role, sectors: [{sector, contacts, events, asked, not_asked, not_possible, not_recorded,
    /// disclosed, uncertain}], outside_period}]}
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Counts<'a> {
    people: Vec<Person<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    role: Role,
    sectors: Vec<Sector<'a>>,
    /// Wholly outside the period under review; counted in no sector.
    outside_period: u32,
}

#[derive(Serialize)]
struct Sector<'a> {
    /// Key of the template's sector; empty: the agency has none.
    sector: &'a str,
    contacts: u32,
    events: u32,
    asked: u32,
    not_asked: u32,
    not_possible: u32,
    not_recorded: u32,
    disclosed: u32,
    /// Contacts in which the name may mean somebody else.
    uncertain: u32,
}

impl Contacts {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        let counts = chronology::contacts(&review, &PeopleIndex::of(&review));
        if self.json {
            console.json(&Counts {
                people: as_json(&review, &counts),
            })?;
            return Ok(Ending::Done);
        }
        if review.people.is_empty() {
            console.tell(
                "There is nobody in the register: enter people first (`lantern people … import`).",
            );
        }
        for contacts in counts {
            tell(&review, &contacts, console)?;
        }
        Ok(Ending::Done)
    }
}

fn as_json<'a>(review: &'a Review, counts: &'a [PersonContacts]) -> Vec<Person<'a>> {
    counts
        .iter()
        .filter_map(|contacts| {
            let person = review.person(contacts.person)?;
            Some(Person {
                name: &person.name,
                role: person.role,
                sectors: contacts.sectors.iter().map(sector_as_json).collect(),
                outside_period: contacts.outside_period,
            })
        })
        .collect()
}

fn sector_as_json(counts: &SectorContacts) -> Sector<'_> {
    Sector {
        sector: &counts.sector,
        contacts: counts.contacts,
        events: counts.contacts,
        asked: counts.asked,
        not_asked: counts.not_asked,
        not_possible: counts.not_possible,
        not_recorded: counts.not_recorded,
        disclosed: counts.disclosed,
        uncertain: counts.uncertain,
    }
}

/// One person's counts as a table under the name.
pub(super) fn tell(
    review: &Review,
    contacts: &PersonContacts,
    console: &mut Console,
) -> Result<(), Fault> {
    let Some(person) = review.person(contacts.person) else {
        return Ok(());
    };
    console.say(&format!(
        "{} ({})",
        person.name,
        person.role.words().to_lowercase()
    ))?;
    let mut rows: Vec<Vec<String>> = contacts
        .sectors
        .iter()
        .map(|counts| row(sector_name(review, &counts.sector), counts))
        .collect();
    if rows.is_empty() {
        console.say("  No contacts.")?;
    } else {
        rows.push(row("All", &contacts.total()));
        let headings = [
            "Sector",
            "Contacts",
            "Asked",
            "Not asked",
            "Not possible",
            "Not recorded",
            "Disclosed",
        ];
        for line in table::lines(&headings, &rows, &[1, 2, 3, 4, 5, 6]) {
            console.say(&line)?;
        }
    }
    let outside = contacts.outside_period as usize;
    if outside > 0 {
        console.say(&format!(
            "  {} outside the period under review, not counted above.",
            counted(outside, "contact lies", "contacts lie")
        ))?;
    }
    Ok(())
}

fn row(name: &str, counts: &SectorContacts) -> Vec<String> {
    let numbers = [
        counts.contacts,
        counts.asked,
        counts.not_asked,
        counts.not_possible,
        counts.not_recorded,
        counts.disclosed,
    ];
    std::iter::once(name.to_owned())
        .chain(numbers.map(|number| number.to_string()))
        .collect()
}

fn sector_name<'a>(review: &'a Review, key: &'a str) -> &'a str {
    let sectors = &review.template.sectors;
    match sectors.iter().find(|sector| sector.key == key) {
        Some(sector) => &sector.name,
        None if key.is_empty() => "No sector",
        None => key,
    }
}
