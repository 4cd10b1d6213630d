"""What is raised when a document, a table or an argument is refused."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .documents import Label


class MeedoenError(ValueError):
    """Why something was refused: every problem found, each with its place.

    ``code`` is the stable code of the first problem, ``message`` the whole in Dutch and English,
    ``problems`` one document for each problem. As text it is the English message; in Dutch it is ``message.nl``.

    >>> import meedoen as md
    >>> try:
    ...     md.ladder.classify({"contract": "no"})
    ... except md.MeedoenError as error:
    ...     print(error.message.nl)
    veld `facts.contract`: hier staat een tekst, verwacht werd ja (`true`) of nee (`false`)
    """

    def __init__(self, document: str):
        # The JSON text is the only argument, so that the error survives pickling.
        super().__init__(document)
        from .document import parse

        self.document = parse(document)

    @classmethod
    def of(cls, code: str, nl: str, en: str, field: str | None = None) -> "MeedoenError":
        """The error for something that no document could carry to the library."""
        import json

        if field:
            nl, en = f"veld `{field}`: {nl}", f"field `{field}`: {en}"
        message = {"nl": nl, "en": en}
        problem = {"code": code, "message": message, "row": None, "event": None, "field": field}
        return cls(json.dumps({"code": code, "message": message, "problems": [problem]}))

    @property
    def code(self) -> str:
        return self.document["code"]

    @property
    def message(self) -> "Label":
        return self.document["message"]

    @property
    def problems(self) -> tuple:
        return self.document["problems"]

    def __str__(self):
        return self.document["message"]["en"]

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"
