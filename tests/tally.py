"""Runs every check of the project, shows what each prints, and ends with how many passed and failed.

A check whose files are not there yet is left out; once they are there it must pass. A test that is
skipped counts as failed: what cannot run here would otherwise go unnoticed.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
DENY = ["--", "-D", "warnings"]
LOCKED = ["--locked"] if os.environ.get("CI") else []


def files(*patterns):
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if "node_modules" not in path.parts}
    return sorted(str(path.relative_to(ROOT)) for path in found)


def numbers(pattern, output):
    return sum(map(int, re.findall(pattern, output, re.MULTILINE)))


def whole(output, passed):
    """A check without tests of its own counts as one."""
    return int(passed), int(not passed)


def needed(output, passed):
    """A build counts only when it breaks."""
    return 0, int(not passed)


def cargo(output, passed):
    result = r"^test result: .*?(\d+) "
    return numbers(result + "passed", output), numbers(r"^test result: .*; (\d+) failed", output)


def pytest(output, passed):
    last = next((line for line in reversed(output.splitlines()) if re.search(r" in [\d.]+s", line)), "")
    return numbers(r"(\d+) passed", last), numbers(r"(\d+) (?:failed|errors?|skipped)\b", last)


def node(output, passed):
    return numbers(r"^ℹ pass (\d+)", output), numbers(r"^ℹ (?:fail|cancelled|skipped|todo) (\d+)", output)


def closing_line(output, passed):
    return numbers(r"^(\d+) passed, \d+ failed$", output), numbers(r"^\d+ passed, (\d+) failed$", output)


def checks():
    """Heading, how to count, command; in the order in which they run."""
    clippy = ["cargo", "clippy", "--quiet", *LOCKED]
    npm_tests = ["node", "--test", "--test-reporter=spec"]
    yield "Rust: format", whole, ["cargo", "fmt", "--all", "--check"]
    yield "Rust: lints", whole, [*clippy, "--all-targets", "--all-features", *DENY]
    yield "Rust: lints of the Python package", whole, [*clippy, "-p", "meedoen-py", *DENY]
    wasm = ["-p", "meedoen-wasm", "--target", "wasm32-unknown-unknown"]
    yield "Rust: lints of the npm package", whole, [*clippy, *wasm, *DENY]
    yield "Rust: tests", cargo, ["cargo", "test", "--quiet", "--no-fail-fast", "--all-features", *LOCKED]
    yield "Python: package", needed, ["make", "python"]
    python_tests = files("py/tests/**/test_*.py", "tests/**/*_test.py", "tests/**/test_*.py", "examples/**/test_*.py")
    yield "Python: tests", pytest, [PYTHON, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", *python_tests]
    cases = files("tests/cases/**/case.json")
    if files("tests/reference.py") and cases:
        yield "Python: reference cases", closing_line, [PYTHON, "tests/reference.py", *map(os.path.dirname, cases)]
    yield "npm: package", needed, ["make", "npm"]
    yield "npm: tests", node, [*npm_tests, *files("wasm/test/*.test.*js", "tests/**/*.test.*js")]
    yield "npm: types", whole, ["wasm/node_modules/.bin/tsc", "--project", "wasm/test"]
    if files("examples/web/build.mjs"):
        yield "npm: web page", needed, ["make", "web"]
    pages = files("wasm/test/page/*.test.*js", "examples/web/**/*.test.*js")
    yield "npm: pages in a browser", node, [*npm_tests, *pages]
    yield "Examples: Rust", whole, ["cargo", "run", "--quiet", "-p", "meedoen-examples", *LOCKED]
    if files("examples/notebook/run.py"):
        yield "Examples: notebook", whole, [PYTHON, "examples/notebook/run.py"]


def run(command):
    """Runs a command while showing its output; gives the output and whether all went well."""
    environment = {**os.environ, "PYO3_PYTHON": str(PYTHON)}
    for inherited in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        environment.pop(inherited, None)
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    return "".join(lines), process.wait() == 0


def counted(count, output, passed):
    """What a check counts to; a runner that breaks off, or that finds nothing to run, has failed."""
    right, wrong = count(output, passed)
    if wrong == 0 and (not passed or (right == 0 and count is not needed)):
        wrong = 1
    return right, wrong


def names(output):
    """What failed: a test as its runner names it, a figure of a reference case, an error of a build."""
    lines = r"---- .* stdout ----|(?:FAILED|ERROR) .*|\s*✖ .*ms\)|.* (?:FAIL|UNSUPPORTED)|error(?:\[\w+\])?: .*"
    return [line.strip() for line in re.findall(f"^(?:{lines})$", output, re.MULTILINE)]


def main():
    passed = failed = 0
    summary, broken = [], []
    for heading, count, command in checks():
        print(f"\n=== {heading} ===", flush=True)
        began = time.monotonic()
        output, went_well = run(command)
        right, wrong = counted(count, output, went_well)
        broken += [f"{heading}: {name}" for name in dict.fromkeys(names(output) if wrong else [])]
        passed, failed = passed + right, failed + wrong
        summary.append(f"{heading:34} {right:6} passed {wrong:4} failed {time.monotonic() - began:7.1f} s")
    print("\n=== All ===", *summary, "", *broken[:40], f"{passed} passed, {failed} failed", sep="\n", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
