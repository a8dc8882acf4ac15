//! Everybody and everything in the register, planted in every text of a review: none is left in any byte that goes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use lantern::jobs::Silent;
use lantern::model::*;
use lantern::publish::{Edition, LetPass, SetError, SetMade, SetOptions, publish_set};
use lantern::templates;

use super::attacker::{Loot, sees_pages};
use super::made_up::day;
use crate::identities::planting::full_of;

/// What must not be found however it is written: spaces, hyphens, marks, capitals and tags do not count.
const TELLS: [&str; 22] = [
    "Nkechinyere",
    "Wanjiru",
    "Vasylenko",
    "Kechikechi",
    "Štěpánka",
    "Dobrovská",
    "Oyelaran-Whitcombe",
    "Whitcombe",
    "Bartłomiej",
    "Quispealaya",
    "Ó Raghallaigh",
    "d’Almavique",
    "Larkenquay",
    "Thornwhistle",
    "Merganserhofer",
    "9434765919",
    "7700900461",
    "QQ 12 34 56 C",
    "LX19 QZV",
    "ZE99 7QX",
    "bart.q@fenwater.example",
    "CRN-88417-QX",
];

/// What must not be found letter by letter: it is too short, or might be figures of a drawing, once its marks are gone.
const SAYS: [&str; 16] = [
    "NXWV",
    "N.X.W.V",
    "N. X. W. V",
    "14 March 1988",
    "14th March 1988",
    "14 Mar 1988",
    "March 14, 1988",
    "14/03/1988",
    "14/3/88",
    "14.03.1988",
    "1988-03-14",
    "2 November 2012",
    "02/11/2012",
    "21 May 2021",
    "21/05/2021",
    "2021-05-21",
];

/// Each in the ways in which people write it.
const PLANTED: &str = "Nkechinyere Xiomara Wanjiru Vasylenko rang. VASYLENKO, Nkechinyere (NXWV, N.X.W.V., N. X. W. V.) was seen; \
    Vasylenko’s flat; the Vasylenkos moved; Mrs N. Vasylenko’s GP; Kechikechi wept; nkechinyere vasylenko; Nkechinyere Wanjiru. \
    Her daughter Štěpánka Dobrovská, STEPANKA DOBROVSKA and Stepanka’s teacher. Bartłomiej Oyelaran-Whitcombe, Bartlomiej Oyelaran \
    Whitcombe, Mr OyelaranWhitcombe, Whitcombe’s car, the Whitcombe family. PC 4471 Quispealaya attended with Séamus Ó Raghallaigh and \
    O RAGHALLAIGH. Inês d’Almavique, D'ALMAVIQUE’s sister. In Larkenquay, at Larkenquay Thornwhistle Academy, Thornwhistle Academy’s gate. \
    Merganserhofer GmbH paid. NHS 943 476 5919, 943-476-5919 and 9434765919; tel. 07700 900461, +44 7700 900 461; NI QQ 12 34 56 C, \
    QQ123456C; car LX19 QZV, lx19qzv; post to 27 Larkenquay Parade, ZE99 7QX, ze997qx; mail Bart.Q@fenwater.example; file CRN-88417-QX and \
    CRN 88417 QX. Born 14 March 1988, 14th March 1988, 14 Mar 1988, March 14, 1988, 14/03/1988, 14/3/88, 14.03.1988, 1988-03-14; died 21 May \
    2021, 21/05/2021, 2021-05-21; her daughter was born on 2 November 2012, 02/11/2012.";

/// By decision not of the register, and so published as they are: whoever holds an office that a report names.
const PUBLISHED: [(&str, &str); 4] = [
    (
        "Brackenfell Constabulary",
        "an agency: a report says who must act",
    ),
    (
        "Oluwadamilare Pettigrew",
        "a panel member, named in the draft: a report says who reviewed it",
    ),
    (
        "Siân Achterberg",
        "the chair and author: a report says who wrote it",
    ),
    (
        "Westerholme Partnership",
        "the partnership that publishes it",
    ),
];

/// Files in which no words of a review stand, in either edition: an answer of the data record is one of those that its question allows.
const WITHOUT_WORDS: [&str; 2] = ["data record.csv", "data record.json"];

fn person(id: i64, name: &str, aliases: &[&str], role: Role, pseudonym: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        role,
        pseudonym: pseudonym.to_owned(),
        ..Person::default()
    }
}

fn place(id: i64, kind: PlaceKind, name: &str, forms: &[&str], written: &str) -> Place {
    Place {
        id: PlaceId(id),
        kind,
        name: name.to_owned(),
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        written: written.to_owned(),
        note: String::new(),
    }
}

