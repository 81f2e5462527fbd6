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
# # 06 Indicators: the numbers, and how certain they are
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the table `06-indicators`.
#
# **You will learn** to tell what was achieved from what was estimated or is aimed at, and to read each number in its sentence.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

corpus = gn.read_corpus(SOURCE)
indicators = gn.extract_indicators(corpus)
indicators["status"].value_counts()

# %%
indicators[["doc_id", "name", "value", "unit", "comparator", "direction", "period", "status", "quote"]].head(
    20
)

# %% [markdown]
# A number is read by rules: before one goes into a report, read its quote.

# %%
gn.save_table(indicators, f"{OUT}/06-indicators", title="Indicators with their sentences")
