"""Duties of a corpus: a row per sentence that lays something on somebody."""

import re
from bisect import bisect_right
from dataclasses import replace

import pandas as pd

from govnlp.analysis.duties.actors import is_actor
from govnlp.analysis.duties.bearers import Subject, subject_of
from govnlp.analysis.duties.deadlines import find_deadline
from govnlp.analysis.duties.labels import BRACKETED, find_labels, label_line
from govnlp.analysis.duties.leads import CRITERIA, asked, bans, lasting_lead, lead_in
from govnlp.analysis.duties.reading import any_of, words
from govnlp.analysis.duties.sentences import CHAPTER, FIRST, MARK, due_part, sentences
from govnlp.analysis.duties.tables import of_table
from govnlp.arguments import takes

COLUMNS = [
    "doc_id", "block", "line", "section", "bearer", "supporting", "action", "measure", "deadline", "deadline_text",
    "strength", "degree", "condition", "inferred", "quote",
]  # fmt: skip
CONTENT = ("paragraph", "answer")
TELLING = ("news", "news_page", "interview")
"""Genres that tell of duties and lay none on anybody."""
ASSIGNED = re.compile("\t|责任单位|牵头|(?:负责|配合)[)）]")
"""A table of tasks, or a bearer that is named as such."""
ARTICLE = re.compile(r"(?:^|[\n。　])\s*第[一二三]条")
"""Articles make a law of a text: there a verb without subject sets no task."""
HEADING = 26
"""A numbered sentence of so many letters at the start of an item is its heading, when more follows it."""
PART = re.compile(r"^(?!附件|说明|注)[一-鿿]{2,8}(?<![是期限])：(?=.)")
"""A label of what follows (推荐报送：各镇…)."""
RUN_ON = 100
"""Letters without any mark that are a table which has lost its own."""
TITLED = "号|。|\n|　　|通知|意见|方案|决定|规划|办法|细则|要点|函(?!授)|》"
"""What ends a title that has lost its line, before the addressees."""
ADDRESSEES = 8
"""Blocks among which the addressees (主送) of a notice stand."""


@takes(corpus="Corpus")
def extract_duties(corpus):
    """Who must do what, to what measure, by when.

    A duty is a sentence with a modal word (必须, 应当, 要, 负责, 不得 ... 鼓励), with an actor and a verb, or, in a
    plan or notice, with a verb alone; and a row of a table of tasks. Its bearer is what the bracket behind it
    names (责任单位, 牵头, 负责), else its subject; where it has none, the subject of the sentence before in the
    paragraph, the unit that the heading names, or the addressees (主送): these are inferred. Sections of principle,
    the reviewing part of a work report, news and interviews set no duty.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        doc_id, block, line (of the source, from 1), section, bearer (as named, or None where the
        text does not say), supporting (those who help: 配合单位, or None), action, measure (indicators
        stated in the sentence, joined, or None), deadline (Timestamp or NaT), deadline_text (its
        words; 20个工作日内 has no day), strength (the modal word, 由 where it names who does it, None for
        a plain order), degree (5 duty or ban to 2 encouragement, NA for a plain order), condition
        (the clauses that say in which case, or None), inferred (bool: the bearer is not named by
        the sentence), quote (the sentence, or the part that speaks to this bearer). In order of the
        text.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> text = "临溪区人民政府关于清淤的通知\\n各镇人民政府：\\n区水利局要在2025年6月底前完成河道清淤。（区财政局配合）"
    >>> duties = extract_duties(parse_text(text))
    >>> duties[["bearer", "supporting", "action", "strength"]].values.tolist()
    [['区水利局', '区财政局', '在2025年6月底前完成河道清淤', '要']]
    >>> duties["deadline"].dt.strftime("%Y-%m-%d").tolist()
    ['2025-06-30']
    """
    measures = _measures(corpus)
    documents = corpus.documents.set_index("doc_id")
    rows = []
    for doc_id, blocks in corpus.once().groupby("doc_id", sort=False):
        if documents.loc[doc_id, "genre"] not in TELLING:
            found = _of_document(blocks, documents.loc[doc_id], measures)
            official = _is_official(documents.loc[doc_id], blocks)
            # in a feature a verb alone, even with its subject, tells what was done
            rows += [row for row in found if official or row["strength"] is not None]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    return table.astype({"deadline": "datetime64[ns]", "degree": "Int64", "line": "Int64", "inferred": bool})


