//! The whole evaluation as one release: JSON and every document are made from it, and nothing that is not in it is printed.

mod agreement;
mod attendance;
mod changes;
mod comparisons;
mod consistency;
mod figure;
mod follow_up;
mod lives;
mod methods;
mod partners;
mod pathway;
mod retention;
mod running;
mod shares;
mod substances;
mod summary;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

pub use attendance::{MARKS as SESSION_MARKS, by_session};
pub use comparisons::{SplitBy, splits};
pub use consistency::{Consistency, Left};
pub use figure::{Bar, Dot, Figure, Line, Part, last_week_drawn};
pub use retention::PARTING;
pub use table::{Cell, Row, Said, Table};

use super::Cohort;
use super::ManRow;
use super::cases::{self, Cases};
use super::consistency::{Published, Relations};
use super::counts::{Counts, Told};
use super::hers::HerRows;
use crate::model::programme::Answer;
use crate::stats::LookedAt;
use crate::stats::disclosure::{Refused, Rule};
use crate::wall::{Clearance, WomensSafety};
use figure::Drawn;
use table::{Entry, Number, Sheet, said, spoken};

/// Below it a p-value counts as striking.
const LEVEL: f64 = 0.05;

/// For whom an evaluation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// Whole: for those who may read the files themselves.
    Internal,
    /// Without small counts and whatever gives one away.
    Released,
}

/// Whether what partners told is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HerPart {
    Included,
    Locked,
}

/// What an evaluation is made with besides the cohort.
#[derive(Debug, Clone, Copy)]
pub struct Evaluated<'a> {
    pub edition: Edition,
    /// `None`: what partners told stays out.
    pub clearance: Option<&'a Clearance<WomensSafety>>,
    /// Figures that were printed elsewhere, with what hangs together in them.
    pub published: Option<(&'a Published, &'a Relations)>,
}

/// One release.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    pub programme: String,
    pub template: String,
    pub on: NaiveDate,
    pub edition: Edition,
    /// Counts from 1 to one less are left out of what is released.
    pub threshold: u32,
    pub hers: HerPart,
    pub sections: Vec<Section>,
    pub consistency: Consistency,
    /// Every count that is printed, by name; `None`: left out.
    pub counts: BTreeMap<String, Option<u64>>,
    /// Every other figure that is printed, by name; `None`: not known or left out.
    pub numbers: BTreeMap<String, Option<f64>>,
    /// Which counts, by name, add up to which: as any reader knows who understands the tables. Some of them are not printed.
    #[serde(skip)]
    pub sums: Vec<(String, Vec<String>)>,
    /// How many comparisons it makes, which is told under its methods.
    #[serde(skip)]
    pub looked_at: LookedAt,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    pub key: String,
    pub title: String,
    pub blocks: Vec<Block>,
    /// The figures within its words, by the place of the block.
    #[serde(skip)]
    pub said: BTreeMap<usize, Vec<Said>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Words(String),
    Table(Table),
    Figure(Figure),
}

impl Evaluation {
    /// Fails where the template’s threshold cannot protect anything, or a count cannot be protected at all.
    /// Where there are too few men for how long they stayed to be told at all, that is left out.
    pub fn of(cohort: &Cohort, with: &Evaluated<'_>) -> Result<Self, Refused> {
        match Self::made(cohort, with, true, None) {
            Err(Refused::CannotProtect { .. }) => Self::made(cohort, with, false, None),
            made => made,
        }
    }

    /// The internal edition without what partners told, and which men stand behind its counts.
    pub fn with_cases(cohort: &Cohort) -> Result<(Self, Cases), Refused> {
        let with = Evaluated {
            edition: Edition::Internal,
            clearance: None,
            published: None,
        };
        let mut cases = Cases::default();
        let evaluation = Self::made(cohort, &with, true, Some(&mut cases))?;
        Ok((evaluation, cases))
    }

