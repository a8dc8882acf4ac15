"""dates.tsv: when each row happened, for seeing how many dates Lantern understands as meant.

Plain dates are read here by the one form that each agency keeps to, which is known; everything else stands in MEANT, by hand.
"""

from datetime import datetime
from pathlib import Path

from events import Event

FORMS = {
    "police": ["%d/%m/%Y %H:%M", "%d/%m/%Y"],
    "ambulance": ["%Y-%m-%dT%H:%M:%S"],
    "gp": ["%d/%m/%Y", "%d %b %Y"],
    "hospital": ["%d/%m/%Y %H:%M", "%d/%m/%Y"],
    "maternity": ["%d %B %Y at %H.%M", "%d %B %Y at %H:%M", "%d %B %Y, %H:%M", "%d %B %Y"],
    "childrens": ["%d %B %Y"],
    "housing": ["%d %B %Y"],
    "school": ["%d/%m/%Y"],
    "probation": ["%d-%b-%Y"],
    "mental_health": ["%m/%d/%Y"],
    "specialist": ["%d %B %Y"],
}
# Agencies whose rows have no year of their own: it stands in a heading row.
UNDER_YEARS = {"childrens", "housing"}
WITH_TIME = {"police": 1, "hospital": 2}
DATE = {"hospital": 1}

# Source, wording, and what comes before it where the wording alone could be two rows; then earliest and latest. A season
# is three months, a week begins on Monday, “early” is the first third.
MEANT = {
    ("police", "c. Aug 2016"): "2016-08-01 2016-08-31",
    ("police", "30/12/2018 2231hrs"): "2018-12-30T22:31 2018-12-30T22:31",
    ("police", "13/04/2019 2 pm approx"): "2019-04-13T14:00 2019-04-13T14:00",
    ("gp", "c. March 2019"): "2019-03-01 2019-03-31",
    ("gp", "the following week"): "2019-04-15 2019-04-21",
    ("gp", "about three weeks before her death"): "2021-04-27 2021-04-27",
    ("hospital", "=14 after 11:00"): "2021-02-18T11:00 2021-02-18T11:00",
    ("maternity", "November 2016, no day recorded"): "2016-11-01 2016-11-30",
    ("childrens", "the following week 2018"): "2018-06-25 2018-07-01",
    ("childrens", "the following week 2019"): "2019-10-14 2019-10-20",
    ("housing", "c. March 2019"): "2019-03-01 2019-03-31",
    ("housing", "the following month 2019"): "2019-04-01 2019-04-30",
    ("housing", "between 3 and 5 June 2019"): "2019-06-03 2019-06-05",
    ("housing", "31/06/2019"): "2019-06-01 2019-06-30",
    ("housing", "Oct 2019 and again Feb 2020"): "2019-10-01 2019-10-31; 2020-02-01 2020-02-29",
    # “(same day)” stands in the cell beside.
    ("housing", " 2019"): "2020-02-01 2020-02-29",
    ("housing", "on the 19th 2020"): "2020-12-19 2020-12-19",
    ("housing", "early February 2021"): "2021-02-01 2021-02-10",
    ("school", "Spring 2019"): "2019-03-01 2019-05-31",
    ("school", "w/c 29/04/2019"): "2019-04-29 2019-05-05",
    ("specialist", "12th November 2019"): "2019-11-12 2019-11-12",
    ("specialist", "Spring 2020"): "2020-03-01 2020-05-31",
    ("specialist", "Friday 12 June 2020"): "2020-06-12 2020-06-12",
    ("specialist", "two days later"): "2020-06-14 2020-06-14",
    ("specialist", "on the 24 August"): "2020-08-24 2020-08-24",
    ("specialist", "Autumn 2020"): "2020-09-01 2020-11-30",
    # A Tuesday: the day of the month is what was meant.
    ("specialist", "Monday 3 November 2020"): "2020-11-03 2020-11-03",
    ("specialist", "19 November 2020, about 20:15"): "2020-11-19T20:15 2020-11-19T20:15",
    ("specialist", "between 14 and 18 December 2020"): "2020-12-14 2020-12-18",
    ("specialist", "w/c 11 January 2021"): "2021-01-11 2021-01-17",
    ("specialist", "about five weeks before her death"): "2021-04-13 2021-04-13",
    ("specialist", "during the week of 10 May 2021"): "2021-05-10 2021-05-16",
}


def meant(source: str, events: list[Event]) -> list[tuple[Event, str]]:
    """Each row with its earliest and latest moment; several parted by semicolons where the row holds several dates."""
    found: list[tuple[Event, str]] = []
    year = ""
    for event in events:
        if event.is_heading:
            year = event.fields[0]
            continue
        wording = event.fields[DATE.get(source, 0)]
        if source == "childrens" and not wording:
            found.append((event, found[-1][1]))
            continue
        if source in WITH_TIME:
            wording = f"{wording} {event.fields[WITH_TIME[source]]}".strip()
        own = MEANT.get((source, wording)) or MEANT.get((source, f"{wording} {year}"))
        found.append((event, own or plain(source, wording, year)))
    return found


def plain(source: str, wording: str, year: str) -> str:
    if source in UNDER_YEARS:
        day, month = wording.split(" ")
        wording = f"{day.rstrip('stndrh')} {month} {year}"
    for form in FORMS[source]:
        try:
            moment = datetime.strptime(wording, form)
        except ValueError:
            continue
        text = moment.strftime("%Y-%m-%dT%H:%M" if "%H" in form else "%Y-%m-%d")
        return f"{text} {text}"
    raise SystemExit(f"{source}: “{wording}” is in no known form and not in MEANT")


def write_dates(path: Path, written: list[tuple[str, str, list[Event]]]) -> None:
    lines = ["file\trow\tmeant"]
    for source, file, events in written:
        lines += [f"{file}\t{event.row}\t{words}" for event, words in meant(source, events)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
