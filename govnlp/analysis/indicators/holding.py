"""How a statement holds in its document: when, as a fact or an aim, and with what qualifiers."""

import math
import re

from govnlp.analysis.indicators.papers import Papers
from govnlp.analysis.indicators.patterns import looks_back, pattern
from govnlp.analysis.indicators.periods import last_year, resolve
from govnlp.analysis.indicators.statements import GOVERNED
from govnlp.analysis.indicators.status import LAID_DOWN, NOWHERE

YEAR = re.compile("(?:(?:19|20)\\d\\d|[去上前今])年")
# kinds of documents that tell what a paper requires: also pages that print it
TELLING = ("news", "policy_document", "plan", None)
PAPERS = ("policy_document", "plan")
LATE = 1  # years from the first of a plan to the last in which it comes out
NEAR = 8  # characters before what a change sets out from in which its own year stands


class Setting:
    """What the statements of a block share: its text, part and section, the time of its heading, years and kind."""

    def __init__(self, block, plain, years, kind, above):
        self.title, self.genre = kind
        headed, self.span = above  # times of a heading or the head of a list, and of years looked back on
        self.text, self.places = plain
        self.section = getattr(block, "section", None) or ""
        part = getattr(block, "part", None) if self.genre != "law" else None
        if headed and headed.first == headed.last == years.of_part(part).spoken and not headed.part:
            headed = None
        self.headed, self.years = headed, years.of_part(part, headed)
        back = not part and looks_back(self.section)
        self.part = "review" if back else part
        if back and self.genre == "plan" and self._sets_out():
            self.years = self.years._replace(spoken=years.plan[0] - 1, evidence="part")  # 一、发展基础

    def _sets_out(self):
        """Whether a five-year plan tells of the year before its first: it came out early and speaks of no day since."""
        spoken, plan = self.years.spoken, self.years.plan
        return plan and spoken and 0 <= spoken - plan[0] <= LATE and not pattern("by now").search(self.text)