fn register() -> Review {
    let template = templates::built_in().iter().find(|one| one.name == "dardr");
    let mut review = Review::empty(Arc::new(template.expect("a template").clone()));
    review.people = vec![
        Person {
            date_of_birth: Some(day(1988, 3, 14)),
            date_of_death: Some(day(2021, 5, 21)),
            sex: Sex::Female,
            ..person(
                1,
                "Nkechinyere Xiomara Wanjiru Vasylenko",
                &["Kechikechi"],
                Role::Victim,
                "Miriam",
            )
        },
        person(
            2,
            "Bartłomiej Oyelaran-Whitcombe",
            &[],
            Role::Perpetrator,
            "Gareth",
        ),
        Person {
            date_of_birth: Some(day(2012, 11, 2)),
            ..person(3, "Štěpánka Dobrovská", &[], Role::Child, "Child A")
        },
        person(4, "Inês d’Almavique", &[], Role::Family, "Helen"),
        person(5, "PC Quispealaya", &[], Role::Professional, ""),
        person(6, "Séamus Ó Raghallaigh", &[], Role::Other, ""),
    ];
    review.publishing.places = vec![
        place(1, PlaceKind::Place, "Larkenquay", &[], "the town"),
        place(
            2,
            PlaceKind::School,
            "Larkenquay Thornwhistle Academy",
            &["Thornwhistle Academy", "Thornwhistle"],
            "a school",
        ),
        place(
            3,
            PlaceKind::Employer,
            "Merganserhofer GmbH",
            &["Merganserhofer"],
            "",
        ),
    ];
    let numbers = [
        (1, IdentifierKind::NhsNumber, "943 476 5919"),
        (1, IdentifierKind::Phone, "07700 900461"),
        (1, IdentifierKind::NationalInsurance, "QQ 12 34 56 C"),
        (2, IdentifierKind::Vehicle, "LX19 QZV"),
        (1, IdentifierKind::Postcode, "ZE99 7QX"),
        (1, IdentifierKind::Address, "27 Larkenquay Parade"),
        (2, IdentifierKind::Email, "bart.q@fenwater.example"),
        (2, IdentifierKind::CaseNumber, "CRN-88417-QX"),
    ];
    let numbers = numbers.into_iter().zip(1..);
    let identifiers = numbers.map(|((of, kind, text), id)| Identifier {
        id: IdentifierId(id),
        of: IdentifierOf::Person(PersonId(of)),
        kind,
        text: text.to_owned(),
    });
    review.publishing.identifiers = identifiers.collect();
    review
}

/// Everything planted everywhere, and beside it what is published as it is.
fn planted() -> Review {
    let mut review = full_of(register(), PLANTED);
    review.sections[0]
        .text
        .push_str("\n\nThen Nkechinyere\nVasylenko and Štěpán\u{AD}ka rang.");
    review.details.chair.push_str(" Siân Achterberg");
    review
        .details
        .partnership
        .insert_str(0, "Westerholme Partnership. ");
    review.agencies.push(Agency {
        id: AgencyId(2),
        name: "Brackenfell Constabulary".to_owned(),
        sector: "police".to_owned(),
        due: None,
        note: PLANTED.to_owned(),
    });
    review.recommendations[0].agencies.push(AgencyId(2));
    review.actions[0].lead_agency = "Brackenfell Constabulary".to_owned();
    review.sections[1]
        .text
        .push_str("\n\nOluwadamilare Pettigrew sat on the panel.");
    review
}

/// Marks of rules pass for a reason, in which everything is planted as well; what the scan of the files finds does not.
fn made(review: &Review, edition: Edition, out: &Path) -> SetMade {
    let asked = SetOptions {
        edition,
        today: day(2026, 3, 4),
        let_pass: LetPass {
            leaks: String::new(),
            marks: PLANTED.to_owned(),
        },
    };
    match publish_set(review, &asked, out, &Silent) {
        Ok(set) => set,
        Err(SetError::Against(against)) => panic!("{:#?}", against.leaks),
        Err(error) => panic!("{error}"),
    }
}

/// Every file of a set, the manifest included.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

fn found(loot: &Loot) -> Vec<&'static str> {
    let told = TELLS.into_iter().filter(|name| loot.tells(name));
    told.chain(SAYS.into_iter().filter(|words| loot.says(words)))
        .collect()
}

#[test]
fn nothing_of_anybody_is_left_in_any_byte_of_what_is_published() {
    let desk = tempfile::tempdir().expect("a folder");
    let out = desk.path().join("publication");
    let set = made(&planted(), Edition::Publication, &out);
    let files = files(&out);
    assert_eq!(files.len(), set.files.len() + 1);
    let mut left = Vec::new();
    let mut published = [false; PUBLISHED.len()];
    for file in &files {
        let loot = Loot::of(file);
        left.extend(
            found(&loot)
                .into_iter()
                .map(|what| format!("{what} in {}", file.display())),
        );
        for (seen, (name, _)) in published.iter_mut().zip(PUBLISHED) {
            *seen |= loot.tells(name);
        }
    }
    assert!(left.is_empty(), "{left:#?}");
    let missing = published
        .into_iter()
        .zip(PUBLISHED)
        .filter(|(seen, _)| !seen);
    let missing: Vec<_> = missing.map(|(_, what)| what).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_attacker_finds_everybody_in_every_document_of_a_working_version() {
    let desk = tempfile::tempdir().expect("a folder");
    let out = desk.path().join("working");
    made(&planted(), Edition::Working, &out);
    let mut blind = Vec::new();
    for file in files(&out) {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let readable = sees_pages() || !name.ends_with(".pdf");
        if !readable || WITHOUT_WORDS.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let loot = Loot::of(&file);
        let found = found(&loot);
        let all = TELLS.into_iter().chain(SAYS);
        let missed = all.filter(|what| !found.contains(what));
        blind.extend(missed.map(|what| format!("{what} in {name}")));
    }
    assert!(blind.is_empty(), "{blind:#?}");
}
