//! What partners said: read with the lock open only, and never on his side.

use lantern::intake::{Choices, DoubtKind, Fate};

use super::{fixture, read, told, understood_by};

const MEN: &str =
    "case,referred_on,enrolled_on,left_on,ended\nA1,2024-01-01,2024-02-05,2024-11-04,completed\n";
const PARTNERS: &str =
    "case,partner,name,relationship,ethnicity,support\nA1,1,Canary Wren,ex,Canaryish,yes\n";
const FOLLOW_UP: &str =
    "case,due,outcome,his account,her account\nA1,2025-05-05,reached,no,canaried\n";

#[test]
fn nothing_of_hers_is_read_while_the_lock_is_closed() {
    let files = [
        read("men.csv", MEN.as_bytes()),
        read("partners.csv", PARTNERS.as_bytes()),
        read("follow up.csv", FOLLOW_UP.as_bytes()),
    ];
    let closed = understood_by(&files, &Choices::default(), false);
    assert_eq!(closed.partners(), 0);
    assert!(matches!(&closed.tables[1].fates[1], Fate::Skipped(why) if why.contains("lock")));
    let hers = closed
        .doubts
        .iter()
        .filter(|doubt| doubt.kind == DoubtKind::Hers);
    assert_eq!(hers.count(), 1);
    assert!(!told(&closed).to_lowercase().contains("canar"));
    let open = understood_by(&files, &Choices::default(), true);
    let (programme, partners) = open.records();
    assert_eq!(partners.len(), 1);
    assert_eq!(partners[0].follow_ups.len(), 1);
    let his = serde_json::to_string(&programme).expect("plain data");
    assert!(!his.to_lowercase().contains("canar"), "{his}");
    assert!(!format!("{open:?}").to_lowercase().contains("wren"));
}

#[test]
fn her_measures_are_hers() {
    let scores = "case,when,responsibility,safety\nA1,before,3,777\n";
    let long = "case,when,measure,score\nA1,end,Her safety,778\n";
    let files = [
        read("men.csv", MEN.as_bytes()),
        read("partners.csv", PARTNERS.as_bytes()),
        read("scores.csv", scores.as_bytes()),
        read("long.csv", long.as_bytes()),
    ];
    let closed = understood_by(&files, &Choices::default(), false);
    assert!(!told(&closed).contains("77"), "{}", told(&closed));
    assert!(closed.tables[2].columns[3].hers);
    let (programme, partners) = understood_by(&files, &Choices::default(), true).records();
    assert_eq!(partners[0].measures.len(), 2);
    assert_eq!(programme.men[0].measures.len(), 1);
}

/// A sheet that is called after partners is never taken for one of men, whatever its headings.
#[test]
fn a_sheet_of_partners_is_never_taken_for_men() {
    for headings in [
        "case,name,dob,ethnicity",
        "case,referred_on,source,name",
        "id,surname,ethnic origin",
    ] {
        let files = [read(
            "Partners.csv",
            format!("{headings}\nA1,2024-01-01,x,y\n").as_bytes(),
        )];
        let understood = understood_by(&files, &Choices::default(), true);
        assert!(understood.his_side().men.is_empty(), "{headings}");
    }
}

#[test]
fn the_columns_that_are_hers_are_marked() {
    let understood = understood_by(
        &[fixture("several_sheets.xlsx")],
        &Choices::default(),
        false,
    );
    for table in &understood.tables {
        let hers = table.columns.iter().all(|column| column.hers);
        assert_eq!(hers, table.name.contains("Partners"), "{}", table.name);
    }
}
