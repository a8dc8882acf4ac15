//! Where in a template's text something stands.

use toml::de::{DeTable, DeValue};

/// The text of a template, and its parts with their places.
pub(super) struct Source<'a> {
    text: &'a str,
    table: Option<DeTable<'a>>,
}

impl<'a> Source<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let table = DeTable::parse(text).ok().map(|table| table.into_inner());
        Self { text, table }
    }

    /// Line, from 1, of the byte `offset`.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().get(..offset).unwrap_or_default();
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }

    /// Line of a place such as `clock.limits.0.from`; where it is not in the text, of the nearest thing around it.
    pub(super) fn line_of(&self, place: &str) -> Option<usize> {
        let mut steps = place.split('.');
        let first = steps.next()?;
        let (_, mut value) = self
            .table
            .as_ref()?
            .iter()
            .find(|(key, _)| key.get_ref() == first)?;
        for step in steps {
            let inner = match value.get_ref() {
                DeValue::Table(table) => table
                    .iter()
                    .find(|(key, _)| key.get_ref() == step)
                    .map(|(_, inner)| inner),
                DeValue::Array(array) => step.parse().ok().and_then(|at: usize| array.get(at)),
                _ => None,
            };
            match inner {
                Some(inner) => value = inner,
                None => break,
            }
        }
        Some(self.line_at(value.span().start))
    }
}
