#!/usr/bin/env python3
"""Makes ../scans/: what recognition makes of two old pages, in PAGE XML and in hOCR.

The texts below are as recognition read them: rn for m, digits for letters, lost ligatures, double hyphens.
Units are pixels at 300 dots per inch."""
import pathlib
from xml.sax.saxutils import escape

ADVANCE, HEIGHT, LEADING, LEFT, TOP = 22, 40, 56, 150, 160

ALMANAC = """\
Almanak voor de polder

Wie in de polder woont, weet dat het water
nooit slaapt. De mo1en draait zoolang de wind
het wil, en daarna draait de rnolenaar aan het
wiel. In de winter ligt het land onder een dun⸗
ne laag ijs en rijden de kinderen op ſchaatſen
naar school. In den zomer staat het gras zoo
hoog dat men de koeien er in zoeken moet.

Het water is de vijand en het water is de vriend
van wie hier woont. Zonder water geen gras, zon¬
der gras geen koeien en zonder koeien geen kaas.
De molen houdt het land droog, en de molenaar
houdt de molen heel. Hij krijgt daarvoor van ieder
die in den polder woont een kaas in het jaar, en
van wie geen kaas heeft een ei. De kinderen krij⸗
gen van hem een appel, als de oogſt goed was. Van
het vvater krijgt hij niets."""

COUNCIL = """\
De raad vergaderde in december over de brug. De
brug is oud, en het verkeer over de brug neemt
toe. De voorzitter vond dat de brug officieel nog
veilig is. De fietsers vinden van niet: zij moe-
ten met hun fi ets tussen de auto's door. Een
lid van de raad zei dat de fietsers gelijk heb-
ben. De voorzitter antwoordde dat het geld voor
een nieuwe brug er niet is, en dat het er ook
niet komt zolang de raad elk jaar een nieuw
stadhuis wil.

Daarop bleef het ecn tijd stil. Toen stelde het
oudste lid van de raad voor om de brug elke
zondag voor auto's te sluiten. Dat is of cieel
niet toegestaan, maar het kost niets. De raad
ging akkoord, de auto's gaan nu over de dijk, en
wie een fiets heeft, over de brug. De dijk is
ook oud, maar daar vergadert de raad pas over
in de zomer."""


def words_of(line, top):
    left = LEFT
    for word in line.split():
        right = left + ADVANCE * len(word)
        yield word, (left, top, right, top + HEIGHT)
        left = right + ADVANCE


def blocks(text):
    """Every block as its lines, a line as its words with their boxes."""
    top = TOP
    for block in text.split("\n\n"):
        lines = []
        for line in block.splitlines():
            lines.append(list(words_of(line, top)))
            top += LEADING
        yield lines
        top += LEADING


def outline(boxes):
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return left, top, right, bottom


def coords(box):
    left, top, right, bottom = box
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def page_xml(text):
    out = []
    for number, lines in enumerate(blocks(text)):
        boxes = [box for line in lines for _, box in line]
        kind = "heading" if number == 0 else "paragraph"
        out.append(f'<TextRegion id="r{number}" type="{kind}">{coords(outline(boxes))}')
        for row, line in enumerate(lines):
            words = "".join(f'<Word id="r{number}l{row}w{i}">{coords(box)}<TextEquiv><Unicode>{escape(word)}</Unicode></TextEquiv></Word>'
                            for i, (word, box) in enumerate(line))
            out.append(f'<TextLine id="r{number}l{row}">{coords(outline([box for _, box in line]))}{words}</TextLine>')
        out.append("</TextRegion>")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">\n'
            '<Page imageWidth="1500" imageHeight="1600" imageXResolution="300" imageYResolution="300"'
            ' imageResolutionUnit="PPI" primaryLanguage="Dutch">\n' + "\n".join(out) + "\n</Page>\n</PcGts>\n")


def hocr(text):
    out = []
    for lines in blocks(text):
        out.append('<div class="ocr_carea"><p class="ocr_par" lang="nld">')
        for line in lines:
            words = " ".join('<span class="ocrx_word" title="bbox %d %d %d %d; x_wconf 90">%s</span>' % (*box, escape(word))
                             for word, box in line)
            out.append('<span class="ocr_line" title="bbox %d %d %d %d">%s</span>' % (*outline([box for _, box in line]), words))
        out.append("</p></div>")
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8"/><title>Raad</title></head><body>\n'
            '<div class="ocr_page" title="bbox 0 0 1500 1600; scan_res 300 300">\n' + "\n".join(out) + "\n</div>\n</body></html>\n")


def main():
    folder = pathlib.Path(__file__).parent.parent / "scans"
    folder.mkdir(exist_ok=True)
    (folder / "almanac.page.xml").write_text(page_xml(ALMANAC), "utf-8")
    (folder / "council.hocr").write_text(hocr(COUNCIL), "utf-8")


main()
