//! How long something lasts, where for some it had not ended when they were last seen.

use super::proportion::Interval;
use super::tails::NORMAL_95;

/// What is known of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    /// In whole units (days, weeks) from the beginning: when it ended, or when they were last seen.
    pub time: u32,
    /// Whether it ended then; else it had not yet ended (censored).
    pub ended: bool,
}

/// What happened at one time. Who is last seen at a time at which others end counts as at risk then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    pub time: u32,
    /// Just before this time.
    pub at_risk: usize,
    pub ended: usize,
    pub censored: usize,
    /// From this time on.
    pub estimate: Estimate,
}

/// The share for whom it has not ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// 0 to 1.
    pub share: f64,
    /// Greenwood's variance of the share. `None` where it has ended for all, since the formula gives none then.
    pub variance: Option<f64>,
    /// By the log of the log. `None` before anybody ended and after all did, since the formula gives none then.
    pub interval: Option<Interval>,
}

/// When it has ended for half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Median {
    /// `None` where more than half were left at the end.
    pub time: Option<u32>,
    /// The interval of 95 %: when the lower and the upper limit of the curve reach half. `None` where a limit does not.
    pub low: Option<u32>,
    pub high: Option<u32>,
}

/// The curve of Kaplan and Meier.
///
/// Kaplan, E. L. & Meier, P. (1958): Nonparametric estimation from incomplete observations. Journal of the American
/// Statistical Association 53, 457–481. Intervals: Kalbfleisch, J. D. & Prentice, R. L. (1980): The statistical analysis of
/// failure time data. Wiley. Median: Brookmeyer, R. & Crowley, J. (1982): A confidence interval for the median survival time.
/// Biometrics 38, 29–41.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// Every time at which somebody ended or was last seen, in order.
    pub steps: Vec<Step>,
}

/// Half, but for what is lost in computing.
const HALF: f64 = 0.5 + 1e-9;

impl Curve {
    pub fn of(observations: &[Observation]) -> Self {
        let mut sorted = observations.to_vec();
        sorted.sort_unstable_by_key(|one| one.time);
        let mut at_risk = sorted.len();
        let mut so_far = SoFar::default();
        let steps = sorted.chunk_by(|one, other| one.time == other.time);
        let steps = steps.map(|together| {
            let ended = together.iter().filter(|one| one.ended).count();
            so_far.add(ended, at_risk);
            let step = Step {
                time: together.first().map_or(0, |one| one.time),
                at_risk,
                ended,
                censored: together.len() - ended,
                estimate: so_far.estimate(),
            };
            at_risk -= together.len();
            step
        });
        Self {
            steps: steps.collect(),
        }
    }

    /// How many were followed.
    pub fn people(&self) -> usize {
        self.steps.first().map_or(0, |step| step.at_risk)
    }

    /// For how many it ended while they were followed.
    pub fn ended(&self) -> usize {
        self.steps.iter().map(|step| step.ended).sum()
    }

    /// How many were still followed, and had not ended, just before `time`.
    pub fn at_risk(&self, time: u32) -> usize {
        let place = self.steps.partition_point(|step| step.time < time);
        self.steps.get(place).map_or(0, |step| step.at_risk)
    }

    /// The share left at `time`. `None` after the last observation, unless it had ended for all: nothing is known then.
    pub fn at(&self, time: u32) -> Option<Estimate> {
        let last = self.steps.last()?;
        if time > last.time && last.estimate.share > 0.0 {
            return None;
        }
        let place = self.steps.partition_point(|step| step.time <= time);
        Some(match place.checked_sub(1) {
            Some(place) => self.steps[place].estimate,
            None => SoFar::default().estimate(),
        })
    }

    /// The first time at which no more than half are left.
    pub fn median(&self) -> Median {
        let first = |figure: &dyn Fn(&Estimate) -> Option<f64>| {
            let reached = |step: &&Step| figure(&step.estimate).is_some_and(|it| it <= HALF);
            self.steps.iter().find(reached).map(|step| step.time)
        };
        Median {
            time: first(&|estimate| Some(estimate.share)),
            low: first(&|estimate| estimate.interval.map(|interval| interval.low)),
            high: first(&|estimate| estimate.interval.map(|interval| interval.high)),
        }
    }
}

/// The product of the curve and the sum of its variance, up to one time.
struct SoFar {
    share: f64,
    greenwood: f64,
}

impl Default for SoFar {
    fn default() -> Self {
        Self {
            share: 1.0,
            greenwood: 0.0,
        }
    }
}

impl SoFar {
    fn add(&mut self, ended: usize, at_risk: usize) {
        let (ended, at_risk) = (ended as f64, at_risk as f64);
        self.share *= (at_risk - ended) / at_risk;
        self.greenwood += ended / (at_risk * (at_risk - ended));
    }

