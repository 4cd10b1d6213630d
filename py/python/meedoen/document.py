"""Results and requests as documents: JSON on the way through, attributes on the way out."""

from . import _meedoen


class Document:
    """A result: its fields as attributes, a table in a notebook, JSON on disk. It cannot be changed."""

    __slots__ = ("_fields",)

    def __init__(self, fields):
        object.__setattr__(self, "_fields", {name: _frozen(fields[name]) for name in fields.keys()})

    def __getattr__(self, name):
        # Underscored names are what Python and notebooks probe for, even before there are fields.
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            fields = ", ".join(self._fields)
            raise AttributeError(f"{type(self).__name__} has no field {name!r}: expected one of {fields}") from None

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} cannot be changed; to_dict() gives a copy that can")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __getitem__(self, name):
        value = self._fields[name]
        if type(value) in (dict, list):
            value = self._fields[name] = _read(value)
        return value

    def __iter__(self):
        return iter(self._fields)

    def __len__(self):
        return len(self._fields)

    def __contains__(self, name):
        return name in self._fields

    def keys(self):
        """The names of the fields."""
        return self._fields.keys()

    def __eq__(self, other):
        if not isinstance(other, Document):
            return NotImplemented
        return self.keys() == other.keys() and all(self[name] == other[name] for name in self)

    def __hash__(self):
        return hash(frozenset((name, self[name]) for name in self))

    def __reduce__(self):
        return type(self), (self.to_dict(),)

    def __dir__(self):
        return [*super().__dir__(), *self._fields]

    def __repr__(self):
        from ._show import line

        return line(self)

    def _repr_html_(self):
        from ._show import html

        return html(self)

    def to_dict(self) -> dict:
        """The document as a dict of dicts, lists and plain values."""
        return {name: _thawed(value) for name, value in self._fields.items()}

    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _frozen(value):
    if isinstance(value, dict):
        return Document(value)
    if isinstance(value, list | tuple):
        return tuple(map(_frozen, value))
    return value


def _read(value):
    """What JSON gave, and nobody else holds: of what is inside it documents are made where someone reads them."""
    if type(value) is dict:
        document = object.__new__(Document)
        object.__setattr__(document, "_fields", value)
        return document
    if type(value) is list:
        return tuple(map(_read, value))
    return value


def _thawed(value):
    if isinstance(value, Document):
        return value.to_dict()
    if isinstance(value, dict):
        return {name: _thawed(value[name]) for name in value}
    if isinstance(value, list | tuple):
        return list(map(_thawed, value))
    return value


def parse(text: str, kind=Document):
    """The result in a JSON text; a group of fields becomes a `kind`."""
    import json

    value = _read(json.loads(text))
    return kind(value) if isinstance(value, Document) and kind is not Document else value


def call(name: str, request, kind=Document):
    """Asks the library one thing; raises `MeedoenError` with every problem of a request it refuses."""
    import json

    from ._plain import plain

    return parse(_meedoen.call(name, json.dumps(plain(request), ensure_ascii=False, allow_nan=False)), kind)
