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
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: `03-tfidf` and `03-keyness`, each as SVG, PNG and CSV.
#
# **You will learn** why TF-IDF over five documents needs an idf from elsewhere, and why an effect with its interval says more than
# a p-value.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

corpus = gn.read_corpus(SOURCE)
terms = gn.count_terms(corpus.units("paragraph"), stopwords="medium", fold_numbers=True)

# %% [markdown]
# ## TF-IDF with a background
#
# An idf estimated on five documents takes five values. The background idf comes from the table that jieba ships.

# %%
keywords = gn.tfidf(terms, by="doc_id")
keywords.groupby("doc_id").head(5)

# %%
figure = gn.plot_keywords(keywords, lang=LANG)[0].figure
gn.save_figure(figure, f"{OUT}/03-tfidf", alt="The terms that set each document apart.", data=keywords)

# %% [markdown]
# ## Keyness
#
# The first document against the rest: shrunken log-ratio with interval (Monroe, Colaresi & Quinn 2008).

# %%
target = corpus.documents["doc_id"].iloc[0]
contrast = gn.keyness(terms, target=target, min_count=5)
contrast.head(15)

# %%
ax = gn.plot_keyness(contrast, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/03-keyness", alt=f"{target} against the other documents.", data=contrast)
