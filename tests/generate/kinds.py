"""Files of every kind that the readers take, made of paragraphs. Each function returns the bytes of one file."""
import gzip
import html
import json
import struct


def wrapped(paragraph, width, divide):
    """Printed lines; a long word that does not fit is divided where `divide` is set."""
    lines, line = [], ""
    for word in paragraph.split():
        room = width - len(line) - 1
        if len(line) + 1 + len(word) <= width or not line:
            line = f"{line} {word}".lstrip()
        elif divide and room > 4 and len(word) > 8 and word.isalpha():
            lines.append(f"{line} {word[:room - 1 - room % 2]}-")
            line = word[room - 1 - room % 2:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def printed(paragraphs, random):
    """Text as an extractor gives it: lines of a column, perhaps with pages, double spacing, divided words."""
    width, divide, between = random.choice([38, 52, 66, 78]), random.random() < 0.7, random.choice(["\n", "\n", "\n\n"])
    text = between.join("\n".join(wrapped(p, width, divide)) + "\n" for p in paragraphs)
    if random.random() < 0.2:
        pages = text.split("\n\n")
        text = "\n\n\f".join(f"{page}\n\n{number}" for number, page in enumerate(pages, 1))
    return text


def txt(paragraphs, random):
    encoding = random.choices(["utf-8", "utf-8-sig", "utf-16", "cp1252"], weights=[85, 5, 5, 5])[0]
    text = printed(paragraphs, random)
    if encoding == "cp1252" and ("Ã" in text or "â€" in text):
        encoding = "utf-8"  # UTF-8 that was read wrongly would become right again, in a file that is not UTF-8
    return text.encode(encoding, errors="replace")


def txt_gz(paragraphs, random):
    return gzip.compress(printed(paragraphs, random).encode(), mtime=0)


def zstd_frame(data):
    """One frame of stored blocks (RFC 8878), so that no library is needed."""
    blocks = [data[i:i + 100_000] for i in range(0, len(data), 100_000)] or [b""]
    frame = b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(data))
    for number, block in enumerate(blocks, 1):
        frame += struct.pack("<I", len(block) << 3 | (number == len(blocks)))[:3] + block
    return frame


def txt_zst(paragraphs, random):
    return zstd_frame(printed(paragraphs, random).encode())


def page(paragraphs, random):
    """A web page with navigation, an article and comments."""
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
    comments = "".join(f"<div class='comment'><b>Lezer {n}</b><p>{html.escape(p)}</p></div>\n"
                       for n, p in enumerate(paragraphs[-random.randint(1, 3):], 1))
    return (f"<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><title>{html.escape(paragraphs[0][:60])}</title></head>\n"
            f"<body><nav><a href='/'>Home</a> <a href='/nieuws'>Nieuws</a></nav><article><h1>Bericht</h1>\n{body}</article>\n"
            f"<section id='comments'>{comments}</section><footer>Contact | Cookies</footer></body></html>\n").encode()


def record(identity, paragraphs):
    return json.dumps({"id": identity, "text": "\n\n".join(paragraphs), "channel": "forum"}, ensure_ascii=False).encode() + b"\n"


def pdf(paragraphs, _random):
    """One page for every forty lines, in a standard font."""
    lines = [line for p in paragraphs for line in [*wrapped(p, 80, True), ""]]
    pages = [lines[i:i + 40] for i in range(0, len(lines), 40)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for number, content in enumerate(pages):
        shown = b"\n".join(b"(" + line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*"
                           for line in content)
        stream = b"BT /F1 10 Tf 14 TL 60 780 Td\n" + shown + b"\nET"
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
                       % (5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return pdf_file(objects)


def pdf_file(objects, trailer=b""):
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, trailer, len(data))


def alto(paragraphs, _random):
    """A recognised page, a block for each paragraph."""
    blocks, top = [], 100
    for paragraph in paragraphs:
        lines = []
        for line in wrapped(paragraph, 60, False):
            words = "".join(f'<String CONTENT="{html.escape(word)}" HPOS="{100 + 100 * i}" VPOS="{top}" WIDTH="90" HEIGHT="30" WC="0.9"/>'
                            for i, word in enumerate(line.split()))
            lines.append(f'<TextLine HPOS="100" VPOS="{top}" WIDTH="1800" HEIGHT="30">{words}</TextLine>')
            top += 40
        blocks.append(f'<TextBlock HPOS="100" VPOS="{top}" WIDTH="1800" HEIGHT="40">{"".join(lines)}</TextBlock>')
        top += 60
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>'
            f'<Page ID="p1" PHYSICAL_IMG_NR="1" WIDTH="2000" HEIGHT="{top + 100}"><PrintSpace>{"".join(blocks)}</PrintSpace></Page></Layout></alto>\n').encode()


# File name's end → what makes it and how many of a hundred documents it is. Records of JSON lines share files.
KINDS = {
    ".txt": (txt, 45),
    ".txt.gz": (txt_gz, 6),
    ".txt.zst": (txt_zst, 4),
    ".html": (page, 15),
    ".jsonl": (None, 20),
    ".pdf": (pdf, 6),
    ".alto.xml": (alto, 4),
}
