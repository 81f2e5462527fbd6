"""A game in a notebook: which word, and which passage, does not belong to a topic?"""

from govnlp.analysis.coding.intrusion import intrusion_questions, score_answers
from govnlp.figures.html_tables import in_notebook, inert, table_html
from govnlp.figures.style import label


class Game:
    """Questions and the answers given so far; `play_intrusion` shows it."""

    def __init__(self, model, units=None, *, random_state=0, lang="zh"):
        self.questions = intrusion_questions(model, units, random_state=random_state)
        self.answers, self.lang = [], lang

    @property
    def left(self):
        """The questions that are still to be answered."""
        return self.questions.iloc[len(self.answers) :]

    def give(self, typed):
        """Take the number of a choice; whether it was one."""
        if self.left.empty or not typed.isdecimal() or not 1 <= int(typed) <= self.left.iloc[0]["choices"]:
            return False
        self.answers.append(int(typed))
        return True

    @property
    def result(self):
        """As from `score_intrusion`, of the answers given so far."""
        return score_answers(self.questions.head(len(self.answers)).assign(answer=self.answers))

    def html(self):
        """What came of the last answer, and the next question; behind the last one the score."""
        said = ""
        if self.answers:
            last = self.questions.iloc[len(self.answers) - 1]
            right, intruder = self.answers[-1] == last["intruder"], last["shown"][last["intruder"] - 1]
            said = label("game_right" if right else "game_wrong", self.lang, intruder=intruder)
            said = f"<p role='status'>{inert(said)}</p>"
        if self.left.empty:
            return said + in_notebook(
                table_html(self.result, 50, label("game_over", self.lang), lang=self.lang)
            )
        row = self.left.iloc[0]
        asked = label(f"game_{row['kind']}", self.lang, n=len(self.answers) + 1, all=len(self.questions))
        items = "".join(f"<li>{inert(text)}</li>" for text in row["shown"])
        return f"{said}<p><strong>{inert(asked)}</strong></p><ol>{items}</ol>"


def play_intrusion(model, units=None, *, random_state=0, lang="zh"):
    """Play the intrusion test (Chang et al. 2009) in a notebook, with the keyboard alone.

    Parameters
    ----------
    model : TopicModel
        From `cluster_topics`.
    units : DataFrame, optional
        unit_id and text of the units of the model, for questions on passages.
    random_state : int
        The same number gives a class the same questions.
    lang : {"zh", "en"}

    Returns
    -------
    ipywidgets.Widget

    Raises
    ------
    ValueError
        The model has fewer than two topics.
    """
    import ipywidgets as widgets

    game = Game(model, units, random_state=random_state, lang=lang)
    shown = widgets.HTML(game.html())
    box = widgets.Text(description=label("game_key", lang), layout={"width": "16em"})

    def typed(change):
        text = change["new"].strip()
        if text and game.give(text):
            shown.value = game.html()
        box.value = ""

    box.observe(typed, names="value")
    return widgets.VBox([shown, box])
