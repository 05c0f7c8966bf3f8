"""Sentences of the sample corpus, and new paragraphs made of them."""
import gzip
import pathlib
import re

# The readable ones; PDF and ALTO repeat what others say.
LANGUAGES = {
    "nl": ["council.txt", "interview.txt", "web_library.txt", "web_street.txt", "web_sensor.txt", "mail.txt", "newsletter.txt", "panel.txt"],
    "en": ["english.txt"],
    "de": ["german.txt"],
    "fr": ["french.txt"],
}
SHARES = {"nl": 85, "en": 5, "de": 5, "fr": 5}


def decoded(path):
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def sentences(text):
    """Whole sentences, with words that a line end has divided put together."""
    text = re.sub(r"(\w)[-\u00ad]\s*\n\s*(\w)", r"\1\2", text.replace("\r", ""))
    for paragraph in re.split(r"\n\s*\n", text):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ‘“„'\"])", " ".join(paragraph.split())):
            if 30 <= len(sentence) <= 300 and sentence[-1] in ".!?":
                yield sentence


class Prose:
    """Makes paragraphs; what it makes depends on the random generator only."""

    def __init__(self, sample, random):
        self.random = random
        self.pool = {language: sorted({s for name in names for s in sentences(decoded(pathlib.Path(sample, name)))})
                     for language, names in LANGUAGES.items()}

    def language(self):
        return self.random.choices(list(SHARES), weights=SHARES.values())[0]

    def paragraph(self, language):
        return " ".join(self.random.choices(self.pool[language], k=self.random.randint(1, 6)))

    def paragraphs(self, language, number):
        """Mostly short, a few long. The first one holds the number, so that no two documents are equal."""
        count = self.random.choices([self.random.randint(1, 6), self.random.randint(6, 20), self.random.randint(20, 60)], weights=[80, 18, 2])[0]
        return [f"Dossier {number:06}. {self.paragraph(language)}", *(self.paragraph(language) for _ in range(count))]
