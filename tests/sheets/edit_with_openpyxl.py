"""Edits a 责任分工表 as openpyxl does: python edit_with_openpyxl.py IN.xlsx EDITS.json OUT.xlsx

EDITS: {"sheet": name, "cells": [{"id": task, "column": heading, "value": text or number}], "order": [columns by their
present place], "rows": [data rows by their present place; those left out are deleted], "rename": {heading: heading},
"added": [{heading: value}]}
"""

import json
import sys
from copy import copy

import openpyxl

source, edits, out = sys.argv[1:]
edits = json.load(open(edits, encoding="utf-8"))
book = openpyxl.load_workbook(source)
sheet = book[edits["sheet"]]
HEAD = 3
for merged in list(sheet.merged_cells.ranges):
    sheet.unmerge_cells(str(merged))
heads = {cell.value: cell.column for cell in sheet[HEAD]}
ids = {sheet.cell(row, heads["标识"]).value: row for row in range(HEAD + 1, sheet.max_row + 1)}
for cell in edits["cells"]:
    sheet.cell(ids[cell["id"]], heads[cell["column"]]).value = cell["value"]


def take(row):
    return [(cell.value, copy(cell._style)) for cell in row]


rows = [take(row) for row in sheet.iter_rows(min_row=HEAD + 1)]
kept = [rows[at] for at in edits["rows"]]
for added in edits["added"]:
    row = [(None, None)] * len(rows[0])
    for heading, value in added.items():
        row[heads[heading] - 1] = (value, None)
    kept.append(row)
head = take(sheet[HEAD])
sheet.delete_rows(HEAD, sheet.max_row)
for at, row in enumerate([head] + kept):
    for to, place in enumerate(edits["order"]):
        value, style = row[place]
        cell = sheet.cell(HEAD + at, to + 1)
        cell.value = edits["rename"].get(value, value) if at == 0 else value
        if style is not None:
            cell._style = style
book.save(out)
