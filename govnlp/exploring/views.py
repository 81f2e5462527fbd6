"""What the screen shows: views of the passages that were chosen, by documents and by a term."""

import base64
import io
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import pandas as pd

from govnlp.analysis.indicators.extracting import extract_indicators
from govnlp.analysis.keywords.keyness import keyness
from govnlp.analysis.keywords.obvious import without_obvious
from govnlp.analysis.themes.profile import theme_profile
from govnlp.analysis.themes.scores import read_themes, score_themes
from govnlp.analysis.topics.clustering import cluster_topics
from govnlp.documents.naming import short_names
from govnlp.exploring.choosing import Choice
from govnlp.exploring.passages import reasons
from govnlp.figures.dispersion import plot_dispersion, plot_term_barcode
from govnlp.figures.grouping import FEW, best_group, grouped
from govnlp.figures.html_tables import inert, table_html
from govnlp.figures.keywords import plot_keyness
from govnlp.figures.style import label
from govnlp.figures.themes import plot_themes, theme_labels
from govnlp.figures.words import plot_frequency
from govnlp.notes import Note
from govnlp.words.concordance import concordance, finder
from govnlp.words.dispersion import dispersion
from govnlp.words.frequency import frequency
from govnlp.words.terms import count_terms

KEYNESS = ["term", "n_target", "n_reference", "per_10k_target", "per_10k_reference", "log_ratio", "ci_low"]
KEYNESS += ["ci_high", "g2", "q", "supported", "dp", "single_unit"]
UNITS = ("paragraph", "section", "article", "document")


@dataclass(frozen=True)
class Drawn:
    """A figure of what was chosen: its plot, the table, and what else the plot takes."""

    plot: object
    table: pd.DataFrame
    rows: int = 30
    caption: str = ""
    args: tuple = ()
    options: dict = field(default_factory=dict)

    def ax(self, lang):
        """The figure."""
        return self.plot(self.table, *self.args, lang=lang, **self.options)

    def alt(self, lang):
        """What may be said of the figure; what it shows where its table supports no finding."""
        said = self.plot.say(self.table, *self.args, lang=lang, **self.options)
        return said or label(f"shows_{self.plot.name}", lang)

    def image(self, lang):
        """The figure as an image in HTML."""
        import matplotlib.pyplot as plt

        from govnlp.figures.canvas import texts_laid_out_once

        raw, figure = io.BytesIO(), self.ax(lang).figure
        with texts_laid_out_once():
            figure.savefig(raw, format="png", dpi=110, metadata={"Software": None})
        plt.close(figure)
        image = base64.b64encode(raw.getvalue()).decode()
        return (
            f'<img alt="{inert(self.alt(lang))}" class="govnlp-picture" src="data:image/png;base64,{image}">'
        )

    def html(self, lang):
        """The figure, and the table below it."""
        table = table_html(self.table, self.rows, self.caption, lang=lang) if self.rows else ""
        return self.image(lang) + table


