//! A whole review without identities.
//!
//! Everything is taken apart field by field without `..`: a new field does not compile until somebody has decided about it. What is decided:
//! texts are disguised; days become months or years, also in the period under review, which is widened to whole months; dates of birth and death
//! of people, notes, memos, aliases, identifiers, rulings, allowed words, saved views, e-mail addresses, doubts and skipped rows are left out;
//! files are called by their number, coders “Coder 1”, members without an agency by their role. Days of the process that hang on nobody's life
//! (pauses, deadlines, targets of actions, when a file came in) stay, as does the template, which is made before any review.

mod panel;
mod people;
mod records;
mod report;
mod working;

use std::collections::HashMap;
use std::sync::Arc;

use super::disguise::Disguise;
use super::register::IdentityOf;
use super::replaced::{Doubtful, Replaced};
use super::whereabouts::{Spot, Whereabouts};
use super::words::WITHHELD;
use crate::model::{Details, KeyDate, Pause, PersonId, Review};

#[derive(Debug, Clone, PartialEq)]
pub struct Pseudonymised {
    pub review: Review,
    pub replaced: Vec<(Whereabouts, Replaced)>,
    pub doubtful: Vec<(Whereabouts, Doubtful)>,
    /// The texts in which something was replaced or is doubtful, as they were.
    pub texts: HashMap<Whereabouts, String>,
    /// For whom no pseudonym was chosen, or one that holds somebody's name; words such as “a relative” stand in their place.
    pub unnamed: Vec<PersonId>,
}

/// The review with nothing left in it of anybody in its register.
pub fn disguised(review: &Review) -> Pseudonymised {
    let disguise = Disguise::of(review);
    let mut work = Work {
        disguise: &disguise,
        replaced: Vec::new(),
        doubtful: Vec::new(),
        texts: HashMap::new(),
        coders: HashMap::new(),
        files: review
            .imports
            .iter()
            .map(|import| (import.file.clone(), import.id.0))
            .collect(),
        memory: HashMap::new(),
    };
    let disguised = work.review(review);
    Pseudonymised {
        review: disguised,
        replaced: work.replaced,
        doubtful: work.doubtful,
        texts: work.texts,
        unnamed: disguise.unnamed(),
    }
}

struct Work<'a> {
    disguise: &'a Disguise<'a>,
    replaced: Vec<(Whereabouts, Replaced)>,
    doubtful: Vec<(Whereabouts, Doubtful)>,
    texts: HashMap<Whereabouts, String>,
    coders: HashMap<String, String>,
    /// Number of each file that came in, by its name.
    files: HashMap<String, i64>,
    /// What stands in many versions of the draft is disguised once.
    memory: HashMap<String, String>,
}

