//! The records as they grow, table by table.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::line::Line;
use super::men::HisWay;
use super::partners::HerRecord;
use super::sheet::Sheet;
use super::told::Told;
use super::vocabulary;
use super::words::case_key;
use super::{DoubtKind, Fate, Field, Kind, Meaning, Settings, Understood};
use crate::model::programme::{FeedbackForm, Man, Programme, Substance};
use crate::model::{GroupId, ManId, SessionId};

pub(super) struct Building<'a> {
    pub(super) told: Told<'a>,
    pub(super) records: Programme,
    /// Beside each of `records.men`.
    pub(super) ways: Vec<HisWay>,
    /// By [`case_key`].
    cases: HashMap<String, usize>,
    known_before: HashSet<String>,
    pub(super) groups: HashMap<String, GroupId>,
    pub(super) sessions: HashMap<(GroupId, NaiveDate), SessionId>,
    pub(super) hers: Vec<HerRecord>,
    /// What stands twice: kind and what makes a line one of its kind → where it stood first.
    seen: HashMap<(Kind, String), String>,
    pub(super) forms: BTreeMap<String, FeedbackForm>,
    pub(super) form_order: Vec<String>,
}

impl<'a> Building<'a> {
    pub(super) fn new(settings: &'a Settings<'a>) -> Self {
        let known = settings.programme;
        Self {
            told: Told::new(settings),
            records: Programme::new(known.template.clone()),
            ways: Vec::new(),
            cases: HashMap::new(),
            known_before: known
                .men
                .iter()
                .map(|man| case_key(&man.reference))
                .filter(|key| !key.is_empty())
                .collect(),
            groups: HashMap::new(),
            sessions: HashMap::new(),
            hers: Vec::new(),
            seen: HashMap::new(),
            forms: BTreeMap::new(),
            form_order: Vec::new(),
        }
    }

    /// What is said of a table once.
    pub(super) fn about_the_table(&mut self, sheet: &Sheet<'_>) {
        let form = &self.told.settings.programme.template.referral_form;
        let asks_age = form.iter().any(|question| question.key == super::men::AGE);
        let mut say = |column: Option<usize>, kind: DoubtKind, why: String| {
            let place = sheet.place_of_table();
            self.told.doubts.push(super::Doubt {
                table: Some(sheet.at),
                row: None,
                column,
                place: match column {
                    Some(column) => format!("{place}, “{}”", sheet.heading(column)),
                    None => place,
                },
                wording: String::new(),
                kind,
                why,
            });
        };
        if sheet.evidence.month_first > 0 {
            let why = format!(
                "{} of its dates can only be read with the month first, {} only with the day first, {} either way. They were read {}.",
                sheet.evidence.month_first,
                sheet.evidence.day_first,
                sheet.evidence.undecided,
                sheet.order.words()
            );
            say(None, DoubtKind::Date, why);
        }
        for column in 0..sheet.columns.len() {
            let filled = sheet.rows_below().into_iter();
            let filled = filled.filter(|row| sheet.table.rows[*row].is_filled(column));
            let filled = filled.count();
            let hers = sheet.hers[column] && sheet.kind != Some(Kind::Partners);
            let age = sheet.columns[column] == Some(Meaning::Field(Field::Age));
            let child_age = sheet.columns[column] == Some(Meaning::Field(Field::ChildAge));
            if sheet.columns[column].is_none() && filled > 0 && sheet.rows.is_some() {
                let why = format!(
                    "What stands in this column ({filled} cells) is not taken. Say what it stands for, or leave it."
                );
                say(Some(column), DoubtKind::NotKept, why);
            } else if child_age && filled > 0 {
                let why = format!(
                    "A file keeps a child’s date of birth. The ages in this column ({filled} cells) are not kept."
                );
                say(Some(column), DoubtKind::NotKept, why);
            } else if age && filled > 0 && !asks_age {
                let why = format!(
                    "The programme’s referral form has no question “age”, so the ages in this column ({filled} cells) are looked at and not kept."
                );
                say(Some(column), DoubtKind::NotKept, why);
            } else if hers && !self.told.settings.unlocked {
                let why = format!(
                    "What stands in this column ({filled} cells) is partners’. It is not read while the lock of women’s safety work is closed."
                );
                say(Some(column), DoubtKind::Hers, why);
            }
        }
    }

