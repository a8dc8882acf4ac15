//! What cannot be, each with its word and its cell.

use lantern::intake::{Choices, DoubtKind, Fate};
use lantern::model::programme::{Answer, StepKind};

use super::{csv, read, understood};

const MEN: &str = "case,referred_on,source,enrolled_on,group,left_on,ended,age,dob\n";

#[test]
fn what_cannot_be_is_told_at_its_cell() {
    use DoubtKind::{Age, Assumed, Date, Order, Value};
    let cases: [(&str, DoubtKind, &str, &str); 14] = [
        (
            "A1,30/02/2024,,,,,,,",
            Date,
            "referred_on",
            "No day was taken",
        ),
        (
            "A1,31.04.2024,,,,,,,",
            Date,
            "referred_on",
            "No day was taken",
        ),
        ("A1,soon,,,,,,,", Date, "referred_on", "No day was taken"),
        (
            "A1,March 2024,,,,,,,",
            Date,
            "referred_on",
            "not exact to the day",
        ),
        ("A1,13/01/24,,,,,,,", Date, "referred_on", "two-digit years"),
        (
            "A1,13/01/2031,,,,,,,",
            Date,
            "referred_on",
            "has not come yet",
        ),
        (
            "A1,2024-01-01,,2024-06-03,A,2024-05-06,completed,,",
            Order,
            "left_on",
            "is before “Enrolled on”",
        ),
        (
            "A1,2024-01-01,Vicar,,,,,,",
            Value,
            "source",
            "kept as it was written",
        ),
        (
            "A1,2024-01-01,,2024-02-05,A,,vanished,,",
            Value,
            "ended",
            "Say which it is",
        ),
        ("A1,2024-01-01,,,,,,15,", Age, "age", "15 years"),
        ("A1,2024-01-01,,,,,,101,", Age, "age", "101 years"),
        ("A1,2024-01-01,,,,,,,2012-05-01", Age, "dob", "11 years"),
        ("A1,2024-01-01,,,,,,,2025-05-01", Age, "dob", "born after"),
        (
            "A1,2024-01-01,,2024-02-05,A,,completed,,",
            Assumed,
            "ended",
            "not said when it ended",
        ),
    ];
    for (row, kind, column, words) in cases {
        let understood = csv(&format!("{MEN}{row}\n"));
        let table = &understood.tables[0];
        assert_eq!(table.taken(), 1, "{row}: the row is kept");
        let found = understood.doubts.iter().find(|doubt| {
            doubt.kind == kind
                && doubt.place == format!("men.csv, line 2, “{column}”")
                && doubt.why.contains(words)
        });
        assert!(found.is_some(), "{row}: {:#?}", understood.doubts);
    }
}

#[test]
fn rows_that_cannot_be_taken_say_why() {
    let men =
        "case,referred_on,enrolled_on,group\nA1,2024-01-01,2024-02-05,Blue\nA2,2024-01-02,,\n";
    let cases = [
        (
            "x.csv",
            "case,referred_on\nA1,2024-01-01\na 1,2024-01-02\n",
            "stands twice",
        ),
        (
            "x.csv",
            "case,referred_on\n,2024-01-02\nTotal,2024-01-02\n",
            "no case number",
        ),
        (
            "register.csv",
            "case,held_on,came\nZ9,2024-02-05,yes\n",
            "no case “Z9”",
        ),
        (
            "register.csv",
            "case,held_on,came\nA2,2024-02-05,yes\n",
            "place in no group",
        ),
        (
            "register.csv",
            "case,held_on,came\nA1,2024-02-30,yes\n",
            "day of the session is not known",
        ),
        (
            "register.csv",
            "case,held_on,came\nA1,2024-02-05,\n",
            "whether he came",
        ),
        (
            "register.csv",
            "case,held_on,came\nA1,2024-02-05,yes\nA1,2024-02-05,no\n",
            "stands twice",
        ),
        (
            "register.csv",
            "case,group,held_on,came\nA1,Green,2024-02-05,yes\n",
            "no group “Green”",
        ),
        (
            "drugs.csv",
            "case,substance,use\nA1,,current\n",
            "which substance",
        ),
        (
            "drugs.csv",
            "case,substance,use\nA1,lsd,never\nA1,LSD,current\n",
            "stands twice",
        ),
        (
            "files.csv",
            "case,file,before incidents\nA1,perhaps,yes\n",
            "complete enough to count",
        ),
        (
            "police.csv",
            "case,called out,arrested\nA1,yes,no\nA1,no,no\n",
            "stands twice",
        ),
        (
            "children.csv",
            "case,child,told by\nA1,1,mother\n",
            "does not stand in his file",
        ),
        (
            "scores.csv",
            "case,when,responsibility\nA1,sometime,3\n",
            "at which point",
        ),
        (
            "costs.csv",
            "quarter,way,amount\nQ1,in,much\n",
            "not a sum of money",
        ),
        (
            "feedback.csv",
            "respondent,question,grade\n,1,very\n",
            "whose form",
        ),
    ];
    for (name, text, why) in cases {
        let files = [read("men.csv", men.as_bytes()), read(name, text.as_bytes())];
        let understood = understood(&files, &Choices::default());
        let told: Vec<&Fate> = understood
            .tables
            .iter()
            .flat_map(|table| &table.fates)
            .collect();
        let skipped = told
            .iter()
            .any(|fate| matches!(fate, Fate::Skipped(told) if told.contains(why)));
        assert!(skipped, "{name} {text}: {told:#?}");
    }
}

