"""From lines to blocks and articles."""

import re
from dataclasses import replace

from govnlp.documents.corpus import CONTENT
from govnlp.documents.entities.bylines import byline_within
from govnlp.documents.entities.home import infer_home
from govnlp.documents.parsing import joining
from govnlp.documents.parsing.articles import set_articles
from govnlp.documents.parsing.captions import set_captions, set_session
from govnlp.documents.parsing.card import set_card
from govnlp.documents.parsing.formal import set_formal, set_history, set_writers
from govnlp.documents.parsing.headings import (
    set_aside_contents,
    set_chapters,
    set_levels,
    set_months,
    set_sentences,
)
from govnlp.documents.parsing.labels import is_label, set_posts_apart, without_label
from govnlp.documents.parsing.letterhead import set_letterhead
from govnlp.documents.parsing.lines import ABOVE_NUMBER, TURN
from govnlp.documents.parsing.metadata import authors_of, metadata
from govnlp.documents.parsing.notes import set_notes
from govnlp.documents.parsing.parts import parts, set_labels
from govnlp.documents.parsing.references import set_references
from govnlp.documents.parsing.rows import set_boxes, set_rows
from govnlp.documents.parsing.rules import classify
from govnlp.documents.parsing.surroundings import (
    set_aside_digest,
    set_aside_links,
    set_bars,
    set_cells,
    set_closing,
    set_columns,
    set_counts,
)
from govnlp.documents.parsing.teasers import set_aside_teaser
from govnlp.documents.parsing.titles import set_again, set_printed, set_title
from govnlp.documents.parsing.turns import find_turns
from govnlp.documents.parsing.written import as_written, in_simplified
from govnlp.documents.restoring.spun import screen_spun
from govnlp.lexicons.traditional import is_traditional


def parse(source):
    """Structure of a document.

    Parameters
    ----------
    source : Source

    Returns
    -------
    document : dict
        Row of `Corpus.documents`.
    articles, blocks : list of dict
        Rows of `Corpus.articles` and `Corpus.blocks`; every character that is seen is in one block.

    Examples
    --------
    >>> from govnlp.documents.reading.source import Source
    >>> document, articles, blocks = parse(Source("a", lines=["清渠三十里", "本报记者 林溪", "渠清了。"]))
    >>> document["title"], articles[0]["authors"], [x["kind"] for x in blocks]
    ('清渠三十里', ['林溪'], ['title', 'byline', 'paragraph'])
    """
    if not is_traditional("\n".join(source.lines)):
        return _parse(source)
    simple = in_simplified(source)
    return as_written(source, simple, *_parse(simple))


def _parse(source):
    """`parse` by rules that are written in simplified characters."""
    lines = classify(source)
    set_rows(lines)
    set_months(lines)
    set_chapters(lines)
    set_bars(lines)
    set_columns(lines)
    width = joining.line_width(lines, source.format in joining.OWN_PARAGRAPHS)
    if width is not None:
        joining.unwrap(lines, width)
    joining.unwrap_indented(lines)
    joining.mend(lines)
    set_aside_contents(lines)
    set_references(lines)
    set_card(lines)
    set_letterhead(lines)
    set_formal(lines)
    set_aside_digest(lines)
    set_aside_links(lines)
    set_sentences(lines, width)
    set_aside_teaser(lines)
    find_turns(lines)
    set_posts_apart(lines)
    set_notes(lines)
    set_printed(lines)
    set_cells(lines)
    set_boxes(lines)
    set_counts(lines)
    set_session(lines)
    set_writers(lines)
    if not source.roles:  # a page's furniture is known by its tree
        set_title(lines)
        set_closing(lines)
    else:
        set_again(lines)
    set_history(lines)
    set_captions(lines)
    set_labels(lines)
    numbers = set_articles(lines)
    set_levels(lines)
    part_of = parts(lines)
    blocks = _blocks(lines, numbers, part_of, width, source)
    articles = _articles(lines, numbers, blocks)
    document = metadata(_plain(source, lines), lines, numbers, articles, part_of)
    _set_places(articles, blocks, document)
    document["n_chars"] = sum(len(x["text"]) for x in blocks)
    document["spun_score"] = screen_spun("\n".join(x["text"] for x in blocks if x["kind"] in CONTENT))
    return document, articles, blocks


