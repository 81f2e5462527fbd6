# ---
# jupyter:
#   jupytext:
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

# %% [markdown] lang="zh"
# # 07 提法：口号、数字缩略语及其成员，以及各份文献共有的文字
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的图 `07-phrases`、`07-life` 和 `07-reuse`，以及提法表和共有段落表。
#
# **学完能做什么** 看出哪些数字缩略语文中作了解释，哪些没有；一个提法用了多少年；谁重复了谁的话。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计

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

# %% [markdown] lang="zh"
# ## 有哪些提法，成员是什么？
#
# “四水共治”这样的缩略语，背后是一串事项。文中列出的，这里把成员写出来；没有一份文献列出的，就空着：读报告的人一定会问。

# %%
stage.show(gn.plots.plot_phrases, phrases)

# %% [markdown]
# ## How long does a phrase live?
#
# Occurrences per 10,000 characters in each year with an exact Poisson interval, of phrases that two documents and two years have, among
# documents of the most common genre, in years that have two or more of them; drawn where three years do. A year without the phrase is a
# hollow dot; with a few documents in a year, its absence says little.

# %% [markdown] lang="zh"
# ## 一个提法能用多久？
#
# 见于两份以上文献、两个以上年份的提法，各年每万字出现的次数，附精确泊松区间。只看份数最多的那种体裁，只看有两份以上的年份，这样的年份
# 不少于三个才画。没有出现的年份画空心点；某一年只有几份文献时，没出现说明不了多少问题。

# %%
again = phrases[phrases["doc_ids"].map(len).gt(1)]
life = gn.phrase_life(stage.corpus, again.head(9)["phrase"], documents=stage.years_alike)
stage.show(gn.plots.plot_life, life)

# %% [markdown]
# ## Who repeats whom?
#
# Paragraphs that two documents share, copied or edited. Formulae that many paragraphs have count little (character 5-grams,
# weighted by how rare they are).

# %% [markdown] lang="zh"
# ## 谁重复了谁的话？
#
# 两份文献共有的段落，有的照抄，有的改过。许多段落都有的套话权重很小（比较的是五字片段，越少见权重越大）。

# %%
passages = gn.find_reuse(stage.units)
of = stage.units.set_index("unit_id")["doc_id"]
passages = passages.assign(doc_a=passages["unit_a"].map(of), doc_b=passages["unit_b"].map(of))
passages = passages[passages["doc_a"] != passages["doc_b"]]
passages[["doc_a", "doc_b", "similarity", "text_a", "text_b"]].head()

# %%
from govnlp.analysis.versions.reuse import shared_passages

first = passages.drop_duplicates(["doc_a", "doc_b"]).rename(columns={"text_a": "example"})
pairs = shared_passages(passages).merge(first[["doc_a", "doc_b", "example"]], on=["doc_a", "doc_b"])
stage.show(gn.plots.plot_reuse, pairs, data=passages, total=of.nunique())

# %% [markdown]
# **What was found, and what was not.** Phrases are found by their form: quotation marks, numerals, parallel phrases. A slogan without any of
# these is not found; ask for it by name in the concordance.

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** 提法是按形式找出来的：引号、数字、排比。不具备这些形式的口号找不到，可以到索引行里按字面去查。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **07-1** How many members has 五员共治?

# %% [markdown] lang="zh"
# **07-1** “五员共治”有几个成员？

# %% tags=["solution"]
found = gn.extract_phrases(gn.read_corpus(SOURCE))
answer = found.loc[found["phrase"].eq("五员共治"), "expansion"].str.len().max()
gn.check_answer("07-1", answer)
