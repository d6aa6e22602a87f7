"""Reads tables as Python's csv does, and prints every cell of each as JSON.

spreadsheet.py FILE...
"""

import csv
import json
import sys

tables = []
for name in sys.argv[1:]:
    with open(name, newline="", encoding="utf-8") as file:
        text = file.read()
    # With a mark before it, a table is one for spreadsheets in French.
    french = text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    tables.append(list(csv.reader(lines, delimiter=";" if french else ",", strict=True)))
print(json.dumps(tables))
