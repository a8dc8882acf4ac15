"""Returns that come as workbooks: police, hospital, mental health."""

import re
import shutil
import subprocess
import tempfile
from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from events import Event
from office_file import settle

BOLD = Font(bold=True)
SHADED = PatternFill("solid", fgColor="D9E1EA")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def save(workbook: Workbook, path: Path, creator: str) -> None:
    workbook.properties.creator = creator
    workbook.save(path)
    settle(path)


def head(sheet: Worksheet, row: int, headings: list[str], widths: list[int]) -> None:
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        cell = sheet.cell(row, column, heading)
        cell.font = BOLD
        cell.fill = SHADED
        sheet.column_dimensions[cell.column_letter].width = width


def wrap(sheet: Worksheet, from_row: int) -> None:
    for row in sheet.iter_rows(min_row=from_row):
        for cell in row:
            cell.alignment = WRAPPED


def day(wording: str) -> datetime | None:
    return datetime.strptime(wording, "%d/%m/%Y") if re.fullmatch(r"\d\d/\d\d/\d{4}", wording) else None


def put_day(sheet: Worksheet, row: int, column: int, wording: str) -> None:
    """A date cell where the wording is a plain day, else the wording as text."""
    when = day(wording)
    cell = sheet.cell(row, column, when or wording)
    if when:
        cell.number_format = "dd/mm/yyyy"


def put_time(sheet: Worksheet, row: int, column: int, wording: str) -> None:
    if re.fullmatch(r"\d\d:\d\d", wording):
        cell = sheet.cell(row, column, time.fromisoformat(wording))
        cell.number_format = "hh:mm"
    elif wording:
        sheet.cell(row, column, wording)


def police(path: Path, events: list[Event]) -> None:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Incidents"
    sheet["A1"] = "Wexmoor Constabulary – review of a death – chronology of contact (FICTIONAL SAMPLE)"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "OFFICIAL – SENSITIVE. Searches: HARTNOLL / VELLOSO, both addresses, 01/01/2016 to 18/05/2021"
    sheet["A3"] = "Prepared by: Review Unit"
    sheet["H3"] = "Version 1"
    head(
        sheet,
        4,
        ["Log ref", "Date", "Time", "Incident details", "Persons involved", "Risk", "Outcome", "Officer"],
        [16, 12, 9, 70, 36, 13, 48, 24],
    )
    for row, event in enumerate(events, 5):
        event.row = row
        date, clock, text, persons, risk, outcome, officer = event.fields
        year = date[-2:]
        sheet.cell(row, 1, f"WX{year}-{(row * 7919) % 90000 + 10000}")
        put_day(sheet, row, 2, date)
        put_time(sheet, row, 3, clock)
        for column, value in enumerate([text, persons, risk, outcome, officer], 4):
            sheet.cell(row, column, value)
    wrap(sheet, 4)
    sheet.cell(len(events) + 6, 1, "End of return. Intelligence logs are held separately.")
    sheet.freeze_panes = "A5"

    nominals = workbook.create_sheet("Nominals")
    nominals.sheet_state = "hidden"
    for row in [
        ["Nominal", "Role", "Also known as"],
        ["HARTNOLL, Catarina", "Victim", "VELLOSO, Catarina; Cat; Katarina"],
        ["HARTNOLL, Ruan", "Suspect", "Ryan HARTNOLL"],
        ["FARRANT, Olumide", "Witness", "Mr Farrant"],
        ["TREDWELL, Shona", "Former partner", ""],
    ]:
        nominals.append(row)
    save(workbook, path, "Review Unit")


def hospital(path: Path, events: list[Event]) -> None:
    soffice = shutil.which("soffice")
    if not soffice:
        print("hospital.xlsx: LibreOffice (soffice) was not found; the file is left as it is, rows are counted")
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Attendances"
    sheet["A1"] = "Wexmoor Infirmary: attendances (fictional sample)"
    sheet.merge_cells("A1:H1")
    head(
        sheet,
        2,
        [
            "Service",
            "Attendance date",
            "Arrival time",
            "Presenting complaint",
            "Findings",
            "Disposal",
            "Accompanied by",
            "Routine enquiry (Y/N)",
        ],
        [22, 16, 12, 46, 40, 48, 28, 16],
    )
    for row, event in enumerate(events, 3):
        event.row = row
        service, date, clock, *rest = event.fields
        sheet.cell(row, 1, service)
        if date.startswith("=14"):
            cell = sheet.cell(row, 2, f"=B{row - 1}+14")
            cell.number_format = "dd/mm/yyyy"
        else:
            put_day(sheet, row, 2, date)
        put_time(sheet, row, 3, clock)
        for column, value in enumerate(rest, 4):
            sheet.cell(row, column, value)
    merge_runs(sheet, events)
    wrap(sheet, 2)
    last = len(events) + 2
    sheet.cell(last + 2, 4, "Number of rows above")
    sheet.cell(last + 2, 5, f"=COUNTA(D3:D{last})")
    if soffice:
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "in" / path.name
            raw.parent.mkdir()
            workbook.save(raw)
            subprocess.run(
                [soffice, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, str(raw)],
                check=True,
                capture_output=True,
            )
            shutil.move(Path(folder) / path.name, path)
        settle(path)


def merge_runs(sheet: Worksheet, events: list[Event]) -> None:
    """The service stands once, merged down over the rows that follow with the same service."""
    start = 0
    for index in range(1, len(events) + 1):
        if index < len(events) and events[index].fields[0] == events[start].fields[0]:
            continue
        if index - start > 1:
            sheet.merge_cells(start_row=start + 3, end_row=index + 2, start_column=1, end_column=1)
        start = index


def mental_health(path: Path, events: list[Event]) -> None:
    workbook = Workbook()
    summary = workbook.active
    summary.title = "Cover"
    summary["A1"] = "Wexmoor and District Mental Health Trust (fictional sample)"
    summary["A2"] = "Extract of contacts for both adults. See sheet “Contacts”."
    sheet = workbook.create_sheet("Contacts")
    head(sheet, 1, ["Date", "Service", "Clinical notes", "Outcome", "Clinician"], [14, 24, 70, 40, 26])
    for row, event in enumerate(events, 2):
        event.row = row
        for column, value in enumerate(event.fields, 1):
            sheet.cell(row, column, value)
    wrap(sheet, 1)
    referrals = workbook.create_sheet("Referrals")
    for row in [
        ["Patient", "Referrals received", "Accepted"],
        ["C. Hartnoll", 2, 2],
        ["R. Hartnoll", 4, 3],
    ]:
        referrals.append(row)
    save(workbook, path, "Clinical systems")
