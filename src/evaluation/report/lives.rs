//! Who the men are, their children, what the police and the courts did, and their own childhood.

use super::figure::Drawn;
use super::pathway::MEN;
use super::shares::shares;
use super::table::{Entry, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cases;
use crate::evaluation::cohort::Cohort;
use crate::evaluation::counts::tally;
use crate::model::programme::{Answer, Answers, Child, Childhood, Justice};

/// Notes the four answers of a question as parts of `whole`, and adds its line: yes of all, yes of those known, and what is missing.
pub(super) fn answered(
    draft: &mut Draft<'_>,
    sheet: &mut Sheet,
    (name, words): (&str, &str),
    whole: &str,
    answers: Answers,
) {
    let part = |what: &str| format!("{name} {what}");
    let known = draft.counts.sum(
        &part("known"),
        [
            (name.to_owned(), answers.yes as u64),
            (part("no"), answers.no as u64),
        ],
    );
    draft.counts.sum(
        whole,
        [
            (part("known"), known),
            (part("not known"), answers.not_known as u64),
            (part("not asked"), answers.not_asked as u64),
        ],
    );
    sheet.row(
        words,
        vec![
            Entry::share(name, whole),
            Entry::share(name, part("known")),
            Entry::interval(name, part("known")),
            Entry::count(part("not known")),
            Entry::count(part("not asked")),
        ],
    );
}

pub(super) fn answer_columns(heading: &str) -> [&str; 6] {
    [
        heading,
        "Yes, of all",
        "Yes, of those known",
        "95 % interval",
        "Not known",
        "Not asked",
    ]
}

pub(super) fn men(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("men", "The men");
    let cohort = draft.cohort;
    let keys = || cohort.men.iter().map(|man| &*man.ethnicity);
    let named = Cohort::named(&cohort.template.ethnicities, keys());
    let sheet = shares(
        draft,
        ("ethnicity.men", "Ethnicity of the men", "Ethnicity"),
        MEN,
        &named,
        &tally(keys()),
    );
    let each = cohort.men.iter().map(|man| (man, &man.ethnicity));
    draft.behind_each("ethnicity.men", each);
    section.sheet(sheet);
    childhood(draft, &mut section);
    section
}

fn childhood(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let told: Vec<Childhood> = cohort.men.iter().filter_map(|man| man.childhood).collect();
    let whole = "childhood.sample";
    let all = cohort.men.len() as u64;
    draft.counts.part(whole, told.len() as u64, (MEN, all));
    draft.behind(
        whole,
        cohort.men.iter().filter(|man| man.childhood.is_some()),
    );
    if told.is_empty() {
        section.words(vec!["No man’s file tells of his childhood.".into()]);
        return;
    }
    let mut sheet = Sheet::new(
        "childhood",
        "Their own childhood",
        &answer_columns("Question"),
    )
    .about([
        "Of a sample of ".into(),
        Entry::count(whole),
        " men, as they told it themselves.".into(),
    ]);
    type Question = fn(&Childhood) -> Answer;
    let questions: [(&str, &str, Question); 3] = [
        (
            "childhood.engaged_in_group",
            "Spoke of it in the group",
            |told| told.engaged_in_group,
        ),
        (
            "childhood.exposed_to_violence.n",
            "Exposed to violence",
            |told| told.exposed_to_violence,
        ),
        (
            "childhood.lost_parent_before_9",
            "Separated from a parent before nine",
            |told| told.lost_parent,
        ),
    ];
    for (name, words, question) in questions {
        let answers = Answers::count(told.iter().map(question));
        answered(draft, &mut sheet, (name, words), whole, answers);
        let each = cohort
            .men
            .iter()
            .filter_map(|man| Some((man, question(man.childhood.as_ref()?))));
        draft.behind_answers(name, each);
    }
    section.sheet(sheet);
}

pub(super) fn children(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("children", "Their children");
    let cohort = draft.cohort;
    let children = || cohort.men.iter().flat_map(|man| &man.children);
    let fathers = cohort.count(|man| !man.children.is_empty());
    draft
        .counts
        .part("children.men", fathers, (MEN, cohort.men.len() as u64));
    draft.behind(
        "children.men",
        cohort.men.iter().filter(|man| !man.children.is_empty()),
    );
    if fathers == 0 {
        section.words(vec!["No child is in the file.".into()]);
        return section;
    }
    section.words(vec![
        Entry::count("children.total"),
        " children of ".into(),
        Entry::count("children.men"),
        " men are in the file.".into(),
    ]);
    type Asked = fn(&Child) -> Answer;
    let count = |answer: Asked| (answer, Answers::count(children().map(answer)));
    let mut sheet = Sheet::new(
        "children",
        "The children",
        &["What is asked", "Yes", "No", "Not known", "Not asked"],
    )
    .about(["Each line counts all children.".into()]);
    for ((yes, no), words, (asked, answers)) in [
        (
            ("children.living_with_him", "children.not_living_with_him"),
            "Lives with him",
            count(|child| child.lives_with_him),
        ),
        (
            ("children.biological", "children.step"),
            "His own child (no: a step-child)",
            count(|child| child.biological),
        ),
        (
            ("children.witnessed", "children.not_witnessed"),
            "Saw or heard violence",
            count(|child| child.witnessed_violence),
        ),
        (
            ("children.abused", "children.not_abused"),
            "Was directly abused",
            count(|child| child.directly_abused),
        ),
    ] {
        let (not_known, not_asked) = (format!("{yes} not known"), format!("{yes} not asked"));
        let fathers = cohort.men.iter();
        let each = fathers.flat_map(|man| man.children.iter().map(move |child| (man, child)));
        draft.behind_named(each.map(|(man, child)| match asked(child) {
            Answer::No => (man, no.to_owned()),
            answer => (man, cases::answered(yes, answer)),
        }));
        draft.counts.sum(
            "children.total",
            [
                (yes.to_owned(), answers.yes as u64),
                (no.to_owned(), answers.no as u64),
                (not_known.clone(), answers.not_known as u64),
                (not_asked.clone(), answers.not_asked as u64),
            ],
        );
        let share = |name: &str| Entry::share(name, "children.total");
        sheet.row(
            words,
            vec![share(yes), share(no), share(&not_known), share(&not_asked)],
        );
    }
    section.sheet(sheet);
    section
}

pub(super) fn justice(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("justice", "Police and courts");
    let cohort = draft.cohort;
    let told: Vec<Justice> = cohort.men.iter().filter_map(|man| man.justice).collect();
    let whole = "criminal_justice.sample";
    draft
        .counts
        .part(whole, told.len() as u64, (MEN, cohort.men.len() as u64));
    draft.behind(whole, cohort.men.iter().filter(|man| man.justice.is_some()));
    if told.is_empty() {
        section.words(vec![
            "No man’s records of police and courts were looked up.".into(),
        ]);
        return section;
    }
    let mut sheet = Sheet::new(
        "criminal_justice",
        "What police and courts did",
        &answer_columns("Step"),
    )
    .about([
        "Of a sample of ".into(),
        Entry::count(whole),
        " men whose records were looked up.".into(),
    ]);
    type Step = fn(&Justice) -> Answer;
    let steps: [(&str, &str, Step); 5] = [
        ("called_out", "Police were called out", |of| of.called_out),
        ("arrested", "Arrested", |of| of.arrested),
        ("charged", "Charged", |of| of.charged),
        ("custody", "Custody", |of| of.custody),
        ("pending", "Proceedings not over", |of| of.pending),
    ];
    let mut bars = Vec::new();
    for (key, words, step) in steps {
        let name = format!("criminal_justice.{key}");
        let answers = Answers::count(told.iter().map(step));
        answered(draft, &mut sheet, (&name, words), whole, answers);
        let each = cohort
            .men
            .iter()
            .filter_map(|man| Some((man, step(man.justice.as_ref()?))));
        draft.behind_answers(&name, each);
        if key != "pending" {
            bars.push((words.to_owned(), name, whole.to_owned()));
        }
    }
    section.drawn(Drawn::Bars {
        key: "criminal_justice",
        title: "From call-out to custody, of the sample",
        bars,
    });
    // Whoever was charged was arrested: what lies between two steps follows from them.
    let yes = |step: Step| told.iter().filter(|of| step(of) == Answer::Yes).count() as u64;
    for pair in steps[..4].windows(2) {
        let ((before, _, earlier), (after, _, later)) = (pair[0], pair[1]);
        if told
            .iter()
            .all(|of| later(of) != Answer::Yes || earlier(of) == Answer::Yes)
        {
            let name = |key: &str| format!("criminal_justice.{key}");
            draft
                .counts
                .part(&name(after), yes(later), (&name(before), yes(earlier)));
        }
    }
    section.sheet(sheet);
    section
}
