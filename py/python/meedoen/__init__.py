"""Participation policy: why people act, where they stand, and how services are made with them."""

from . import _meedoen
from ._meedoen import __version__
from .document import Document
from .error import MeedoenError

TYPE_CHECKING = False
if TYPE_CHECKING:  # seen by editors and type checkers; at run time each loads when first used
    from . import agreement, behaviour, cocreation, conformance, distribution, estimate, ladder, measure, multistate, neighbourhood, sources, survival, tegenprestatie

_DOMAINS = ("agreement", "behaviour", "cocreation", "conformance", "distribution", "estimate", "ladder", "measure", "multistate", "neighbourhood", "sources", "survival", "tegenprestatie")

__all__ = ["Document", "MeedoenError", "__version__", "operations", *_DOMAINS]


def operations() -> list[str]:
    """The names of everything the library can be asked."""
    return _meedoen.operations()


def __getattr__(name):
    if name in _DOMAINS:
        from importlib import import_module

        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return __all__
