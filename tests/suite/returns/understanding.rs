//! How a table is understood: headings in two rows, habits of an agency, several cases, where doubts point to.

use lantern::model::{AgencyId, ColumnKey, Habit, HabitId};
use lantern::returns::{Fate, Mapping, habit_of, read, surroundings};

use super::*;

fn table(text: &str) -> Table {
    let mut file = read_bytes("x.csv", text.as_bytes(), &Silent).expect(text);
    file.tables.remove(0)
}

fn habit(columns: &[(&str, Option<ColumnKey>)], day_first: Option<bool>) -> Habit {
    Habit {
        id: HabitId(1),
        agency: AgencyId(1),
        columns: columns
            .iter()
            .map(|(heading, meaning)| ((*heading).to_owned(), *meaning))
            .collect(),
        day_first,
    }
}

fn meanings(understood: &Understood) -> Vec<(&str, &str)> {
    let columns = understood.columns.iter();
    columns
        .map(|column| {
            let meaning = column.meaning.map_or("-", ColumnKey::key);
            (&*column.heading, meaning)
        })
        .collect()
}

#[test]
fn headings_in_two_rows_are_joined() {
    for (text, expected) in [
        (
            "Contact,,Details,Agency response,\nDate,Time,,Action,By whom\n01/02/2019,10:00,Rang,None,Mei\n",
            &[
                ("Contact / Date", "date"),
                ("Contact / Time", "time"),
                ("Details", "text"),
                ("Agency response / Action", "response"),
                ("Agency response / By whom", "recorder"),
            ][..],
        ),
        // A title, and a first entry without a date, are no headings.
        (
            "Log of the centre,,\nDate,Details,Action\n,Case opened.,Details\n01/02/2019,Rang,None\n",
            &[
                ("Date", "date"),
                ("Details", "text"),
                ("Action", "response"),
            ],
        ),
        (
            "Prepared by,Review Unit,\nDate,Details,Action\n01/02/2019,Rang,None\n",
            &[
                ("Date", "date"),
                ("Details", "text"),
                ("Action", "response"),
            ],
        ),
    ] {
        assert_eq!(
            meanings(&understood(&table(text), None)),
            expected,
            "{text}"
        );
    }
}

#[test]
fn a_row_of_headings_chosen_by_hand_brings_its_other_row() {
    let table = table("Contact,,Details\nDate,Time,\n01/02/2019,10:00,Rang\n");
    for header in [0, 1] {
        let mapping = Mapping {
            header: Some(header),
            columns: vec![Some(ColumnKey::Date), None, Some(ColumnKey::Text)],
        };
        let understood = understood(&table, Some(&mapping));
        assert_eq!(understood.columns[0].heading, "Contact / Date");
        assert_eq!(understood.fates[..2], [Fate::Heading, Fate::Heading]);
        assert_eq!(understood.entries.len(), 1, "{header}");
    }
}

#[test]
fn a_habit_wins_over_guesses_and_the_hand_over_a_habit() {
    use ColumnKey::{Comment, Date, Document, Text};
    let table =
        table("Date of visit,Log,Details,Remarks\n01/02/2019,L1,Rang,later\n02/02/2019,L2,Came,\n");
    let habit = habit(
        &[
            ("date of visit", Some(Date)),
            ("log", Some(Text)),
            ("details", Some(Comment)),
            ("remarks", None),
        ],
        None,
    );
    let by_habit = understood_with(&table, |settings| settings.habit = Some(&habit));
    assert_eq!(
        meanings(&by_habit),
        [
            ("Date of visit", "date"),
            ("Log", "text"),
            ("Details", "comment"),
            ("Remarks", "-")
        ]
    );
    let why: Vec<&str> = by_habit.columns.iter().map(|column| &*column.why).collect();
    assert_eq!(why[1], "as when this agency’s last return was imported");
    assert!(why[3].starts_with("left aside, as when"), "{}", why[3]);
    assert_eq!(
        by_habit.entries[0].other,
        [("Remarks".to_owned(), "later".to_owned())]
    );
    let mapping = Mapping {
        header: Some(0),
        columns: vec![Some(Date), Some(Document), Some(Text), None],
    };
    let by_hand = understood_with(&table, |settings| {
        settings.habit = Some(&habit);
        settings.mapping = Some(&mapping);
    });
    assert_eq!(by_hand.mapping, mapping);
}

