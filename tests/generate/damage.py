"""Ways in which a file or record can be bad, and what the run must say of it."""
import os
import struct

import kinds

# Of each: the end of the file's name, the step that refuses it, the kind of error, and words of the reason.
EXPECTED = {
    "invalid_utf8": (".txt", "read.text", "bad_input", "offset"),
    "binary": (".txt", "read.text", "bad_input", "not a text file"),
    "truncated_gzip": (".txt.gz", "read.text", "bad_input", "truncated"),
    "truncated_zstd": (".txt.zst", "read.text", "bad_input", "truncated"),
    "truncated_pdf": (".pdf", "read.pdf", "bad_input", "truncated"),
    "encrypted_pdf": (".pdf", "read.pdf", "bad_input", "password"),
    "empty_pdf": (".pdf", "read.pdf", "bad_input", "not a PDF file"),
    "wrong_encoding": (".alto.xml", "read.alto", "bad_input", "UTF-8"),
    "truncated_xml": (".alto.xml", "read.alto", "bad_input", "end of data"),
    "damaged_koppel": (".koppel", "read.koppel", "bad_input", "damaged"),
    "malformed_record": (".jsonl", "read.jsonl", "bad_input", "not valid JSON"),
    "duplicate_id": (".jsonl", "read.jsonl", "bad_input", "was read before"),
    "unreadable": (".txt", "read.text", "io", "ermission"),
}
RECORDS = ("malformed_record", "duplicate_id")  # bad lines between good ones; the others are files


def ways():
    """Those that this user can meet: root may read every file."""
    return [way for way in EXPECTED if way != "unreadable" or os.geteuid() != 0]


def bad_file(way, paragraphs, random):
    text = "\n\n".join(paragraphs).encode()
    if way == "invalid_utf8":
        middle = len("\n\n".join(paragraphs)[:40].encode())
        return "é ë ï ".encode() + text[:middle] + b" \xff\xfe\x80 " + text[middle:]
    if way == "binary":
        return b"\x89PNG\r\n\x1a\n" + bytes(random.randrange(256) for _ in range(2000))
    if way == "wrong_encoding":
        return kinds.alto(["Caf\u00e9 Zo\u00eb. " + paragraphs[0]], random).decode().encode("latin-1", "replace")
    if way == "encrypted_pdf":
        return encrypted_pdf(random)
    if way == "damaged_koppel":
        return damaged_koppel(random)
    if way in ("empty_pdf", "unreadable"):
        return b"" if way == "empty_pdf" else text
    whole = {"truncated_gzip": kinds.txt_gz, "truncated_zstd": kinds.txt_zst, "truncated_pdf": kinds.pdf, "truncated_xml": kinds.alto}[way]
    data = whole(paragraphs, random)
    return data[:random.randint(len(data) // 3, 2 * len(data) // 3)]


def bad_record(way, duplicate_of):
    if way == "malformed_record":
        return b'{"id": "half", "text": "een zin die niet wordt afgesloten\n'
    return kinds.record(duplicate_of, ["Een tweede document onder dezelfde naam."])


def encrypted_pdf(random):
    """Forty-bit encryption under a password that nobody knows."""
    key = [bytes(random.randrange(256) for _ in range(32)).hex().encode() for _ in range(2)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>",
               b"<< /Filter /Standard /V 1 /R 2 /P -64 /O <%s> /U <%s> >>" % tuple(key)]
    return kinds.pdf_file(objects, b"/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ")


def damaged_koppel(random):
    """A header whose digest does not fit what stands behind it."""
    content = b"koppel\r\n" + struct.pack("<I", 1) + bytes(random.randrange(256) for _ in range(32)) + b"schemas"
    return struct.pack("<II", 0x184D2A50, len(content)) + content
