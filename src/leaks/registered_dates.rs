use std::collections::HashMap;

use chrono::NaiveDate;

use super::leak::LeakKind;
use super::patterns::{Plain, WrittenDate, dates_in};
use crate::identities::{FormKind, Register};

/// On which days somebody of the register was born or died.
#[derive(Default)]
pub(super) struct RegisteredDates(HashMap<NaiveDate, Known>);

#[derive(Clone, Copy)]
pub(super) struct Known {
    /// Number of the identity.
    pub(super) of: usize,
    pub(super) kind: LeakKind,
}

impl RegisteredDates {
    pub(super) fn of(register: &Register) -> Self {
        let mut dates = HashMap::new();
        for (identity, of) in register.identities.iter().zip(0..) {
            for form in &identity.forms {
                let kind = match form.kind {
                    FormKind::DateOfBirth => LeakKind::DateOfBirth,
                    FormKind::DateOfDeath => LeakKind::DateOfDeath,
                    _ => continue,
                };
                for date in dates_in(&Plain::of(&form.text)) {
                    dates.entry(date.date).or_insert(Known { of, kind });
                }
            }
        }
        Self(dates)
    }

    /// Whose date it is, day first or month first.
    pub(super) fn whose(&self, date: &WrittenDate) -> Option<Known> {
        self.0
            .get(&date.date)
            .or_else(|| self.0.get(&date.otherwise?))
            .copied()
    }
}
