"""Returns that come as text: ambulance, maternity and health visiting, school, probation."""

import csv
import io
import re
from pathlib import Path

from events import Event


def write(path: Path, headings: list[str], rows: list[list[str]], *, encoding: str, separator: str, quoting: int) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=quoting, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def number_rows(events: list[Event], rows: list[list[str]]) -> None:
    """Below a line of headings; a row is known by the line on which it begins."""
    line = 2
    for event, row in zip(events, rows, strict=True):
        event.row = line
        line += 1 + sum(cell.count("\n") for cell in row)


def ambulance(path: Path, events: list[Event]) -> None:
    rows = []
    for count, event in enumerate(events, 1):
        received, category, summary, findings, outcome, crew = event.fields
        incident = f"{received[:10].replace('-', '')}-{4000 + count * 37}"
        rows.append([incident, received, category, f"{summary} {findings}", outcome, crew])
    number_rows(events, rows)
    write(
        path,
        ["incident_id", "call_datetime", "category", "narrative", "outcome", "crew"],
        rows,
        encoding="utf-8",
        separator=",",
        quoting=csv.QUOTE_MINIMAL,
    )


def maternity(path: Path, events: list[Event]) -> None:
    rows = [event.fields for event in events]
    number_rows(events, rows)
    write(
        path,
        ["Contact date", "Client", "Record of contact", "Action", "Practitioner", "Enquiry"],
        rows,
        encoding="utf-8-sig",
        separator=",",
        quoting=csv.QUOTE_ALL,
    )


def school(path: Path, events: list[Event]) -> None:
    rows = [event.fields for event in events]
    number_rows(events, rows)
    write(
        path,
        ["Date", "Pupil", "Details of concern", "Action taken", "Logged by"],
        rows,
        encoding="cp1252",
        separator=";",
        quoting=csv.QUOTE_MINIMAL,
    )


def probation(path: Path, events: list[Event]) -> None:
    rows = []
    for event in events:
        fields = list(event.fields)
        # The case system breaks a note after its first sentence when the note has three or more.
        sentences = re.split(r"(?<=[a-z]{2}\.) ", fields[2])
        if len(sentences) > 2:
            fields[2] = sentences[0] + "\n" + " ".join(sentences[1:])
        rows.append(fields)
    number_rows(events, rows)
    write(
        path,
        ["Contact Date", "Contact Type", "Notes", "Outcome", "Officer", "Source"],
        rows,
        encoding="utf-8",
        separator=",",
        quoting=csv.QUOTE_ALL,
    )
