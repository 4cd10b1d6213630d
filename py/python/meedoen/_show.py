"""How a document looks: one line at a prompt, a nested table in a notebook."""

from .document import Document

_WIDTH = 60
_FIELDS = 8
_ROWS = 50


def _is_text(value):
    """Whether a document is one text in two languages."""
    return isinstance(value, Document) and set(value) == {"nl", "en"}


def line(document):
    """A short line: the fields, with what is inside them shortened."""
    fields = [f"{name}={_short(value)}" for name, value in zip(document, map(document.__getitem__, document))]
    if len(fields) > _FIELDS:
        fields[_FIELDS:] = [f"… {len(fields) - _FIELDS} more"]
    return f"{type(document).__name__}({', '.join(fields)})"


def _short(value):
    if _is_text(value):
        value = value["en"]
    if isinstance(value, Document):
        return "{…}"
    shown = repr(value)
    if isinstance(value, tuple) and (len(shown) > _WIDTH or any(isinstance(item, Document) for item in value)):
        return f"({len(value)} items)" if len(value) != 1 else "(1 item)"
    return shown if len(shown) <= _WIDTH else shown[: _WIDTH - 2] + "…" + shown[0]


def html(value):
    """The value as HTML; everything in it that came from outside is escaped."""
    if _is_text(value):
        return "<br>".join(f'<span lang="{language}">{html(value[language])}</span>' for language in ("nl", "en"))
    if isinstance(value, Document):
        rows = (f'<tr><th scope="row">{_cell(name)}</th><td>{html(value[name])}</td></tr>' for name in value)
        return _table(rows)
    if isinstance(value, tuple):
        return _items(value)
    return "–" if value is None else _cell(value)


def _items(items):
    shown, rest = items[:_ROWS], len(items) - _ROWS
    more = f"<p>… {rest} more</p>" if rest > 0 else ""
    if not any(isinstance(item, Document) for item in shown):
        return ", ".join(map(html, shown)) + more
    names = _names(shown)
    if names is None:
        return f"<ol>{''.join(f'<li>{html(item)}</li>' for item in shown)}</ol>{more}"
    heading = "".join(f'<th scope="col">{_cell(name)}</th>' for name in names)
    rows = ("<tr>" + "".join(f"<td>{html(item[name])}</td>" for name in names) + "</tr>" for item in shown)
    return _table((f"<tr>{heading}</tr>", *rows)) + more


def _names(items):
    """The fields all items share, if they are documents of one shape; texts in two languages are not."""
    first = items[0]
    if isinstance(first, Document) and not _is_text(first):
        if all(isinstance(item, Document) and list(item) == list(first) for item in items):
            return list(first)
    return None


def _table(rows):
    return f'<table style="text-align:left;vertical-align:top"><tbody>{"".join(rows)}</tbody></table>'


def _cell(value):
    from html import escape

    return escape(str(value))
