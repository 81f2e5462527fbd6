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
# # 01 Documents: what do we have, what was set aside, and can we trust it?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the figures `01-inventory` and `01-structure`, and
# `01-blocks.csv`, how many characters of each document became what; `01-spun.csv` where a document was rewritten by a machine.
#
# **You will learn** to look at what was set aside before counting anything.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

stage = gn.Stage("01", SOURCE, OUT, LANG)
corpus = stage.corpus
corpus.documents[["doc_id", "title", "outlet", "published", "year", "genre"]]

# %% [markdown]
# Files that could not be read stand here, with the reason; an empty table is good news.

# %%
stage.table("problems", corpus.problems)

# %% [markdown]
# ## What do we have?
#
# In every figure a document has the same short name, place, year and genre, and with up to eight documents a colour of its own.
# A date is one that the text states; “c. 2019” is inferred from the text, and an undated document says so.

# %%
table = gn.inventory(corpus)
stage.show(gn.plots.plot_inventory, table)

# %% [markdown]
# ## What was set aside?
#
# Every line that is not blank lies in exactly one block. How many characters of each document became what?

# %%
blocks = corpus.blocks.assign(characters=corpus.blocks["text"].str.len())
kinds = blocks.pivot_table(index="doc_id", columns="kind", values="characters", aggfunc="sum", fill_value=0)
kinds = kinds[kinds.sum().sort_values(ascending=False, kind="stable").index].reset_index()  # content first
stage.table("blocks", kinds)

# %%
stage.show(gn.plots.plot_structure, blocks, data=kinds)

# %% [markdown]
# Read the first lines that were set aside in each document: nothing here may be content.

# %% tags=["explore"]
aside = blocks[~blocks["kind"].isin(["paragraph", "question", "answer"])]
aside.groupby("doc_id").head(5)[["doc_id", "lines", "kind", "text"]]

# %% [markdown]
# ## Which texts should not be counted as they stand?
#
# Some web pages are copies in which a machine put near-synonyms for the words, so that search engines do not see the copy.
# `spun_score` runs from 0 to 1; from 0.5 a document looks rewritten. Below stand the swaps beside a number, and those that turn a
# statement into its opposite (`polarity`): read them against the source. All stages count what was meant, and each figure's source line
# says how many documents were restored; `RESTORE = False` in a notebook, or `restore = false` in the folder's `govnlp.toml`, counts them as printed.

# %% tags=["explore"]
score = corpus.documents["spun_score"].astype(float)
corpus.documents[score >= 0.5][["doc_id", "title", "spun_score"]]

# %%
restored, swaps = gn.restore_corpus(corpus)
swaps = swaps[swaps["touches_number"] | swaps["polarity"]]
stage.table("spun", swaps)

# %% [markdown]
# **What was found, and what was not.** The strips show where parsing may have erred: a long grey stretch is text that was set
# aside, a long blue stretch without orange may hide headlines. A share set aside of a fifth or more deserves a look at the table
# above. More than 120 documents do not fit on the figures; the tables hold them all.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **01-1** How many documents of 青槐区 does the sample hold?

# %% tags=["solution"]
answer = corpus.documents["doc_id"].str.contains("青槐区").sum()
gn.check_answer("01-1", answer)

# %% [markdown]
# **01-2** Where does the year of 2020-临溪区-书记访谈 come from? Give its `year_evidence`.

# %% tags=["solution"]
found = corpus.documents.query("doc_id == '2020-临溪区-书记访谈'")
answer = next(iter(found["year_evidence"]), None)
gn.check_answer("01-2", answer)