def _is_official(document, blocks):
    """Whether a document is official by its kind, its title or something that it states; a feature is not, nor what
    tells the figures of a year."""
    if document["genre"] == "communique":
        return False
    stated = any(pd.notna(document[name]) for name in ("genre", "issuer", "doc_number", "signed"))
    titled = re.search(any_of("plans"), document["title"] or "") is not None
    return stated or titled or bool(_addressees(blocks)) or blocks["text"].str.contains(ASSIGNED).any()


def _of_document(blocks, document, measures):
    """Duties of one document; lines of labels name the bearer of what stands above them in its section."""
    rows, waiting, label, table = [], [], None, []
    title = document["title"] or ""
    report = document["genre"] == "work_report" and "信息公开" not in title  # plans as well as tells
    told = any(x in title for x in words("reporting")) and not report
    plain = not told and document["genre"] != "law" and not blocks["text"].str.contains(ARTICLE).any()
    sent_to = None if document["genre"] == "work_report" else _addressees(blocks)  # 各位代表 hear a report
    context = {"issued": _issued(document), "plain": plain, "told": told, "report": report, "lead": None}
    context["addressees"] = sent_to
    for block in [*blocks.to_dict("records"), {"text": "", "kind": "heading", "block": None}]:
        text, own = block["text"], None
        content = block["kind"] in CONTENT and not _no_task(block)
        if content and "\t" not in text and (own := label_line(text)):
            label = label.joined(own) if label else own
            continue
        if label or not content:
            for paragraph in waiting:
                stated = measures.get((paragraph["doc_id"], paragraph["block"]), [])
                rows += _of_block(paragraph, context, stated, label)
            waiting, label = [], None
        if table and "\t" not in text:
            rows += of_table(table, context["issued"], measures)
            table = []
        if not content:
            context["lead"] = None
        elif "\t" in text:
            table.append(block)
        else:
            waiting.append(block)
    return rows


def _issued(document):
    """The day of a document, else its year, else None."""
    for day in (document.get("signed"), document["published"]):
        if day is not None and not pd.isna(day):
            return pd.Timestamp(day)
    return None if pd.isna(document["year"]) else int(document["year"])


def _no_task(block):
    section = block["section"] if isinstance(block["section"], str) else ""
    return block["part"] == "review" or any(x in section for x in words("principle"))


def _addressees(blocks):
    """Whom a notice is sent to: what stands before the first colon of its first blocks and names actors alone."""
    for text in blocks.loc[blocks["kind"].isin((*CONTENT, "heading")), "text"].head(ADDRESSEES):
        colon = re.search("[：:]", text[:400])
        said = re.split(TITLED, text[: colon.start()])[-1].strip() if colon else ""
        if said and is_actor(re.sub("[，,；;]", "、", said)):
            return said
    return None


