"""Every vector against the installed package, as ``conformance.rs`` does in Rust and ``conformance.test.mjs`` in
JavaScript: through the raw call, byte for byte, and through the public function that the surface names."""

import importlib
import inspect
import json

import meedoen
import pytest
import surface
from meedoen import MeedoenError, _meedoen
from surface import EXPORTS, SURFACE
from vector import DIGESTS, cases, differences, digest, files, load

# What takes columns: a table made of those of the request, and for scores the instrument.
TABLES = {
    "measure.score_columns": lambda request, table: meedoen.measure.Instrument(request["instrument"]).score(table),
    "behaviour.assess_columns": lambda request, table: meedoen.behaviour.assess(table),
}


def outcome(function):
    """What a function answers, or the text of the error with which it refuses; and whether it refuses."""
    try:
        return function(), False
    except MeedoenError as error:
        return error.args[0], True


def request_of(case):
    """The request; an instrument of the library in the place of its name."""
    request = case.get("request")
    if not isinstance(request, dict):
        return request

    def field(value):
        if isinstance(value, dict) and "$builtin" in value:
            return json.loads(_meedoen.call("behaviour.instrument", json.dumps({"id": value["$builtin"]})))
        return value

    return {name: field(value) for name, value in request.items()}


def numbers(value):
    """The value, with the number in the place of its name."""
    if isinstance(value, dict):
        return float(value["$number"]) if "$number" in value else {name: numbers(one) for name, one in value.items()}
    return list(map(numbers, value)) if isinstance(value, list) else value


def in_table(operation, case):
    """What a table of the columns of a request comes to."""
    repeated = {name: values for name, values in case["request"]["columns"].items() if isinstance(values, dict)}
    table = case["request"]["columns"] | {
        name: [value] * rows for name, form in repeated.items() for value, rows in form.values()
    }
    return outcome(lambda: TABLES[operation](case["request"], table))


def check(operation, via, case):
    """The complete answer to a case as text, and what is wrong with it."""
    if via == "document":
        text = case["text"] if "text" in case else json.dumps(request_of(case), ensure_ascii=False)
        answer, refused = outcome(lambda: _meedoen.call(operation, text))
    elif via == "value":
        answer, refused = outcome(lambda: surface.ask(EXPORTS[operation], numbers(case["request"])))
        assert refused, f"{case['name']}: a value that no document can hold was not refused"
    else:
        answer, refused = in_table(operation, case)
        assert refused, f"{case['name']}: a table of which only the refusal is compared was not refused"
    wanted = "error" if refused else "want"
    return answer, differences(case[wanted], json.loads(answer)) if wanted in case else [f"came to {answer}"]


def check_public(operation, case, answer):
    """What the public function comes to that the raw call did not; None when it cannot be given the request."""
    export, request = EXPORTS.get(operation), request_of(case)
    if not export or not isinstance(request, dict) or not surface.takes(export, request, "error" in case):
        return None
    public, refused = outcome(lambda: surface.ask(export, request))
    found = json.loads(public) if refused else public
    return [f"through {export['python']}: {one}" for one in differences(json.loads(answer), found)]


@pytest.mark.parametrize("name", files())
def test_every_case_comes_to_what_it_wants(name):
    problems, digests, beyond, count, public = [], {}, [], 0, 0
    for operation, via, case in cases(name):
        assert via != "document" or operation in EXPORTS or operation == "no.such", f"no operation {operation}"
        called = f"{operation}: {case['name']}"
        if via == "slices":
            beyond.append(called)  # the columns of a table are as long as each other
            continue
        answer, wrong = check(operation, via, case)
        if via not in ("frame", "value"):
            digests[called] = digest(answer)
        also = check_public(operation, case, answer) if via == "document" else None
        public += also is not None
        count += 1
        problems += [f"{called}: {one}" for one in wrong + (also or [])]
    print(f"{name}: {count} cases, {public} of them also through public functions, {len(beyond)} not for Python")
    assert not problems, "\n" + "\n".join(problems)
    expected = {called: mark for called, mark in load(DIGESTS)["files"][name].items() if called not in beyond}
    differ = [called for called in digests | expected if digests.get(called) != expected.get(called)]
    assert not differ, "the bytes of these answers differ from Rust:\n" + "\n".join(differ)
    assert count + len(beyond) == sum(len(group["cases"]) for group in load(name)["groups"])
    assert public > 0


def test_the_surface_lists_every_operation():
    assert list(EXPORTS) == meedoen.operations()


def test_every_python_name_of_the_surface_exists():
    for export in SURFACE["operations"]:
        assert callable(surface.function(export)), export["python"]
    for name in SURFACE["others"]["python"]:
        assert callable(surface.find(name)), name


def test_no_public_name_is_missing_from_the_surface():
    listed = [export["python"] for export in SURFACE["operations"]] + SURFACE["others"]["python"]
    known = {tuple(name.replace("(", ".").split(".")[1:3]) for name in listed}
    modules = {module for module, _ in known}
    found = {module: importlib.import_module(f"meedoen.{module}") for module in modules}
    public = {(module, name) for module in modules for name in found[module].__all__}
    callables = {(module, name) for module, name in public if callable(getattr(found[module], name))}
    assert callables <= known, f"not in surface.json, nor among its `others`: {sorted(callables - known)}"
    assert all(inspect.getdoc(getattr(found[module], name)) for module, name in callables)