    pub(super) fn row(&mut self, sheet: &Sheet<'_>, row: usize, before: Fate) -> Fate {
        if matches!(before, Fate::Blank | Fate::Heading | Fate::Above) || sheet.rows.is_none() {
            return before;
        }
        let line = Line { sheet, row };
        let taken = match sheet.kind {
            None => return before,
            Some(Kind::Men) => self.man(&line),
            Some(Kind::Partners) => self.partner(&line),
            Some(Kind::Costs) => self.cost(&line),
            Some(Kind::Feedback) => self.feedback(&line),
            Some(kind) => self.his(&line).and_then(|at| match kind {
                Kind::Children => self.child(&line, at),
                Kind::SubstanceFiles => self.substance_file(&line, at),
                Kind::Substances => self.substance(&line, at),
                Kind::CriminalJustice => self.justice(&line, at),
                Kind::Childhood => self.childhood(&line, at),
                Kind::Attendance => self.attendance(&line, at),
                Kind::Measures => self.measure(&line, at),
                _ => self.follow_up(&line, at),
            }),
        };
        match taken {
            Ok(()) => Fate::Taken,
            Err(why) => Fate::Skipped(why),
        }
    }

    /// The man of a line, as a place in `records.men`.
    pub(super) fn his(&mut self, line: &Line<'_>) -> Result<usize, String> {
        let case = line.text(Field::Case);
        let key = case_key(case);
        if key.is_empty() {
            return Err(
                "There is no case number in it, so nobody can tell whose it is.".to_owned(),
            );
        }
        match self.cases.get(&key) {
            Some(at) => {
                let written = &self.records.men[*at].reference;
                if written != case {
                    let why =
                        format!("It was taken as case “{written}”, which is written otherwise.");
                    self.told
                        .about_field(line, Field::Case, DoubtKind::Case, why);
                }
                Ok(*at)
            }
            None if self.known_before.contains(&key) => Err(format!(
                "Case “{case}” is in the programme’s file already, and an import adds new cases only. Enter this by hand."
            )),
            None => Err(format!(
                "There is no case “{case}” among the men of these files."
            )),
        }
    }

    /// Adds a man whose case number is new.
    pub(super) fn new_man(&mut self, line: &Line<'_>) -> Result<usize, String> {
        let case = line.text(Field::Case);
        let key = case_key(case);
        if key.is_empty() || vocabulary::is_no_case(case) {
            return Err("There is no case number in it: perhaps it is a sum or a note.".to_owned());
        }
        if self.known_before.contains(&key) {
            return Err(format!(
                "Case “{case}” is in the programme’s file already; it was not changed."
            ));
        }
        self.once(Kind::Men, key.clone(), line)
            .map_err(|first| format!("Case “{case}” stands twice: {first} was taken."))?;
        let at = self.records.men.len();
        let id = ManId(i64::try_from(at).unwrap_or(i64::MAX - 1) + 1);
        let mut man = Man::new(id, line.text(Field::Name));
        case.clone_into(&mut man.reference);
        self.records.men.push(man);
        self.ways.push(HisWay::default());
        self.cases.insert(key, at);
        Ok(at)
    }

    /// Fails with the place where the same stood first.
    pub(super) fn once(&mut self, kind: Kind, what: String, line: &Line<'_>) -> Result<(), String> {
        let place = line.short_place();
        match self.seen.entry((kind, what)) {
            std::collections::hash_map::Entry::Occupied(first) => Err(first.get().clone()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(place);
                Ok(())
            }
        }
    }

    pub(super) fn finished(mut self, sheets: Vec<Sheet<'_>>, fates: Vec<Vec<Fate>>) -> Understood {
        self.ways_are_finished(&sheets);
        let mut records = self.records;
        records
            .sessions
            .sort_by_key(|session| (session.on, session.id));
        let mut forms = self.forms;
        records.feedback = self
            .form_order
            .iter()
            .filter_map(|name| forms.remove(name))
            .collect();
        for man in &mut records.men {
            man.substances.sort_by_key(|one: &Substance| {
                let mut known = records.template.substances.iter();
                known.position(|known| known.key == one.key)
            });
        }
        let (mut doubts, values) = self.told.finished();
        doubts.sort_by_key(|doubt| (doubt.table, doubt.row, doubt.column));
        let tables = sheets.into_iter().zip(fates);
        Understood {
            tables: tables
                .map(|(sheet, fates)| sheet.understood(fates))
                .collect(),
            values,
            doubts,
            records,
            hers: self.hers,
        }
    }
}
