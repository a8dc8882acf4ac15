//! Preconditions that several edits share.

use std::collections::HashSet;

use crate::model::{
    Agency, AgencyId, Comment, EntryId, Fact, Finding, Identifier, IdentifierId, IdentifierOf,
    Knowing, Member, ParagraphId, Pause, Person, Place, PlaceId, Recommendation, Round, Ruling,
    Weakness, WeaknessId, When,
};
use crate::store::{StoreError, Tx};
use crate::templates::pattern;

fn refuse(words: String) -> Result<(), StoreError> {
    Err(StoreError::Refused(words))
}

/// A name that is not empty and that no other agency has, capitals and small letters alike.
pub(super) fn agency_name(
    tx: &Tx<'_>,
    agency: &Agency,
    itself: Option<AgencyId>,
) -> Result<(), StoreError> {
    let name = agency.name.trim().to_lowercase();
    if name.is_empty() {
        return refuse("An agency needs a name. Nothing was changed.".to_owned());
    }
    let same = tx
        .agencies()?
        .into_iter()
        .find(|other| Some(other.id) != itself && other.name.trim().to_lowercase() == name);
    match same {
        Some(other) => refuse(format!(
            "There is already an agency “{}”. Give this one another name.",
            other.name
        )),
        None => Ok(()),
    }
}

/// Empty, or a sector of the review's template.
pub(super) fn sector(tx: &Tx<'_>, key: &str) -> Result<(), StoreError> {
    if key.is_empty()
        || tx
            .template()?
            .sectors
            .iter()
            .any(|sector| sector.key == key)
    {
        return Ok(());
    }
    refuse(format!(
        "The review's template has no sector “{key}”. Choose one of its sectors."
    ))
}

/// A weakness (or good practice) of the review's list.
pub(super) fn weakness(tx: &Tx<'_>, key: &str) -> Result<(), StoreError> {
    if tx.weaknesses()?.iter().any(|weakness| weakness.key == key) {
        return Ok(());
    }
    refuse(format!(
        "The review has no tag “{key}”. Choose one of its tags."
    ))
}

/// A tag stands in somebody's name.
pub(super) fn coder(name: &str) -> Result<(), StoreError> {
    if name.trim().is_empty() {
        return refuse("A tag needs the name of who sets it. Enter your name first.".to_owned());
    }
    Ok(())
}

/// It has a name of its own, its patterns can be searched with, and what it is a part of is itself part of none.
pub(super) fn weakness_to_keep(
    tx: &Tx<'_>,
    weakness: &Weakness,
    itself: Option<WeaknessId>,
) -> Result<(), StoreError> {
    let list = tx.weaknesses()?;
    let name = weakness.name.trim().to_lowercase();
    if name.is_empty() {
        return refuse("A weakness needs a name. Nothing was changed.".to_owned());
    }
    let mut others = list.iter().filter(|other| Some(other.id) != itself);
    if let Some(other) = others.find(|other| other.name.trim().to_lowercase() == name) {
        return refuse(format!(
            "The list has “{}” already. Give this one another name.",
            other.name
        ));
    }
    let lists = tx.template()?.word_lists;
    for text in &weakness.patterns {
        if let Err(reason) = pattern(text, &lists) {
            return refuse(format!("{reason} Nothing was changed."));
        }
    }
    whole(&list, weakness, itself)
}

fn whole(
    list: &[Weakness],
    weakness: &Weakness,
    itself: Option<WeaknessId>,
) -> Result<(), StoreError> {
    if !weakness.is_part() {
        return Ok(());
    }
    let Some(whole) = list.iter().find(|other| other.key == weakness.parent) else {
        return refuse(
            "The weakness that it shall be a part of is no longer there. Choose another one."
                .to_owned(),
        );
    };
    let own = list.iter().find(|other| Some(other.id) == itself);
    let has_parts = own.is_some_and(|own| list.iter().any(|part| part.parent == own.key));
    if whole.is_part() || has_parts || Some(whole.id) == itself {
        return refuse(
            "The list has one level of parts only: what has parts, or is a part, cannot be so used. Nothing was changed."
                .to_owned(),
        );
    }
    Ok(())
}

