"""A report in one HTML file: text, tables and charts inside it, nothing to load, ready to read, print and forward."""

import re
import textwrap
from html import escape
from pathlib import Path

import vl_convert

WORDS = {
    "nl": {
        "summary": "In het kort", "contents": "Inhoud", "unknown": "Wat we niet weten", "figure": "Figuur",
        "table": "Tabel", "reasons": "Redenen en bronnen", "publications": "Publicaties", "appendix": "Bijlage",
        "about": "Waarover", "reason": "Reden", "fact": "Feit", "publication": "Bron",
        "how": "Elke uitspraak in dit rapport rust op een reden. De codes (zoals IBM-45) zijn de nummers van de "
        "feiten uit de bronnen. Het getal tussen haakjes verwijst naar de lijst met publicaties.",
    },
    "en": {
        "summary": "In brief", "contents": "Contents", "unknown": "What we do not know", "figure": "Figure",
        "table": "Table", "reasons": "Reasons and sources", "publications": "Publications", "appendix": "Appendix",
        "about": "About", "reason": "Reason", "fact": "Fact", "publication": "Source",
        "how": "Every statement in this report rests on a reason. The codes (such as IBM-45) are the numbers of the "
        "facts in the sources. The number in brackets refers to the list of publications.",
    },
}  # fmt: skip
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


