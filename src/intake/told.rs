//! What is told beside the records: doubts, and what wordings were taken for.

use std::collections::BTreeMap;

use super::line::Line;
use super::vocabulary;
use super::words::plain;
use super::{Doubt, DoubtKind, Field, List, Settings, ValueChoice, ValueUnderstood};
use crate::model::programme::Answer;

pub(super) struct Told<'a> {
    pub(super) settings: &'a Settings<'a>,
    pub(super) doubts: Vec<Doubt>,
    values: BTreeMap<(List, String), ValueUnderstood>,
}

impl<'a> Told<'a> {
    pub(super) fn new(settings: &'a Settings<'a>) -> Self {
        Self {
            settings,
            doubts: Vec::new(),
            values: BTreeMap::new(),
        }
    }

    /// Those that fit nothing first, then by list.
    pub(super) fn finished(self) -> (Vec<Doubt>, Vec<ValueUnderstood>) {
        let mut values: Vec<ValueUnderstood> = self.values.into_values().collect();
        values.sort_by_key(|value| (value.key.is_some() || value.chosen, value.list));
        (self.doubts, values)
    }

    /// About one cell.
    pub(super) fn doubt(
        &mut self,
        line: &Line<'_>,
        column: Option<usize>,
        kind: DoubtKind,
        why: impl Into<String>,
    ) {
        let sheet = line.sheet;
        let place = sheet.place(line.row);
        let place = match column {
            Some(column) => format!("{place}, “{}”", sheet.heading(column)),
            None => place,
        };
        self.doubts.push(Doubt {
            table: Some(sheet.at),
            row: Some(line.row),
            column,
            place,
            wording: column.map_or_else(String::new, |column| line.cell(column).to_owned()),
            kind,
            why: why.into(),
        });
    }

    pub(super) fn about_field(
        &mut self,
        line: &Line<'_>,
        field: Field,
        kind: DoubtKind,
        why: impl Into<String>,
    ) {
        let column = line.sheet.column(field);
        self.doubt(line, column, kind, why);
    }

    /// The key that a column's cell stands for; in lists of the template else its wording. `None`: it is empty, or fits no key of a list of the
    /// program’s, which is told.
    pub(super) fn code(&mut self, line: &Line<'_>, column: usize, list: List) -> Option<String> {
        let wording = line.cell(column).to_owned();
        let value = plain(&wording);
        if value.is_empty() {
            return None;
        }
        let entry = match self.values.get_mut(&(list, value.clone())) {
            Some(known) => {
                known.count += 1;
                known.clone()
            }
            None => {
                let understood = self.understood(list, &wording, &value);
                let known = self.values.entry((list, value)).or_insert(understood);
                known.clone()
            }
        };
        if entry.key.is_none() && !entry.chosen {
            let why = match entry.as_written {
                true => format!(
                    "It is none of the {} of the programme’s template. It is kept as it was written and counted apart, unless you say which it is.",
                    list.words()
                ),
                false => format!(
                    "It is none of the {} that Lantern knows ({}). Say which it is, or correct it.",
                    list.words(),
                    vocabulary::keys_of(list).join(", ").replace('_', " ")
                ),
            };
            self.doubt(line, Some(column), DoubtKind::Value, why);
        }
        match (entry.key, entry.as_written) {
            (Some(key), _) => Some(key),
            (None, true) => Some(entry.wording),
            (None, false) => None,
        }
    }

    fn understood(&self, list: List, wording: &str, value: &str) -> ValueUnderstood {
        let own = list.of_template(&self.settings.programme.template);
        let chosen = self.settings.choices.values.iter();
        let chosen = chosen.filter(|((of, text), _)| *of == list && plain(text) == value);
        let chosen = chosen.map(|(_, choice)| choice).next();
        let mut understood = ValueUnderstood {
            list,
            wording: wording.to_owned(),
            count: 1,
            key: None,
            as_written: own.is_some(),
            chosen: chosen.is_some(),
        };
        understood.key = match chosen {
            Some(ValueChoice::Key(key)) => Some(key.clone()),
            Some(ValueChoice::AsWritten) => None,
            None => match &own {
                Some(own) => {
                    let same = |text: &str| plain(text) == value;
                    let named = own.iter().find(|one| same(&one.key) || same(&one.name));
                    let other = || {
                        let possible = |key: &str| own.iter().any(|one| one.key == key);
                        vocabulary::key_of(list, value, possible)
                    };
                    named
                        .map(|one| one.key.clone())
                        .or_else(|| other().map(str::to_owned))
                }
                None => vocabulary::key_of(list, value, |_| true).map(str::to_owned),
            },
        };
        understood.as_written &= understood.key.is_none();
        understood
    }

    pub(super) fn coded(&mut self, line: &Line<'_>, field: Field, list: List) -> Option<String> {
        let column = line.sheet.column(field)?;
        self.code(line, column, list)
    }

    /// Empty is “not asked”. What is no answer is “not known”, and told.
    pub(super) fn answer(&mut self, line: &Line<'_>, field: Field) -> Answer {
        if line.text(field).is_empty() {
            return Answer::NotAsked;
        }
        match self.coded(line, field, List::Answer).as_deref() {
            Some("yes") => Answer::Yes,
            Some("no") => Answer::No,
            Some("not_asked") => Answer::NotAsked,
            _ => Answer::NotKnown,
        }
    }

    /// A whole number; what is none is told.
    pub(super) fn number(&mut self, line: &Line<'_>, column: usize) -> Option<u32> {
        let text = line.cell(column);
        if text.is_empty() {
            return None;
        }
        let whole = text.strip_suffix(".0").unwrap_or(text);
        let number = whole.parse().ok();
        if number.is_none() {
            self.doubt(
                line,
                Some(column),
                DoubtKind::Number,
                "It is not a whole number, so it was not taken.",
            );
        }
        number
    }
}
