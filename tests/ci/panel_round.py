#!/usr/bin/env python3
"""A round of comments through LibreOffice: comments and tracked changes are made by it, not by us.

    panel_round.py LANTERN REVIEW FOLDER

Needs LibreOffice Writer (soffice) and its module uno. LANTERN_PASSPHRASE opens the review, of which a copy is used. Says what is wrong and
ends with 1, or says what it has checked.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

AUTHOR = "Ngozi Achterberg"

faults: list[str] = []


def expect(true: bool, fault: str) -> None:
    if not true:
        faults.append(fault)


class Lantern:
    def __init__(self, program: str, review: Path):
        self.program = program
        self.review = review

    def run(self, *arguments: str) -> dict:
        """`lantern round REVIEW …`, as JSON."""
        command = [self.program, "round", str(self.review), *arguments, "--json"]
        ended = subprocess.run(command, capture_output=True, text=True)
        if ended.returncode != 0:
            sys.exit(f"{command} ended with {ended.returncode}: {ended.stderr}")
        return json.loads(ended.stdout)

    def undo(self) -> None:
        subprocess.run([self.program, "undo", str(self.review)], check=True, capture_output=True)

    def comments(self) -> int:
        rounds = self.run("status")["rounds"]
        return sum(member["comments"] for round in rounds for member in round["members"])


def started(folder: Path, pipe: str) -> subprocess.Popen:
    """LibreOffice without a window, with settings of its own."""
    profile = (folder / "profile").as_uri()
    return subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001: it has not started yet, whatever it says
            time.sleep(0.5)
    sys.exit("LibreOffice did not start within two minutes")


def value(name: str, what) -> PropertyValue:
    return PropertyValue(Name=name, Value=what)


class Draft:
    """A Word file in LibreOffice, without a view of it: drawing comments beside the page ends LibreOffice 7.4 where there is no screen."""

    FORMAT = "MS Word 2007 XML"

    def __init__(self, context, path: Path):
        self.document = context.ServiceManager.createInstanceWithContext("com.sun.star.text.TextDocument", context)
        self.document.load((value("URL", path.as_uri()), value("FilterName", self.FORMAT)))

    def words(self, words: str):
        for paragraph in self.every_paragraph():
            at = paragraph.getString().find(words)
            if at >= 0:
                cursor = paragraph.getText().createTextCursorByRange(paragraph.getStart())
                cursor.goRight(at, False)
                cursor.goRight(len(words), True)
                return cursor
        sys.exit(f"LibreOffice does not find “{words}” in the draft")

    def comment(self, on: str, text: str) -> None:
        note = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author = AUTHOR
        note.Content = text
        found = self.words(on)
        found.getText().insertTextContent(found, note, True)

    def track(self, on: bool) -> None:
        self.document.RecordChanges = on

    def insert_after(self, words: str, text: str) -> None:
        found = self.words(words)
        cursor = found.getText().createTextCursorByRange(found.getEnd())
        found.getText().insertString(cursor, text, False)

    def strike(self, words: str) -> None:
        self.words(words).setString("")

    def every_paragraph(self):
        every = self.document.getText().createEnumeration()
        while every.hasMoreElements():
            one = every.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                yield one

    def paragraphs(self) -> list[str]:
        return [one.getString() for one in self.every_paragraph()]

    def save(self, path: Path) -> None:
        self.document.storeToURL(path.as_uri(), (value("FilterName", self.FORMAT),))

    def close(self) -> None:
        self.document.close(True)


def long_words(paragraphs: list[str]) -> list[str]:
    """From each of the draft's numbered paragraphs some words in its middle that stand nowhere else."""
    everything = "\n".join(paragraphs)
    chosen = []
    for paragraph in paragraphs:
        words = paragraph.split()
        if len(words) < 30 or not words[0][:1].isdigit():
            continue
        middle = " ".join(words[12:16])
        if everything.count(middle) == 1:
            chosen.append(middle)
    return chosen


def check(lantern: Lantern, context, folder: Path) -> None:
    sent = lantern.run("send", "1", "--out", str(folder / "sent"))["files"]
    most = max(sent, key=lambda file: file["paragraphs"])
    path = Path(most["file"])
    before = lantern.comments()

    untouched = folder / "untouched.docx"
    draft = Draft(context, path)
    draft.save(untouched)
    places = long_words(draft.paragraphs())
    expect(len(places) >= 6, f"only {len(places)} paragraphs of the draft are long enough")

    draft.comment(places[0], "Is this from the log?")
    draft.comment(places[1], "Five words of my own")
    first = folder / "first.docx"
    draft.save(first)
    draft.track(True)
    draft.insert_after(places[2], " ADDED BY A MEMBER")
    draft.strike(places[3])
    draft.track(False)
    draft.insert_after(places[4], " TYPED WITHOUT TRACKING")
    draft.comment(places[5], "A later thought")
    newer = folder / "renamed by somebody.docx"
    draft.save(newer)
    draft.close()

    # LibreOffice reads what it wrote, and writes it again.
    again = folder / "saved twice.docx"
    draft = Draft(context, newer)
    draft.save(again)
    draft.close()

    # Saving a draft in another program says nothing by itself; what was said before is known again.
    for file, added, known in [(untouched, 0, 0), (first, 2, 0), (newer, 4, 2), (first, 0, 2), (newer, 0, 6), (again, 0, 6)]:
        taken = lantern.run("collect", str(file))["files"][0]
        got = (taken["added"], taken["known"])
        expect(got == (added, known), f"{file.name}: added and known are {got}, not {(added, known)}; {taken['notes']}")
        expect(taken["unanchored"] == 0, f"{file.name}: {taken['unanchored']} comments have no place")
        expect(taken["member"] == most["member"], f"{file.name} was taken for {taken['member']}’s")
    expect(lantern.comments() == before + 6, f"the ledger has {lantern.comments()} comments, not {before + 6}")
    for _ in range(4):
        lantern.undo()
    expect(lantern.comments() == before, "undoing did not bring the ledger back")


def main() -> None:
    program, review, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "review.lantern"
    shutil.copyfile(review, copy)
    pipe = f"lantern-{os.getpid()}"
    office = started(folder, pipe)
    try:
        check(Lantern(program, copy), connected(pipe), folder)
    finally:
        office.terminate()
        office.wait(timeout=60)
    for fault in faults:
        print(f"wrong: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    print("A round through LibreOffice: comments and tracked changes came back to their paragraphs, each once.")


if __name__ == "__main__":
    main()
