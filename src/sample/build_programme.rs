use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;

use super::files::text_of;
use super::{SampleError, programme, programme_template, programme_today};
use crate::edits;
use crate::jobs::Progress;
use crate::model::programme::{Answer, OwesNotice};
use crate::model::{ConcernId, ConsentId, ContactId, ManId, StatementId};
use crate::store::{NewProgramme, Passphrase, Store};
use crate::wall::{
    Consent, Contact, NoticeGiven, Partner, SafetyConcern, Statement, Support, Told, Walled,
};

/// The passphrase of women’s safety work in the sample programme. It is public, since nobody in the sample has lived.
pub const SAFETY_PASSPHRASE: &str = "fictional words of hers";

const KEPT: (&str, &[u8]) = (
    "womens_safety.toml",
    include_bytes!("../../samples/programme/womens_safety.toml"),
);

/// Makes the sample programme’s file at `path`, which must not exist yet, and leaves it open, the lock of women’s safety work, too.
///
/// # Errors
/// Where it cannot be finished the begun file stays at `path`, without what was not done.
pub fn build_programme(
    path: &Path,
    passphrase: &Passphrase,
    who: &str,
    progress: &dyn Progress,
) -> Result<Store, SampleError> {
    let new = NewProgramme {
        template: programme_template()?,
        title: "Living without Violence: a made-up cohort".to_owned(),
    };
    let today = programme_today();
    let (cohort, partners) = programme(progress)?;
    let mut store = Store::create_programme(path, passphrase, &new, who)?;
    store.set_safety_lock(&Passphrase::new(SAFETY_PASSPHRASE.to_owned()))?;
    edits::import_cohort(&mut store, "cohort", &cohort, partners, today)?;
    keep(&mut store, today)?;
    edits::change_frame(&mut store, "Mark as the fictional sample", |frame| {
        frame.fictional = true;
    })?;
    Ok(store)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    partner: Vec<KeptPartner>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptPartner {
    case: String,
    worker: String,
    #[serde(default)]
    contact: Vec<KeptContact>,
    #[serde(default)]
    consent: Vec<KeptConsent>,
    #[serde(default)]
    statement: Vec<KeptStatement>,
    #[serde(default)]
    concern: Vec<KeptConcern>,
    #[serde(default)]
    notice: Vec<KeptNotice>,
    #[serde(default)]
    support: Vec<KeptSupport>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptContact {
    on: toml::value::Datetime,
    by_telephone: bool,
    reached: bool,
    #[serde(default)]
    informed: bool,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptConsent {
    on: toml::value::Datetime,
    to: String,
    kinds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptStatement {
    on: toml::value::Datetime,
    kind: String,
    factors: Vec<String>,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptConcern {
    on: toml::value::Datetime,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptNotice {
    of: OwesNotice,
    happened: toml::value::Datetime,
    on: toml::value::Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptSupport {
    what: String,
    offered: toml::value::Datetime,
    taken: Answer,
}

fn day(written: &toml::value::Datetime) -> Result<NaiveDate, SampleError> {
    let text = written.to_string();
    text.parse()
        .map_err(|error| SampleError::material(KEPT.0, format!("{text}: {error}")))
}

/// Enters what is kept about a few partners, one record at a time.
fn keep(store: &mut Store, today: NaiveDate) -> Result<(), SampleError> {
    let kept: Kept = toml::from_str(text_of(KEPT.0, KEPT.1)?)
        .map_err(|error| SampleError::material(KEPT.0, error))?;
    let men = store.programme()?.men.into_iter();
    let men: HashMap<String, ManId> = men.map(|man| (man.reference, man.id)).collect();
    let mut partners = store.partners()?;
    for record in &kept.partner {
        let missing = || SampleError::material(KEPT.0, format!("{} has no partner", record.case));
        let man = men.get(&record.case).ok_or_else(missing)?;
        let mut his = partners.iter_mut();
        let partner = his
            .find(|partner| partner.man == *man)
            .ok_or_else(missing)?;
        enter(partner, record)?;
        edits::change_partner(store, partner, today)?;
    }
    Ok(())
}

fn enter(partner: &mut Partner, record: &KeptPartner) -> Result<(), SampleError> {
    record.worker.clone_into(&mut partner.worker);
    for (id, contact) in (1..).zip(&record.contact) {
        partner.contacts.push(Contact {
            id: ContactId(id),
            on: day(&contact.on)?,
            by_telephone: contact.by_telephone,
            reached: contact.reached,
            informed: contact.informed,
            words: Walled::new(contact.words.clone()),
        });
    }
    for (id, consent) in (1..).zip(&record.consent) {
        partner.consents.push(Consent {
            id: ConsentId(id),
            on: day(&consent.on)?,
            to: consent.to.clone(),
            kinds: consent.kinds.clone(),
            withdrawn: None,
        });
    }
    for (id, said) in (1..).zip(&record.statement) {
        partner.statements.push(Statement {
            id: StatementId(id),
            on: day(&said.on)?,
            kind: said.kind.clone(),
            words: Walled::new(said.words.clone()),
            factors: said.factors.clone(),
        });
    }
    for (id, concern) in (1..).zip(&record.concern) {
        partner.concerns.push(SafetyConcern {
            id: ConcernId(id),
            on: day(&concern.on)?,
            words: Walled::new(concern.words.clone()),
        });
    }
    for notice in &record.notice {
        partner.notices.push(NoticeGiven {
            on: day(&notice.on)?,
            of: Told::Event(notice.of, day(&notice.happened)?),
        });
    }
    for support in &record.support {
        partner.support.push(Support {
            what: Walled::new(support.what.clone()),
            offered: day(&support.offered)?,
            taken: support.taken,
        });
    }
    Ok(())
}
