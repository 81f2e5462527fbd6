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
# # 00 Explore: what is in these documents?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** `00-explore.html` in `OUT`: a page that does the same without a kernel.
#
# **You will learn** to go from a number to the sentence that it rests on, and back: to choose documents, to look for a term, to
# read it in its place, and to compare any two selections.

# %% [markdown] lang="zh"
# # 00 初探：这些文献里有什么？
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的 `00-explore.html`：功能相同的网页，不启动内核也能用。
#
# **学完能做什么** 从一个数字找到它所依据的那句话，再从那句话回到数字：选文献、查词、读上下文、任选两组作比较。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"

# %% lang="zh" tags=["parameters"]
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

# %% [markdown] lang="zh"
# 在左侧选一个组或若干文献（按住 Ctrl 或 Shift 可多选，也可以输入名称的一部分来筛选），输入词语后按回车，各个视图就只显示选中的内容。
# 在列表里选一行，或者输入行号，下方就显示原文段落及其前后文，并说明它为什么归入这一类、属于哪些议题、含有哪些指标。“关键性”把选中的
# 文献与其余全部相比，也可以另选一组来比。有两个按钮可以把选中的内容带走：图进入本次运行的图和报告，段落进入编码界面
# （`screen.chosen` 是这些段落的表）。

# %% tags=["explore"]
screen = gn.explore(corpus, lang=LANG, out=OUT)
screen

# %% [markdown]
# A page does the same without a kernel: documents, a group or a term narrow its tables, and every line leads to its passage.

# %% [markdown] lang="zh"
# 下面的网页没有内核也能做同样的事：按文献、组或词语缩小表格的范围，每一行都通往原文段落。

# %%
gn.write_explorer(corpus, f"{OUT}/00-explore.html", term="营商环境", lang=LANG)

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **00-1** How many times does 营商环境 stand in the sample, and what would a reader of the page count?

# %% [markdown] lang="zh"
# **00-1** “营商环境”在示例语料中一共出现多少次？翻开原文一处一处地数，数得对吗？

# %% tags=["solution"]
answer = len(gn.concordance(corpus, "营商环境"))
gn.check_answer("00-1", answer)

# %% [markdown]
# **00-2** Which view shows whether a word is used everywhere or in one place? a frequency, b dispersion, c keyness

# %% [markdown] lang="zh"
# **00-2** 想知道一个词是处处都用，还是集中在一处，该看哪个视图？a 词频，b 分布，c 关键性

# %% tags=["solution"]
answer = "b"
gn.check_answer("00-2", answer)
