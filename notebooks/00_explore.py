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
# # 00 Explore: what is in these documents?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** `00-explore.html` in `OUT`: the same tables as a page that needs no
# kernel.
#
# **You will learn** to go from a number to the sentence that it rests on, and back: to choose documents, to look for a term, to
# read it in its place, and to compare any two selections.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

stage = gn.Stage("00", SOURCE, OUT, LANG)
corpus = stage.corpus
corpus

# %% [markdown]
# Choose documents on the left (with Ctrl or Shift for several, or type a part of their names), type a term and press Enter, then
# change the view above. In the concordance, choose a line, or its number: its passage appears below, with document and line.
# Keyness compares the first selection with the second one, or with all other documents.

# %% tags=["explore"]
screen = gn.explore(corpus, lang=LANG)
screen

# %% [markdown]
# The same tables and the text, to be read without a kernel. Change the term and run the cell again.

# %%
gn.write_explorer(corpus, f"{OUT}/00-explore.html", term="营商环境", lang=LANG)

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **00-1** How many times does 营商环境 stand in the sample, and what would a reader of the page count?

# %% tags=["solution"]
answer = len(gn.concordance(corpus, "营商环境"))
gn.check_answer("00-1", answer)

# %% [markdown]
# **00-2** Which view shows whether a word is used everywhere or in one place? a frequency, b dispersion, c keyness

# %% tags=["solution"]
answer = "b"
gn.check_answer("00-2", answer)