class Report:
    """Collects headings, paragraphs, tables and charts in one language; what it collects it also prints."""

    def __init__(self, title, subtitle, *, date, language="nl", echo=True):
        self.title, self.subtitle, self.date, self.language = title, subtitle, date, language
        self.words = WORDS[language]
        self._echo = echo
        self._notes, self._findings, self._unknown, self._body, self._sections = [], [], [], [], []
        self._reasons, self._publications, self._figures, self._tables = {}, [], 0, 0

    def in_words(self, text):
        """A text in two languages in the language of the report, as a sentence may have it."""
        return text if isinstance(text, str) else text[self.language]

    def day(self, date):
        """A date (yyyy-mm-dd) in words."""
        year, month, day = str(date).split("-")
        return f"{int(day)} {MONTHS[self.language][int(month) - 1]} {year}"

    def note(self, text):
        """What the reader must know before anything else."""
        self._notes.append(self._paragraph(text))

    def finding(self, text):
        """A main finding, for the summary at the front."""
        self._findings.append(f"<li>{_marked(self.in_words(text))}</li>")
        self._say(text, "→ ")

    def unknown(self, text):
        """Something that is not known, for the list of what is not."""
        self._unknown.append(f"<li>{_marked(self.in_words(text))}</li>")
        self._say(text, "? ")

    def section(self, title):
        """The heading of a section."""
        title = self.in_words(title)
        self._sections.append(title)
        number = len(self._sections)
        self._body.append(f'<h2 id="s{number}"><span class="number">{number}</span> {escape(title)}</h2>')
        if self._echo:
            print(f"\n{title}\n{'─' * len(title)}")

    def heading(self, title):
        """A smaller heading inside a section."""
        self._body.append(f"<h3>{escape(self.in_words(title))}</h3>")
        self._say(title)

    def paragraph(self, text):
        """A paragraph; **bold** and nothing else is marked."""
        self._body.append(self._paragraph(text))

    def bullets(self, texts):
        """A list."""
        items = [_marked(self.in_words(text)) for text in texts]
        self._body.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
        for text in texts:
            self._say(text, "- ")

    def table(self, heads, rows, caption, *, below=None, numbers=False):
        """A table; the first cell of each row names the row."""
        self._tables += 1
        heads, rows = [self.in_words(head) for head in heads], [[*map(self.in_words, row)] for row in rows]
        caption = f"<b>{self.words['table']} {self._tables}.</b> {escape(self.in_words(caption))}"
        after = f'<p class="below">{_marked(self.in_words(below))}</p>' if below else ""
        table = _table(heads, rows, caption, "numbers" if numbers else "")
        self._body.append(f'<div class="table">{table}{after}</div>')
        if self._echo:
            widths = [min(44, max(map(len, column))) for column in zip(heads, *rows)]
            for row in [heads, *rows]:
                cells = (textwrap.shorten(cell, width, placeholder="…") for cell, width in zip(row, widths))
                print("  " + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())

    def chart(self, chart, caption):
        """A chart (a Vega-Lite specification) as a drawing inside the page."""
        self._figures += 1
        name = f"f{self._figures}"
        svg = vl_convert.vegalite_to_svg(chart.to_dict())
        svg = re.sub(r'\bid="|url\(#', lambda found: f"{found.group()}{name}-", svg)  # each drawing its own names
        caption = self.in_words(caption)
        title = f'<title id="{name}t">{escape(caption)}</title>'
        about = f'<desc id="{name}d">{escape(chart.to_dict().get("description", ""))}</desc>'
        svg = re.sub("<svg ([^>]*)>", rf'<svg role="img" aria-labelledby="{name}t {name}d" \1>', svg, count=1)
        at = svg.index(">") + 1
        caption = f"<b>{self.words['figure']} {self._figures}.</b> {escape(caption)}"
        self._body.append(f"<figure>{svg[:at]}{title}{about}{svg[at:]}<figcaption>{caption}</figcaption></figure>")

    def reasons(self, about, *groups):
        """Reasons, with facts and publications, for the appendix; each group is a list of them."""
        for reason in (one for group in groups for one in group):
            known = self._reasons.setdefault(self.in_words(about), {})
            known[self.in_words(reason["text"])] = reason["source"]

    def write(self, path):
        """Writes the report to a file."""
        Path(path).write_text(self.html(), encoding="utf-8")

    def html(self):
        """The whole page."""
        words, style = self.words, Path(__file__).with_name("report.css").read_text(encoding="utf-8")
        reasons = self._appendix()
        listed = [*self._sections, words["unknown"]]
        links = [f'<li><a href="#s{number}">{escape(title)}</a></li>' for number, title in enumerate(listed, 1)]
        last = len(listed)
        return f"""<!doctype html>
<html lang="{self.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(self.title)}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{escape(self.title)}</h1>
<p class="subtitle">{escape(self.subtitle)}</p>
<p class="date"><time datetime="{self.date}">{self.day(self.date)}</time></p>
</header>
<main>
<aside class="note">{"".join(self._notes)}</aside>
<section class="summary">
<h2>{words["summary"]}</h2>
<ul>{"".join(self._findings)}</ul>
</section>
<nav aria-label="{words["contents"]}"><h2>{words["contents"]}</h2>
<ol>{"".join(links)}</ol>
<p><a href="#a">{words["appendix"]}: {words["reasons"].lower()}</a></p></nav>
{"".join(f"{block}{chr(10)}" for block in self._body)}
<h2 id="s{last}"><span class="number">{last}</span> {words["unknown"]}</h2>
<ul>{"".join(self._unknown)}</ul>
<section class="appendix" id="a">
<h2>{words["appendix"]}: {words["reasons"].lower()}</h2>
<p>{words["how"]}</p>
{reasons}
</section>
</main>
</body>
</html>
"""

    def _appendix(self):
        heads = [self.words[word] for word in ("reason", "fact", "publication")]
        parts = []
        for about, reasons in self._reasons.items():
            rows = [[_upper(text), ", ".join(source.facts), self._cited(source)] for text, source in reasons.items()]
            parts.append(f'<div class="table">{_table(heads, rows, f"<b>{escape(about)}</b>", "sources")}</div>')
        listed = "".join(f"<li>{escape(one)}</li>" for one in self._publications)
        return f"{''.join(parts)}<h3>{self.words['publications']}</h3><ol class=\"publications\">{listed}</ol>"

    def _cited(self, source):
        self._publications += [one for one in source.references if one not in self._publications]
        return " ".join(f"[{self._publications.index(one) + 1}]" for one in source.references)

    def _paragraph(self, text):
        self._say(text)
        return f"<p>{_marked(self.in_words(text))}</p>"

    def _say(self, text, mark=""):
        if self._echo:
            text = self.in_words(text).replace("**", "")
            print(textwrap.fill(text, 96, initial_indent=mark, subsequent_indent=" " * len(mark)))


def _marked(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))


def _upper(text):
    return text[:1].upper() + text[1:]


def _table(heads, rows, caption, kind):
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    lines = (f'<th scope="row">{_marked(row[0])}</th>' + "".join(f"<td>{_marked(cell)}</td>" for cell in row[1:]) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table class="{kind}"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
