//! The returns of the fictional review: what is understood of each, as a person would check it.

use super::*;

const RETURNS: [&str; 11] = [
    "police_return.xlsx",
    "ambulance.csv",
    "gp_records.docx",
    "hospital.xlsx",
    "maternity_and_health_visiting.csv",
    "mental_health.xlsx",
    "childrens_services.docx",
    "housing_chronology_FINAL_v2.docx",
    "school.csv",
    "probation.csv",
    "specialist_service.docx",
];

#[test]
fn the_samples_returns_are_understood_as_before() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples/review"));
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/returns/golden/sample"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for name in RETURNS {
            let file = read(&folder.join(name), &Silent).expect(name);
            insta::assert_snapshot!(name, told_of(&file, 3));
        }
    });
}
