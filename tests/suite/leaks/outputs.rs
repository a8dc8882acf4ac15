//! The program's own files: read whole, and a name that stands in them is found.

use std::fs;
use std::sync::Arc;

use lantern::jobs::Silent;
use lantern::leaks::{contents, scan_file};
use lantern::publish::{self, Edition, Output};

use super::corpus::SCANNER;
use crate::publish::made_up::{options, review};

#[test]
fn every_output_is_read_whole_and_a_name_in_it_is_found() {
    let mut one = review(3);
    let mut entry = (*one.entries[0]).clone();
    entry.text = "Police spoke to Catarina\nHartnoll at her flat, LS6 3HN.".to_owned();
    one.entries = Arc::new(vec![Arc::new(entry)]);
    one.recommendations[0].text = "Tell Catarina Hartnoll’s family.".to_owned();
    one.actions[0].text = "Write to Catarina Hartnoll.".to_owned();
    let folder = tempfile::tempdir().expect("a folder");
    // The summary, the letter and the record of this review have nobody's name in them.
    let named = [
        Output::ReportPdf,
        Output::ReportDocx,
        Output::ChronologyPdf,
        Output::ChronologyDocx,
        Output::ChronologyXlsx,
        Output::ChronologyCsv,
        Output::PlanPdf,
        Output::PlanDocx,
        Output::PlanXlsx,
    ];
    for output in Output::ALL {
        let path = folder
            .path()
            .join(output.file_name(&one.details, Edition::Working));
        publish::write(&one, output, &options(), &path, &Silent)
            .unwrap_or_else(|error| panic!("{output:?}: {error}"));
        let bytes = fs::read(&path).expect("its bytes");
        let name = format!("output.{}", output.extension());
        let stretches =
            contents(&name, &bytes).unwrap_or_else(|error| panic!("{output:?}: {error}"));
        let found = scan_file(&SCANNER, &name, &bytes).expect("read whole");
        let is_found = found.iter().any(|leak| leak.leak.text.contains("Catarina"));
        assert_eq!(
            is_found,
            named.contains(&output),
            "{output:?}: {stretches:#?}"
        );
    }
}
