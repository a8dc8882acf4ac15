//! What a person decides goes before what was understood.

use lantern::dates::DayOrder;
use lantern::intake::{
    Choices, Field, Kind, List, Meaning, Settings, TableAt, ValueChoice, understand,
};
use lantern::jobs::Silent;
use lantern::model::ManId;
use lantern::model::programme::{Man, Programme};

use super::{read, template, today, understood};

const FIRST: TableAt = TableAt { file: 0, table: 0 };

#[test]
fn a_wording_can_be_given_a_key_or_kept_as_written() {
    let text =
        "case,referred_on,source\nA1,2024-01-01,Vicar\nA2,2024-01-01,vicar\nA3,2024-01-01,police\n";
    let files = [read("men.csv", text.as_bytes())];
    let mut choices = Choices::default();
    let sources = |choices: &Choices| -> Vec<String> {
        let understood = understood(&files, choices);
        let men = understood.his_side().men.iter();
        men.map(|man| man.referral.source.clone()).collect()
    };
    let before = understood(&files, &choices);
    assert_eq!(sources(&choices), ["Vicar", "Vicar", "police"]);
    assert_eq!((before.values[0].count, before.doubts.len()), (2, 2));
    let wording = (List::Source, "Vicar".to_owned());
    choices
        .values
        .insert(wording.clone(), ValueChoice::Key("health".to_owned()));
    assert_eq!(sources(&choices), ["health", "health", "police"]);
    choices.values.insert(wording, ValueChoice::AsWritten);
    assert_eq!(sources(&choices), ["Vicar", "Vicar", "police"]);
    assert!(
        understood(&files, &choices).doubts.is_empty(),
        "a choice is no doubt"
    );
}

#[test]
fn kinds_columns_and_orders_can_be_chosen() {
    let text = "case,referred_on,remark\nA1,03/04/2024,Bryn\nA2,05/06/2024,Cal\n";
    let files = [read("x.csv", text.as_bytes())];
    let mut choices = Choices::default();
    choices
        .columns
        .insert((FIRST, 2), Some(Meaning::Field(Field::Name)));
    choices.orders.insert(FIRST, DayOrder::MonthFirst);
    let chosen = understood(&files, &choices);
    let man = &chosen.his_side().men[0];
    assert_eq!(man.name, "Bryn");
    assert_eq!(man.steps[0].on.to_string(), "2024-03-04");
    choices.kinds.insert(FIRST, None);
    let left = understood(&files, &choices);
    assert_eq!((left.tables[0].taken(), left.tables[0].skipped()), (0, 3));
    choices.kinds.insert(FIRST, Some(Kind::Costs));
    assert_eq!(
        understood(&files, &choices).tables[0].kind,
        Some(Kind::Costs)
    );
}

#[test]
fn a_case_that_is_in_the_file_already_is_not_taken_again() {
    let mut programme = Programme::new(template());
    let mut man = Man::new(ManId(1), "");
    man.reference = "A-1".to_owned();
    programme.men.push(man);
    let files = [read(
        "x.csv",
        b"case,referred_on\nA1,2024-01-01\nA2,2024-01-01\n",
    )];
    let choices = Choices::default();
    let settings = Settings {
        programme: &programme,
        unlocked: true,
        today: today(),
        choices: &choices,
    };
    let understood = understand(&files, &settings, &Silent).expect("not cancelled");
    assert_eq!(
        (understood.tables[0].taken(), understood.tables[0].skipped()),
        (1, 1)
    );
}
