//! The evaluation in short: what whoever reads no further should know. It stands first and tells nothing that is not told below.

use super::table::Entry;
use super::{Draft, Drafted};

pub(super) fn summary(draft: &Draft<'_>) -> Drafted {
    let mut section = Drafted::new("summary", "In short");
    let counted = |name: &str| draft.counts.value(name).unwrap_or(0);
    section.words(vec![
        "Of ".into(),
        Entry::count("course.referred"),
        " men referred, ".into(),
        Entry::share("course.assessed", "course.referred"),
        " were assessed and ".into(),
        Entry::share("course.enrolled", "course.referred"),
        " enrolled in a group; ".into(),
        Entry::share("course.completed", "course.referred"),
        " have completed it. Of those who enrolled, ".into(),
        Entry::share("retention.parted", "retention.followed"),
        " dropped out, were suspended or found unsuitable.".into(),
    ]);
    if counted("attendance.sessions") > 0 {
        section.words(vec![
            "Of all sessions that were men’s to attend, ".into(),
            Entry::share("attendance.attended", "attendance.sessions"),
            " were attended.".into(),
        ]);
    }
    for months in &draft.cohort.template.follow_up.months {
        let name = |what: &str| format!("follow_up.{months}.{what}");
        let own = format!("incidents.{months}.himself");
        let police = format!("incidents.{months}.police");
        if counted(&name("fallen_due")) == 0 {
            continue;
        }
        section.words(vec![
            format!("{months} months after completion ").into(),
            Entry::share(name("reached"), name("fallen_due")),
            " men who were due could be reached; ".into(),
            Entry::share(&*own, name("reached")),
            " of these told of a further incident themselves, and the police knew of one of "
                .into(),
            Entry::share(&*police, name("fallen_due")),
            ".".into(),
        ]);
        let hers = format!("her_incidents.{months}");
        if counted(&format!("her_follow_up.{months}.reached")) > 0 {
            section.words(vec![
                "Of the partners reached then, ".into(),
                Entry::share(&*hers, format!("her_follow_up.{months}.reached")),
                " told of a further incident.".into(),
            ]);
        }
    }
    if draft.hers.is_none() {
        section.words(vec![
            "What partners told is not in it, so that nothing here says how safe they are.".into(),
        ]);
    }
    section
}
