//! Lists kept in a spreadsheet: who must not be known, and what may stand.

use chrono::NaiveDate;
use csv::ReaderBuilder;
use thiserror::Error;

use super::reading::text_of;
use crate::identities::Register;
use crate::model::{Allowed, AllowedId};

/// Why a list cannot be taken; then nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{file}” cannot be used as a list: {faults} Nothing was searched.")]
pub struct ListError {
    pub file: String,
    /// Sentences.
    pub faults: String,
}

/// Reads a register: a CSV file with the headings `real`, and where wanted `pseudonym`, `role`, `variants` (separated by `;`) and
/// `date_of_birth` (1988-03-14 or, day first, 14/03/1988).
///
/// # Errors
/// [`ListError`] names every row that cannot be taken.
pub fn identities(file: &str, bytes: &[u8]) -> Result<Register, ListError> {
    let list = List::read(file, bytes, &["real"])?;
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    for (row, line) in list.rows.iter().zip(2..) {
        let real = list.cell(row, "real");
        let born = match list.cell(row, "date_of_birth") {
            "" => None,
            words => match day(words) {
                Some(date) => Some(date),
                None => {
                    faults.push(format!(
                        "Row {line}: “{words}” is no date of birth; write it as 1988-03-14 or 14/03/1988."
                    ));
                    continue;
                }
            },
        };
        if real.is_empty() {
            faults.push(format!("Row {line}: the real name is missing."));
            continue;
        }
        let variants = list.cell(row, "variants").split(';').map(str::trim);
        rows.push((
            real.to_owned(),
            list.cell(row, "pseudonym").to_owned(),
            list.cell(row, "role").to_owned(),
            variants
                .filter(|form| !form.is_empty())
                .map(str::to_owned)
                .collect(),
            born,
        ));
    }
    list.or(&faults)?;
    Ok(Register::of_rows(rows))
}

/// Reads what may stand: a CSV file with the headings `allowed` and where wanted `why`.
///
/// # Errors
/// [`ListError`] where it is no such list.
pub fn allowed(file: &str, bytes: &[u8]) -> Result<Vec<Allowed>, ListError> {
    let list = List::read(file, bytes, &["allowed"])?;
    Ok(list
        .rows
        .iter()
        .zip(1..)
        .map(|(row, id)| Allowed {
            id: AllowedId(id),
            words: list.cell(row, "allowed").to_owned(),
            why: list.cell(row, "why").to_owned(),
        })
        .filter(|allowed| !allowed.words.is_empty())
        .collect())
}

struct List<'a> {
    file: &'a str,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl<'a> List<'a> {
    fn read(file: &'a str, bytes: &[u8], needed: &[&str]) -> Result<Self, ListError> {
        let fault = |faults: String| ListError {
            file: file.to_owned(),
            faults,
        };
        let text = text_of(bytes).ok_or_else(|| fault("It is no text.".to_owned()))?;
        let first = text.lines().next().unwrap_or_default();
        let mark = [b',', b'\t', b';']
            .into_iter()
            .max_by_key(|mark| {
                (
                    first.bytes().filter(|byte| byte == mark).count(),
                    *mark == b',',
                )
            })
            .unwrap_or(b',');
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(mark)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| fault(format!("{error}.")))?;
            rows.push(
                record
                    .iter()
                    .map(|cell| cell.trim().to_owned())
                    .collect::<Vec<_>>(),
            );
        }
        if rows.is_empty() {
            return Err(fault("It is empty.".to_owned()));
        }
        let headings: Vec<String> = rows
            .remove(0)
            .iter()
            .map(|heading| heading.to_lowercase().replace([' ', '-'], "_"))
            .collect();
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        for heading in needed {
            if !headings.iter().any(|known| known == heading) {
                return Err(fault(format!("Its first row has no heading “{heading}”.")));
            }
        }
        Ok(Self {
            file,
            headings,
            rows,
        })
    }

    /// Empty where there is none.
    fn cell<'b>(&self, row: &'b [String], heading: &str) -> &'b str {
        let column = self.headings.iter().position(|known| known == heading);
        column.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    fn or(&self, faults: &[String]) -> Result<(), ListError> {
        if faults.is_empty() {
            return Ok(());
        }
        Err(ListError {
            file: self.file.to_owned(),
            faults: faults.join(" "),
        })
    }
}

fn day(words: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y"]
        .iter()
        .find_map(|way| NaiveDate::parse_from_str(words, way).ok())
        .filter(|date| {
            date.format("%Y").to_string().len() == 4
                && !date.format("%Y").to_string().starts_with("00")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identities::FormKind;

    #[test]
    fn a_list_becomes_a_register_or_names_its_faults() {
        let csv = "real,pseudonym,role,variants,date_of_birth\n\
            Catarina Hartnoll,Anna,victim,Cat; Kitty Velloso ;,14/03/1988\n\
            ,,,,\nDale Fenner,Adult B,perpetrator,,\n";
        let register = identities("people.csv", csv.as_bytes()).expect("a register");
        let real: Vec<&str> = register
            .identities
            .iter()
            .map(|one| one.real.as_str())
            .collect();
        assert_eq!(real, ["Catarina Hartnoll", "Dale Fenner"]);
        let has = |text: &str, kind| {
            let mut forms = register.identities[0].forms.iter();
            forms.any(|form| form.text == text && form.kind == kind)
        };
        assert!(has("Kitty Velloso", FormKind::Alias) && has("14/03/1988", FormKind::DateOfBirth));
        for (csv, fault) in [
            ("", "It is empty."),
            ("name\nAna\n", "no heading “real”"),
            (
                "real,date_of_birth\nAna,14/03/88\n",
                "Row 2: “14/03/88” is no date of birth",
            ),
            ("real,role\n,victim\n", "Row 2: the real name is missing"),
        ] {
            let error = identities("people.csv", csv.as_bytes()).expect_err(csv);
            assert!(error.to_string().contains(fault), "{csv}: {error}");
        }
        let allowed = allowed(
            "allow.csv",
            "Allowed;Why\nRose Cottage;a refuge\n;\n".as_bytes(),
        )
        .expect("a list");
        assert_eq!(allowed[0].words, "Rose Cottage");
        assert_eq!(allowed.len(), 1);
    }
}
