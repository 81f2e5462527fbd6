"""The screen: widgets that choose, and the views they show."""

import warnings
from html import escape

import ipywidgets as widgets

from govnlp.exploring.passages import passage_html
from govnlp.exploring.views import UNITS, Views
from govnlp.figures.html_tables import in_notebook, table_html, visible
from govnlp.figures.style import label
from govnlp.notes import joined, said
from govnlp.words.frequency import frequency

VIEWS = ("frequency", "dispersion", "concordance", "keyness", "themes", "topics")
LINES = 500
"""Most lines that a list shows; beyond it, narrow the documents or the term."""


class Screen:
    """Widgets on one corpus; `explore` makes it. Its attributes are the widgets, by name."""

    def __init__(self, corpus, lang="zh"):
        self.views, self.lang = Views(corpus, lang), lang
        say, ids = self._say, self.views.doc_ids
        wide, options = widgets.Layout(width="auto"), [(visible(doc_id), doc_id) for doc_id in ids]
        self.documents = widgets.SelectMultiple(options=options, value=ids, rows=10, layout=wide)
        self.filter = widgets.Text(placeholder=say("filter"), continuous_update=False, layout=wide)
        self.unit = widgets.Dropdown(
            options=[(say(f"unit_{name}"), name) for name in UNITS], **self._named("unit")
        )
        common = frequency(self.views.terms(ids))["term"].head(200)
        self.term = widgets.Combobox(
            options=[visible(term) for term in common], continuous_update=False, **self._named("term")
        )
        self.regex = widgets.Checkbox(description=say("regex"), indent=False)
        self.view = widgets.ToggleButtons(options=[(say(f"view_{name}"), name) for name in VIEWS])
        self.target = widgets.SelectMultiple(options=options, value=ids[:1], rows=8, layout=wide)
        self.reference = widgets.SelectMultiple(options=options, rows=8, layout=wide)
        self.theme = widgets.Dropdown(options=self.views.scores.attrs["themes"], **self._named("theme"))
        self.k = widgets.BoundedIntText(value=6, min=2, max=30, **self._named("k"))
        self.topic = widgets.Dropdown(**self._named("topic"))
        self.find = widgets.Button(description=say("find_topics"), layout=wide)
        self.lines = widgets.Select(rows=12, layout=widgets.Layout(width="100%"))
        self.number = widgets.BoundedIntText(min=0, max=0, **self._named("number"))
        self.status, self.shown, self.passage = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self._found, self._model = [], None
        self.panel = widgets.VBox()
        chosen = [self._titled("documents", self.filter, self.documents), self.unit, self.term, self.regex]
        self.box = widgets.VBox(
            [
                self.view,
                widgets.HBox(
                    [
                        widgets.VBox(chosen, layout=widgets.Layout(width="30%", min_width="16rem")),
                        widgets.VBox([self.status, self.panel], layout=widgets.Layout(width="70%")),
                    ]
                ),
            ]
        )
        for control in (self.documents, self.unit, self.term, self.regex, self.view, self.target):
            control.observe(self.update, "value")
        for control in (self.reference, self.theme):
            control.observe(self.update, "value")
        self.find.on_click(self._find)
        self.topic.observe(self._read_topic, "value")
        self.filter.observe(self._filter, "value")
        self.number.observe(self._go, "value")
        self.lines.observe(self.read, "index")
        self.update()

    def _say(self, name, **values):
        return label(name, self.lang, **values)

    def _named(self, name):
        style = {"description_width": "3.5rem"}
        return {"description": self._say(name), "layout": widgets.Layout(width="auto"), "style": style}

    def _titled(self, name, *controls):
        return widgets.VBox([widgets.HTML(f"<strong>{escape(self._say(name))}</strong>"), *controls])

    def _filter(self, change):
        """Choose the documents whose name holds the words, so that the keyboard alone suffices."""
        words = change["new"].split()
        self.documents.value = [x for x in self.views.doc_ids if all(word in x for word in words)]

    def _go(self, change):
        """Choose a line by its number: the arrow keys of a list belong to JupyterLab, those of a number don't."""
        if self._found and change["new"]:
            self.lines.index = change["new"] - 1

    def update(self, _=None):
        """Show the chosen view of the chosen documents; what can't be shown is said in the status line."""
        self.status.value = ""
        try:
            if not self.documents.value:
                raise ValueError(self._say("choose_documents"))
            getattr(self, f"_show_{self.view.value}")()
        except (ValueError, KeyError) as error:
            self._alert(error.args[0])

    def _alert(self, text):
        text = escape(visible(said(text, self.lang)))
        self.status.value = f'<p role="alert">{text}</p>' if text else ""

    def _show(self, html, *others):
        self.shown.value = in_notebook(html)
        self.panel.children = [*others, self.shown]

    def _show_frequency(self):
        self._show(
            self.views.frequency(self.documents.value, self.unit.value, self.term.value, self.regex.value)
        )

    def _show_dispersion(self):
        self._show(
            self.views.dispersion(self.documents.value, self.unit.value, self.term.value, self.regex.value)
        )

    def _show_concordance(self):
        term = self.term.value
        if not term:
            raise ValueError(self._say("choose_term"))
        found = self.views.hits(self.documents.value, term, self.regex.value)
        if found.empty:
            self._list([], [])
            raise ValueError(self._say("no_hit", term=term))
        left = found["left"].map(visible).str[-13:].str.rjust(13, "\u3000")
        self._list(
            left + "【" + found["match"].map(visible) + "】" + found["right"].map(visible).str[:13],
            [(r.doc_id, r.block, [r.match]) for r in found.itertuples()],
            [f"{r.doc_id} {self._say('line_at', line=r.line)}" for r in found.itertuples()],
        )

    def _show_keyness(self):
        if not self.target.value:
            raise ValueError(self._say("choose_documents"))
        sides = widgets.HBox(
            [
                self._titled("target_side", self.target),
                self._titled("reference_side", self.reference),
            ]
        )
        self.panel.children = [sides]
        self._show(self.views.keyness(self.target.value, self.reference.value, self.unit.value), sides)

    def _show_themes(self):
        found = self.views.theme_blocks(self.documents.value, self.theme.value)
        self._list(
            found["text"].map(visible).str[:28],
            [(r.doc_id, r.block, r.evidence) for r in found.itertuples()],
            found["doc_id"],
            title="blocks_found",
        )
        self.shown.value = in_notebook(self.views.themes(self.documents.value))
        self.panel.children = [self.theme, *self.panel.children, self.shown]

    def _show_topics(self):
        self._model = None
        self.panel.children = [widgets.HBox([self.k, self.find])]

    def _find(self, _=None):
        self.find.disabled = True
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always", UserWarning)
                self._model = self.views.topics(self.documents.value, self.k.value)
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
        self._list(
            found["text"].map(visible).str[:28],
            [(r.doc_id, r.block, words) for r in found.itertuples()],
            found["doc_id"],
            title="blocks_found",
        )
        self.shown.value = in_notebook(self.views.topic_table(self._model))
        find = widgets.HBox([self.k, self.find])
        self.panel.children = [find, self.shown, self.topic, *self.panel.children]

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
        """Show the source passage of the chosen line."""
        if self.lines.index is not None and self.lines.index < len(self._found):
            self.number.value = self.lines.index + 1
            doc_id, block, words = self._found[self.lines.index]
            self.passage.value = in_notebook(passage_html(self.views.corpus, doc_id, block, words, self.lang))

    def _repr_mimebundle_(self, **options):
        bundle = self.box._repr_mimebundle_(**options)
        data, meta = bundle if isinstance(bundle, tuple) else (bundle, {})
        common = frequency(self.views.terms(self.views.doc_ids))
        return data | {
            "text/html": in_notebook(table_html(common, 50, self._say("explorer"), lang=self.lang))
        }, meta


def explore(corpus, *, lang="zh"):
    """One screen in a notebook: frequency, dispersion, concordance, keyness, themes and topics.

    Parameters
    ----------
    corpus : Corpus
    lang : {"zh", "en"}

    Returns
    -------
    Screen
        Shown as widgets where a kernel runs, else as read-only tables.

    Raises
    ------
    ValueError
        The corpus has no content.
    """
    if corpus.units().empty:
        raise ValueError("no content to explore: corpus.blocks has no paragraph, question or answer")
    return Screen(corpus, lang)
