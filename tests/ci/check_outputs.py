#!/usr/bin/env python3
"""Reads the outputs of `lantern demo` again with programs that know nothing of Lantern.

    check_outputs.py FOLDER CHRONOLOGY_JSON

Needs openpyxl, python-docx, qpdf, pdfinfo, pdftotext and LibreOffice; where the checker `pdfua` (PyPI) is installed, it is asked, too.
Says what is wrong and ends with 1, or says what it has checked.
"""

import csv
import functools
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.table import _Cell

CHRONOLOGY_HEADINGS = {"Entry", "When, as written", "When, as understood", "Agency", "What was recorded", "Place in the file"}
PLAN_HEADINGS = {"Recommendation", "Action to take", "Lead agency", "Person responsible", "Target date", "Resources and costs"}
WORD_PLAN_HEADINGS = {"Recommendation", "Action to take", "Lead agency", "Target date"}
# Section headings of the report, and words of the chronology and the plan that are appended to it.
REPORT_WORDS = ["Terms of reference", "Methodology", "Equality and diversity", "Lessons to be learnt", "Recommendations"]
FEWEST_PAGES = {"overview report": 40, "executive summary": 3, "combined chronology": 30, "action plan": 2}
# Forms of people of the sample, which the working version holds and the publication must not.
NAMES = ["Catarina", "Hartnoll", "Velloso", "Ruan", "Tomás", "Okparaeke", "Falkenrath", "Ebsworth"]
LETTER = "response to the quality assurance letter"

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
    ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
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
    table = tables[0]
    rows = [[_Cell(cell, table).text for cell in row._tr.tc_lst] for row in table.rows]
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


