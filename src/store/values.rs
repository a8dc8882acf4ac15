//! How the model's small values stand in a column: words as serde writes them, dates as ISO 8601, lists as JSON
//! (NULL where empty).

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::{
    About, ActionId, AgencyId, AllowedId, Basis, Certainty, CodingId, CollectedId, CommentId,
    CommentKind, ContradictionId, DeclinedId, Disclosure, Disposition, Enquiry, EntryId, EventId,
    FactId, FindingId, HabitId, HangsOn, IdentifierId, IdentifierKind, ImportId, Independence,
    KeyDateId, KnowingId, LetterPointId, MemberId, Moment, ParagraphId, PartedId, PauseId,
    PersonId, PlaceId, PlaceKind, Precision, PublicationId, QuestionId, Reach, RecommendationId,
    RecordCell, Role, RoundId, RulingId, Scope, SectionId, Sees, SendingId, Settlement, Sex,
    Standing, Status, SuppressedId, TaggingId, VersionId, ViewId, WeaknessId,
};

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map(Self)
            }
        }
    )*};
}

ids!(
    ActionId,
    AgencyId,
    AllowedId,
    CodingId,
    CollectedId,
    CommentId,
    ContradictionId,
    DeclinedId,
    EntryId,
    EventId,
    FactId,
    FindingId,
    HabitId,
    IdentifierId,
    ImportId,
    KeyDateId,
    KnowingId,
    LetterPointId,
    MemberId,
    ParagraphId,
    PartedId,
    PauseId,
    PersonId,
    PlaceId,
    PublicationId,
    QuestionId,
    RecommendationId,
    RoundId,
    RulingId,
    SectionId,
    SendingId,
    SuppressedId,
    TaggingId,
    VersionId,
    ViewId,
    WeaknessId
);

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(match self { $(Self::$variant => $word),* }.into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)*
                    other => Err(unknown(other)),
                }
            }
        }
    )*

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn columns_hold_the_words_that_serde_writes() {
            $($(
                assert_eq!($name::$variant.to_sql().ok(), Some(ToSqlOutput::from($word)));
                assert_eq!(serde_json::json!($name::$variant), serde_json::json!($word));
                assert_eq!($name::column_result(ValueRef::from($word)).ok(), Some($name::$variant));
            )*)*
        }

        #[test]
        fn what_a_date_hangs_on_is_read_back() {
            for (text, hangs_on) in [
                ("key_date:3", HangsOn::KeyDate(KeyDateId(3))),
                ("entry:17", HangsOn::Entry(EntryId(17))),
            ] {
                assert_eq!(HangsOn::column_result(ValueRef::from(text)).ok(), Some(hangs_on));
                assert_eq!(hangs_on.to_sql().ok(), Some(ToSqlOutput::from(text.to_owned())));
            }
            for text in ["", "entry", "entry:", "entry:x", "person:3"] {
                assert!(HangsOn::column_result(ValueRef::from(text)).is_err(), "{text}");
            }
        }

        #[test]
        fn moments_are_read_back() {
            for text in ["2012-03-13", "2012-03-13T01:32", "0987-01-01", "2016-02-29T23:59", "+12019-01-01"] {
                let moment: Moment = text.parse().expect("a moment");
                assert_eq!(Moment::column_result(ValueRef::from(text)).ok(), Some(moment));
                assert_eq!(moment.to_sql().ok(), Some(ToSqlOutput::from(text.to_owned())));
            }
            for text in ["2011-02-29", "yesterday", "2012-03-13T24:00", "2012-03-13 01:32", ""] {
                assert!(Moment::column_result(ValueRef::from(text)).is_err(), "{text}");
            }
        }
    }
    };
}

