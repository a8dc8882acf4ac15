use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
use super::table;
use super::words::counted;
use crate::chronology::{self, ComparisonRow, PeopleIndex, PersonContacts, SectorContacts};
use crate::model::{Review, Role};

/// Count each person's contacts with each sector, and whether abuse was asked about
///
/// An entry is a contact of a person whom the chair named in it, or whom the agency says it saw; where it does not say
/// whom it saw, being named in the record is enough, unless the panel decided otherwise. Entries joined as one event count
/// once among the events. Below stand the averages of other reviews that the template names, beside this review’s own.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern contacts anna.lantern --json")]
pub(super) struct Contacts {
    #[command(flatten)]
    review: ReviewFile,
    /// {people: [{name, role, sectors: [{sector, contacts, events, asked, not_asked, not_possible, not_recorded,
    /// disclosed, uncertain}], years: [{year, sectors}], outside_period}], comparisons: [{name, source, groups:
    /// [{name, sectors, average, here, victims}]}]}
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Counts<'a> {
    people: Vec<Person<'a>>,
    comparisons: Vec<Comparison<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    role: Role,
    sectors: Vec<Sector<'a>>,
    years: Vec<Year<'a>>,
    /// Wholly outside the period under review; counted in no sector.
    outside_period: u32,
}

#[derive(Serialize)]
struct Year<'a> {
    /// Null: the record may be of several years, or its date was not understood.
    year: Option<i32>,
    sectors: Vec<Sector<'a>>,
}

/// Averages over other reviews, and this review’s own.
#[derive(Serialize)]
struct Comparison<'a> {
    name: &'a str,
    source: &'a str,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    sectors: &'a [String],
    /// Contacts per victim in the other reviews.
    average: f64,
    /// Contacts per victim in this one; null where the register has no victim.
    here: Option<f64>,
    /// Over how many victims `here` is taken.
    victims: u32,
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
        let comparisons = chronology::comparisons(&review, &counts);
        if self.json {
            console.json(&Counts {
                people: as_json(&review, &counts),
                comparisons: comparisons.iter().map(comparison_as_json).collect(),
            })?;
            return Ok(Ending::Done);
        }
        if review.people.is_empty() {
            console.tell(
                "There is nobody in the register: enter people first (`lantern people … import`).",
            );
        }
        for contacts in &counts {
            tell(&review, contacts, console)?;
            tell_years(contacts, console)?;
        }
        tell_comparisons(&comparisons, console)?;
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
                years: contacts
                    .years
                    .iter()
                    .map(|year| Year {
                        year: year.year,
                        sectors: year.sectors.iter().map(sector_as_json).collect(),
                    })
                    .collect(),
                outside_period: contacts.outside_period,
            })
        })
        .collect()
}

fn sector_as_json(counts: &SectorContacts) -> Sector<'_> {
    Sector {
        sector: &counts.sector,
        contacts: counts.contacts,
        events: counts.events,
        asked: counts.asked,
        not_asked: counts.not_asked,
        not_possible: counts.not_possible,
        not_recorded: counts.not_recorded,
        disclosed: counts.disclosed,
        uncertain: counts.uncertain,
    }
}

fn comparison_as_json(row: &ComparisonRow) -> Comparison<'_> {
    Comparison {
        name: &row.name,
        source: &row.source,
        groups: row
            .groups
            .iter()
            .map(|group| Group {
                name: &group.name,
                sectors: &group.sectors,
                average: group.average,
                here: group.here,
                victims: group.victims,
            })
            .collect(),
    }
}

/// One line: how many contacts each year held.
fn tell_years(contacts: &PersonContacts, console: &mut Console) -> Result<(), Fault> {
    if contacts.years.is_empty() {
        return Ok(());
    }
    let years = contacts.years.iter().map(|year| {
        let count: u32 = year.sectors.iter().map(|cell| cell.contacts).sum();
        let name = year
            .year
            .map_or("no one year".to_owned(), |year| year.to_string());
        format!("{name}: {count}")
    });
    let years: Vec<String> = years.collect();
    console.say(&format!("  By year: {}", years.join(", ")))
}

/// Other reviews' averages beside this one's, as a table under each name.
fn tell_comparisons(rows: &[ComparisonRow], console: &mut Console) -> Result<(), Fault> {
    for row in rows {
        let victims = row.groups.first().map_or(0, |group| group.victims);
        console.say(&format!(
            "Contacts per victim, beside other reviews: {} ({})",
            row.name, row.source
        ))?;
        let cells: Vec<Vec<String>> = row
            .groups
            .iter()
            .map(|group| {
                let here = group
                    .here
                    .map_or("–".to_owned(), |here| format!("{here:.1}"));
                vec![group.name.clone(), format!("{:.1}", group.average), here]
            })
            .collect();
        for line in table::lines(&["Sectors", "There", "Here"], &cells, &[1, 2]) {
            console.say(&line)?;
        }
        console.say(&format!(
            "  Here: the average over {}.",
            counted(victims as usize, "victim", "victims")
        ))?;
    }
    Ok(())
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
