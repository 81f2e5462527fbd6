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
# # 09 Report: figures and tables on one page
#
# **Inputs** what the stages before left in `OUT`, and the documents in `SOURCE` for the passages behind the numbers.
# **Outputs** `report.html` and `report.docx`.
#
# **You will learn** to hand in a figure with what a reader needs to trust it: its table, its passages, methods and versions.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
TITLE = ""

# %% [markdown]
# Counts that were shared without their text make a report too, only without passages.

# %%
import govnlp as gn

stage = gn.Stage("09", SOURCE, OUT, LANG, restore=RESTORE)
gn.write_report(OUT, LANG, title=TITLE or None, corpus=stage.corpus if stage.has_text else None)

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **09-1** Two runs gave different figures. Which file says why? Give its name.

# %% tags=["solution"]
answer = "manifest.json"
gn.check_answer("09-1", answer)
