//! The numbers that a programme decides for itself.

use crate::model::programme::{Coded, OwesNotice, ProgrammeTemplate};

/// One number of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    Sessions,
    Hours,
    IndividualBefore,
    GroupSize,
    OpeningWeeks,
    SignificantRun,
    FirstInformation,
    ContactsDuring,
    TelephoneOffers,
    ContactsAfter,
    NoticeWithin,
    SafetyWithin,
    FollowUpMonths,
    OverdueAfter,
    LeastSessions,
    WeeksWithoutViolence,
    OfferedFromWeek,
    YearsKept,
    Threshold,
}

macro_rules! whole_numbers {
    ($($setting:ident => $($part:ident).+;)*) => {
        fn whole(template: &ProgrammeTemplate, setting: Setting) -> Option<u32> {
            match setting {
                $(Setting::$setting => Some(template.$($part).+),)*
                _ => None,
            }
        }

        fn whole_mut(template: &mut ProgrammeTemplate, setting: Setting) -> Option<&mut u32> {
            match setting {
                $(Setting::$setting => Some(&mut template.$($part).+),)*
                _ => None,
            }
        }
    };
}

whole_numbers! {
    Sessions => sessions.number;
    IndividualBefore => sessions.individual_before;
    GroupSize => groups.size;
    OpeningWeeks => groups.opening_weeks;
    SignificantRun => attendance.significant_run;
    FirstInformation => contact.first_information_days;
    ContactsDuring => contact.during;
    TelephoneOffers => contact.telephone_offers;
    ContactsAfter => contact.after_leaving;
    NoticeWithin => notices.within_days;
    SafetyWithin => notices.safety_within_days;
    OverdueAfter => follow_up.overdue_after_days;
    LeastSessions => couples_work.least_sessions;
    WeeksWithoutViolence => couples_work.weeks_without_violence;
    OfferedFromWeek => couples_work.offered_from_week;
    YearsKept => keeping.years;
    Threshold => disclosure_control.threshold;
}

