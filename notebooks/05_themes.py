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
# # 05 Themes: which policy themes per document, with the evidence
#
# **Inputs** `SOURCE`, a folder with documents, or term counts of documents whose text is elsewhere. **Outputs** in `OUT`: `05-themes`
# (by group where documents are many, and then `05-theme-spread`), `05-theme-profile`, `05-theme-barcode`, `05-theme-compare`, and the tables
# `05-evidence`, `05-drivers`, `05-review` and `05-pairs`.
#
# **You will learn** to read a theme's share with its interval; to check the words that a share rests on; to see which single word
# a finding hangs on; to check the lexicon against codes given by hand; and to say what a dictionary of themes cannot tell.

# %% [markdown] lang="zh"
# # 05 议题：每份文献涉及哪些政策议题，依据是什么？
#
# **输入** `SOURCE`：存放文献的文件夹；原文不在手边时，可以用词频。**输出** `OUT` 中的 `05-themes`（文献多时按组，另有 `05-theme-spread`）、`05-theme-profile`、
# `05-theme-barcode`、`05-theme-compare`，以及表 `05-evidence`、`05-drivers`、`05-review` 和 `05-pairs`。
#
# **学完能做什么** 连同区间一起读议题占比；核对占比依据的是哪些词；看出一项发现是不是全靠一个词撑着；用人工编码检验词表；说清议题词表
# 不能告诉我们什么。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
THEMES = "themes"  # or "state_council", "cap", or a .yaml file of your own
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
THEMES = "themes"  # 或 "state_council"（国务院主题分类）、"cap"（比较议程项目），或自备的 .yaml 文件
GROUP = None  # 文献多时按哪一列汇总，例如 "year"；None：自动选定
DOCUMENTS = None  # 单独作图的文献（doc_id）；None：文献少时全部作图，多时都不作

# %%
import govnlp as gn

stage = gn.Stage("05", SOURCE, OUT, LANG, restore=RESTORE, group=GROUP, documents=DOCUMENTS)
themes = gn.read_themes(THEMES)
scores = gn.score_themes(stage.corpus, themes)
scores[["doc_id", "section", "theme", "score", "evidence"]].head(10)

# %% [markdown]
# Themes belong to groups, which make fewer columns; one document is shown by theme. A group of several themes says so in its name:
# Welfare (group) holds health and education, Welfare does not. In all figures a theme has the colour of its group.

# %% [markdown] lang="zh"
# 议题归并为几个大类，列数就少了；只有一份文献时，按具体议题显示。含有几个议题的大类，名称以“类”结尾：“民生服务类”包括医疗、教育等，
# “民生服务”不包括。各图之中，议题与它所属的大类同色。

# %%
from govnlp.analysis.themes.lexicon import theme_groups

broad = theme_groups(themes)
broad_scores = gn.score_themes(stage.corpus, broad)

# %% [markdown]
# ## Which themes per document?
#
# The share of a theme is the share of a document's characters in paragraphs of that theme; a paragraph may belong to several
# themes, so shares may add to more than one. Intervals come from how the paragraphs vary: they say how much the share
# hangs on which paragraphs stand in the text, not whether the words are the right ones. A document of fewer than eight
# paragraphs has no interval. Where none of n paragraphs has a theme, the share may still be up to about 4 / n.

# %% [markdown] lang="zh"
# ## 每份文献涉及哪些议题？
#
# 议题占比，是属于该议题的段落字数占全文字数的比例；一个段落可以属于几个议题，所以各项相加可能超过一。区间根据段落之间的差异算出，
# 说明占比在多大程度上取决于文中恰好有哪些段落，并不说明词选得对不对。不足八段的文献不给区间。n 段之中没有一段涉及某个议题，它的占比
# 仍有可能高达 4 / n 左右。

# %%
shares = gn.theme_profile(broad_scores, stage.by, documents=stage.documents)
stage.show(gn.plot_themes, stage.in_order(shares), themes=broad)

# %% [markdown]
# Where documents are many, groups hide the ones that differ: here each is a dot, and those that stand out have their names.

# %% [markdown] lang="zh"
# 文献很多时，分组会掩盖与众不同的那几份：这里每份文献是一个点，特别突出的注明名称。

# %%
if stage.by == "group":
    stage.show(gn.plots.plot_theme_spread, gn.theme_profile(broad_scores), themes=broad)

# %% [markdown]
# ## One document: the longest of those chosen, or of all where they are few
#
# Without a choice among many documents the profile is that of the whole.

# %% [markdown] lang="zh"
# ## 单份文献：所选文献中最长的一份；文献不多时，是全部文献中最长的一份
#
# 文献很多而又没有指定时，画的是整个语料的情况。

# %%
one = stage.longest(scores)
stage.show(gn.plots.plot_theme_profile, gn.theme_profile(one, "side"), scores=one, themes=themes)

# %%
stage.show(gn.plot_theme_barcode, one, themes=themes)

# %% [markdown]
# ## Districts and years
#
# A work report speaks of everything and an interview of what was asked: comparing them says little of districts. So only
# documents of the most common genre are compared.

# %% [markdown] lang="zh"
# ## 各区县、各年份
#
# 工作报告面面俱到，访谈则是问什么答什么，拿来相比说明不了区县之间的差别，所以只比较份数最多的那种体裁。

# %%
alike = stage.alike
some = broad_scores[broad_scores["doc_id"].isin(alike["doc_id"])]
groups = gn.theme_profile(some, "group", documents=alike)
if stage.by == "doc_id" or len(alike) < len(stage.documents) or len(stage.sides) > 3:  # else as shown above
    stage.show(gn.plots.plot_theme_compare, groups, themes=broad, documents=alike)

