//! The certificate that files were destroyed, as a page to sign and keep. It names nobody.

use std::path::Path;

use chrono::Datelike;
use serde_json::{Value, json};

use super::Made;
use super::characters::counted;
use super::error::PublishError;
use super::matter::Matter;
use super::single::write_single;
use super::typesetting::Layout;
use crate::dates::spoken_date;
use crate::model::programme::Certificate;

const SUBJECT: &str = "Certificate of destruction";
const MARKING: &str = "Names nobody: case numbers only";
const NOTE: &str = "The file was written anew afterwards, so that no byte of what was destroyed is left in it. Copies and backups that were made before \
     are not reached by this.";

/// Writes a certificate of the programme called `title` as a PDF to `path`.
pub fn write_certificate(
    title: &str,
    certificate: &Certificate,
    path: &Path,
) -> Result<Made, PublishError> {
    let mut matter = Matter::default();
    let data = data(title, certificate, &mut matter);
    let made = write_single((Layout::Certificate, SUBJECT), &data, certificate.on, path)?;
    Ok(Made {
        notes: matter.notes(),
        ..made
    })
}

/// The certificate in words, for where there is no page.
pub fn certificate_text(title: &str, certificate: &Certificate) -> String {
    let mut text = format!("{SUBJECT}\n{title}\n\n{}\n\n", sentence(certificate));
    for (name, value) in facts(certificate) {
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push_str(&format!(
        "Case numbers: {}\n\n{NOTE}\n",
        certificate.references.join(", ")
    ));
    text
}

fn sentence(certificate: &Certificate) -> String {
    let men = counted(certificate.references.len(), "man", "men");
    let partners = match certificate.partners {
        0 => String::new(),
        partners => format!(
            ", and of {} with them,",
            counted(partners, "partner", "partners")
        ),
    };
    format!(
        "On {} the files of {men}{partners} were destroyed.",
        spoken_date(certificate.on)
    )
}

fn facts(certificate: &Certificate) -> Vec<(&'static str, String)> {
    let kept = match certificate.kept.as_slice() {
        [] => "Nothing".to_owned(),
        kept => format!(
            "Of who was not taken on, for monitoring only: {}",
            kept.join(", ")
        ),
    };
    vec![
        ("Decided by", certificate.decided_by.clone()),
        ("Reason", certificate.reason.clone()),
        ("Kept", kept),
    ]
}

fn data(title: &str, certificate: &Certificate, matter: &mut Matter) -> Value {
    let on = certificate.on;
    let facts: Vec<Value> = facts(certificate)
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": matter.line(value) }))
        .collect();
    let references = certificate.references.iter();
    let references: Vec<Value> = references.map(|one| matter.line(one)).collect();
    json!({
        "about": {
            "title": matter.plain(title),
            "label": "Perpetrator programme",
            "subject": SUBJECT,
            "facts": [{ "name": "Date of the destruction", "value": spoken_date(on) }],
            "reference": "",
            "author": "",
            "description": format!("{SUBJECT}. {MARKING}"),
            "date": [on.year(), on.month(), on.day()],
            "version": spoken_date(on),
            "fictional": false,
            "fictional_words": "",
            "marking": MARKING,
        },
        "certificate": {
            "sentence": matter.line(&sentence(certificate)),
            "facts": facts,
            "references": references,
            "note": NOTE,
        },
    })
}