#[test]
fn attendance_after_leaving_is_kept_and_told() {
    let men = "case,referred_on,enrolled_on,group,left_on,ended\nA1,2024-01-01,2024-02-05,Blue,2024-03-01,dropped out\n";
    let register = "case,held_on,came\nA1,2024-01-29,yes\nA1,2024-02-12,yes\nA1,2024-03-11,yes\n";
    let files = [
        read("men.csv", men.as_bytes()),
        read("register.csv", register.as_bytes()),
    ];
    let understood = understood(&files, &Choices::default());
    assert_eq!(understood.his_side().attendance.len(), 3);
    let told: Vec<&str> = understood
        .doubts
        .iter()
        .filter(|doubt| doubt.kind == DoubtKind::Order)
        .map(|doubt| doubt.place.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "register.csv, line 2, “held_on”",
            "register.csv, line 4, “held_on”"
        ]
    );
}

#[test]
fn empty_is_not_asked_and_not_known_is_not_known_and_neither_is_no() {
    let men = "case,referred_on\nA1,2024-01-01\n";
    let police = "case,called out,arrested,charged,custody,pending\nA1,,not known,no,YES,perhaps\n";
    let files = [
        read("men.csv", men.as_bytes()),
        read("police.csv", police.as_bytes()),
    ];
    let understood = understood(&files, &Choices::default());
    let justice = understood.his_side().men[0].justice.expect("looked up");
    assert_eq!(justice.called_out, Answer::NotAsked);
    assert_eq!(justice.arrested, Answer::NotKnown);
    assert_eq!(justice.charged, Answer::No);
    assert_eq!(justice.custody, Answer::Yes);
    assert_eq!(justice.pending, Answer::NotKnown);
    let told = understood
        .doubts
        .iter()
        .filter(|doubt| doubt.wording == "perhaps");
    assert_eq!(told.count(), 1);
}

#[test]
fn a_man_of_whom_little_is_known_stands_where_his_line_says() {
    let understood = csv(
        "case,referred_on,first_appointment_on,assessed_on,assessment,ended,reason\n\
         A1,2024-01-01,2024-01-20,,,,declined\n\
         A2,2024-01-01,2024-01-20,2024-01-25,unsuitable,,denial\n\
         A3,2024-01-01,2024-01-20,2024-01-25,waiting list,,\n",
    );
    let last: Vec<(StepKind, &str)> = understood
        .his_side()
        .men
        .iter()
        .filter_map(|man| man.steps.last())
        .map(|step| (step.kind, step.reason.as_str()))
        .collect();
    assert_eq!(
        last,
        [
            (StepKind::DroppedOut, "no_longer_wishes"),
            (StepKind::Unsuitable, "denies"),
            (StepKind::WaitingList, "")
        ]
    );
}