    fn made(
        cohort: &Cohort,
        with: &Evaluated<'_>,
        stays: bool,
        cases: Option<&mut Cases>,
    ) -> Result<Self, Refused> {
        let hers = cohort.hers.as_ref().zip(with.clearance);
        let hers = hers.map(|(hers, clearance)| hers.open(clearance));
        let noting = cases.is_some().then(Cases::default);
        let mut draft = Draft::of(cohort, hers, (with.edition, stays), noting);
        if let (Some(cases), Some(mut noted)) = (cases, draft.cases.take()) {
            noted.add_up(&draft.counts);
            *cases = noted;
        }
        let threshold = cohort.template.disclosure_control.threshold;
        let printed = draft.prints();
        let rule = match with.edition {
            Edition::Internal => None,
            Edition::Released => Some(rule(threshold)?),
        };
        let told = match rule {
            None => Told::Everything(&draft.counts),
            Some(rule) => draft.counts.protected(&printed, rule)?,
        };
        let counts: BTreeMap<String, Option<u64>> = printed
            .iter()
            .map(|name| (name.clone(), told.count(name).ok()))
            .collect();
        let numbers = draft.numbers(&told);
        let mut sections: Vec<Section> = draft
            .sections
            .iter()
            .map(|section| section.told(&told, rule))
            .collect();
        sections.push(methods::methods(&draft, with.edition, rule, &told));
        Ok(Self {
            programme: cohort.title.clone(),
            template: cohort.template.title.clone(),
            on: cohort.today,
            edition: with.edition,
            threshold,
            hers: match draft.hers {
                Some(_) => HerPart::Included,
                None => HerPart::Locked,
            },
            consistency: Consistency::of(cohort, with, &counts, &numbers),
            sections,
            counts,
            numbers,
            sums: draft.counts.sums(),
            looked_at: draft.looked_at(),
        })
    }

    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    pub fn table(&self, key: &str) -> Option<&Table> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks
            .filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            })
            .find(|table| table.key == key)
    }
}

/// A reader’s guess at what is left out must stay as wide as three values, or as wide as the threshold lets it be.
fn rule(threshold: u32) -> Result<Rule, Refused> {
    let threshold = u64::from(threshold);
    Rule::new(threshold, false, threshold.saturating_sub(1).clamp(2, 3))
}

/// An evaluation before it is known what may be told of it.
struct Draft<'a> {
    edition: Edition,
    cohort: &'a Cohort,
    hers: Option<&'a HerRows>,
    counts: Counts,
    sections: Vec<Drafted>,
    /// Every comparison that was looked at, with its p-value.
    looked_at: Vec<Option<f64>>,
    /// `None`: nobody asked which men stand behind the counts.
    cases: Option<Cases>,
}

/// A section before it is known what may be told of it.
struct Drafted {
    key: &'static str,
    title: &'static str,
    blocks: Vec<DraftBlock>,
}

enum DraftBlock {
    Words(Vec<Entry>),
    Sheet(Sheet),
    Drawn(Drawn),
}

