//! A function for each kind of relation. What is lost in computing never counts as a difference.

use super::figures::Figure;
use super::pattern::{Meaning, Sum, meanings, summed};
use super::relations::{Mean, Most, Percentage, Product, Subset, Total, Unit};
use super::spoken::number;
use super::{Inconsistency, Published, Unfound};

const LOST_IN_COMPUTING: f64 = 1e-6;

type Found = Result<Vec<Inconsistency>, Unfound>;

/// Sums that were asked for, and the printed figure with its place.
type Case<const N: usize> = ([Sum; N], Option<(String, Figure)>);

/// The operands of a relation, in each of its meanings: the sums of `lists` in turn, then the single `printed` figure.
fn cases<const N: usize>(
    published: &Published,
    lists: [&[String]; N],
    printed: Option<&String>,
) -> Result<Vec<Case<N>>, Unfound> {
    let patterns: Vec<&str> = printed
        .into_iter()
        .chain(lists.into_iter().flatten())
        .map(String::as_str)
        .collect();
    let case = |meaning: &Meaning| {
        let printed = printed.and_then(|printed| {
            let sum = summed(published, std::slice::from_ref(printed), meaning);
            sum.figures.into_iter().next()
        });
        (lists.map(|list| summed(published, list, meaning)), printed)
    };
    Ok(meanings(published, &patterns)?.iter().map(case).collect())
}

pub(super) fn percentages(published: &Published, relation: &Percentage) -> Found {
    let lists = [&*relation.count, &*relation.whole];
    let cases = cases(published, lists, Some(&relation.printed))?;
    let judged = cases.into_iter().filter_map(|([count, whole], printed)| {
        let ((place, printed), count, all) = (printed?, count.value(), whole.value());
        let exact = 100.0 * count / all;
        if all > 0.0 && is_rounded(exact, printed) {
            return None;
        }
        let follows = if all > 0.0 {
            percent(exact, printed)
        } else {
            "no percentage of none".to_owned()
        };
        let why = format!(
            "{} of {} is {follows}. {}",
            number(count),
            number(all),
            which_would(count, printed)
        );
        Some(found(
            place,
            format!("{} %", number(printed.value)),
            follows,
            why,
        ))
    });
    Ok(judged.collect())
}

fn percent(exact: f64, printed: Figure) -> String {
    format!(
        "{} %",
        number((exact / printed.step()).round() * printed.step())
    )
}

/// Which wholes would give the printed percentage of `count`.
fn which_would(count: f64, printed: Figure) -> String {
    let (half, value) = (printed.step() / 2.0, printed.value);
    if count <= 0.0 {
        return "None of any number is 0 %.".to_owned();
    }
    let least = (100.0 * count / (value + half) - LOST_IN_COMPUTING).ceil();
    if value <= half {
        return format!("It would be so of {} or more.", number(least));
    }
    let most = (100.0 * count / (value - half) + LOST_IN_COMPUTING).floor();
    match least.max(count) {
        least if least > most => {
            let said = format!("{} %", number(value));
            format!("No whole number makes {} of it {said}.", number(count))
        }
        least if least == most => format!("It would be so of {}.", number(least)),
        least => format!("It would be so of {} to {}.", number(least), number(most)),
    }
}

/// Whether `exact` may be printed so: rounded to the nearest, a half either way, or cut off.
fn is_rounded(exact: f64, printed: Figure) -> bool {
    let apart = (exact - printed.value) / printed.step();
    (-0.5 - LOST_IN_COMPUTING..1.0 - LOST_IN_COMPUTING).contains(&apart)
}

pub(super) fn totals(published: &Published, relation: &Total) -> Found {
    let cases = cases(published, [&relation.parts], Some(&relation.total))?;
    let judged = cases.into_iter().filter_map(|([parts], total)| {
        let ((place, total), sum) = (total?, parts.value());
        if (sum - total.value).abs() <= LOST_IN_COMPUTING {
            return None;
        }
        let (printed, follows) = (number(total.value), number(sum));
        let why = format!("{} make {follows}, not {printed}.", joined(&parts, " + "));
        Some(found(place, printed, follows, why))
    });
    Ok(judged.collect())
}

pub(super) fn subsets(published: &Published, relation: &Subset) -> Found {
    let cases = cases(published, [&relation.part, &relation.whole], None)?;
    let judged = cases.into_iter().filter_map(|([part, whole], _)| {
        let (part_of, all) = (part.value(), whole.value());
        if part_of <= all + LOST_IN_COMPUTING {
            return None;
        }
        let why = format!(
            "{} is more than the {} of {}, which they belong to.",
            number(part_of),
            number(all),
            whole.places()
        );
        let follows = format!("{} at most", number(all));
        Some(found(part.places(), number(part_of), follows, why))
    });
    Ok(judged.collect())
}

