//! How often each sector was in contact with each person, by year, and whether abuse was asked about.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{How, Named, PeopleIndex};
use crate::model::{
    AgencyId, ContactRule, Disclosure, Enquiry, Entry, EntryId, EventId, PersonId, Review,
};

/// How often each sector was in contact with one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonContacts {
    pub person: PersonId,
    /// In the template's order; only sectors with a contact. An empty key: the agency has no sector.
    pub sectors: Vec<SectorContacts>,
    /// The same contacts by year, in order; last those of which no single year is known.
    pub years: Vec<YearContacts>,
    /// Contacts that lie wholly outside the period under review, and are counted nowhere else.
    pub outside_period: u32,
}

/// One person's contacts of one calendar year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearContacts {
    /// `None`: the record may be of several years, or its date was not understood.
    pub year: Option<i32>,
    /// As [`PersonContacts::sectors`].
    pub sectors: Vec<SectorContacts>,
}

impl PersonContacts {
    /// The sum over all sectors; its `sector` is empty. An event that two sectors recorded counts in each.
    pub fn total(&self) -> SectorContacts {
        let mut total = SectorContacts::default();
        for sector in &self.sectors {
            total.contacts += sector.contacts;
            total.events += sector.events;
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
    /// Different happenings among the contacts: records of one joined event count once.
    pub events: u32,
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
/// enough, unless [`ContactRule::named_in_text`] is off. Each entry counts once; with [`ContactRule::event_once`]
/// the records of one agency of one joined event are one contact: asked when one of them says so, then not possible,
/// then not asked; disclosed when one says so; certain when one is; of the year of the first. Entries that
/// lie wholly outside the period under review are counted apart, withdrawn ones not at all.
pub fn contacts(review: &Review, people: &PeopleIndex) -> Vec<PersonContacts> {
    let sectors = Sectors::of(review);
    let tables = tables(review, people, &sectors, |_| true);
    review
        .people
        .iter()
        .zip(tables)
        .map(|(person, table)| table.counted(person.id, &sectors))
        .collect()
}

/// One contact by the same rule, with the records it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Key of the template's sector; empty: the agency has none.
    pub sector: String,
    pub year: Option<i32>,
    pub enquiry: Enquiry,
    pub disclosed: bool,
    pub uncertain: bool,
    /// More than one only with [`ContactRule::event_once`].
    pub entries: Vec<EntryId>,
}

/// What stands behind the figures of one person's contacts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactList {
    pub contacts: Vec<Contact>,
    /// Records of contacts that lie wholly outside the period under review.
    pub outside_period: Vec<EntryId>,
}

/// The contacts that [`contacts`] counts for one person, each on its own.
pub fn contact_list(review: &Review, people: &PeopleIndex, person: PersonId) -> ContactList {
    let sectors = Sectors::of(review);
    let mut tables = tables(review, people, &sectors, |id| id == person);
    let place = review.people.iter().position(|one| one.id == person);
    let Some(place) = place else {
        return ContactList::default();
    };
    let table = std::mem::take(&mut tables[place]);
    let listed = table.contacts.into_iter().map(|one| Contact {
        sector: sectors.keys[one.column].to_owned(),
        year: one.year,
        enquiry: one.enquiry,
        disclosed: one.disclosed,
        uncertain: one.uncertain,
        entries: one.entries,
    });
    ContactList {
        contacts: listed.collect(),
        outside_period: table.outside_period,
    }
}

/// One for each person of the register; those who are not wanted stay empty.
fn tables(
    review: &Review,
    people: &PeopleIndex,
    sectors: &Sectors,
    wanted: impl Fn(PersonId) -> bool,
) -> Vec<Table> {
    let event_of: HashMap<EntryId, EventId> = review
        .events
        .iter()
        .flat_map(|event| event.entries.iter().map(|entry| (*entry, event.id)))
        .collect();
    let row_of: HashMap<PersonId, usize> = review
        .people
        .iter()
        .zip(0..)
        .filter(|(person, _)| wanted(person.id))
        .map(|(person, row)| (person.id, row))
        .collect();
    let mut tables: Vec<Table> = review.people.iter().map(|_| Table::default()).collect();
    for (index, entry) in review.entries.iter().enumerate() {
        if entry.withdrawn.is_some() {
            continue;
        }
        for named in people.in_entry(index) {
            if let Some(row) = row_of.get(&named.person)
                && is_contact(entry, named, review.details.contacts)
            {
                tables[*row].take_in(review, sectors, &event_of, entry, named);
            }
        }
    }
    tables
}

fn is_contact(entry: &Entry, named: &Named, rule: ContactRule) -> bool {
    match named.how {
        How::ByHand | How::Seen => true,
        How::InText => rule.named_in_text && entry.seen.trim().is_empty() && !named.comment_only,
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

/// The keys of the columns, and which of them each agency belongs to.
struct Sectors<'a> {
    /// The template's sectors, then others that agencies carry, then none.
    keys: Vec<&'a str>,
    of_agency: HashMap<AgencyId, usize>,
}

impl<'a> Sectors<'a> {
    fn of(review: &'a Review) -> Self {
        let mut keys: Vec<&str> = review
            .template
            .sectors
            .iter()
            .map(|sector| sector.key.as_str())
            .collect();
        for agency in &review.agencies {
            if !agency.sector.is_empty() && !keys.contains(&agency.sector.as_str()) {
                keys.push(&agency.sector);
            }
        }
        keys.push("");
        let of_agency = review
            .agencies
            .iter()
            .filter_map(|agency| {
                let column = keys.iter().position(|key| *key == agency.sector)?;
                Some((agency.id, column))
            })
            .collect();
        Self { keys, of_agency }
    }

    fn column(&self, entry: &Entry) -> usize {
        let none = self.keys.len() - 1;
        self.of_agency.get(&entry.agency).copied().unwrap_or(none)
    }
}

/// One contact, before it is counted.
struct Counted {
    column: usize,
    entries: Vec<EntryId>,
    year: Option<i32>,
    event: Option<EventId>,
    enquiry: Enquiry,
    disclosed: bool,
    uncertain: bool,
    /// As [`When::order_key`](crate::model::When::order_key).
    begins: (NaiveDate, Option<NaiveTime>, NaiveDate, Option<NaiveTime>),
}

/// What is known of one person while the entries are read.
#[derive(Default)]
struct Table {
    contacts: Vec<Counted>,
    /// Where the contact of an agency with an event stands.
    of_event: HashMap<(AgencyId, EventId), usize>,
    outside_period: Vec<EntryId>,
}

impl Table {
    fn take_in(
        &mut self,
        review: &Review,
        sectors: &Sectors,
        event_of: &HashMap<EntryId, EventId>,
        entry: &Entry,
        named: &Named,
    ) {
        if is_outside_period(review, entry) {
            self.outside_period.push(entry.id);
            return;
        }
        let event = event_of.get(&entry.id).copied();
        if let Some(event) = event.filter(|_| review.details.contacts.event_once) {
            let next = self.contacts.len();
            let at = *self.of_event.entry((entry.agency, event)).or_insert(next);
            if let Some(known) = self.contacts.get_mut(at) {
                known.join(entry, named);
                return;
            }
        }
        self.contacts.push(Counted {
            column: sectors.column(entry),
            entries: vec![entry.id],
            year: year_of(entry),
            event,
            enquiry: entry.enquiry,
            disclosed: entry.disclosure == Disclosure::Disclosed,
            uncertain: named.uncertain,
            begins: entry.when.order_key(),
        });
    }

    fn counted(self, person: PersonId, sectors: &Sectors) -> PersonContacts {
        let mut years: BTreeMap<i32, Vec<&Counted>> = BTreeMap::new();
        let mut undated: Vec<&Counted> = Vec::new();
        for contact in &self.contacts {
            match contact.year {
                Some(year) => years.entry(year).or_default().push(contact),
                None => undated.push(contact),
            }
        }
        let dated = years.into_iter().map(|(year, list)| (Some(year), list));
        let undated = (!undated.is_empty()).then_some((None, undated));
        PersonContacts {
            person,
            sectors: by_sector(self.contacts.iter(), sectors),
            years: dated
                .chain(undated)
                .map(|(year, list)| YearContacts {
                    year,
                    sectors: by_sector(list.into_iter(), sectors),
                })
                .collect(),
            outside_period: u32::try_from(self.outside_period.len()).unwrap_or(u32::MAX),
        }
    }
}

impl Counted {
    /// Another record of the same agency of the same event.
    fn join(&mut self, entry: &Entry, named: &Named) {
        let weight = |enquiry: Enquiry| match enquiry {
            Enquiry::Asked => 3,
            Enquiry::NotPossible => 2,
            Enquiry::NotAsked => 1,
            Enquiry::NotRecorded => 0,
        };
        if weight(entry.enquiry) > weight(self.enquiry) {
            self.enquiry = entry.enquiry;
        }
        self.entries.push(entry.id);
        self.disclosed |= entry.disclosure == Disclosure::Disclosed;
        self.uncertain &= named.uncertain;
        if entry.when.order_key() < self.begins {
            self.year = year_of(entry);
            self.begins = entry.when.order_key();
        }
    }
}

fn year_of(entry: &Entry) -> Option<i32> {
    let (earliest, latest) = entry.when.earliest.zip(entry.when.latest)?;
    let year = earliest.date.year();
    (year == latest.date.year()).then_some(year)
}

fn by_sector<'a>(
    contacts: impl Iterator<Item = &'a Counted>,
    sectors: &Sectors,
) -> Vec<SectorContacts> {
    let mut cells: Vec<(SectorContacts, HashSet<EventId>)> = sectors
        .keys
        .iter()
        .map(|key| {
            let empty = SectorContacts {
                sector: (*key).to_owned(),
                ..SectorContacts::default()
            };
            (empty, HashSet::new())
        })
        .collect();
    for contact in contacts {
        let (cell, events) = &mut cells[contact.column];
        count(cell, contact);
        if contact.event.is_none_or(|event| events.insert(event)) {
            cell.events += 1;
        }
    }
    let cells = cells.into_iter().map(|(cell, _)| cell);
    cells.filter(|cell| cell.contacts > 0).collect()
}

fn count(cell: &mut SectorContacts, contact: &Counted) {
    cell.contacts += 1;
    match contact.enquiry {
        Enquiry::Asked => cell.asked += 1,
        Enquiry::NotAsked => cell.not_asked += 1,
        Enquiry::NotPossible => cell.not_possible += 1,
        Enquiry::NotRecorded => cell.not_recorded += 1,
    }
    cell.disclosed += u32::from(contact.disclosed);
    cell.uncertain += u32::from(contact.uncertain);
}
