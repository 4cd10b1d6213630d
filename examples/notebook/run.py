"""Executes the notebooks, shows what they print and says where the report of the first is."""

import argparse
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
NOTEBOOKS = ["participation.ipynb", "over-time.ipynb", "duty.ipynb", "answers-to-levers.ipynb", "two-pilots.ipynb"]


def show(cell, cell_index, execute_reply):
    """What a cell printed."""
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            print(output.text, end="", flush=True)


def run(name, given):
    """Executes a notebook with these parameters."""
    notebook = nbformat.read(HERE / name, as_version=4)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in given.items())
    place = {"metadata": {"path": str(HERE)}}
    client = NotebookClient(notebook, kernel_name="python3", resources=place, on_cell_executed=show)
    client.extra_arguments = ["--log-level=40"]  # only what goes wrong
    client.execute()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--language", choices=["nl", "en"], help="of the report and of what is printed")
    options.add_argument("--date", help="the date on the report, as yyyy-mm-dd")
    given = {name.upper(): value for name, value in vars(options.parse_args()).items() if value}
    for name in NOTEBOOKS:
        run(name, given)
    report = HERE / "report.html"
    if report.is_relative_to(Path.cwd()):
        report = report.relative_to(Path.cwd())
    print(f"\nThe report: {report}")


if __name__ == "__main__":
    main()