impl<'a> Draft<'a> {
    fn of(
        cohort: &'a Cohort,
        hers: Option<&'a HerRows>,
        (edition, stays): (Edition, bool),
        cases: Option<Cases>,
    ) -> Self {
        let mut draft = Self {
            edition,
            cohort,
            hers,
            counts: Counts::default(),
            sections: Vec::new(),
            looked_at: Vec::new(),
            cases,
        };
        let sections: [fn(&mut Draft<'_>) -> Drafted; 13] = [
            pathway::referrals,
            pathway::pathway,
            if stays {
                retention::retention
            } else {
                retention::left_out
            },
            attendance::attendance,
            lives::men,
            lives::children,
            substances::substances,
            lives::justice,
            changes::measures,
            follow_up::follow_up,
            partners::partners,
            running::feedback,
            running::costs,
        ];
        for section in sections {
            let section = section(&mut draft);
            draft.sections.push(section);
        }
        let short = summary::summary(&draft);
        draft.sections.insert(0, short);
        draft
    }

    fn prints(&self) -> BTreeSet<String> {
        let mut printed = BTreeSet::new();
        for block in self.sections.iter().flat_map(|section| &section.blocks) {
            match block {
                DraftBlock::Words(entries) => {
                    entries.iter().for_each(|entry| entry.prints(&mut printed));
                }
                DraftBlock::Sheet(sheet) => sheet.prints(&mut printed),
                DraftBlock::Drawn(drawn) => drawn.prints(&mut printed),
            }
        }
        printed
    }

    fn numbers(&self, told: &Told<'_>) -> BTreeMap<String, Option<f64>> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let entries = blocks.flat_map(|block| -> Vec<&Entry> {
            match block {
                DraftBlock::Words(entries) => entries.iter().collect(),
                DraftBlock::Sheet(sheet) => {
                    let cells = sheet.rows.iter().flat_map(|(_, cells)| cells);
                    cells.chain(&sheet.about).collect()
                }
                DraftBlock::Drawn(_) => Vec::new(),
            }
        });
        entries
            .filter_map(|entry| match entry {
                Entry::Number(number) => Some((number.name.clone(), entry.told(told).value)),
                _ => None,
            })
            .collect()
    }

    /// Notes that `men` stand behind a count.
    fn behind<'m>(&mut self, name: impl Into<String>, men: impl IntoIterator<Item = &'m ManRow>) {
        if let Some(cases) = &mut self.cases {
            cases.note(name, men);
        }
    }

    /// Notes each man behind the count that is named beside him. Where nobody asked, no name is made.
    fn behind_named<'m, N: Into<String>>(
        &mut self,
        men: impl IntoIterator<Item = (&'m ManRow, N)>,
    ) {
        let Some(cases) = &mut self.cases else {
            return;
        };
        for (man, name) in men {
            cases.note(name, [man]);
        }
    }

    /// Notes who stands behind the counts `{prefix}.{key}`; what is empty is not recorded.
    fn behind_each<'m, K: AsRef<str>>(
        &mut self,
        prefix: &str,
        men: impl IntoIterator<Item = (&'m ManRow, K)>,
    ) {
        let men = men.into_iter();
        self.behind_named(men.map(|(man, key)| {
            let key = match key.as_ref() {
                "" => "not_recorded",
                key => key,
            };
            (man, format!("{prefix}.{key}"))
        }));
    }

    /// Notes who gave which answer to the question that is counted as `name`.
    fn behind_answers<'m>(
        &mut self,
        name: &str,
        men: impl IntoIterator<Item = (&'m ManRow, Answer)>,
    ) {
        let men = men.into_iter();
        self.behind_named(men.map(|(man, answer)| (man, cases::answered(name, answer))));
    }

    fn looked_at(&self) -> LookedAt {
        LookedAt::of(&self.looked_at, LEVEL)
    }

    /// A p-value as a cell, counted among the comparisons.
    fn p_value(&mut self, name: String, p: Option<f64>, rests_on: Vec<String>) -> Entry {
        self.looked_at.push(p);
        let decimals = if p.is_some_and(|p| p < 0.01) { 4 } else { 2 };
        Number::new(name, p, decimals).resting_on(rests_on).into()
    }
}

impl Drafted {
    fn new(key: &'static str, title: &'static str) -> Self {
        Self {
            key,
            title,
            blocks: Vec::new(),
        }
    }

    fn words(&mut self, entries: Vec<Entry>) {
        self.blocks.push(DraftBlock::Words(entries));
    }

    fn sheet(&mut self, sheet: Sheet) {
        self.blocks.push(DraftBlock::Sheet(sheet));
    }

    fn drawn(&mut self, drawn: Drawn) {
        self.blocks.push(DraftBlock::Drawn(drawn));
    }

    fn told(&self, told: &Told<'_>, rule: Option<Rule>) -> Section {
        let block = |block: &DraftBlock| match block {
            DraftBlock::Words(entries) => Block::Words(spoken(entries, told)),
            DraftBlock::Sheet(sheet) => Block::Table(sheet.told(told, rule)),
            DraftBlock::Drawn(drawn) => match drawn.told(told) {
                Ok(figure) => Block::Figure(figure),
                Err(why_not) => Block::Words(why_not),
            },
        };
        let words = self.blocks.iter().enumerate();
        let words = words.filter_map(|(at, block)| match block {
            DraftBlock::Words(entries) => Some((at, said(entries, told))),
            _ => None,
        });
        Section {
            key: self.key.to_owned(),
            title: self.title.to_owned(),
            blocks: self.blocks.iter().map(block).collect(),
            said: words.collect(),
        }
    }
}
