use std::str::FromStr;

use chrono::Local;

use crate::dates::{self, Anchor, Context};

/// `NAME=DATE` on the command line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NamedDate(pub(super) Anchor);

impl FromStr for NamedDate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, date) = text
            .split_once('=')
            .map(|(name, date)| (name.trim(), date.trim()))
            .filter(|(name, date)| !name.is_empty() && !date.is_empty())
            .ok_or_else(|| "write it as NAME=DATE, such as death=2020-01-14".to_owned())?;
        let reading = dates::read(date, &Context::new(Local::now().date_naive()));
        match reading.dates.into_iter().find(|when| when.is_understood()) {
            Some(when) => Ok(Self(Anchor {
                name: name.to_owned(),
                words: vec![name.to_owned()],
                when,
                hangs_on: None,
            })),
            None => Err(format!("“{date}” is not a date that is understood")),
        }
    }
}
