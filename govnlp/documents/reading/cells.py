"""Cells of tables, whatever format they come from."""


def stacked(above, below):
    """Two paragraphs of a cell as one text: a blank keeps apart what would be read as one number or Latin word.

    >>> stacked("320.1", "6.5"), stacked("比上年", "增长")
    ('320.1 6.5', '比上年增长')
    """
    apart = all(x.isascii() and x.isalnum() for x in (above[-1:], below[:1]))
    return f"{above} {below}" if apart else above + below
