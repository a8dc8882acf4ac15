//! Whether groups differ in how long something lasts for them.

use super::survival::Observation;
use super::tails::chi_squared_tail;

/// What the log-rank test finds, over the whole time of all groups.
///
/// Mantel, N. (1966): Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer
/// Chemotherapy Reports 50, 163–170. Peto, R. & Peto, J. (1972): Asymptotically efficient rank invariant test procedures.
/// Journal of the Royal Statistical Society A 135, 185–207.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank {
    /// In the order given.
    pub groups: Vec<GroupEnds>,
    /// Distributed as chi-squared, if the groups do not differ.
    pub statistic: f64,
    /// One less than the groups that take part.
    pub degrees: usize,
    /// How likely a statistic as large is, if the groups do not differ.
    pub p: f64,
}

/// One group's share in it. A group of whom nobody was followed until anybody ended expects 0 and takes no part.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GroupEnds {
    pub people: usize,
    pub observed: usize,
    /// Ends in this group, if the groups did not differ.
    pub expected: f64,
}

/// `None` where fewer than two groups take part, or where they were never at risk together, so that nothing can be compared.
pub fn log_rank<G: AsRef<[Observation]>>(groups: &[G]) -> Option<LogRank> {
    let (ends, covariance) = ends_and_covariance(groups);
    let taking_part: Vec<usize> = (0..ends.len())
        .filter(|group| ends[*group].expected > 0.0)
        .collect();
    let (_, free) = taking_part.split_last()?;
    let apart = |group: usize| ends[group].observed as f64 - ends[group].expected;
    let rows = free.iter().map(|group| {
        let row = free.iter().map(|other| covariance[*group][*other]);
        row.chain([apart(*group)]).collect()
    });
    let solution = solved(rows.collect())?;
    let statistic: f64 = free
        .iter()
        .zip(&solution)
        .map(|(group, weight)| apart(*group) * weight)
        .sum();
    (!free.is_empty()).then(|| LogRank {
        statistic,
        degrees: free.len(),
        p: chi_squared_tail(statistic, free.len()),
        groups: ends,
    })
}

/// Observed and expected ends, and the covariance of observed ends, if the groups do not differ.
fn ends_and_covariance<G: AsRef<[Observation]>>(groups: &[G]) -> (Vec<GroupEnds>, Vec<Vec<f64>>) {
    let mut sorted: Vec<(Observation, usize)> = Vec::new();
    for (group, people) in groups.iter().enumerate() {
        sorted.extend(people.as_ref().iter().map(|one| (*one, group)));
    }
    sorted.sort_unstable_by_key(|(one, _)| one.time);
    let mut at_risk: Vec<usize> = groups.iter().map(|group| group.as_ref().len()).collect();
    let mut all_at_risk = sorted.len();
    let start = |people: &usize| GroupEnds {
        people: *people,
        ..GroupEnds::default()
    };
    let mut ends: Vec<GroupEnds> = at_risk.iter().map(start).collect();
    let mut covariance = vec![vec![0.0; groups.len()]; groups.len()];
    for together in sorted.chunk_by(|(one, _), (other, _)| one.time == other.time) {
        let ended = together.iter().filter(|(one, _)| one.ended).count();
        if ended > 0 {
            let (ended, all) = (ended as f64, all_at_risk as f64);
            let spread = if all > 1.0 {
                ended * (all - ended) / (all - 1.0)
            } else {
                0.0
            };
            for group in 0..groups.len() {
                let share = at_risk[group] as f64 / all;
                ends[group].expected += ended * share;
                for other in 0..groups.len() {
                    let same = f64::from(group == other);
                    covariance[group][other] +=
                        spread * share * (same - at_risk[other] as f64 / all);
                }
            }
        }
        for (one, group) in together {
            ends[*group].observed += usize::from(one.ended);
            at_risk[*group] -= 1;
        }
        all_at_risk -= together.len();
    }
    (ends, covariance)
}

