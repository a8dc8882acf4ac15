//! Chance that can be repeated: what is drawn with a seed is drawn alike every time, on every machine.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Splitmix64.
///
/// Steele, G. L., Lea, D. & Flood, C. H. (2014): Fast splittable pseudorandom number generators. OOPSLA 2014, 453–472.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn with_seed(seed: u64) -> Self {
        Self(seed)
    }

    /// A seed from the operating system’s own chance, so that nobody can draw the same again.
    pub fn fresh_seed() -> u64 {
        RandomState::new().build_hasher().finish()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, each as likely as another; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // The upper half of a product of 128 bits: no number is likelier by more than one in 2⁶⁴.
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}

/// `count` of `items` (all, where there are fewer), drawn without putting back, in the order in which they stand.
pub fn drawn<T: Copy>(items: &[T], count: usize, seed: u64) -> Vec<T> {
    let mut chance = Chance::with_seed(seed);
    let mut places: Vec<usize> = (0..items.len()).collect();
    let count = count.min(items.len());
    for place in 0..count {
        let other = place + chance.below(items.len() - place);
        places.swap(place, other);
    }
    places.truncate(count);
    places.sort_unstable();
    places.into_iter().map(|place| items[place]).collect()
}

/// Samples that an interval is made of.
const SAMPLES: usize = 1_000;

/// Between which two figures 95 of 100 samples of the same size lie that are drawn from `units` with putting back (a bootstrap by
/// percentiles). `None` where fewer than half of the samples give a figure, or there are no units.
///
/// Efron, B. & Tibshirani, R. J. (1993): An introduction to the bootstrap. Chapman & Hall, chapter 13.
pub fn interval<U: Copy + std::iter::Sum>(
    units: &[U],
    seed: u64,
    figure: impl Fn(U) -> Option<f64>,
) -> Option<(f64, f64)> {
    if units.is_empty() {
        return None;
    }
    let mut chance = Chance::with_seed(seed);
    let mut figures: Vec<f64> = (0..SAMPLES)
        .filter_map(|_| {
            let sample = (0..units.len()).map(|_| units[chance.below(units.len())]);
            figure(sample.sum())
        })
        .collect();
    if figures.len() < SAMPLES / 2 {
        return None;
    }
    figures.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| figures[((figures.len() - 1) as f64 * share).round() as usize];
    Some((at(0.025), at(0.975)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_that_were_published() {
        // The first three numbers of the reference implementation with this seed.
        let mut chance = Chance::with_seed(1_234_567);
        let numbers = [(); 3].map(|()| chance.next());
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn a_draw_is_repeated_by_its_seed_and_every_item_is_as_likely() {
        let items: Vec<u32> = (0..50).collect();
        assert_eq!(drawn(&items, 10, 1847), drawn(&items, 10, 1847));
        assert_ne!(drawn(&items, 10, 1847), drawn(&items, 10, 1848));
        assert_eq!(drawn(&items, 60, 1), items);
        let mut times = [0_u32; 50];
        for seed in 0..5_000 {
            let one = drawn(&items, 10, seed);
            assert!(one.len() == 10 && one.is_sorted());
            for item in one {
                times[item as usize] += 1;
            }
        }
        // 1,000 times each is expected; 28 is one standard deviation.
        assert!(
            times.iter().all(|times| (860..1_140).contains(times)),
            "{times:?}"
        );
    }

    #[test]
    fn an_interval_is_as_wide_as_the_units_are_few() {
        #[derive(Clone, Copy)]
        struct Share(f64, f64);
        impl std::iter::Sum for Share {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                all.fold(Self(0.0, 0.0), |sum, one| {
                    Self(sum.0 + one.0, sum.1 + one.1)
                })
            }
        }
        let of = |count: usize| {
            let units: Vec<Share> = (0..count)
                .map(|place| Share(f64::from(place % 5 != 0), 1.0))
                .collect();
            interval(&units, 7, |sum| Some(sum.0 / sum.1)).expect("an interval")
        };
        // A share of 0.8: by the normal approximation ±0.175 of 20 units and ±0.055 of 200.
        for (count, half) in [(20, 0.175), (200, 0.055)] {
            let (low, high) = of(count);
            assert!((0.8 - low - half).abs() < 0.03, "{count}: {low}");
            assert!((high - 0.8 - half).abs() < 0.03, "{count}: {high}");
        }
        assert_eq!(interval::<Share>(&[], 7, |sum| Some(sum.0)), None);
        assert_eq!(interval(&[Share(0.0, 0.0)], 7, |_| None), None);
    }
}
