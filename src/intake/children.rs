use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List};
use crate::model::programme::{Answer, Child, InformationSource};

impl Building<'_> {
    pub(super) fn child(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let source = match self
            .told
            .coded(line, Field::ToldBy, List::ToldBy)
            .as_deref()
        {
            Some("partner") => {
                return Err(
                    "His partner told of this child, and what she says does not stand in his file. Nothing of it was taken."
                        .to_owned(),
                );
            }
            Some("police") => InformationSource::Police,
            Some("other_agency") => InformationSource::OtherAgency,
            _ => InformationSource::Himself,
        };
        let number = line.text(Field::Child);
        if !number.is_empty() {
            let man = self.records.men[at].id;
            self.once(Kind::Children, format!("{man} {number}"), line)
                .map_err(|first| format!("This child of his stands twice: {first} was taken."))?;
        }
        let told = &mut self.told;
        let relation = told.coded(line, Field::Relation, List::Relation);
        let biological = match relation.as_deref() {
            Some("biological") => Answer::Yes,
            Some("step") => Answer::No,
            None if line.text(Field::Relation).is_empty() => Answer::NotAsked,
            _ => Answer::NotKnown,
        };
        let child = Child {
            born: told.day(line, Field::ChildBorn),
            age: None,
            lives_with_him: told.answer(line, Field::LivesWithHim),
            biological,
            witnessed_violence: told.answer(line, Field::Witnessed),
            directly_abused: told.answer(line, Field::Abused),
            source,
        };
        let referred = self.ways[at].referred.unwrap_or(told.settings.today);
        if child
            .born
            .is_some_and(|born| referred.years_since(born).is_some_and(|years| years > 30))
        {
            let why = "This child would be more than 30 years old when he was referred. It was kept as it stands; look at the year.";
            told.about_field(line, Field::ChildBorn, DoubtKind::Age, why);
        }
        self.records.men[at].children.push(child);
        Ok(())
    }
}
