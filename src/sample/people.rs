use chrono::NaiveDate;

use super::SampleError;
use super::files::file;
use crate::jobs::Progress;
use crate::model::{Person, PersonId, Role};
use crate::returns;

const FILE: &str = "people.csv";

/// The people of the sample; the columns are name, role, aliases, date of birth and pseudonym.
pub(super) fn people(progress: &dyn Progress) -> Result<Vec<Person>, SampleError> {
    let read = returns::read_bytes(FILE, file(FILE)?, progress)?;
    let rows = read.tables.first().map_or(&[][..], |table| &table.rows);
    rows.iter().skip(1).map(person).collect()
}

fn person(row: &returns::Row) -> Result<Person, SampleError> {
    let fault = |reason: String| SampleError::material(FILE, reason);
    let role = Role::ALL
        .into_iter()
        .find(|role| format!("{role:?}").eq_ignore_ascii_case(row.text(1)))
        .ok_or_else(|| fault(format!("line {}: no such role", row.number)))?;
    let date_of_birth = match row.text(3) {
        "" => None,
        date => Some(
            date.parse::<NaiveDate>()
                .map_err(|error| fault(format!("line {}: {error}", row.number)))?,
        ),
    };
    Ok(Person {
        id: PersonId(0),
        name: row.text(0).to_owned(),
        role,
        aliases: row
            .text(2)
            .split(';')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        date_of_birth,
        pseudonym: row.text(4).to_owned(),
        note: String::new(),
    })
}
