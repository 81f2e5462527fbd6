# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 02 Words: which words, how often, how evenly?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`, each as SVG, PNG and CSV: `02-frequency` for all documents
# and per document, `02-zipf`, `02-dispersion`, `02-barcode-term`, `02-network`, `02-cloud`.
#
# **You will learn** why a count needs a rate, why a rate needs a dispersion, and why a phrase is searched in the text and not
# among the tokens.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole; see the new terms below
STOPWORDS = "strong"  # light | medium | strong
TERM = None  # a phrase to follow through the documents; None: the word that stands in most articles
OBVIOUS = False  # True: own places, persons, units of numbers and cut words too
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %%
import govnlp as gn

stage = gn.Stage("02", SOURCE, OUT, LANG, restore=RESTORE, lexicon=LEXICON, group=GROUP, documents=DOCUMENTS)
terms = stage.count(stopwords=STOPWORDS, fold_numbers=True, obvious=OBVIOUS)
terms

# %% [markdown]
# ## Which words?
#
# A rate per 10,000 tokens makes documents of different length comparable. Stop words stand in the denominator: the rate
# is of all that was said. The strong list of stop words also removes what every work report says (推进, 工作, 发展); change
# `STOPWORDS` to see them. Articles are the units, so that a word that one article alone brings is known as such.

# %%
articles = terms.units["doc_id"] + "/" + terms.units["article"].astype(str)
table = gn.frequency(terms.group(articles))
stage.show(gn.plot_frequency, table)

# %% [markdown]
# The same for each document, on one scale; more than fifteen documents are summed up by group (`GROUP`).

# %%
each = gn.frequency(terms, by=stage.by)
each["n_articles"] = each["term"].map(table.set_index("term")["n_units"])
stage.show(gn.plots.plot_frequencies, each, stage.sides)

# %% [markdown]
# ## How concentrated is the vocabulary?
#
# In running text the frequency of a word is about inversely proportional to its rank (Zipf), so that few words make up half of it. Stop
# words belong to it. A shoulder or a gap at the top points to something that is not running text: tables, lists, a formula repeated in
# every document.

# %%
words = gn.frequency(stage.count(fold_numbers=True))
stage.show(gn.plots.plot_zipf, gn.zipf(words) if len(words) > 2 else words[:0])

# %% [markdown]
# ## How evenly?
#
# DP (Gries 2008) is 0 for a word that every document uses in proportion to its length, and near 1 for one that a single
# document repeats. A frequent word with a high DP says something of that document, not of the corpus.

# %%
spread = gn.dispersion(terms, by="doc_id")
stage.show(gn.plot_dispersion, spread)

# %% [markdown]
# ## Where does it stand?
#
# The concordance searches the text itself: every occurrence is found, however the segmenter cut it.

# %%
term = TERM or stage.common_term(table)
gn.concordance(stage.corpus, term).head(10)

# %% [markdown]
# Wildcards and word patterns (`乡村*`, `乡村[n]`, `加强 ... 建设`) find families of phrases; `sort="right1"` orders by the first word to the right,
# `sample=20` draws lines by a seed. `keep_notes(lines, "lines.csv")` writes them with a column for your notes, which stay with their lines
# when the search is done anew.

# %%
from govnlp.words.concordance import group_lines

lines = gn.concordance(stage.corpus, f"{term}*", sort="right1")
group_lines(lines).head(10)

# %%
from govnlp.words.positions import positions

stage.show(gn.plots.plot_term_barcode, positions(stage.corpus, term), term)

# %% [markdown]
# ## Which words keep company?
#
# Words that share paragraphs, by log-Dice (Rychlý 2008), which does not grow with the corpus. The places on the page mean nothing.

# %%
stage.show(gn.plots.plot_network, gn.cooccurrence(terms, top=80))

# %% [markdown]
# ## A first glance
#
# In a cloud size follows the rate and place means nothing: never the finding.

# %%
stage.show(gn.plots.plot_wordclouds, gn.tfidf(terms, by=stage.by), stage.sides[:6])

# %% [markdown]
# ## Which phrases does the lexicon lack?
#
# A phrase that is cut into parts is counted as its parts. These candidates hold together and have many neighbours, or stand
# in quotation marks. Read the examples, strike out what is no phrase in `02-new-terms.csv`, save the rest beside the
# documents as, say, `phrases.csv`, and name the file in `LEXICON` or in `govnlp.toml` (`lexicon = "phrases.csv"`): from then on
# the stages count these phrases whole.

# %%
candidates = gn.new_terms(stage.units, segmenter=gn.Segmenter(lexicon=LEXICON or True), top=100)
stage.table("new-terms", candidates)

# %% [markdown]
# ## Would another segmenter say the same?
#
# Kendall's tau between the ranks of the headline terms under different engines and lexicons: near 1, the choice does not matter.

# %% tags=["explore"]
from govnlp.words.sensitivity import rank_agreement, rank_terms

ways = {"rjieba": {}, "jieba": {"engine": "jieba"}, "bare": {"lexicon": False}}
ranks = rank_terms(stage.units.head(200), {name: gn.Segmenter(**way) for name, way in ways.items()})
rank_agreement(ranks)

# %% [markdown]
# **What was found, and what was not.** The head of a frequency list is what the genre says anyway; the words worth a sentence in a
# report are those that are frequent and even, or frequent and in a burst, and the dispersion figure names both. What sets one
# document apart is the question of the next stage.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **02-1** In how many documents does 营商环境 stand?

# %% tags=["solution"]
answer = gn.concordance(stage.corpus, "营商环境")["doc_id"].nunique()
gn.check_answer("02-1", answer)

# %% [markdown]
# **02-2** A word has n = 40 and DP = 0.99. What do you write? a the corpus is about it, b one passage is about it, c nothing

# %% tags=["solution"]
answer = "b"
gn.check_answer("02-2", answer)