/// At least one, and all of them there.
pub(super) fn entries(tx: &Tx<'_>, ids: &[EntryId]) -> Result<(), StoreError> {
    if ids.is_empty() {
        return refuse("No entry is chosen. Choose at least one.".to_owned());
    }
    tx.require_entries(ids)
}

/// At least two different ones, and all of them there; in order of id, each once.
pub(super) fn several_entries(tx: &Tx<'_>, ids: &[EntryId]) -> Result<Vec<EntryId>, StoreError> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < 2 {
        return Err(StoreError::Refused(
            "One entry alone cannot be compared with another. Choose at least two.".to_owned(),
        ));
    }
    tx.require_entries(&ids)?;
    Ok(ids)
}

/// The earliest moment is not after the latest.
pub(super) fn when(when: &When) -> Result<(), StoreError> {
    if let (Some(earliest), Some(latest)) = (when.earliest, when.latest) {
        let timed = earliest.time.is_some() && latest.time.is_some();
        if earliest.date > latest.date || (timed && earliest > latest) {
            return refuse(
                "The earliest moment is after the latest. Exchange the two, or correct one of them."
                    .to_owned(),
            );
        }
    }
    Ok(())
}

pub(super) fn fact(fact: &Fact) -> Result<(), StoreError> {
    if fact.name.trim().is_empty() {
        return refuse("A fact needs a name. Nothing was changed.".to_owned());
    }
    Ok(())
}

/// Fact, agencies and entry are all there, and what its date hangs on.
pub(super) fn knowing(tx: &Tx<'_>, knowing: &Knowing) -> Result<(), StoreError> {
    when(&knowing.when)?;
    tx.fact(knowing.fact)?;
    let agency = tx.agency(knowing.agency)?;
    if let Some(from) = knowing.from {
        tx.agency(from)?;
        if from == knowing.agency {
            return refuse(format!(
                "“{}” cannot have learnt of it from itself. Choose another agency, or leave open who shared it.",
                agency.name
            ));
        }
    }
    if let Some(entry) = knowing.entry {
        tx.require_entries(&[entry])?;
    }
    if let Some(on) = knowing.when.hangs_on {
        tx.hangs_on(on)?;
    }
    Ok(())
}

pub(super) fn person_name(person: &Person) -> Result<(), StoreError> {
    if person.name.trim().is_empty() {
        return refuse("A person needs a name. Nothing was changed.".to_owned());
    }
    Ok(())
}

/// A place or identifier of one letter would be found everywhere.
fn is_too_short(text: &str) -> bool {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
        < 2
}

/// A name that no other place of its kind has.
pub(super) fn place(tx: &Tx<'_>, place: &Place, itself: Option<PlaceId>) -> Result<(), StoreError> {
    if is_too_short(&place.name) {
        return refuse(
            "A place needs a name of two letters at least. Nothing was changed.".to_owned(),
        );
    }
    let name = place.name.trim().to_lowercase();
    let mut others = tx
        .places()?
        .into_iter()
        .filter(|other| Some(other.id) != itself);
    if others.any(|other| other.kind == place.kind && other.name.trim().to_lowercase() == name) {
        return refuse(
            "This place is in the register already. Add other ways of writing it there.".to_owned(),
        );
    }
    Ok(())
}

/// Long enough to be looked for, and of somebody or something that is there.
pub(super) fn identifier(
    tx: &Tx<'_>,
    identifier: &Identifier,
    itself: Option<IdentifierId>,
) -> Result<(), StoreError> {
    if is_too_short(&identifier.text) {
        return refuse(
            "An identifier needs two letters or digits at least. Nothing was changed.".to_owned(),
        );
    }
    if itself.is_some() {
        return Ok(());
    }
    match identifier.of {
        IdentifierOf::Person(id) => tx.person(id).map(drop),
        IdentifierOf::Place(id) => tx.place(id).map(drop),
    }
}

