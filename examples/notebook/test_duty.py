"""The notebook about the duty runs, and its counts add up."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient


def test_the_notebook_runs_and_every_person_is_counted_once():
    notebook = nbformat.read(Path(__file__).with_name("duty.ipynb"), as_version=4)
    check = "assert (three.sum() == PEOPLE).all() and (two.sum() == PEOPLE).all()\n"
    check += "assert three['2027-05-01']['not-known'] == PEOPLE\n"
    check += "assert two['exempts nobody'].get('holds', 0) >= two['exempts carers'].get('holds', 0)"
    notebook.cells.append(nbformat.v4.new_code_cell(check))
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
