//! Everything that was opened behind the wall. It is there while the lock of women’s safety work is open, and goes whole when it is closed.

use std::cell::RefCell;

use chrono::NaiveDate;
use zeroize::Zeroize;

use super::Adding;
use crate::model::PartnerId;
use crate::model::programme::{Answer, FollowUpResult, Programme, Taken};
use crate::programme::{
    ContactDuty, Notice, Window, contact_duties, couples_work, follow_up_of_partners, notices,
};
use crate::store::{Store, StoreError};
use crate::wall::{CaseFile, Clearance, Hers, Ledger, Look, Partner, WomensSafety};

/// What women’s safety work sees. Its `Debug` says nothing.
pub struct Behind {
    file: CaseFile,
    clearance: Clearance<WomensSafety>,
    pub duties: Vec<ContactDuty>,
    pub notices: Vec<Notice>,
    /// Of each partner, every condition of couples work that is not met.
    pub couples: Vec<(PartnerId, Vec<String>)>,
    pub follow_ups: Vec<(PartnerId, Vec<Window>)>,
    pub chosen: Option<PartnerId>,
    pub part: PartnerPart,
    pub draft: Draft,
    /// Everything that waits is listed, however much it is.
    pub all_waits: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PartnerPart {
    #[default]
    Contacts,
    Told,
    Statements,
    Incidents,
    Risk,
    Measures,
    FollowUp,
    Consents,
    CouplesWork,
    Disclosures,
}

impl PartnerPart {
    pub const ALL: [Self; 10] = [
        Self::Contacts,
        Self::Told,
        Self::Statements,
        Self::Incidents,
        Self::Risk,
        Self::Measures,
        Self::FollowUp,
        Self::Consents,
        Self::CouplesWork,
        Self::Disclosures,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Contacts => "Contacts",
            Self::Told => "Notices",
            Self::Statements => "What she said",
            Self::Incidents => "Incidents",
            Self::Risk => "His risk",
            Self::Measures => "Measures",
            Self::FollowUp => "Her follow-up",
            Self::Consents => "Consents",
            Self::CouplesWork => "Couples work",
            Self::Disclosures => "Passed on",
        }
    }
}

/// What is being typed behind the wall.
#[derive(Clone, Default)]
pub struct Draft {
    pub adding: Option<Adding>,
    /// The place in its list of the record that is being corrected; `None`: a new one.
    pub at: Option<usize>,
    pub on: String,
    /// The day on which she told of it, or from which on it no longer holds.
    pub second_day: String,
    pub words: String,
    pub to: String,
    pub decided_by: String,
    /// Key of a kind of fact, of a ground, of an ethnicity or of a measure.
    pub kind: String,
    pub man: Option<crate::model::ManId>,
    pub ticked: [bool; 3],
    pub keys: Vec<String>,
    pub statement: Option<crate::model::StatementId>,
    pub answer: Answer,
    pub taken: Option<Taken>,
    pub value: Option<u32>,
    /// The window of a follow-up.
    pub months: u32,
    pub result: Option<FollowUpResult>,
    /// Key of a measure → value.
    pub values: Vec<(String, u32)>,
}

impl Draft {
    pub(super) fn of(adding: Adding, at: Option<usize>) -> Self {
        let mut draft = Self::default();
        (draft.adding, draft.at) = (Some(adding), at);
        draft
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.on.zeroize();
        self.second_day.zeroize();
        self.kind.zeroize();
        self.words.zeroize();
        self.to.zeroize();
        self.decided_by.zeroize();
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("behind the wall")
    }
}

impl std::fmt::Debug for Behind {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("behind the wall")
    }
}

/// Gathers looks, to be written down in one go.
#[derive(Default)]
pub(super) struct Looks(RefCell<Vec<Look>>);

impl Ledger for Looks {
    fn note(&self, look: Look) {
        let mut looks = self.0.borrow_mut();
        if !looks.contains(&look) {
            looks.push(look);
        }
    }
}

impl Looks {
    pub(super) fn gathered(self) -> Vec<Look> {
        self.0.into_inner()
    }
}

/// What is drawn again in each frame was noted when it was opened.
struct Noted;

impl Ledger for Noted {
    fn note(&self, _look: Look) {}
}

impl Behind {
    /// `store` is unlocked. The looks are to be written down by whoever opens.
    pub(super) fn open(
        store: &Store,
        programme: &Programme,
        today: NaiveDate,
    ) -> Result<(Self, Looks), StoreError> {
        let clearance = store.clearance().ok_or(StoreError::BehindTheWall)?;
        let file = CaseFile::of(programme.clone(), store.partners()?)
            .map_err(|wrong| StoreError::Refused(wrong.to_string()))?;
        let looks = Looks::default();
        let view = file.view(&clearance, &looks);
        let duties = contact_duties(&view, today);
        let told = notices(&view, today);
        let follow_ups = follow_up_of_partners(&view, today);
        let couples = view.all_partners().iter().filter_map(|partner| {
            let answer = couples_work(&view, partner.id, today)?;
            Some((partner.id, view.open(&answer).unmet.clone()))
        });
        let behind = Self {
            duties: view.open(&duties).clone(),
            notices: view.open(&told).clone(),
            follow_ups: view.open(&follow_ups).clone(),
            couples: couples.collect(),
            chosen: None,
            part: PartnerPart::default(),
            draft: Draft::default(),
            all_waits: false,
            file,
            clearance,
        };
        Ok((behind, looks))
    }

    pub(super) fn read_again(
        &mut self,
        store: &Store,
        programme: &Programme,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let (mut anew, _) = Self::open(store, programme, today)?;
        anew.chosen = self.chosen;
        anew.part = self.part;
        anew.all_waits = self.all_waits;
        anew.draft = std::mem::take(&mut self.draft);
        // A place in a list that has changed would be another record’s.
        if anew.draft.at.is_some() && anew.in_hand() != self.in_hand_as(&anew.draft) {
            anew.draft = Draft::default();
        }
        *self = anew;
        let known = self
            .partners()
            .iter()
            .any(|one| Some(one.id) == self.chosen);
        if !known {
            self.chosen = None;
        }
        Ok(())
    }

    pub fn partners(&self) -> &[Partner] {
        self.file.view(&self.clearance, &Noted).all_partners()
    }

    pub fn partner(&self) -> Option<&Partner> {
        let mut all = self.partners().iter();
        all.find(|partner| Some(partner.id) == self.chosen)
    }

    fn in_hand(&self) -> Option<usize> {
        self.in_hand_as(&self.draft)
    }

    /// How long the list is that the record in a form stands in.
    fn in_hand_as(&self, draft: &Draft) -> Option<usize> {
        Some(super::hers::count(self, self.partner()?, draft.adding?))
    }

    pub fn read<'a, T>(&self, walled: &'a Hers<T>) -> &'a T {
        walled.open(&self.clearance)
    }

    /// Her name, or her number where it is not known.
    pub fn name(&self, partner: &Partner) -> String {
        match self.read(&partner.name).trim() {
            "" => format!("Partner {}", partner.id),
            name => name.to_owned(),
        }
    }

    pub(super) fn file(&self) -> (&CaseFile, &Clearance<WomensSafety>) {
        (&self.file, &self.clearance)
    }
}
