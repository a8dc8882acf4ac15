//! How far coders who worked apart agree, beyond what chance would give. Codings are nominal: two are alike or they are not.

use std::collections::BTreeMap;

/// What two or more coders made of the same units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Units that enter the figure.
    pub units: usize,
    /// The share of agreement seen, 0 to 1.
    pub observed: f64,
    /// The share of agreement that chance would give, 0 to 1.
    pub expected: f64,
    /// 1: full agreement; 0: no more than chance; below: less than chance. `None` where all codings are one and the same
    /// category, so that there is nothing to agree about.
    pub beyond_chance: Option<f64>,
}

/// Cohen's kappa of two coders over the units that both coded. `None` where there is none.
///
/// Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
pub fn cohens_kappa<C: Ord>(one: &[Option<C>], other: &[Option<C>]) -> Option<Agreement> {
    let pairs: Vec<(&C, &C)> = one
        .iter()
        .zip(other)
        .filter_map(|(one, other)| Some((one.as_ref()?, other.as_ref()?)))
        .collect();
    if pairs.is_empty() {
        return None;
    }
    let count = pairs.len() as f64;
    let alike = pairs.iter().filter(|(one, other)| one == other).count();
    let observed = alike as f64 / count;
    let mut totals: BTreeMap<&C, (f64, f64)> = BTreeMap::new();
    for (one, other) in &pairs {
        totals.entry(one).or_default().0 += 1.0;
        totals.entry(other).or_default().1 += 1.0;
    }
    let expected = totals
        .values()
        .map(|(one, other)| one / count * (other / count))
        .sum();
    Some(Agreement {
        units: pairs.len(),
        observed,
        expected,
        beyond_chance: beyond_chance(observed, expected),
    })
}

/// Krippendorff's alpha for nominal data of any number of coders, codings may be missing. `units`: for each unit its
/// codings, one a coder; units with fewer than two codings enter no figure. `None` where none is left.
///
/// Krippendorff, K. (2011): Computing Krippendorff's alpha-reliability. Annenberg School for Communication, part C.
pub fn krippendorffs_alpha<C: Ord>(units: &[Vec<Option<C>>]) -> Option<Agreement> {
    let coded: Vec<Vec<&C>> = units
        .iter()
        .map(|unit| unit.iter().flatten().collect::<Vec<&C>>())
        .filter(|codings| codings.len() > 1)
        .collect();
    let pairable: usize = coded.iter().map(Vec::len).sum();
    if pairable == 0 {
        return None;
    }
    let all = pairable as f64;
    let mut totals: BTreeMap<&C, f64> = BTreeMap::new();
    let mut alike = 0.0;
    for codings in &coded {
        let mut counts: BTreeMap<&C, f64> = BTreeMap::new();
        for coding in codings {
            *counts.entry(coding).or_default() += 1.0;
            *totals.entry(coding).or_default() += 1.0;
        }
        // Coincidences of a category with itself, each unit weighing as much as it has codings.
        let same: f64 = counts.values().map(|count| count * (count - 1.0)).sum();
        alike += same / (codings.len() as f64 - 1.0);
    }
    let observed = alike / all;
    let expected = totals
        .values()
        .map(|count| count * (count - 1.0))
        .sum::<f64>()
        / (all * (all - 1.0));
    Some(Agreement {
        units: coded.len(),
        observed,
        expected,
        beyond_chance: beyond_chance(observed, expected),
    })
}

pub(super) fn beyond_chance(observed: f64, expected: f64) -> Option<f64> {
    (expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter a unit; “.”: not coded.
    fn codings(line: &str) -> Vec<Option<char>> {
        let letters = line.chars().filter(|letter| !letter.is_whitespace());
        letters
            .map(|letter| (letter != '.').then_some(letter))
            .collect()
    }

    fn units(coders: &[&str]) -> Vec<Vec<Option<char>>> {
        let coders: Vec<Vec<Option<char>>> = coders.iter().map(|line| codings(line)).collect();
        let count = coders.iter().map(Vec::len).max().unwrap_or(0);
        (0..count)
            .map(|unit| {
                coders
                    .iter()
                    .map(|coder| coder.get(unit).copied().flatten())
                    .collect()
            })
            .collect()
    }

    fn rounded(figure: Option<f64>) -> Option<f64> {
        figure.map(|figure| (figure * 1_000.0).round() / 1_000.0)
    }

    #[test]
    fn kappa_is_as_in_worked_examples() {
        let fill = |alike_yes: usize, yes_no: usize, no_yes: usize, alike_no: usize| {
            let parts = [
                (alike_yes, "yy"),
                (yes_no, "yn"),
                (no_yes, "ny"),
                (alike_no, "nn"),
            ];
            let side = |place: usize| -> String {
                parts
                    .iter()
                    .map(|(count, pair)| pair[place..=place].repeat(*count))
                    .collect()
            };
            (side(0), side(1))
        };
        // Four cells of two coders; kappa by hand: (po - pe) / (1 - pe).
        for (cells, kappa) in [
            ((20, 5, 10, 15), 0.4),
            ((45, 15, 25, 15), 0.130),
            ((25, 35, 5, 35), 0.259),
            ((10, 0, 0, 10), 1.0),
            ((0, 10, 10, 0), -1.0),
        ] {
            let (one, other) = fill(cells.0, cells.1, cells.2, cells.3);
            let agreement = cohens_kappa(&codings(&one), &codings(&other)).expect("units");
            assert_eq!(rounded(agreement.beyond_chance), Some(kappa), "{cells:?}");
        }
    }

    #[test]
    fn alpha_is_as_in_krippendorffs_examples() {
        for (coders, alpha) in [
            (&["0100000010", "1110010000"][..], 0.095),
            (&["aabbdcccedda", "babbbccceddd"][..], 0.692),
            (
                &[
                    "123321412...",
                    "1233224125.3",
                    ".333234225 1.",
                    "1233244125 1.",
                ][..],
                0.743,
            ),
        ] {
            let agreement = krippendorffs_alpha(&units(coders)).expect("units");
            assert_eq!(rounded(agreement.beyond_chance), Some(alpha), "{coders:?}");
        }
    }

    #[test]
    fn what_was_coded_once_or_never_enters_no_figure() {
        assert_eq!(krippendorffs_alpha(&units(&["a..", ".b."])), None);
        assert_eq!(cohens_kappa(&codings("a."), &codings(".b")), None);
        let agreement = krippendorffs_alpha(&units(&["ab.", "aa."])).expect("units");
        assert_eq!(agreement.units, 2);
        let one_category = cohens_kappa(&codings("aaa"), &codings("aaa")).expect("units");
        assert_eq!(
            (one_category.observed, one_category.beyond_chance),
            (1.0, None)
        );
    }
}
