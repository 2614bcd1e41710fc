"""Opens every .docx of a folder with python-docx; each must have paragraphs.

Usage: open_all_with_python_docx.py FOLDER      (needs: pip install python-docx)
"""

import sys
from pathlib import Path

from docx import Document

papers = sorted(Path(sys.argv[1]).glob("*.docx"))
assert papers, "no papers to open"
for paper in papers:
    assert Document(str(paper)).paragraphs, paper
print(f"{len(papers)} papers: opened")
