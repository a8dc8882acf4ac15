//! Which text of a thing is typed.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DetailPart {
    Title,
    Label,
    Partnership,
    Chair,
    Reference,
    ScopeFrom,
    ScopeUntil,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PausePart {
    From,
    Until,
    Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgencyPart {
    Name,
    Due,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonPart {
    Name,
    /// One a line.
    Aliases,
    DateOfBirth,
    DateOfDeath,
    Pseudonym,
    /// Who chose the pseudonym.
    ChosenBy,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlacePart {
    Name,
    /// One a line.
    Forms,
    /// What is written instead.
    Written,
    Note,
}

/// Of a point of the quality-assurance letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterPart {
    Raised,
    Answer,
    /// By the number under which it is printed.
    Paragraph,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecommendationPart {
    Text,
    Measure,
    Achievable,
    Due,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingPart {
    Text,
    Analysis,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WeaknessPart {
    Name,
    Definition,
    Example,
    /// One a line.
    Patterns,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActionPart {
    Text,
    LeadAgency,
    Owner,
    Milestones,
    Target,
    Completed,
    Outcome,
    OutcomeSought,
    Outputs,
    Resources,
    Review,
    RelatedPlans,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactPart {
    Name,
    /// Parted by commas, semicolons or lines.
    Words,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemberPart {
    Name,
    Role,
    Email,
    /// What connects them with the people or the case.
    Connection,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundPart {
    Deadline,
    Note,
}

/// Of a line of who knew what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KnowingPart {
    When,
    How,
}
