use crate::app::Room;

/// A room of a programme’s file, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ProgrammeRoom {
    #[default]
    Cohort,
    Groups,
    Partners,
    FollowUp,
    Outcomes,
    Report,
    Running,
}

impl ProgrammeRoom {
    pub const ALL: [Self; 7] = [
        Self::Cohort,
        Self::Groups,
        Self::Partners,
        Self::FollowUp,
        Self::Outcomes,
        Self::Report,
        Self::Running,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Cohort => "Cohort",
            Self::Groups => "Groups & attendance",
            Self::Partners => "Partners",
            Self::FollowUp => "Follow-up",
            Self::Outcomes => "Outcomes",
            Self::Report => "Report",
            Self::Running => "Programme",
        }
    }

    /// The room at the place that a review’s room has in its own rail: Ctrl with a digit means a place.
    pub fn in_place_of(room: Room) -> Option<Self> {
        let place = Room::ALL.iter().position(|each| *each == room)?;
        Self::ALL.get(place).copied()
    }
}
