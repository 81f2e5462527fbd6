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
# # 08 Changes: two versions, many years, who cites whom, who must do what by when
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`: the page `08-side-by-side.html` with two versions side by side, the
# spreadsheet `08-ledger.xlsx`, the figures `08-versions`, `08-years`, `08-citations`, `08-diffusion`, `08-deadlines` and `08-duties`, and their tables.
#
# **You will learn** to tell a moved paragraph from a new one, a target given up from one not mentioned, a trend from a
# comparison, and a duty that a text lays on somebody from one whose bearer was inferred.

# %% [markdown] lang="zh"
# # 08 变化：两个版本，历年用词，谁引用谁，谁在何时之前必须做什么
#
# **输入** `SOURCE`：存放文献的文件夹。**输出** `OUT` 中的网页 `08-side-by-side.html`（两个版本逐段对照）、任务台账 `08-ledger.xlsx`，图
# `08-versions`、`08-years`、`08-citations`、`08-diffusion`、`08-deadlines` 和 `08-duties`，以及相应的表。
#
# **学完能做什么** 分清一段文字是挪了位置还是新写的，一项目标是放弃了还是没有提到，看到的是趋势还是两年的对比，责任主体是文中写明的还是
# 推断出来的。

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "en"
RESTORE = True  # documents that a machine rewrote (notebook 01) are counted as restored; False: as printed
OLD = ""  # doc_id of two versions; the latest two reports of one place unless given
NEW = ""

# %% lang="zh" tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = True  # 疑为机器改写的文献（见笔记本01）按还原后的文字统计；False：按原样统计
OLD = ""  # 两个版本的 doc_id；不填则取同一地区最近的两份报告
NEW = ""

# %% [markdown]
# ## What changed since the version before?
#
# Paragraphs are paired whatever their order: kept, reworded, moved, merged, split, new, dropped. Within a pair the words that
# changed are marked, and numbers that took the place of others are listed.

# %% [markdown] lang="zh"
# ## 与上一版相比，改了什么？
#
# 不论先后次序，两个版本的段落都对应起来：保留、改写、移动、合并、拆分、新增、删除。对应的两段之间标出改动的词，数字换了的另行列出。

# %%
import govnlp as gn

stage = gn.Stage("08", SOURCE, OUT, LANG, restore=RESTORE)
pair = gn.version_pair(stage.corpus, OLD, NEW)
versions = gn.compare_versions(*pair)
stage.show(gn.plots.plot_versions, versions)

# %% [markdown]
# Targets of both years, paired by indicator, and what the later text reports of the earlier ones: met, missed, or nothing. A count
# far from its target is taken for one of several years, and is not judged.

# %% [markdown] lang="zh"
# 两年的目标按指标对应，再看后一份文件怎样交代前一年的目标：完成了，没完成，还是只字未提。数字与目标相差悬殊的，多半是几年的累计，不作
# 判断。

# %%
targets = gn.compare_targets(*(gn.extract_indicators(part) for part in pair))
stage.table("targets", targets)

# %% [markdown]
# Phrases that are new or gone, and those that are back: the earlier version lacks them, a still earlier one of the same place has them.

# %% [markdown] lang="zh"
# 新出现的、不再出现的和重新出现的提法：重新出现，是指上一版没有，而同一地方更早的文件里有。

# %%
from govnlp.analysis.versions.wording import compare_phrases, themes_gained

phrases = compare_phrases(*pair, stage.corpus)
phrases = phrases[phrases["change"].ne("kept")]
stage.table("phrase-changes", phrases)

# %% [markdown]
# Themes with their share of the text in both, and the interval of the difference: only where it leaves out zero is a theme called
# gained or lost.

# %% [markdown] lang="zh"
# 各议题在两个版本中的占比，以及差值的区间：区间不包含零，才算谈得多了或少了。

# %%
themes = themes_gained(*pair)
stage.table("themes", themes)

# %% [markdown]
# The twenty changes that a reader wants to hear of first: targets, then in turn what is new, what is gone, phrases and themes. The
# page `08-side-by-side.html` has all of it above the two columns.

# %% [markdown] lang="zh"
# 读者最想先知道的二十处变化：先是目标，然后依次轮流列出新增的、删去的、提法和议题。网页 `08-side-by-side.html` 在左右两栏的上方把这些
# 全部列出。

# %%
from govnlp.figures.versions_page import write_versions

changes = gn.rank_changes(versions, targets, phrases, themes)
tables = {"changes": changes, "targets": targets, "phrase_changes": phrases, "themes": themes}
write_versions(versions, f"{OUT}/08-side-by-side.html", stage.names, tables, LANG)
stage.table("changes", changes)

# %% [markdown]
# ## What rises, what falls?
#
# Rates by year, of documents of one genre. From eight years on terms are named at a false-discovery rate of .05: those that rise or
# fall, those whose level breaks (change points, drawn where shuffled years have none), and single years that stand out. Fewer years
# are compared, and no more is said of them: with seven, one odd year makes a trend.

# %% [markdown] lang="zh"
# ## 什么在上升，什么在下降？
#
# 同一体裁的文献，按年计算频率。满八年的，在0.05的错误发现率之下列出词语：上升或下降的，水平突变的（转折点，打乱年份就不会出现的才画），
# 以及某一年特别突出的。不满八年的只作对比，不作进一步的结论：只有七年时，一个异常的年份就会造出一个趋势。

# %%
from govnlp.analysis.versions.breaks import year_bursts

terms = stage.count(stopwords="strong", fold_numbers=True, obvious=False).trim(min_count=5)
years = gn.term_years(terms, stage.documents)
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

# %% [markdown] lang="zh"
# ## 哪份文件以哪份文件为依据？
#
# 每处引用都注明关系（依据、贯彻、印发、废止……）、所引文件从法律到区县的层级，以及它指的是语料中的哪一份。
# `govnlp.analysis.citations.network.write_graph(graph, "citations.gexf")` 可以把引用网络导出到 Gephi。

# %%
citations = gn.extract_citations(stage.corpus)
graph = gn.citation_graph(citations, stage.documents)
stage.show(gn.plots.plot_citations, graph, data=citations)

# %% [markdown]
# Passages that were taken over from an earlier document: direction comes from dates alone.

# %% [markdown] lang="zh"
# 沿用较早文献的段落：谁先谁后，只看日期。

# %%
from govnlp.analysis.citations.diffusion import diffusion_matrix

taken = gn.diffusion(stage.corpus)
stage.show(gn.plots.plot_diffusion, taken)

# %%
stage.table("diffusion-places", diffusion_matrix(taken, stage.documents, by="place"))

# %% [markdown]
# ## Who must do what by when?
#
# The ledger that offices keep by hand: bearer, action, measure, deadline, how firmly, under which condition, and the sentence
# behind it. Where a sentence names nobody, the bearer is inferred from the heading or the addressees, and said to be so.

# %% [markdown] lang="zh"
# ## 谁在何时之前必须做什么？
#
# 也就是机关里手工登记的任务台账：责任主体、事项、要求、时限、力度、条件，以及所依据的原句。句中没有写明由谁负责的，根据标题或主送机关
# 推断，并注明是推断的。

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

# %% [markdown] lang="zh"
# **看到了什么，没看到什么。** 同一件事整段重写，算作一增一删，不算改写。既没有书名号也没有文号的引用找不到。文中没有明说的职责找不到；
# 推断出来的责任主体仅供参考。

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on `data/sample_changes`; a hint comes where one is not right yet.

# %% [markdown] lang="zh"
# ## 练习
#
# 答案按 `data/sample_changes` 核对；答得不对，会给提示。

# %% [markdown]
# **08-1** The measure on water was amended. How many of its paragraphs were dropped?

# %% [markdown] lang="zh"
# **08-1** 取水办法经过修订，删去了多少段？

# %% tags=["solution"]
amended = gn.read_corpus(f"{SOURCE}_changes")
found = gn.compare_versions(*gn.version_pair(amended, "2020-临溪区-取水办法", "2022-临溪区-取水办法"))
gn.check_answer("08-1", int(found["change"].eq("dropped").sum()))

# %% [markdown]
# **08-2** Which relation has 2022-临溪区-取水办法 to 2020-临溪区-取水办法?

# %% [markdown] lang="zh"
# **08-2** 2022-临溪区-取水办法与2020-临溪区-取水办法是什么关系？

# %% tags=["solution"]
cited = gn.extract_citations(amended).query("doc_id == '2022-临溪区-取水办法'")
answer = cited.loc[cited["target_doc"].eq("2020-临溪区-取水办法"), "relation"].iloc[0]
gn.check_answer("08-2", answer)

# %% [markdown]
# **08-3** By which day must 区水利局 have 东渠 cleared? Write 2022-01-31 for the last day of January 2022.

# %% [markdown] lang="zh"
# **08-3** 区水利局必须在哪一天之前清理好东渠？2022年1月的最后一天写作2022-01-31。

# %% tags=["solution"]
ledger = gn.extract_duties(amended)
row = ledger[ledger["bearer"].eq("区水利局") & ledger["action"].str.contains("东渠")].iloc[0]
gn.check_answer("08-3", f"{row['deadline']:%Y-%m-%d}")
