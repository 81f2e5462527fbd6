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
# # 03 Keywords: what sets each document apart?
#
# **Inputs** `SOURCE`, a folder with documents, or shared counts. **Outputs** in `OUT`, each as SVG, PNG and CSV: `03-tfidf`, `03-keyness` for one
# document and for several, `03-correspondence`.
#
# **You will learn** why TF-IDF over five documents needs an idf from elsewhere, and why an effect with its interval says more than
# a p-value.

# %% [markdown] lang="zh"
# # 03 关键词：每份文献与众不同之处在哪里？
#
# **输入** `SOURCE`：存放文献的文件夹，或者别人共享的词频。**输出** `OUT` 中的图，各存为 SVG、PNG 和 CSV：`03-tfidf`，一份和多份文献的
# `03-keyness`，以及 `03-correspondence`。
#
# **学完能做什么** 明白只有五份文献时，TF-IDF 为什么要借用外部的 idf；差异的大小连同区间，为什么比 p 值更说明问题。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)
STOPWORDS = "strong"  # light | medium | strong
TARGET = None  # doc_id of the document to set against the rest; None: no figure of one document
REFERENCE = None  # what TARGET is set against: None, all other documents; "work_reports", the genre
OBVIOUS = False  # True: own places, persons, units of numbers and cut words too
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
LEXICON = None  # 自备短语的文件，一行一个，统计时不切开（见笔记本02）
STOPWORDS = "strong"  # 停用词表：light（少）| medium（中）| strong（多）
TARGET = None  # 与其余文献相比的那一份（doc_id）；None：不作单份比较图
REFERENCE = None  # TARGET 与什么相比：None，其余全部文献；"work_reports"，同类报告
OBVIOUS = False  # True：本地地名、人名、数量单位和切碎的词也计入
GROUP = None  # 文献多时按哪一列汇总，例如 "year"；None：自动选定
DOCUMENTS = None  # 单独作图的文献（doc_id）；None：文献少时全部作图，多时都不作

# %%
import govnlp as gn

stage = gn.Stage("03", SOURCE, OUT, LANG, restore=RESTORE, lexicon=LEXICON, group=GROUP, documents=DOCUMENTS)
terms = stage.count(stopwords=STOPWORDS, fold_numbers=True, obvious=OBVIOUS)
terms

# %% [markdown]
# ## TF-IDF with a background
#
# An idf estimated on five documents takes five values. The background idf comes from the table that jieba ships. Count and idf
# stand at each bar: a word may be high because it is frequent here, or because it is rare elsewhere.

# %% [markdown] lang="zh"
# ## 借用背景词频计算 TF-IDF
#
# 只拿五份文献来估计，idf 只能有五种取值。这里的背景 idf 取自 jieba 自带的词频表。每个条形都标出次数和 idf：一个词排在前面，可能是因为
# 这里用得多，也可能是因为别处少见。

# %%
keywords = stage.in_order(gn.tfidf(terms, by=stage.by))
stage.show(gn.plot_keywords, keywords, stage.sides)

# %% [markdown]
# ## Keyness
#
# Each document, or group of documents, against the rest. Only words that the data support are drawn (`supported`): the interval excludes
# zero, and not in one paragraph alone. It takes two documents; a single report can be set against its genre, the counts of 156 official
# reports that the package ships: `TARGET` and `REFERENCE = "work_reports"`, here or in govnlp.toml.

# %% [markdown] lang="zh"
# ## 关键性
#
# 拿每一份（或每一组）文献与其余文献相比。图上只画数据足以支持的词（`supported`）：区间不包含零，而且不只出现在一个段落里。至少要有
# 两份文献；只有一份报告时，可以与同类报告相比：软件自带156份政府工作报告的词频，在这里或 govnlp.toml 里设 `TARGET` 和
# `REFERENCE = "work_reports"` 即可。

# %%
sides = [side for side in stage.sides if side in set(terms.values(stage.by))]
sides = sides if len(sides) > 1 else []
contrasts = {side: gn.keyness(terms, terms.values(stage.by) == side, min_count=3) for side in sides}
stage.show(gn.plots.plot_keyness_documents, contrasts)

# %%
from govnlp.figures.style import label

if TARGET:
    contrast = gn.keyness(terms, target=TARGET, reference=REFERENCE, min_count=5)
    stage.show(gn.plot_keyness, contrast, title=label("keyness_of", LANG, name=stage.names[TARGET]))

# %% [markdown]
# ## Who resembles whom?
#
# Correspondence analysis puts documents and words on one plane; the shares on the axes say how much of the differences the plane
# shows. It takes three documents.

# %% [markdown] lang="zh"
# ## 谁与谁相近？
#
# 对应分析把文献和词放在同一个平面上，坐标轴上的百分比说明这个平面反映了全部差异的多少。至少要有三份文献。

# %%
common = terms.trim(min_count=5, min_units=3)
enough = len(stage.sides) > 2 and len(common.terms) > 2
stage.show(gn.plots.plot_correspondence, gn.correspondence(common, by=stage.by) if enough else keywords[:0])

# %% [markdown]
# **What was found, and what was not.** TF-IDF names what a document is about; keyness says which of it the counts support. A document
# without a supported word is no failure: it is short, or says what the others say. A word of a single document may be its
# reporter's favourite: read its lines in the concordance before it goes into a report.

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** TF-IDF 说明一份文献在谈什么，关键性说明其中哪些有数据支持。一份文献没有得到支持的词，并不是失败：也许它
# 篇幅短，也许它说的和别的文献一样。只见于一份文献的词，可能只是记者个人的习惯，写进报告之前先到索引行里读一读。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **03-1** How many times does 旅游 stand in 2019-临溪区-工作报告, headings included?

# %% [markdown] lang="zh"
# **03-1** “旅游”在2019-临溪区-工作报告中出现多少次（标题也算）？

# %% tags=["solution"]
lines = gn.concordance(gn.read_corpus(SOURCE), "旅游")
answer = lines["doc_id"].eq("2019-临溪区-工作报告").sum()
gn.check_answer("03-1", answer)

# %% [markdown]
# **03-2** A tiny p with a log ratio of 0.1. Which is right? a a large difference, b a long text, c a rare word

# %% [markdown] lang="zh"
# **03-2** p 值极小，对数比却只有0.1。哪种说法对？a 差异很大，b 文本很长，c 词很少见

# %% tags=["solution"]
answer = "b"
gn.check_answer("03-2", answer)
