//! Services as they are named in running text.

use super::cues::{Cue, Mark};
use super::record::Sentence;

const SERVICES: [(Cue, &str); 14] = [
    (Cue::ServicePolice, "police"),
    (Cue::ServiceAmbulance, "ambulance"),
    (Cue::ServiceHospital, "hospital"),
    (Cue::ServiceGp, "gp"),
    (
        Cue::ServiceMaternityAndHealthVisiting,
        "maternity_and_health_visiting",
    ),
    (Cue::ServiceMentalHealth, "mental_health"),
    (Cue::ServiceSubstanceMisuse, "substance_misuse"),
    (Cue::ServiceChildrensSocialCare, "childrens_social_care"),
    (Cue::ServiceAdultSocialCare, "adult_social_care"),
    (Cue::ServiceHousing, "housing"),
    (Cue::ServiceEducation, "education"),
    (Cue::ServiceProbation, "probation"),
    (Cue::ServiceCourtAndCafcass, "court_and_cafcass"),
    (
        Cue::ServiceSpecialistDomesticAbuse,
        "specialist_domestic_abuse",
    ),
];

/// Every service named in a sentence: its sector's key, as in the templates, and where.
pub(super) fn named(sentence: &Sentence) -> impl Iterator<Item = (&'static str, Mark)> + '_ {
    let all = SERVICES.map(|(cue, _)| cue);
    sentence.of_any(&all).filter_map(|mark| {
        let (_, sector) = SERVICES.iter().find(|(cue, _)| *cue == mark.cue)?;
        Some((*sector, mark))
    })
}

/// The service named nearest to a mark, no more than four words away, where no comma parts them.
pub(super) fn named_near(sentence: &Sentence, at: Mark) -> Option<&'static str> {
    named(sentence)
        .filter(|(_, mark)| {
            let (from, until) = if mark.end <= at.start {
                (mark.end, at.start)
            } else {
                (at.end, mark.start)
            };
            !sentence
                .text
                .get(from..until)
                .is_some_and(|between| between.contains(','))
        })
        .map(|(sector, mark)| (sentence.distance(mark, at), sector))
        .filter(|(distance, _)| *distance <= 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, sector)| sector)
}
