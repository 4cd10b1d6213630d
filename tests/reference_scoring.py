"""Reference cases of the kind ``scoring``: the model of the case as an instrument, its rows as a table."""

from meedoen import measure


def figures(case, rows):
    """A function of the name of a figure, such as ``score:3:wellbeing`` or ``nvalid:3:wellbeing``."""
    model = case["model"]
    items = Items(model, rows)
    scales = [scale(name, description, items) for name, description in model["scales"].items()]
    instrument = measure.Instrument(document(case["case"], model, list(items.items.values()), scales))
    table = {item: [row[column] for row in rows] for item, column in items.columns.items()}
    scores = instrument.score(table)
    persons = [instrument.score({item: table[item][row] for item in table}).scales for row in range(len(rows))]

    def figure(name):
        what, _, rest = name.partition(":")
        number, _, of = rest.partition(":")
        if what == "score":
            return scores[of][int(number) - 1]
        if what == "nvalid":
            return next(scale.valid for scale in persons[int(number) - 1] if scale.scale == of)
        raise NotImplementedError

    return figure


class Items:
    """The items of an instrument: a column can be several, when scales key it differently."""

    def __init__(self, model, rows):
        self.model, self.rows = model, rows
        self.items, self.columns = {}, {}

    def of(self, column, reverse, bounds):
        """The name of the item for a column, keyed in this way on a scale from the lowest to the highest answer."""
        codes = self.model.get("missing_codes", [])
        answers = [row[column] for row in self.rows if row[column] is not None and row[column] not in codes]
        name = f"{column} {'reversed ' if reverse else ''}{bounds[0]} to {bounds[1]}"
        self.columns[name] = column
        answer_scale = {"min": bounds[0], "max": bounds[1], "continuous": any(one % 1 for one in answers)}
        self.items[name] = {"id": name, "text": label(column), "reverse": reverse, "scale": answer_scale}
        return name


def scale(name, description, items):
    general = items.model["scale"]
    own, reverse = description.get("scale", general), description.get("reverse", [])
    parts = [{"item": items.of(column, column in reverse, own)} for column in description.get("items", [])]
    for pair in description.get("products", []):
        # The scale of a product is that of the product; what is multiplied has the general one.
        centre = [description.get("centre", {}).get(column, 0) for column in pair]
        check_range(description, general, centre)
        product = [items.of(column, column in reverse, general) for column in pair]
        parts.append({"product": product, "centre": centre})
    return {
        "id": name, "label": label(name), "parts": parts,
        "missing_rule": description["rule"], "output": description["output"],
    }  # fmt: skip


def check_range(description, general, centre):
    """An instrument takes the range of a product from its items; it only matters for percentages."""
    corners = [(x - centre[0]) * (y - centre[1]) for x in general for y in general]
    if description["output"] == "pomp" and [min(corners), max(corners)] != description.get("scale", general):
        raise ValueError(f"a product over {description['scale']} is not one of its items")


def document(name, model, items, scales):
    return {
        "schema_version": 1, "id": name, "version": "1", "title": label(name),
        "provenance": {"kind": "illustrative", "note": label("reference case")},
        "scale": {"min": model["scale"][0], "max": model["scale"][1]},
        "missing_codes": model.get("missing_codes", []), "missing_rule": "half", "items": items, "scales": scales,
    }  # fmt: skip


def label(text):
    return {"nl": text, "en": text}
