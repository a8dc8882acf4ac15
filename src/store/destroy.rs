//! Destroying for good: no undo, and no byte left in the file from which it could be read again.

use super::audit::AuditKind;
use super::transact::finish;
use super::undo_log::{self, Range};
use super::{Store, StoreError, Tx};

impl Store {
    /// Runs `work` as one transaction, and with it forgets everything that undo could take back, of this and of all edits before: what is destroyed stands
    /// there, too. Then the file is written anew without the space it took.
    ///
    /// Copies and backups elsewhere are not reached. Where the file could not be written anew (a full disk), what was destroyed is overwritten
    /// and gone from the review all the same, and the error says what is left to do.
    pub fn destroy<T>(
        &mut self,
        label: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let who = self.who.clone();
        let key = self.key.take();
        let secure = self.connection.pragma_update(None, "secure_delete", true);
        let done = secure.map_err(StoreError::from).and_then(|()| {
            self.write(|transaction| {
                let before = undo_log::last(transaction)?;
                let mut tx = Tx::of(transaction, key.as_ref(), &who, label);
                let value = work(&mut tx)?;
                let range = Range {
                    first: before + 1,
                    last: undo_log::last(transaction)?,
                };
                finish(transaction, (), range, &who, label, AuditKind::Edit)?;
                undo_log::forget_everything(transaction)?;
                Ok(value)
            })
        });
        self.key = key;
        let value = done?;
        self.write_anew()?;
        Ok(value)
    }

    fn write_anew(&self) -> Result<(), StoreError> {
        let written = self
            .connection
            .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        written.map_err(|error| {
            StoreError::Refused(format!(
                "The files were destroyed and overwritten, but {} could not be written anew ({error}). \
                 Make room on the disk and destroy again: nothing else will be lost.",
                self.path.display()
            ))
        })
    }
}