    fn estimate(&self) -> Estimate {
        let Self { share, greenwood } = *self;
        let between = 0.0 < share && share < 1.0;
        let interval = between.then(|| {
            let width = NORMAL_95 * greenwood.sqrt() / share.ln().abs();
            Interval {
                low: share.powf(width.exp()),
                high: share.powf((-width).exp()),
            }
        });
        Estimate {
            share,
            variance: (share > 0.0).then_some(share * share * greenwood),
            interval,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Times in order; “+”: not ended when last seen.
    fn observations(line: &str) -> Vec<Observation> {
        let one = |word: &str| Observation {
            time: word.trim_end_matches('+').parse().expect("a time"),
            ended: !word.ends_with('+'),
        };
        line.split_whitespace().map(one).collect()
    }

    fn curve(line: &str) -> Curve {
        Curve::of(&observations(line))
    }

    #[test]
    fn ties_and_the_last_observation_are_counted_as_they_are() {
        // Time, at risk, ended, censored, share left.
        for (line, steps) in [
            ("", vec![]),
            ("4+", vec![(4, 1, 0, 1, 1.0)]),
            ("4", vec![(4, 1, 1, 0, 0.0)]),
            ("3+ 3", vec![(3, 2, 1, 1, 0.5)]),
            (
                "0 2 2 2+ 5",
                vec![(0, 5, 1, 0, 0.8), (2, 4, 2, 1, 0.4), (5, 1, 1, 0, 0.0)],
            ),
            (
                "5+ 2 2+ 2 0",
                vec![(0, 5, 1, 0, 0.8), (2, 4, 2, 1, 0.4), (5, 1, 0, 1, 0.4)],
            ),
        ] {
            let found = curve(line).steps;
            assert_eq!(found.len(), steps.len(), "{line}");
            for (step, (time, at_risk, ended, censored, share)) in found.iter().zip(steps) {
                let counts = (step.time, step.at_risk, step.ended, step.censored);
                assert_eq!(counts, (time, at_risk, ended, censored), "{line}");
                assert!(
                    (step.estimate.share - share).abs() < 1e-12,
                    "{line}: {step:?}"
                );
            }
        }
    }

    #[test]
    fn what_the_formula_cannot_tell_is_not_told() {
        let all_ended = curve("1 2").steps;
        assert_eq!(all_ended[1].estimate.variance, None);
        assert_eq!(all_ended[1].estimate.interval, None);
        let none_ended = curve("1+ 2+").steps;
        assert_eq!(none_ended[1].estimate.variance, Some(0.0));
        assert_eq!(none_ended[1].estimate.interval, None);
    }

    #[test]
    fn beyond_the_last_observation_nothing_is_known() {
        let at = |line: &str, time| curve(line).at(time).map(|estimate| estimate.share);
        for (line, time, share) in [
            ("", 0, None),
            ("2 4 6+ 8+", 0, Some(1.0)),
            ("2 4 6+ 8+", 2, Some(0.75)),
            ("2 4 6+ 8+", 3, Some(0.75)),
            ("2 4 6+ 8+", 8, Some(0.5)),
            ("2 4 6+ 8+", 9, None),
            ("2 4", 9, Some(0.0)),
        ] {
            assert_eq!(at(line, time), share, "{line} at {time}");
        }
        for (time, at_risk) in [(0, 4), (2, 4), (3, 3), (6, 2), (8, 1), (9, 0)] {
            assert_eq!(curve("2 4 6+ 8+").at_risk(time), at_risk, "{time}");
        }
        assert_eq!((curve("2 4 6+").people(), curve("2 4 6+").ended()), (3, 2));
    }

    #[test]
    fn a_median_is_told_only_where_it_is_reached() {
        for (line, time) in [
            ("", None),
            ("1 2+ 3+ 4+", None),
            ("1 2 3 4", Some(2)),
            ("1 2 3+ 4+", Some(2)),
            ("1 2 3 4 5 6 7 8 9 10 11 12 13 14", Some(7)),
            ("3 3 3", Some(3)),
        ] {
            assert_eq!(curve(line).median().time, time, "{line}");
        }
        let limits = curve("1 2 3 4 5 6 7 8 9 10+ 11+ 12+").median();
        assert_eq!((limits.low, limits.high), (Some(2), None));
    }

    #[test]
    fn the_order_of_people_makes_no_difference() {
        let mut people = observations("9 3 3+ 7 1+ 4 4 9+ 2 8");
        let forwards = Curve::of(&people);
        people.reverse();
        assert_eq!(Curve::of(&people), forwards);
    }
}
