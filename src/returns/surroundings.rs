use super::ReturnFile;

/// STAND-IN: another helper writes this.
pub fn surroundings(file: &ReturnFile, place: &str, row: u32) -> Option<(usize, usize)> {
    file.tables.iter().enumerate().find_map(|(index, table)| {
        let at = table.rows.iter().position(|found| found.number == row)?;
        (table.place(&table.rows[at]) == place).then_some((index, at))
    })
}
