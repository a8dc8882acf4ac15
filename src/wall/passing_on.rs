//! What crosses the wall: keys of the template, worked out by a rule, kept on his side so that nobody need open hers to read them.

use chrono::NaiveDate;

use super::disclosure::permits;
use super::womens_safety::joined;
use super::{CaseFile, Clearance, Partner, Recipient, WomensSafety};
use crate::model::ManId;
use crate::model::programme::PassedOn;

impl CaseFile {
    /// Lets across what may be known on `today`, of every man; what was let across before and no longer may be known is taken back.
    pub fn pass_on(&mut self, today: NaiveDate, clearance: &Clearance<WomensSafety>) {
        let men = self.programme.men.iter();
        let passed = men.filter_map(|man| self.to_pass_on(man.id, today, clearance));
        self.programme.passed_on = passed.collect();
    }

    /// What may be known about one man outside the wall on `today`. What she told enters it as the key of a group of risk factors, and only where she
    /// consented to facilitators’ knowing that kind of fact; kinds that need her permission and those that the template does not know stay out without
    /// it. `None`: nothing.
    pub fn to_pass_on(
        &self,
        man: ManId,
        today: NaiveDate,
        _clearance: &Clearance<WomensSafety>,
    ) -> Option<PassedOn> {
        let his = self.programme.man(man)?;
        let told: Vec<&str> = self
            .partners
            .iter()
            .filter(|hers| hers.man == man)
            .flat_map(|hers| told_to_facilitators(hers, today))
            .collect();
        let template = &self.programme.template;
        let keep_in_mind: Vec<String> = template
            .risk_factors
            .iter()
            .filter(|factor| told.contains(&factor.key.as_str()))
            .map(|factor| factor.key.clone())
            .collect();
        let completed: Vec<_> = joined(&self.programme, &self.partners, man)
            .iter()
            .zip(&his.assessments)
            .filter(|(whole, outside)| whole.factors.len() > outside.factors.len())
            .map(|(whole, _)| whole.id)
            .collect();
        let anything = !keep_in_mind.is_empty() || !completed.is_empty();
        anything.then_some(PassedOn {
            man,
            keep_in_mind,
            completed,
        })
    }
}

fn told_to_facilitators(hers: &Partner, today: NaiveDate) -> impl Iterator<Item = &str> {
    let permitted = move |said: &&super::Statement| {
        let mut consents = hers.consents.iter();
        consents.any(|consent| permits(consent, said, &Recipient::Facilitators, today))
    };
    let said = hers.statements.iter().filter(permitted);
    said.flat_map(|said| said.factors.iter().map(String::as_str))
}
