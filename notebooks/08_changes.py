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
# # 08 Changes: two versions, many years, who cites whom, who must do what by when
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the page `08-side-by-side.html` with two versions side by side, the
# spreadsheet `08-ledger.xlsx`, the figures `08-versions`, `08-years`, `08-citations`, `08-deadlines` and `08-duties`, and their tables.
#
# **You will learn** to tell a moved paragraph from a new one, a target given up from one not mentioned, a trend from a
# comparison, and a duty that a text lays on somebody from one whose bearer was inferred.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
OLD = ""  # doc_id of two versions; the latest two reports of one place unless given
NEW = ""

# %% [markdown]
# ## What changed since the version before?
#
# Paragraphs are paired whatever their order: kept, reworded, moved, merged, split, new, dropped. Within a pair the words that
# changed are marked, and numbers that took the place of others are listed.

# %%
import govnlp as gn

stage = gn.Stage("08", SOURCE, OUT, LANG, restore=RESTORE)
pair = gn.version_pair(stage.corpus, OLD, NEW)
versions = gn.compare_versions(*pair)
stage.show(gn.plots.plot_versions, versions)

# %% [markdown]
# Targets of both years, paired by indicator, and what the later text reports of the earlier ones: met, missed, or nothing. A count
# far from its target is taken for one of several years, and is not judged.

# %%
targets = gn.compare_targets(*(gn.extract_indicators(part) for part in pair))
stage.table("targets", targets)

# %% [markdown]
# Phrases that are new or gone, and those that are back: the earlier version lacks them, a still earlier one of the same place has them.

# %%
from govnlp.analysis.versions.wording import compare_phrases, themes_gained

phrases = compare_phrases(*pair, stage.corpus)
phrases = phrases[phrases["change"].ne("kept")]
stage.table("phrases", phrases)

# %% [markdown]
# Themes with their share of the text in both, and the interval of the difference: only where it leaves out zero is a theme called
# gained or lost.

# %%
themes = themes_gained(*pair)
stage.table("themes", themes)

# %% [markdown]
# The twenty changes that a reader wants to hear of first: targets, then in turn what is new, what is gone, phrases and themes. The
# page `08-side-by-side.html` has all of it above the two columns.

# %%
from govnlp.figures.versions_page import write_versions

changes = gn.rank_changes(versions, targets, phrases, themes)
tables = {"changes": changes, "targets": targets, "phrases": phrases, "themes": themes}
write_versions(versions, f"{OUT}/08-side-by-side.html", stage.names, tables, LANG)
stage.table("changes", changes)

# %% [markdown]
# ## What rises, what falls?
#
# Rates by year, of documents of one genre. From eight years on terms are named at a false-discovery rate of .05: those that rise or
# fall, those whose level breaks (change points, drawn where shuffled years have none), and single years that stand out. Fewer years
# are compared, and no more is said of them: with seven, one odd year makes a trend.

# %%
from govnlp.analysis.versions.breaks import year_bursts

years = gn.term_years(stage.count(stopwords="strong", fold_numbers=True).trim(min_count=5), stage.documents)
trends = gn.year_trends(years)
stage.show(gn.plots.plot_years, years, trends=trends, changes=gn.change_points(years))

# %%
bursts = year_bursts(years)
stage.table("bursts", bursts[bursts["found"].astype(bool)])

# %% [markdown]
# ## What rests on what?
#
# Each citation with its relation (依据, 贯彻, 印发, 废止 ...), its rank from law to county, and the document of the corpus that it means.
# `govnlp.analysis.citations.network.write_graph(graph, "citations.gexf")` hands the network to Gephi.

# %%
citations = gn.extract_citations(stage.corpus)
graph = gn.citation_graph(citations, stage.documents)
stage.show(gn.plots.plot_citations, graph, data=citations)

# %% [markdown]
# Passages that were taken over from an earlier document: direction comes from dates alone.

# %%
stage.table("diffusion", gn.diffusion(stage.corpus))

# %% [markdown]
# ## Who must do what by when?
#
# The ledger that offices keep by hand: bearer, action, measure, deadline, how firmly, under which condition, and the sentence
# behind it. Where a sentence names nobody, the bearer is inferred from the heading or the addressees, and said to be so.

# %%
from govnlp.figures.ledger import write_ledger

duties = gn.extract_duties(stage.corpus)
write_ledger(duties, f"{OUT}/08-ledger.xlsx", LANG)
stage.show(gn.plots.plot_deadlines, duties)

# %%
stage.show(gn.plots.plot_duties, gn.duty_matrix(duties))

# %% [markdown]
# **What was found, and what was not.** A paragraph written anew on the same subject is new and dropped, not reworded. A
# citation without 《…》 or number is not seen. Duties that a text only implies are not found; an inferred bearer is a proposal.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on `data/sample_changes`; a hint comes where one is not right yet.

# %% [markdown]
# **08-1** The measure on water was amended. How many of its paragraphs were dropped?

# %% tags=["solution"]
amended = gn.read_corpus(f"{SOURCE}_changes")
found = gn.compare_versions(*gn.version_pair(amended, "2020-临溪区-取水办法", "2022-临溪区-取水办法"))
gn.check_answer("08-1", int(found["change"].eq("dropped").sum()))

# %% [markdown]
# **08-2** Which relation has 2022-临溪区-取水办法 to 2020-临溪区-取水办法?

# %% tags=["solution"]
cited = gn.extract_citations(amended).query("doc_id == '2022-临溪区-取水办法'")
answer = cited.loc[cited["target_doc"].eq("2020-临溪区-取水办法"), "relation"].iloc[0]
gn.check_answer("08-2", answer)

# %% [markdown]
# **08-3** By which day must 区水利局 have 东渠 cleared? Write 2022-01-31 for the last day of January 2022.

# %% tags=["solution"]
ledger = gn.extract_duties(amended)
row = ledger[ledger["bearer"].eq("区水利局") & ledger["action"].str.contains("东渠")].iloc[0]
gn.check_answer("08-3", f"{row['deadline']:%Y-%m-%d}")
