//! The panel of the sample, and its two rounds of comments.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Deserialize;

use super::places::Places;
use super::{SampleError, material, report};
use crate::drafting::ParagraphPlaces;
use crate::edits::{self, Answer, Dispatch, ToldComment};
use crate::model::{
    AgencyId, CommentId, CommentKind, Disposition, Independence, Member, MemberId, ParagraphId,
    Reply, Returned, Review, Round, RoundId, Sees, Sending, SendingId,
};
use crate::store::Store;

const FILE: &str = "rounds.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Material {
    members: Vec<MemberMaterial>,
    /// What the draft said when the first round went out.
    earlier: Vec<Earlier>,
    rounds: Vec<RoundMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberMaterial {
    name: String,
    /// Name of an agency.
    agency: Option<String>,
    role: String,
    email: String,
    #[serde(default)]
    independence: Independence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    section: String,
    then: String,
    now: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundMaterial {
    sent: String,
    deadline: NaiveDate,
    note: String,
    /// Names of members who see less than the full draft.
    #[serde(default)]
    agency_facts: Vec<String>,
    #[serde(default)]
    family_version: Vec<String>,
    #[serde(default)]
    overriding: String,
    replies: Vec<ReplyMaterial>,
    /// By telephone.
    #[serde(default)]
    told: Vec<ToldMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyMaterial {
    member: String,
    file: String,
    at: String,
    comments: Vec<CommentMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentMaterial {
    /// A name of ours, for others to name it by.
    key: Option<String>,
    author: String,
    at: String,
    #[serde(default)]
    kind: CommentKind,
    section: Option<String>,
    #[serde(default)]
    at_words: String,
    #[serde(default)]
    quoted: String,
    text: String,
    replies_to: Option<String>,
    #[serde(default)]
    objection: bool,
    repeats: Option<String>,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    change: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldMaterial {
    member: String,
    at: String,
    section: String,
    at_words: String,
    text: String,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    change: String,
}

fn wrong(reason: impl ToString) -> SampleError {
    SampleError::material(FILE, reason)
}

fn read() -> Result<Material, SampleError> {
    material::parse(FILE)
}

/// Gives a section the words it had when the first round went out.
pub(super) fn as_first_sent(key: &str, text: &mut String) -> Result<(), SampleError> {
    for earlier in read()?.earlier.iter().filter(|one| one.section == key) {
        if !text.contains(&earlier.now) {
            return Err(wrong(format!("“{key}” does not say “{}”", earlier.now)));
        }
        *text = text.replacen(&earlier.now, &earlier.then, 1);
    }
    Ok(())
}

/// Enters the members, sends both rounds, collects and answers what came back, and writes the report as it is now after the first.
pub(super) fn ask(
    store: &mut Store,
    places: &Places,
    agencies: &BTreeMap<String, AgencyId>,
    who: &str,
) -> Result<(), SampleError> {
    let material = read()?;
    let mut asking = Asking {
        store,
        who,
        members: HashMap::new(),
        named: HashMap::new(),
    };
    asking.enter_members(&material.members, agencies)?;
    for (place, round) in material.rounds.iter().enumerate() {
        let id = asking.send(round)?;
        asking.collect(id, round)?;
        if place == 0 {
            report::write(asking.store, places, |_, _| Ok(()))?;
        }
    }
    Ok(())
}

struct Asking<'a> {
    store: &'a mut Store,
    who: &'a str,
    /// By name.
    members: HashMap<String, MemberId>,
    /// Comments by the name that the material gives them.
    named: HashMap<String, CommentId>,
}

impl Asking<'_> {
    fn enter_members(
        &mut self,
        members: &[MemberMaterial],
        agencies: &BTreeMap<String, AgencyId>,
    ) -> Result<(), SampleError> {
        for member in members {
            let agency = |name: &String| {
                let known = agencies.get(name).copied();
                known.ok_or_else(|| wrong(format!("there is no agency “{name}”")))
            };
            let new = Member {
                id: MemberId(0),
                name: member.name.clone(),
                agency: member.agency.as_ref().map(agency).transpose()?,
                role: member.role.clone(),
                email: member.email.clone(),
                left: false,
                independence: member.independence,
                ..Member::default()
            };
            let id = edits::add_member(self.store, &new)?.value;
            self.members.insert(member.name.clone(), id);
        }
        Ok(())
    }

    fn send(&mut self, material: &RoundMaterial) -> Result<RoundId, SampleError> {
        let review = self.store.load()?;
        let written = |section: &&crate::model::Section| !section.text.trim().is_empty();
        let sections = review.sections.iter().filter(written);
        let sendings = review.members.iter().map(|member| Sending {
            id: SendingId(0),
            member: member.id,
            sees: sees(material, &member.name),
            token: String::new(),
            replied: String::new(),
        });
        let round = Round {
            id: RoundId(0),
            number: 0,
            deadline: Some(material.deadline),
            note: material.note.clone(),
            sections: sections.map(|section| section.key.clone()).collect(),
            version: None,
            sent: String::new(),
            overridden: String::new(),
            sendings: sendings.collect(),
        };
        let id = edits::begin_round(self.store, &round)?.value;
        let dispatch = Dispatch {
            at: material.sent.clone(),
            who: self.who.to_owned(),
            overriding: material.overriding.clone(),
        };
        edits::send_round(self.store, id, &dispatch)?;
        Ok(id)
    }

    fn collect(&mut self, round: RoundId, material: &RoundMaterial) -> Result<(), SampleError> {
        for reply in &material.replies {
            let review = self.store.load()?;
            let sending = self.sending(&review, round, &reply.member)?;
            edits::set_replied(self.store, sending.id, Some(&reply.at))?;
            let made = made(&review, &sending, reply)?;
            edits::collect_replies(self.store, &[made])?;
            self.answer_all(&sending, reply)?;
        }
        for told in &material.told {
            let review = self.store.load()?;
            let sending = self.sending(&review, round, &told.member)?;
            let comment = ToldComment {
                sending: sending.id,
                paragraph: Some(paragraph(&review, &told.section, &told.at_words)?),
                text: told.text.clone(),
                objection: false,
                at: told.at.clone(),
            };
            let id = edits::add_comment(self.store, &comment)?.value;
            let answer = Answer {
                disposition: told.disposition,
                reason: String::new(),
                change: told.change.clone(),
            };
            edits::answer_comment(self.store, id, &answer)?;
        }
        Ok(())
    }

    fn sending(
        &self,
        review: &Review,
        round: RoundId,
        member: &str,
    ) -> Result<Sending, SampleError> {
        let of_member = self.members.get(member);
        let mut sendings = review
            .rounds
            .iter()
            .filter(|one| one.id == round)
            .flat_map(|one| &one.sendings);
        let found = sendings.find(|one| Some(&one.member) == of_member);
        found
            .cloned()
            .ok_or_else(|| wrong(format!("nothing was sent to “{member}”")))
    }

    /// What the chair made of what just came.
    fn answer_all(&mut self, sending: &Sending, reply: &ReplyMaterial) -> Result<(), SampleError> {
        let review = self.store.load()?;
        let comments = review.comments.iter();
        let came = comments.filter(|comment| comment.sending == sending.id);
        for (comment, material) in came.zip(&reply.comments) {
            if let Some(key) = &material.key {
                self.named.insert(key.clone(), comment.id);
            }
            if material.objection {
                edits::mark_objection(self.store, comment.id, true)?;
            }
            if let Some(earlier) = &material.repeats {
                let known = self.named.get(earlier).copied();
                let known = known.ok_or_else(|| wrong(format!("there is no “{earlier}”")))?;
                edits::mark_repeated(self.store, comment.id, Some(known))?;
            }
            let answer = Answer {
                disposition: material.disposition,
                reason: material.reason.clone(),
                change: material.change.clone(),
            };
            edits::answer_comment(self.store, comment.id, &answer)?;
        }
        Ok(())
    }
}

fn sees(material: &RoundMaterial, name: &String) -> Sees {
    if material.agency_facts.contains(name) {
        Sees::AgencyFacts
    } else if material.family_version.contains(name) {
        Sees::FamilyVersion
    } else {
        Sees::FullDraft
    }
}

/// The reply as it would have been read from the member’s file.
fn made(review: &Review, sending: &Sending, reply: &ReplyMaterial) -> Result<Reply, SampleError> {
    let mut comments = Vec::with_capacity(reply.comments.len());
    for (number, comment) in reply.comments.iter().enumerate() {
        let stands = comment.section.as_ref();
        let stands = stands.map(|section| paragraph(review, section, &comment.at_words));
        let answered = comment.replies_to.as_ref().map(|key| {
            let mut earlier = reply.comments.iter();
            let place = earlier.position(|one| one.key.as_ref() == Some(key));
            place.ok_or_else(|| wrong(format!("there is no “{key}” in this file")))
        });
        comments.push(Returned {
            author: comment.author.clone(),
            at: comment.at.clone(),
            kind: comment.kind,
            paragraph: stands.transpose()?,
            quoted: comment.quoted.clone(),
            text: comment.text.clone(),
            answers: answered.transpose()?,
            origin: format!("sample {}.{number}", sending.id),
        });
    }
    Ok(Reply {
        token: sending.token.clone(),
        file: reply.file.clone(),
        sha256: format!("{:064x}", sending.id.0),
        comments,
        notes: Vec::new(),
    })
}

/// The paragraph of a section that holds these words.
fn paragraph(review: &Review, section: &str, words: &str) -> Result<ParagraphId, SampleError> {
    let places = ParagraphPlaces::of(&review.sections, &review.template);
    let all = places.all();
    let found = all
        .iter()
        .find(|(_, place)| place.key == section && place.text.contains(words));
    found
        .map(|(id, _)| *id)
        .ok_or_else(|| wrong(format!("no paragraph of “{section}” holds “{words}”")))
}
