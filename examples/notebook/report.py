"""A report in one HTML file: text, tables and charts inside it, nothing to load, ready to read, print and forward."""

import re
import textwrap
from html import escape
from pathlib import Path
from string import Template

import vl_convert

WORDS = {
    "nl": {
        "summary": "In het kort", "contents": "Inhoud", "unknown": "Wat we niet weten", "figure": "Figuur",
        "table": "Tabel", "appendix": "Bijlage: redenen en bronnen", "publications": "Publicaties",
        "heads": ("Reden", "Feit", "Bron"),
        "how": "Elke uitspraak in dit rapport rust op een reden. De codes (zoals IBM-45) zijn de nummers van de feiten uit "
        "de bronnen. Het getal tussen haakjes verwijst naar de lijst met publicaties.",
        "months": "januari februari maart april mei juni juli augustus september oktober november december",
    },
    "en": {
        "summary": "In brief", "contents": "Contents", "unknown": "What we do not know", "figure": "Figure",
        "table": "Table", "appendix": "Appendix: reasons and sources", "publications": "Publications",
        "heads": ("Reason", "Fact", "Source"),
        "how": "Every statement in this report rests on a reason. The codes (such as IBM-45) are the numbers of the facts "
        "in the sources. The number in brackets refers to the list of publications.",
        "months": "January February March April May June July August September October November December",
    },
}  # fmt: skip

DATE = re.compile(r"\b((?:op|on) )?((?:19|20)\d\d(?:-\d\d){0,2})\b(?!-)")


