use std::sync::Arc;

use super::super::whereabouts::Spot;
use super::Work;
use crate::model::{Action, Finding, Question, Recommendation, Section, Version};

impl Work<'_> {
    pub(super) fn section(&mut self, section: &Section) -> Section {
        let Section {
            id,
            key,
            title,
            text,
            paragraphs,
        } = section;
        let text = self.text(Spot::Section(*id), "Text", text);
        Section {
            id: *id,
            key: key.clone(),
            title: self.text(Spot::Section(*id), "Title", title),
            text,
            paragraphs: paragraphs.clone(),
        }
    }

    pub(super) fn version(&mut self, version: &Version) -> Version {
        let Version {
            id,
            label,
            at,
            who,
            sections,
        } = version;
        let sections = sections.iter().map(|section| {
            let Section {
                id,
                key,
                title,
                text,
                paragraphs,
            } = section;
            Section {
                id: *id,
                key: key.clone(),
                title: self.quietly(title),
                text: self.by_paragraph(text),
                paragraphs: paragraphs.clone(),
            }
        });
        let sections = sections.collect();
        Version {
            id: *id,
            label: self.text(Spot::Version(*id), "Name", label),
            at: at.clone(),
            who: self.quietly(who),
            sections: Arc::new(sections),
        }
    }

    /// Versions of a draft share most of their paragraphs.
    fn by_paragraph(&mut self, text: &str) -> String {
        let paragraphs = text.split("\n\n").map(|paragraph| self.quietly(paragraph));
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    pub(super) fn question(&mut self, question: &Question) -> Question {
        let Question { id, position, text } = question;
        Question {
            id: *id,
            position: *position,
            text: self.text(Spot::Question(*id), "Question", text),
        }
    }

    pub(super) fn finding(&mut self, finding: &Finding) -> Finding {
        let Finding {
            id,
            position,
            text,
            analysis,
            good_practice,
            questions,
            weaknesses,
            entries,
        } = finding;
        Finding {
            id: *id,
            position: *position,
            text: self.text(Spot::Finding(*id), "Finding", text),
            analysis: self.text(Spot::Finding(*id), "Analysis", analysis),
            good_practice: *good_practice,
            questions: questions.clone(),
            weaknesses: weaknesses.clone(),
            entries: entries.clone(),
        }
    }

    pub(super) fn recommendation(&mut self, recommendation: &Recommendation) -> Recommendation {
        let Recommendation {
            id,
            position,
            text,
            findings,
            reach,
            scope,
            early_learning,
            weakness,
            agencies,
            entries,
            measure,
            achievable,
            due,
        } = recommendation;
        let spot = Spot::Recommendation(*id);
        Recommendation {
            id: *id,
            position: *position,
            text: self.text(spot, "Recommendation", text),
            findings: findings.clone(),
            reach: *reach,
            scope: *scope,
            early_learning: *early_learning,
            weakness: weakness.clone(),
            agencies: agencies.clone(),
            entries: entries.clone(),
            measure: self.text(spot, "How it will be seen", measure),
            achievable: self.text(spot, "Why it can be done", achievable),
            due: *due,
        }
    }

    pub(super) fn action(&mut self, action: &Action) -> Action {
        let Action {
            id,
            recommendation,
            position,
            text,
            lead_agency,
            owner,
            milestones,
            target,
            completed,
            outcome,
            outcome_sought,
            outputs,
            resources,
            review,
            related_plans,
            status,
        } = action;
        let spot = Spot::Action(*id);
        Action {
            id: *id,
            recommendation: *recommendation,
            position: *position,
            text: self.text(spot, "Action", text),
            lead_agency: self.text(spot, "Lead agency", lead_agency),
            owner: self.text(spot, "Person responsible", owner),
            milestones: self.text(spot, "Milestones", milestones),
            target: *target,
            completed: *completed,
            outcome: self.text(spot, "Outcome", outcome),
            outcome_sought: self.text(spot, "Outcome sought", outcome_sought),
            outputs: self.text(spot, "Outputs", outputs),
            resources: self.text(spot, "Resources", resources),
            review: self.text(spot, "How it is reviewed", review),
            related_plans: self.text(spot, "Related plans", related_plans),
            status: *status,
        }
    }
}
