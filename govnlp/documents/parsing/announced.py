"""Questions without labels: a text that says above that it answers questions, and lines of it that ask."""

import re
from collections import Counter

from govnlp.documents.parsing.lines import AROUND

HEAD = 12  # lines in which a text says what it is
WHO = "(?:记者|网友|读者|媒体)"
ANNOUNCES = re.compile(
    rf"答(?:本[报刊网])?{WHO}问|(?:回答|答复)了?[一-鿿]{{0,6}}{WHO}[一-鿿]{{0,6}}(?:提问|问题)"
)
LONGEST = 80  # characters of a question
FEWEST = 2
KINDS = ("heading", "head", "paragraph")


def announced(lines):
    """Kind, speaker and label by the place of each question, as `turns_of` gives them; nothing where none is announced.

    Numbered lines of which most ask are questions all: 三、请介绍林溪区的做法。

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["水务局负责人答记者问", "渠清了吗？", "清了。", "桥通了吗？", "通了。"]
    >>> sorted(announced(classify(Source("a", lines=text))))
    [1, 3]
    """
    start = next((i for i, x in enumerate(lines[:HEAD]) if _announces(x.folded)), None)
    if start is None:
        return {}
    alone = [i for i in range(start + 1, len(lines) - 1) if _stands_alone(lines, i)]
    asking = [i for i in alone if lines[i].folded[-1] == "?"]
    if len(asking) < FEWEST:
        return {}
    marker, n = Counter(lines[i].marker for i in asking).most_common(1)[0]
    numbered = [i for i in alone if lines[i].marker == marker] if marker else []
    asked = numbered if n >= FEWEST and 2 * n >= len(numbered) > 0 else asking
    return dict.fromkeys(asked, ("question", None, None))


def _announces(text):
    """Whether a line says in its last sentence that questions are answered, and tells no more."""
    found = list(ANNOUNCES.finditer(text))
    return bool(found) and re.fullmatch("[^,。;!?]*[。;!?]?", text[found[-1].end() :]) is not None


def _stands_alone(lines, i):
    """Whether a line is one short sentence at most, and text that does not ask stands below it."""
    line, below = lines[i], next((x for x in lines[i + 1 :] if x.kind not in AROUND), None)
    short = line.kind in KINDS and len(line.text) <= LONGEST and "。" not in line.folded[:-1]
    return short and below is not None and below.kind == "paragraph" and below.folded[-1] != "?"
