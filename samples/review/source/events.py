"""The events of one agency, as they stand in a source text.

    # a remark
    ## 2018                                  a heading row (a year) in the agency's table
    12/04/2019 | 21:10 | What happened …     a row; the fields are named in the first lines of each text
    ~ #p-april                               its name, for truth.toml and review.toml
    ~ +pol Why …                             a tag of the coder, with memo; the short keys stand in decisions.py
    ~ basis=victim                           also enq=, dis=: what the coder decided by hand
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Event:
    fields: list[str]
    is_heading: bool = False
    name: str = ""
    tags: list[tuple[str, str]] = field(default_factory=list)
    basis: str = ""
    enquiry: str = ""
    disclosure: str = ""
    row: int = 0
    """The row in the written file as its own program counts, set by the writer."""


def read_events(path: Path) -> list[Event]:
    events: list[Event] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            events.append(Event([line[3:].strip()], is_heading=True))
        elif line.startswith("~ "):
            decide(events[-1], line[2:].strip(), f"{path.name}, line {number}")
        elif line.strip() and not line.startswith("#"):
            events.append(Event([part.strip() for part in line.split("|")]))
    widths = {len(event.fields) for event in events if not event.is_heading}
    if len(widths) != 1:
        raise SystemExit(f"{path.name}: rows of different widths {widths}")
    return events


def decide(event: Event, words: str, where: str) -> None:
    if words.startswith("#"):
        event.name = words[1:]
    elif words.startswith("+"):
        key, _, memo = words[1:].partition(" ")
        event.tags.append((key, memo))
    elif words.startswith("basis="):
        event.basis = words[6:]
    elif words.startswith("enq="):
        event.enquiry = words[4:]
    elif words.startswith("dis="):
        event.disclosure = words[4:]
    else:
        raise SystemExit(f"{where}: not understood: {words}")