words! {
    Basis {
        NotStated = "not_stated",
        FirstHand = "first_hand",
        Victim = "victim",
        Perpetrator = "perpetrator",
        ThirdParty = "third_party",
        Assessment = "assessment",
        Opinion = "opinion",
    }
    Enquiry {
        NotRecorded = "not_recorded",
        Asked = "asked",
        NotAsked = "not_asked",
        NotPossible = "not_possible",
    }
    Disclosure {
        NotRecorded = "not_recorded",
        Disclosed = "disclosed",
        NotDisclosed = "not_disclosed",
    }
    Precision {
        Minute = "minute",
        PartOfDay = "part_of_day",
        Day = "day",
        Span = "span",
        Month = "month",
        Season = "season",
        Quarter = "quarter",
        Year = "year",
        Decade = "decade",
        None = "none",
    }
    Certainty {
        Exact = "exact",
        Approximate = "approximate",
        Uncertain = "uncertain",
        Inferred = "inferred",
    }
    Role {
        Victim = "victim",
        Perpetrator = "perpetrator",
        Child = "child",
        Family = "family",
        Professional = "professional",
        Other = "other",
    }
    Reach {
        SingleAgency = "single_agency",
        MultiAgency = "multi_agency",
        National = "national",
    }
    Scope {
        Local = "local",
        Regional = "regional",
        National = "national",
    }
    Status {
        NotStarted = "not_started",
        UnderWay = "under_way",
        Completed = "completed",
        Stopped = "stopped",
    }
    RecordCell {
        Text = "text",
        Response = "response",
        Comment = "comment",
    }
    Settlement {
        Kept = "kept",
        Tagged = "tagged",
        NotTagged = "not_tagged",
    }
    Sees {
        AgencyFacts = "agency_facts",
        FullDraft = "full_draft",
        FamilyVersion = "family_version",
    }
    CommentKind {
        Remark = "remark",
        Insertion = "insertion",
        Deletion = "deletion",
    }
    Sex {
        NotRecorded = "not_recorded",
        Female = "female",
        Male = "male",
        Other = "other",
    }
    Independence {
        NotAsked = "not_asked",
        Independent = "independent",
        Connected = "connected",
    }
    PlaceKind {
        Address = "address",
        Place = "place",
        School = "school",
        Employer = "employer",
        Service = "service",
        Other = "other",
    }
    IdentifierKind {
        NhsNumber = "nhs_number",
        NationalInsurance = "national_insurance",
        Phone = "phone",
        Email = "email",
        Address = "address",
        Postcode = "postcode",
        Vehicle = "vehicle",
        CaseNumber = "case_number",
        Other = "other",
    }
    Disposition {
        Open = "open",
        Accepted = "accepted",
        Partly = "partly",
        Declined = "declined",
        ToDiscuss = "to_discuss",
    }
    About {
        Time = "time",
        Person = "person",
        Place = "place",
        Injury = "injury",
        RiskLevel = "risk_level",
        Outcome = "outcome",
        Children = "children",
        Other = "other",
    }
    Standing {
        Open = "open",
        Resolved = "resolved",
        Disputed = "disputed",
        None = "none",
    }
}

/// `key_date:3` or `entry:17`.
impl ToSql for HangsOn {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::KeyDate(id) => format!("key_date:{id}"),
            Self::Entry(id) => format!("entry:{id}"),
        }
        .into())
    }
}

impl FromSql for HangsOn {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let (what, id) = text.split_once(':').ok_or_else(|| unknown(text))?;
        let id = id.parse().map_err(|_| unknown(text))?;
        match what {
            "key_date" => Ok(Self::KeyDate(KeyDateId(id))),
            "entry" => Ok(Self::Entry(EntryId(id))),
            _ => Err(unknown(text)),
        }
    }
}

fn unknown(text: &str) -> FromSqlError {
    FromSqlError::other(UnknownWord(text.to_owned()))
}

#[derive(Debug, thiserror::Error)]
#[error("“{0}” has no meaning here")]
struct UnknownWord(String);

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(written(self).unwrap_or_else(|| self.to_string()).into())
    }
}

/// As [`Moment`] writes itself, without a format string; `None` for years beyond four digits.
fn written(moment: &Moment) -> Option<String> {
    let year = u32::try_from(moment.date.year())
        .ok()
        .filter(|&year| year < 10_000)?;
    let mut text = String::with_capacity(16);
    push_digits(&mut text, year, 1000);
    text.push('-');
    push_digits(&mut text, moment.date.month(), 10);
    text.push('-');
    push_digits(&mut text, moment.date.day(), 10);
    if let Some(time) = moment.time {
        text.push('T');
        push_digits(&mut text, time.hour(), 10);
        text.push(':');
        push_digits(&mut text, time.minute(), 10);
    }
    Some(text)
}

fn push_digits(text: &mut String, number: u32, mut place: u32) {
    while place > 0 {
        text.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        plain_moment(text.as_bytes())
            .or_else(|| text.parse().ok())
            .ok_or_else(|| unknown(text))
    }
}

/// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, ten times faster than by a format string; years beyond four digits are
/// left to [`Moment`]'s own reading.
fn plain_moment(text: &[u8]) -> Option<Moment> {
    let (date, time) = match text.len() {
        10 => (text, None),
        16 if text[10] == b'T' && text[13] == b':' => (&text[..10], Some(&text[11..])),
        _ => return None,
    };
    if date[4] != b'-' || date[7] != b'-' {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(
        i32::try_from(digits(&date[..4])?).ok()?,
        digits(&date[5..7])?,
        digits(&date[8..10])?,
    )?;
    let time = match time {
        None => None,
        Some(time) => Some(NaiveTime::from_hms_opt(
            digits(&time[..2])?,
            digits(&time[3..5])?,
            0,
        )?),
    };
    Some(Moment { date, time })
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |sum, &byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// A calendar day in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%Y-%m-%d").to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Moment::column_result(value).map(|moment| Self(moment.date))
    }
}

/// A list as JSON text, NULL where it is empty.
pub(super) struct List<T>(pub T);

impl<T: Serialize> ToSql for List<&Vec<T>> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        if self.0.is_empty() {
            return Ok(rusqlite::types::Null.into());
        }
        serde_json::to_string(self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for List<Vec<T>> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(Self(Vec::new())),
            _ => serde_json::from_str(value.as_str()?)
                .map(Self)
                .map_err(FromSqlError::other),
        }
    }
}
