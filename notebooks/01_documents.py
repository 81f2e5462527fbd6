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
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: `01-blocks.csv`, how many characters of each document became
# what.
#
# **You will learn** to look at what was set aside before counting anything.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
from pathlib import Path

import govnlp as gn

corpus = gn.read_corpus(SOURCE)
corpus.documents[["doc_id", "title", "outlet", "published", "year", "genre"]]

# %% [markdown]
# Files that could not be read stand here, with the reason; an empty table is good news.

# %%
corpus.problems

# %% [markdown]
# Every line that is not blank lies in exactly one block. How many characters of each document became what?

# %%
blocks = corpus.blocks.assign(characters=corpus.blocks["text"].str.len())
kinds = blocks.pivot_table(index="doc_id", columns="kind", values="characters", aggfunc="sum", fill_value=0)
Path(OUT).mkdir(parents=True, exist_ok=True)
gn.save_table(kinds.reset_index(), f"{OUT}/01-blocks", title="What became of the characters of each document")
kinds

# %% [markdown]
# Read the first lines that were set aside in each document: nothing here may be content.

# %%
aside = blocks[~blocks["kind"].isin(["paragraph", "question", "answer"])]
aside.groupby("doc_id").head(5)[["doc_id", "lines", "kind", "text"]]
