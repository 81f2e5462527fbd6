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
# # 07 Phrases: slogans and abbreviations with their members, and text that documents share
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the figures `07-phrases`, `07-life` and `07-reuse`, and the
# tables of phrases and of shared passages.
#
# **You will learn** which numeric abbreviations the documents explain and which they leave open, how long a phrase lives, and who
# repeats whom.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed

# %%
import govnlp as gn

stage = gn.Stage("07", SOURCE, OUT, LANG, restore=RESTORE)
phrases = gn.extract_phrases(stage.corpus)
stage.table("phrases", phrases)

# %% [markdown]
# ## Which phrases, with which members?
#
# An abbreviation such as 四水共治 stands for a list. Where a text gives the list, its members are shown; where none does, the
# abbreviation stays open: a reader of the report will ask.

# %%
stage.show(gn.plots.plot_phrases, phrases)

# %% [markdown]
# ## How long does a phrase live?
#
# Occurrences per 10,000 characters in each year with an exact Poisson interval. A year without the phrase is a hollow dot; with a
# few documents in a year, its absence says little.

# %%
life = gn.phrase_life(stage.corpus, phrases.head(9)["phrase"])
stage.show(gn.plots.plot_life, life)

# %% [markdown]
# ## Who repeats whom?
#
# Paragraphs that two documents share, copied or edited. Formulae that many paragraphs have count little (character 5-grams,
# weighted by how rare they are).

# %%
passages = gn.find_reuse(stage.units)
of = stage.units.set_index("unit_id")["doc_id"]
passages = passages.assign(doc_a=passages["unit_a"].map(of), doc_b=passages["unit_b"].map(of))
passages = passages[passages["doc_a"] != passages["doc_b"]]
passages[["doc_a", "doc_b", "similarity", "text_a", "text_b"]].head()

# %%
pairs = passages.groupby(["doc_a", "doc_b"]).size().rename("n").reset_index()
stage.show(
    gn.plots.plot_reuse,
    pairs.sort_values("n", ascending=False, kind="stable"),
    data=passages,
    total=of.nunique(),
)

# %% [markdown]
# **What was found, and what was not.** Phrases are found by their form: quotation marks, numerals, parallel phrases. A slogan without any of
# these is not found; ask for it by name in the concordance.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **07-1** How many members has 五员共治?

# %% tags=["solution"]
found = gn.extract_phrases(gn.read_corpus(SOURCE))
answer = found.loc[found["phrase"].eq("五员共治"), "expansion"].str.len().max()
gn.check_answer("07-1", answer)