impl Work<'_> {
    fn text(&mut self, spot: Spot, field: &'static str, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let disguised = self.disguise.text(text);
        let place = Whereabouts { spot, field };
        if !(disguised.replaced.is_empty() && disguised.doubtful.is_empty()) {
            self.texts.insert(place, text.to_owned());
        }
        self.replaced
            .extend(disguised.replaced.into_iter().map(|one| (place, one)));
        self.doubtful
            .extend(disguised.doubtful.into_iter().map(|one| (place, one)));
        disguised.text
    }

    /// Of working matter that is not looked through one by one.
    fn quietly(&mut self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        if let Some(known) = self.memory.get(text) {
            return known.clone();
        }
        let disguised = self.disguise.text(text).text;
        self.memory.insert(text.to_owned(), disguised.clone());
        disguised
    }

    fn coder(&mut self, name: &str) -> String {
        if name.is_empty() {
            return String::new();
        }
        let next = self.coders.len() + 1;
        let known = self.coders.entry(name.to_owned());
        known.or_insert_with(|| format!("Coder {next}")).clone()
    }

    /// “File 3.docx”: names of files often hold those of people.
    fn file(&mut self, name: &str) -> String {
        if name.is_empty() {
            return String::new();
        }
        let next = i64::try_from(self.files.len()).unwrap_or(0) + 1;
        let number = *self.files.entry(name.to_owned()).or_insert(next);
        let ending = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let known = ending.filter(|ending| {
            [
                "docx",
                "doc",
                "xlsx",
                "xls",
                "ods",
                "odt",
                "csv",
                "tsv",
                "txt",
                "pdf",
                "zip",
                "json",
                "lantern-pack",
            ]
            .contains(&ending.as_str())
        });
        known.map_or_else(
            || format!("File {number}"),
            |ending| format!("File {number}.{ending}"),
        )
    }

    fn written_for(&self, of: IdentityOf) -> String {
        self.disguise.written_for(of).to_owned()
    }

    fn review(&mut self, review: &Review) -> Review {
        let Review {
            revision,
            template,
            details,
            key_dates,
            pauses,
            agencies,
            people,
            entries: _,
            weaknesses,
            taggings,
            declined,
            codings,
            imports,
            events,
            parted,
            contradictions,
            facts,
            knowings,
            habits,
            views: _,
            sections,
            versions,
            questions,
            findings,
            recommendations,
            actions,
            members,
            rounds,
            comments,
            collected,
            publishing,
        } = review;
        Review {
            revision: *revision,
            template: Arc::clone(template),
            details: self.details(details),
            sections: sections
                .iter()
                .map(|section| self.section(section))
                .collect(),
            questions: questions
                .iter()
                .map(|question| self.question(question))
                .collect(),
            findings: findings
                .iter()
                .map(|finding| self.finding(finding))
                .collect(),
            recommendations: recommendations
                .iter()
                .map(|one| self.recommendation(one))
                .collect(),
            actions: actions.iter().map(|action| self.action(action)).collect(),
            entries: Arc::new(self.entries(review)),
            key_dates: key_dates.iter().map(|date| self.key_date(date)).collect(),
            pauses: pauses.iter().map(|pause| self.pause(pause)).collect(),
            agencies: agencies.iter().map(|agency| self.agency(agency)).collect(),
            people: people.iter().map(|person| self.person(person)).collect(),
            weaknesses: weaknesses
                .iter()
                .map(|weakness| self.weakness(weakness))
                .collect(),
            taggings: taggings
                .iter()
                .map(|tagging| self.tagging(tagging))
                .collect(),
            declined: declined
                .iter()
                .map(|declined| self.declined(declined))
                .collect(),
            codings: codings.iter().map(|coding| self.coding(coding)).collect(),
            imports: imports.iter().map(|import| self.import(import)).collect(),
            events: events.iter().map(|event| self.event(event)).collect(),
            parted: parted.clone(),
            contradictions: contradictions
                .iter()
                .map(|one| self.contradiction(one))
                .collect(),
            facts: facts.iter().map(|fact| self.fact(fact)).collect(),
            knowings: knowings
                .iter()
                .map(|knowing| self.knowing(knowing))
                .collect(),
            habits: habits.iter().map(|habit| self.habit(habit)).collect(),
            views: Vec::new(),
            members: members.iter().map(|member| self.member(member)).collect(),
            rounds: rounds.iter().map(|round| self.round(round)).collect(),
            comments: comments
                .iter()
                .map(|comment| self.comment(comment))
                .collect(),
            collected: collected
                .iter()
                .map(|collected| self.collected(collected))
                .collect(),
            publishing: self.publishing(publishing),
            versions: versions
                .iter()
                .map(|version| self.version(version))
                .collect(),
        }
    }

    fn details(&mut self, details: &Details) -> Details {
        let Details {
            title,
            label,
            partnership,
            chair,
            reference,
            scope_from,
            scope_until,
            fictional,
            contacts,
        } = details;
        let dates = self.disguise.review.template.publication.dates;
        Details {
            title: self.text(Spot::Details, "Title", title),
            label: self.text(Spot::Details, "Kind of review", label),
            partnership: self.text(Spot::Details, "Partnership", partnership),
            chair: self.text(Spot::Details, "Chair", chair),
            reference: self.text(Spot::Details, "Reference", reference),
            scope_from: scope_from.map(|date| records::widened(date, dates).0),
            scope_until: scope_until.map(|date| records::widened(date, dates).1),
            fictional: *fictional,
            contacts: *contacts,
        }
    }

    fn key_date(&mut self, date: &KeyDate) -> KeyDate {
        let KeyDate {
            id,
            kind,
            label,
            when,
        } = date;
        KeyDate {
            id: *id,
            kind: kind.clone(),
            label: self.text(Spot::KeyDate(*id), "Name", label),
            when: self.when(when),
        }
    }

    fn pause(&mut self, pause: &Pause) -> Pause {
        let Pause {
            id,
            from,
            until,
            reason,
        } = pause;
        Pause {
            id: *id,
            from: *from,
            until: *until,
            reason: self.text(Spot::Pause(*id), "Reason", reason),
        }
    }

    /// A name, or that it is withheld where nothing is left of it.
    fn name_or_withheld(&mut self, name: &str) -> String {
        match self.quietly(name) {
            text if text.trim().is_empty() && !name.trim().is_empty() => WITHHELD.to_owned(),
            text => text,
        }
    }
}
