//! What stands in his file of measures, substances, children, incidents and his background: what he or an agency told, never a partner.

use chrono::NaiveDate;

use super::day::{day, day_or_today};
use super::{AnswerOf, CaseAction, IncidentTyped};
use crate::app::Problem;
use crate::dates;
use crate::edits::ManPart;
use crate::model::programme::{
    Answer, Child, Childhood, Incident, InformationSource, Justice, Man, Measure, Substance,
    SubstanceFile, Use,
};

/// Key of the substance of which units a week and regularity are asked.
pub const ALCOHOL: &str = "alcohol";

pub(super) fn put(man: &mut Man, action: CaseAction, today: NaiveDate) -> Result<ManPart, Problem> {
    let part = match action {
        CaseAction::Measure {
            key,
            taken,
            on,
            value,
        } => {
            man.measures.push(Measure {
                key,
                on: day_that_came(&on, today)?,
                taken,
                value,
            });
            man.measures.sort_by_key(|measure| measure.on);
            ManPart::Measures
        }
        CaseAction::CorrectMeasure {
            at,
            taken,
            on,
            value,
        } => {
            let on = day_that_came(&on, today)?;
            if let Some(measure) = man.measures.get_mut(at) {
                (measure.on, measure.taken, measure.value) = (on, taken, value);
                man.measures.sort_by_key(|measure| measure.on);
            }
            ManPart::Measures
        }
        CaseAction::RemoveMeasure(at) => {
            remove(&mut man.measures, at);
            ManPart::Measures
        }
        CaseAction::Use(key, used) => {
            of_substance(man, &key, |substance| substance.used = used);
            ManPart::Substances
        }
        CaseAction::Regularity(often) => {
            of_substance(man, ALCOHOL, |alcohol| alcohol.regularity = often);
            ManPart::Substances
        }
        CaseAction::SubstanceFile(complete) => {
            let before = man.substance_file.map(|file| file.used_before_incidents);
            man.substance_file = complete.map(|complete| SubstanceFile {
                complete,
                used_before_incidents: before.unwrap_or_default(),
            });
            ManPart::Substances
        }
        CaseAction::InJusticeSample(is_in) => {
            man.justice = is_in.then(Justice::default);
            ManPart::Background
        }
        CaseAction::InChildhoodSample(is_in) => {
            man.childhood = is_in.then(Childhood::default);
            ManPart::Background
        }
        CaseAction::SetAnswer(of, given) => set_answer(man, of, given),
        CaseAction::AddChild { born, age } => {
            let born = day(&born, today)?;
            man.children.push(Child {
                born,
                age: age.filter(|_| born.is_none()),
                lives_with_him: Answer::NotAsked,
                biological: Answer::NotAsked,
                witnessed_violence: Answer::NotAsked,
                directly_abused: Answer::NotAsked,
                source: InformationSource::Himself,
            });
            ManPart::Children
        }
        CaseAction::ChildAge(at, age) => {
            if let Some(child) = man.children.get_mut(at) {
                child.age = age;
            }
            ManPart::Children
        }
        CaseAction::ChildToldBy(at, source) => {
            if let Some(child) = man.children.get_mut(at) {
                child.source = source;
            }
            ManPart::Children
        }
        CaseAction::RemoveChild(at) => {
            remove(&mut man.children, at);
            ManPart::Children
        }
        CaseAction::AddIncident(typed) => {
            let incident = incident(typed, today)?;
            man.incidents.push(incident);
            man.incidents.sort_by_key(|one| one.on);
            ManPart::Incidents
        }
        CaseAction::CorrectIncident(at, typed) => {
            let incident = incident(typed, today)?;
            if let Some(kept) = man.incidents.get_mut(at) {
                *kept = incident;
                man.incidents.sort_by_key(|one| one.on);
            }
            ManPart::Incidents
        }
        CaseAction::RemoveIncident(at) => {
            remove(&mut man.incidents, at);
            ManPart::Incidents
        }
        _ => ManPart::Details,
    };
    Ok(part)
}

fn remove<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

fn day_that_came(on: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let on = day_or_today(on, today)?;
    match on > today {
        true => Err(Problem::new(
            "This day has not come yet",
            format!(
                "{} lies ahead. Correct the day; nothing was changed, and what you typed is still there.",
                dates::spoken_date(on)
            ),
        )),
        false => Ok(on),
    }
}

fn incident(typed: IncidentTyped, today: NaiveDate) -> Result<Incident, Problem> {
    let on = day_that_came(&typed.on, today)?;
    let told = day_that_came(&typed.told, today)?;
    if told < on {
        return Err(Problem::new(
            "It was told before it happened",
            "The day on which the programme heard of it lies before the day of the incident. Correct one of them; nothing was changed, and what you typed is still there.",
        ));
    }
    Ok(Incident {
        on,
        told,
        physical: typed.physical,
        source: typed.source,
        words: typed.words.trim().to_owned(),
    })
}

/// What is known of a substance; one of which nothing is told any more was not asked.
pub(super) fn of_substance(man: &mut Man, key: &str, work: impl FnOnce(&mut Substance)) {
    let known = man.substances.iter().position(|one| one.key == key);
    let at = known.unwrap_or_else(|| {
        man.substances.push(Substance {
            key: key.to_owned(),
            used: Use::NotAsked,
            tenths_of_units: None,
            regularity: String::new(),
        });
        man.substances.len() - 1
    });
    work(&mut man.substances[at]);
    man.substances.retain(|one| {
        one.used != Use::NotAsked || one.tenths_of_units.is_some() || !one.regularity.is_empty()
    });
}

fn set_answer(man: &mut Man, of: AnswerOf, given: Answer) -> ManPart {
    use AnswerOf as Of;
    let (slot, part) = match of {
        Of::ChildLivesWithHim(at) => (
            man.children.get_mut(at).map(|one| &mut one.lives_with_him),
            ManPart::Children,
        ),
        Of::ChildIsBiological(at) => (
            man.children.get_mut(at).map(|one| &mut one.biological),
            ManPart::Children,
        ),
        Of::ChildWitnessed(at) => (
            man.children
                .get_mut(at)
                .map(|one| &mut one.witnessed_violence),
            ManPart::Children,
        ),
        Of::ChildAbused(at) => (
            man.children.get_mut(at).map(|one| &mut one.directly_abused),
            ManPart::Children,
        ),
        Of::UsedBeforeIncidents => (
            man.substance_file
                .as_mut()
                .map(|file| &mut file.used_before_incidents),
            ManPart::Substances,
        ),
        Of::CalledOut | Of::Arrested | Of::Charged | Of::Custody | Of::Pending => {
            let slot = man.justice.as_mut().map(|justice| match of {
                Of::CalledOut => &mut justice.called_out,
                Of::Arrested => &mut justice.arrested,
                Of::Charged => &mut justice.charged,
                Of::Custody => &mut justice.custody,
                _ => &mut justice.pending,
            });
            (slot, ManPart::Background)
        }
        Of::EngagedInGroup | Of::ExposedToViolence | Of::LostParent => {
            let slot = man.childhood.as_mut().map(|childhood| match of {
                Of::EngagedInGroup => &mut childhood.engaged_in_group,
                Of::ExposedToViolence => &mut childhood.exposed_to_violence,
                _ => &mut childhood.lost_parent,
            });
            (slot, ManPart::Background)
        }
    };
    if let Some(slot) = slot {
        *slot = given;
    }
    part
}
