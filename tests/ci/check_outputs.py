#!/usr/bin/env python3
"""Reads the outputs of `lantern demo` again with programs that know nothing of Lantern.

    check_outputs.py FOLDER CHRONOLOGY_JSON

Needs openpyxl, python-docx, qpdf, pdfinfo and pdftotext; where the checker `pdfua` (PyPI) is installed, it is asked, too.
Says what is wrong and ends with 1, or says what it has checked.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl

CHRONOLOGY_HEADINGS = {"Entry", "When, as written", "When, as understood", "Agency", "What was recorded", "Place in the file"}
PLAN_HEADINGS = {"Recommendation", "Action to take", "Lead agency", "Person responsible", "Target date", "Resources and costs"}
WORD_PLAN_HEADINGS = {"Recommendation", "Action to take", "Lead agency", "Target date"}
# Section headings of the report, and words of the chronology and the plan that are appended to it.
REPORT_WORDS = ["Terms of reference", "Methodology", "Equality and diversity", "Lessons to be learnt", "Recommendations"]
FEWEST_PAGES = {"overview report": 40, "combined chronology": 30, "action plan": 2}

faults: list[str] = []


def expect(true: bool, fault: str) -> None:
    if not true:
        faults.append(fault)


def plain(text: object) -> str:
    """Without the differences that a format or a line break makes."""
    return re.sub(r"\s+", " ", str(text or "")).strip()


def output(folder: Path, name: str) -> Path:
    found = sorted(folder.glob(f"* - {name}"))
    if len(found) != 1:
        sys.exit(f"{name}: expected one file in {folder}, found {len(found)}")
    return found[0]


def said_by(*command: str) -> str:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(ended.returncode == 0, f"{' '.join(command)}: {ended.stderr.strip() or ended.stdout.strip()}")
    return ended.stdout


def check_pdf(path: Path, fewest_pages: int, words: list[str]) -> None:
    said_by("qpdf", "--check", str(path))
    about = said_by("pdfinfo", str(path))
    pages = re.search(r"^Pages:\s+(\d+)", about, re.MULTILINE)
    expect(bool(re.search(r"^Tagged:\s+yes", about, re.MULTILINE)), f"{path.name} is not tagged")
    expect(bool(re.search(r"^Title:\s+\S", about, re.MULTILINE)), f"{path.name} has no title")
    expect(bool(pages) and int(pages[1]) >= fewest_pages, f"{path.name} has fewer than {fewest_pages} pages")
    text = plain(said_by("pdftotext", "-raw", str(path), "-"))
    for word in words:
        expect(word in text, f"{path.name} does not say “{word}”")


HEADINGS = {f"/H{level}": level for level in range(1, 7)}


class Structure:
    """The structure tree of a tagged PDF: kinds of elements in the order in which they are read, each with its object."""

    def __init__(self, path: Path) -> None:
        said = json.loads(said_by("qpdf", "--json=2", "--json-key=qpdf", str(path)))
        self.objects = said["qpdf"][1]
        root = self.found(self.objects["trailer"]["value"]["/Root"])
        self.root = root
        self.elements: list[tuple[str, dict]] = []
        self.walk(self.found(root.get("/StructTreeRoot")))

    def found(self, what: object) -> dict:
        while isinstance(what, str) and re.fullmatch(r"\d+ \d+ R", what):
            what = self.objects.get(f"obj:{what}", {}).get("value")
        return what if isinstance(what, (dict, list)) else {}

    def children(self, element: dict) -> list[dict]:
        within = element.get("/K", [])
        if isinstance(within, str):
            within = self.found(within) if isinstance(self.found(within), list) else [within]
        within = within if isinstance(within, list) else [within]
        return [child for child in map(self.found, within) if isinstance(child, dict)]

    def walk(self, tree: dict) -> None:
        waiting = self.children(tree)[::-1]
        while waiting:
            element = waiting.pop()
            if "/S" in element:
                self.elements.append((element["/S"], element))
            waiting.extend(self.children(element)[::-1])

    def all(self, kind: str) -> list[dict]:
        return [element for known, element in self.elements if known == kind]

    def below(self, element: dict) -> set[str]:
        kinds, waiting = set(), self.children(element)
        while waiting:
            child = waiting.pop()
            kinds.add(child.get("/S", ""))
            waiting.extend(self.children(child))
        return kinds


def check_structure(path: Path, figures: list[str]) -> None:
    """Headings leave no level out, tables have headers, figures have words in their place, the language is said."""
    if shutil.which("pdfua"):
        said_by("pdfua", "check", "--min-severity", "error", str(path))
    structure = Structure(path)
    expect(structure.root.get("/Lang") == "u:en-GB", f"{path.name}: its language is {structure.root.get('/Lang')}")
    levels = [HEADINGS[kind] for kind, _ in structure.elements if kind in HEADINGS]
    expect(bool(levels) and levels[0] == 1, f"{path.name} begins with a heading of level {levels[:1]}")
    for before, level in zip(levels, levels[1:]):
        expect(level <= before + 1, f"{path.name}: a heading of level {level} follows one of {before}")
    for table in structure.all("/Table"):
        expect("/TH" in structure.below(table), f"{path.name} has a table without headers")
    said = [figure.get("/Alt", "") for figure in structure.all("/Figure")]
    for figure in said:
        expect(len(figure) > 40, f"{path.name} has a figure with no words for it")
    for words in figures:
        expect(any(words in figure for figure in said), f"{path.name} has no figure that says “{words}”")


def check_sheet(path: Path, headings: set[str]) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows())
    titles = [cell.value for cell in rows[0]]
    expect(headings <= set(titles), f"{path.name} lacks the columns {headings - set(titles)}")
    for row in rows:
        for cell in row:
            expect(cell.data_type != "f", f"{path.name}: {cell.coordinate} is a formula")
    return [dict(zip(titles, (cell.value for cell in row))) for row in rows[1:]]


def check_table(path: Path, headings: set[str]) -> list[list[str]]:
    tables = docx.Document(str(path)).tables
    if not tables:
        faults.append(f"{path.name} has no table")
        return []
    rows = [[cell.text for cell in row.cells] for row in tables[0].rows]
    expect(headings <= set(rows[0]), f"{path.name} lacks the columns {headings - set(rows[0])}")
    return rows[1:]


def check_chronology(folder: Path, entries: list[dict]) -> None:
    wording = [plain(entry["text"]) for entry in entries]
    sheet = check_sheet(output(folder, "combined chronology.xlsx"), CHRONOLOGY_HEADINGS)
    expect([row["Entry"] for row in sheet] == [entry["id"] for entry in entries], "xlsx: other entries, or another order")
    expect([plain(row["What was recorded"]) for row in sheet] == wording, "xlsx: the wording is not the agencies’ own")

    claims = [entry["claim"] or "" for entry in entries]
    expect(any("own word" in claim for claim in claims), "json: no entry says that it rests on a person’s own word")
    expect([row["How it stands"] or "" for row in sheet] == claims, "xlsx: the badges of claims are not those of the JSON")

    with output(folder, "combined chronology.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    expect([line["Entry"] for line in lines] == [str(entry["id"]) for entry in entries], "csv: other entries, or another order")
    expect(not any(str(cell).startswith(("=", "+", "@")) for line in lines for cell in line.values()), "csv: a cell acts as a formula")

    table = check_table(output(folder, "combined chronology.docx"), {"Entry", "When", "Agency", "What was recorded"})
    expect(len(table) == len(entries), f"docx: {len(table)} rows for {len(entries)} entries")
    for row, text in zip(table, wording):
        expect(text in plain(" ".join(row)), f"docx: the wording of entry {row[0]} is not there")

    sentence = min((text for text in wording if len(text) > 30), key=len)
    check_pdf(output(folder, "combined chronology.pdf"), FEWEST_PAGES["combined chronology"], [sentence])
    report = output(folder, "overview report.pdf")
    check_pdf(report, FEWEST_PAGES["overview report"], [*REPORT_WORDS, sentence])
    check_structure(report, ["Timeline of the agencies’ records"])
    check_structure(output(folder, "combined chronology.pdf"), [])


def check_report(folder: Path) -> None:
    report = docx.Document(str(output(folder, "overview report.docx")))
    headings = [plain(paragraph.text) for paragraph in report.paragraphs if paragraph.style.name.startswith("Heading")]
    for word in REPORT_WORDS:
        expect(any(word in heading for heading in headings), f"the report in Word has no heading “{word}”")
    levels = [int(one.style.name[-1]) for one in report.paragraphs if re.fullmatch(r"Heading \d", one.style.name)]
    for before, level in zip(levels, levels[1:]):
        expect(level <= before + 1, f"the report in Word: a heading of level {level} follows one of {before}")
    expect(bool(report.core_properties.title) and report.core_properties.language == "en-GB", "the report in Word lacks title or language")
    for table in report.tables:
        expect("w:tblHeader" in table.rows[0]._tr.xml, "the report in Word has a table whose head is not repeated")
    numbered = [plain(paragraph.text) for paragraph in report.paragraphs if paragraph.style.name == "Numbered paragraph"]
    expect(len(numbered) >= 30, f"the report in Word has {len(numbered)} numbered paragraphs")
    pages = plain(said_by("pdftotext", "-raw", str(output(folder, "overview report.pdf")), "-"))
    first = re.match(r"(\d+\.\d+) (.{20})", numbered[0]) if numbered else None
    expect(bool(first) and first[1] in pages and first[2] in pages, "the report in Word and as PDF begin with other words")
    expect(len(report.tables) >= 2, "the report in Word lacks the chronology or the plan")


def check_plan(folder: Path) -> None:
    sheet = check_sheet(output(folder, "action plan.xlsx"), PLAN_HEADINGS)
    expect(len(sheet) >= 10, f"the plan has {len(sheet)} rows")
    table = check_table(output(folder, "action plan.docx"), WORD_PLAN_HEADINGS)
    expect(len(table) >= 10, f"the plan in Word has {len(table)} rows")
    check_pdf(output(folder, "action plan.pdf"), FEWEST_PAGES["action plan"], ["Lead agency", "Target date"])
    check_structure(output(folder, "action plan.pdf"), [])


def main() -> None:
    folder = Path(sys.argv[1])
    entries = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["entries"]
    expect(len(entries) >= 300, f"the sample has {len(entries)} entries")
    check_chronology(folder, entries)
    check_report(folder)
    check_plan(folder)
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(entries)} entries are the same in JSON, Excel, CSV and Word; three PDFs are whole, tagged and hold their text")


if __name__ == "__main__":
    main()
