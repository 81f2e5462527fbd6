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
# # 03 Keywords: what sets each document apart?
#
# **Inputs** `SOURCE`, a folder with documents, or shared counts. **Outputs** in `OUT`, each as SVG, PNG and CSV: `03-tfidf`, `03-keyness` for one
# document and for several, `03-correspondence`.
#
# **You will learn** why TF-IDF over five documents needs an idf from elsewhere, and why an effect with its interval says more than
# a p-value.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)
STOPWORDS = "strong"  # light | medium | strong
TARGET = None  # doc_id of the document to set against the rest; None: no figure of one document
REFERENCE = None  # what TARGET is set against: None, all other documents; "work_reports", the genre
OBVIOUS = False  # True: own places, persons, units of numbers and cut words too
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

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

# %%
keywords = gn.tfidf(terms, by=stage.by)
stage.show(gn.plot_keywords, keywords, stage.sides)

# %% [markdown]
# ## Keyness
#
# Each document, or group of documents, against the rest. Only words that the data support are drawn (`supported`): the interval excludes
# zero, and not in one paragraph alone. It takes two documents; a single report can be set against its genre, the counts of 156 official
# reports that the package ships: `TARGET` and `REFERENCE = "work_reports"`, here or in govnlp.toml.

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

# %%
common = terms.trim(min_count=5, min_units=3)
enough = len(stage.sides) > 2 and len(common.terms) > 2
stage.show(gn.plots.plot_correspondence, gn.correspondence(common, by=stage.by) if enough else keywords[:0])

# %% [markdown]
# **What was found, and what was not.** TF-IDF names what a document is about; keyness says which of it the counts support. A document
# without a supported word is no failure: it is short, or says what the others say. A word of a single document may be its
# reporter's favourite: read its lines in the concordance before it goes into a report.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **03-1** How many times does 旅游 stand in 2019-临溪区-工作报告, headings included?

# %% tags=["solution"]
lines = gn.concordance(gn.read_corpus(SOURCE), "旅游")
answer = lines["doc_id"].eq("2019-临溪区-工作报告").sum()
gn.check_answer("03-1", answer)

# %% [markdown]
# **03-2** A tiny p with a log ratio of 0.1. Which is right? a a large difference, b a long text, c a rare word

# %% tags=["solution"]
answer = "b"
gn.check_answer("03-2", answer)
