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
# # 02 Words: which words, how often, how evenly?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`, each as SVG, PNG and CSV: `02-frequency` for all documents
# and per document (of many: `02-frequency-spread`), `02-zipf`, `02-dispersion`, `02-barcode-term`, `02-network`, `02-cloud`.
#
# **You will learn** why a count needs a rate, why a rate needs a dispersion, and why a phrase is searched in the text and not
# among the tokens.

# %% [markdown] lang="zh"
# # 02 词语：用了哪些词，用得多不多，分布匀不匀？
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的图，各存为 SVG、PNG 和 CSV：全部文献和各份文献的 `02-frequency`，以及
# 文献多时的 `02-frequency-spread`，`02-zipf`、`02-dispersion`、`02-barcode-term`、`02-network`、`02-cloud`。
#
# **学完能做什么** 明白次数为什么要换算成频率，看了频率为什么还要看分布，查短语为什么要到原文里查，而不在分好的词里查。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole; see the new terms below
STOPWORDS = "strong"  # light | medium | strong
TERM = None  # a phrase to follow through the documents; None: the word that stands in most articles
OBVIOUS = False  # True: own places, persons, units of numbers and cut words too
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
LEXICON = None  # 自备短语的文件，一行一个，统计时不切开；见下文“词表里还缺哪些短语”
STOPWORDS = "strong"  # 停用词表：light（少）| medium（中）| strong（多）
TERM = None  # 要逐份查看的词；None：出现篇数最多的词
OBVIOUS = False  # True：本地地名、人名、数量单位和切碎的词也计入
GROUP = None  # 文献多时按哪一列汇总，例如 "year"；None：自动选定
DOCUMENTS = None  # 单独作图的文献（doc_id）；None：文献少时全部作图，多时都不作

# %%
import govnlp as gn

stage = gn.Stage("02", SOURCE, OUT, LANG, restore=RESTORE, lexicon=LEXICON, group=GROUP, documents=DOCUMENTS)
terms = stage.count(stopwords=STOPWORDS, fold_numbers=True, obvious=OBVIOUS)
terms

# %% [markdown]
# ## Which words?
#
# A rate per 10,000 tokens makes documents of different length comparable. Stop words stand in the denominator: the rate
# is of all that was said. The strong list of stop words also removes what every work report says (推进, 工作, 发展); change
# `STOPWORDS` to see them. Articles are the units, so that a word that one article alone brings is known as such.

# %% [markdown] lang="zh"
# ## 用了哪些词？
#
# 换算成每万词的频率，长短不一的文献才能相比。停用词也算在分母里：频率是相对于全部文字而言的。“strong”停用词表把工作报告里人人都说的词
# （推进、工作、发展）也去掉了，想看这些词可以改 `STOPWORDS`。这里以篇为单位，只有一篇文章才用的词，因此看得出来。

# %%
articles = terms.units["doc_id"] + "/" + terms.units["article"].astype(str)
table = gn.frequency(terms.group(articles))
stage.show(gn.plot_frequency, table)

# %% [markdown]
# The same for each document, on one scale. Of more than fifteen each is a dot, and those that use a word far more than others are named.

# %% [markdown] lang="zh"
# 每份文献各画一幅，坐标相同。超过十五份时，每份是一个点，某个词用得远多于其他文献的注明名称。

# %%
each = gn.frequency(terms, by="doc_id")
each["n_articles"] = each["term"].map(table.set_index("term")["n_units"])
if stage.by == "group":
    stage.show(gn.plots.plot_word_spread, each, data=each[each["term"].isin(table["term"].head(50))])
else:
    stage.show(gn.plots.plot_frequencies, each, stage.sides)

# %% [markdown]
# ## How concentrated is the vocabulary?
#
# In running text the frequency of a word is about inversely proportional to its rank (Zipf), so that few words make up half of it. Stop
# words belong to it. A shoulder or a gap at the top points to something that is not running text: tables, lists, a formula repeated in
# every document.

# %% [markdown] lang="zh"
# ## 用词有多集中？
#
# 在通常的行文中，词的频率大致与名次成反比（齐普夫定律），少数几个词就占去一半，停用词也在其中。曲线前端如果凸起或断开，说明里面有些
# 内容不是行文，例如表格、名单，或者份份都有的套话。

# %%
words = gn.frequency(stage.count(fold_numbers=True))
stage.show(gn.plots.plot_zipf, gn.zipf(words) if len(words) > 2 else words[:0])

# %% [markdown]
# ## How evenly?
#
# DP (Gries 2008) is 0 for a word that every document uses in proportion to its length, and near 1 for one that a single
# document repeats. A frequent word with a high DP says something of that document, not of the corpus.

# %% [markdown] lang="zh"
# ## 分布匀不匀？
#
# DP（Gries 2008）为0，说明各份文献用这个词的多少与篇幅相称；接近1，说明只有一份文献反复在用。频率高、DP 也高的词，反映的是
# 那一份文献，而不是整个语料。

# %%
spread = gn.dispersion(terms, by="doc_id")
stage.show(gn.plot_dispersion, spread)

# %% [markdown]
# ## Where does it stand?
#
# The concordance searches the text itself: every occurrence is found, however the segmenter cut it.

# %% [markdown] lang="zh"
# ## 出现在哪里？
#
# 索引行直接在原文里查找，不管怎样分词，每一处都能找到。

