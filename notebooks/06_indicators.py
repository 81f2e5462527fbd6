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
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the figures `06-indicators` and
# `06-conflicts`, and the tables of indicators and of facts stated more than once.
#
# **You will learn** to tell what was achieved from what was estimated or is aimed at, and to read each number in its sentence.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %%
import govnlp as gn

stage = gn.Stage("06", SOURCE, OUT, LANG, restore=RESTORE, group=GROUP, documents=DOCUMENTS)
indicators = gn.extract_indicators(stage.corpus)
stage.table("indicators", indicators)

# %% tags=["explore"]
indicators["status"].value_counts().reset_index()

# %% [markdown]
# ## Which figures, how certain?
#
# A panel per indicator that is stated for two or more places or years; units never share one. Filled dots were achieved; hollow marks
# are estimates and targets, and a qualifier is drawn: “above 5 %” is not 5 %.

# %%
stage.show(gn.plot_indicators, indicators)

# %% [markdown]
# Reports of whole provinces: the result that most of them state, on equal tiles.

# %%
from govnlp.figures.provinces import province_values

stage.show(gn.plots.plot_provinces, province_values(indicators, stage.documents))

# %% [markdown]
# ## Which statements disagree?
#
# Two statements of one fact (place, name, unit, period) that differ by more than rounding. Often the reason is in the words: a target
# and its result, a figure for part of the year, an “above”. Sometimes it is an error in a document.

# %%
facts = gn.find_conflicts(indicators)
stage.show(gn.plots.plot_conflicts, facts)

# %% [markdown]
# **What was found, and what was not.** A number is read by rules: before one goes into a report, read its quote. Numbers without a
# name in their sentence, and figures in tables of the page, may be missing.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **06-1** Give the 地区生产总值 of 2019-临溪区-工作报告 in 元.

# %% tags=["solution"]
found = gn.extract_indicators(gn.read_corpus(SOURCE))
found = found[found["doc_id"].eq("2019-临溪区-工作报告") & found["name"].eq("地区生产总值")]
answer = found["value_base"].max()
gn.check_answer("06-1", answer)

# %% [markdown]
# **06-2** 力争签约项目12个 is which status? actual, estimate or target

# %% tags=["solution"]
answer = "target"
gn.check_answer("06-2", answer)
