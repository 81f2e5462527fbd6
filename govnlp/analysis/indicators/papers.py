"""What papers set as tasks and lay down, whatever words say it, and what they tell of all the same."""

import re

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import last_year
from govnlp.analysis.indicators.statements import GOVERNED
from govnlp.analysis.indicators.status import NOWHERE

BREAK = re.compile("[,;:]")
LONGEST = (
    4 * GOVERNED
)  # characters that a list of conditions, or what is said of an event, takes up to the last


def _opens_with_task(text, begin, end):
    """Whether a clause without subject says what is to be done (重点新建3所)."""
    task = pattern("tasks").search(text, begin, end)
    return bool(task and pattern("before a task").fullmatch(text, begin, task.start()))


def kind_of_paper(title, genre):
    """Kind of a document; law where its title is that of rules, plan where it is that of what is to be done.

    Examples
    --------
    >>> kind_of_paper("茶园管理办法", None), kind_of_paper("茶业振兴行动方案", None)
    ('law', 'plan')
    """
    if pattern("rules").search(title):
        return "law"
    if genre not in ("policy_document", None):
        return genre
    if pattern("headline").search(title):  # of news on a paper
        return "news"
    return "plan" if pattern("plans").search(title) else genre


class Papers:
    """What holds of a statement only in papers that lay down, set tasks or tell of a place."""

    def is_task(self):
        """Whether a clause of a plan sets what is to be done or reached: nothing that it tells of."""
        text, end, section = self.text, self.statement.quantity.end, self.setting.section
        told = self._is_told() or pattern("base").match(text, end)
        if told or pattern("situation").search(section) or self._is_before():
            return False
        near = max(self.statement.sentence, self.at - GOVERNED)
        if pattern("tasks").search(text, near, end):
            return True
        if text.startswith("的", end):  # 达到30万元的茶厂
            return False
        moved = section or pattern("to be moved").search(text, near, end)
        return bool(moved and pattern("levels").search(text, near, end))

    def is_promised(self):
        """Whether who speaks said what will be done, and its clause goes on with it (我们将办三件事。新建学校3所)."""
        text, end = self.text, self.statement.quantity.end
        near = max(0, self.at - GOVERNED)
        promises = [m.end() for m in pattern("promised").finditer(text, near, self.at)]
        if not promises or pattern("told since").search(text, promises[-1], self.at):
            return False
        clause = max(promises[-1], *(text.rfind(mark, near, self.at) + 1 for mark in ",;。:!?\n"))
        begins = [(clause, end)]
        if (sentence := self.statement.sentence) >= promises[-1]:  # of one's own: 青石镇改造管网,新建学校3所
            first = BREAK.search(text, sentence, end)
            begins.append((sentence, first.start() if first else end))
        return all(_opens_with_task(text, *span) for span in begins) and self.is_task()

    def is_to_come(self):
        """Whether it will happen, or goes on with an event to come (将举办茶会。本届茶会有茶企30家)."""
        text, sentence, end = self.text, self.statement.sentence, self.statement.quantity.end
        if pattern("will").match(text, end):
            return True
        coming = [
            m.end() for m in pattern("event to come").finditer(text, max(0, sentence - LONGEST), sentence)
        ]
        if not coming or not pattern("of the event").match(text, sentence):
            return False
        between = pattern("source").sub("", text[coming[-1] : self.at])
        return not pattern("told since").search(between)

    def sets_number(self):
        """Whether a plan sets how many there shall be at least, in its time or its place (今年募集不少于4万个)."""
        statement, quantity = self.statement, self.statement.quantity
        whole = statement.scope or (statement.time and statement.time.start >= statement.sentence)
        least = quantity.kind == "count" and pattern("at least").search("".join(quantity.marks))
        each = pattern("for each").search(self.text, statement.begin, quantity.start)
        return self.setting.genre == "plan" and whole and least and not each and self.is_task()

    def lays_down(self):
        """Whether a clause says who is given how much or within what bounds, or stands below such a heading.

        What was given in a year gone by is a fact, unless it is that of who is given (2020年认定的茶厂，给予).
        """
        statement = self.statement
        if pattern("done already").search(self.text, statement.sentence, statement.quantity.end):
            return False  # 工作要求: 目前,全县已建成3所
        listed = pattern("listed conditions").search(self.text, max(0, self.at - LONGEST), self.at)
        if listed or pattern("laid down").search(self.setting.section):
            return True  # 申报条件: 产品已投放市场,销售额达到5亿元
        if statement.signs.last("past") > NOWHERE:
            return False
        granted = pattern("granted").search(self.text, statement.begin, statement.quantity.end)
        if not granted or self._is_told():
            return False
        gone = self.years.year and statement.time and self._is_before()
        return not gone or bool(re.search("[的起]", self.text[statement.time.start : self.at]))

    def is_counted(self):
        """Whether a notice of rules tells of its place (全县参保3万人) rather than laying down."""
        notice = self.setting.title.endswith(("通知", "通告", "公告"))
        if not notice or pattern("laid down").search(self.setting.section):
            return False
        sentence, end = self.statement.sentence, self.statement.quantity.end
        return pattern("told of its place").search(self.text, sentence, end) is not None

    def _is_told(self):
        """Whether the words up to the value say that it tells of what is or was."""
        return pattern("told").search(self.text, self.statement.sentence, self.statement.quantity.end)

    def _is_before(self):
        """Whether its period is over when a plan is made; in one without a year, whether its clause names a year."""
        years, time = self.years, self.statement.time
        first = years.year or (years.plan and years.plan[0])
        if first is None:
            return time is not None and time.first is not None
        return self.period is not None and last_year(self.period) < first
