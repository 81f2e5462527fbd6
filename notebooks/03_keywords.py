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
RESTORE = False  # True: documents that a machine rewrote (notebook 01) are counted as restored, in all stages
LEXICON = None  # file of phrases of your own, one a line, that are counted whole (notebook 02)
STOPWORDS = "strong"  # light | medium | strong
TARGET = None  # doc_id of the document to set against the rest; None: the one with the clearest contrast

# %%
import pandas as pd

import govnlp as gn

gn.show_notes(lang=LANG)
corpus = gn.read_source(SOURCE)
if RESTORE:
    corpus, swaps = gn.restore_corpus(corpus)
segmenter = gn.Segmenter(lexicon=LEXICON) if LEXICON else None
terms = gn.count_terms(corpus, segmenter=segmenter, stopwords=STOPWORDS, fold_numbers=True)

# %%
names = gn.short_names(corpus.documents, LANG, getattr(corpus, "blocks", None))
colours = gn.colours_by_name(names)
source = gn.source_line(len(names), gn.label("unit_paragraph", LANG), f"{len(terms.units):,}", LANG)

# %% [markdown]
# ## TF-IDF with a background
#
# An idf estimated on five documents takes five values. The background idf comes from the table that jieba ships. Count and idf
# stand at each bar: a word may be high because it is frequent here, or because it is rare elsewhere.

# %%
keywords = gn.tfidf(terms, by="doc_id")
words = keywords[~keywords["term"].str.startswith("<")]
words.groupby("doc_id").head(3)

# %%
top = 8 if len(names) <= 12 else 6
for page, some in gn.pages(names, 15)[:4]:
    part = words[words["doc_id"].isin(some)]
    first = part.drop_duplicates("doc_id")
    text = [f"{names[doc_id]} {term}" for doc_id, term in zip(first["doc_id"], first["term"], strict=True)]
    axes = gn.plot_keywords(keywords, some, top=top, names=names, colours=colours, lang=LANG)
    alt = gn.label("alt_keywords", LANG, text=gn.listed(text, LANG, "semicolon"))
    gn.save_figure(axes[0].figure, f"{OUT}/03-tfidf{page}", data=part, alt=alt, source=source)

# %% [markdown]
# ## Keyness
#
# One document against the rest: shrunken log-ratio with interval (Monroe, Colaresi & Quinn 2008). Only words that the data
# support are drawn: the interval excludes zero, q is under 0.05, and more than one paragraph has the word. The longest documents
# are compared, and those with the clearest contrast shown. It takes two documents.

# %%
longest = terms.group("doc_id").units.nlargest(20, "n_tokens")["doc_id"]
longest = longest if len(names) > 1 else longest[:0]
contrasts = {doc_id: gn.keyness(terms, doc_id, min_count=3) for doc_id in longest}
clear = {doc_id: gn.supported(table).query("log_ratio > 0") for doc_id, table in contrasts.items()}
order = sorted(contrasts, key=lambda doc_id: -len(clear[doc_id]))
shown = {doc_id: contrasts[doc_id] for doc_id in names if doc_id in order[:9]}

# %%
if shown:
    text = [f"{names[doc_id]} {gn.listed(clear[doc_id]['term'].head(3), LANG)}" for doc_id in shown]
    axes = gn.plot_keyness_documents(shown, total=len(names), names=names, colours=colours, lang=LANG)
    tables = [table.assign(doc_id=doc_id) for doc_id, table in shown.items()]
    alt = gn.label("alt_keyness_documents", LANG, text=gn.listed(text, LANG, "semicolon"))
    gn.save_figure(
        axes[0].figure, f"{OUT}/03-keyness-documents", data=pd.concat(tables), alt=alt, source=source
    )

# %%
target = TARGET or next(iter(order), None)
contrast = gn.keyness(terms, target=target, min_count=5) if target else None
contrast.head(15) if target else None

# %%
if target:
    seen = gn.supported(contrast)
    more, less = (gn.listed(side["term"].head(5), LANG) for side in
                  (seen.query("log_ratio > 0"), seen.query("log_ratio < 0").iloc[::-1]))  # fmt: skip
    ax = gn.plot_keyness(contrast, title=gn.label("keyness_of", LANG, name=names[target]), lang=LANG)
    alt = gn.label("alt_keyness", LANG, name=names[target], more=more, less=less)
    gn.save_figure(ax.figure, f"{OUT}/03-keyness", data=contrast, alt=alt, source=source)

# %% [markdown]
# ## Who resembles whom?
#
# Correspondence analysis puts documents and words on one plane; the shares on the axes say how much of the differences the plane
# shows. It takes three documents.

# %%
common = terms.trim(min_count=5, min_units=3)
if len(names) > 2 and len(common.terms) > 2:
    plane = gn.correspondence(common)
    ends = plane[plane["kind"] == "document"].sort_values("dim1")["name"].map(names)
    alt = gn.label(
        "alt_correspondence",
        LANG,
        share=f"{sum(plane.attrs['inertia']):.0%}",
        left=ends.iloc[0],
        right=ends.iloc[-1],
    )
    ax = gn.plot_correspondence(plane, names=names, colours=colours, lang=LANG)
    gn.save_figure(ax.figure, f"{OUT}/03-correspondence", data=plane, alt=alt, source=source)

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
