//! Tails of the distributions that tests and intervals need, from two functions of `libm`: `erfc` and `lgamma`.

/// Of a normal distribution 95 of 100 lie within so many standard deviations.
pub(super) const NORMAL_95: f64 = 1.959_963_984_540_054;

/// How likely a normal figure is as far as `deviations` from the middle or further, on either side.
pub(super) fn normal_two_sided(deviations: f64) -> f64 {
    libm::erfc(deviations.abs() / std::f64::consts::SQRT_2)
}

/// How likely a chi-squared figure of `degrees` degrees of freedom is as large as `statistic` or larger; 1 without a degree.
///
/// For whole degrees of freedom the tail is a finite sum: Abramowitz, M. & Stegun, I. A. (1964): Handbook of mathematical
/// functions, 26.4.4 and 26.4.5.
pub(super) fn chi_squared_tail(statistic: f64, degrees: usize) -> f64 {
    if degrees == 0 || statistic <= 0.0 {
        return 1.0;
    }
    let half = statistic / 2.0;
    let odd = degrees % 2 == 1;
    let mut tail = if odd { libm::erfc(half.sqrt()) } else { 0.0 };
    let mut exponent = if odd { 0.5 } else { 0.0 };
    while exponent < degrees as f64 / 2.0 {
        tail += (exponent * half.ln() - half - libm::lgamma(exponent + 1.0)).exp();
        exponent += 1.0;
    }
    tail.min(1.0)
}

/// How many of `trials` throws of a fair coin may show heads at most, so that so few are no likelier than `share`. `None`
/// where even no heads at all are likelier.
pub(super) fn fair_coin_lower(trials: usize, share: f64) -> Option<usize> {
    let all = trials as f64;
    let ways = |heads: f64| {
        libm::lgamma(all + 1.0) - libm::lgamma(heads + 1.0) - libm::lgamma(all - heads + 1.0)
    };
    let mut likely = 0.0;
    for heads in 0..=trials {
        likely += (ways(heads as f64) - all * std::f64::consts::LN_2).exp();
        if likely > share {
            return heads.checked_sub(1);
        }
    }
    Some(trials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_as_in_printed_tables() {
        for (statistic, degrees, tail) in [
            (3.841, 1, 0.05),
            (6.635, 1, 0.01),
            (5.991, 2, 0.05),
            (7.815, 3, 0.05),
            (18.307, 10, 0.05),
            (24.996, 15, 0.05),
            (124.342, 100, 0.05),
            (0.0, 4, 1.0),
            (9.0, 0, 1.0),
        ] {
            let found = chi_squared_tail(statistic, degrees);
            assert!(
                (found - tail).abs() < 2e-5,
                "{statistic}, {degrees}: {found}"
            );
        }
        assert!((normal_two_sided(NORMAL_95) - 0.05).abs() < 1e-12);
        assert!((normal_two_sided(-2.575_829) - 0.01).abs() < 1e-7);
    }

    #[test]
    fn so_few_heads_are_as_in_tables_of_the_sign_test() {
        // Critical values of the two-sided sign test at 0.05.
        for (trials, heads) in [
            (0, None),
            (5, None),
            (6, Some(0)),
            (8, Some(0)),
            (9, Some(1)),
            (12, Some(2)),
            (15, Some(3)),
            (20, Some(5)),
            (25, Some(7)),
            (100, Some(39)),
        ] {
            assert_eq!(fair_coin_lower(trials, 0.025), heads, "{trials}");
        }
    }
}