#[test]
fn what_is_kept_of_a_table_reads_the_next_one_alike() {
    use ColumnKey::{Date, Response, Text};
    for text in [
        "Tag,Was  geschah,Date,Date\n01/02/2019,Rang,x,y\n02/02/2019,Came,,z\n",
        "01/02/2019,Rang,x\n02/02/2019,Came,y\n",
    ] {
        let table = table(text);
        let mapping = Mapping {
            header: text.starts_with("Tag").then_some(0),
            columns: vec![Some(Date), Some(Response), Some(Text), None],
        };
        let by_hand = understood(&table, Some(&mapping));
        let kept = habit(&[], None);
        let kept = Habit {
            columns: habit_of(&table, &by_hand),
            ..kept
        };
        let again = understood_with(&table, |settings| settings.habit = Some(&kept));
        assert_eq!(meanings(&again), meanings(&by_hand), "{:?}", kept.columns);
        assert_eq!(again.entries, by_hand.entries, "{text}");
    }
}

#[test]
fn the_order_of_a_habit_is_used_unless_the_dates_show_another() {
    for (dates, day_first, expected, said) in [
        (
            "03/04/2019",
            Some(false),
            "2019-03-04",
            "as was chosen for this agency’s last return",
        ),
        (
            "03/04/2019",
            Some(true),
            "2019-04-03",
            "as was chosen for this agency’s last return",
        ),
        (
            "25/04/2019",
            Some(false),
            "2019-04-25",
            "last return was read month first, but",
        ),
        (
            "03/04/2019",
            None,
            "2019-04-03",
            "No date in this column shows",
        ),
    ] {
        let more: String = (13..20)
            .map(|day| format!("{day}/05/2019,Rang\n"))
            .collect();
        let more = if dates.starts_with("25") {
            more
        } else {
            String::new()
        };
        let table = table(&format!("Date,Details\n{dates},Came\n{more}"));
        let habit = habit(&[], day_first);
        let understood = understood_with(&table, |settings| settings.habit = Some(&habit));
        let earliest = understood.entries[0]
            .when
            .earliest
            .map(|moment| moment.to_string());
        assert_eq!(earliest.as_deref(), Some(expected), "{dates} {day_first:?}");
        let doubts: Vec<&str> = understood.doubts.iter().map(|doubt| &*doubt.why).collect();
        assert!(doubts.iter().any(|why| why.contains(said)), "{doubts:?}");
    }
}

#[test]
fn of_several_cases_one_can_be_chosen() {
    for (name, case, texts, said) in [
        (
            "two_cases.csv",
            None,
            6,
            "“Case A: Ngozi” (4 rows), “Case B: Ines” (2 rows)",
        ),
        ("two_cases.csv", Some("Case A: Ngozi"), 4, ""),
        ("two_cases.csv", Some("Case B: Ines"), 2, ""),
        ("two_cases.csv", Some("Case C"), 6, "“Case C” was not found"),
        (
            "clients.xlsx",
            None,
            4,
            "“Ngozi O.” (2 rows), “Ines D.” (2 rows)",
        ),
        ("clients.xlsx", Some("ngozi o"), 2, ""),
    ] {
        let file = read(&fixture(name), &Silent).expect(name);
        let understood = understood_with(&file.tables[0], |settings| settings.case = case);
        assert_eq!(understood.entries.len(), texts, "{name} {case:?}");
        assert_eq!(understood.cases.len(), 2, "{name}");
        let told = understood
            .doubts
            .iter()
            .find(|doubt| doubt.why.contains("case"));
        match said {
            "" => assert!(told.is_none(), "{told:?}"),
            said => assert!(
                told.is_some_and(|doubt| doubt.why.contains(said)),
                "{told:?}"
            ),
        }
        let others = understood.skipped.iter();
        let others = others.filter(|skipped| skipped.why.starts_with("Belongs to another"));
        let all = if name == "clients.xlsx" { 4 } else { 6 };
        assert_eq!(others.count(), all - texts, "{name} {case:?}");
    }
}

