use super::super::whereabouts::Spot;
use super::Work;
use crate::model::{Collected, Comment, Round};

impl Work<'_> {
    pub(super) fn round(&mut self, round: &Round) -> Round {
        let Round {
            id,
            number,
            deadline,
            note,
            sections,
            version,
            sent,
            overridden,
            sendings,
        } = round;
        Round {
            id: *id,
            number: *number,
            deadline: *deadline,
            note: self.text(Spot::Round(*id), "Note", note),
            sections: sections.clone(),
            version: *version,
            sent: sent.clone(),
            overridden: self.text(Spot::Round(*id), "Why it went out", overridden),
            sendings: sendings.clone(),
        }
    }

    /// What it is known by when its file comes again is made of its words, and is left out.
    pub(super) fn comment(&mut self, comment: &Comment) -> Comment {
        let Comment {
            id,
            sending,
            author,
            at,
            kind,
            paragraph,
            quoted,
            text,
            answers,
            origin,
            objection,
            repeats,
            disposition,
            reason,
            change,
        } = comment;
        let spot = Spot::Comment(*id);
        Comment {
            id: *id,
            sending: *sending,
            author: self.author(author),
            at: at.clone(),
            kind: *kind,
            paragraph: *paragraph,
            quoted: self.text(spot, "Words it is about", quoted),
            text: self.text(spot, "Comment", text),
            answers: *answers,
            origin: if origin.is_empty() {
                String::new()
            } else {
                format!("comment {id}")
            },
            objection: *objection,
            repeats: *repeats,
            disposition: *disposition,
            reason: self.text(spot, "Reason", reason),
            change: self.text(spot, "Change", change),
        }
    }

    /// Often the name of a login, of somebody who need not be in the register.
    fn author(&self, author: &str) -> String {
        let words = super::WITHHELD;
        if author.trim().is_empty() {
            String::new()
        } else {
            words.to_owned()
        }
    }

    pub(super) fn collected(&mut self, collected: &Collected) -> Collected {
        let Collected {
            id,
            sending,
            file,
            sha256,
            at,
            added,
        } = collected;
        Collected {
            id: *id,
            sending: *sending,
            file: self.file(file),
            sha256: sha256.clone(),
            at: at.clone(),
            added: *added,
        }
    }
}
