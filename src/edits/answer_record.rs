use crate::store::{Op, Outcome, Store, StoreError};

/// Answers a question of the anonymised data record. An empty answer takes back what was entered: then what the review knows by itself
/// holds, else it is “not indicated”.
pub fn answer_record(
    store: &mut Store,
    key: &str,
    answer: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Answer data record"), |tx| {
        let template = tx.template()?;
        let mut questions = template.publication.record.iter();
        let Some(question) = questions.find(|question| question.key == key) else {
            return Err(StoreError::Refused(format!(
                "The data record of this review has no question “{key}”. Nothing was changed."
            )));
        };
        let answer = answer.trim();
        if !answer.is_empty() && !question.takes(answer) {
            return Err(StoreError::Refused(format!(
                "“{answer}” is no answer to “{}”. {} Nothing was changed.",
                question.name,
                question.kind.how_to_answer()
            )));
        }
        tx.relabel(format!("Answer data record: {}", question.name));
        tx.answer_record(key, answer)
    })
}
