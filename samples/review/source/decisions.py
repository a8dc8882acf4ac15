"""decisions.toml: the names of rows, and what the coder decided by hand, by file and row."""

from pathlib import Path

from events import Event

WEAKNESSES = {
    "pol": "policy_not_followed",
    "jud": "policy_over_judgement",
    "dyn": "dynamics_not_understood",
    "inf": "information_not_shared",
    "std": "lower_risk_unsupported",
    "trn": "training_lacking",
    "par": "partnership_uncoordinated",
    "mix": "abuse_substances_mental_health",
    "enq": "no_enquiry",
    "hou": "safe_housing",
    "spec": "specialist_under_resourced",
    "com": "commissioning",
    "good": "good_practice",
}


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_decisions(path: Path, written: list[tuple[str, list[Event]]]) -> None:
    lines = [
        "# Written by make.py from source/*.txt. Change it there.",
        "# Rows are counted as the file's own program counts them: from 1, in the sheet, the table or the file.",
        "",
        "# ---- Rows that review.toml and truth.toml speak of by name ----",
        "",
        "[places]",
    ]
    for file, events in written:
        lines += [f"{e.name} = {{ file = {quoted(file)}, row = {e.row} }}" for e in events if e.name]
    lines += ["", "# ---- What the chair saw in an entry ----", ""]
    for file, events in written:
        for event in events:
            for key, memo in event.tags:
                lines += [
                    "[[taggings]]",
                    f"file = {quoted(file)}",
                    f"row = {event.row}",
                    f"weakness = {quoted(WEAKNESSES[key])}",
                    f"memo = {quoted(memo)}",
                    "",
                ]
    lines += ["# ---- Who says so; whether abuse was asked about, and disclosed ----", ""]
    for file, events in written:
        for event in events:
            settled = [
                (key, value)
                for key, value in [
                    ("basis", event.basis),
                    ("enquiry", event.enquiry),
                    ("disclosure", event.disclosure),
                ]
                if value
            ]
            if settled:
                lines += ["[[settled]]", f"file = {quoted(file)}", f"row = {event.row}"]
                lines += [f"{key} = {quoted(value)}" for key, value in settled] + [""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
