use super::building::Building;
use super::line::Line;
use super::{Field, List};
use crate::model::programme::{Cost, Way};

impl Building<'_> {
    pub(super) fn cost(&mut self, line: &Line<'_>) -> Result<(), String> {
        let text = line.text(Field::Pounds);
        let quarter = line.text(Field::Quarter);
        if quarter.is_empty() {
            return Err("There is no quarter in it: perhaps it is a sum or a note.".to_owned());
        }
        let Some(pence) = pence(text) else {
            return Err(format!("“{text}” is not a sum of money."));
        };
        let way = match self.told.coded(line, Field::Way, List::Way).as_deref() {
            Some("income") => Way::Income,
            Some("outgoing") => Way::Outgoing,
            Some("in_kind") => Way::InKind,
            _ => {
                return Err(
                    "It is not said whether it came in, went out or was in kind.".to_owned(),
                );
            }
        };
        let cost = Cost {
            quarter: quarter.to_owned(),
            heading: line.text(Field::CostHeading).to_owned(),
            way,
            pence,
        };
        if self.told.settings.programme.costs.contains(&cost) {
            return Err("This sum is in the programme’s file already.".to_owned());
        }
        self.records.costs.push(cost);
        Ok(())
    }
}

/// A sum of money as books write it: “£1,200.50”, “-35”, “(300.00)”; `None` where it is none.
pub fn pence(text: &str) -> Option<i64> {
    let bare: String = text
        .chars()
        .filter(|character| !matches!(character, '£' | ',' | ' ' | '\u{a0}'))
        .collect();
    let brackets = bare
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let minus = bare.strip_prefix(['-', '−']);
    let (sign, amount) = match (brackets, minus) {
        (Some(amount), _) | (None, Some(amount)) => (-1, amount),
        (None, None) => (1, bare.as_str()),
    };
    let (pounds, part) = amount.split_once('.').unwrap_or((amount, ""));
    let figures = |text: &str| text.chars().all(|character| character.is_ascii_digit());
    if pounds.is_empty() || !figures(pounds) || !figures(part) {
        return None;
    }
    let kept = part.trim_end_matches('0');
    if kept.len() > 2 {
        return None;
    }
    let part: i64 = format!("{kept:0<2}").parse().ok()?;
    let pounds: i64 = pounds.parse().ok()?;
    pounds
        .checked_mul(100)?
        .checked_add(part)?
        .checked_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::pence;

    #[test]
    fn sums_are_exact_to_the_penny() {
        for (text, expected) in [
            ("-3025.00", Some(-302_500)),
            ("£1,200.50", Some(120_050)),
            ("(300)", Some(-30_000)),
            ("3698.4", Some(369_840)),
            ("2304.380", Some(230_438)),
            ("0", Some(0)),
            ("", None),
            ("about 30", None),
            ("1.234", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(pence(text), expected, "{text}");
        }
    }
}