class Holding(Papers):
    """A statement in its setting."""

    def __init__(self, statement, setting):
        self.statement, self.setting, self.years = statement, setting, setting.years
        self.text, self.at = setting.text, statement.quantity.start
        self.lead = self.text[statement.sentence : self.at]  # its sentence up to the value
        self.time = self._governing()
        self.period, self.evidence = period_of(self.time, self.years)
        if statement.former and not self._has_own_year():
            self.period = self.evidence = None
        self.status = self._status()
        unnamed = self.dated < 0 and str(last_year(self.period)) not in self.lead
        aimed = self.status == "target" and not statement.signs.goal
        if (unnamed and aimed) or (self.years.year and self.status == "norm" and self._is_lent()):
            self.period, self.evidence = str(self.years.year), "document"  # nobody aims at a year gone by
        qualifiers = self._qualifiers()
        yearly = "年均" in qualifiers and not pattern("mean of a year").search(self.lead)
        if yearly and self.time is None and setting.span:
            self.period, self.evidence = period_of(setting.span, self.years)
        if "每年" in qualifiers and self.time is None:
            self.period = self.evidence = None
        self.comparator = "+".join(dict.fromkeys([*statement.quantity.marks, *qualifiers])) or None

    def _governing(self):
        """The time that governs it: the one of its sentence or a sentence before, else that of the heading; or None."""
        time, headed = self.statement.time, self.setting.headed
        partly = headed and headed.part  # 一、上半年工作情况
        undated = time is None or (partly and time.shift == 0 and not time.part)
        if headed and undated and "全年" not in self.lead:
            return headed
        if self.setting.part and not partly and time and time.start < self.statement.sentence:
            return time._replace(part="")  # in a report of a year, a quarter holds for its sentence
        return time

    def _has_own_year(self):
        """Whether what a change sets out from has a year of its own (由2016年的5万人)."""
        alone = self.time is not None and self.time.reach < math.inf
        return self.period and (alone or YEAR.search(self.text, max(0, self.at - NEAR), self.at))

    def _is_lent(self):
        """Whether the time of a norm is that of a sentence before, or of what a condition looks back on (近三年)."""
        time, start = self.time, self.statement.sentence
        lent = time is not None and not time.words.startswith(("自", "从"))
        told = self.setting.genre not in (*PAPERS, "law", None)  # news of a rule are of its year
        return (
            lent and not told and (time.start < start or (isinstance(time.shift, tuple) and self.dated < 0))
        )

    @property
    def dated(self):
        """Years from that of its document to its own; 0 where one of them is unknown."""
        return last_year(self.period) - self.years.year if self.period and self.years.year else 0

    def _status(self):
        """actual, estimate, target or norm; what its sentence begins with governs the later clauses."""
        statement, signs, part, dated = self.statement, self.statement.signs, self.setting.part, self.dated
        if statement.former:
            return "actual"
        if self.setting.genre == "law" and not self._until() and not self.is_counted():
            since = statement.rule in LAID_DOWN or (self.evidence or "")[:1] in ("自", "从")
            dated = 0 if since else dated  # what rules lay down from a day to come on is a norm, too
            if part is None and dated <= 0:
                return "norm"
        if signs.goal:
            return "target"
        if signs.last("striven") > NOWHERE and self._gone_by():
            signs = signs.without("striven")
        if part == "plan":
            past = dated <= 0 and (signs.found("done") or (dated < 0 and signs.ahead < 0))
            return "actual" if past else "target"
        return self._status_by_words(signs, dated)

    def _status_by_words(self, signs, dated):
        """Status outside a plan: by which words come last (已, 预计, 力争, 不得)."""
        statement, part = self.statement, self.setting.part
        granted = self.setting.genre in PAPERS and (statement.rule in LAID_DOWN or self.lays_down())
        expected, past, ahead = signs.last("expected"), signs.last("past"), signs.ahead
        if granted and ahead < statement.begin - statement.sentence:  # 对拟上市的茶厂,(给予奖励)
            ahead = NOWHERE
        if expected > NOWHERE and expected > ahead:
            return "estimate"
        if part == "review":
            return "target" if dated > 0 else "actual"
        if ahead > past or (dated >= 0 and (self.years.year or not self.period) and signs.found("drafted")):
            return "target"
        if dated <= 0 and (granted or (signs.norm and not self.sets_number())):
            return "norm"
        aimed = dated > 0 or signs.last("demanded") > past or (not self._is_past() and self._is_ahead())
        return "target" if aimed else "actual"

    def _gone_by(self):
        """Whether what it strives for (努力) was done: it tells of a time gone by, as bulletins do throughout."""
        told = [m.end() for m in pattern("gone by").finditer(self.text, self.statement.sentence, self.at)]
        if told:
            return self.statement.time is None or self.statement.time.start < told[-1]
        bulletin = self.period and self.years.year and self.setting.genre == "communique"
        return (bulletin or self.dated < 0) and str(last_year(self.period)) in self.lead

    def _until(self):
        """Whether it is to hold by a year to come (到2025年), which owns no value (由2018年的8亿元增长)."""
        to = f"到{self.evidence}"
        ahead = self.period and last_year(self.period) >= (self.years.year or 0)
        return ahead and to in self.text[: self.at] and f"{to}的" not in self.lead

    def _is_past(self):
        """Whether the words before the value say that it was reached."""
        at = self.statement.signs.last("past")
        added_up = self.lead.startswith("累计", at)  # 到2025年累计
        return self.statement.signs.found("done") or (at > NOWHERE and not added_up)

    def _is_ahead(self):
        """Whether it is to come: by its year, by the paper that speaks, as a task, or below a heading of aims."""
        genre, headings = self.setting.genre, (self.setting.section, self.text)
        announced = genre in TELLING and self.dated >= 0 and self._announced()
        task = (genre == "plan" and self.is_task()) or self.is_promised() or self.is_to_come()
        return self._until() or announced or task or any(map(pattern("goals").match, headings))

    def _announced(self):
        """Whether the last to speak before the value is a paper that says what is to be done (通知要求)."""
        near = max(0, self.at - GOVERNED)
        spoken = [m["paper"] for m in pattern("announced").finditer(self.text, near, self.at)]
        return bool(spoken and spoken[-1])

    def _qualifiers(self):
        """Words of the clause that qualify the value: 同比, 每年, 累计, a holiday in which it was counted."""
        text, statement = self.text, self.statement
        said = pattern("compared").findall(text, max(statement.begin, self.at - GOVERNED), self.at)
        if statement.compared:
            said = [statement.compared, *(x for x in said if x[0] not in "同环比较")]
        holidays = pattern("holiday").finditer(text, statement.sentence, self.at)
        said += [m[0] for m in holidays if pattern("counted in it").match(text, m.end())][-1:]
        return said + ["预计"] * (self.status == "estimate")


def period_of(time, years):
    """Period of a value and its evidence: the time that governs it, else the year that the document speaks of."""
    if time is not None:
        return resolve(time, years), time.words
    if years.spoken is None:
        return None, None
    return str(years.spoken), years.evidence
