//! A protected characteristic that is found relevant and then forgotten.
//!
//! **What it finds.** A protected characteristic of which the section on equality says that it mattered, and of which then neither the analysis nor a
//! finding or recommendation speaks, or only one of them. A characteristic of which that section says that it was not relevant is left in peace.
//!
//! **Why.** Bias that is mentioned and not carried into the analysis of each agency changes nothing. The quality-assurance panel asks for both.
//!
//! **What to do.** Say in the analysis what it changed in what agencies saw, asked and offered, and answer it in a recommendation; or say in the
//! section on equality why nothing follows from it.

use crate::checks::equality::Equality;
use crate::checks::reading::{all_words, finds};
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;
use crate::templates::EQUALITY;

/// `sections` are those into which it must be carried, `words` say that something was not relevant.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let review = case.review;
    let equality = Equality::of(case, &[EQUALITY.to_owned()], None);
    let analysis: Vec<String> = case.named(&setting.sections).map(all_words).collect();
    let analysis = analysis.join(" ");
    if analysis.trim().is_empty() {
        return Vec::new();
    }
    let mut learnt: Vec<&str> = Vec::new();
    learnt.extend(review.findings.iter().flat_map(|each| [&*each.text, &*each.analysis]));
    learnt.extend(review.recommendations.iter().map(|each| &*each.text));
    let learnt = learnt.join(" ");
    let characteristics = review.template.publication.characteristics.iter();
    characteristics
        .enumerate()
        .filter(|(at, _)| equality.matters(*at, &setting.words))
        .filter_map(|(_, characteristic)| {
            let name = characteristic.name.to_lowercase();
            let here = finds(&characteristic.words, &analysis);
            let then = finds(&characteristic.words, &learnt);
            let what = match (here, then) {
                (true, true) => return None,
                (false, true) => format!("The section on equality says that {name} mattered; the analysis does not speak of it."),
                (true, false) => format!("The section on equality and the analysis speak of {name}; no finding or recommendation does."),
                (false, false) => format!("The section on equality says that {name} mattered; neither the analysis nor a finding or recommendation speaks of it."),
            };
            Some(Mark {
                subject: characteristic.key.clone(),
                what,
                instead: "Carry it on, or say in the section on equality why nothing follows from it.".to_owned(),
                at: case.first_of(&setting.sections),
            })
        })
        .collect()
}
