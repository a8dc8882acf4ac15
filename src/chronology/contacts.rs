use super::{How, Named, PeopleIndex};
use crate::model::{Disclosure, Enquiry, Entry, PersonId, Review};

/// How often each sector was in contact with one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonContacts {
    pub person: PersonId,
    /// In the template's order; only sectors with a contact. An empty key: the agency has no sector.
    pub sectors: Vec<SectorContacts>,
    /// Contacts that lie wholly outside the period under review, and are counted nowhere else.
    pub outside_period: u32,
}

impl PersonContacts {
    /// The sum over all sectors; its `sector` is empty.
    pub fn total(&self) -> SectorContacts {
        let mut total = SectorContacts::default();
        for sector in &self.sectors {
            total.contacts += sector.contacts;
            total.asked += sector.asked;
            total.not_asked += sector.not_asked;
            total.not_possible += sector.not_possible;
            total.not_recorded += sector.not_recorded;
            total.disclosed += sector.disclosed;
            total.uncertain += sector.uncertain;
        }
        total
    }
}

/// `contacts` is the sum of the four answers to whether abuse was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectorContacts {
    /// Key of the template's sector.
    pub sector: String,
    pub contacts: u32,
    pub asked: u32,
    pub not_asked: u32,
    pub not_possible: u32,
    pub not_recorded: u32,
    pub disclosed: u32,
    /// Those of the contacts in which the name may mean somebody else.
    pub uncertain: u32,
}

/// Contacts of each person in the register with each sector, in the register's order.
///
/// The rule: an entry is a contact of a person when the chair named the person in it, or its cell of who was seen
/// names the person. Where that cell is empty, being named in the record (not in its author's comment) is
/// enough. Each entry counts once, also where several agencies recorded the same event. Entries that lie wholly
/// outside the period under review are counted apart.
pub fn contacts(review: &Review, people: &PeopleIndex) -> Vec<PersonContacts> {
    let sectors = sectors_of(review);
    let mut tables: Vec<(PersonContacts, Vec<SectorContacts>)> = review
        .people
        .iter()
        .map(|person| {
            let empty = sectors.iter().map(|key| SectorContacts {
                sector: (*key).to_owned(),
                ..SectorContacts::default()
            });
            let contacts = PersonContacts {
                person: person.id,
                sectors: Vec::new(),
                outside_period: 0,
            };
            (contacts, empty.collect())
        })
        .collect();
    for (index, entry) in review.entries.iter().enumerate() {
        let sector = review
            .agency(entry.agency)
            .map_or("", |agency| agency.sector.as_str());
        let column = sectors.iter().position(|key| *key == sector);
        for named in people.in_entry(index) {
            let row = tables
                .iter_mut()
                .find(|(contacts, _)| contacts.person == named.person);
            if let (Some((contacts, cells)), Some(column)) = (row, column)
                && is_contact(entry, named)
            {
                if is_outside_period(review, entry) {
                    contacts.outside_period += 1;
                } else {
                    count(&mut cells[column], entry, named);
                }
            }
        }
    }
    tables
        .into_iter()
        .map(|(mut contacts, cells)| {
            contacts.sectors = cells.into_iter().filter(|cell| cell.contacts > 0).collect();
            contacts
        })
        .collect()
}

/// The template's sectors, then others that agencies carry, then none.
fn sectors_of(review: &Review) -> Vec<&str> {
    let mut sectors: Vec<&str> = review
        .template
        .sectors
        .iter()
        .map(|sector| sector.key.as_str())
        .collect();
    for agency in &review.agencies {
        if !agency.sector.is_empty() && !sectors.contains(&agency.sector.as_str()) {
            sectors.push(&agency.sector);
        }
    }
    sectors.push("");
    sectors
}

fn is_contact(entry: &Entry, named: &Named) -> bool {
    match named.how {
        How::ByHand | How::Seen => true,
        How::InText => entry.seen.trim().is_empty() && !named.comment_only,
    }
}

fn is_outside_period(review: &Review, entry: &Entry) -> bool {
    let details = &review.details;
    let too_early = details
        .scope_from
        .zip(entry.when.latest)
        .is_some_and(|(from, latest)| latest.date < from);
    let too_late = details
        .scope_until
        .zip(entry.when.earliest)
        .is_some_and(|(until, earliest)| earliest.date > until);
    too_early || too_late
}

fn count(cell: &mut SectorContacts, entry: &Entry, named: &Named) {
    cell.contacts += 1;
    match entry.enquiry {
        Enquiry::Asked => cell.asked += 1,
        Enquiry::NotAsked => cell.not_asked += 1,
        Enquiry::NotPossible => cell.not_possible += 1,
        Enquiry::NotRecorded => cell.not_recorded += 1,
    }
    if entry.disclosure == Disclosure::Disclosed {
        cell.disclosed += 1;
    }
    if named.uncertain {
        cell.uncertain += 1;
    }
}
