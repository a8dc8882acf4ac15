//! Men: who was referred, and his way as far as one line tells it.

use chrono::NaiveDate;

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, List, Meaning, TableAt};
use crate::dates::spoken_date;
use crate::model::AssessmentId;
use crate::model::programme::{
    Answer, Assessment, Coded, QuestionKind, ReferralAnswer, RiskLevel, Sharing,
};

/// Ages in years below and above which a slip of the hand is likelier.
const AGES: std::ops::RangeInclusive<u32> = 16..=100;
/// Key of the question of the referral form that keeps an age or a band of ages.
pub(super) const AGE: &str = "age";

/// What is needed of a man’s line when other tables have been read.
#[derive(Default)]
pub(super) struct HisWay {
    pub(super) line: Option<(TableAt, usize)>,
    pub(super) referred: Option<NaiveDate>,
    pub(super) assessed: Option<NaiveDate>,
    pub(super) enrolled: Option<NaiveDate>,
    pub(super) left: Option<NaiveDate>,
    pub(super) outcome: String,
    pub(super) ended: String,
    pub(super) reason: String,
    pub(super) weeks: Option<u32>,
    pub(super) first_attended: Option<NaiveDate>,
    pub(super) last_session: Option<NaiveDate>,
}

impl Building<'_> {
    pub(super) fn man(&mut self, line: &Line<'_>) -> Result<(), String> {
        let at = self.new_man(line)?;
        let told = &mut self.told;
        let mut coded = |field, list| told.coded(line, field, list).unwrap_or_default();
        let ethnicity = coded(Field::Ethnicity, List::Ethnicity);
        let source = coded(Field::Source, List::Source);
        let mut way = HisWay {
            line: Some((line.sheet.at, line.row)),
            outcome: coded(Field::Assessment, List::Assessment),
            ended: coded(Field::Ended, List::Ended),
            reason: coded(Field::Reason, List::Reason),
            ..HisWay::default()
        };
        let risk = coded(Field::RiskLevel, List::Risk);
        let born = told.day(line, Field::Born);
        way.referred = told.day(line, Field::ReferredOn);
        let offered = told.day(line, Field::FirstAppointmentOn);
        way.assessed = told.day(line, Field::AssessedOn);
        way.enrolled = told.day(line, Field::EnrolledOn);
        way.left = told.day(line, Field::LeftOn);
        let consented = told.day(line, Field::ConsentOn);
        if let Some(column) = line.sheet.column(Field::WeekOfLeaving) {
            way.weeks = told.number(line, column);
        }
        let answers = self.referral_answers(line);
        self.age(line, born, way.referred);
        self.days_follow(
            line,
            &[
                (Field::Born, born),
                (Field::ReferredOn, way.referred),
                (Field::FirstAppointmentOn, offered),
                (Field::AssessedOn, way.assessed),
                (Field::EnrolledOn, way.enrolled),
                (Field::LeftOn, way.left),
            ],
        );
        self.weeks_agree(line, &way);
        let man = &mut self.records.men[at];
        man.born = born;
        man.identity.ethnicity = ethnicity;
        let template = &self.told.settings.programme.template;
        man.identity.gender = key_or_words(&template.genders, line.text(Field::Gender));
        man.identity.sexual_orientation = key_or_words(
            &template.sexual_orientations,
            line.text(Field::SexualOrientation),
        );
        man.referral.source = source;
        man.referral.referrer = line.text(Field::Referrer).to_owned();
        man.referral.answers = answers;
        if let Some(day) = consented {
            man.referral.sharing = Sharing::Consented(day);
        }
        self.risk_level(line, at, &risk, way.assessed);
        self.his_way(line, at, offered, way);
        self.facets(line, at);
        Ok(())
    }

    /// What other tables tell of a man may stand in his own line as well.
    fn facets(&mut self, line: &Line<'_>, at: usize) {
        let any = |fields: &[Field]| fields.iter().any(|field| !line.text(*field).is_empty());
        let justice = [
            Field::CalledOut,
            Field::Arrested,
            Field::Charged,
            Field::Custody,
            Field::Pending,
        ];
        let childhood = [
            Field::EngagedInGroup,
            Field::ExposedToViolence,
            Field::LostParent,
        ];
        let mut taken = Vec::new();
        if any(&justice) {
            taken.push(self.justice(line, at));
        }
        if any(&childhood) {
            taken.push(self.childhood(line, at));
        }
        if any(&[Field::Completeness]) {
            taken.push(self.substance_file(line, at));
        }
        for why in taken.into_iter().filter_map(Result::err) {
            self.told.doubt(line, None, DoubtKind::NotKept, why);
        }
    }

    fn referral_answers(&mut self, line: &Line<'_>) -> Vec<ReferralAnswer> {
        let form = &self.told.settings.programme.template.referral_form;
        let mut answers = Vec::new();
        for (column, meaning) in line.sheet.columns.iter().enumerate() {
            let Some(Meaning::Referral(key)) = meaning else {
                continue;
            };
            let (text, question) = (line.cell(column), form.iter().find(|one| one.key == *key));
            let Some(question) = question.filter(|_| !text.is_empty()) else {
                continue;
            };
            let mut answer = ReferralAnswer {
                question: key.clone(),
                answer: Answer::NotAsked,
                scale: None,
                words: String::new(),
                source: None,
            };
            match question.kind {
                QuestionKind::Words => text.clone_into(&mut answer.words),
                QuestionKind::Scale => {
                    let number = self.told.number(line, column);
                    answer.scale = number
                        .and_then(|number| u8::try_from(number).ok())
                        .filter(|number| (1..=10).contains(number));
                    if answer.scale.is_none() && number.is_some() {
                        let why = "The scale runs from 1 to 10, so it was not taken.";
                        self.told.doubt(line, Some(column), DoubtKind::Number, why);
                    }
                }
                QuestionKind::YesNo | QuestionKind::YesNoWithSource => {
                    let key = self.told.code(line, column, List::Answer);
                    answer.answer = match key.as_deref() {
                        Some("yes") => Answer::Yes,
                        Some("no") => Answer::No,
                        Some("not_asked") => Answer::NotAsked,
                        _ => Answer::NotKnown,
                    };
                }
            }
            answers.push(answer);
        }
        let age = line.text(Field::Age);
        if !age.is_empty() && form.iter().any(|question| question.key == AGE) {
            answers.push(ReferralAnswer {
                question: AGE.to_owned(),
                answer: Answer::NotAsked,
                scale: None,
                words: age.to_owned(),
                source: None,
            });
        }
        answers
    }

    fn age(&mut self, line: &Line<'_>, born: Option<NaiveDate>, referred: Option<NaiveDate>) {
        let text = line.text(Field::Age);
        let numbers = text.split(|character: char| !character.is_ascii_digit());
        let numbers: Vec<u32> = numbers.filter_map(|number| number.parse().ok()).collect();
        let odd = numbers.iter().find(|years| !AGES.contains(years));
        if let Some(odd) = odd {
            let why = format!(
                "Nobody in a programme is {odd} years old; he should be from 16 to 100. It was kept as it stands."
            );
            self.told.about_field(line, Field::Age, DoubtKind::Age, why);
        }
        let day = referred.unwrap_or(self.told.settings.today);
        if let Some(born) = born {
            let years = day.years_since(born);
            if years.is_none_or(|years| !AGES.contains(&years)) {
                let why = match years {
                    Some(years) => format!(
                        "He would be {years} years old on {}; he should be from 16 to 100. It was kept as it stands.",
                        spoken_date(day)
                    ),
                    None => format!(
                        "He would be born after {}. It was kept as it stands.",
                        spoken_date(day)
                    ),
                };
                self.told
                    .about_field(line, Field::Born, DoubtKind::Age, why);
            }
        }
    }

    /// Each day is not before the one before it on his way.
    fn days_follow(&mut self, line: &Line<'_>, days: &[(Field, Option<NaiveDate>)]) {
        let known = days
            .iter()
            .filter_map(|(field, day)| Some((*field, (*day)?)));
        let known: Vec<(Field, NaiveDate)> = known.collect();
        for pair in known.windows(2) {
            let ((before, first), (after, second)) = (pair[0], pair[1]);
            if second < first {
                let why = format!(
                    "“{}” ({}) is before “{}” ({}), which cannot be. Both were kept as they stand; one of them is wrong.",
                    super::field_name(after),
                    spoken_date(second),
                    super::field_name(before),
                    spoken_date(first)
                );
                self.told.about_field(line, after, DoubtKind::Order, why);
            }
        }
    }

    fn weeks_agree(&mut self, line: &Line<'_>, way: &HisWay) {
        if let (Some(enrolled), Some(left), Some(weeks)) = (way.enrolled, way.left, way.weeks)
            && left >= enrolled
        {
            let by_dates = (left - enrolled).num_weeks();
            if (by_dates - i64::from(weeks)).abs() > 1 {
                let why = format!(
                    "By his dates he left in week {by_dates}, not in week {weeks}. The dates were taken."
                );
                self.told
                    .about_field(line, Field::WeekOfLeaving, DoubtKind::Order, why);
            }
        }
    }

    fn risk_level(&mut self, line: &Line<'_>, at: usize, key: &str, on: Option<NaiveDate>) {
        let level = match key {
            "low" => RiskLevel::Low,
            "medium" => RiskLevel::Medium,
            "high" => RiskLevel::High,
            _ => return,
        };
        let Some(on) = on else {
            let why = "There is no day of the assessment, so the level was not taken.";
            self.told
                .about_field(line, Field::RiskLevel, DoubtKind::NotKept, why);
            return;
        };
        let id = AssessmentId(i64::try_from(at).unwrap_or(i64::MAX - 1) + 1);
        self.records.men[at].assessments.push(Assessment {
            id,
            on,
            level,
            factors: Vec::new(),
        });
    }
}

/// The key of what has this key or name; as it was written where none has.
fn key_or_words(list: &[Coded], words: &str) -> String {
    let is = |one: &&Coded| {
        [&one.key, &one.name]
            .iter()
            .any(|each| each.eq_ignore_ascii_case(words))
    };
    let known = list.iter().find(is);
    known.map_or(words, |one| one.key.as_str()).to_owned()
}
