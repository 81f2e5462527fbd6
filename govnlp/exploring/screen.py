"""The screen: widgets that choose, and the views they show."""

import warnings
from html import escape
from pathlib import Path

import ipywidgets as widgets

from govnlp.arguments import LANGUAGE, takes
from govnlp.exploring.choosing import Choice
from govnlp.exploring.document_list import DocumentList
from govnlp.exploring.passages import passage_html, statement
from govnlp.exploring.sending import code_chosen, keep_figure
from govnlp.exploring.views import UNITS, Views
from govnlp.figures.html_tables import in_notebook, table_html, visible
from govnlp.figures.style import label
from govnlp.notes import Mistake, joined, said
from govnlp.words.frequency import frequency

VIEWS = ("frequency", "dispersion", "concordance", "keyness", "themes", "indicators", "topics")
LINES = 500  # of a list at most; beyond it, narrow the documents or the term


class Screen:
    """Widgets on one corpus; `explore` makes it. Its attributes are the widgets, by name."""

    def __init__(self, corpus, lang="zh", out=None):
        self.views, self.lang, self.out = Views(corpus, lang), lang, out and Path(out)
        self._found, self._model, self.drawn = [], None, None
        self._make_controls()
        shelf = self.shelf
        chosen = [shelf.group, shelf.filter, shelf.list, self.unit, self.term]
        chosen += [self.regex, self.summary] + [self.keep, self.coder, self.code] * bool(out)
        left = widgets.VBox(chosen, layout={"min_width": "16rem", "flex": "1 1 16rem"})
        right = widgets.VBox([self.status, self.panel], layout={"min_width": "18rem", "flex": "3 1 18rem"})
        self.box = widgets.VBox([self.view, widgets.HBox([left, right], layout={"flex_flow": "row wrap"})])
        for control in (
            self.unit,
            self.term,
            self.regex,
            self.view,
            self.reference,
            self.theme,
        ):
            control.observe(self.update, "value")
        self.find.on_click(self._find)
        self.keep.on_click(self._keep)
        self.code.on_click(self._code)
        self.topic.observe(self._read_topic, "value")
        self.number.observe(self._go, "value")
        self.lines.observe(self.read, "index")
        self.update()

    def _make_controls(self):
        """The widgets, each an attribute by its name."""
        say, wide = self._say, widgets.Layout(width="auto")
        self.shelf = DocumentList(self.views.corpus.documents, self.lang, self._named, self.update)
        self.unit = widgets.Dropdown(
            options=[(say(f"unit_{name}"), name) for name in UNITS], **self._named("unit")
        )
        common = frequency(self.views.all_terms("paragraph"))["term"].head(200)
        self.term = widgets.Combobox(
            options=[visible(term) for term in common], continuous_update=False, **self._named("term")
        )
        self.regex = widgets.Checkbox(description=say("regex"), indent=False)
        self.view = widgets.ToggleButtons(options=[(say(f"view_{name}"), name) for name in VIEWS])
        self.reference = widgets.SelectMultiple(options=self.shelf.others, rows=8, **self._named("against"))
        themes = list(dict.fromkeys(self.views.themes["theme"]))
        self.theme = widgets.Dropdown(options=themes, **self._named("theme"))
        self.k = widgets.BoundedIntText(value=6, min=2, max=30, **self._named("k"))
        self.topic = widgets.Dropdown(**self._named("topic"))
        self.find = widgets.Button(description=say("find_topics"), layout=wide)
        self.keep = widgets.Button(description=say("keep_figure"), layout=wide)
        self.code = widgets.Button(description=say("code_chosen"), layout=wide)
        self.coder = widgets.Text(value="1", **self._named("coder"))
        self.lines = widgets.Select(rows=12, **self._named("list"))
        self.number = widgets.BoundedIntText(min=0, max=0, **self._named("number"))
        self.summary, self.status, self.shown, self.passage = (widgets.HTML() for _ in range(4))
        self.panel = widgets.VBox()

    def _say(self, name, **values):
        return label(name, self.lang, **values)

    def _named(self, name):
        style = {"description_width": "3.5rem"}
        return {"description": self._say(name), "layout": widgets.Layout(width="auto"), "style": style}

    @property
    def choice(self):
        """Documents and term as they are chosen now."""
        return Choice(self.shelf.chosen, self.term.value, self.regex.value)

    @property
    def chosen(self):
        """The paragraphs that are chosen now: rows of ``corpus.units("paragraph")``."""
        return self.views.chosen(self.choice)

    def _go(self, change):
        """Choose a line by its number: the arrow keys of a list belong to JupyterLab, those of a number don't."""
        if self._found and change["new"]:
            self.lines.index = change["new"] - 1

    def update(self, _=None):
        """Show the chosen view of what is chosen; what can't be shown is said in the status line."""
        self.status.value = self.summary.value = ""
        self.drawn = None
        try:
            if not self.choice.documents:
                raise ValueError(self._say("choose_documents"))
            self.summary.value = f'<p role="status">{escape(visible(self._summary()))}</p>'
            getattr(self, f"_show_{self.view.value}")(self.choice)
        except ValueError as error:
            self._alert(error.args[0])

    def _summary(self):
        """How much is chosen."""
        n, term = len(self.choice.documents), self.term.value
        name = "chosen_with" if term else "chosen_is"
        return self._say(name, documents=n, passages=len(self.chosen), term=term) + self.shelf.unlisted()

    def _alert(self, text):
        text = escape(visible(said(text, self.lang)))
        self.status.value = f'<p role="alert">{text}</p>' if text else ""

    def _show(self, drawn, *others, below=""):
        self.drawn = drawn
        self.shown.value = in_notebook(drawn.html(self.lang) + below)
        self.panel.children = [*others, self.shown]

    def _show_words(self, choice):
        """Frequency or dispersion; below it how often the term stands in each document, where there is one."""
        drawn, below = getattr(self.views, self.view.value)(choice, self.unit.value), ""
        if choice.term:
            below = table_html(self.views.by_document(choice), 100, choice.term, lang=self.lang)
        self._show(drawn, below=below)

    _show_frequency = _show_dispersion = _show_words

    def _show_concordance(self, choice):
        if not choice.term:
            raise ValueError(self._say("choose_term"))
        found = self.views.hits(choice)
        if found.empty:
            self._list([], [])
            raise ValueError(self._say("no_hit", term=choice.term))
        left = found["left"].map(visible).str[-13:].str.rjust(13, "\u3000")
        self._list(
            left + "【" + found["match"].map(visible) + "】" + found["right"].map(visible).str[:13],
            [(r.doc_id, r.block, [r.match]) for r in found.itertuples()],
            [f"{r.doc_id} {self._say('line_at', line=r.line)}" for r in found.itertuples()],
        )

    def _show_keyness(self, choice):
        said = widgets.HTML(f"<strong>{escape(self._say('reference_side'))}</strong>")
        side = widgets.VBox([said, self.reference])
        self.panel.children = [side]
        reference = [doc_id for ids in self.reference.value for doc_id in ids]
        self._show(self.views.keyness(choice, reference, self.unit.value), side)

    def _show_themes(self, choice):
        found = self.views.theme_blocks(choice, self.theme.value)
        self._list_blocks(found, found["evidence"])
        self._show(self.views.profile(choice), self.theme, *self.panel.children)

    def _show_indicators(self, choice):
        found = self.views.indicators(choice)
        if found is None or found.empty:
            self._list([], [])
            raise ValueError(self._say("no_number"))
        self._list(
            [visible(statement(r, self.lang)) for r in found.itertuples()],
            [(r.doc_id, r.block, [r.quote]) for r in found.itertuples()],
            [f"{r.doc_id} {self._say('line_at', line=r.line)}" for r in found.itertuples()],
            title="blocks_found",
        )

    def _show_topics(self, _choice):
        self._model = None
        self.panel.children = [widgets.HBox([self.k, self.find])]

    def _find(self, _=None):
        self.find.disabled = True
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always", UserWarning)
                self._model = self.views.topics(self.choice, self.k.value)
            self._alert(joined(*(warning.message.args[0] for warning in caught)))
        except ValueError as error:
            return self._alert(error.args[0])
        finally:
            self.find.disabled = False
        names = {number: name for number, name in self._model.names.items() if number}
        self.topic.options = [(visible(f"{number} {name}"), number) for number, name in names.items()]
        self.topic.index = 0
        self._read_topic()

    def _read_topic(self, _=None):
        if self._model is None or self.topic.value is None:
            return
        found, words = self.views.topic_blocks(self._model, self.topic.value)
        self._list_blocks(found, [words] * len(found))
        self.shown.value = in_notebook(self.views.topic_table(self._model))
        self.panel.children = [
            widgets.HBox([self.k, self.find]),
            self.shown,
            self.topic,
            *self.panel.children,
        ]

    def _list_blocks(self, found, words):
        places = zip(found["doc_id"], found["block"], words, strict=True)
        self._list(found["text"].map(visible).str[:28], list(places), found["doc_id"], title="blocks_found")

    def _list(self, texts, found, places=(), title="lines_found"):
        self._found = found[:LINES]
        places = map(visible, places)
        options = [(f"{text}　{at}", i) for i, (text, at) in enumerate(zip(texts, places, strict=False))]
        self.passage.value = ""
        self.lines.options = options[:LINES]
        self.lines.index = 0 if self._found else None
        count = f"{len(options[:LINES]):,} / {len(options):,}"
        heading = widgets.HTML(f"<strong>{escape(self._say(title))}</strong> ({count})")
        self.number.max = len(self._found)
        self.panel.children = [heading, self.lines, self.number, self.passage]
        self.read()

    def read(self, _=None):
        """Show the source passage of the chosen line, with what is known of it."""
        if self.lines.index is not None and self.lines.index < len(self._found):
            self.number.value = self.lines.index + 1
            doc_id, block, words = self._found[self.lines.index]
            about = self.views.about(doc_id, block)
            html = passage_html(self.views.corpus, doc_id, block, words, self.lang, about)
            self.passage.value = in_notebook(html)

    def _keep(self, _=None):
        """Save the figure that is shown, with its table and what it rests on."""
        try:
            n = len(self.choice.documents), len(self.chosen)
            path = keep_figure(self.drawn, self.out, *n, self.lang)
        except ValueError as error:
            return self._alert(error.args[0])
        self._alert(self._say("kept_as", path=path.relative_to(self.out).as_posix()))

    def _code(self, _=None):
        """Code the chosen passages in the place of the view."""
        try:
            self.panel.children = [code_chosen(self.views, self.chosen, self.out, self.coder.value)]
        except ValueError as error:
            self._alert(error.args[0])

    def _repr_mimebundle_(self, **options):
        bundle = self.box._repr_mimebundle_(**options)
        data, meta = bundle if isinstance(bundle, tuple) else (bundle, {})
        common = frequency(self.views.all_terms("paragraph"))
        return data | {
            "text/html": in_notebook(table_html(common, 50, self._say("explorer"), lang=self.lang))
        }, meta


@takes(corpus="Corpus", lang=LANGUAGE)
def explore(corpus, *, lang="zh", out=None):
    """One screen in a notebook: words, concordance, keyness, themes, indicators and topics of what is chosen.

    Documents, a group of them or a term narrow every view; a passage is shown with its neighbours, why it has its
    kind, its themes and its indicators.

    Parameters
    ----------
    corpus : Corpus
    lang : {"zh", "en"}
    out : str or path, optional
        Folder of a run. With it, a button saves the figure that is shown, and another one opens the coding screen on
        the chosen passages (`read_codes` reads its codes-NAME.csv).

    Returns
    -------
    Screen
        Shown as widgets where a kernel runs, else as read-only tables. Its attribute ``chosen`` has the chosen
        passages as a table: unit_id, doc_id, article, section, speaker, text.

    Raises
    ------
    ValueError
        The corpus has no content.
    """
    if corpus.units().empty:
        raise ValueError(Mistake("nothing_to_explore"))
    return Screen(corpus, lang, out)