def _plain(source, lines):
    """The source as metadata are read from it: normalised, piece by piece, its furniture and its letterhead named."""
    named = {"boilerplate": "furniture"}
    roles = [
        ABOVE_NUMBER if x.marker == ABOVE_NUMBER else source.role(x.number - 1) or named.get(x.kind)
        for x in lines
    ]
    return replace(source, lines=[x.text for x in lines], roles=roles)


def _blocks(lines, numbers, part_of, width, source):
    """Rows of blocks, in reading order; a paragraph that goes on takes the further lines."""
    indents = sum(x.indented for x in lines) > len(lines) / 2
    own = source.format in joining.OWN_PARAGRAPHS
    out, section, article, open_block, before = [], None, None, None, None
    for line, number, part in zip(lines, numbers, part_of, strict=True):
        if line.kind == "title" or number != article:
            section = section if number is None else None
            article = article if number is None else number
        if line.kind == "heading":
            section = line.text
        text = without_label(line)
        if (
            before is not None
            and open_block["article"] == number
            and before.speaker == line.speaker
            and (
                (is_label(before) and line.marker != TURN)
                or joining.goes_on(before, line, width=width, indents=indents, own_paragraphs=own)
            )
        ):
            open_block["line_starts"].append(open_block["line_starts"][-1] + len(open_block["text"][-1]))
            open_block["lines"].append(line.number)
            open_block["spans"].append([line.number, *line.span])
            open_block["text"].append(text)
            before = line
            continue
        block = {
            "block": len(out),
            "article": number,
            "kind": line.kind,
            "level": line.level if line.kind == "heading" else None,
            "section": section if line.kind in CONTENT else None,
            "part": part,
            "speaker": line.speaker,
            "text": [text],
            "lines": [line.number],
            "line_starts": [0],
            "spans": [[line.number, *line.span]],
            "why": line.why,
        }
        out.append(block)
        if line.kind in CONTENT:
            open_block, before = block, line
        elif line.kind not in ("caption", "page"):
            before = None
    for block in out:
        block["text"] = "".join(block["text"])
    return out


def _articles(lines, numbers, blocks):
    """Rows of articles: page, headline and authors."""
    out, page = {}, None
    for line, number in zip(lines, numbers, strict=True):
        if line.kind == "page" and (page is None or not line.text.isdigit()):
            page = line.text
        if number is None:
            continue
        if number not in out:
            out[number] = {"article": number, "page": page, "title": None, "title_lines": [], "authors": []}
        if line.kind == "title":
            out[number]["title_lines"].append(line.text)
    for row in out.values():
        row["title"] = " ".join(row["title_lines"]) or None
    content = {}
    for block in blocks:
        if block["kind"] in ("byline", "dateline"):
            whole_page = block["text"].startswith("本版") or block["article"] is None
            _add_authors(out.values() if whole_page else [out[block["article"]]], block["text"])
        elif block["kind"] == "paragraph" and block["article"] is not None:
            content.setdefault(block["article"], []).append(block["text"])
    for number, texts in content.items():
        for text in texts[:1] + texts[1:][-1:]:
            _add_authors([out[number]], byline_within(text))
    return list(out.values())


def _add_authors(articles, byline):
    """Add those whom a byline names to the authors of some articles."""
    for row in articles:
        row["authors"] += [x for x in authors_of(byline) if x not in row["authors"]]


def _set_places(articles, blocks, document):
    """Place of each article of several that speaks of another division than its document by itself; else none.

    The city and the province of the document's own place are named by each of its articles, and are not meant; what
    names that place, or says 我市 in it, tells of what the place does elsewhere.
    """
    region, own = document["region"] or "", document["place"] or ""
    for row in articles:
        row["place"] = None
    for row in articles if len(articles) > 1 else ():
        texts = [x["text"] for x in blocks if x["article"] == row["article"]]
        home = infer_home(texts, title=row["title"])
        other = home["region"] and not region.startswith(home["region"]) and home["place"] != own
        if other and not (own and _says_own("\n".join(texts), own, home["place"])):
            row["place"] = home["place"]


def _says_own(text, own, other):
    """Whether a text names its document's place otherwise than before a division of it, or says 我市."""
    stem = own[:-1] if len(own) > 2 else own
    within = re.sub(f"{stem}[{own[-1]}]?{other}", other, text)
    return stem in within or f"我{own[-1]}" in text
