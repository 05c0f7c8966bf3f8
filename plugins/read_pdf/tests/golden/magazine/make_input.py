#!/usr/bin/env python3
"""Makes input.pdf: two pages of a magazine in two columns, with all that stands aside in one: a drop
cap, headings, a caption, a pull quote and footnotes that interrupt sentences; and with what only looks
like it: a numbered list, a bold line among items, a poem in the middle of its column."""
import pathlib

PAGE = (420, 420)
LEFT, RIGHT, TOP, LEADING = 30, 225, 330, 12
REGULAR, BOLD, ITALIC = "F1", "F2", "F3"
FONTS = {REGULAR: "Times-Roman", BOLD: "Times-Bold", ITALIC: "Times-Italic"}


class Column:
    def __init__(self, page, left, top=TOP):
        self.page, self.left, self.y = page, left, top

    def lines(self, *texts, font=REGULAR, size=10, indent=0, hang=0):
        """`indent` moves the first line, `hang` the others."""
        for row, text in enumerate(texts):
            self.page.append((self.left + (hang if row else indent), self.y, text, font, size))
            self.y -= size * LEADING / 10
        return self

    def white(self, points=10):
        self.y -= points
        return self


def first_page():
    page = [(30, 375, "De tuin die niemand wilde", BOLD, 20)]
    # The letter is as high as two lines.
    page.append((LEFT, TOP - LEADING, "N", REGULAR, 28))
    left = Column(page, LEFT)
    left.lines("iemand weet nog wie het hek", "heeft opengezet, maar sinds dat", hang=24, indent=24)
    left.lines("voorjaar groeit er bij de flat aan de", "Singel van alles. De eerste bonen waren",
               "voor de slakken.1 De tweede niet.")
    left.lines("De buurt kwam kijken, eerst over het", "hek en daarna erdoor. Er werd geoogst", indent=12)
    left.white().lines("Figuur 1 De moestuin in de eerste", "zomer, van het balkon gezien", font=ITALIC, size=8)
    left.white().lines("en gegeten, en wie wilde kreeg een", "sleutel. Zo ging het drie jaar goed.")
    left.white().lines("Wie er nu komt", font=BOLD, size=12).white(4)
    left.lines("Op zaterdag staat er koffie. De vereni-")
    left.white(8).lines("1 De slakken kwamen uit de sloot, zo", "bleek later uit onderzoek.", size=7)
    right = Column(page, RIGHT)
    right.lines("‘Wij hebben geen tuinman", "nodig, wij hebben regen.’", font=ITALIC, size=13)
    right.white(8).lines("ging telt nu veertig leden, van wie er", "dertig ook echt komen. De voorzitter",
                         "zegt dat het er niet om gaat wie er wiedt.")
    right.lines("Zij zegt: ‘Wij hebben geen tuinman nodig,", "wij hebben regen.’ De leden knikken en",
                "gaan verder met wat zij deden. Er zijn", "drie regels:", indent=12)
    right.lines("1. wie oogst, geeft ook water;", indent=12)
    right.lines("2. wie water geeft, sluit het hek achter", "zich, ook bij regen;", indent=12, hang=24)
    right.lines("Let op het hek", font=BOLD, indent=12)
    right.lines("3. wie het hek sluit, heeft de sleutel.", indent=12)
    right.lines("Daarmee is alles gezegd, vindt zij zelf,", "en de meeste leden vinden het met haar", indent=12)
    return page


def second_page():
    page = []
    left = Column(page, LEFT)
    left.lines("eens. Alleen de dichter van de derde", "verdieping heeft er iets aan toegevoegd:")
    left.white().lines("de slak eet zacht", "het blad van gister", "en ik die wacht", "hoor hoe ik fluister",
                       font=ITALIC, indent=40, hang=40)
    left.white().lines("Het hangt nu in de schuur, achter glas.", "Het rijmt, en dat is wat telt.")
    right = Column(page, RIGHT)
    right.lines("De gemeente wil er nog altijd twaalf", "parkeerplaatsen maken,* maar heeft geen",
                "haast. De wethouder heeft er sinds kort", "zelf een bak met aardbeien staan, en die",
                "vraagt om veel water en weinig beleid.", indent=12)
    right.lines("In de herfst wordt er gestemd. Tot dan", "groeit alles door, ook de brandnetels.", indent=12)
    right.white(8).lines("* Het plan ligt ter inzage.", size=7)
    return page


def escape(text):
    for character in "\\()":
        text = text.replace(character, "\\" + character)
    return text


def content(page):
    return "".join(f"BT /{font} {size} Tf {x} {y:g} Td ({escape(text)}) Tj ET\n"
                   for x, y, text, font, size in page).encode("cp1252")


def pdf(pages):
    fonts = "".join(f"/{key}<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
                    for key, name in FONTS.items())
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    for i, page in enumerate(pages):
        stream = content(page)
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE[0]} {PAGE[1]}]/Contents {4 + 2 * i} 0 R"
                       f"/Resources<</Font<<{fonts}>>>>>>".encode())
        objects.append(b"<</Length %d>>\nstream\n%sendstream" % (len(stream), stream))
    out, table = b"%PDF-1.4\n", f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return out + f"{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


pathlib.Path(__file__).with_name("input.pdf").write_bytes(pdf([first_page(), second_page()]))
