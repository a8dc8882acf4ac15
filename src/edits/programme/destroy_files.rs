use chrono::NaiveDate;

use crate::model::ManId;
use crate::model::programme::{Certificate, Man};
use crate::programme::{Keep, keeping};
use crate::store::{Store, StoreError, Tx};

/// Whose files are to be destroyed, on whose word and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destruction {
    pub men: Vec<ManId>,
    pub decided_by: String,
    pub reason: String,
}

/// Destroys men’s files with their partners’, for good: no undo reaches back beyond it. Only what is due by [`keeping`] on `today` is destroyed; of who was not
/// taken on, monitoring data stay. Leaves a certificate in the file, which is returned. Needs the open lock of women’s safety work where any partner is on file.
pub fn destroy_files(
    store: &mut Store,
    what: &Destruction,
    today: NaiveDate,
) -> Result<Certificate, StoreError> {
    let label = format!("Destroy {} files for good", what.men.len());
    store.destroy(&label, |tx| {
        let programme = tx.programme()?;
        check(tx, what)?;
        let due = keeping(&programme, today);
        let mut certificate = Certificate {
            on: today,
            references: Vec::new(),
            partners: 0,
            kept: Vec::new(),
            decided_by: what.decided_by.trim().to_owned(),
            reason: what.reason.trim().to_owned(),
        };
        for id in &what.men {
            let man = tx.man(*id)?;
            let state = due.iter().find(|kept| kept.man == *id);
            let reference = named(&man);
            match state.map(|kept| kept.state) {
                Some(Keep::Due(_)) => certificate.partners += gone(tx, &man)?,
                Some(Keep::ReduceToMonitoring(_)) => {
                    certificate.partners += reduced(tx, &man, today)?;
                    let kept = &programme.template.keeping.of_unsuccessful;
                    certificate.kept = kept.iter().map(|kept| kept.name.clone()).collect();
                }
                _ => {
                    return Err(StoreError::Refused(format!(
                        "The file {reference} is not due to be destroyed. Nothing was destroyed; leave it out."
                    )));
                }
            }
            certificate.references.push(reference);
        }
        tx.add_certificate(&certificate)?;
        Ok(certificate)
    })
}

/// His case number; his name never stands in a certificate.
fn named(man: &Man) -> String {
    match man.reference.trim() {
        "" => format!("no. {}", man.id),
        reference => reference.to_owned(),
    }
}

fn check(tx: &Tx<'_>, what: &Destruction) -> Result<(), StoreError> {
    if what.men.is_empty() {
        return Err(StoreError::Refused(
            "No file is chosen. Choose at least one.".to_owned(),
        ));
    }
    if what.decided_by.trim().is_empty() || what.reason.trim().is_empty() {
        return Err(StoreError::Refused(
            "Say who decided it, and why: both stand in the certificate. Nothing was destroyed."
                .to_owned(),
        ));
    }
    if tx.has_partners()? && !tx.is_unlocked() {
        return Err(StoreError::BehindTheWall);
    }
    Ok(())
}

fn gone(tx: &mut Tx<'_>, man: &Man) -> Result<usize, StoreError> {
    let partners = partners_gone(tx, man.id)?;
    tx.remove_man(man.id)?;
    Ok(partners)
}

fn reduced(tx: &mut Tx<'_>, man: &Man, today: NaiveDate) -> Result<usize, StoreError> {
    let partners = partners_gone(tx, man.id)?;
    tx.remove_marks(man.id)?;
    tx.pass_on(man.id, None)?;
    let template = tx.programme()?.template;
    tx.change_man(&crate::programme::monitoring_only(man, &template, today))?;
    Ok(partners)
}

fn partners_gone(tx: &mut Tx<'_>, man: ManId) -> Result<usize, StoreError> {
    if !tx.has_partners()? {
        return Ok(0);
    }
    let partners = tx.partners()?;
    let his: Vec<_> = partners
        .iter()
        .filter(|partner| partner.man == man)
        .map(|partner| partner.id)
        .collect();
    for id in &his {
        tx.remove_partner(*id)?;
    }
    Ok(his.len())
}
