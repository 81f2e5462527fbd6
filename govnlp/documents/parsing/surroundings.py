"""Furniture by form and position: bars of one-word lines, trails, lists of links, counts, a title printed twice."""

import re

LINKS = re.compile(r"(?:相关)?链接|(?:延伸|相关|推荐)阅读|相关(?:新闻|文章|报道|推荐)|往期(?:推荐|回顾|精彩)")
CELL, CELLS, NUMBERS = 25, 15, 5


def set_aside_links(lines):
    """Titles of other pages under 相关链接 and the like are furniture."""
    inside = False
    for line in lines:
        if line.kind == "boilerplate":
            inside = inside or bool(LINKS.fullmatch(line.text.strip(":：> 【】")))
        elif (
            inside
            and line.kind in ("head", "paragraph")
            and len(line.text) <= 80
            and line.text[-1] not in "。;；"
        ):
            line.become("boilerplate", "it is the title of another page in a list of links")
        else:
            inside = False


def set_cells(lines):
    """Cells of a table that stand one a line, numbers among them, are neither pages nor headlines."""
    first = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and len(lines[i].text) <= CELL and lines[i].text[-1] not in "。：:":
            continue
        cells, first = lines[first:i], i + 1
        if len(cells) >= CELLS and sum(x.text.isdigit() for x in cells) >= NUMBERS:
            for line in cells:
                if line.kind in ("head", "page"):
                    line.become("paragraph", "it is a cell of a table")


def set_counts(lines):
    """01, 02, 03 above the parts of an article are ornament where no other line marks a page."""
    marks = [x for x in lines if x.kind == "page"]
    if len(marks) > 1 and [x.text for x in marks] == [f"{n:02}" for n in range(1, len(marks) + 1)]:
        for line in marks:
            line.become("boilerplate", "it counts the parts of an article")


def set_bars(lines):
    pass
