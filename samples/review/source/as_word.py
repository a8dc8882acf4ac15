"""Returns that come as Word documents: GP, children's services, housing, specialist service."""

import re
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from events import Event
from office_file import settle


def start(title: str) -> Document:
    document = docx.Document()
    document.core_properties.author = "Review lead"
    document.core_properties.title = title
    document.core_properties.created = datetime(2021, 11, 22, 9)
    document.core_properties.modified = datetime(2021, 11, 22, 9)
    document.add_heading(title, 1)
    document.add_paragraph("Fictional sample. Nobody described here has lived.")
    return document


def save(document: Document, path: Path) -> None:
    document.save(str(path))
    settle(path)


def table_of(document: Document, rows: list[list[str]]) -> Table:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return table


def run(words: str, deleted: bool = False) -> OxmlElement:
    element = OxmlElement("w:r")
    text = OxmlElement("w:delText" if deleted else "w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    element.append(text)
    return element


def tracked(kind: str, number: int, words: str) -> OxmlElement:
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), str(900 + number))
    change.set(qn("w:author"), "Practice manager")
    change.set(qn("w:date"), "2021-11-18T15:20:00Z")
    change.append(run(words, deleted=kind == "del"))
    return change


def put(cell: _Cell, words: str) -> None:
    """Writes the words; `{before→after}` becomes a tracked change."""
    change = re.fullmatch(r"(.*)\{(.*)→(.*)\}(.*)", words)
    if not change:
        cell.text = words
        return
    before, deleted, inserted, after = change.groups()
    paragraph = cell.paragraphs[0]._p
    paragraph.append(run(before))
    paragraph.append(tracked("del", 1, deleted))
    paragraph.append(tracked("ins", 2, inserted))
    paragraph.append(run(after))


def chronology(document: Document, headings: list[str], events: list[Event], preamble: list[str] | None = None) -> None:
    """The table of the agency: an optional preamble row, the headings, the rows; a year heading spans the table."""
    table = document.add_table(rows=0, cols=len(headings))
    table.style = "Table Grid"
    number = 0
    for words in preamble or []:
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).text = words
        number += 1
    for cell, words in zip(table.add_row().cells, headings, strict=True):
        cell.text = words
        cell.paragraphs[0].runs[0].bold = True
    number += 1
    for event in events:
        number += 1
        event.row = number
        cells = table.add_row().cells
        if event.is_heading:
            cells[0].merge(cells[-1]).text = event.fields[0]
            continue
        for cell, words in zip(cells, event.fields, strict=True):
            put(cell, words)


def gp(path: Path, events: list[Event]) -> None:
    document = start("Orrin Street Surgery: records for the review")
    document.add_paragraph("Registration")
    table_of(
        document,
        [
            ["Initials", "Name", "Date registered", "Usual doctor"],
            ["CV / CH", "Catarina Velloso, from 2017 Hartnoll", "04/09/2009", "Dr Haldane"],
            ["RH", "Ruan Hartnoll", "11/04/2016", "Dr Haldane"],
            ["IV", "Inês Velloso", "30/05/2011", "Dr Okparaeke"],
            ["TH", "Tomás Hartnoll", "15/09/2016", "Dr Okparaeke"],
        ],
    )
    document.add_paragraph("Consultations, letters and messages")
    chronology(
        document,
        ["Date of consultation", "Patient", "Consultation notes", "Clinician", "Plan", "DA enquiry"],
        events,
    )
    document.add_paragraph("Printed from the practice system and completed by hand.")
    save(document, path)


def childrens(path: Path, events: list[Event]) -> None:
    document = start("Children’s services: chronology")
    chronology(document, ["Date", "Event", "Child seen", "Decision", "Worker"], events)
    save(document, path)


def housing(path: Path, events: list[Event]) -> None:
    document = start("Wexmoor Homes: housing chronology FINAL v2")
    table_of(
        document,
        [
            ["Version", "Changed by", "Change"],
            ["v1", "KB", "First draft"],
            ["FINAL", "LD", "Dates completed"],
            ["FINAL v2", "H. Castellan", "E-mails added"],
        ],
    )
    document.add_paragraph("Chronology")
    chronology(
        document,
        ["Date", "Contact/detail", "Action taken", "Officer"],
        events,
        preamble=["CHRONOLOGY – CONFIDENTIAL – prepared for panel"],
    )
    document.add_paragraph("Initials")
    table_of(
        document,
        [["KB", "Neighbourhood officer"], ["LD", "Lettings officer"], ["H. Castellan", "Housing options officer"]],
    )
    save(document, path)


def specialist(path: Path, events: list[Event]) -> None:
    document = start("Wexmoor Domestic Abuse Service: record of support")
    document.add_paragraph("She was Catarina to us and we have used her name. The times are as the worker noted them.")
    chronology(document, ["When", "What happened", "What we did", "Said by", "Recorded by"], events)
    save(document, path)
