#!/usr/bin/env python3
"""Writes the samples whose bytes are not plain UTF-8 text. See README.md."""

import gzip
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
SAMPLES = SOURCES.parent / "sample"


def as_windows_1252(text: bytes) -> str:
    """Decodes as a browser does: the five bytes without a character stay controls."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text
    )


def garble_quoted(text: str) -> str:
    """Misreads the quoted mail lines, as a chain of mail programs would."""
    return "".join(
        as_windows_1252(line.encode()) if line.startswith(">") else line
        for line in text.splitlines(keepends=True)
    )


def source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def main() -> None:
    mail = source("mail.utf8").replace("\n", "\r\n")
    (SAMPLES / "mail.txt").write_bytes(mail.encode("cp1252"))

    newsletter = source("newsletter.utf8").replace("\n", "\r\n")
    (SAMPLES / "newsletter.txt").write_bytes(b"\xff\xfe" + newsletter.encode("utf-16-le"))

    (SAMPLES / "panel.txt").write_bytes(garble_quoted(source("panel.utf8")).encode())

    report = source("annual_report.utf8").encode()
    (SAMPLES / "annual_report.txt.gz").write_bytes(gzip.compress(report, mtime=0))


if __name__ == "__main__":
    main()