def _of_block(block, context, measures, below=None):
    """Duties of one paragraph, each with the label that follows it, or with that of the lines below."""
    text, labels = block["text"], find_labels(block["text"])
    plain = context["plain"] and not (
        context["report"] and block["part"] is None
    )  # what a report did, or will
    section = MARK.sub("", block["section"]) if isinstance(block["section"], str) else ""
    heading = re.sub(r"^\d{4}年|的?(?:主要)?(?:工作)?(?:职责|任务)$", "", section)  # 区水利局主要职责
    heading, before, lasting, speaker = heading if is_actor(heading) else None, None, None, None
    parts = sentences(text, labels)
    for k, (start, end, label, goes_on) in enumerate(parts):
        quote, label = text[start:end].strip(), label or below
        mark = MARK.match(quote)
        if label and start < label.start < end:  # 完成清淤（区水利局负责）。
            quote = text[start : label.start].strip()
        body = (quote[mark.end() :] if mark else quote).split(f"{context['addressees']}：")[-1].strip()
        body, item = CHAPTER.sub("", body), body.rstrip("。：: ")
        if mark and not re.match(FIRST, quote):
            before = lasting = None
        following = text[parts[k + 1][0] :] if k + 1 < len(parts) and not body.endswith(("，", ",")) else ""
        named = (
            len(body) <= HEADING and item.endswith(tuple(words("bound"))) and is_actor(item)
        )  # 气象部门。监测暴雨
        lasting = item if named and following else lasting
        if following and (named or (mark and len(body) <= HEADING and not MARK.match(following))):
            continue
        subject = subject_of(body) or subject_of(PART.sub("", body))
        subject = subject or (Subject("", _unlabelled(body), None, None, None) if label else None)
        lead = context["lead"] = lasting_lead(quote, mark, context["lead"])
        if body.endswith(("：", ":")) and subject:
            context["lead"] = lead_in(body, subject, mark)
            before = subject.bearer or before
            if CRITERIA.search(body) or (context["lead"] and not bans(subject)):
                continue
        if not _is_duty(subject, quote, context["told"], plain or label or lead):
            continue
        subject = subject if subject.modal or not lead else asked(subject, lead.subject)
        own = speaker if goes_on and subject.bearer == "" else subject.bearer  # 各镇要清淤，不得推诿
        speaker = own or speaker if goes_on else own
        units = label.bearer if label else None
        told = (own if own and own in (units or own) else units) or own or None
        implied = [
            before if _goes_on(body, subject) else None,
            lead and lead.subject.bearer,
            lasting,
            heading,
        ]
        # articles speak to others than those to whom the notice goes that issues them
        implied.append(context["addressees"] if plain else None)
        bearer = told or next(filter(None, implied), None)
        other = subject.bearer is None or (bearer or "，") in subject.action  # 书面报告人民法院
        bearer = None if other and not told else bearer
        if (
            units and subject.bearer != "" and told != subject.bearer
        ):  # 各机关要清淤: what the label's units see to
            subject = subject._replace(action=_unlabelled(body))
        before = before if subject.bearer in ("", "国家") else subject.bearer
        day, said = _deadline(quote, subject, label, context["issued"])
        line = block["lines"][max(0, bisect_right(block["line_starts"], start) - 1)]
        measure = "；".join(said for at, said in measures if start <= at < end)
        support = "、".join(filter(None, (subject.support, label.support if label else None)))
        values = (
            block["doc_id"], block["block"], line, block["section"], bearer, support or None,
            subject.action, measure or None, day, said, subject.modal, subject.degree,
            subject.condition, bearer is not None and told is None, quote,
        )  # fmt: skip
        yield dict(zip(COLUMNS, values, strict=True))


def _is_duty(subject, quote, told, sure):
    """Whether what a sentence asks is a duty here; `sure` where the kind of document, a label or a lead says so."""
    longest = max(map(len, re.split("[，,、：]", quote)))
    if subject is None or not subject.action or longest > RUN_ON:
        return False
    told = told and (not subject.modal or subject.modal in (*words("weak"), "由"))
    return bool(((subject.modal or subject.bearer) and not told) or sure)


def _deadline(quote, subject, label, issued):
    """The deadline of an act, else that of its label."""
    day, said = find_deadline(due_part(quote, subject.action), issued)
    if said or not label or not label.deadline:
        return day, said
    day, said = find_deadline(label.deadline, issued)
    return day, said or label.deadline


def _unlabelled(body):
    """What a bracket of responsibility asks to be done: the sentence as it is, without the bracket."""
    return BRACKETED.sub("", body).strip("。；; ")


def _goes_on(body, subject):
    """Whether a sentence without subject goes on with that of the one before: an early clause begins with the modal."""
    if subject.modal not in words("going_on"):  # 鼓励 is the issuer's own act
        return False
    opening = re.split("[，,]", body)
    return any(re.match(rf"(?:同时|并|也|还)?{subject.modal}", clause) for clause in opening[:3])


def _measures(corpus):
    """What the corpus states in figures where duties may stand: by document and block, a list of (start, words)."""
    from govnlp.analysis.indicators.extracting import extract_indicators

    found, telling = {}, corpus.documents.loc[corpus.documents["genre"].isin(TELLING), "doc_id"]
    told = corpus.blocks["doc_id"].isin(telling) | corpus.blocks["part"].eq("review")
    table = extract_indicators(replace(corpus, blocks=corpus.blocks[~told]))
    columns = ["doc_id", "block", "start", "name", "value", "value_high", "unit", "comparator"]
    for doc_id, block, start, name, value, high, unit, comparator in table[columns].itertuples(
        index=False, name=None
    ):
        said = f"{name}{value:.10g}{'' if pd.isna(high) else f'—{high:.10g}'}{unit}"
        said += comparator if isinstance(comparator, str) else ""
        found.setdefault((doc_id, block), []).append((start, said))
    return found
