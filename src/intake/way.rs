//! From the days and words of a line to dated steps and a place in a group. What the table does not say is said.

use chrono::{Days, NaiveDate};

use super::building::Building;
use super::line::Line;
use super::men::HisWay;
use super::sheet::Sheet;
use super::{DoubtKind, Field};
use crate::dates::spoken_date;
use crate::model::GroupId;
use crate::model::programme::{Group, Place, Step, StepKind};

impl Building<'_> {
    /// Steps that his own line tells; how it ended comes when the register has been read.
    pub(super) fn his_way(
        &mut self,
        line: &Line<'_>,
        at: usize,
        offered: Option<NaiveDate>,
        way: HisWay,
    ) {
        let mut steps: Vec<Step> = Vec::new();
        let days = [
            (way.referred, StepKind::Referred),
            (offered, StepKind::AppointmentOffered),
            (way.assessed, StepKind::Assessed),
        ];
        steps.extend(
            days.into_iter()
                .filter_map(|(day, kind)| Some(Step::new(day?, kind))),
        );
        let outcome = match way.outcome.as_str() {
            "unsuitable" => Some(StepKind::Unsuitable),
            "waiting_list" => Some(StepKind::WaitingList),
            "individual_work" => Some(StepKind::IndividualWork),
            "withdrew" => Some(StepKind::DroppedOut),
            _ => None,
        };
        if let Some(kind) = outcome {
            match way.assessed {
                Some(on) => steps.push(Step::new(on, kind)),
                None => {
                    let why = "There is no day of the assessment, so its outcome became no step.";
                    self.told
                        .about_field(line, Field::Assessment, DoubtKind::NotKept, why);
                }
            }
        }
        if let Some(on) = way.enrolled {
            steps.push(Step::new(on, StepKind::Enrolled));
            let group = self.group(line, on);
            let until = way.left;
            let place = Place {
                group,
                from: on,
                until,
            };
            self.records.men[at].places.push(place);
        } else if !line.text(Field::Group).is_empty() {
            let why = "There is no day on which he was enrolled, so he was given no place in it.";
            self.told
                .about_field(line, Field::Group, DoubtKind::NotKept, why);
        }
        self.records.men[at].steps = steps;
        self.ways[at] = way;
    }

    fn group(&mut self, line: &Line<'_>, opening: NaiveDate) -> GroupId {
        let mut name = line.text(Field::Group);
        if name.is_empty() {
            name = "Not named";
            let why = "It is not said which group he joined; he was given a place in one called “Not named”.";
            self.told
                .about_field(line, Field::EnrolledOn, DoubtKind::Assumed, why);
        }
        let next = i64::try_from(self.records.groups.len()).unwrap_or(i64::MAX - 1) + 1;
        let id = *self
            .groups
            .entry(super::words::plain(name))
            .or_insert(GroupId(next));
        let groups = &mut self.records.groups;
        if id == GroupId(next) {
            groups.push(Group {
                id,
                name: name.to_owned(),
                size: self.told.settings.programme.template.groups.size,
                openings: Vec::new(),
            });
        }
        if let Some(group) = groups.iter_mut().find(|group| group.id == id)
            && let Err(place) = group.openings.binary_search(&opening)
        {
            group.openings.insert(place, opening);
        }
        id
    }

    /// Who attends, and how it ended: once the register has been read.
    pub(super) fn ways_are_finished(&mut self, sheets: &[Sheet<'_>]) {
        for at in 0..self.records.men.len() {
            let line = self.ways[at].line.and_then(|(table, row)| {
                let sheet = sheets.iter().find(|sheet| sheet.at == table)?;
                Some(Line { sheet, row })
            });
            if let Some(line) = line {
                self.attending(&line, at);
                self.ending(&line, at);
            }
            let steps = &mut self.records.men[at].steps;
            steps.sort_by_key(|step| (step.on, step.kind));
        }
    }

    fn attending(&mut self, line: &Line<'_>, at: usize) {
        let way = &self.ways[at];
        let Some(enrolled) = way.enrolled else { return };
        let stays = matches!(way.ended.as_str(), "completed" | "attending");
        let day = match way.first_attended {
            Some(day) => day.max(enrolled),
            None if stays => {
                let why =
                    "No register tells when he first came; the day of his enrolment was taken.";
                self.told
                    .about_field(line, Field::Ended, DoubtKind::Assumed, why);
                enrolled
            }
            None => return,
        };
        let steps = &mut self.records.men[at].steps;
        steps.push(Step::new(day, StepKind::Attending));
    }

    fn ending(&mut self, line: &Line<'_>, at: usize) {
        let way = &self.ways[at];
        let reason = way.reason.clone();
        let kind = match way.ended.as_str() {
            "completed" => StepKind::Completed,
            "dropped_out" => StepKind::DroppedOut,
            "suspended" => StepKind::Suspended,
            "unsuitable" => StepKind::Unsuitable,
            _ => return self.without_an_end(line, at, reason),
        };
        let known = self.records.men[at]
            .steps
            .iter()
            .any(|step| step.kind == kind);
        if known && kind == StepKind::Unsuitable {
            return self.reason(at, reason);
        }
        let assumed = match (way.left, way.enrolled, way.weeks, way.last_session) {
            (Some(left), ..) => Some((left, None)),
            (None, Some(enrolled), Some(weeks), _) => enrolled
                .checked_add_days(Days::new(u64::from(weeks) * 7))
                .map(|day| (day, Some("it was counted from the week"))),
            (None, _, _, Some(last)) => Some((last, Some("the day of his last session was taken"))),
            (None, _, _, None) => {
                let steps = self.records.men[at].steps.iter().map(|step| step.on);
                steps
                    .max()
                    .map(|day| (day, Some("the day of his last step was taken")))
            }
        };
        let Some((on, how)) = assumed else {
            let why = "There is no day in his line at all, so this became no step.";
            return self
                .told
                .about_field(line, Field::Ended, DoubtKind::NotKept, why);
        };
        if let Some(how) = how {
            let why = format!("It is not said when it ended; {how}: {}.", spoken_date(on));
            self.told
                .about_field(line, Field::Ended, DoubtKind::Assumed, why);
        }
        let man = &mut self.records.men[at];
        for place in man.places.iter_mut().filter(|place| place.until.is_none()) {
            place.until = Some(on);
        }
        man.steps.push(Step { on, kind, reason });
        self.ways[at].left = Some(on);
    }

    /// He has not ended by what is written: a reason for leaving or a day of leaving says otherwise.
    fn without_an_end(&mut self, line: &Line<'_>, at: usize, reason: String) {
        let steps = &self.records.men[at].steps;
        if steps.iter().any(|step| step.kind.is_leaving()) {
            let withdrew = steps.iter().find(|step| step.kind == StepKind::DroppedOut);
            if let Some(on) = withdrew.map(|step| step.on) {
                let why = format!(
                    "It is not said when he withdrew; the day of the assessment was taken: {}.",
                    spoken_date(on)
                );
                self.told
                    .about_field(line, Field::Assessment, DoubtKind::Assumed, why);
            }
            return self.reason(at, reason);
        }
        if let Some(kind) = match self.ways[at].ended.as_str() {
            "waiting_list" => Some(StepKind::WaitingList),
            "individual_work" => Some(StepKind::IndividualWork),
            _ => None,
        } {
            return self.stays(line, at, kind);
        }
        if let Some(left) = self.ways[at].left {
            let why = format!(
                "He left on {}, and it is not said how. No step was recorded; his place in the group ends on that day.",
                spoken_date(left)
            );
            return self
                .told
                .about_field(line, Field::LeftOn, DoubtKind::NotKept, why);
        }
        if reason.is_empty() {
            return;
        }
        let Some(on) = steps.iter().map(|step| step.on).max() else {
            let why = "There is no day in his line at all, so his leaving became no step.";
            return self
                .told
                .about_field(line, Field::Reason, DoubtKind::NotKept, why);
        };
        let why = format!(
            "A reason for leaving is given, and no day. He was taken to have dropped out on the day of his last step: {}.",
            spoken_date(on)
        );
        self.told
            .about_field(line, Field::Reason, DoubtKind::Assumed, why);
        let kind = StepKind::DroppedOut;
        self.records.men[at].steps.push(Step { on, kind, reason });
    }

    /// He waits, or is in individual work, by what is written of how it ended.
    fn stays(&mut self, line: &Line<'_>, at: usize, kind: StepKind) {
        let steps = &self.records.men[at].steps;
        if steps.iter().any(|step| step.kind == kind) {
            return;
        }
        let last = steps.iter().map(|step| step.on).max();
        let Some(on) = self.ways[at].assessed.or(last) else {
            let why = "There is no day in his line at all, so this became no step.";
            return self
                .told
                .about_field(line, Field::Ended, DoubtKind::NotKept, why);
        };
        let why = format!(
            "It is not said since when; the day of his last step was taken: {}.",
            spoken_date(on)
        );
        self.told
            .about_field(line, Field::Ended, DoubtKind::Assumed, why);
        self.records.men[at].steps.push(Step::new(on, kind));
    }

    fn reason(&mut self, at: usize, reason: String) {
        let steps = self.records.men[at].steps.iter_mut();
        if let Some(step) = steps.filter(|step| step.kind.is_leaving()).last() {
            step.reason = reason;
        }
    }
}
