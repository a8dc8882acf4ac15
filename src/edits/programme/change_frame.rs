use crate::store::{Frame, Op, Outcome, Store, StoreError};

/// The programme’s title, colleagues, money and feedback.
pub fn change_frame(store: &mut Store, frame: &Frame) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change the programme’s details"), |tx| {
        if frame.title.trim().is_empty() {
            return Err(StoreError::Refused(
                "A programme needs a title. Nothing was changed.".to_owned(),
            ));
        }
        match tx.frame()? == *frame {
            true => Ok(()),
            false => tx.set_frame(frame),
        }
    })
}
