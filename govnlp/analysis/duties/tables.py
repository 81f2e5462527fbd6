"""Duties in tables of tasks: rows whose columns are named 任务, 责任单位, 完成时限 ..."""

from govnlp.analysis.duties.deadlines import find_deadline
from govnlp.analysis.duties.reading import words


def table_duties(lines):
    """Rows of a table whose head names a task and who is responsible.

    Parameters
    ----------
    lines : list of str
        Rows of the table, cells parted by tabs.

    Returns
    -------
    list of (int, dict)
        Position in `lines`, and bearer, supporting, action, measure, deadline_text, quote. An empty cell of the
        bearer takes the value above it (merged cells), and so does then one of those who help.

    Examples
    --------
    >>> rows = table_duties(["序号\\t工作任务\\t责任单位\\t完成时限", "1\\t清理河道\\t区水利局\\t6月底前"])
    >>> [(at, row["bearer"], row["action"], row["deadline_text"]) for at, row in rows]
    [(1, '区水利局', '清理河道', '6月底前')]
    """
    lines = [[cell.strip() for cell in line.split("\t")] for line in lines]
    head = next(
        (k for k, cells in enumerate(lines) if {"task", "responsible"} <= set(_roles(cells).values())), None
    )
    if head is None:
        return []
    roles, rows, above = _roles(lines[head]), [], {}
    for at, cells in enumerate(lines[head + 1 :], head + 1):
        row = {}
        for i, role in roles.items():
            row[role] = row.get(role, "") + (cells[i] if i < len(cells) else "")
        if row.get("responsible"):
            above = {"responsible": row["responsible"]}
        above |= {"support": row["support"]} if row.get("support") else {}
        if row["task"]:
            said = {key: row.get(key) or None for key in ("measure", "deadline")}
            rows.append(
                (
                    at,
                    {
                        "bearer": above.get("responsible"),
                        "supporting": above.get("support"),
                        "action": row["task"],
                        "measure": said["measure"],
                        "deadline_text": said["deadline"],
                        "quote": "　".join(filter(None, cells)),
                    },
                )
            )
    return rows


def _roles(cells):
    """What the columns hold, by their heads."""
    kinds = {"lead": "responsible"}
    return {
        i: kinds.get(kind, kind)
        for i, cell in enumerate(cells)
        for kind, names in words("labels").items()
        if cell.replace(" ", "") in names
    }


def of_table(blocks, issued, measures):
    """Duties of a table, whose rows are lines of blocks."""
    lines, rows = [], []
    for block in blocks:  # a row that was joined to the one before begins with its line
        starts = [*block["line_starts"], len(block["text"])]
        parts = zip(block["lines"], starts, starts[1:], strict=False)
        lines += [(block, line, block["text"][a:b].strip("\n")) for line, a, b in parts]
    for at, row in table_duties([text for _, _, text in lines]):
        day, said = find_deadline(row["deadline_text"] or "", issued)
        block, line, text = lines[at]
        stated = measures.get((block["doc_id"], block["block"]), [])
        start = block["text"].find(text)
        within = [words for place, words in stated if start <= place < start + len(text)]
        row["measure"] = row["measure"] or "；".join(within) or None
        row |= {"deadline": day, "deadline_text": said or row["deadline_text"], "inferred": False}
        place = {key: block[key] for key in ("doc_id", "block", "section")} | {"line": line}
        rows.append(dict.fromkeys(("strength", "degree", "condition")) | place | row)
    return rows
