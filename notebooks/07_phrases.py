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
# # 07 Phrases: slogans and abbreviations with their members
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the table `07-phrases`.
#
# **You will learn** which numeric abbreviations the documents explain, and which they leave open.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

corpus = gn.read_corpus(SOURCE)
phrases = gn.extract_phrases(corpus)
phrases[phrases["kind"] == "numeric_abbreviation"].head(20)

# %%
gn.save_table(phrases, f"{OUT}/07-phrases", title="Phrases, their members and documents")
