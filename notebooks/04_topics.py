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
RESTORE = False  # True: documents that a machine rewrote (notebook 01) are counted as restored, in all stages
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)

# %%
import govnlp as gn

gn.show_notes(lang=LANG)
corpus = gn.read_source(SOURCE)
if RESTORE:
    corpus, swaps = gn.restore_corpus(corpus)
has_text = hasattr(corpus, "blocks")
segmenter = gn.Segmenter(lexicon=LEXICON) if LEXICON else None
terms = gn.count_terms(corpus, segmenter=segmenter)
units = corpus.units("paragraph") if has_text else terms.units
names = gn.short_names(corpus.documents, LANG)
source = gn.source_line(len(names), gn.label("unit_paragraph", LANG), len(units), LANG)
terms

# %% [markdown]
# ## Who resembles whom?
#
# Before any topic: documents joined by the likeness of their words, nearest first. This needs no number of topics, and it is all
# that a handful of documents can show.

# %%
tree = gn.cluster_hierarchy(terms)
ax = gn.plot_dendrogram(tree, lang=LANG, names=names)
a, b = [names.get(doc, doc) for doc in tree.iloc[0, :2]] if len(tree) else [gn.label("none", LANG)] * 2
alt = gn.label("alt_dendrogram", LANG, a=a, b=b)
gn.save_figure(ax.figure, f"{OUT}/04-dendrogram", alt=alt, data=tree, source=source)

# %% [markdown]
# ## How many topics?
#
# Every number of topics is tried on samples of 80 % of the paragraphs. Stability is how far the ten top terms of a topic come back
# from sample to sample; coherence, whether they stand in the same paragraphs; exclusivity, whether they are its own. Recommended is
# the most coherent among the numbers that are as stable as the best, give or take one standard error. Where that is the first or the
# last number of the list, the line below says so: write a longer list.

# %%
choice = gn.choose_k(terms, [3, 4, 5, 6, 8, 10, 12])
k = int(choice.query("recommended")["k"].max()) if choice["recommended"].any() else 1
best = choice.set_index("k")["stability"].get(k)
alt = gn.label("no_k", LANG) if best is None else gn.label("alt_choose_k", LANG, k=k, stability=f"{best:.2f}")
if best is not None and k in (choice["k"].min(), choice["k"].max()):
    alt = f"{alt} {gn.label('edge_k', LANG)}"
print(alt)
choice.round(2)

# %%
ax = gn.plot_choose_k(choice, lang=LANG, recommended=k if k > 1 else None)
gn.save_figure(ax.figure, f"{OUT}/04-choose-k", alt=alt, data=choice, source=source)

# %% [markdown]
# ## What are they?
#
# Support is the share of samples in which the topic came back with at least half of its paragraphs. A topic that comes back in
# fewer than half of the samples is a way to cut the text, not a finding.

# %%
model = gn.cluster_topics(terms, k)
model.topics.round(2)

# %% [markdown]
# A name is three words. Read the passages before using it: do they speak of one thing? A topic of one document, or of a formula that
# every document repeats, comes back in every sample too.

# %%
passages = model.passages(units, terms, n=3)
gn.save_table(passages, f"{OUT}/04-passages", title=gn.label("table_passages", LANG))
passages[["topic", "name", "doc_id", "text" if has_text else "unit_id"]]

# %%
first = passages[passages["rank"].eq(1)].set_index("topic")["text"] if has_text else None
support = model.topics.set_index("topic")["support"]
axes = gn.plot_topics(model.top_terms, lang=LANG, names=model.names, support=support, passages=first)
best = model.topics.iloc[0]
alt = gn.label("alt_topics", LANG, n=len(model.topics), name=best["name"], share=f"{best.share:.0%}")
gn.save_figure(axes[0].figure, f"{OUT}/04-topics", alt=alt, data=model.top_terms, source=source)

# %% [markdown]
# ## Where are they?
#
# A share is the part of a document's words that belongs to the topic. Its interval says how much it would vary if the document had
# drawn its paragraphs again; where two intervals overlap widely, the difference is not to be reported.

# %%
shares = model.by_document.set_index("doc_id")
for ending, page in gn.pages(gn.tree_order(tree) or list(names), 20):
    part = shares.loc[page].reset_index()
    ax = gn.plot_topic_document(
        part, lang=LANG, names=names, topic_names=model.names, top=shares["share"].max()
    )
    top = part.sort_values("share", ascending=False, kind="stable").iloc[0]
    topic = model.names.get(top.topic, gn.label("no_topic", LANG))
    alt = gn.label("alt_topic_document", LANG, topic=topic, share=f"{top.share:.0%}", name=names[top.doc_id])
    gn.save_figure(ax.figure, f"{OUT}/04-topic-document{ending}", alt=alt, data=part, source=source)

# %%
points = gn.topic_map(model, terms)
ax = gn.plot_topic_map(points, lang=LANG, names=model.names)
alt = gn.label("alt_map", LANG, n=len(points), k=k)
gn.save_figure(ax.figure, f"{OUT}/04-map", alt=alt, data=points, source=source)

# %% [markdown]
# ## What may be said, and what not
#
# - May be said: which words and passages form a group that comes back, with its support, and which documents hold more of it.
# - May not: that the corpus *has* so many topics (another number gives another true picture), that a document without a topic is
#   silent on the matter (it may use other words), or that distances across the map mean anything.
# - Where the themes are known beforehand, `gn.guided_topics(terms, {"水务": ["河道", "污水"], ...})` looks for them by seed words and
#   shows what stays unassigned; stage 05 counts a whole lexicon.
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
