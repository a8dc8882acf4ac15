//! The words by which each subject of a contradiction shows, from `words.toml`.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::chronology::wording::WordFinder;

/// A list of the part `[cues]` of `words.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cue {
    NotPeople,
    Child,
    Baby,
    Son,
    Daughter,
    OlderChild,
    YoungerChild,
    Female,
    Male,
    Victim,
    Perpetrator,
    OfficerHurt,
    CallFrom,
    CallMadeBy,
    AmbulanceCalledBy,
    CalledPolice,
    CalledAmbulance,
    MoreCalls,
    CallerVictim,
    CallerPerpetrator,
    CallerPartner,
    CallerChild,
    CallerMother,
    CallerFather,
    CallerSibling,
    CallerKin,
    CallerFamily,
    CallerNeighbour,
    CallerFriend,
    CallerPublic,
    CallerStaff,
    CallerProfessional,
    CallerUnknown,
    ServicePolice,
    ServiceAmbulance,
    ServiceHospital,
    ServiceGp,
    ServiceMaternityAndHealthVisiting,
    ServiceMentalHealth,
    ServiceSubstanceMisuse,
    ServiceChildrensSocialCare,
    ServiceAdultSocialCare,
    ServiceHousing,
    ServiceEducation,
    ServiceProbation,
    ServiceCourtAndCafcass,
    ServiceSpecialistDomesticAbuse,
    ServiceMarac,
    Meeting,
    Attended,
    StayedAway,
    GoneBefore,
    StillThere,
    Asleep,
    Awake,
    ByChildren,
    DidNotWake,
    AtHand,
    Away,
    InjuryNoun,
    Unharmed,
    VisibleInjury,
    InnerInjury,
    OldInjury,
    Sore,
    BodyPart,
    RiskStandard,
    RiskMedium,
    RiskHigh,
    RiskWord,
    RiskForm,
    RiskChanged,
    RiskOtherKind,
    RiskEarlier,
    Tick,
    Arrested,
    NotArrested,
    ArrestLater,
    Charged,
    NotCharged,
    ChargedLater,
    Admitted,
    NotAdmitted,
    NotWaited,
    Treated,
    NoComplaint,
    Complaint,
    ReferralMade,
    ReferralReceived,
    ReferralNotMade,
    ReferralNotReceived,
    Planned,
    EventNoun,
    PlaceHome,
    PlaceStreet,
    PlaceLicensed,
    PlaceWork,
    PlaceSchool,
    PlaceVehicle,
    PlaceHospital,
    PlaceKinHome,
    TimeCall,
    TimeDispatch,
    TimeArrival,
    TimeDeparture,
    TimeEvent,
    TimeElsewhere,
    PoliceCameAfter,
    NightBefore,
    AboutTime,
}

/// A list of the part `[words]`: single words, asked after one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Words {
    /// May stand between "no" and "injuries".
    InjuryAdjective,
    /// Those of them that speak of what can be seen.
    SeenAdjective,
    /// Behind "no injuries": nobody said so, which is another matter.
    OnlySaid,
    /// May stand between "risk" and its level.
    RiskBetween,
    /// Behind "high": it is no level of risk.
    RiskFollowedBy,
    /// Before a part of the body.
    Left,
    Right,
    BothSides,
}

/// Whether a word in lower case is in the list.
pub(super) fn is_word(list: Words, word: &str) -> bool {
    LISTS
        .words
        .get(&list)
        .is_some_and(|words| words.contains(word))
}

/// A cue's words in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) cue: Cue,
    pub(super) start: usize,
    pub(super) end: usize,
}

struct Lists {
    cues: Vec<Cue>,
    finder: WordFinder,
    words: BTreeMap<Words, HashSet<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    cues: BTreeMap<Cue, Vec<String>>,
    words: BTreeMap<Words, HashSet<String>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    // A test below holds that the file is sound.
    let file: File = toml::from_str(include_str!("words.toml")).unwrap_or_default();
    Lists {
        finder: WordFinder::of(file.cues.values()),
        cues: file.cues.into_keys().collect(),
        words: file.words,
    }
});

/// Every cue in a text, in order; a longer one covers the shorter of its kind inside it.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let all: Vec<Mark> = LISTS
        .finder
        .in_text(text)
        .into_iter()
        .map(|hit| Mark {
            cue: LISTS.cues[hit.list],
            start: hit.start,
            end: hit.end,
        })
        .collect();
    let mut kept: Vec<Mark> = Vec::with_capacity(all.len());
    for (at, mark) in all.iter().enumerate() {
        // Longer ones that begin earlier, or at the same place, stand before it.
        let covered = all[..at].iter().rev().take(60).any(|other| {
            other.end >= mark.end
                && other.end - other.start > mark.end - mark.start
                && covers(other.cue, mark.cue)
        });
        if !covered {
            kept.push(*mark);
        }
    }
    kept
}

