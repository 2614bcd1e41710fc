"""Opens a plan with python-docx, as other offices' scripts do, and checks what it finds.

Usage: read_with_python_docx.py PLAN.docx      (needs: pip install python-docx)
"""

import sys

from docx import Document
from docx.shared import Twips

paper = Document(sys.argv[1])

section = paper.sections[0]
page = [section.page_width, section.page_height, section.top_margin, section.right_margin,
        section.bottom_margin, section.left_margin]
assert page == [Twips(n) for n in (11906, 16838, 2098, 1474, 1984, 1587)], page

title = paper.paragraphs[0]
assert title.style.name == "Title" and title.text, title.text
assert title.style.font.name == "方正小标宋简体" and title.style.font.size.pt == 22
assert paper.core_properties.title == title.text.replace("\n", "")
assert paper.core_properties.author == ""

headings = [p for p in paper.paragraphs if p.style.name == "Heading 1"]
assert headings and headings[0].text.startswith("一、"), [p.text for p in headings]
assert headings[0].style.font.name == "黑体" and not headings[0].style.font.bold

eight = [table for table in paper.tables if len(table.columns) == 8]
assert eight, "责任分工表 has 8 columns"
assert [cell.text for cell in eight[0].rows[0].cells][0] == "序号"

print(f"{len(paper.paragraphs)} paragraphs, {len(paper.tables)} tables: read")
