"""The notebook about the duty runs, and its counts add up."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient


def test_the_notebook_runs_and_every_person_is_counted_once():
    notebook = nbformat.read(Path(__file__).with_name("duty.ipynb"), as_version=4)
    check = """
assert (three.sum() == PEOPLE).all() and (two.sum() == PEOPLE).all() and moved.to_numpy().sum() == PEOPLE
assert three.loc[STATUS["not-known"], "2027-05-01"] == PEOPLE
assert two.loc[STATUS["holds"], "exempts nobody"] > two.loc[STATUS["holds"], "exempts carers"]
assert two.loc[OPEN, "no ordinance given"] > two.loc[OPEN, "exempts carers"]
assert all(sentence.source.references for sentence in explanation.sentences)
"""
    notebook.cells.append(nbformat.v4.new_code_cell(check))
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
