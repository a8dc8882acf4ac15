use super::super::register::IdentityOf;
use super::super::whereabouts::Spot;
use super::Work;
use crate::model::{
    Agency, Identifier, LetterPoint, Member, Person, Place, Publication, Publishing, RecordAnswer,
    Suppressed,
};

impl Work<'_> {
    pub(super) fn agency(&mut self, agency: &Agency) -> Agency {
        let Agency {
            id,
            name,
            sector,
            due,
            note: _,
        } = agency;
        Agency {
            id: *id,
            name: self.text(Spot::Agency(*id), "Name", name),
            sector: sector.clone(),
            due: *due,
            note: String::new(),
        }
    }

    pub(super) fn person(&mut self, person: &Person) -> Person {
        let Person {
            id,
            name: _,
            role,
            aliases: _,
            date_of_birth: _,
            pseudonym: _,
            chosen_by,
            date_of_death: _,
            sex,
            ethnicity,
            note: _,
        } = person;
        let written = self.written_for(IdentityOf::Person(*id));
        Person {
            id: *id,
            name: written.clone(),
            role: *role,
            aliases: Vec::new(),
            date_of_birth: None,
            pseudonym: written,
            chosen_by: self.text(Spot::Person(*id), "Who chose the pseudonym", chosen_by),
            date_of_death: None,
            sex: *sex,
            ethnicity: self.text(Spot::Person(*id), "Ethnicity", ethnicity),
            note: String::new(),
        }
    }

    /// Somebody who speaks for an agency is named in a report; a relative or expert is called by their role.
    pub(super) fn member(&mut self, member: &Member) -> Member {
        let Member {
            id,
            name,
            agency,
            role,
            email: _,
            left,
            independence,
            connection,
        } = member;
        let spot = Spot::Member(*id);
        let role = self.text(spot, "Role", role);
        let name = match (agency, role.trim()) {
            (Some(_), _) => self.text(spot, "Name", name),
            (None, "") => self.withheld(name),
            (None, role) => role.to_owned(),
        };
        Member {
            id: *id,
            name,
            agency: *agency,
            role,
            email: String::new(),
            left: *left,
            independence: *independence,
            connection: self.text(spot, "Connection", connection),
        }
    }

    fn withheld(&self, name: &str) -> String {
        let words = super::WITHHELD;
        if name.trim().is_empty() {
            String::new()
        } else {
            words.to_owned()
        }
    }

    pub(super) fn publishing(&mut self, publishing: &Publishing) -> Publishing {
        let Publishing {
            places,
            identifiers,
            rulings: _,
            allowed: _,
            suppressed,
            letter,
            record,
            publications,
        } = publishing;
        Publishing {
            places: places.iter().map(|place| self.place(place)).collect(),
            identifiers: identifiers.iter().map(without_number).collect(),
            rulings: Vec::new(),
            allowed: Vec::new(),
            suppressed: suppressed.iter().map(|one| self.suppressed(one)).collect(),
            letter: letter
                .iter()
                .map(|point| self.letter_point(point))
                .collect(),
            record: record
                .iter()
                .map(|answer| self.record_answer(answer))
                .collect(),
            publications: publications
                .iter()
                .map(|one| self.publication(one))
                .collect(),
        }
    }

    fn place(&mut self, place: &Place) -> Place {
        let Place {
            id,
            kind,
            name: _,
            forms: _,
            written: _,
            note: _,
        } = place;
        let written = self.written_for(IdentityOf::Place(*id));
        Place {
            id: *id,
            kind: *kind,
            name: written.clone(),
            forms: Vec::new(),
            written,
            note: String::new(),
        }
    }

    fn suppressed(&mut self, suppressed: &Suppressed) -> Suppressed {
        let Suppressed {
            id,
            rule,
            subject,
            reason,
            by,
            at,
        } = suppressed;
        let spot = Spot::Suppressed(*id);
        Suppressed {
            id: *id,
            rule: rule.clone(),
            subject: self.text(spot, "What it is about", subject),
            reason: self.text(spot, "Reason", reason),
            by: self.text(spot, "Decided by", by),
            at: at.clone(),
        }
    }

    fn letter_point(&mut self, point: &LetterPoint) -> LetterPoint {
        let LetterPoint {
            id,
            position,
            raised,
            answer,
            paragraph,
        } = point;
        LetterPoint {
            id: *id,
            position: *position,
            raised: self.text(Spot::Letter(*id), "Point raised", raised),
            answer: self.text(Spot::Letter(*id), "Answer", answer),
            paragraph: *paragraph,
        }
    }

    fn record_answer(&mut self, answer: &RecordAnswer) -> RecordAnswer {
        let RecordAnswer { key, answer } = answer;
        RecordAnswer {
            key: key.clone(),
            answer: self.text(Spot::Record, "Answer", answer),
        }
    }

    fn publication(&mut self, publication: &Publication) -> Publication {
        let Publication {
            id,
            at,
            by,
            manifest,
            overridden,
            reason,
            dated,
        } = publication;
        let spot = Spot::Publication(*id);
        Publication {
            id: *id,
            at: at.clone(),
            by: self.text(spot, "Published by", by),
            manifest: manifest.clone(),
            overridden: *overridden,
            reason: self.text(spot, "Reason", reason),
            dated: *dated,
        }
    }
}

fn without_number(identifier: &Identifier) -> Identifier {
    let Identifier {
        id,
        of,
        kind,
        text: _,
    } = identifier;
    Identifier {
        id: *id,
        of: *of,
        kind: *kind,
        text: String::new(),
    }
}
