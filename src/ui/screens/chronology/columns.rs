//! Which columns the table shows, and how wide.

use crate::app::ChronologyState;
use crate::chronology::Column;
use crate::ui::tokens::{size, space};

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub column: Column,
    pub left: f32,
    /// With the gap to the next.
    pub width: f32,
}

impl Place {
    /// What can be written on: without the gap, and no wider than is read well.
    pub fn inner(self) -> f32 {
        (self.width - space::MEDIUM).min(size::PROSE)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    pub places: Vec<Place>,
    pub whole: f32,
}

impl Columns {
    /// What is left of `available` goes to the agencies' own words; where it is too little, the table is wider.
    pub fn of(chronology: &ChronologyState, available: f32) -> Self {
        let shown: Vec<Column> = Column::ALL
            .into_iter()
            .filter(|column| chronology.shows(*column))
            .collect();
        let least: f32 = shown.iter().map(|column| least(*column)).sum();
        let left_over = (available - space::SMALL - least).max(0.0);
        let (to_text, to_response) = if shown.contains(&Column::Response) {
            (left_over * 0.6, left_over * 0.4)
        } else {
            (left_over, 0.0)
        };
        let mut left = space::SMALL;
        let mut places = Vec::with_capacity(shown.len());
        for column in shown {
            let width = least_and(column, to_text, to_response);
            places.push(Place {
                column,
                left,
                width,
            });
            left += width;
        }
        Self {
            places,
            whole: left.max(available),
        }
    }

    pub fn of_text(&self) -> f32 {
        let text = self
            .places
            .iter()
            .find(|place| place.column == Column::Text);
        text.map_or(0.0, |place| place.inner())
    }
}

fn least_and(column: Column, to_text: f32, to_response: f32) -> f32 {
    let more = match column {
        Column::Text => to_text,
        Column::Response => to_response,
        _ => 0.0,
    };
    least(column) + more
}

fn least(column: Column) -> f32 {
    match column {
        Column::When => size::WHEN_COLUMN,
        Column::Agency => size::AGENCY_COLUMN,
        Column::Text => size::TEXT_COLUMN,
        Column::Response => size::RESPONSE_COLUMN,
        Column::Asked | Column::Disclosed => size::SHORT_COLUMN,
        Column::Tags | Column::Source => size::LONG_COLUMN,
        Column::Seen
        | Column::Recorder
        | Column::Basis
        | Column::People
        | Column::Event
        | Column::Claim => size::NAME_COLUMN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_takes_what_is_left_and_never_less_than_it_needs() {
        let mut chronology = ChronologyState::default();
        let usual = Columns::of(&chronology, 712.0);
        assert_eq!(usual.places.len(), 3);
        assert_eq!(usual.whole, 712.0);
        assert!(usual.of_text() > 400.0);
        chronology.columns = Column::ALL.into();
        let every = Columns::of(&chronology, 712.0);
        assert_eq!(every.places.len(), Column::ALL.len());
        assert!(every.whole > 1500.0);
        assert!(every.of_text() >= 280.0);
        for pair in every.places.windows(2) {
            assert_eq!(pair[0].left + pair[0].width, pair[1].left);
        }
    }
}
