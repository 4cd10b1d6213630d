"""A chart is data: a Vega-Lite specification, drawn by the notebook or by Altair."""

from __future__ import annotations

from .document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Chart"]


class Chart(Document):
    """A Vega-Lite specification. A notebook shows it; `to_altair` hands it to Altair, which also saves it."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        description = self["description"]
        try:
            return self.to_altair()._repr_mimebundle_(include=include, exclude=exclude)
        except Exception:  # without Altair, or where it knows less of Vega-Lite, the notebook draws the specification itself
            return {"application/vnd.vegalite.v6+json": self.to_dict(), "text/plain": description}

    def to_altair(self) -> Any:
        """The chart as an Altair chart; needs the package `altair`."""
        import altair

        return altair.Chart.from_dict(self.to_dict())

    def save(self, path: Any) -> None:
        """Writes the chart to a file; its ending (html, svg, png, json) says in which form. Needs `altair`."""
        self.to_altair().save(str(path))
