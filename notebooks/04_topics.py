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
# # 04 Topics: which topics, how many, how stable, and where?
#
# **Inputs** `SOURCE`, a folder with documents, or shared counts. **Outputs** in `OUT`: `04-choose-k`, `04-topics`, `04-topic-document`, `04-map`,
# `04-dendrogram`, each as SVG, PNG and CSV, and the table `04-passages`.
#
# **You will learn** why a topic must come back when some of the text is left out before it is reported, why its name is read
# together with its passages, and what a share of a document does and does not say.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

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

# %%
from govnlp.analysis.topics.hierarchy import cluster_hierarchy

tree = cluster_hierarchy(terms, by=stage.by)
stage.show(gn.plots.plot_dendrogram, tree)

# %% [markdown]
# ## How many topics?
#
# Every number of topics is tried on samples of 80 % of the paragraphs. Stability is how far the ten top terms of a topic come back
# from sample to sample; coherence, whether they stand in the same paragraphs; exclusivity, whether they are its own. Any text can
# be cut in any number of parts: agreement says how far two random halves of a paragraph have the same topic beyond chance, here and
# when the words of each document are shuffled over its paragraphs. Few topics are stable for no merit of theirs: a peak of stability
# counts. Recommended is the most coherent among the numbers that are beyond shuffled text (`beyond`, three standard deviations) and as
# stable as the highest peak, give or take one standard error. Where there is none, no number is. Names of places and persons, and words that one document owns, are left out (`names=True` keeps them).

# %%
choice = gn.choose_k(terms)
choice.round(2)

# %%
stage.show(gn.plots.plot_choose_k, choice)

# %% [markdown]
# ## What are they?
#
# Support is the share of samples in which the topic came back with at least half of its paragraphs. A topic that comes back in
# fewer than half of the samples is a way to cut the text, not a finding.

# %%
from govnlp.analysis.topics.clustering import recommended_k

k = recommended_k(choice)
model = gn.cluster_topics(terms, k)
model.topics.round(2)

# %% [markdown]
# A name is three words. Read the passages before using it: do they speak of one thing? A topic of which over 80 % come from one
# document or place is marked `local`, and its name
# ends with that document or place in brackets: it tells what that is about. A formula that every document repeats comes back in every sample.

# %%
passages = model.passages(stage.units, terms, n=3)
stage.table("passages", passages if k > 1 else passages[:0])

# %%
stage.show(gn.plot_topics, model.top_terms, model=model, passages=passages)

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

# %%
shares = model.shares(terms, by=stage.by)
shares = shares[shares[stage.by].isin(stage.sides)]
stage.show(gn.plots.plot_topic_document, shares, model=model, names=stage.names)

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

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **04-1** A topic came back in 20 of 60 resampled runs. Do you report it? a yes, b no

# %% tags=["solution"]
answer = "b"
gn.check_answer("04-1", answer)
