"""Duties in tables of tasks: rows whose columns are named 任务, 责任单位, 完成时限 ..."""

from govnlp.analysis.duties.bearers import words


def table_duties(text):
    """Rows of a table (cells parted by tabs) whose head names a task and who is responsible.

    Parameters
    ----------
    text : str
        Lines of cells.

    Returns
    -------
    list of dict
        bearer, support, action, measure, deadline_text, quote; a cell left empty takes the value above (merged cells),
        but for measure and deadline.

    Examples
    --------
    >>> rows = table_duties("序号\\t工作任务\\t责任单位\\t完成时限\\n1\\t清理河道\\t区水利局\\t6月底前")
    >>> [(row["bearer"], row["action"], row["deadline_text"]) for row in rows]
    [('区水利局', '清理河道', '6月底前')]
    """
    lines = [[cell.strip() for cell in line.split("\t")] for line in text.split("\n") if "\t" in line]
    head = next(
        (k for k, cells in enumerate(lines) if {"task", "responsible"} <= set(_roles(cells).values())), None
    )
    if head is None:
        return []
    roles, rows, above = _roles(lines[head]), [], {}
    for cells in lines[head + 1 :]:
        row = {
            role: "".join(cells[i] for i, r in roles.items() if r == role and i < len(cells))
            for role in set(roles.values())
        }
        for role in ("responsible", "support"):
            above[role] = row[role] = row.get(role) or above.get(role)
        if row.get("task"):
            rows.append(
                {
                    "bearer": row["responsible"] or None,
                    "support": row["support"] or None,
                    "action": row["task"],
                    "measure": row.get("measure") or None,
                    "deadline_text": row.get("deadline") or None,
                    "quote": "　".join(filter(None, cells)),
                }
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
