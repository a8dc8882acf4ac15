use super::super::whereabouts::Spot;
use super::Work;
use crate::model::{
    Coded, Coding, Contradiction, Declined, Event, Fact, Knowing, Tagging, Weakness,
};

impl Work<'_> {
    pub(super) fn weakness(&mut self, weakness: &Weakness) -> Weakness {
        let Weakness {
            id,
            position,
            key,
            name,
            definition,
            example,
            good_practice,
            parent,
            patterns,
        } = weakness;
        let spot = Spot::Weakness(*id);
        Weakness {
            id: *id,
            position: *position,
            key: key.clone(),
            name: self.text(spot, "Name", name),
            definition: self.text(spot, "Definition", definition),
            example: self.text(spot, "Example", example),
            good_practice: *good_practice,
            parent: parent.clone(),
            patterns: patterns
                .iter()
                .map(|pattern| self.quietly(pattern))
                .collect(),
        }
    }

    /// Places of marked words are left out: they are counted in a text that is now another.
    pub(super) fn tagging(&mut self, tagging: &Tagging) -> Tagging {
        let Tagging {
            id,
            entry,
            weakness,
            coder,
            memo: _,
            passages: _,
        } = tagging;
        Tagging {
            id: *id,
            entry: *entry,
            weakness: weakness.clone(),
            coder: self.coder(coder),
            memo: String::new(),
            passages: Vec::new(),
        }
    }

    pub(super) fn declined(&mut self, declined: &Declined) -> Declined {
        let Declined {
            id,
            entry,
            weakness,
            coder,
        } = declined;
        Declined {
            id: *id,
            entry: *entry,
            weakness: weakness.clone(),
            coder: self.coder(coder),
        }
    }

    pub(super) fn coding(&mut self, coding: &Coding) -> Coding {
        let Coding {
            id,
            name,
            drawn,
            coders,
            entries,
            done,
            closed,
            tagged,
            settled,
        } = coding;
        let spot = Spot::Coding(*id);
        let mut coders: Vec<String> = coders.iter().map(|coder| self.coder(coder)).collect();
        coders.sort();
        let mut done: Vec<_> = done
            .iter()
            .map(|(entry, coder)| (*entry, self.coder(coder)))
            .collect();
        done.sort();
        let tagged = tagged.iter().map(|coded| {
            let Coded {
                entry,
                weakness,
                coder,
            } = coded;
            Coded {
                entry: *entry,
                weakness: weakness.clone(),
                coder: self.coder(coder),
            }
        });
        Coding {
            tagged: tagged.collect(),
            id: *id,
            name: self.text(spot, "Name", name),
            drawn: self.text(spot, "How it was drawn", drawn),
            coders,
            entries: entries.clone(),
            done,
            closed: *closed,
            settled: settled.clone(),
        }
    }

    pub(super) fn event(&mut self, event: &Event) -> Event {
        let Event { id, name, entries } = event;
        Event {
            id: *id,
            name: self.text(Spot::Event(*id), "Name", name),
            entries: entries.clone(),
        }
    }

    pub(super) fn contradiction(&mut self, contradiction: &Contradiction) -> Contradiction {
        let Contradiction {
            id,
            about,
            entries,
            a,
            b,
            standing,
            note,
        } = contradiction;
        let spot = Spot::Contradiction(*id);
        Contradiction {
            id: *id,
            about: *about,
            entries: *entries,
            a: self.text(spot, "What the one says", a),
            b: self.text(spot, "What the other says", b),
            standing: *standing,
            note: self.text(spot, "Note", note),
        }
    }

    pub(super) fn fact(&mut self, fact: &Fact) -> Fact {
        let Fact {
            id,
            name,
            words,
            note: _,
        } = fact;
        Fact {
            id: *id,
            name: self.text(Spot::Fact(*id), "Name", name),
            words: words
                .iter()
                .map(|word| self.name_or_withheld(word))
                .collect(),
            note: String::new(),
        }
    }

    pub(super) fn knowing(&mut self, knowing: &Knowing) -> Knowing {
        let Knowing {
            id,
            fact,
            agency,
            when,
            how,
            from,
            entry,
        } = knowing;
        Knowing {
            id: *id,
            fact: *fact,
            agency: *agency,
            when: self.when(when),
            how: self.text(Spot::Knowing(*id), "How", how),
            from: *from,
            entry: *entry,
        }
    }
}
