"""Words of a clause on money that is given: what for, by whom, to whom, by what standard."""

from govnlp.analysis.indicators.slots import MONEY, Words
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, having, text_of


class Grants(Words):
    """Words of a value's clause, with those that only hold of grants."""

    @property
    def awarded(self):
        """Whether money is given by a standard."""
        return (
            self.quantity.unit_base in MONEY
            and bool(self.award)
            and any(t.word == "标准" for t in self.frame.right)
        )

    @property
    def award(self):
        """Grant that is given by a standard (按每人800元的标准给予创业补贴)."""
        right = (
            [t for t in self.frame.tokens[self.frame.at + 1 :] if t.letter != "Q"][:20]
            if self.kind == "share"
            else self.frame.right
        )
        last = max((i for i, t in enumerate(right) if t.word.endswith(ends("grant"))), default=-1)
        first = last
        while (
            first > 0
            and right[first - 1].letter in "nbav"
            and right[first - 1].word not in ("一次性", "标准", "给予", "予以")
        ):
            first -= 1
        return text_of(right[first : last + 1]) if last >= 0 else ""

    @property
    def giver(self):
        """Who gives, or what was done with a grant, where it is short (中央财政安排2亿元国债资金)."""
        words = self.words
        while words and words[-1].word in ("给予", "予以", "享受", "申领"):
            words = words[:-1]
        if (
            (len(words) == 1 and words[0].letter == "w")
            or any(t.letter in "cpm" for t in words)
            or len(text_of(words)) > 8
        ):
            return ""
        return text_of(words)

    @property
    def graded_grant(self):
        """Whether a share sets the size of a grant."""
        return any(t.word in ("按", "按照") for t in self.frame.left) and bool(self.award)

    @property
    def funding(self):
        """Whether a verb alone stands before money, so that its purpose follows."""
        alone = self.frame.left[-1].word if self.frame.left else ""
        return (
            self.quantity.unit_base == "元"
            and alone in having("funding")
            and not self.state.stem
            and bool(self.purpose)
        )

    @property
    def purpose(self):
        """What money is for: after 用于 or a verb, in its clause or the next."""
        tokens, words = self.frame.tokens, []
        at = self.frame.at + 1
        at += at < len(tokens) and tokens[at].letter == ","
        while at < len(tokens) and tokens[at].letter not in ",;.Q":
            words.append(tokens[at])
            at += 1
        if not words or not (words[0].word in ("用于", "用来", "支持", "主要") or words[0].letter in "awv"):
            return ""
        words = words[words[0].letter not in "av" or words[0].word in ("支持", "用于") :]
        words = (
            read_things(words, whole=True)[0]
            if words and words[0].letter not in "av"
            else [t for t in words if t.letter in "avnbgs"]
        )
        verb = self.frame.left[-1].word
        used = verb if verb in having("common") else "资金"
        return text_of(words) + used if words else ""

    @property
    def given(self):
        """Whether a sum is given to somebody (对平台给予30万元补助)."""
        left = self.frame.left
        gives = len(left) > 2 and left[0].word in ("对", "给", "向")
        gives = gives and (left[-1].word in ("给予", "予以") or "grant" in left[-1].roles)
        return gives and self.quantity.unit_base in MONEY and bool(self.gift)

    @property
    def taker(self):
        """To whom something is given."""
        words = [t for t in self.frame.left[1:-1] if t.letter not in "tm" or t.word in ("以上", "以下")]
        return text_of([t for t in words if t.word not in ("一次性", "分别")])

    @property
    def gift(self):
        """What is given: a word after the sum, or the verb."""
        after = [t.word for t in self.frame.right[:4] if t.word.endswith(ends("grant"))]
        verb = self.frame.left[-1].word
        return after[0] if after else verb if verb not in ("给予", "予以") else ""
