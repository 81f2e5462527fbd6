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
# **Inputs** `SOURCE`, a folder with documents. **Outputs** `00-explore.html` in `OUT`: a page that does the same without a kernel.
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
# Choose a group or documents on the left (with Ctrl or Shift for several, or type a part of their names), type a term and press
# Enter: every view then shows only what is chosen. In a list, choose a line, or its number: its passage appears below between its
# neighbours, with why it has its kind, its themes and its indicators. Keyness compares what is chosen with all else, or with other
# documents that you choose. Two buttons hand on what is chosen: the figure goes into the run's figures and its report, the passages
# to the coding screen (`screen.chosen` has them as a table).

# %% tags=["explore"]
screen = gn.explore(corpus, lang=LANG, out=OUT)
screen

# %% [markdown]
# A page does the same without a kernel: documents, a group or a term narrow its tables, and every line leads to its passage.

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
