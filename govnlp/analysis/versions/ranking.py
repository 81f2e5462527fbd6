"""The changes that a reader wants to hear of first."""

import re
from difflib import SequenceMatcher
from itertools import zip_longest

import pandas as pd

from govnlp.arguments import takes, whole

COLUMNS = ["rank", "change", "what", "older", "newer", "line_a", "line_b"]
FIRMER = ("raised", "lowered", "requalified")
"""Changes of targets that both texts state: they come first, in the order of the newer text, which puts its main
targets first."""
OPENING = 60
"""Letters of a sentence that name it."""
SENTENCE = re.compile("[^。！？；\n]+[。！？；]?")
WORD = re.compile("[一-鿿]{2,}")
SAME = 0.5
"""Share of their letters (Ratcliff & Metzener 1988) that two sentences of a pair have in common when one is the other
reworded."""
FRESH = 4
"""Letters of words that the other version lacks which make a sentence news; fewer are chance."""
HITS = 2
"""Entries of one policy theme that make a sentence one on policy."""
OFTEN = 2
"""Times that a phrase occurs which is told by itself: a single one may be a turn of speech."""


@takes(versions="compare_versions: change", targets="compare_targets: name", top=whole(1))
def rank_changes(versions, targets, phrases=None, themes=None, top=20):
    """The changes worth telling first: targets, then sentences and phrases that are new or gone, and themes.

    Half of the places go to targets that were raised, lowered or qualified anew, of an indicator and its parts
    (财政赤字, 中央财政赤字) the first. The rest are taken in turn: sentences of the newer text, those on policy
    first, by the letters of words that the older text has nowhere, and those of the older text likewise, one of a
    paragraph; phrases that are new, back or gone and occur twice; themes gained or lost beyond their interval.
    Sentences of a work report are of its plan: the review is written anew every year.

    Parameters
    ----------
    versions : DataFrame
        From `compare_versions`.
    targets : DataFrame
        From `compare_targets`.
    phrases : DataFrame, optional
        From `compare_phrases` (govnlp.analysis.versions.wording).
    themes : DataFrame, optional
        From `themes_gained` (same module).
    top : int

    Returns
    -------
    DataFrame
        rank (from 1), change (raised, lowered, requalified, new, reworded, dropped, back, gone, gained, lost), what
        (the indicator, phrase or theme, or how the sentence begins), older, newer (as stated; None where it is
        not), line_a, line_b.

    Examples
    --------
    >>> from govnlp import compare_targets, compare_versions, extract_indicators, parse_text
    >>> a = parse_text("2021年目标：地区生产总值增长5%左右。", "a")
    >>> b = parse_text("2022年目标：地区生产总值增长6%以上。", "b")
    >>> targets = compare_targets(extract_indicators(a), extract_indicators(b))
    >>> rank_changes(compare_versions(a, b), targets)[["change", "older", "newer"]].values.tolist()
    [['raised', '5% 左右', '6% 以上']]
    """
    told = _targets(targets)
    others = [_sentences(versions, "b"), _phrases(phrases), _sentences(versions, "a"), _themes(themes)]
    others = [row for turn in zip_longest(*others) for row in turn if row]
    half = max(top // 2, top - len(others))
    rows = (told[:half] + others)[:top]
    table = pd.DataFrame([(k, *row) for k, row in enumerate(rows, 1)], columns=COLUMNS, dtype=object)
    return table.astype({"rank": int, "line_a": "Int64", "line_b": "Int64"})


def _targets(targets):
    """Targets that both versions state and that changed; of those whose names hold one another the first."""
    changed = targets[targets["change"].isin(FIRMER)].sort_values("line_b", kind="stable")
    rows = []
    for row in changed[["change", "name", "said_a", "said_b", "line_a", "line_b"]].itertuples(
        index=False, name=None
    ):
        if not any(name in row[1] or row[1] in name for _, name, *_ in rows):
            rows.append(row)
    return rows


def _sentences(versions, side):
    """Of each paragraph that has no equal the sentence with most letters in words that the other version lacks."""
    other = "\n".join(versions["text_a" if side == "b" else "text_b"].dropna())
    changed = versions[versions["similarity"].lt(1) & versions[f"text_{side}"].notna()]
    if versions[f"part_{side}"].eq("plan").any():
        changed = changed[changed[f"part_{side}"].eq("plan")]
    spans = [
        (k, said.strip()) for k, text in enumerate(changed[f"text_{side}"]) for said in SENTENCE.findall(text)
    ]
    best, of_policy = {}, _on_policy([said for _, said in spans])
    for (k, said), fresh, on_policy in zip(
        spans, _fresh([said for _, said in spans], other), of_policy, strict=True
    ):
        if fresh >= FRESH:
            best[k] = max(best.get(k, (False, 0, "")), (on_policy, fresh**2 / len(said), said))
    rows = changed.to_dict("records")
    told = []
    for k in sorted(best, key=lambda k: (not best[k][0], -best[k][1], k)):
        said, row = best[k][2], rows[k]
        partner = _partner(said, row["text_a" if side == "b" else "text_b"])
        if partner and side == "b":  # of a sentence that is there in both the newer text tells
            told.append(("reworded", _opening(said), partner, said, row["line_a"], row["line_b"]))
        elif side == "b":
            told.append(("new", _opening(said), None, said, None, row["line_b"]))
        elif not partner:
            told.append(("dropped", _opening(said), said, None, row["line_a"], None))
    return told


def _opening(sentence):
    """The sentence, or its first letters and a mark that there are more.

    >>> _opening("清淤五里。"), len(_opening("清" * 61)), _opening("清" * 61)[-2:]
    ('清淤五里。', 61, '清…')
    """
    return sentence if len(sentence) <= OPENING else sentence[:OPENING] + "…"


def _partner(sentence, paragraph):
    """The sentence of the other version's paragraph that says the same in other words, or None."""
    others = SENTENCE.findall(paragraph) if isinstance(paragraph, str) else []
    alike = [SequenceMatcher(None, sentence, other, autojunk=False).ratio() for other in others]
    return others[alike.index(max(alike))].strip() if alike and max(alike) >= SAME else None


def _fresh(sentences, other):
    """Letters of the words of sentences that another text has nowhere."""
    from govnlp.words.segmenting import segment

    return [
        sum(len(word) for word in set(words) if WORD.fullmatch(word) and word not in other)
        for words in segment(sentences)
    ]


def _on_policy(sentences):
    """Whether sentences name enough of a field of policy: phrases of address and resolve do not."""
    from govnlp.analysis.themes.scores import score_themes

    units = pd.DataFrame({"unit_id": range(len(sentences)), "doc_id": "", "text": sentences})
    scores = score_themes(units)
    hits = scores["evidence"].map(lambda found: len(set(found))).groupby(scores["unit_id"]).max()
    return hits.reindex(range(len(sentences)), fill_value=0).ge(HITS).tolist()


def _phrases(phrases):
    """Phrases that are new, back or gone, in turn, the most frequent first."""
    if phrases is None:
        return []
    often = phrases[phrases[["n_older", "n_newer"]].max(axis=1).ge(OFTEN)]
    kinds = [often[often["change"].eq(change)].itertuples() for change in ("new", "gone", "back")]
    rows = [row for turn in zip_longest(*kinds) for row in turn if row]
    return [(row.change, row.phrase, _times(row.n_older), _times(row.n_newer), None, None) for row in rows]


def _times(n):
    return f"{n}×" if n else None


def _themes(themes):
    """Themes gained or lost, with their shares."""
    if themes is None:
        return []
    changed = themes[themes["change"].notna()]
    return [
        (row.change, row.theme, f"{row.share_older:.0%}", f"{row.share_newer:.0%}", None, None)
        for row in changed.itertuples()
    ]
