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
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: `02-frequency`, `02-dispersion`, `02-cloud`, each as
# SVG, PNG and CSV.
#
# **You will learn** why a count needs a rate, why a rate needs a dispersion, and why a phrase is searched in the text and not
# among the tokens.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

corpus = gn.read_corpus(SOURCE)
terms = gn.count_terms(corpus.units("paragraph"), stopwords="medium", fold_numbers=True)
terms

# %% [markdown]
# A rate per 10,000 tokens makes documents of different length comparable. Stop words stand in the denominator: the rate
# is of all that was said.

# %%
table = gn.frequency(terms)
table.head(20)

# %%
ax = gn.plot_frequency(table, lang=LANG)
best = table.iloc[0]
gn.save_figure(
    ax.figure,
    f"{OUT}/02-frequency",
    data=table.head(200),
    alt=f"{best.term} leads with {best.n} occurrences, {best.per_10k:.1f} per 10,000 tokens.",
)

# %% [markdown]
# ## How evenly?
#
# DP (Gries 2008) is 0 for a word that every paragraph uses in proportion to its length, and near 1 for one that a single
# passage repeats. A frequent word with a high DP says something of that passage, not of the corpus.

# %%
spread = gn.dispersion(terms)
ax = gn.plot_dispersion(spread, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/02-dispersion", alt="Count against DP of the terms.", data=spread)

# %% [markdown]
# A cloud is a first glance, never the finding: size follows the rate, place means nothing.

# %%
ax = gn.plot_wordcloud(table, lang=LANG)
words = "、".join(table["term"].head(5))
gn.save_figure(ax.figure, f"{OUT}/02-cloud", alt=f"Word cloud; the largest are {words}.", data=table.head(80))

# %% [markdown]
# ## Where does it stand?
#
# The concordance searches the text itself: every occurrence is found, however the segmenter cut it.

# %%
gn.concordance(corpus, "营商环境").head(10)

# %% [markdown]
# ## Would another segmenter say the same?
#
# Kendall's tau between the ranks of the headline terms under different engines and lexicons: near 1, the choice does not matter.

# %%
segmenters = {
    "rjieba": gn.Segmenter(),
    "jieba": gn.Segmenter(engine="jieba"),
    "no lexicon": gn.Segmenter(lexicon=False),
}
gn.rank_agreement(gn.rank_terms(corpus.units("paragraph"), segmenters))