class Views:
    """The views on one corpus.

    Parameters
    ----------
    corpus : Corpus
    lang : {"zh", "en"}
    """

    def __init__(self, corpus, lang="zh"):
        self.corpus, self.lang = corpus, lang
        self.doc_ids = corpus.documents["doc_id"].tolist()
        self.names = short_names(corpus.documents, lang)
        self.themes = read_themes()
        self.units = lru_cache(corpus.units)
        self.all_terms = lru_cache(self._all_terms)
        self._known = {}
        self.topics = lru_cache(maxsize=8)(self._topics)

    @cached_property
    def scores(self):
        """Policy themes of every content block."""
        return score_themes(self.corpus, self.themes)

    def _all_terms(self, unit):
        """Words of all units, as the report counts them, so that both have the same list of the most frequent ones."""
        terms = count_terms(self.units(unit), stopwords="strong", fold_numbers=True)
        return without_obvious(replace(terms, documents=self.corpus.documents))

    def mask(self, choice, unit="paragraph"):
        """Which of the units were chosen."""
        units = self.units(unit)
        mask = units["doc_id"].isin(choice.documents)
        if choice.term:
            find = finder(self.corpus, choice.term, choice.regex)
            mask &= units["text"].map(lambda text: any(True for _ in find(text)))
        return mask.to_numpy(dtype=bool)

    def chosen(self, choice):
        """The paragraphs that were chosen: rows of ``corpus.units("paragraph")``."""
        return self.units("paragraph")[self.mask(choice)].reset_index(drop=True)

    def terms(self, choice, unit="paragraph"):
        """Term counts of what was chosen."""
        return self.all_terms(unit).subset(self.mask(choice, unit))

    def hits(self, choice):
        """Concordance of the term in the chosen documents, headings and furniture too."""
        lines = concordance(self.corpus, choice.term, regex=choice.regex)
        return lines[lines["doc_id"].isin(choice.documents)].reset_index(drop=True)

    def by_document(self, choice):
        """Occurrences of the term in the text of each document, per 10,000 characters, phrase-true."""
        n = self.hits(choice)["doc_id"].value_counts()
        documents = self.corpus.documents.set_index("doc_id").loc[list(choice.documents)]
        rows = documents[["n_chars"]].reset_index()
        rows.insert(1, "n", rows["doc_id"].map(n).fillna(0).astype(int))
        rows["per_10k_chars"] = rows["n"] / rows["n_chars"].astype(float) * 1e4
        rows.attrs["note"] = Note("occurrences_of", n=int(rows["n"].sum()), phrase=choice.term)
        return rows

    def frequency(self, choice, unit):
        """The most frequent words of what was chosen."""
        return Drawn(plot_frequency, frequency(self.terms(choice, unit)))

    def dispersion(self, choice, unit):
        """How evenly words are used, or where the term stands in each document."""
        if not choice.term:
            return Drawn(plot_dispersion, dispersion(self.terms(choice, unit)))
        blocks = self.corpus.blocks[self.corpus.blocks["doc_id"].isin(choice.documents)]
        sizes = blocks["text"].str.len().groupby(blocks["doc_id"])
        position = (sizes.cumsum() - blocks["text"].str.len()) / sizes.transform("sum").clip(lower=1)
        places = blocks[["doc_id", "block", "article"]].assign(position=position)
        starts = places.drop_duplicates(["doc_id", "article"]).assign(kind="article")
        found = self.hits(choice)[["doc_id", "block"]].merge(places).assign(kind="phrase")
        options = {"names": self.names}
        table = pd.concat([starts, found], ignore_index=True)
        return Drawn(plot_term_barcode, table, 0, choice.term, (choice.term,), options)

    def keyness(self, choice, reference, unit):
        """Words that set what was chosen apart: from the reference documents, or from all that was not chosen."""
        target = self.mask(choice, unit)
        rest = Choice(tuple(reference or self.doc_ids))
        rest = self.mask(rest, unit) & ~target
        if not target.any() or not rest.any():
            raise ValueError(label("same_sides", self.lang))
        terms = self.all_terms(unit)
        both = target | rest
        table = keyness(terms.subset(both), target=target[both])
        return Drawn(plot_keyness, table[KEYNESS])

    def profile(self, choice):
        """Share of each theme in what was chosen: by document, or by group where documents are many."""
        documents, by = self.corpus.documents, "doc_id"
        if len(choice.documents) > FEW:
            by = "group"
            documents = documents.assign(group=grouped(documents, best_group(documents), self.lang))
        options = {"names": self.names, "labels": theme_labels(self.themes, self.lang)}
        scores = self.of_chosen(choice, self.scores)
        return Drawn(plot_themes, theme_profile(scores, by, documents=documents), 200, options=options)

    def of_chosen(self, choice, table):
        """Rows of a table (doc_id, block) that belong to the chosen paragraphs."""
        units = self.chosen(choice)
        kept = set(units["unit_id"])
        ids = table["doc_id"] + ":" + table["block"].astype(str)
        return table[ids.isin(kept)]

    def theme_blocks(self, choice, theme):
        """Blocks with a theme, strongest first: doc_id, block, score, evidence, text."""
        found = self.of_chosen(choice, self.scores[self.scores["theme"].eq(theme)])
        found = found.sort_values(["score", "doc_id", "block"], ascending=[False, True, True])
        blocks = self.corpus.blocks[["doc_id", "block", "text"]]
        return found[["doc_id", "block", "score", "evidence"]].merge(blocks, on=["doc_id", "block"])

    def statements(self, doc_ids):
        """The quantitative statements of documents; those that were not asked for before are read together."""
        new = [doc_id for doc_id in doc_ids if doc_id not in self._known]
        if new:
            tables = {name: getattr(self.corpus, name) for name in ("documents", "articles", "blocks")}
            tables = {name: table[table["doc_id"].isin(new)] for name, table in tables.items()}
            found = extract_indicators(replace(self.corpus, **tables))
            self._known |= dict.fromkeys(new, found[:0]) | dict(list(found.groupby("doc_id")))
        return pd.concat([self._known[doc_id] for doc_id in doc_ids], ignore_index=True)

    def indicators(self, choice):
        """The quantitative statements of what was chosen, in reading order."""
        doc_ids = self.chosen(choice)["doc_id"].unique()
        return self.of_chosen(choice, self.statements(doc_ids)) if len(doc_ids) else None

    def about(self, doc_id, block):
        """Why a block has its kind, its themes and its statements; see `reasons`."""
        blocks, scores, statements = self.corpus.blocks, self.scores, self.statements([doc_id])
        row = blocks[blocks["doc_id"].eq(doc_id) & blocks["block"].eq(block)].iloc[0]
        scores = scores[scores["doc_id"].eq(doc_id) & scores["block"].eq(block)]
        statements = statements[statements["block"].eq(block)]
        return reasons(row, scores.itertuples(), statements.itertuples(), self.lang)

    def _topics(self, choice, k):
        return cluster_topics(self.terms(choice), k, runs=20)

    def topic_table(self, model):
        """Name, share, stability and first terms of each topic."""
        words = model.top_terms.groupby("topic", sort=False)["term"].agg(lambda terms: list(terms[:8]))
        table = model.topics[["topic", "name", "share", "n_units", "stability"]]
        table = table.assign(terms=table["topic"].map(words))
        table.attrs["note"] = Note("nmf", k=len(words), stability=model.stability)
        return table_html(table, 50, lang=self.lang)

    def topic_blocks(self, model, topic):
        """Blocks of a topic, strongest first (doc_id, block, strength, text), and the first words of the topic."""
        found = model.labels[model.labels["topic"].eq(topic)]
        found = found.assign(block=found["unit_id"].str.rsplit(":", n=1).str[1].astype(int))
        found = found.sort_values(["strength", "doc_id", "block"], ascending=[False, True, True])
        blocks = self.corpus.blocks[["doc_id", "block", "text"]]
        out = found[["doc_id", "block", "strength"]].merge(blocks, on=["doc_id", "block"])
        return out, model.top_terms.loc[model.top_terms["topic"].eq(topic), "term"].tolist()[:8]
