"""Makes an office file the same on every run: fixed dates inside, fixed times in the archive."""

import re
import zipfile
from pathlib import Path

FIXED = "2021-11-22T09:00:00Z"


def settle(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            if name == "docProps/core.xml":
                text = data.decode("utf-8")
                text = re.sub(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rf"\g<1>{FIXED}", text)
                data = text.encode("utf-8")
            info = zipfile.ZipInfo(name, (2021, 11, 22, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
