#!/usr/bin/env python3
"""Writes the sample's returns, decisions.toml and dates.tsv from the hand-written events in source/*.txt.

Needs openpyxl and python-docx; LibreOffice (soffice) re-saves hospital.xlsx, as that agency would have done.
The same sources give the same bytes (with one version of those programs). Run it from any folder:

    python3 samples/review/make.py
"""

from pathlib import Path
import sys

sys.dont_write_bytecode = True

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "source"))

from dates import write_dates  # noqa: E402
from decisions import write_decisions  # noqa: E402
from events import read_events  # noqa: E402
import as_csv  # noqa: E402
import as_excel  # noqa: E402
import as_word  # noqa: E402

RETURNS = [
    ("police", "police_return.xlsx", as_excel.police),
    ("ambulance", "ambulance.csv", as_csv.ambulance),
    ("gp", "gp_records.docx", as_word.gp),
    ("hospital", "hospital.xlsx", as_excel.hospital),
    ("maternity", "maternity_and_health_visiting.csv", as_csv.maternity),
    ("childrens", "childrens_services.docx", as_word.childrens),
    ("housing", "housing_chronology_FINAL_v2.docx", as_word.housing),
    ("school", "school.csv", as_csv.school),
    ("probation", "probation.csv", as_csv.probation),
    ("mental_health", "mental_health.xlsx", as_excel.mental_health),
    ("specialist", "specialist_service.docx", as_word.specialist),
]


def main() -> None:
    written = []
    for source, file, write in RETURNS:
        events = read_events(HERE / "source" / f"{source}.txt")
        write(HERE / file, events)
        written.append((source, file, events))
        print(f"{file}: {sum(not event.is_heading for event in events)} rows")
    write_decisions(HERE / "decisions.toml", [(file, events) for _, file, events in written])
    write_dates(HERE / "dates.tsv", written)


if __name__ == "__main__":
    main()