def check_rendered(folder: Path) -> None:
    """LibreOffice opens every Word file and lays it out, with its words on pages."""
    documents = sorted(folder.glob("*.docx"))
    expect(len(documents) >= 5, f"{folder.name} has {len(documents)} Word files")
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}"
        said_by("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, *map(str, documents))
        for document in documents:
            pages = Path(scratch, document.stem + ".pdf")
            if not pages.is_file():
                faults.append(f"{document.name} cannot be laid out by LibreOffice")
                continue
            subject = document.stem.rsplit(" - ", 1)[1]
            check_pages(pages, FEWEST_PAGES.get(subject, 1), document)


def check_pages(pages: Path, fewest: int, document: Path) -> None:
    about = re.search(r"^Pages:\s+(\d+)", said_by("pdfinfo", str(pages)), re.MULTILINE)
    expect(bool(about) and int(about[1]) >= fewest, f"{document.name} has fewer than {fewest} pages in LibreOffice")
    shown = plain(said_by("pdftotext", "-raw", str(pages), "-"))
    titles = [plain(paragraph.text) for paragraph in docx.Document(str(document)).paragraphs if paragraph.style.name.startswith("Heading")]
    for title in titles:
        expect(title in shown, f"{document.name}: LibreOffice does not show “{title}”")


def check_plan(folder: Path) -> None:
    sheet = check_sheet(output(folder, "action plan.xlsx"), PLAN_HEADINGS)
    expect(len(sheet) >= 10, f"the plan has {len(sheet)} rows")
    table = check_table(output(folder, "action plan.docx"), WORD_PLAN_HEADINGS)
    expect(len(table) >= 10, f"the plan in Word has {len(table)} rows")
    check_pdf(output(folder, "action plan.pdf"), FEWEST_PAGES["action plan"], ["Lead agency", "Target date"])
    check_structure(output(folder, "action plan.pdf"), [])


@functools.cache
def all_text(path: Path) -> str:
    """Everything that can be read in a file: pages, properties and what the structure says, or every part of an Office file."""
    if path.suffix == ".pdf":
        return said_by("pdftotext", "-raw", str(path), "-") + said_by("pdfinfo", str(path)) + said_by("qpdf", "--json=2", "--json-key=qpdf", str(path))
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text(encoding="utf-8-sig")


def check_manifest(folder: Path, edition: str) -> list[Path]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    expect(manifest["edition"] == edition, f"{folder.name}: the manifest is of another edition")
    files = [folder / file["name"] for file in manifest["files"]]
    there = {path.name for path in folder.iterdir()} - {"manifest.json"}
    expect(there == {path.name for path in files}, f"{folder.name}: the manifest names other files than there are")
    for file, path in zip(manifest["files"], files):
        expect(hashlib.sha256(path.read_bytes()).hexdigest() == file["sha256"], f"{path.name} is not the one of the manifest")
    return files


def check_sets(working: Path, publication: Path) -> None:
    kept = check_manifest(working, "working_version")
    safe = check_manifest(publication, "publication")
    expect(not {path.name for path in kept} & {path.name for path in safe}, "a file of both editions has the same name")
    for path in kept:
        if path.suffix in (".pdf", ".docx", ".xlsx"):
            expect("working version" in all_text(path), f"{path.name} does not say what it is")
    names = "".join(all_text(path) for path in kept)
    for name in NAMES:
        expect(name in names, f"the working version does not hold “{name}”: this check would find nothing")
    for path in safe:
        text = plain(all_text(path))
        for name in NAMES:
            expect(name not in text, f"{path.name} holds “{name}”")
        expect("working version" not in text, f"{path.name} says that it is a working version")
    check_pdf(output(publication, "executive summary.pdf"), FEWEST_PAGES["executive summary"], ["Key issues", "Lessons to be learnt"])
    check_table(output(publication, f"{LETTER}.docx"), {"Point raised", "Answer", "Paragraph"})
    check_pdf(output(publication, f"{LETTER}.pdf"), 1, ["Point raised"])
    answers = json.loads(output(publication, "data record.json").read_text(encoding="utf-8"))["answers"]
    record = {answer["key"]: answer["answer"] for answer in answers}
    expect(bool(re.fullmatch(r"\d{4}(-\d{2})?", record.get("month_of_death", ""))), "the data record does not tell the month of the death")
    expect("not indicated" in record.values(), "the data record has an answer to everything")
    with output(publication, "data record.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = {line["Key"]: line["Answer"] for line in csv.DictReader(file)}
    expect(lines == record, "the data record says other things as CSV than as JSON")


def check_evaluation(folder: Path) -> None:
    """The evaluation as pages and in Word say what its JSON says; small counts are in none of them."""
    said = json.loads((folder / "evaluation.json").read_text(encoding="utf-8"))
    titles = [section["title"] for section in said["sections"]]
    expect(len(titles) >= 10 and said["edition"] == "released", f"the evaluation has {len(titles)} sections, edition {said['edition']}")
    small = [name for name, count in said["counts"].items() if count is not None and 0 < count < said["threshold"]]
    expect(not small, f"the released evaluation holds small counts: {small[:5]}")
    check_pdf(folder / "evaluation.pdf", 8, titles)
    check_structure(folder / "evaluation.pdf", [])
    word = plain(" ".join(paragraph.text for paragraph in docx.Document(str(folder / "evaluation.docx")).paragraphs))
    for title in titles:
        expect(title in word, f"the evaluation in Word does not say “{title}”")


def main() -> None:
    folder, publication = (Path(sys.argv[1]) / name for name in ("working version", "publication"))
    entries = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["entries"]
    expect(len(entries) >= 300, f"the sample has {len(entries)} entries")
    check_chronology(folder, entries)
    check_report(folder)
    check_plan(folder)
    check_sets(folder, publication)
    check_rendered(publication)
    check_evaluation(Path(sys.argv[1]) / "evaluation")
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(entries)} entries are the same in JSON, Excel, CSV and Word; three PDFs are whole, tagged and hold their text; the publication holds no name; LibreOffice lays its Word files out")
    if shutil.which("pdfua"):
        print("pdfua (16 of the 106 rules of PDF/UA-1) has no complaint either")
    else:
        print("pdfua is not installed: tags, headings, table heads, figures and language were asserted through qpdf only")


if __name__ == "__main__":
    main()
