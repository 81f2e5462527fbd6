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
# # 01 Documents: what do we have, what was set aside, and can we trust it?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the figures `01-inventory` and `01-structure`, and
# `01-blocks.csv`, how many characters of each document became what; `01-spun.csv` where a document was rewritten by a machine.
#
# **You will learn** to look at what was set aside before counting anything.

# %% [markdown] lang="zh"
# # 01 文献：手头有什么，哪些没有计入，读得对不对？
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的图 `01-inventory` 和 `01-structure`，以及表 `01-blocks.csv`（每份文献各有多少字
# 归入哪一类）；有文献疑为机器改写时，另有 `01-spun.csv`。
#
# **学完能做什么** 先看清哪些内容没有计入，再动手统计。

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

stage = gn.Stage("01", SOURCE, OUT, LANG)
corpus = stage.corpus
corpus.documents[["doc_id", "title", "outlet", "published", "year", "genre"]]

# %% [markdown]
# Files that could not be read, or not well, stand here with the reason; an empty table is good news.

# %% [markdown] lang="zh"
# 没能读入或没能读好的文件列在这里，并注明原因。表是空的，就说明全部读进来了。

# %%
stage.table("problems", corpus.problems)

# %% [markdown]
# ## What do we have?
#
# In every figure a document has the same short name, place, year and genre, and with up to eight documents a colour of its own.
# A date is one that the text states; “c. 2019” is inferred from the text, and an undated document says so.

# %% [markdown] lang="zh"
# ## 手头有哪些文献？
#
# 同一份文献在所有图里都用同一个简称（地区、年份、体裁）；不超过八份时，颜色也前后一致。日期以原文写明的为准；“约2019年”是根据
# 文中内容推断的，没有日期的文献也会注明。

# %%
table = gn.inventory(corpus)
groups = table["doc_id"].map(stage.documents.set_index("doc_id")["group"])
named = table.assign(short_name=table["doc_id"].map(stage.names), group=groups)
stage.show(gn.plots.plot_inventory, table, data=named)

# %% [markdown]
# What a text does not say stays empty, and its document is left out wherever that is compared. Write it into a metadata.csv beside the
# documents (`govnlp parse FOLDER --metadata FOLDER/metadata.csv` makes one to be filled in).

# %% [markdown] lang="zh"
# 文中没有写明的就空着，凡是按这一项比较时，该文献不参加。可以补在 metadata.csv 里，与文献放在一起（用
# `govnlp parse FOLDER --metadata FOLDER/metadata.csv` 生成此表，再填写；FOLDER 是文件夹的路径）。

# %%
facts = corpus.documents[["doc_id", "title", "year", "place", "genre"]]
stage.table("incomplete", facts[facts.isna().any(axis=1)])

# %% [markdown]
# ## What was set aside?
#
# Every line that is not blank lies in exactly one block. How many characters of each document became what?

# %% [markdown] lang="zh"
# ## 哪些内容没有计入？
#
# 原文每一个非空行都恰好归入一个文本块。每份文献各有多少字归入哪一类？

# %%
blocks = corpus.blocks.assign(characters=corpus.blocks["text"].str.len())
kinds = blocks.pivot_table(index="doc_id", columns="kind", values="characters", aggfunc="sum", fill_value=0)
kinds = kinds[kinds.sum().sort_values(ascending=False, kind="stable").index].reset_index()  # content first
stage.table("blocks", kinds)

# %%
stage.show(gn.plots.plot_structure, blocks, data=kinds)

# %% [markdown]
# Read the first lines that were set aside in each document: nothing here may be content.

# %% [markdown] lang="zh"
# 逐份看看最先被排除的几处：其中不应该有正文。

# %% tags=["explore"]
aside = blocks[~blocks["kind"].isin(["paragraph", "question", "answer"])]
aside.groupby("doc_id").head(5)[["doc_id", "lines", "kind", "text"]]

# %% [markdown]
# ## Which texts should not be counted as they stand?
#
# Some web pages are copies in which a machine put near-synonyms for the words, so that search engines do not see the copy.
# `spun_score` runs from 0 to 1; from 0.5 a document looks rewritten. Below stand the swaps beside a number, and those that turn a
# statement into its opposite (`polarity`): read them against the source. All stages count what was meant, and each figure's source line
# says how many documents were restored; `RESTORE = False` in a notebook, or `restore = false` in the folder's `govnlp.toml`, counts them as printed.

# %% [markdown] lang="zh"
# ## 哪些文本不宜照原样统计？
#
# 有些网页是洗稿：机器把词语换成近义词，好让搜索引擎认不出是抄来的。`spun_score` 取值从0到1，达到0.5就很像是改写过的。下表列出
# 紧挨数字的改动，以及把意思改反了的改动（`polarity`），请对照原文来读。各阶段都按还原后的文字统计，每张图下方的来源行注明还原了几份；
# 如果要按原样统计，在笔记本里设 `RESTORE = False`，或在文献所在文件夹的 `govnlp.toml` 里写 `restore = false`。

# %% tags=["explore"]
score = corpus.documents["spun_score"].astype(float)
corpus.documents[score >= 0.5][["doc_id", "title", "spun_score"]]

# %%
swaps = stage.swaps
swaps = swaps[swaps["touches_number"] | swaps["polarity"]]
stage.table("spun", swaps)

# %% [markdown]
# **What was found, and what was not.** The strips show where parsing may have erred: a long grey stretch is text that was set
# aside, a long blue stretch without orange may hide headlines. A share set aside of a fifth or more deserves a look at the table
# above. More than 120 documents do not fit on the figures; the tables hold them all.

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** 从条带图可以看出解析可能错在哪里：一长段灰色，说明有大段文字没有计入；一长段蓝色中间没有橙色，说明可能
# 漏认了标题。未计入的部分占到五分之一以上，就应该查一查上面的表。文献超过120份，图上画不下，表里是全的。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **01-1** How many documents of 青槐区 does the sample hold?

# %% [markdown] lang="zh"
# **01-1** 示例语料中有多少份青槐区的文献？

# %% tags=["solution"]
answer = corpus.documents["doc_id"].str.contains("青槐区").sum()
gn.check_answer("01-1", answer)

# %% [markdown]
# **01-2** Where does the year of 2020-临溪区-书记访谈 come from? Give its `year_evidence`.

# %% [markdown] lang="zh"
# **01-2** 2020-临溪区-书记访谈的年份从何而来？请填写它的 `year_evidence`。

# %% tags=["solution"]
found = corpus.documents.query("doc_id == '2020-临溪区-书记访谈'")
answer = next(iter(found["year_evidence"]), None)
gn.check_answer("01-2", answer)
