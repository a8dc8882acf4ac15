//! How an understanding is given out: EDTF, words, JSON.

use super::*;

#[test]
fn edtf_goes_out_and_comes_back() {
    for (expression, notation) in [
        ("13/03/2012", "2012-03-13"),
        ("13/03/2012 01:32", "2012-03-13T01:32:00"),
        ("March 2012", "2012-03"),
        ("c. March 2012", "2012-03~"),
        ("March 2012?", "2012-03?"),
        ("2009", "2009"),
        ("the 1990s", "199X"),
        ("Spring 2013", "2013-21"),
        ("winter 2013/14", "2013-24"),
        ("Q3 2013", "2013-35"),
        ("3 to 5 June 2013", "2013-06-03/2013-06-05"),
        ("early 2013", "2013-01-01~/2013-04-30~"),
        ("prior to December 2012", "../2012-11-30"),
        ("from the 1 January 2017", "2017-01-01/.."),
    ] {
        let when = read(expression, &context()).dates.remove(0);
        assert_eq!(edtf(&when).as_deref(), Some(notation), "{expression}");
        let back = from_edtf(notation).expect("what was written can be read");
        assert_eq!(
            (back.earliest, back.latest),
            (when.earliest, when.latest),
            "{expression}"
        );
        assert_eq!(back.certainty, when.certainty, "{expression}");
    }
    for wrong in [
        "",
        "..",
        "../..",
        "2012-13",
        "2012-02-30",
        "20120313",
        "2013-05/2012-05",
        "12",
        "2012-03-13T25:00",
    ] {
        assert_eq!(from_edtf(wrong), None, "{wrong}");
    }
    assert_eq!(edtf(&When::not_understood("n/k")), None);
}

#[test]
fn understandings_are_spoken() {
    for (expression, words) in [
        ("12 April 2019 21:10", "12 April 2019, 21:10"),
        ("12 April 2019", "12 April 2019"),
        ("c. March 2019", "March 2019, approximate"),
        ("2009", "2009"),
        (
            "12 April 2019 20:00 - 22:00",
            "12 April 2019, 20:00 – 22:00",
        ),
        ("winter 2013/14", "December 2013 – February 2014"),
        (
            "02/11/2017",
            "2 November 2017 or 11 February 2017, uncertain",
        ),
        ("prior to December 2012", "until 30 November 2012"),
        ("from the 1 January 2017", "from 1 January 2017"),
        ("n/k", "not understood"),
    ] {
        assert_eq!(
            spoken(&read(expression, &context()).dates[0]),
            words,
            "{expression}"
        );
    }
    assert_eq!(spoken_date(day(2019, 4, 12)), "12 April 2019");
    assert_eq!(
        spoken_moment(at(day(2019, 4, 12), 9, 5)),
        "12 April 2019, 09:05"
    );
}

#[test]
fn the_command_answers_in_json() {
    assert_eq!(
        json("At 01:32hrs on the 13/03/2012", &context()),
        serde_json::json!({
            "expression": "At 01:32hrs on the 13/03/2012",
            "readings": [{
                "earliest": "2012-03-13T01:32", "latest": "2012-03-13T01:32",
                "precision": "minute", "certainty": "exact", "edtf": "2012-03-13T01:32:00"
            }],
            "inferred": [], "warnings": []
        })
    );
    let both_ways = json("02/11/2017", &context());
    assert_eq!(both_ways["readings"][0]["earliest"], "2017-11-02");
    assert_eq!(both_ways["readings"][1]["edtf"], "2017-02-11?");
    assert_eq!(both_ways["warnings"].as_array().map(Vec::len), Some(1));
    let open = json("prior to December 2012", &context());
    assert_eq!(open["readings"][0]["earliest"], serde_json::Value::Null);
    assert_eq!(json("n/k", &context())["readings"], serde_json::json!([]));
    assert_eq!(
        json("in October 2017 and again in February 2018", &context())["readings"][1]["edtf"],
        "2018-02"
    );
}
