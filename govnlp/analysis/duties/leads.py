"""Sentences that lead in a list of duties: 某局应当履行下列职责：（一）…；（二）…"""

import re
from typing import NamedTuple

from govnlp.analysis.duties.bearers import Subject
from govnlp.analysis.duties.reading import any_of, words

CRITERIA = re.compile(
    r"(?:条件|情形|标准|包括|原则|要求|注意|因素|常识|问题|材料|内容|之一|如下)[^，。]{0,2}[：:]$"
)
"""How a sentence ends that leads in what something must be like, and lays nothing on anybody."""
BAN = 5
"""Degree of 必须 and 不得."""


class Lead(NamedTuple):
    """A sentence that leads in a list of duties, and the kind of mark that itself bears."""

    subject: Subject
    mark: str


def lead_in(body, subject, mark):
    """The lead of a list whose items are duties (应当履行下列职责：), or None: conditions and papers are none."""
    kept, last = f"(?:{any_of('keeping')})", re.split("[，,]", body)[-1]
    listing = re.search(rf"{kept}[^：]{{0,12}}?(?:[下以][列下]|如下)[^：]{{0,8}}[：:]$", last)
    bare = subject.modal and body.rstrip("：:").endswith(subject.modal)
    allowed = re.search("可以?|有权", last) or CRITERIA.search(body)
    return Lead(subject, _kind(mark)) if (listing or bare) and not allowed else None


def _kind(mark):
    """The form of a mark of an item, whatever its number."""
    return re.sub(r"[一二三四五六七八九十百零〇\d\s　①-⑳]+", "", mark[0]) if mark else ""


def lasting_lead(quote, mark, lead):
    """The lead that still holds: up to the next article, or the next mark of the lead's own kind."""
    ends = lead and mark and (_kind(mark) == lead.mark or quote.startswith("第"))
    return None if ends else lead


def bans(subject):
    """Whether a subject is told what not to do."""
    return subject.degree == BAN and subject.modal in words("keeps")


def asked(subject, lead):
    """An item with the modal of its lead; a ban is said with it, so that the action alone does not say the contrary."""
    ban = lead.modal if bans(lead) else ""
    return subject._replace(action=ban + subject.action, modal=lead.modal, degree=lead.degree)
