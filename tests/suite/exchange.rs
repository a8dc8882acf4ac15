//! Rounds of comments: what goes out to each member, and what is made of whatever comes back.

mod command;
mod hostile;
mod ledger;
mod packs;
mod replies;
mod sending;
mod word_hand;

use chrono::NaiveDate;
use lantern::edits::*;
use lantern::exchange::{self, ExchangeError, Outgoing};
use lantern::model::*;
use lantern::store::{NewFile, Passphrase, Store};
use lantern::templates::built_in;
use tempfile::TempDir;
use word_hand::WordFile;

const AT: &str = "2026-03-04T10:15:00Z";

const PASSPHRASE: &str = "plain words";

const INTRODUCTION: &str = "# How it began

Rosa was seen at Hill Surgery [entry 2: x] on 3 May. Nobody asked her *alone*.[note: See the minutes of the meeting.]

She rang twice that week & nobody rang back:

- the first call at noon
- the second call at night

> “She sounded calm.”";

const ANALYSIS: &str = "Northmoor Police attended in June and found nobody at home.

He said that he was bipolar [entry 1: x]. This is his own word.

| Date | What was done |
| 3 May | A letter to the family |

The panel thanks everybody who gave evidence.";

fn today() -> NaiveDate {
    "2026-02-20".parse().expect("a day")
}

struct Case {
    folder: TempDir,
    store: Store,
}

impl Case {
    /// Two agencies with an entry each, two people, a draft, and a round that has gone out to three members: one sees what concerns Hill
    /// Surgery, one everything, and one is of the family.
    fn sent() -> Self {
        let mut case = Self::begun(INTRODUCTION, ANALYSIS);
        case.send();
        case
    }

    fn begun(introduction: &str, analysis: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let template = built_in()
            .iter()
            .find(|one| one.name == "dardr")
            .expect("a template")
            .clone();
        let new = NewFile {
            template,
            details: Details {
                title: "Rosa".to_owned(),
                ..Details::default()
            },
        };
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let mut store = Store::create(
            &folder.path().join("rosa.lantern"),
            &passphrase,
            &new,
            "Chair",
        )
        .expect("a new file");
        for name in ["Northmoor Police", "Hill Surgery (HS)"] {
            let agency = Agency {
                id: AgencyId(0),
                name: name.to_owned(),
                sector: String::new(),
                due: None,
                note: String::new(),
            };
            add_agency(&mut store, &agency).expect("added");
        }
        for (agency, basis) in [(1, Basis::Perpetrator), (2, Basis::FirstHand)] {
            let mut entry = Entry::without_words(AgencyId(agency));
            "He rang.".clone_into(&mut entry.text);
            entry.basis = basis;
            add_entry(&mut store, &entry).expect("added");
        }
        for (name, role, pseudonym, aliases) in [
            ("Ximena Valdés", Role::Victim, "Rosa", "XV;eldest daughter"),
            ("Oluwaseun Adeyemi", Role::Professional, "", "OA"),
        ] {
            let person = Person {
                id: PersonId(0),
                name: name.to_owned(),
                role,
                aliases: aliases.split(';').map(str::to_owned).collect(),
                date_of_birth: None,
                pseudonym: pseudonym.to_owned(),
                note: String::new(),
                ..Person::default()
            };
            add_person(&mut store, &person).expect("added");
        }
        let mut case = Self { folder, store };
        case.write("introduction", introduction);
        case.write("analysis", analysis);
        for (name, agency) in [
            ("Dr Bronwen Pryce", Some(AgencyId(2))),
            ("Tadeusz Wójcik", Some(AgencyId(1))),
            ("Pilar Valdés", None),
        ] {
            let member = Member {
                id: MemberId(0),
                name: name.to_owned(),
                agency,
                role: String::new(),
                email: String::new(),
                left: false,
                ..Member::default()
            };
            add_member(&mut case.store, &member).expect("added");
        }
        case.begin();
        case
    }

    fn write(&mut self, key: &str, text: &str) {
        let review = self.review();
        let section = review.sections.iter().find(|section| section.key == key);
        write_section(&mut self.store, section.expect("a section").id, text).expect("written");
    }

    fn begin(&mut self) {
        let review = self.review();
        let sees = [
            ("Dr Bronwen Pryce", Sees::AgencyFacts),
            ("Tadeusz Wójcik", Sees::FullDraft),
            ("Pilar Valdés", Sees::FamilyVersion),
        ];
        let sendings = sees.map(|(name, sees)| {
            let member = review.members.iter().find(|member| member.name == name);
            Sending {
                id: SendingId(0),
                member: member.expect("a member").id,
                sees,
                token: String::new(),
                replied: String::new(),
            }
        });
        let round = Round {
            id: RoundId(0),
            number: 0,
            deadline: "2026-03-20".parse().ok(),
            note: "Is anything wrong?".to_owned(),
            sections: vec!["introduction".to_owned(), "analysis".to_owned()],
            version: None,
            sent: String::new(),
            overridden: String::new(),
            sendings: sendings.into(),
        };
        begin_round(&mut self.store, &round).expect("begun");
    }

    fn send(&mut self) {
        let round = self.round().id;
        let dispatch = Dispatch {
            at: "2026-02-20T09:00:00+00:00".to_owned(),
            who: "Chair".to_owned(),
            overriding: "Agreed with the panel".to_owned(),
        };
        send_round(&mut self.store, round, &dispatch).expect("sent");
    }

    fn review(&self) -> Review {
        self.store.load().expect("a review")
    }

    /// The last one.
    fn round(&self) -> Round {
        self.review().rounds.last().expect("a round").clone()
    }

    fn outgoing(&self) -> Result<Vec<Outgoing>, ExchangeError> {
        exchange::documents(&self.review(), &self.round(), today())
    }

    /// What a member got in the last round.
    fn file_of(&self, name: &str) -> WordFile {
        let outgoing = self.outgoing().expect("files");
        let one = outgoing.iter().find(|one| one.file_name.contains(name));
        WordFile::open(&one.expect("a file").bytes)
    }

    fn read(&self, bytes: &[u8]) -> Result<Reply, ExchangeError> {
        exchange::read_reply(&self.review(), "reply.docx", bytes, None)
    }

    /// “remark 1.2 by Tadeusz on “asked her”: Who?”, one a line.
    fn told(&self, reply: &Reply) -> String {
        let comments: Vec<String> = reply
            .comments
            .iter()
            .map(|comment| {
                let kind = match comment.kind {
                    CommentKind::Remark => "remark",
                    CommentKind::Insertion => "insertion",
                    CommentKind::Deletion => "deletion",
                };
                let place = comment
                    .paragraph
                    .map_or("nowhere".to_owned(), |id| self.number(id));
                let answers = comment
                    .answers
                    .map_or(String::new(), |at| format!(" to {at}"));
                format!(
                    "{kind}{answers} {place} by {} on “{}”: {}",
                    comment.author, comment.quoted, comment.text
                )
            })
            .collect();
        comments.join("\n")
    }

    /// “2.1”, or “heading” for one.
    fn number(&self, id: ParagraphId) -> String {
        let review = self.review();
        let sections = lantern::drafting::paragraphs(&review.sections, &review.template);
        let mut all = sections.iter().flat_map(|section| &section.paragraphs);
        match all.find(|paragraph| paragraph.id == Some(id)) {
            Some(paragraph) if paragraph.heading > 0 => "heading".to_owned(),
            Some(paragraph) => paragraph.number.clone(),
            None => "gone".to_owned(),
        }
    }
}
