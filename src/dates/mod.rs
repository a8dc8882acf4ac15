//! Honest dates: what a person wrote → what is understood of it, with every assumption and doubt in words.
//!
//! Never silently wrong beats always answered: what is not understood comes back as [`When::not_understood`] with the
//! reason among its warnings. Pure functions; today is a part of the [`Context`].
//!
//! The way through: [`plain`] answers whole cells such as `13/03/2012 01:32` at once. Everything else becomes
//! [`tokens`] with a meaning ([`words`]); [`prepared`] takes “about”, question marks and [`remarks`] aside; [`grammar`] finds
//! points (a date of [`named`], [`numeric`] or [`periods`], a time of [`clock`], something [`relative`], one of the [`ages`])
//! and joins them
//! into ranges, open ends and lists; [`sharing`] lends months and years between neighbours; [`resolve`] and [`settle`]
//! lay each on the calendar; [`combine`] and [`reading`] put the answer together.
//!
//! Conventions, the same everywhere: spring is March to May (and so on), early hours 00:00–05:59, morning
//! 06:00–11:59, lunchtime 12:00–13:59, afternoon 12:00–17:59, teatime 16:00–18:59, evening 18:00–23:59, night 20:00–05:59; early, mid and late are thirds and
//! always approximate; “before December” ends with November; a count in months is good to the month.

mod ages;
mod answer;
mod calendar;
mod clock;
mod combine;
mod context;
mod cursor;
mod day_above;
mod edtf;
mod grammar;
mod in_columns;
mod known;
mod meaning;
mod named;
mod named_periods;
mod named_times;
mod names;
mod numeric;
mod order;
mod partial;
mod period_of;
mod periods;
mod plain;
mod point;
mod prepared;
mod reading;
mod reasons;
mod relative;
mod remarks;
mod resolve;
mod serial;
mod settle;
mod sharing;
mod slices;
mod spelling;
mod spoken;
mod time_of_day;
mod tokens;
mod words;
mod years;

pub use answer::json;
pub use calendar::{MONTHS, month_name};
pub use context::{Anchor, Context, DayOrder};
pub use edtf::{edtf, from_edtf};
pub use in_columns::read_with_time;
pub use named_periods::fault_of_period;
pub use named_times::NamedTimes;
pub use order::{OrderEvidence, decide_order};
pub use reading::{Kind, Reading, read, read_from};
pub use serial::{Epoch, from_serial};
pub use spoken::{
    so_often, spoken, spoken_beyond_wording, spoken_date, spoken_moment, spoken_period,
};
