//! The evaluation as pages, as a Word file and as JSON.

use lantern::evaluation::{Block, Edition, Evaluation};
use lantern::jobs::Silent;
use lantern::publish::{EvaluationOutput, evaluation_data, write_evaluation};

use crate::evaluation::sample::evaluated;

#[test]
fn an_evaluation_is_written_in_every_form_and_its_pages_are_tagged() {
    for (edition, hers) in [(Edition::Internal, true), (Edition::Released, false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let evaluation = evaluated(edition, hers);
        for output in EvaluationOutput::ALL {
            let made =
                write_evaluation(&evaluation, output, folder.path(), &Silent).expect("a file");
            assert_eq!(made.notes, Vec::<String>::new(), "{output:?}");
            assert!(made.bytes > 5_000, "{output:?}: {}", made.bytes);
            let name = made
                .path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let inside = name.contains("internal");
            assert_eq!(inside, edition == Edition::Internal, "{name}");
        }
    }
}

#[test]
fn every_figure_is_told_in_words_and_stands_beside_a_table() {
    let evaluation: Evaluation = evaluated(Edition::Internal, true);
    let mut figures = 0;
    for section in &evaluation.sections {
        let tables = section
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Table(_)));
        let drawn = section
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Figure(_)));
        let drawn = drawn.count();
        assert!(drawn == 0 || tables.count() > 0, "{}", section.key);
        figures += drawn;
    }
    assert!(figures >= 7, "{figures}");
    let data = evaluation_data(&evaluation).to_string();
    assert_eq!(data.matches("\"alt\":\"\"").count(), 0);
    assert!(data.matches("\"alt\":").count() >= figures);
}
