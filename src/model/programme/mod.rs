//! A programme for men who have used violence, as its evaluator sees it: plain types, everything that may stand outside the wall.
//!
//! Nothing here came from a partner or is about one: what she says and that she was in contact stands in [`crate::wall`] alone.

mod answer;
mod assessment;
mod attendance;
mod case;
mod man;
mod outcome;
mod pathway;
mod running;
mod template;

pub use answer::{Answer, Answers};
pub use assessment::{Assessment, Factor, InformationSource, RiskLevel};
pub use attendance::{Attendance, Group, Mark, Place, Session};
pub use case::{Colleague, Duty, Programme};
pub use man::{
    Child, ChildAge, Childhood, Identity, Justice, Man, Referral, ReferralAnswer, Sharing,
    Substance, SubstanceFile, Use,
};
pub use outcome::{FollowUp, FollowUpResult, Incident, Measure, Taken};
pub use pathway::{Step, StepKind};
pub use running::{Certificate, Cost, FeedbackForm, Grade, PassedOn, Way};
pub use template::{
    AttendanceRules, Coded, ContactDuties, CouplesWork, DisclosureControl, FactKind,
    FollowUpWindows, Groups, Keeping, MeasureOf, MeasureTemplate, Notices, OwesNotice,
    ProgrammeTemplate, QuestionKind, ReferralQuestion, Sessions, SubstanceTemplate,
};
