"""Widgets that choose documents: a group, words of their names, and a list of those found."""

import ipywidgets as widgets

from govnlp.exploring.choosing import group_options, known_by
from govnlp.figures.html_tables import visible
from govnlp.figures.style import label

LISTED = 500
"""Documents that a list has room for: of more, those found are all chosen where none of the listed is left out."""


class DocumentList:
    """A group, words to look for, and a list; `chosen` are the doc_id that are chosen now.

    Parameters
    ----------
    documents : pandas.DataFrame
        ``corpus.documents``.
    lang : {"zh", "en"}
    named : callable
        Options of a widget, by the key of its label.
    changed : callable
        Called without anything when other documents are chosen.
    """

    def __init__(self, documents, lang, named, changed):
        self.ids, self.lang, self.changed = tuple(documents["doc_id"]), lang, changed
        self.known, self.found = known_by(documents, lang), self.ids
        self.groups = group_options(documents, lang)
        self.group = widgets.Dropdown(options=self.groups, **named("group"))
        wide = widgets.Layout(width="auto")
        self.filter = widgets.Text(placeholder=label("find", lang), continuous_update=False, layout=wide)
        self.list = widgets.SelectMultiple(rows=10, **named("documents"))
        for control in (self.group, self.filter):
            control.observe(self._narrow, "value")
        self._fill()

    @property
    def chosen(self):
        """All that were found where none of the listed is left out; else those that are marked."""
        marked = tuple(self.list.value)
        return self.found if len(marked) == len(self.list.options) else marked

    @property
    def others(self):
        """What the chosen ones can be set against: documents, or groups where they are too many to list."""
        if len(self.ids) > LISTED:
            return self.groups[1:]
        return [(visible(doc_id), (doc_id,)) for doc_id in self.ids]

    def unlisted(self):
        """How many were found that the list has no room for, in words."""
        n = len(self.found) - len(self.list.options)
        return label("more_documents", self.lang, n=f"{n:,}") if n else ""

    def _narrow(self, _=None):
        """Find the documents of the group that are known by the words: for JupyterLab keeps a list's arrow keys."""
        words, group = self.filter.value.split(), self.group.value
        ids = self.ids if group is None else group
        self.found = tuple(x for x in ids if all(word in self.known[x] for word in words))
        self.list.unobserve(self._marked, "value")
        self._fill()
        self.changed()

    def _fill(self):
        listed = self.found[:LISTED]
        self.list.value = ()  # no place beyond a shorter list is marked meanwhile
        self.list.options, self.list.value = [(visible(doc_id), doc_id) for doc_id in listed], listed
        self.list.observe(self._marked, "value")

    def _marked(self, _):
        self.changed()
