//! What a reader can work out of the JSON of a released evaluation. The reader knows the rule, how the tables add up, and of every count that is left out
//! whether it is small.

use std::collections::BTreeMap;

use lantern::evaluation::{Edition, Evaluation};

use super::sample::evaluated;

const THRESHOLD: i64 = 5;
const FAR: i64 = 100_000;
/// A guess must stay as wide as this.
const LEAST_VALUES: i64 = 2;

/// What the names of counts begin with that came from partners.
const HERS: [&str; 4] = ["partners", "her_", "accounts", "ethnicity.partners"];

type Ranges = BTreeMap<String, (i64, i64)>;

struct Reader {
    ranges: Ranges,
    sums: Vec<(String, Vec<String>)>,
}

impl Reader {
    fn of(
        printed: &BTreeMap<String, Option<u64>>,
        released: &Evaluation,
        truth: &Evaluation,
    ) -> Self {
        let mut ranges = Ranges::new();
        let names = released
            .sums
            .iter()
            .flat_map(|(total, parts)| parts.iter().chain([total]));
        for name in names {
            let range = match (printed.get(name), truth.counts.get(name).copied().flatten()) {
                (Some(Some(count)), _) => (*count as i64, *count as i64),
                (Some(None), Some(count)) if (1..THRESHOLD).contains(&(count as i64)) => {
                    (1, THRESHOLD - 1)
                }
                (Some(None), Some(_)) => (0, FAR),
                _ => (0, FAR),
            };
            ranges.insert(name.clone(), range);
        }
        Self {
            ranges,
            sums: released.sums.clone(),
        }
    }

    /// Takes away what no sum allows, as long as something goes. `false`: nothing is left.
    fn narrows(&self, ranges: &mut Ranges) -> bool {
        loop {
            let mut moved = false;
            for (total, parts) in &self.sums {
                let low: i64 = parts.iter().map(|part| ranges[part].0).sum();
                let high: i64 = parts.iter().map(|part| ranges[part].1).sum();
                let whole = ranges[total];
                let kept = (whole.0.max(low), whole.1.min(high));
                moved |= kept != whole;
                ranges.insert(total.clone(), kept);
                for part in parts {
                    let own = ranges[part];
                    let least = kept.0 - (high - own.1);
                    let most = kept.1 - (low - own.0);
                    let range = (own.0.max(least), own.1.min(most));
                    if range.0 > range.1 {
                        return false;
                    }
                    if range != own {
                        moved = true;
                        ranges.insert(part.clone(), range);
                    }
                    if moved && range != own {
                        break;
                    }
                }
            }
            if ranges.values().any(|(low, high)| low > high) {
                return false;
            }
            if !moved {
                return true;
            }
        }
    }

    /// Small counts that can be told from fewer than the least number of values: each value is tried.
    fn finds(&self, truth: &Evaluation) -> Vec<String> {
        let mut known = self.ranges.clone();
        assert!(self.narrows(&mut known), "the release contradicts itself");
        let small = truth.counts.iter().filter(|(name, count)| {
            let small = count.is_some_and(|count| (1..THRESHOLD).contains(&(count as i64)));
            small && known.contains_key(*name)
        });
        let told = small.filter(|(name, _)| {
            let (low, high) = known[*name];
            let possible = (low..=high.min(THRESHOLD)).filter(|value| {
                let mut tried = known.clone();
                tried.insert((*name).clone(), (*value, *value));
                self.narrows(&mut tried)
            });
            (possible.count() as i64) < LEAST_VALUES
        });
        told.map(|(name, count)| format!("{name} is {count:?}"))
            .collect()
    }
}

#[test]
fn no_small_count_is_printed_or_can_be_worked_out() {
    let truth = evaluated(Edition::Internal, true);
    for hers in [true, false] {
        let released = evaluated(Edition::Released, hers);
        let json = serde_json::to_value(&released).expect("JSON");
        let printed: BTreeMap<String, Option<u64>> =
            serde_json::from_value(json["counts"].clone()).expect("counts");
        for (name, count) in &printed {
            let small = count.is_some_and(|count| (1..THRESHOLD).contains(&(count as i64)));
            assert!(!small, "{name} is {count:?} in print");
        }
        let reader = Reader::of(&printed, &released, &truth);
        assert_eq!(reader.finds(&truth), Vec::<String>::new());
    }
}

#[test]
fn leaving_out_the_small_ones_alone_does_not_hold() {
    let truth = evaluated(Edition::Internal, true);
    let printed = truth.counts.clone().into_iter().map(|(name, count)| {
        let shown = count.filter(|count| !(1..THRESHOLD).contains(&(*count as i64)));
        (name, shown)
    });
    let reader = Reader::of(&printed.collect(), &truth, &truth);
    assert!(!reader.finds(&truth).is_empty());
}

#[test]
fn what_rests_on_one_man_is_in_the_internal_edition_only() {
    let (internal, released) = (
        evaluated(Edition::Internal, true),
        evaluated(Edition::Released, true),
    );
    for name in ["substance.drinking_regularity.max_units", "absence.longest"] {
        assert!(internal.numbers[name].is_some(), "{name}");
        assert_eq!(released.numbers[name], None, "{name}");
    }
    let json = serde_json::to_string(&released).expect("JSON");
    assert!(!json.contains("LV-1"), "a case number in what is released");
    assert!(
        serde_json::to_string(&internal)
            .expect("JSON")
            .contains("LV-101")
    );
}

#[test]
fn what_is_hers_is_in_it_only_where_it_was_opened_and_that_is_said() {
    for edition in [Edition::Internal, Edition::Released] {
        let (open, locked) = (evaluated(edition, true), evaluated(edition, false));
        let hers = |evaluation: &Evaluation| {
            let counts = evaluation.counts.keys();
            counts
                .filter(|name| HERS.iter().any(|of| name.starts_with(of)))
                .count()
        };
        assert!(hers(&open) > 0 && hers(&locked) == 0, "{edition:?}");
        let said = serde_json::to_string(&locked).expect("JSON");
        assert!(
            said.contains("their part of the file was locked"),
            "{edition:?}"
        );
        assert!(said.contains("\"hers\":\"locked\""), "{edition:?}");
    }
}