impl Setting {
    /// What it decides, as the name of its field.
    pub fn words(self) -> &'static str {
        match self {
            Self::Sessions => "Weekly sessions",
            Self::Hours => "Hours of a session",
            Self::IndividualBefore => "Individual sessions before the group, at most",
            Self::GroupSize => "Places in a group",
            Self::OpeningWeeks => "Weeks between openings to new members",
            Self::SignificantRun => "Sessions missed in a row that are a significant absence",
            Self::FirstInformation => "Days until she has the first information",
            Self::ContactsDuring => "Contacts while he is in the programme",
            Self::TelephoneOffers => "Telephone contacts offered meanwhile",
            Self::ContactsAfter => "Contacts after he left",
            Self::NoticeWithin => "Days within which she is told",
            Self::SafetyWithin => "Days within which she is told of a concern for her safety",
            Self::FollowUpMonths => "Months after completion",
            Self::OverdueAfter => "Days after which a follow-up is overdue",
            Self::LeastSessions => "Sessions he must have attended",
            Self::WeeksWithoutViolence => "Weeks without physical violence",
            Self::OfferedFromWeek => "Week of his programme from which it is offered",
            Self::YearsKept => "Years that a file is kept after he left",
            Self::Threshold => "Smallest count that may leave the programme",
        }
    }

    /// Whether it decides what is owed to partners, so that women’s safety work settles it.
    pub fn is_owed_to_partners(self) -> bool {
        matches!(
            self,
            Self::SignificantRun
                | Self::FirstInformation
                | Self::ContactsDuring
                | Self::TelephoneOffers
                | Self::ContactsAfter
                | Self::NoticeWithin
                | Self::SafetyWithin
                | Self::LeastSessions
                | Self::WeeksWithoutViolence
                | Self::OfferedFromWeek
        )
    }

    /// What 0 means, or how several numbers are written; empty where nothing must be said.
    pub fn hint(self) -> &'static str {
        match self {
            Self::OpeningWeeks => "0: nobody joins after the first session",
            Self::SafetyWithin => "0: the same day",
            Self::FollowUpMonths => "several, such as 6, 12",
            Self::Threshold => "smaller counts are left out of what is released",
            _ => "",
        }
    }

    pub fn value(self, template: &ProgrammeTemplate) -> String {
        match (self, whole(template, self)) {
            (_, Some(number)) => number.to_string(),
            (Self::Hours, _) => template.sessions.hours.to_string(),
            _ => {
                let months = template.follow_up.months.iter().map(u32::to_string);
                months.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// Takes what was typed; `None` where it is no number.
    pub(super) fn put(self, template: &mut ProgrammeTemplate, text: &str) -> Option<()> {
        match self {
            Self::Hours => template.sessions.hours = text.replace(',', ".").parse().ok()?,
            Self::FollowUpMonths => {
                let parts = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
                let months: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
                template.follow_up.months = months?;
            }
            _ => *whole_mut(template, self)? = text.parse().ok()?,
        }
        Some(())
    }
}

/// A list of the settings to which lines can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SettingList {
    #[default]
    ReferralSources,
    ReasonsForLeaving,
    Ethnicities,
    RiskFactors,
    Drinking,
    Genders,
    SexualOrientations,
    Feedback,
}

impl SettingList {
    pub const ALL: [Self; 8] = [
        Self::ReferralSources,
        Self::ReasonsForLeaving,
        Self::Ethnicities,
        Self::RiskFactors,
        Self::Drinking,
        Self::Genders,
        Self::SexualOrientations,
        Self::Feedback,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::ReferralSources => "Who refers men",
            Self::ReasonsForLeaving => "Reasons for leaving",
            Self::Ethnicities => "Ethnicities",
            Self::RiskFactors => "Groups of risk factors",
            Self::Drinking => "How often somebody drinks",
            Self::Genders => "Genders",
            Self::SexualOrientations => "Sexual orientations",
            Self::Feedback => "Questions of the feedback form",
        }
    }

    pub fn lines(self, template: &ProgrammeTemplate) -> &[Coded] {
        match self {
            Self::ReferralSources => &template.referral_sources,
            Self::ReasonsForLeaving => &template.reasons_for_leaving,
            Self::Ethnicities => &template.ethnicities,
            Self::RiskFactors => &template.risk_factors,
            Self::Drinking => &template.drinking,
            Self::Genders => &template.genders,
            Self::SexualOrientations => &template.sexual_orientations,
            Self::Feedback => &template.feedback,
        }
    }

    pub(super) fn lines_mut(self, template: &mut ProgrammeTemplate) -> &mut Vec<Coded> {
        match self {
            Self::ReferralSources => &mut template.referral_sources,
            Self::ReasonsForLeaving => &mut template.reasons_for_leaving,
            Self::Ethnicities => &mut template.ethnicities,
            Self::RiskFactors => &mut template.risk_factors,
            Self::Drinking => &mut template.drinking,
            Self::Genders => &mut template.genders,
            Self::SexualOrientations => &mut template.sexual_orientations,
            Self::Feedback => &mut template.feedback,
        }
    }
}

/// A line with a key of its own, made from its name.
pub(super) fn coded(list: &[Coded], name: &str) -> Coded {
    Coded {
        key: key_of(name, |key| list.iter().any(|one| one.key == key)),
        name: name.to_owned(),
    }
}

/// A key made from a name, such as no other is.
pub(super) fn key_of(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let letters = name.to_lowercase();
    let letters = letters.chars().map(|letter| match letter {
        'a'..='z' | '0'..='9' => letter,
        _ => '_',
    });
    let letters: String = letters.collect();
    let parts: Vec<&str> = letters.split('_').filter(|part| !part.is_empty()).collect();
    let mut key = parts.join("_");
    if !key.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        key = format!("line_{key}");
    }
    let mut free = key.clone();
    let mut number = 2;
    while is_taken(&free) {
        free = format!("{key}_{number}");
        number += 1;
    }
    free
}

/// In the order of the settings.
pub const NOTICES: [(OwesNotice, &str); 5] = [
    (OwesNotice::SignificantAbsence, "A significant absence"),
    (OwesNotice::Unsuitable, "He is found unsuitable"),
    (OwesNotice::Completed, "He completes"),
    (OwesNotice::DroppedOut, "He drops out"),
    (OwesNotice::Suspended, "He is suspended"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gets_a_key_of_its_own() {
        let list = [Coded {
            key: "police".to_owned(),
            name: "Police".to_owned(),
        }];
        for (name, key) in [
            ("Housing office", "housing_office"),
            ("Police", "police_2"),
            ("24-hour line", "line_24_hour_line"),
            ("Ärztin", "rztin"),
            ("„“", "line_"),
        ] {
            assert_eq!(coded(&list, name).key, key, "{name}");
        }
    }
}
