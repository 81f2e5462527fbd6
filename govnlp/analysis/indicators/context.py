"""What a name is made of: a quantity, its subject, the text on both sides of it and the subject before."""

import re
from dataclasses import dataclass
from functools import cached_property

from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.quantities import Quantity
from govnlp.analysis.indicators.subjects import change, lexicon

CARRIED = re.compile("(?:完成|实施|推进|开展|启动|组织|推动|[^平高中初同均]等)了?$")
SIZED = ("人口", "量", "率", "额", "面积", "收入", "产值")
RISES = re.compile("(?:人|户|个|家)?(?:持续|大幅|逐步)?[^,、和]{1,4}(?:到|至)")


@dataclass
class Context:
    """A quantity in its clause.

    phrase, verb and level are what `subject_of` makes of the text before it; left and right are the text of the
    clause up to it and after it; before is the subject of the quantity before it in the sentence, or "".
    """

    quantity: Quantity
    phrase: str
    verb: str | None
    level: bool
    left: str
    right: str
    before: str

    def __post_init__(self):
        if self.verb in ("新增", "净增") and not self.phrase:
            self.phrase = self.verb

    @property
    def kind(self):
        """Kind of the quantity."""
        return self.quantity.kind

    @cached_property
    def object(self):
        """Noun phrase that follows the value, and what is said of it; "" for shares and where the value changes."""
        rises = RISES.match(self.right) and change().match(self.right)
        if self.kind == "share" or rises:
            return "", ""
        opened = self.left.lstrip("、").startswith(tuple(lexicon()["carrying"]))
        return object_of(self.right, opened and CARRIED.search(self.left) is not None)

    @property
    def noun(self):
        """Noun phrase that follows the value, or ""."""
        return self.object[0]

    @property
    def said(self):
        """First words of what is said of that noun, or ""."""
        return self.object[1]

    @cached_property
    def counted(self):
        """Whether the value counts what follows it (13个园区), and is not its size (3万人口的镇)."""
        sized = self.right.startswith("的") and self.phrase.endswith(SIZED)
        counts = self.kind == "count" or "级" in self.quantity.marks
        return bool(self.noun) and not sized and counts
