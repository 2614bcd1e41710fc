"""Fills in a 责任分工表 with nothing but Python's own library: python3 fill_sheet.py SENT.xlsx FILLED.xlsx

The first task gets another percent, the second another 进展情况, the first spare row a title. Prints what was written.
"""

import json
import re
import sys
import zipfile

sent, filled = sys.argv[1:]
DONE = "已完成现场踏勘，材料报审"
TITLE = "新增加的一件事"


def cell(ref, text):
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


with zipfile.ZipFile(sent) as book, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as out:
    for name in book.namelist():
        part = book.read(name).decode("utf-8") if name == "xl/worksheets/sheet1.xml" else book.read(name)
        if name == "xl/worksheets/sheet1.xml":
            rows = re.findall(r'<row r="(\d+)".*?</row>', part, re.S)
            tasks = [int(row) for row in rows if int(row) > 3]
            spare = next(row for row in tasks if re.search(rf'<c r="A{row}" s="\d+"/>', part))
            assert spare - 4 >= 2, "a unit with two tasks at least"
            for ref, new in [
                ("I4", '<c r="I4"><v>0.93</v></c>'),
                ("J5", cell("J5", DONE)),
                (f"C{spare}", cell(f"C{spare}", TITLE)),
            ]:
                part, count = re.subn(rf'<c r="{ref}"(?: [^>]*)?(?:/>|>.*?</c>)', new, part, count=1, flags=re.S)
                assert count == 1, ref
        out.writestr(name, part)
print(json.dumps({"done": DONE, "title": TITLE}))
