"""What the screen shows: each view is a function of the corpus and of what was chosen, and gives HTML."""

import base64
import io
from functools import cached_property, lru_cache

import pandas as pd

from govnlp.analysis.keywords.keyness import keyness
from govnlp.analysis.themes.profile import theme_profile
from govnlp.analysis.themes.scores import read_themes, score_themes
from govnlp.analysis.topics.clustering import cluster_topics
from govnlp.figures.dispersion import plot_dispersion, plot_term_barcode
from govnlp.figures.html_tables import inert, table_html
from govnlp.figures.keywords import plot_keyness
from govnlp.figures.style import label
from govnlp.figures.themes import plot_themes
from govnlp.figures.words import plot_frequency
from govnlp.notes import Note
from govnlp.words.concordance import concordance
from govnlp.words.dispersion import dispersion
from govnlp.words.frequency import frequency
from govnlp.words.terms import count_terms

KEYNESS = ["term", "n_target", "n_reference", "per_10k_target", "per_10k_reference", "log_ratio", "ci_low"]
KEYNESS += ["ci_high", "g2", "q", "supported", "dp", "single_unit"]
UNITS = ("paragraph", "section", "article", "document")


def picture(ax, alt):
    """A plot as an image in HTML; the figure is closed."""
    import matplotlib.pyplot as plt

    raw = io.BytesIO()
    ax.figure.savefig(raw, format="png", dpi=110, metadata={"Software": None})
    plt.close(ax.figure)
    image = base64.b64encode(raw.getvalue()).decode()
    return f'<img alt="{inert(alt)}" class="govnlp-picture" src="data:image/png;base64,{image}">'


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
        self._terms = lru_cache(maxsize=len(UNITS))(self._count)
        self._topics = lru_cache(maxsize=8)(self._find_topics)

    def _count(self, unit):
        return count_terms(self.corpus.units(unit), stopwords="medium")

    @cached_property
    def scores(self):
        """Policy themes of every content block."""
        return score_themes(self.corpus, read_themes())

    def terms(self, documents, unit="paragraph"):
        """Term counts of some documents."""
        terms = self._terms(unit)
        return terms.subset(terms.units["doc_id"].isin(documents).to_numpy())

    def hits(self, documents, term, regex=False):
        """Concordance of a term in some documents."""
        lines = concordance(self.corpus, term, regex=regex)
        return lines[lines["doc_id"].isin(documents)].reset_index(drop=True)

    def by_document(self, documents, term, regex=False):
        """Occurrences of a term in the text of each document, per 10,000 characters, phrase-true."""
        n = self.hits(documents, term, regex)["doc_id"].value_counts()
        rows = self.corpus.documents.set_index("doc_id").loc[list(documents), ["n_chars"]].reset_index()
        rows["n"] = rows["doc_id"].map(n).fillna(0).astype(int)
        rows["per_10k_chars"] = rows["n"] / rows["n_chars"].astype(float) * 1e4
        rows = rows[["doc_id", "n", "n_chars", "per_10k_chars"]]
        rows.attrs["note"] = Note("occurrences_of", n=int(rows["n"].sum()), phrase=term)
        return rows

    def frequency(self, documents, unit, term="", regex=False):
        """Most frequent terms, or the term in each document."""
        if term:
            return table_html(self.by_document(documents, term, regex), 100, term, lang=self.lang)
        table = frequency(self.terms(documents, unit))
        chart = picture(plot_frequency(table, lang=self.lang), label("picture_frequency", self.lang))
        return chart + table_html(table, 30, lang=self.lang)

    def dispersion(self, documents, unit, term="", regex=False):
        """How evenly terms are used, or where the term stands in each document."""
        if not term:
            table = dispersion(self.terms(documents, unit))
            chart = picture(plot_dispersion(table, lang=self.lang), label("picture_dispersion", self.lang))
            return chart + table_html(table, 30, lang=self.lang)
        blocks = self.corpus.blocks[["doc_id", "block", "text"]]
        sizes = blocks["text"].str.len()
        start = sizes.groupby(blocks["doc_id"]).cumsum() - sizes
        start /= sizes.groupby(blocks["doc_id"]).transform("sum")
        places = blocks.assign(position=start)[["doc_id", "block", "position"]]
        found = self.hits(documents, term, regex)[["doc_id", "block"]].merge(places, on=["doc_id", "block"])
        table = pd.DataFrame({"doc_id": list(documents)}).merge(found, on="doc_id", how="left")
        ax = plot_term_barcode(table, term, lang=self.lang)
        chart = picture(ax, label("picture_term_barcode", self.lang, term=term))
        return chart + table_html(self.by_document(documents, term, regex), 100, term, lang=self.lang)

    def keyness(self, target, reference, unit):
        """Terms that set the target apart from the reference, or from all other documents without one."""
        target = list(target)
        reference = [x for x in reference or self.doc_ids if x not in target]
        if not reference:
            raise ValueError(label("same_sides", self.lang))
        table = keyness(self.terms([*target, *reference], unit), target=target)
        chart = picture(plot_keyness(table, lang=self.lang), label("picture_keyness", self.lang))
        sides = " / ".join(["、".join(target), "、".join(reference)])
        return chart + table_html(table[KEYNESS], 30, sides, lang=self.lang)

    def themes(self, documents):
        """Share of each theme in each document."""
        table = theme_profile(self.scores[self.scores["doc_id"].isin(documents)])
        chart = picture(plot_themes(table, lang=self.lang), label("picture_themes", self.lang))
        return chart + table_html(table, 200, lang=self.lang)

    def theme_blocks(self, documents, theme):
        """Blocks with a theme, strongest first: doc_id, block, evidence, text."""
        found = self.scores[self.scores["doc_id"].isin(documents) & self.scores["theme"].eq(theme)]
        found = found.sort_values(["score", "doc_id", "block"], ascending=[False, True, True])
        blocks = self.corpus.blocks[["doc_id", "block", "text"]]
        return found[["doc_id", "block", "score", "evidence"]].merge(blocks, on=["doc_id", "block"])

    def topics(self, documents, k):
        """Topics of the paragraphs of some documents; kept, since it takes seconds."""
        return self._topics(tuple(documents), k)

    def _find_topics(self, documents, k):
        return cluster_topics(self.terms(documents), k, runs=20)

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
