//! Nothing here grows faster than the people do.

use std::time::{Duration, Instant};

use lantern::stats::{Chance, Change, Curve, Observation, Pair, Proportion, TwoByTwo, log_rank};

const PEOPLE: usize = 100_000;

/// In a build that is not optimised, on a busy machine; comparing everybody with everybody would take longer by far.
const AT_MOST: Duration = Duration::from_secs(60);

#[test]
fn a_hundred_thousand_people_are_no_burden() {
    let mut chance = Chance::with_seed(36);
    let mut groups: Vec<Vec<Observation>> = vec![Vec::new(); 6];
    for person in 0..PEOPLE {
        let time = chance.below(50_000) as u32;
        let ended = chance.below(3) > 0;
        groups[person % 6].push(Observation { time, ended });
    }
    let pairs: Vec<Pair> = (0..PEOPLE)
        .map(|_| (Some(chance.below(10) as i32), Some(chance.below(11) as i32)))
        .collect();
    let accounts: Vec<_> = (0..PEOPLE)
        .map(|_| (Some(chance.below(2) > 0), Some(chance.below(3) > 0)))
        .collect();
    let begun = Instant::now();
    let curve = Curve::of(&groups.concat());
    assert_eq!(curve.people(), PEOPLE);
    let median = curve.median().time.expect("a median");
    // Ends come evenly over the time, two thirds of them before anybody is last seen.
    assert!((20_000..40_000).contains(&median), "{median}");
    let test = log_rank(&groups).expect("a test");
    assert!(test.degrees == 5 && test.p > 0.0001, "{test:?}");
    let difference = Change::of(&pairs).difference.expect("pairs");
    assert!(difference.p.is_some_and(|p| p < 0.001), "{difference:?}");
    assert!(
        difference
            .interval
            .is_some_and(|it| it.low <= 1.0 && it.high >= 0.0)
    );
    let kappa = TwoByTwo::of(&accounts)
        .agreement()
        .and_then(|it| it.beyond_chance);
    assert!(kappa.is_some_and(|kappa| kappa.abs() < 0.02), "{kappa:?}");
    let yes = Proportion::of_answers(accounts.iter().map(|(one, _)| *one == Some(true)));
    assert_eq!(yes.all(), PEOPLE as u64);
    assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
}
