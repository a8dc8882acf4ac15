/// Rows as aligned lines, the headings first; columns in `numbers` (from 0) stand to the right.
pub(super) fn lines(headings: &[&str], rows: &[Vec<String>], numbers: &[usize]) -> Vec<String> {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .chain(headings.get(column).map(|heading| heading.chars().count()))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, &width))| {
                if numbers.contains(&column) {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:<width$}")
                }
            })
            .collect();
        format!("  {}", padded.join("  ").trim_end())
    };
    let mut lines = vec![line(&mut headings.iter().copied())];
    lines.extend(
        rows.iter()
            .map(|row| line(&mut row.iter().map(String::as_str))),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn columns_stand_below_each_other() {
        let rows = [
            vec!["Orrin Street Surgery".to_owned(), "41".to_owned()],
            vec!["Schule für alle".to_owned(), "7".to_owned()],
        ];
        assert_eq!(
            lines(&["Agency", "Entries"], &rows, &[1]),
            [
                "  Agency                Entries",
                "  Orrin Street Surgery       41",
                "  Schule für alle             7",
            ]
        );
    }
}