pub(super) fn products(published: &Published, relation: &Product) -> Found {
    let cases = cases(published, [&relation.factors], Some(&relation.printed))?;
    let judged = cases.into_iter().filter_map(|([factors], printed)| {
        let ((place, printed), product) = (printed?, relation.times * multiplied(&factors));
        if is_rounded(product, printed) {
            return None;
        }
        let follows = number(product);
        let times = number(relation.times);
        let why = format!("{times} times {} is {follows}.", joined(&factors, " × "));
        Some(found(place, number(printed.value), follows, why))
    });
    Ok(judged.collect())
}

pub(super) fn most(published: &Published, relation: &Most) -> Found {
    let cases = cases(published, [&relation.factors], Some(&relation.printed))?;
    let judged = cases.into_iter().filter_map(|([factors], printed)| {
        let ((place, printed), product) = (printed?, multiplied(&factors));
        if printed.value <= product + LOST_IN_COMPUTING {
            return None;
        }
        let follows = format!("{} at most", number(product));
        let why = format!("{} is {follows}.", joined(&factors, " × "));
        Some(found(place, number(printed.value), follows, why))
    });
    Ok(judged.collect())
}

pub(super) fn units(published: &Published, relation: &Unit) -> Found {
    let shared = std::slice::from_ref(&relation.for_each_of);
    let cases = cases(published, [&relation.cost, shared], Some(&relation.printed))?;
    let judged = cases.into_iter().filter_map(|([cost, each], printed)| {
        let (place, printed) = printed?;
        let values = || each.figures.iter().map(|(_, figure)| figure.value);
        let (least, most) = (
            values().fold(f64::INFINITY, f64::min),
            values().fold(0.0, f64::max),
        );
        if least <= 0.0 || follows_by(cost.value(), least, most, printed).is_some() {
            return None;
        }
        let (dearest, cheapest) = (cost.value() / least, cost.value() / most);
        let follows = format!("{} to {}", number(cheapest), number(dearest));
        let mut why = format!(
            "{} make {}, which is {} for {} and {} for {}.",
            joined(&cost, " + "),
            number(cost.value()),
            number(dearest),
            number(least),
            number(cheapest),
            number(most)
        );
        for (left_out, figure) in &cost.figures {
            let rest = cost.value() - figure.value;
            if let Some(people) = follows_by(rest, least, most, printed) {
                let people = number(people);
                why += &format!(" It would be so for {people} without {left_out}.");
            }
        }
        Some(found(place, number(printed.value), follows, why))
    });
    Ok(judged.collect())
}

/// The whole number from `least` to `most` for each of whom `cost` is as printed.
fn follows_by(cost: f64, least: f64, most: f64, printed: Figure) -> Option<f64> {
    let near = cost / printed.value;
    [near.floor(), near.ceil()]
        .into_iter()
        .find(|people| (least..=most).contains(people) && is_rounded(cost / people, printed))
}

pub(super) fn means(published: &Published, relation: &Mean) -> Found {
    let mean = std::slice::from_ref(&relation.mean);
    let lists = [mean, &relation.of, &relation.among];
    let cases = cases(published, lists, Some(&relation.printed))?;
    let judged = cases.into_iter().filter_map(|([mean, of, among], printed)| {
        let ((place, printed), all) = (printed?, among.value());
        let of_them = mean.figures.first().filter(|_| all > 0.0)?.1;
        let over_all = of_them.value * of.value() / all;
        let doubt = (of_them.step() * of.value() / all + printed.step()) / 2.0;
        if (over_all - printed.value).abs() <= doubt + LOST_IN_COMPUTING {
            return None;
        }
        let follows = number((over_all / printed.step()).round() * printed.step());
        let why = format!(
            "A mean of {} for {} of {} is {follows} over all, the others counted as 0. Unless they were not known for some.",
            number(of_them.value),
            number(of.value()),
            number(all)
        );
        Some(found(place, number(printed.value), follows, why))
    });
    Ok(judged.collect())
}

fn multiplied(factors: &Sum) -> f64 {
    factors
        .figures
        .iter()
        .map(|(_, figure)| figure.value)
        .product()
}

/// “files.complete (48)”, each.
fn joined(sum: &Sum, by: &str) -> String {
    let figures = sum.figures.iter();
    let told: Vec<_> = figures
        .map(|(place, figure)| format!("{place} ({})", number(figure.value)))
        .collect();
    told.join(by)
}

fn found(figure: String, printed: String, follows: String, why: String) -> Inconsistency {
    Inconsistency {
        figure,
        printed,
        follows,
        why,
    }
}