pub(super) fn ruling(tx: &Tx<'_>, ruling: &Ruling) -> Result<(), StoreError> {
    if !ruling.form.contains(char::is_alphanumeric) {
        return refuse("There is no word to settle. Nothing was changed.".to_owned());
    }
    ruling.person.map_or(Ok(()), |id| tx.person(id).map(drop))
}

/// Words that are not allowed yet, with a reason.
pub(super) fn allowed(tx: &Tx<'_>, words: &str, why: &str) -> Result<(), StoreError> {
    if !words.contains(char::is_alphanumeric) {
        return refuse("There are no words to allow. Nothing was changed.".to_owned());
    }
    if why.trim().is_empty() {
        return refuse(
            "Say why these words may be published: the reason is kept with them.".to_owned(),
        );
    }
    if tx
        .allowed()?
        .iter()
        .any(|known| known.words == words.trim())
    {
        return refuse("These words are allowed already. Nothing was changed.".to_owned());
    }
    Ok(())
}

pub(super) fn pause(pause: &Pause) -> Result<(), StoreError> {
    if pause.until.is_some_and(|until| until < pause.from) {
        return refuse(
            "The pause ends before it begins. Exchange the two dates, or correct one of them."
                .to_owned(),
        );
    }
    Ok(())
}

/// Its questions, weaknesses and entries are all there.
pub(super) fn finding(tx: &Tx<'_>, finding: &Finding) -> Result<(), StoreError> {
    for key in &finding.weaknesses {
        weakness(tx, key)?;
    }
    for &question in &finding.questions {
        tx.question(question)?;
    }
    tx.require_entries(&finding.entries)
}

/// Its weakness (where one is named), findings, agencies and entries are all there.
pub(super) fn recommendation(
    tx: &Tx<'_>,
    recommendation: &Recommendation,
) -> Result<(), StoreError> {
    if !recommendation.weakness.is_empty() {
        weakness(tx, &recommendation.weakness)?;
    }
    for &finding in &recommendation.findings {
        tx.finding(finding)?;
    }
    for &agency in &recommendation.agencies {
        tx.agency(agency)?;
    }
    tx.require_entries(&recommendation.entries)
}

/// The place after `count` others.
pub(super) fn next_position(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1)
}

/// Has a name; their agency is there.
pub(super) fn member(tx: &Tx<'_>, member: &Member) -> Result<(), StoreError> {
    if member.name.trim().is_empty() {
        return refuse("A panel member needs a name. Nothing was changed.".to_owned());
    }
    if let Some(agency) = member.agency {
        tx.agency(agency)?;
    }
    Ok(())
}

/// Its sections and members are all there, each member once.
pub(super) fn round(tx: &Tx<'_>, round: &Round) -> Result<(), StoreError> {
    let sections = tx.sections()?;
    for key in &round.sections {
        if !sections.iter().any(|section| section.key == *key) {
            return refuse(format!("The report has no section “{key}”."));
        }
    }
    let mut seen = HashSet::new();
    for sending in &round.sendings {
        let member = tx.member(sending.member)?;
        if !seen.insert(sending.member) {
            return refuse(format!("{} would get this round twice.", member.name));
        }
    }
    Ok(())
}

/// Stands in the draft as it is now.
pub(super) fn paragraph(tx: &Tx<'_>, id: ParagraphId) -> Result<(), StoreError> {
    let sections = tx.sections()?;
    match sections
        .iter()
        .any(|section| section.paragraphs.contains(&id))
    {
        true => Ok(()),
        false => Err(StoreError::gone("This paragraph")),
    }
}

pub(super) fn comment_text(text: &str) -> Result<(), StoreError> {
    if text.trim().is_empty() {
        return refuse("A comment needs words. Nothing was changed.".to_owned());
    }
    Ok(())
}

pub(super) fn is_typed_by_hand(comment: &Comment) -> Result<(), StoreError> {
    if comment.is_typed_by_hand() {
        return Ok(());
    }
    refuse("What a member wrote stays as they wrote it. Answer it instead.".to_owned())
}
