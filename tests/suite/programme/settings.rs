use lantern::templates::programme::{built_in, parse, to_toml};

#[test]
fn the_programmes_differ_in_what_their_papers_say() {
    let told: Vec<_> = built_in()
        .iter()
        .map(|template| {
            let couples = &template.couples_work;
            (
                template.name.as_str(),
                (
                    template.sessions.number,
                    template.groups.size,
                    template.groups.opening_weeks,
                ),
                (
                    couples.least_sessions,
                    couples.weeks_without_violence,
                    couples.offered_from_week,
                ),
                (template.risk_factors.len(), template.referral_form.len()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("rolling-36", (36, 8, 6), (24, 12, 18), (15, 24)),
            ("ten-weeks", (10, 8, 0), (7, 12, 5), (15, 24)),
        ]
    );
}

#[test]
fn a_template_is_written_and_read_back_unchanged() {
    for template in built_in() {
        assert_eq!(
            parse(&template.name, &to_toml(template)).as_ref(),
            Ok(template)
        );
    }
}

#[test]
fn a_fault_is_told_with_its_line_and_what_to_do() {
    let sound = to_toml(&built_in()[0]);
    for (from, to, said) in [
        ("size = 8", "size = 0", "it can be between 1 and 50"),
        ("size = 8", "size = 8\nsise = 9", "is not known here"),
        (
            "number = 36",
            "number = 20",
            "but the programme has 20 sessions",
        ),
        (
            "threshold = 5",
            "threshold = 1",
            "it can be between 2 and 100",
        ),
        (
            "key = \"rape\"",
            "key = \"safety\"",
            "stands twice in this list",
        ),
        ("key = \"rape\"", "key = \"Rape!\"", "small letters a to z"),
        (
            "only_with_her_permission = true",
            "only_with_her_permission = false",
            "At least one kind of fact",
        ),
        ("lowest = 1", "lowest = 10", "must be below its highest"),
        (
            "    6,\n    12,",
            "    12,\n    6,",
            "each once and in order",
        ),
        (
            "name = \"rolling-36\"",
            "name = \"rolling\"",
            "Make them the same",
        ),
        ("name = \"Work or shifts\"", "name = \" \"", "is empty"),
    ] {
        assert!(sound.contains(from), "{from} is in the file");
        let fault = parse("rolling-36", &sound.replace(from, to)).expect_err(to);
        assert!(fault.reason.contains(said), "{to}: {}", fault.reason);
        assert!(fault.line.is_some(), "{to}: a line is named");
        assert_eq!(fault.file, "rolling-36.toml");
    }
}
