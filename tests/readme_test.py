"""The first screen of the README is true in Python: its snippet prints what stands below it."""

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
from pathlib import Path

import meedoen
import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def block(language):
    found = re.search(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no block of {language}"
    return found.group(1)


def test_the_python_snippet_prints_the_answer():
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block("python"), "README.md", "exec"), {})  # the snippet is ours
    assert printed.getvalue() == block("text")


def test_the_commands_are_targets_of_the_makefile():
    makefile = (Path(__file__).parent.parent / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)
    assert {"demo", "test", "build"} <= set(commands)
    for command in commands:
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), f"`make {command}` does not exist"


def test_every_link_leads_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith("http"):
            assert (Path(__file__).parent.parent / target).exists(), f"{target} does not exist"


def test_the_examples_of_the_python_page_run():
    page = Path(__file__).parent.parent / "py" / "README.md"
    outcome = doctest.testfile(str(page), module_relative=False)
    assert outcome.attempted > 8 and outcome.failed == 0


@pytest.mark.parametrize("module", [module.name for module in pkgutil.walk_packages(meedoen.__path__, "meedoen.")])
def test_the_examples_of_each_function_run(module):
    outcome = doctest.testmod(importlib.import_module(module))
    assert outcome.failed == 0
    assert outcome.attempted > 0 or module.split(".")[1] not in ("behaviour", "cocreation", "conformance", "ladder", "measure")
