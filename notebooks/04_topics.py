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
# # 04 Topics: which topics, how many, how stable, and where?
#
# **Inputs** `SOURCE`, a folder with documents, or shared counts. **Outputs** in `OUT`: `04-choose-k`, `04-topics`, `04-topic-document`,
# `04-prevalence`, `04-map`, `04-dendrogram`, each as SVG, PNG and CSV, and the table `04-passages`.
#
# **You will learn** why a topic must come back when some of the text is left out before it is reported, why its name is read
# together with its passages, and what a share of a document does and does not say.

# %% [markdown] lang="zh"
# # 04 主题：有哪些主题，分几个合适，稳不稳定，出现在哪里？
#
# **输入** `SOURCE`：存放文献的文件夹，或者别人共享的词频。**输出** `OUT` 中的 `04-choose-k`、`04-topics`、`04-topic-document`、`04-prevalence`、`04-map`
# 和 `04-dendrogram`，各存为 SVG、PNG 和 CSV；另有表 `04-passages`。
#
# **学完能做什么** 明白主题为什么要在去掉一部分文本之后还能再现才可以报告，主题的名称为什么要连同原文段落一起看，主题在一份文献中的占比
# 能说明什么、不能说明什么。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)
K = 0  # number of topics; 0: the one that is recommended, and no topics where none is
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
LEXICON = None  # 自备短语的文件，一行一个，统计时不切开（见笔记本02）
K = 0  # 主题数；0：用推荐的数目，没有推荐就不分主题
GROUP = None  # 文献多时按哪一列汇总，例如 "year"；None：自动选定
DOCUMENTS = None  # 单独作图的文献（doc_id）；None：文献少时全部作图，多时都不作

# %%
import govnlp as gn

stage = gn.Stage("04", SOURCE, OUT, LANG, restore=RESTORE, lexicon=LEXICON, group=GROUP, documents=DOCUMENTS)
terms = stage.count()
terms

# %% [markdown]
# ## Who resembles whom?
#
# Before any topic: documents joined by the likeness of their words, nearest first. This needs no number of topics, and it is all
# that a handful of documents can show.

# %% [markdown] lang="zh"
# ## 谁与谁相近？
#
# 谈主题之前，先看哪些文献用词相近：从最接近的开始，逐步合并。这一步不需要先定主题数；手头只有几份文献时，能看的也就是这个。

# %%
from govnlp.analysis.topics.hierarchy import cluster_hierarchy

leaves = "doc_id" if len(stage.documents) <= 40 else stage.by  # more have no room
tree = cluster_hierarchy(terms, by=leaves)
stage.show(gn.plots.plot_dendrogram, tree, colours=stage.group_colours)

# %% [markdown]
# ## How many topics?
#
# Every number of topics is tried on samples of 80 % of the paragraphs. Stability is how far the ten top terms of a topic come back
# from sample to sample; coherence, whether they stand in the same paragraphs; exclusivity, whether they are its own. Any text can
# be cut in any number of parts: agreement says how far two random halves of a paragraph have the same topic beyond chance, here and
# when the words of each document are shuffled over its paragraphs. Few topics are stable for no merit of theirs: a peak of stability
# counts. Recommended is the most coherent among the numbers that are beyond shuffled text (`beyond`, three standard deviations) and as
# stable as the highest peak, give or take one standard error. Where there is none, no number is recommended. Names of places and persons,
# and words that one document owns, are left out (`names=True` keeps them).

# %% [markdown] lang="zh"
# ## 分几个主题？
#
# 对每一个主题数，都多次抽取80%的段落来试。稳定性，看一个主题的前十个词在各次抽样之间能再现多少；一致性，看这些词是否出现在同样的
# 段落里；独占性，看这些词是否为该主题所独有。任何文本都可以切成任意多份，所以还要看吻合度：把段落随机分成两半，两半归入同一主题的程度
# 比偶然高出多少；再把每份文献的词在各段之间打乱，照样算一遍。主题少时稳定性本来就高，所以只看稳定性的峰值。推荐的主题数这样产生：先留下
# 明显好于打乱后文本的（`beyond`，三个标准差），再留下稳定性与最高的峰值相差不超过一个标准误的，最后取其中一致性最高的。如果一个也留不下，
# 就不作推荐。地名、人名和一份文献独有的词不参与计算（设 `names=True` 则保留）。

# %%
choice = gn.choose_k(terms)
choice.round(2)

# %%
stage.show(gn.plots.plot_choose_k, choice)

# %% [markdown]
# ## And where no number is recommended?
#
# So it is on the sample corpus: its topics agree more than shuffled text, but by less than three standard deviations. Its three
# districts each have a story of their own, and texts of one district resemble each other whatever they speak of. Cut it in eight
# all the same: which topics have a support of over one half, and how many of these are `local`, so that they tell a place or a
# document and no matter? To see a number of your own in all figures below, set `K = 8` in the parameters and run the notebook
# again; the figures say that the number is yours.

# %% [markdown] lang="zh"
# ## 如果一个数目也不推荐呢？
#
# 示例语料就是这样：吻合度比打乱后的文本高，但高出不到三个标准差。三个区县各有各的故事，同一个区县的文字，不论谈什么都彼此相近。
# 不妨硬分成八个看看：哪些主题的支持度过半？其中又有几个标为 `local`，反映的是一个地方或一份文献，而不是一件事？如果想让下面各图都按
# 自定的数目来画，请在参数里设 `K = 8`，再从头运行；图上会注明这个数目是自定的。

# %% tags=["explore"]
gn.cluster_topics(terms, 8).topics.round(2) if 8 in set(choice["k"]) else None

