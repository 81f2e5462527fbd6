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
# **Inputs** `SOURCE`, a folder with documents, or term counts of documents whose text is elsewhere. **Outputs** in `OUT`: `05-themes`
# (on several pages where there are many documents), `05-theme-profile`, `05-theme-barcode`, `05-theme-compare`, and the tables
# `05-evidence`, `05-drivers`, `05-review` and `05-pairs`.
#
# **You will learn** to read a theme's share with its interval; to check the words that a share rests on; to see which single word
# a finding hangs on; to check the lexicon against codes given by hand; and to say what a dictionary of themes cannot tell.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
THEMES = "themes"  # or "state_council", "cap", or a .yaml file of your own
GROUP = None  # column by which many documents are summed up, such as "year"; None: the best one
DOCUMENTS = None  # doc_id of documents that have figures of their own; None: all of a few, none of many

# %%
import govnlp as gn

stage = gn.Stage("05", SOURCE, OUT, LANG, restore=RESTORE, group=GROUP, documents=DOCUMENTS)
themes = gn.read_themes(THEMES)
scores = gn.score_themes(stage.corpus, themes)
scores[["doc_id", "section", "theme", "score", "evidence"]].head(10)

# %% [markdown]
# Themes belong to groups, which make fewer columns; one document is shown by theme.

# %%
broad = themes.assign(theme=themes["group"].fillna(themes["theme"]))
broad_scores = gn.score_themes(stage.corpus, broad)

# %% [markdown]
# ## Which themes per document?
#
# The share of a theme is the share of a document's characters in paragraphs of that theme; a paragraph may belong to several
# themes, so shares may add to more than one. Intervals come from how the paragraphs vary: they say how much the share
# hangs on which paragraphs stand in the text, not whether the words are the right ones. A document of fewer than eight
# paragraphs has no interval. Where none of n paragraphs has a theme, the share may still be up to about 4 / n.

# %%
shares = gn.theme_profile(broad_scores, stage.by, documents=stage.documents)
shares = shares[shares[stage.by].isin(stage.sides)]
stage.show(gn.plot_themes, shares, themes=broad)

# %% [markdown]
# Where documents are many, groups hide the ones that differ: here each is a dot, and those that stand out have their names.

# %%
if stage.by == "group":
    stage.show(gn.plots.plot_theme_spread, gn.theme_profile(broad_scores), themes=broad)

# %% [markdown]
# ## One document: the longest of those chosen, or of all where they are few
#
# Without a choice among many documents the profile is that of the whole.

# %%
one = stage.longest(scores)
stage.show(gn.plots.plot_theme_profile, gn.theme_profile(one, "side"), scores=one, themes=themes)

# %%
stage.show(gn.plot_theme_barcode, one, themes=themes)

# %% [markdown]
# ## Districts and years
#
# A work report speaks of everything and an interview of what was asked: comparing them says little of districts. So only
# documents of the most common genre are compared.

# %%
alike = stage.alike
some = broad_scores[broad_scores["doc_id"].isin(alike["doc_id"])]
groups = gn.theme_profile(some, "group", documents=alike)
stage.show(gn.plots.plot_theme_compare, groups, themes=broad, documents=alike)

# %% [markdown]
# ## Which themes go together?
#
# Phi is the correlation of two themes over paragraphs: near 0, they share paragraphs as often as chance would have it.

# %%
from govnlp.analysis.themes.profile import theme_cooccurrence

pairs = theme_cooccurrence(scores)
stage.table("pairs", pairs)

# %% [markdown]
# ## Before a share goes into a report, read what it rests on
#
# A theme that rests on one entry is a finding on that word: take the entry out, and see what is left. Entries with a note are
# ambiguous; read them in their context before they count.

# %%
stage.table("evidence", scores)
if stage.has_text:
    stage.table("drivers", gn.leave_one_out(stage.corpus, themes, top=2))

# %%
if stage.has_text:
    hits = gn.theme_hits(stage.corpus, themes).query("note != ''").groupby("entry", sort=False).head(3)
    hits["context"] = hits["left"] + "【" + hits["term"] + "】" + hits["right"]
    stage.table("review", hits[["doc_id", "block", "theme", "entry", "note", "context"]])

# %% [markdown]
# ## Does the lexicon agree with readers?
#
# Intervals say nothing of that. Have passages coded by two people who don't see the lexicon's answer, and compare:
#
# ```python
# gn.export_passages(corpus, "passages.xlsx", themes, n=60)
# codes = gn.read_codes("passages.xlsx", themes)          # after coding
# gn.theme_agreement(codes)                               # coders among each other
# gn.theme_agreement(pd.concat([codes, gn.lexicon_codes(scores)]))
# ```
#
# Krippendorff's alpha from .8 is taken as reliable, from .667 for tentative conclusions; where coders don't agree with each other, the
# lexicon can't be right or wrong.
#
# ## Instruments and commitment
#
# Two further lexicons of the same form: by which means (Rothwell & Zegveld 1985), and how firmly. A denied or reported commitment is
# none of the document's own.

# %% tags=["explore"]
tools = gn.read_themes("instruments")
by_side = gn.theme_profile(gn.score_themes(stage.corpus, tools.assign(theme=tools["group"])), by="doc_id")
by_side.pivot_table(index="doc_id", columns="theme", values="share", sort=False).round(2).head(8)

# %% tags=["explore"]
commitments = gn.extract_commitments(stage.corpus) if stage.has_text else None
commitments

# %% [markdown]
# ## What may be said, and what may not
#
# *May be said:* so much of this text stands in paragraphs that use the vocabulary of a theme, give or take the interval; these are the
# words; so much of the text is covered by no theme.
#
# *May not be said:* that a theme matters more to the author (space is not importance); that a theme is absent (the lexicon may lack
# the words); that two genres differ in policy (they differ as genres); that a difference within overlapping intervals is one.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **05-1** Why may shares of themes add to more than one? a rounding, b a paragraph may have several themes, c an error

# %% tags=["solution"]
answer = "b"
gn.check_answer("05-1", answer)
