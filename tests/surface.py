"""The public functions of the installed package, as the surface names them."""

import importlib

import meedoen
from vector import load

SURFACE = load("surface.json")
EXPORTS = {export["operation"]: export for export in SURFACE["operations"]}


def find(name):
    """The object of a name such as ``meedoen.ladder.classify``."""
    package, module, *rest = name.split(".")
    found = importlib.import_module(f"{package}.{module}")
    for part in rest:
        found = getattr(found, part)
    return found


def parts(export):
    """A name such as ``meedoen.measure.Instrument(instrument).score``: the object, and the method of what it makes."""
    made_of = export["arguments"][0] if export["arguments"] else ""
    owner, _, method = export["python"].partition(f"({made_of}).")
    return find(owner), method


def function(export):
    """What an operation is called as."""
    owner, method = parts(export)
    return getattr(owner, method) if method else owner


def ask(export, request):
    """Calls the public function with a request as its arguments; gives the answer as plain JSON values."""
    owner, method = parts(export)
    arguments, options = export["arguments"], export.get("options", [])
    if arguments == ["*"]:
        return plain(owner(request))
    values = [request[name] for name in arguments if name in request]
    keywords = {name: request[name] for name in options if name in request}
    if method:
        return plain(getattr(owner(values[0]), method)(*values[1:], **keywords))
    return plain(owner(*values, **keywords))


def takes(export, request, all_of_them):
    """Whether a request can be given to the public function: Python itself refuses what lacks an argument."""
    arguments = export["arguments"]
    if arguments == ["*"]:
        return True
    given = [name for name in arguments if name in request]
    known = request.keys() <= {*arguments, *export.get("options", [])}
    return known and (given == arguments or not (given or all_of_them))


def plain(value):
    if isinstance(value, meedoen.measure.Instrument):
        value = value.document
    if isinstance(value, meedoen.Document):
        return value.to_dict()
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value