# %% [markdown]
# ## What are they?
#
# Support is the share of samples in which the topic came back with at least half of its paragraphs. A topic that comes back in
# fewer than half of the samples is a way to cut the text, not a finding.

# %% [markdown] lang="zh"
# ## 各是什么主题？
#
# 支持度，是在多大比例的抽样中，该主题再次出现，并且至少包含原来一半的段落。如果在不到一半的抽样中再现，它就只是切分文本的一种方式，
# 算不上发现。

# %%
from govnlp.analysis.topics.clustering import recommended_k

k = K or recommended_k(choice)
model = gn.cluster_topics(terms, k)
model.topics.round(2)

# %% [markdown]
# A name is three words. Read the passages before using it: do they speak of one thing? A topic of which over 80 % come from one
# document or place is marked `local`, and its name ends with that document or place in brackets: it tells what that is about. A
# formula that every document repeats comes back in every sample.

# %% [markdown] lang="zh"
# 主题的名称是三个词。使用之前先读段落：说的是同一件事吗？八成以上来自同一份文献或同一个地方的主题标为 `local`，名称末尾用括号注明
# 是哪份文献或哪个地方：它反映的是那里的事。
# 份份都有的套话，每次抽样都会再现。

# %%
passages = model.passages(stage.units, terms, n=3)
stage.table("passages", passages if k > 1 else passages[:0])

# %%
own_k = k != recommended_k(choice)
stage.show(gn.plot_topics, model.top_terms, model=model, passages=passages, own_k=own_k)

# %% [markdown]
# ## Are they meant? A game
#
# Five words of a topic and one of another: who finds the intruder? Type its number. Then the same with passages. A topic whose
# intruder nobody finds is one that a computer sees and people don't (Chang et al. 2009). For a class, `export_intrusion` writes the
# same questions, and a sheet on which topics are rated, as a spreadsheet; `score_intrusion` and `score_ratings` score what comes back.

# %% [markdown] lang="zh"
# ## 人也看得出来吗？一个游戏
#
# 五个词属于同一主题，另一个混自别的主题：谁能找出混入者？输入它的号码；然后换成段落再来一遍。如果谁都找不出混入者，这个主题就只有计算机
# 看得出来，人看不出来（Chang 等，2009）。全班做时，用 `export_intrusion` 把同样的题目和一张打分表写成表格；收回后用 `score_intrusion` 和
# `score_ratings` 计分。

# %% tags=["explore"]
from govnlp.exploring.game import play_intrusion

play_intrusion(model, stage.units, lang=LANG) if k > 1 else None

# %% [markdown]
# ## Where are they?
#
# A share is the part of a document's words that belongs to the topic. Its interval says how much it would vary if the document had
# drawn its paragraphs again; where two intervals overlap widely, the difference is not to be reported.

# %% [markdown] lang="zh"
# ## 出现在哪里？
#
# 占比，是一份文献的词有多少属于该主题。区间的意思是：假如这份文献的段落重新抽取一遍，占比会有多大变动。两个区间大部分重叠时，差别不宜
# 写进报告。

# %%
shares = model.shares(terms, by=stage.by)
stage.show(gn.plots.plot_topic_document, stage.in_order(shares), model=model, names=stage.names)

# %% [markdown]
# By year, among documents of the most common genre: another genre speaks of other things.

# %% [markdown] lang="zh"
# 再按年份看。只看份数最多的那种体裁：体裁不同，谈的事情也不同。

# %%
year = terms.units["doc_id"].map(stage.alike.set_index("doc_id")["year"])
stage.show(gn.plots.plot_prevalence, model.shares(terms, year), model=model, documents=stage.alike)

# %%
stage.show(gn.plot_topic_map, gn.topic_map(model, terms), model=model)

# %% [markdown]
# ## What may be said, and what not
#
# - May be said: which words and passages form a group that comes back, with its support, and which documents hold more of it.
# - May not: that the corpus *has* so many topics (another number gives another true picture), that a document without a topic is
#   silent on the matter (it may use other words), or that distances across the map mean anything.
# - Where the themes are known beforehand, `govnlp.analysis.topics.guided.guided_topics(terms, {"水务": ["河道", "污水"], ...})` looks
#   for them by seed words and shows what stays unassigned; stage 05 counts a whole lexicon.
# - Under 30 paragraphs nothing is recommended: whatever is grouped may be chance. Read the tree above, and the texts.

# %% [markdown] lang="zh"
# ## 能说什么，不能说什么
#
# - 能说：哪些词和段落聚成一组，一再出现，支持度是多少，哪些文献谈得更多。
# - 不能说：语料里*就有*这么多个主题（换一个数目，会得到另一种同样成立的划分）；没有某个主题的文献就没有谈这件事（也许用了别的词）；
#   图上的远近代表什么。
# - 事先知道要找哪些议题，可以用 `govnlp.analysis.topics.guided.guided_topics(terms, {"水务": ["河道", "污水"], ...})` 按种子词去找，
#   没有归入的部分也会列出；阶段05则用整部词表来统计。
# - 不足30段时不作推荐：聚在一起也许只是偶然。请看上面的树状图，并阅读原文。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按示例语料核对；答得不对，会给提示。

# %% [markdown]
# **04-1** A topic came back in 20 of 60 resampled runs. Do you report it? a yes, b no

# %% [markdown] lang="zh"
# **04-1** 某个主题在60次抽样中再现了20次，要不要报告？a 要，b 不要

# %% tags=["solution"]
answer = "b"
gn.check_answer("04-1", answer)
