use super::table::ReturnFile;

/// The table and the index of the row in it that `place` names, as in [`crate::model::Source::place`] or
/// [`crate::model::Doubt::place`], with the row's number in the file. `None` where this file has no such row: it is
/// another one than that which was imported.
pub fn surroundings(file: &ReturnFile, place: &str, row: u32) -> Option<(usize, usize)> {
    // A heading above a table is shown with the table's first row.
    let place = place.strip_prefix("above ").unwrap_or(place);
    let mut tables = file.tables.iter().enumerate();
    tables.find_map(|(index, table)| {
        let at = table
            .rows
            .binary_search_by_key(&row, |row| row.number)
            .ok()?;
        let own = table.place(&table.rows[at]);
        let rest = place.strip_prefix(&*own)?;
        (rest.is_empty() || rest.starts_with(", ")).then_some((index, at))
    })
}
