#!/usr/bin/env python3
"""Makes ../sample/scan.alto.xml: what recognition makes of two pages in two columns.

In scan.utf8, "corpo-{corporatie}" at a line end is a break that recognition saw through; one without
braces is left to the repair. Units are tenths of a millimetre."""
import pathlib
import re
from xml.sax.saxutils import quoteattr

HERE = pathlib.Path(__file__).parent
ADVANCE, HEIGHT, LEADING = 16, 36, 48  # of a character, a word, a line


def confidence(word):
    return 0.7 + sum(map(ord, word)) % 30 / 100


class Page:
    def __init__(self, number):
        self.number, self.blocks = number, {"Top": [], "Print": [], "Bottom": []}

    def xml(self, waiting):
        def area(tag, name):
            return f"<{tag}>" + "".join(
                block.xml(self.number, waiting if name == "Print" else []) for block in self.blocks[name]) + f"</{tag}>\n"
        return (f'<Page ID="P{self.number}" PHYSICAL_IMG_NR="{self.number}" WIDTH="2100" HEIGHT="2970">\n'
                + area("TopMargin", "Top") + area("BottomMargin", "Bottom") + area("PrintSpace", "Print") + "</Page>\n")


class Block:
    def __init__(self, left, top, style, tag=""):
        self.left, self.top, self.style, self.tag, self.lines = left, top, style, tag, []

    def xml(self, page, waiting):
        tag = f" TAGREFS={quoteattr(self.tag)}" if self.tag else ""
        out = f'<TextBlock ID="B{page}_{self.left}_{self.top}" STYLEREFS="{self.style}"{tag}>\n'
        for row, line in enumerate(self.lines):
            out += "<TextLine>" + self.line(line, self.top + row * LEADING, waiting) + "</TextLine>\n"
        return out + "</TextBlock>\n"

    def line(self, text, top, waiting):
        out, left = [], self.left
        for word in text.split():
            shown, whole = re.fullmatch(r"([^{]*)(?:{(.*)})?", word).groups()
            hyphen = bool(whole) and shown.endswith("-")
            content = shown[:-1] if hyphen else shown
            width = ADVANCE * len(content)
            subs = ""
            if waiting:
                subs = f' SUBS_TYPE="HypPart2" SUBS_CONTENT={quoteattr(waiting.pop())}'
            if whole:
                waiting.append(whole)
                subs = f' SUBS_TYPE="HypPart1" SUBS_CONTENT={quoteattr(whole)}'
            string = (f'<String CONTENT={quoteattr(content)} HPOS="{left}" VPOS="{top}" WIDTH="{width}"'
                      f' HEIGHT="{HEIGHT}" WC="{confidence(content):.2f}"{subs}/>')
            left += width
            if hyphen:
                string += f'<HYP CONTENT="-" HPOS="{left}" VPOS="{top}" WIDTH="{ADVANCE}" HEIGHT="{HEIGHT}"/>'
            out.append(string)
            left += ADVANCE
        return "<SP/>".join(out)


def read(text):
    pages = []
    for line in text.splitlines():
        kind, *rest = line.split(" ", 3)
        if kind == "page":
            pages.append(Page(len(pages) + 1))
        elif kind in ("top", "title", "foot", "column") and len(rest) >= 2 and rest[0].isdigit():
            area = {"top": "Top", "foot": "Bottom"}.get(kind, "Print")
            tag = {"foot": "number", "title": "heading"}.get(kind, "")
            block = Block(int(rest[0]), int(rest[1]), "title" if kind == "title" else "body", tag)
            block.lines = rest[2:]
            pages[-1].blocks[area].append(block)
        else:
            pages[-1].blocks["Print"][-1].lines.append(line)
    return pages


def main():
    waiting = []
    # The second half of a word may stand on the next page, below its running head.
    pages = "".join(page.xml(waiting) for page in read((HERE / "scan.utf8").read_text("utf-8")))
    (HERE.parent / "sample" / "scan.alto.xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description><MeasurementUnit>mm10</MeasurementUnit></Description>
<Styles>
<TextStyle ID="body" FONTFAMILY="Times" FONTSIZE="10"/><TextStyle ID="title" FONTFAMILY="Times" FONTSIZE="18"/>
</Styles>
<Tags><StructureTag ID="heading" LABEL="heading"/><StructureTag ID="number" LABEL="page-number"/></Tags>
<Layout>
{pages}</Layout>
</alto>
""", "utf-8")


main()