# %%
term = TERM or stage.common_term(table)
gn.concordance(stage.corpus, term).head(10)

# %% [markdown]
# Wildcards and word patterns (`乡村*`, `乡村[n]`, `加强 ... 建设`) find families of phrases; `sort="right1"` orders by the first word to the right,
# `sample=20` draws lines by a seed. `keep_notes(lines, "lines.csv")` writes them with a column for your notes, which stay with their lines
# when the search is done anew.

# %% [markdown] lang="zh"
# 通配符和词的模式（`乡村*`、`乡村[n]`、`加强 ... 建设`）找出一族提法；`sort="right1"` 按右边第一个词排序，`sample=20` 按种子随机抽行。
# `keep_notes(lines, "lines.csv")` 把各行写进文件，并留一栏供您写阅读笔记；重新检索时，笔记仍跟着原来的行。

# %%
from govnlp.words.concordance import group_lines

lines = gn.concordance(stage.corpus, f"{term}*", sort="right1")
group_lines(lines).head(10)

# %%
from govnlp.words.positions import positions

stage.show(gn.plots.plot_term_barcode, positions(stage.corpus, term), term)

# %% [markdown]
# ## Which words keep company?
#
# Words that share paragraphs, by log-Dice (Rychlý 2008), which does not grow with the corpus. The places on the page mean nothing.

# %% [markdown] lang="zh"
# ## 哪些词常在一起？
#
# 按 log-Dice（Rychlý 2008）衡量哪些词常在同一段里出现，这个值不会随语料变大而变大。词在图上的位置没有含义。

# %%
stage.show(gn.plots.plot_network, gn.cooccurrence(terms, top=80))

# %% [markdown]
# ## A first glance
#
# In a cloud size follows the rate and place means nothing; a colour says who uses the word twice as often as any other. Never the finding.

# %% [markdown] lang="zh"
# ## 先看一眼
#
# 词云里字越大，频率越高；颜色表示谁用得最多，而且达到其他各方的两倍；位置没有含义。词云不能拿来当结论。

# %%
sides = stage.in_order(gn.frequency(terms, by=stage.by))
stage.show(gn.plot_wordcloud, gn.frequency(terms), sides=sides)

# %% [markdown]
# ## Which phrases does the lexicon lack?
#
# A phrase that is cut into parts is counted as its parts. These candidates hold together and have many neighbours, or stand
# in quotation marks. Read the examples, strike out what is no phrase in `02-new-terms.csv`, save the rest beside the
# documents as, say, `phrases.csv`, and name the file in `LEXICON` or in `govnlp.toml` (`lexicon = "phrases.csv"`): from then on
# the stages count these phrases whole.

# %% [markdown] lang="zh"
# ## 词表里还缺哪些短语？
#
# 被切开的短语，是按切开的几部分统计的。下面列出的候选，有的内部结合紧密、前后搭配多样，有的出现在引号里。对照例句，在
# `02-new-terms.csv` 里删去不成短语的，其余的存到文献所在的文件夹，比如叫作 `phrases.csv`，再把文件名写进 `LEXICON`，或者写进
# `govnlp.toml`（`lexicon = "phrases.csv"`）；此后各阶段都把这些短语当作整体来统计。

# %%
candidates = gn.new_terms(stage.units, segmenter=gn.Segmenter(lexicon=stage.lexicon or True), top=100)
stage.table("new-terms", candidates)

# %% [markdown]
# ## Would another segmenter say the same?
#
# Kendall's tau between the ranks of the headline terms under different engines and lexicons: near 1, the choice does not matter.

# %% [markdown] lang="zh"
# ## 换一种分词，结论变不变？
#
# 换用不同的分词引擎和词表，比较高频词名次之间的 Kendall τ：接近1，说明选哪一种关系不大。

# %% tags=["explore"]
from govnlp.words.sensitivity import rank_agreement, rank_terms

ways = {"rjieba": {}, "jieba": {"engine": "jieba"}, "bare": {"lexicon": False}}
ranks = rank_terms(stage.units.head(200), {name: gn.Segmenter(**way) for name, way in ways.items()})
rank_agreement(ranks)

# %% [markdown]
# **What was found, and what was not.** The head of a frequency list is what the genre says anyway; the words worth a sentence in a
# report are those that are frequent and even, or frequent and in a burst, and the dispersion figure names both. What sets one
# document apart is the question of the next stage.

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** 排在词频表最前面的，是这类文件本来就都会说的词；值得写进报告的，是频率高而且分布均匀的词，或者频率高而且
# 集中在一处的词，这两种在分布图上都标了出来。每份文献有什么与众不同之处，是下一个阶段的问题。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **02-1** In how many documents does 营商环境 stand?

# %% [markdown] lang="zh"
# **02-1** “营商环境”出现在多少份文献里？

# %% tags=["solution"]
answer = gn.concordance(stage.corpus, "营商环境")["doc_id"].nunique()
gn.check_answer("02-1", answer)

# %% [markdown]
# **02-2** A word has n = 40 and DP = 0.99. What do you write? a the corpus is about it, b one passage is about it, c nothing

# %% [markdown] lang="zh"
# **02-2** 某词 n = 40，DP = 0.99，报告里怎么写？a 整个语料都在谈它，b 有一处集中谈它，c 什么也不写

# %% tags=["solution"]
answer = "b"
gn.check_answer("02-2", answer)
