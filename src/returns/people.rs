//! The people the records speak of, as a list that a chair keeps in a spreadsheet.

use std::path::Path;

use chrono::NaiveDate;

use super::table::{ReturnFile, Row};
use super::{ReturnError, read, read_bytes};
use crate::dates::{self, Context};
use crate::jobs::Silent;
use crate::model::{Person, PersonId, Precision, Role};

/// Reads a list of people: a CSV file, spreadsheet or Word table whose first row holds the headings `name`, `role`,
/// `aliases` (separated by `;`) and where wanted `date_of_birth` (as 1988-03-14 or, day first, 14/03/1988) and
/// `pseudonym`. Other columns go into the note. Ids are of no account.
///
/// # Errors
/// [`ReturnError::People`] names every row that cannot be taken; then nobody of the list is.
pub fn people(path: &Path) -> Result<Vec<Person>, ReturnError> {
    people_in(&read(path, &Silent)?)
}

/// As [`people`], for bytes at hand.
pub fn people_in_bytes(name: &str, bytes: &[u8]) -> Result<Vec<Person>, ReturnError> {
    people_in(&read_bytes(name, bytes, &Silent)?)
}

fn people_in(file: &ReturnFile) -> Result<Vec<Person>, ReturnError> {
    let fault = |faults: Vec<String>| ReturnError::People {
        file: file.name.clone(),
        faults: faults.join(" "),
    };
    let Some((table, header)) = file
        .tables
        .first()
        .and_then(|table| Some((table, table.rows.first()?)))
    else {
        return Err(fault(vec!["It has no table.".to_owned()]));
    };
    let headings = headings(header);
    if !headings.contains(&Heading::Name) {
        return Err(fault(vec![
            "Its first row has no heading “name”. The headings are name, role, aliases, date_of_birth and pseudonym.".to_owned(),
        ]));
    }
    let rows = table.rows.iter().skip(1).filter(|row| !row.is_blank());
    let (mut people, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        match person(row, &headings) {
            Ok(person) => people.push(person),
            Err(why) => faults.push(format!("{}: {why}", capital(&table.place(row)))),
        }
    }
    if people.is_empty() && faults.is_empty() {
        faults.push("There is nobody below the headings.".to_owned());
    }
    if faults.is_empty() {
        Ok(people)
    } else {
        Err(fault(faults))
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Heading {
    Name,
    Role,
    Aliases,
    DateOfBirth,
    Pseudonym,
    Note,
    /// As written; kept in the note.
    Other(String),
}

fn headings(row: &Row) -> Vec<Heading> {
    row.cells
        .iter()
        .map(|cell| {
            let words: Vec<&str> = cell
                .text
                .split(|character: char| {
                    character.is_whitespace() || matches!(character, '_' | '-')
                })
                .filter(|word| !word.is_empty())
                .collect();
            match words.join(" ").to_lowercase().as_str() {
                "name" | "full name" => Heading::Name,
                "role" => Heading::Role,
                "aliases" | "alias" | "other names" | "also known as" | "aka" => Heading::Aliases,
                "date of birth" | "dob" | "d.o.b." | "born" | "birth date" => Heading::DateOfBirth,
                "pseudonym" => Heading::Pseudonym,
                "note" | "notes" => Heading::Note,
                _ => Heading::Other(words.join(" ")),
            }
        })
        .collect()
}

/// The error is a sentence about the row.
fn person(row: &Row, headings: &[Heading]) -> Result<Person, String> {
    let mut person = Person {
        id: PersonId(0),
        name: String::new(),
        role: Role::Other,
        aliases: Vec::new(),
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
        ..Person::default()
    };
    let mut notes: Vec<String> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let text = cell.text.trim();
        if text.is_empty() {
            continue;
        }
        match headings.get(column) {
            Some(Heading::Name) => person.name = text.to_owned(),
            Some(Heading::Role) => person.role = role(text)?,
            Some(Heading::Aliases) => person.aliases = aliases(text),
            Some(Heading::DateOfBirth) => person.date_of_birth = Some(date_of_birth(text)?),
            Some(Heading::Pseudonym) => person.pseudonym = text.to_owned(),
            Some(Heading::Note) => notes.push(text.to_owned()),
            Some(Heading::Other(heading)) if !heading.is_empty() => {
                notes.push(format!("{heading}: {text}"));
            }
            Some(Heading::Other(_)) | None => notes.push(text.to_owned()),
        }
    }
    if person.name.is_empty() {
        return Err("the name is missing.".to_owned());
    }
    person.note = notes.join("\n");
    Ok(person)
}

fn role(text: &str) -> Result<Role, String> {
    let wanted = text.to_lowercase();
    Role::ALL
        .into_iter()
        .find(|role| {
            role.words().to_lowercase() == wanted || format!("{role:?}").to_lowercase() == wanted
        })
        .ok_or_else(|| {
            let roles: Vec<String> = Role::ALL
                .iter()
                .map(|role| format!("{role:?}").to_lowercase())
                .collect();
            format!("“{text}” is no role; use {}.", roles.join(", "))
        })
}

fn aliases(text: &str) -> Vec<String> {
    text.split(';')
        .map(str::trim)
        .filter(|alias| !alias.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One whole day with a year of four digits: a birth in ’38 may be of either century.
fn date_of_birth(text: &str) -> Result<NaiveDate, String> {
    let fault = || format!("“{text}” is no date of birth; write it as 1988-03-14 or 14/03/1988.");
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Ok(date);
    }
    let mut context = Context::new(NaiveDate::MAX);
    context.order_proved = true;
    let reading = dates::read(text, &context);
    let [when] = &reading.dates[..] else {
        return Err(fault());
    };
    match (when.earliest, when.latest, when.precision) {
        (Some(first), Some(last), Precision::Day)
            if first.date == last.date && when.inferred.is_empty() =>
        {
            let year = first.date.format("%Y").to_string();
            if text.contains(&year) {
                Ok(first.date)
            } else {
                Err(fault())
            }
        }
        _ => Err(fault()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Person>, String> {
        people_in_bytes("people.csv", text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_list_becomes_people() {
        let people = read(
            "name,role,aliases,date_of_birth,pseudonym\n\
             Catarina Hartnoll,victim,Cat;Mrs Hartnoll; CH ,1988-03-14,Anna\n\
             Lurdes Velloso,Family or friend,,30/10/1956,\n\
             \n\
             Wen Haldane,PROFESSIONAL,Dr Haldane,,GP 1\n\
             Dale Fenner,,,,\n",
        )
        .expect("people");
        let roles: Vec<Role> = people.iter().map(|person| person.role).collect();
        assert_eq!(
            roles,
            [Role::Victim, Role::Family, Role::Professional, Role::Other]
        );
        assert_eq!(people[0].aliases, ["Cat", "Mrs Hartnoll", "CH"]);
        assert_eq!(people[0].pseudonym, "Anna");
        let births: Vec<Option<NaiveDate>> =
            people.iter().map(|person| person.date_of_birth).collect();
        assert_eq!(
            births,
            [
                NaiveDate::from_ymd_opt(1988, 3, 14),
                NaiveDate::from_ymd_opt(1956, 10, 30),
                None,
                None
            ]
        );
    }

    #[test]
    fn headings_may_be_written_by_hand_and_other_columns_are_kept() {
        let people = read(
            "Name;Relationship;Date of Birth;Also known as\n\
             Graça Velloso;sister;5 July 1991;Graca\n",
        )
        .expect("people");
        assert_eq!(people[0].note, "Relationship: sister");
        assert_eq!(people[0].aliases, ["Graca"]);
        assert_eq!(people[0].date_of_birth, NaiveDate::from_ymd_opt(1991, 7, 5));
    }

    #[test]
    fn every_faulty_row_is_named() {
        for (text, expected) in [
            ("person,role\nAna,victim\n", "no heading “name”"),
            ("name,role\n", "nobody below"),
            (
                "name,role\nAna,mother\nBo,uncle\n",
                "Line 2: “mother” is no role",
            ),
            (
                "name,role\nAna,mother\nBo,uncle\n",
                "Line 3: “uncle” is no role",
            ),
            (
                "name,role\n,victim\nBo,child\n",
                "Line 2: the name is missing",
            ),
            (
                "name,date_of_birth\nAna,14/03/88\nBo,\n",
                "“14/03/88” is no date of birth",
            ),
            (
                "name,date_of_birth\nAna,March 1988\nBo,\n",
                "“March 1988” is no date of birth",
            ),
            (
                "name,date_of_birth\nAna,31/02/1988\nBo,\n",
                "“31/02/1988” is no date of birth",
            ),
        ] {
            let error = read(text).expect_err(text);
            assert!(error.contains(expected), "{text}: {error}");
            assert!(error.contains("Nobody was entered"), "{error}");
        }
    }
}
