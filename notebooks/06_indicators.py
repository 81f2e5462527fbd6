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
# # 06 Indicators: the numbers, and how certain they are
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the figures `06-indicators` and
# `06-conflicts`, and the tables of indicators and of facts stated more than once.
#
# **You will learn** to tell what was achieved from what was estimated or is aimed at, and to read each number in its sentence.

# %% [markdown] lang="zh"
# # 06 指标：有哪些数字，各有多大把握？
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的图 `06-indicators` 和 `06-conflicts`，以及指标表、不止一次提到的事实表。
#
# **学完能做什么** 分清哪些已经完成，哪些是预计，哪些是目标；每个数字都放回原句里去读。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
GROUP = None  # 文献多时按哪一列汇总，例如 "year"；None：自动选定
DOCUMENTS = None  # 单独作图的文献（doc_id）；None：文献少时全部作图，多时都不作

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

# %% [markdown] lang="zh"
# ## 有哪些数字，各有多大把握？
#
# 在两个以上地区或年份提到的指标，各画一格；单位不同的，不画在一起。实心点是已经完成的，空心的是预计和目标；限定语也画出来：
# “5%以上”不等于5%。

# %%
stage.show(gn.plot_indicators, indicators)

# %% [markdown]
# Reports of whole provinces: the result that most of them state, on equal tiles.

# %% [markdown] lang="zh"
# 省级政府的报告：多数报告都提到的那项结果，画成等大的方格地图。

# %%
from govnlp.figures.provinces import province_values

stage.show(gn.plots.plot_provinces, province_values(indicators, stage.documents))

# %% [markdown]
# ## Which statements disagree?
#
# Two statements of one fact (place, name, unit, period) that differ by more than rounding. Often the reason is in the words: a target
# and its result, a figure for part of the year, an “above”. Sometimes it is an error in a document.

# %% [markdown] lang="zh"
# ## 哪些说法对不上？
#
# 同一件事（地区、名称、单位、时期都相同）有两种说法，相差又不是四舍五入能解释的。原因往往就在字面上：一个是目标，一个是结果；
# 或者只是前几个月的数字；或者带着“以上”。也有的时候，是文件本身写错了。

# %%
facts = gn.find_conflicts(indicators)
stage.show(gn.plots.plot_conflicts, facts)

# %% [markdown]
# **What was found, and what was not.** A number is read by rules: before one goes into a report, read its quote. Numbers without a
# name in their sentence, and figures in tables of the page, may be missing.

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** 数字是按规则读出来的，写进报告之前请核对原句。句中没有说明名称的数字，以及网页表格里的数字，可能会漏掉。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **06-1** Give the 地区生产总值 of 2019-临溪区-工作报告 in 元.

# %% [markdown] lang="zh"
# **06-1** 2019-临溪区-工作报告中的地区生产总值是多少元？

# %% tags=["solution"]
found = gn.extract_indicators(gn.read_corpus(SOURCE))
found = found[found["doc_id"].eq("2019-临溪区-工作报告") & found["name"].eq("地区生产总值")]
answer = found["value_base"].max()
gn.check_answer("06-1", answer)

# %% [markdown]
# **06-2** 力争签约项目12个 is which status? actual, estimate or target

# %% [markdown] lang="zh"
# **06-2** “力争签约项目12个”属于哪种状态？actual（完成）、estimate（预计）还是 target（目标）

# %% tags=["solution"]
answer = "target"
gn.check_answer("06-2", answer)