/// The solution of linear equations, each a row of coefficients and its right side. `None` where there is no single one.
fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let count = rows.len();
    let largest = rows
        .iter()
        .flat_map(|row| row.iter().take(count))
        .fold(0.0_f64, |so_far, figure| so_far.max(figure.abs()));
    for place in 0..count {
        let pivot = (place..count).max_by(|one, other| {
            rows[*one][place]
                .abs()
                .total_cmp(&rows[*other][place].abs())
        })?;
        rows.swap(place, pivot);
        if rows[place][place].abs() <= largest * 1e-10 {
            return None;
        }
        let (done, below) = rows.split_at_mut(place + 1);
        for row in below {
            let times = row[place] / done[place][place];
            for (figure, above) in row.iter_mut().zip(&done[place]).skip(place) {
                *figure -= times * above;
            }
        }
    }
    let mut solution = vec![0.0; count];
    for place in (0..count).rev() {
        let known: f64 = (place + 1..count)
            .map(|other| rows[place][other] * solution[other])
            .sum();
        solution[place] = (rows[place][count] - known) / rows[place][place];
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(line: &str) -> Vec<Observation> {
        let one = |word: &str| Observation {
            time: word.trim_end_matches('+').parse().expect("a time"),
            ended: !word.ends_with('+'),
        };
        line.split_whitespace().map(one).collect()
    }

    fn test(groups: &[&str]) -> Option<LogRank> {
        let groups: Vec<Vec<Observation>> = groups.iter().map(|line| group(line)).collect();
        log_rank(&groups)
    }

    #[test]
    fn what_cannot_be_compared_is_not_compared() {
        for groups in [
            &[][..],
            &["1 2 3"],
            &["", ""],
            &["1 2 3", ""],
            &["1+ 2+", "3+ 4+"],
            // Nobody of one group is left when anybody ends.
            &["1+ 2+", "3 4"],
            &["5", "2+"],
            // All ended at once, as they had to, whatever the groups.
            &["5 5", "5"],
        ] {
            assert_eq!(test(groups), None, "{groups:?}");
        }
    }

    #[test]
    fn a_worked_example_agrees() {
        // By hand: at 1 (2 of 4 at risk are in the first group, one end), at 2 (1 of 3), at 3 (1 of 2), at 4 (0 of 1).
        let found = test(&["1 3", "2 4"]).expect("a test");
        let expected = 2.0 / 4.0 + 1.0 / 3.0 + 1.0 / 2.0;
        let variance: f64 = 1.0 / 4.0 + 2.0 / 9.0 + 1.0 / 4.0;
        assert_eq!((found.groups[0].observed, found.groups[0].people), (2, 2));
        assert!((found.groups[0].expected - expected).abs() < 1e-12);
        assert!((found.groups[1].expected - (4.0 - expected)).abs() < 1e-12);
        let statistic = (2.0 - expected).powi(2) / variance;
        assert!((found.statistic - statistic).abs() < 1e-12);
        assert_eq!(found.degrees, 1);
    }

    #[test]
    fn expected_and_observed_ends_are_as_many_and_order_makes_no_difference() {
        let groups = ["3 5 7+ 2 9", "1 4 4 6+", "8 8 2+ 5 11+ 3", "", "1+"];
        let found = test(&groups).expect("a test");
        let observed: usize = found.groups.iter().map(|group| group.observed).sum();
        let expected: f64 = found.groups.iter().map(|group| group.expected).sum();
        assert!((observed as f64 - expected).abs() < 1e-9);
        assert_eq!(found.groups[3], GroupEnds::default());
        // The last group was last seen at the time of the first end, so it takes part.
        assert_eq!(found.degrees, 3);
        let turned = test(&[groups[2], groups[4], groups[0], groups[1]]).expect("a test");
        assert!((turned.statistic - found.statistic).abs() < 1e-9);
        let alike = test(&["1 2 3 4+", "1 2 3 4+"]).expect("a test");
        assert!(alike.statistic.abs() < 1e-12 && alike.p == 1.0, "{alike:?}");
    }
}
