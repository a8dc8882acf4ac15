use lantern::intake::Choices;

use super::{fixture, told, understood};

/// Every fixture as a person would import it, with what was understood of it.
#[test]
fn messy_spreadsheets_are_read_and_understood() {
    let cases: [(&str, &[&str]); 5] = [
        ("several_sheets", &["several_sheets.xlsx"]),
        ("one_line_each", &["one_line_each.xlsx"]),
        (
            "several_files",
            &["five_ways.csv", "follow up.csv", "scores.csv"],
        ),
        ("american", &["american.csv"]),
        ("money_and_feedback", &["money.csv", "satisfaction.csv"]),
    ];
    for (name, files) in cases {
        let files: Vec<_> = files.iter().map(|name| fixture(name)).collect();
        let understood = understood(&files, &Choices::default());
        insta::with_settings!({
            snapshot_path => "../../fixtures/intake/golden",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, told(&understood));
        });
    }
}

/// The same sheet as .xlsx, .xls and .ods says the same.
#[test]
fn the_kind_of_file_makes_no_difference() {
    let of = |name: &str| {
        let understood = understood(&[fixture(name)], &Choices::default());
        told(&understood).replace(name, "FILE")
    };
    let xlsx = of("one_line_each.xlsx");
    assert_eq!(xlsx, of("one_line_each.ods"));
    assert_eq!(xlsx, of("one_line_each.xls"));
}
