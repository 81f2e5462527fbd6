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
RESTORE = False  # True: documents that a machine rewrote (notebook 01) are counted as restored, in all stages
THEMES = "themes"  # or a .yaml file of your own, in the form of the shipped one

# %%
import govnlp as gn

gn.show_notes(lang=LANG)
corpus = gn.read_source(SOURCE)
if RESTORE:
    corpus, swaps = gn.restore_corpus(corpus)
documents, has_text = corpus.documents, hasattr(corpus, "blocks")
themes = gn.read_themes(THEMES)
scores = gn.score_themes(corpus, themes)
scores[["doc_id", "section", "theme", "score", "evidence"]].head(10)

# %% [markdown]
# ## Which themes per document?
#
# The share of a theme is the share of a document's characters in paragraphs of that theme; a paragraph may belong to several
# themes, so shares may add to more than one. Intervals come from how the paragraphs vary: they say how much the share
# hangs on which paragraphs stand in the text, not whether the words are the right ones. A document of fewer than eight
# paragraphs has no interval. Where none of n paragraphs has a theme, the share may still be up to about 4 / n.

# %%
profile = gn.theme_profile(scores)
names = gn.short_names(documents, LANG, getattr(corpus, "blocks", None))
labels, colours = gn.theme_labels(themes, LANG), gn.theme_colours(themes["theme"])
unit = gn.label("unit_paragraph", LANG)
source = gn.source_line(len(documents), unit, profile.attrs["n_blocks"], LANG)

# %% [markdown]
# Twenty documents to a page; more than sixty are too many to read one by one, and are shown by genre and year instead.

# %%
if profile["doc_id"].nunique() > 60:
    shown = gn.theme_profile(scores, ["genre", "year"], documents=documents)
else:
    shown = profile
for page, part in enumerate(gn.theme_pages(shown), start=1):
    ax = gn.plot_themes(part, lang=LANG, names=names, labels=labels, top=shown["share"].max())
    first = part.sort_values("share", ascending=False, kind="stable").iloc[0]
    of = names.get(first.iloc[0], first.iloc[0])
    alt = gn.label("alt_themes", LANG, theme=labels[first.theme], share=f"{first.share:.0%}", name=of)
    ending = f"-{page}" if page > 1 else ""
    gn.save_figure(ax.figure, f"{OUT}/05-themes{ending}", data=part, source=source, alt=alt)

# %% [markdown]
# ## One document: the longest
#
# The words on the bars are those that weigh most there. Two documents with the same share may have it from different words.

# %%
longest = scores.drop_duplicates("unit_id").groupby("doc_id", sort=False)["n_chars"].sum().idxmax()
one = scores[scores["doc_id"] == longest]
source_one = gn.source_line(1, unit, one["unit_id"].nunique(), LANG)
if has_text:
    units = corpus.units("paragraph")
    words = gn.theme_drivers(gn.theme_hits(units[units["doc_id"] == longest], themes), top=3)
else:
    words = gn.evidence_counts(one).rename(columns={"term": "entry"})
evidence = words.groupby("theme")["entry"].agg(list).to_dict()
words.head(9)

# %%
own = profile[profile["doc_id"] == longest].sort_values("share", ascending=False, kind="stable")
how = {"lang": LANG, "name": names[longest], "labels": labels, "colours": colours}
ax = gn.plot_theme_profile(own, evidence=evidence, **how)
text = [f"{labels[row.theme]} {row.share:.0%}" for row in own.head(3).itertuples()]
alt = gn.label("alt_theme_profile", LANG, name=names[longest], text=gn.listed(text, LANG))
gn.save_figure(ax.figure, f"{OUT}/05-theme-profile", data=own, source=source_one, alt=alt)

# %%
titles = {}
if has_text:
    titles = corpus.articles.query("doc_id == @longest").set_index("article")["title"].dropna().to_dict()
ax = gn.plot_theme_barcode(one, titles=titles, **how)
widest = (
    one[one["score"] > 0]["theme"]
    .value_counts(sort=False)
    .sort_values(ascending=False, kind="stable")
    .head(1)
)
text = [f"{labels[theme]} ({n})" for theme, n in widest.items()]
alt = gn.label("alt_theme_barcode", LANG, name=names[longest], text=gn.listed(text, LANG))
gn.save_figure(ax.figure, f"{OUT}/05-theme-barcode", data=one, source=source_one, alt=alt)

# %% [markdown]
# ## Districts and years
#
# A work report speaks of everything and an interview of what was asked: comparing them says little of districts. So only
# documents of the most common genre are compared.

# %%
known = documents[documents["genre"].notna()]
common = known["genre"].mode()
alike = known[known["genre"].isin(common[:1])] if len(known) else documents
by = [column for column in ("region", "year") if alike[column].nunique() > 1] or ["doc_id"]
groups = gn.theme_profile(scores[scores["doc_id"].isin(alike["doc_id"])], by, documents=alike)

# %%
axes = gn.plot_theme_compare(groups.sort_values(by, kind="stable"), lang=LANG, labels=labels, colours=colours)
mean = groups.groupby("theme", sort=False)["share"].agg(["min", "max"])
most = (mean["max"] - mean["min"]).idxmax()
low, high = (f"{share:.0%}" for share in mean.loc[most])
alt = gn.label("alt_theme_compare", LANG, n=len(alike), theme=labels[most], low=low, high=high)
source = gn.source_line(len(alike), unit, groups.attrs["n_blocks"], LANG)
gn.save_figure(axes[0].figure, f"{OUT}/05-theme-compare", data=groups, source=source, alt=alt)

# %% [markdown]
# ## Which themes go together?
#
# Phi is the correlation of two themes over paragraphs: near 0, they share paragraphs as often as chance would have it.

# %%
pairs = gn.theme_cooccurrence(scores)
gn.save_table(pairs, f"{OUT}/05-pairs", title=gn.label("table_pairs", LANG))
pairs.head(5)

# %% [markdown]
# ## Before a share goes into a report, read what it rests on
#
# A theme that rests on one entry is a finding on that word: take the entry out, and see what is left. Entries with a note are
# ambiguous; read them in their context before they count.

# %%
gn.save_table(scores, f"{OUT}/05-evidence", title=gn.label("table_evidence", LANG))
drivers = gn.leave_one_out(corpus, themes, top=2) if has_text else None
if has_text:
    gn.save_table(drivers, f"{OUT}/05-drivers", title=gn.label("table_drivers", LANG))
drivers

# %%
review = None
if has_text:
    hits = gn.theme_hits(corpus, themes).query("note != ''").groupby("entry", sort=False).head(3)
    context = hits["left"] + "【" + hits["term"] + "】" + hits["right"]
    review = hits.assign(context=context)[["doc_id", "block", "theme", "entry", "note", "context"]]
    gn.save_table(review, f"{OUT}/05-review", title=gn.label("table_review", LANG), lang=LANG)
review

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

# %%
tools = gn.read_themes("instruments")
by_side = gn.theme_profile(gn.score_themes(corpus, tools.assign(theme=tools["group"])), by="doc_id")
by_side.pivot_table(index="doc_id", columns="theme", values="share", sort=False).round(2).head(8)

# %%
commitments = gn.extract_commitments(corpus) if has_text else None
commitments

# %%
own = commitments[~commitments["negated"] & commitments["reported"].isna()] if has_text else None
own["degree"].value_counts().reset_index() if has_text else None

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
