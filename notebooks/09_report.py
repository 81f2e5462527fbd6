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
# # 09 Report: figures and tables on one page
#
# **Inputs** what the stages before left in `OUT`, and the documents in `SOURCE` for the passages behind the numbers.
# **Outputs** `report.html` and `report.docx`.
#
# **You will learn** to hand in a figure with what a reader needs to trust it: its table, its passages, methods and versions.

# %% [markdown] lang="zh"
# # 09 报告：图表汇成一册
#
# **输入** 前面各阶段留在 `OUT` 中的结果，以及 `SOURCE` 中的文献（用来列出数字背后的原文）。**输出** `report.html` 和 `report.docx`。
#
# **学完能做什么** 交出去的每一张图，都附上让人信得过的材料：数据表、原文段落、方法和版本。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
TITLE = ""

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
TITLE = ""

# %% [markdown]
# Counts that were shared without their text make a report too, only without passages.

# %% [markdown] lang="zh"
# 只有共享的词频、没有原文，也能生成报告，只是不附原文段落。

# %%
import govnlp as gn

stage = gn.Stage("09", SOURCE, OUT, LANG, restore=RESTORE)
gn.write_report(OUT, LANG, title=TITLE or None, corpus=stage.corpus if stage.has_text else None)

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **09-1** Two runs gave different figures. Which file says why? Give its name.

# %% [markdown] lang="zh"
# **09-1** 两次运行得到的图不一样，原因记在哪个文件里？请填写文件名。

# %% tags=["solution"]
answer = "manifest.json"
gn.check_answer("09-1", answer)
