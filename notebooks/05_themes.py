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
# # 05 Themes: which policy themes per document, with the evidence
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: `05-themes` and the table `05-evidence`.
#
# **You will learn** to read a theme's share with its interval, and to check the words that it rests on.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"

# %%
import govnlp as gn

corpus = gn.read_corpus(SOURCE)
scores = gn.score_themes(corpus, gn.read_themes())
scores.head(10)

# %% [markdown]
# The share of a theme is the share of a document's characters in paragraphs of that theme; a paragraph may belong to several
# themes, so shares may add to more than one. Intervals are percentile bootstraps over paragraphs.

# %%
profile = gn.theme_profile(scores, by="doc_id")
ax = gn.plot_themes(profile, lang=LANG)
first = profile.sort_values(["share", "theme"], ascending=[False, True]).iloc[0]
gn.save_figure(
    ax.figure,
    f"{OUT}/05-themes",
    data=profile,
    alt=f"{first.theme} is strongest, with {first.share:.0%} of {first.doc_id}.",
)

# %% [markdown]
# Before a share goes into a report, read what it rests on.

# %%
gn.save_table(scores, f"{OUT}/05-evidence", title="Themes of each paragraph with the matched words")