# %% [markdown]
# ## Which themes go together?
#
# Phi is the correlation of two themes over paragraphs: near 0, they share paragraphs as often as chance would have it.

# %% [markdown] lang="zh"
# ## 哪些议题常在一起？
#
# φ 是两个议题在各段落上的相关系数：接近0，说明两者同段出现的次数与偶然相当。

# %%
from govnlp.analysis.themes.profile import theme_cooccurrence

pairs = theme_cooccurrence(scores)
stage.table("pairs", pairs)

# %% [markdown]
# ## Before a share goes into a report, read what it rests on
#
# A theme that rests on one entry is a finding on that word: take the entry out, and see what is left. Entries with a note are
# ambiguous; read them in their context before they count. The table `05-evidence` has every paragraph with its themes and groups
# of themes, their scores, and whether they count: filtered by document and theme, it gives the paragraphs behind a share.

# %% [markdown] lang="zh"
# ## 占比写进报告之前，先看它的依据
#
# 全靠一个词条撑着的议题，反映的只是那个词：去掉这个词条，看看还剩多少。带附注的词条有歧义，先看上下文，再决定算不算。
# 表 `05-evidence` 逐段列出各个议题（包括大类）的得分和命中的词，以及是否计入：按文献和议题筛选，就是一个占比所依据的段落。

# %%
import pandas as pd

from govnlp.analysis.themes.profile import THRESHOLD

both = pd.concat([scores, broad_scores]).drop_duplicates(["unit_id", "theme"])
stage.table("evidence", both.assign(counts=both["score"] >= THRESHOLD))

# %%
if stage.has_text:
    stage.table("drivers", gn.leave_one_out(stage.corpus, themes, top=2))

# %%
if stage.has_text:
    hits = gn.theme_hits(stage.corpus, themes, noted=True).groupby("entry", sort=False).head(3)
    hits["context"] = hits["left"] + "【" + hits["term"] + "】" + hits["right"]
    stage.table("review", hits[["doc_id", "block", "theme", "entry", "note", "context"]])

# %% [markdown]
# ## Does the lexicon agree with readers?
#
# Intervals say nothing of that. Have passages coded by two people who don't see the lexicon's answer, and compare:
#
# ```python
# gn.export_passages(corpus, "passages.xlsx", themes, n=60)
# codes = gn.read_codes("passages.xlsx", themes)          # after coding
# gn.theme_agreement(codes)                               # coders among each other
# gn.theme_agreement(pd.concat([codes, gn.lexicon_codes(scores)]))
# ```
#
# Krippendorff's alpha from .8 is taken as reliable, from .667 for tentative conclusions; where coders don't agree with each other, the
# lexicon can't be right or wrong.
#
# ## Instruments and commitment
#
# Two further lexicons of the same form: by which means (Rothwell & Zegveld 1985), and how firmly. A denied or reported commitment is
# none of the document's own.

# %% [markdown] lang="zh"
# ## 词表与读者的判断一致吗？
#
# 区间回答不了这个问题。请两个人在不看词表结果的情况下给段落编码，再作比较：
#
# ```python
# gn.export_passages(corpus, "passages.xlsx", themes, n=60)
# codes = gn.read_codes("passages.xlsx", themes)          # 编码之后
# gn.theme_agreement(codes)                               # 编码者之间
# gn.theme_agreement(pd.concat([codes, gn.lexicon_codes(scores)]))
# ```
#
# Krippendorff α 达到0.8可视为可靠，达到0.667可作初步结论；编码者之间尚且不一致，词表也就无所谓对错。
#
# ## 政策工具与承诺力度
#
# 还有两部同样格式的词表：一部看用什么手段（Rothwell & Zegveld 1985），一部看承诺到什么程度。被否定的或转述他人的承诺，不算
# 文献自己的承诺。

# %% tags=["explore"]
tools = gn.read_themes("instruments")
by_side = gn.theme_profile(gn.score_themes(stage.corpus, tools.assign(theme=tools["group"])), by="doc_id")
by_side.pivot_table(index="doc_id", columns="theme", values="share", sort=False).round(2).head(8)

# %% tags=["explore"]
commitments = gn.extract_commitments(stage.corpus) if stage.has_text else None
commitments

# %% [markdown]
# ## What may be said, and what may not
#
# *May be said:* so much of this text stands in paragraphs that use the vocabulary of a theme, give or take the interval; these are the
# words; so much of the text is covered by no theme.
#
# *May not be said:* that a theme matters more to the author (space is not importance); that a theme is absent (the lexicon may lack
# the words); that two genres differ in policy (they differ as genres); that a difference within overlapping intervals is one.

# %% [markdown] lang="zh"
# ## 能说什么，不能说什么
#
# *能说：* 全文有多大比例的文字，所在段落用到了某个议题的词汇，上下浮动多少；是哪些词；有多大比例的文字不属于任何议题。
#
# *不能说：* 作者更看重某个议题（篇幅不等于重视）；文中没有谈某个议题（也许词表缺词）；两种体裁的政策不同（不同的是体裁）；区间相互重叠，
# 两者却有差别。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **05-1** Why may shares of themes add to more than one? a rounding, b a paragraph may have several themes, c an error

# %% [markdown] lang="zh"
# **05-1** 各议题占比相加为什么会超过一？a 四舍五入，b 一个段落可以属于几个议题，c 算错了

# %% tags=["solution"]
answer = "b"
gn.check_answer("05-1", answer)