class Report:
    """Collects headings, paragraphs, tables and charts in one language, and prints what it collects."""

    def __init__(self, title, subtitle, *, date, language="nl"):
        self.title, self.subtitle, self.date, self.language = title, subtitle, date, language
        self.words = WORDS[language]
        self._notes, self._findings, self._unknowns, self._body, self._sections = [], [], [], [], []
        self._reasons, self._publications, self._figures, self._tables = {}, [], 0, 0

    def in_words(self, text):
        """A text, or a text in two languages, in the language of the report; its dates in words."""
        return DATE.sub(self._on, text if isinstance(text, str) else text[self.language])

    def day(self, date):
        """A date (2026, 2026-11 or 2026-11-22) in words."""
        year, *rest = str(date).split("-")
        month = [self.words["months"].split()[int(number) - 1] for number in rest[:1]]
        return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])

    def note(self, text):
        """What the reader must know before anything else."""
        self._notes.append(self._paragraph(text))

    def finding(self, text):
        """A main finding, for the summary at the front."""
        self._findings.append(text)
        self._say(text, "→ ")

    def unknown(self, text):
        """Something that is not known, for the list of what is not."""
        self._unknowns.append(text)
        self._say(text, "? ")

    def section(self, title):
        """The heading of a section."""
        self._sections.append(title)
        number = len(self._sections)
        self._body.append(f'<h2 id="s{number}"><span class="number">{number}</span> {escape(title)}</h2>')
        print(f"\n\n{title}\n{'═' * len(title)}")

    def heading(self, title, level=3):
        """A smaller heading inside a section."""
        title = self.in_words(title)
        self._body.append(f"<h{level}>{escape(title)}</h{level}>")
        print(f"\n{title}\n{'─' * len(title)}")

    def paragraph(self, text):
        """A paragraph, in which **this is bold** and `this is code`."""
        self._body.append(self._paragraph(text))

    def bullets(self, texts):
        """A list."""
        self._body.append(f"<ul>{self._items(texts)}</ul>")
        for text in texts:
            self._say(text, "- ")

    def table(self, heads, rows, caption, *, below="", kind=""):
        """A table; the first cell of a row names it, unless the kind is "texts"."""
        self._tables += 1
        rows = [[self.in_words(cell) for cell in row] for row in rows]
        after = f'<p class="below">{_marked(below)}</p>' if below else ""
        named = f"<b>{self.words['table']} {self._tables}.</b> {escape(caption)}"
        self._body.append(f'<div class="table">{_table(heads, rows, named, kind)}{after}</div>')
        widths = [max(map(len, column)) for column in zip(heads, *rows)]
        print(f"\n{caption}:\n")
        if sum(widths) + 2 * len(widths) <= 100:
            for row in [heads, *rows]:
                print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
        else:
            for first, *others in rows:
                self._say(first, "  ")
                for head, cell in zip(heads[1:], others):
                    self._say(f"{head}: {cell}", "    ")
        print()

    def chart(self, chart, caption):
        """A chart (a Vega-Lite specification) as a drawing inside the page."""
        self._figures += 1
        name, spec = f"f{self._figures}", chart.to_dict()
        svg = vl_convert.vegalite_to_svg(spec)
        svg = re.sub(r'\bid="|url\(#', lambda found: f"{found.group()}{name}-", svg)  # each drawing its own names
        svg = svg.replace("<svg ", f'<svg role="img" aria-labelledby="{name}t {name}d" ', 1)
        at = svg.index(">") + 1
        caption = escape(caption)
        inside = f'<title id="{name}t">{caption}</title><desc id="{name}d">{escape(spec.get("description", ""))}</desc>'
        caption = f"<figcaption><b>{self.words['figure']} {self._figures}.</b> {caption}</figcaption>"
        self._body.append(f"<figure>{svg[:at]}{inside}{svg[at:]}{caption}</figure>")

    def reasons(self, about, *groups):
        """Reasons with their facts and publications, for the appendix; each group is a list of them."""
        known = self._reasons.setdefault(about, {})
        known.update((self.in_words(reason["text"]), reason["source"]) for group in groups for reason in group)

    def write(self, path):
        """Writes the report to a file, and prints the main findings once more."""
        print(f"\n\n{self.words['summary']}\n{'═' * len(self.words['summary'])}")
        for text in self._findings:
            self._say(text, "→ ")
        Path(path).write_text(self.html(), encoding="utf-8")

    def html(self):
        """The whole page."""
        template = Path(__file__).with_name("template.html").read_text(encoding="utf-8")
        listed = [*self._sections, self.words["unknown"]]
        links = (f'<li><a href="#s{number}">{escape(title)}</a></li>' for number, title in enumerate(listed, 1))
        return Template(template).substitute(
            {name: text for name, text in self.words.items() if isinstance(text, str)},
            language=self.language, title=escape(self.title), subtitle=escape(self.subtitle), date=self.date,
            day=self.day(self.date), notes="".join(self._notes), findings=self._items(self._findings),
            links="".join(links), body="\n".join(self._body), last=len(listed), unknowns=self._items(self._unknowns),
            reasons="".join(self._appendix()), listed=self._items(self._publications),
        )  # fmt: skip

    def _on(self, found):
        before, date = found.groups()
        return ("in " if before and date.count("-") < 2 else before or "") + self.day(date)

    def _appendix(self):
        for about, reasons in self._reasons.items():
            rows = []
            for text, source in reasons.items():
                self._publications += [one for one in source.references if one not in self._publications]
                numbers = sorted(self._publications.index(one) + 1 for one in source.references)
                facts = ", ".join(f"`{fact}`" for fact in source.facts)
                rows.append([text[:1].upper() + text[1:], facts, " ".join(f"[{number}]" for number in numbers)])
            table = _table(self.words["heads"], rows, f"<b>{escape(about)}</b>", "texts sources")
            yield f'<div class="table">{table}</div>'

    def _items(self, texts):
        return "".join(f"<li>{_marked(self.in_words(text))}</li>" for text in texts)

    def _paragraph(self, text):
        self._say(text)
        return f"<p>{_marked(self.in_words(text))}</p>"

    def _say(self, text, mark=""):
        text = self.in_words(text).replace("**", "")
        print(textwrap.fill(text, 100, initial_indent=mark, subsequent_indent=" " * len(mark)))


def _marked(text):
    return re.sub(r"`(.+?)`", r"<code>\1</code>", re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text)))


def _table(heads, rows, caption, kind):
    numbers = [all(re.fullmatch(r"[<\d%]+", cell) for cell in column) for column in zip(*rows)]
    style = [' class="number"' if number else "" for number in numbers]
    head = "".join(f'<th scope="col"{style[at]}>{escape(text)}</th>' for at, text in enumerate(heads))
    body = ""
    for first, *others in rows:
        cells = "".join(f"<td{style[at]}>{_marked(cell)}</td>" for at, cell in enumerate(others, 1))
        body += f'<tr><th scope="row">{_marked(first)}</th>{cells}</tr>'
    return f'<table class="{kind}"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