#[test]
fn a_date_is_not_carried_from_one_case_into_the_next() {
    let file = read(&fixture("two_cases.csv"), &Silent).expect("a table");
    let understood = understood(&file.tables[0], None);
    let undated = understood
        .entries
        .iter()
        .find(|entry| entry.text.starts_with("Undated"));
    assert!(
        undated.is_some_and(|entry| !entry.when.is_understood()),
        "{undated:?}"
    );
}

#[test]
fn pages_with_headings_again_are_one_case() {
    for text in [
        "Chronology (page 1),\nDate,Details\n01/02/2019,Rang\nChronology (page 2),\nDate,Details\n02/02/2019,Came\n",
        "2018,\nDate,Details\n1 March,Rang\n2019,\nDate,Details\n2 March,Came\n",
        "Patient,Date,Details\nCV,01/02/2019,Rang\nTH,02/02/2019,Came\n\"CV, TH\",03/02/2019,Came\nCV,04/02/2019,Rang\nTH,05/02/2019,Rang\nCV,06/02/2019,Rang\n",
        "Date,Crime number\n01/02/2019,C1\n02/02/2019,C2\n03/02/2019,C2\n",
    ] {
        assert_eq!(understood(&table(text), None).cases, [], "{text}");
    }
}

#[test]
fn one_doubt_stands_for_all_years_of_a_heading() {
    let rows: String = (1..=20).map(|day| format!("{day} March,Rang,\n")).collect();
    let understood = understood(
        &table(&format!("Date,Details,Action\n2018,,\n{rows}")),
        None,
    );
    assert_eq!(understood.entries.len(), 20);
    let years: Vec<&lantern::model::Doubt> = understood
        .doubts
        .iter()
        .filter(|doubt| doubt.why.contains("2018"))
        .collect();
    assert_eq!(years.len(), 1, "{years:?}");
    assert_eq!((years[0].row, years[0].column), (2, Some(0)));
    assert!(
        years[0].why.starts_with("The dates in rows 3, 4, 5,")
            && years[0].why.contains("and 8 more took"),
        "{}",
        years[0].why
    );
}

#[test]
fn every_doubt_leads_to_its_cell_and_every_entry_to_its_row() {
    let names = [
        "police.xlsx",
        "pharmacy.xlsx",
        "pharmacy_older.xls",
        "pharmacy_older.ods",
        "housing chronology FINAL v2.docx",
        "midwives.docx",
        "probation.csv",
        "two_cases.csv",
    ];
    let files = names.map(|name| read(&fixture(name), &Silent).expect(name));
    for file in files.into_iter().chain([clipboard()]) {
        let name = &file.name;
        for (index, table) in file.tables.iter().enumerate() {
            let understood = understood(table, None);
            for entry in &understood.entries {
                let (found, row) = surroundings(&file, &entry.place, entry.row).expect("its row");
                assert_eq!(found, index, "{name}, {}", entry.place);
                assert_eq!(table.place(&table.rows[row]), entry.place, "{name}");
            }
            for doubt in &understood.doubts {
                assert_eq!(
                    doubt.place.contains(", column "),
                    doubt.column.is_some(),
                    "{name}: {doubt:?}"
                );
                let (found, row) = surroundings(&file, &doubt.place, doubt.row).expect("its row");
                assert_eq!(
                    (found, table.rows[row].number),
                    (index, doubt.row),
                    "{name}: {doubt:?}"
                );
                if let Some(column) = doubt.column {
                    assert!((column as usize) < table.width, "{name}: {doubt:?}");
                }
            }
        }
    }
    let file = read(&fixture("police.xlsx"), &Silent).expect("a workbook");
    for (place, row) in [
        ("sheet “Incidents”, row 5", 6),
        ("sheet “Elsewhere”, row 5", 5),
        ("sheet “Incidents”, row 500", 500),
        ("", 0),
    ] {
        assert_eq!(surroundings(&file, place, row), None, "{place}");
    }
}
