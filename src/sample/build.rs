use std::path::Path;

use chrono::NaiveDate;

use super::files::file;
use super::{
    SampleError, chain, coding, deciding, identities, importing, knowing, marking, material, panel,
    plan, publishing, report,
};
use crate::edits;
use crate::jobs::{Cancelled, Progress};
use crate::model::{KeyDate, KeyDateId, Pause, PauseId, Template, When};
use crate::returns;
use crate::store::{NewFile, Passphrase, Store};
use crate::templates;

const PEOPLE: &str = "people.csv";

/// Makes the sample review at `path`, which must not exist yet, and leaves it open. `who` stands in the audit trail.
///
/// Dates later than `today` are marked as doubtful when the returns are understood; [`super::today`] is the sample’s own day.
///
/// # Errors
/// Where it cannot be finished (disk full, cancelled) the begun file stays at `path`, without what was not done.
pub fn build(
    path: &Path,
    passphrase: &Passphrase,
    who: &str,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Store, SampleError> {
    let review = material::review()?;
    let template = template(&review.template)?;
    let new = NewFile {
        template: template.clone(),
        details: review.details.clone(),
    };
    let mut store = Store::create(path, passphrase, &new, who)?;
    let steps = Steps::new(progress, review.agencies.len());
    steps.report(0, "Entering people and dates")?;
    let people = returns::people_in_bytes(PEOPLE, file(PEOPLE)?)?;
    edits::import_people(&mut store, &people)?;
    identities::enter(&mut store)?;
    enter_dates(&mut store, &review)?;
    let agencies = importing::import_returns(&mut store, &review, template, today, &steps)?;
    let decisions = material::decisions()?;
    let places = deciding::places(&store.load()?, &decisions);
    steps.after_returns(1, "Tagging entries")?;
    deciding::tag(&mut store, &decisions, &places, &review.coder, progress)?;
    marking::mark(&mut store, &places, &review.coder)?;
    deciding::settle(&mut store, &decisions, &places)?;
    coding::code_again(&mut store, &places, &review.coder)?;
    knowing::enter(&mut store, &places, &agencies, today)?;
    steps.after_returns(2, "Making the action plan")?;
    let findings = chain::make(&mut store, &places)?;
    plan::make(&mut store, &places, &agencies, &findings)?;
    // After them, since it cites all of the others.
    steps.after_returns(3, "Writing the report")?;
    report::write(&mut store, &places, panel::as_first_sent)?;
    steps.after_returns(4, "Asking the panel")?;
    panel::ask(&mut store, &places, &agencies, &review.coder)?;
    publishing::enter(&mut store)?;
    steps.after_returns(5, "The sample is ready")?;
    Ok(store)
}

/// Progress in whole steps: one for each agency and a few around them.
pub(super) struct Steps<'a> {
    pub(super) progress: &'a dyn Progress,
    returns: u64,
}

impl<'a> Steps<'a> {
    fn new(progress: &'a dyn Progress, returns: usize) -> Self {
        Self {
            progress,
            returns: returns as u64,
        }
    }

    pub(super) fn report(&self, done: u64, what: &str) -> Result<(), Cancelled> {
        self.progress.report(done, Some(self.returns + 5), what)
    }

    fn after_returns(&self, done: u64, what: &str) -> Result<(), Cancelled> {
        self.report(self.returns + done, what)
    }
}

fn template(name: &str) -> Result<&'static Template, SampleError> {
    templates::built_in()
        .iter()
        .find(|template| template.name == name)
        .ok_or_else(|| {
            SampleError::material("review.toml", format!("there is no template “{name}”"))
        })
}

fn enter_dates(store: &mut Store, review: &material::ReviewMaterial) -> Result<(), SampleError> {
    for date in &review.key_dates {
        let date = KeyDate {
            id: KeyDateId(0),
            kind: date.kind.clone(),
            label: date.label.clone(),
            when: When::on(date.date),
        };
        edits::set_key_date(store, &date)?;
    }
    for pause in &review.pauses {
        let pause = Pause {
            id: PauseId(0),
            from: pause.from,
            until: pause.until,
            reason: pause.reason.clone(),
        };
        edits::add_pause(store, &pause)?;
    }
    Ok(())
}