fn covers(long: Cue, short: Cue) -> bool {
    if long == Cue::NotPeople {
        return matches!(kind(short), Kind::People | Kind::Caller | Kind::Service)
            && short != Cue::ServiceChildrensSocialCare
            && short != Cue::ServiceSpecialistDomesticAbuse
            || matches!(short, Cue::TimeCall | Cue::TimeElsewhere);
    }
    long == short || (kind(long) != Kind::Alone && kind(long) == kind(short))
}

#[derive(PartialEq, Eq)]
enum Kind {
    People,
    Caller,
    Service,
    Call,
    Attendance,
    Sleep,
    Arrest,
    Charge,
    Admission,
    Referral,
    Statement,
    Alone,
}

fn kind(cue: Cue) -> Kind {
    use Cue::*;
    match cue {
        Child | Baby | Son | Daughter | OlderChild | YoungerChild | Female | Male | Victim
        | Perpetrator | OfficerHurt => Kind::People,
        CallerVictim | CallerPerpetrator | CallerPartner | CallerChild | CallerMother
        | CallerFather | CallerSibling | CallerKin | CallerFamily | CallerNeighbour
        | CallerFriend | CallerPublic | CallerStaff | CallerProfessional | CallerUnknown => {
            Kind::Caller
        }
        ServicePolice
        | ServiceAmbulance
        | ServiceHospital
        | ServiceGp
        | ServiceMaternityAndHealthVisiting
        | ServiceMentalHealth
        | ServiceSubstanceMisuse
        | ServiceChildrensSocialCare
        | ServiceAdultSocialCare
        | ServiceHousing
        | ServiceEducation
        | ServiceProbation
        | ServiceCourtAndCafcass
        | ServiceSpecialistDomesticAbuse => Kind::Service,
        CallFrom | CallMadeBy | AmbulanceCalledBy | CalledPolice | CalledAmbulance => Kind::Call,
        Attended | StayedAway => Kind::Attendance,
        Asleep | Awake | DidNotWake | ByChildren => Kind::Sleep,
        Arrested | NotArrested | ArrestLater => Kind::Arrest,
        Charged | NotCharged | ChargedLater => Kind::Charge,
        Admitted | NotAdmitted => Kind::Admission,
        ReferralMade | ReferralReceived | ReferralNotMade | ReferralNotReceived => Kind::Referral,
        Complaint | NoComplaint => Kind::Statement,
        _ => Kind::Alone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sound() {
        let file: File = toml::from_str(include_str!("words.toml")).expect("the lists");
        for (cue, words) in &file.cues {
            assert!(!words.is_empty(), "{cue:?}");
            for word in words {
                let stem = word.strip_suffix('*').unwrap_or(word);
                assert!(
                    !stem.trim().is_empty() && !stem.contains('*'),
                    "{cue:?}: {word}"
                );
                assert_eq!(word.to_lowercase(), *word, "{cue:?}");
            }
        }
        assert_eq!(
            file.cues.len(),
            Cue::AboutTime as usize + 1,
            "a list for each cue"
        );
        assert_eq!(file.words.len(), Words::BothSides as usize + 1);
        let single = |word: &String| !word.contains([' ', '*']);
        assert!(file.words.values().flatten().all(single));
    }

    #[test]
    fn longer_words_cover_shorter_ones_of_their_kind() {
        let cases: [(&str, &[Cue]); 4] = [
            ("not arrested", &[Cue::NotArrested]),
            (
                "children's services",
                &[Cue::NotPeople, Cue::ServiceChildrensSocialCare],
            ),
            ("upstairs neighbour", &[Cue::CallerNeighbour, Cue::AtHand]),
            ("standard risk", &[Cue::RiskStandard, Cue::RiskWord]),
        ];
        for (text, expected) in cases {
            let found: Vec<Cue> = marks(text).iter().map(|mark| mark.cue).collect();
            for cue in expected {
                assert!(found.contains(cue), "{text}: {cue:?} in {found:?}");
            }
            assert!(
                !found.contains(&Cue::Arrested) && !found.contains(&Cue::Child),
                "{text}"
            );
        }
    }
}
