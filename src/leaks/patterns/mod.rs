//! Identifiers of anybody, told by their shape: each number is looked at where it begins.

mod dates;
mod email;
mod national_insurance;
mod nhs;
mod phone;
mod plain;
mod postcode;
mod told;
mod vehicle;

use std::ops::Range;

pub(super) use dates::{WrittenDate, dates_in};
pub(super) use plain::Plain;
pub(super) use told::spoken_of_as;

use super::leak::LeakKind;

/// What has the shape of an identifier.
pub(super) struct Shape {
    /// In bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) kind: LeakKind,
    /// A sentence.
    pub(super) why: &'static str,
}

/// Every identifier in a text but dates, in order of where their numbers stand.
pub(super) fn shapes_in(plain: &Plain<'_>) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    let mut take = |found: Option<(Range<usize>, LeakKind, &'static str)>| {
        if let Some((range, kind, why)) = found {
            shapes.push(Shape {
                range: plain.in_text(&range),
                kind,
                why,
            });
        }
    };
    for (at, &byte) in plain.bytes.iter().enumerate() {
        if byte != b'@' && !byte.is_ascii_digit() {
            continue;
        }
        if byte == b'@' {
            take(
                email::around(&plain.bytes, at)
                    .map(|range| (range, LeakKind::Email, "It is an e-mail address.")),
            );
        }
        if !byte.is_ascii_digit() || at > 0 && plain.bytes[at - 1].is_ascii_digit() {
            continue;
        }
        take(nhs::from(&plain.bytes, at).map(|range| {
            (
                range,
                LeakKind::NhsNumber,
                "It is a valid NHS number: its check digit is right.",
            )
        }));
        take(phone::from(&plain.bytes, at).map(|range| {
            (
                range,
                LeakKind::Phone,
                "It is written as a telephone number.",
            )
        }));
        take(national_insurance::around(&plain.bytes, at).map(|range| {
            (
                range,
                LeakKind::NationalInsurance,
                "It is written as a National Insurance number.",
            )
        }));
        take(
            postcode::around(&plain.bytes, at)
                .map(|range| (range, LeakKind::Postcode, "It is written as a postcode.")),
        );
        take(vehicle::around(&plain.bytes, at).map(|range| {
            (
                range,
                LeakKind::Vehicle,
                "It is written as the registration of a vehicle.",
            )
        }));
    }
    shapes
}
