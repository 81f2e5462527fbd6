"""A stage of a run: what it reads and counts, and how all its figures are named, coloured and saved."""

from functools import cached_property
from pathlib import Path

from govnlp.documents.naming import check_known, short_names
from govnlp.figures.column_names import DOCUMENTS, document_named
from govnlp.figures.grouping import FEW, best_group, grouped
from govnlp.figures.options import fitting, one_table, spread_options
from govnlp.figures.style import NOTHING, label, words_only
from govnlp.settings import beside
from govnlp.shared import count_once, read_once, restore_once, state_of

OPTIONS = ("lang", "names", "colours", "total")
NAMED = "营商环境"
"""What is looked for where no word is."""


class Stage:
    """Documents, counts and figures of one stage; stages of one process read, segment and count once.

    Parameters
    ----------
    number : str
        With which the names of its files begin, such as ``"02"``.
    source : str or path
        Folder or file with documents, or shared counts.
    out : str or path
    lang : {"zh", "en"}
    restore : bool
        Documents that a machine rewrote are counted as restored.
    lexicon : str, optional
        File of phrases that are counted whole; its path, or its name beside the documents.
    group : str, optional
        Column of `corpus.documents` by which many documents are summed up; the best one unless given.
    documents : list of str, optional
        doc_id of documents that have figures of their own; all of a few, none of many unless given.

    Attributes
    ----------
    by : str
        What figures set side by side: ``"doc_id"``, or ``"group"`` where documents are many.
    names, colours : dict
        Of documents and groups, the same in all figures.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "甲.txt").write_text("渠清了，鱼回来了。", encoding="utf-8")
    ...     stage = Stage("02", folder, folder + "/out")
    ...     stage.by, stage.names["甲"], len(stage.units)
    ('doc_id', '甲', 1)
    """

    def __init__(
        self, number, source, out, lang="zh", *, restore=False, lexicon=None, group=None, documents=None
    ):
        from govnlp.figures.html_tables import in_shell, say_errors, show_notes

        self.number, self.source, self.out, self.lang = number, str(source), Path(out), lang
        self.restore, self.lexicon = restore, beside(source, lexicon)
        self.group, self.chosen = group, documents
        self.in_notebook = in_shell()
        if self.in_notebook:
            show_notes(lang=lang)
            say_errors(lang)

    @cached_property
    def corpus(self):
        """The corpus, or the counts that were shared in its place."""
        return read_once(self.source, self.restore, state_of(self.source))

    @property
    def swaps(self):
        """The words that a machine rewrote and that were put back: see `restore_corpus`."""
        return restore_once(self.source, state_of(self.source))[1]

    @property
    def has_text(self):
        """Whether there is text, or counts alone."""
        return hasattr(self.corpus, "blocks")

    @cached_property
    def documents(self):
        """`corpus.documents` with the column `group`."""
        documents = self.corpus.documents
        check_known(self.chosen or (), documents)
        column = self.group or best_group(documents)
        return documents.assign(group=grouped(documents, column, self.lang))

    @cached_property
    def units(self):
        """Paragraphs, each with the group of its document."""
        units = self.corpus.units("paragraph") if self.has_text else self.count().units
        return units.assign(group=units["doc_id"].map(self.documents.set_index("doc_id")["group"]))

    def count(self, *, obvious=True, **options):
        """Counts of the paragraphs' words, with groups; options as for `count_terms`.

        Parameters
        ----------
        obvious : bool
            False leaves out the corpus's own places, persons, units of numbers and cut words (`obvious_terms`), and
            lists them in the table set-aside.

        Returns
        -------
        TermMatrix
        """
        from dataclasses import replace

        from govnlp.analysis.keywords.obvious import obvious_terms, without_obvious
        from govnlp.words.terms import count_terms

        counted = count_once(self.source, self.restore, self.lexicon, state_of(self.source))
        terms = count_terms(counted, **options)
        terms = replace(terms, documents=self.documents)
        if obvious:
            return terms
        found = obvious_terms(terms)
        self.table("set-aside", found)
        return without_obvious(terms, found)

    @cached_property
    def by(self):
        """What figures set side by side: documents, or groups where a group is asked for or documents are many."""
        grouped_at_all = self.group or len(self.documents) > FEW
        if self.chosen or not grouped_at_all or self.documents["group"].nunique() < 2:
            return "doc_id"
        return "group"

    @cached_property
    def sides(self):
        """doc_id of the documents, or the groups, that figures set side by side, in order."""
        if self.by == "group":
            return sorted(set(self.documents["group"].dropna()) - set(self.alone))
        return list(self.chosen or self._once()["doc_id"].head(FEW))

    @cached_property
    def alone(self):
        """Groups of one document, where two or more others have several: on one scale it would flatten them all."""
        n = self.documents["group"].value_counts()
        return sorted(n.index[n.eq(1)]) if n.gt(1).sum() > 1 else []

    def _once(self):
        """Documents without copies of another one, which are counted nowhere."""
        known = self.documents
        return known[known["duplicate_of"].isna()] if "duplicate_of" in known else known

    def in_order(self, table):
        """Rows of a table on the sides, in their order."""
        place = {side: i for i, side in enumerate(self.sides)}
        kept = table[table[self.by].isin(place)]
        return kept.sort_values(self.by, key=lambda column: column.map(place), kind="stable")

    @cached_property
    def names(self):
        """Short name of every document and every group."""
        names = short_names(self.corpus.documents, self.lang)
        n = self.documents["group"].value_counts()
        return names | {group: label("group_size", self.lang, name=group, n=n[group]) for group in n.index}

    @cached_property
    def colours(self):
        """Colour of every document and every group."""
        from govnlp.figures.colours import colours_by_name

        groups = sorted(set(self.documents["group"]))
        return colours_by_name(self.documents["doc_id"]) | colours_by_name(groups)

    @property
    def group_colours(self):
        """Colours in which documents of a group have that of the group."""
        if self.by != "group":
            return self.colours
        return self.colours | self.documents.set_index("doc_id")["group"].map(self.colours).to_dict()

    def show(self, plot, table, *args, name=None, data=None, **options):
        """Draw a figure and save it with its table, its source and what may be said of it.

        Parameters
        ----------
        plot : function
            One of the package's plots: it knows the name of its files and the unit of its source line.
        table : DataFrame or dict
        name : str, optional
            Of the files, where it is not the plot's own.
        data : DataFrame, optional
            The table saved beside the figure, where it is not the one that is drawn.
        args, options
            Further arguments of the plot.

        Returns
        -------
        str
            The finding in words, or why there is nothing to show; then no file is written.
        """
        import matplotlib.pyplot as plt

        from govnlp.figures.manifest import read_manifest, record_output
        from govnlp.figures.saving import save_figure

        known = {name: getattr(self, name) for name in OPTIONS} | spread_options(
            options, self.lang, self.names
        )
        drawn = plot(table, *args, **fitting(plot, known))
        figure = (drawn[0] if isinstance(drawn, list) else drawn).figure
        name = f"{self.number}-{name or plot.name}"
        if figure.get_gid() == NOTHING:
            plt.close(figure)
            why = figure.axes[0].texts[-1].get_text()
            self.out.mkdir(parents=True, exist_ok=True)
            if read_manifest(self.out)["outputs"].get(name, {}).get("kind") == "table":
                name += "-figure"  # the table of that name is there, and keeps its record
            title = figure.get_suptitle().replace("\n", "")
            record_output(self.out, name, {"kind": "nothing", "title": title, "why": why, "files": {}})
            return why
        said = plot.say(table, *args, **fitting(plot.say, known))
        alt = said or label(f"shows_{plot.name}", self.lang)
        data = one_table(table) if data is None else data
        source = self._source(plot.unit, data)
        save_figure(figure, name, alt=alt, finding=said, data=data, source=source, run=self.out)
        if not self.in_notebook:
            plt.close(figure)
        return said

    def longest(self, table):
        """Rows of the longest document that has figures of its own, of all documents where none has.

        The column `side` names it.
        """
        if self.by == "group":
            return table.assign(side=label("all_documents", self.lang))
        sizes = self.units["doc_id"].value_counts()
        if self.has_text:
            sizes = self.documents.set_index("doc_id")["n_chars"]
        first = max(self.sides, key=lambda doc_id: (sizes[doc_id], doc_id))
        own = table[table["doc_id"].eq(first)].assign(side=self.names[first])
        if self.has_text:  # an article's title stands over what has no section
            titles = self.corpus.articles.query("doc_id == @first").set_index("article")["title"]
            own["section"] = own["section"].fillna(own["article"].map(titles))
        return own

    @cached_property
    def alike(self):
        """Documents of the most common genre: what may be compared."""
        known = self.documents[self.documents["genre"].notna()]
        return known[known["genre"].isin(known["genre"].mode()[:1])] if len(known) else self.documents

    @cached_property
    def years_alike(self):
        """doc_id of the documents `alike` in years that have several; none where fewer than three years do.

        One document is no year: what it does not say, others of the year may.
        """
        known = self._once()[lambda known: known["doc_id"].isin(self.alike["doc_id"])]
        known = known[known.groupby("year")["doc_id"].transform("size").gt(1)]
        return known["doc_id"].tolist() if known["year"].nunique() > 2 else []

    def common_term(self, table):
        """The word that most units have, the more frequent first; no class of numbers."""
        words = words_only(table).sort_values(["n_units", "n", "term"], ascending=[False, False, True])
        return next(iter(words["term"]), NAMED)

    @property
    def total(self):
        """Number of documents, copies apart, of which figures of some say how many they leave out; None for groups."""
        return len(self._once()) if self.by == "doc_id" else None

    def _source(self, unit, data):
        from govnlp.figures.saving import source_line

        n = {"paragraph": lambda: len(self.units), "block": lambda: len(self.corpus.blocks)}.get(
            unit, lambda: len(data)
        )()
        line = source_line(len(self.documents), label(f"unit_{unit}", self.lang), f"{n:,}", self.lang)
        sides = set(data.get("group", data.get("side", ())))
        if self.by == "group" and self.alone and sides and sides <= set(self.sides):
            line += label("groups_alone", self.lang, n=len(self.alone))
        restored = int(self.documents["restored"].sum()) if "restored" in self.documents else 0
        return line + (label("restored_documents", self.lang, n=restored) if restored else "")

    def table(self, name, table):
        """Save a table that is read as such; its title is that of ``table_NAME``.

        Gives the table's first rows, with the short names of documents; ``attrs["rows"]`` says how many it has.
        """
        from govnlp.figures.saving import save_table

        title = label(f"table_{name.replace('-', '_')}", self.lang)
        if "path" in table:  # where a folder is on this machine is nobody's business
            table = table.assign(path=[Path(path).name for path in table["path"]])
        if len(table):
            save_table(table, f"{self.number}-{name}", title=title, lang=self.lang, run=self.out)
        shown = table.head(20)
        shown.attrs["rows"] = len(table)
        ids = shown[[name for name in DOCUMENTS if name in shown]]
        return shown.assign(**ids.map(lambda x: document_named(x, self.names)))
