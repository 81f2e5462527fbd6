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
# # 02 Words: which words, how often, how evenly?
#
# **Inputs** `SOURCE`, a folder with documents. **Outputs** in `OUT`, each as SVG, PNG and CSV: `02-frequency` for all documents
# and per document, `02-zipf`, `02-dispersion`, `02-barcode-term`, `02-network`, `02-cloud`.
#
# **You will learn** why a count needs a rate, why a rate needs a dispersion, and why a phrase is searched in the text and not
# among the tokens.

# %% tags=["parameters"]
SOURCE = "../data/sample"
OUT = "../figures/sample"
LANG = "zh"
RESTORE = False  # True: documents that a machine rewrote (notebook 01) are counted as restored, in all stages
LEXICON = None  # file of phrases of your own, one a line, that are counted whole; see the new terms below
STOPWORDS = "strong"  # light | medium | strong
TERM = None  # a phrase to follow through the documents; None: the word that stands in most articles

# %%
import govnlp as gn

gn.show_notes(lang=LANG)
corpus = gn.read_corpus(SOURCE)
if RESTORE:
    corpus, swaps = gn.restore_corpus(corpus)
units = corpus.units("paragraph")
segmenter = gn.Segmenter(lexicon=LEXICON or True)
terms = gn.count_terms(units, segmenter=segmenter, stopwords=STOPWORDS, fold_numbers=True)
terms

# %%
names = gn.short_names(corpus.documents, LANG)
colours = gn.colours_by_name(names)
source = gn.source_line(len(names), gn.label("unit_paragraph", LANG), f"{len(units):,}", LANG)

# %% [markdown]
# ## Which words?
#
# A rate per 10,000 tokens makes documents of different length comparable. Stop words stand in the denominator: the rate
# is of all that was said. The strong list of stop words also removes what every work report says (推进, 工作, 发展); change
# `STOPWORDS` to see them. Articles are the units, so that a word that one article alone brings is known as such.

# %%
articles = terms.units["doc_id"] + "/" + terms.units["article"].astype(str)
table = gn.frequency(terms.group(articles))
table.head(20)

# %%
words = table[~table["term"].str.startswith("<")]  # numbers were folded into classes such as <数>
best = words.iloc[0]
alt = gn.label("alt_frequency", LANG, words=gn.listed(words["term"].head(5), LANG), best=best.term, n=best.n,
               rate=f"{best.per_10k:.1f}")  # fmt: skip
ax = gn.plot_frequency(table, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/02-frequency", data=table, alt=alt, source=source)

# %% [markdown]
# The same for each document, on one scale. With more than twelve documents the longest are shown; the table holds all.

# %%
each = gn.frequency(terms, by="doc_id")
each["n_articles"] = each["term"].map(table.set_index("term")["n_units"])
longest = terms.group("doc_id").units.nlargest(12, "n_tokens")["doc_id"]
shown = [doc_id for doc_id in names if doc_id in set(longest)]

# %%
first = each[~each["term"].str.startswith("<") & each["doc_id"].isin(shown)].drop_duplicates("doc_id")
text = [f"{names[doc_id]} {term}" for doc_id, term in zip(first["doc_id"], first["term"], strict=True)]
axes = gn.plot_frequencies(each, shown, total=len(names), names=names, colours=colours, lang=LANG)
alt = gn.label("alt_frequencies", LANG, text=gn.listed(text, LANG, "semicolon"))
gn.save_figure(axes[0].figure, f"{OUT}/02-frequency-documents", data=each, alt=alt, source=source)

# %% [markdown]
# ## Is the vocabulary as expected?
#
# In running text the frequency of a word is about inversely proportional to its rank (Zipf). Stop words belong to it. A shoulder or a
# gap at the top points to something that is no running text: tables, lists, a formula repeated in every document.

# %%
law = gn.zipf(gn.frequency(gn.count_terms(units, segmenter=segmenter, fold_numbers=True)))
ax = gn.plot_zipf(law, lang=LANG)
alt = gn.label("alt_zipf", LANG, exponent=f"{law.attrs['exponent']:.2f}")
gn.save_figure(ax.figure, f"{OUT}/02-zipf", data=law, alt=alt, source=source)

# %% [markdown]
# ## How evenly?
#
# DP (Gries 2008) is 0 for a word that every document uses in proportion to its length, and near 1 for one that a single
# document repeats. A frequent word with a high DP says something of that document, not of the corpus.

# %%
spread = gn.dispersion(terms, by="doc_id")
frequent = spread[~spread["term"].str.startswith("<")].head(50).sort_values(["dp", "term"])
even, burst = frequent.iloc[0], frequent.iloc[-1]
alt = gn.label(
    "alt_dispersion", LANG, even=even.term, low=f"{even.dp:.2f}", burst=burst.term, high=f"{burst.dp:.2f}"
)
ax = gn.plot_dispersion(spread, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/02-dispersion", data=spread, alt=alt, source=source)

# %% [markdown]
# ## Where does it stand?
#
# The concordance searches the text itself: every occurrence is found, however the segmenter cut it.

# %%
term = TERM or words.sort_values(["n_units", "n", "term"], ascending=[False, False, True])["term"].iloc[0]
gn.concordance(corpus, term).head(10)

# %%
places = gn.positions(corpus, term)
n = places[places["kind"] == "phrase"]["doc_id"].value_counts()
most = n.index[0] if len(n) else next(iter(names))
alt = gn.label(
    "alt_barcode", LANG, term=term, all=len(names), some=len(n), n=n.sum(), name=names[most], most=n.max()
)
ax = gn.plot_term_barcode(places, term, names=names, colours=colours, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/02-barcode-term", data=places, alt=alt, source=source)

# %% [markdown]
# ## Which words keep company?
#
# Words that share paragraphs, by log-Dice (Rychlý 2008), which does not grow with the corpus. The places on the page mean nothing.

# %%
pairs = gn.cooccurrence(terms, top=80)
closest = gn.listed(pairs.head(5)["source"] + "—" + pairs.head(5)["target"], LANG)
ax = gn.plot_network(pairs, lang=LANG)
alt = gn.label("alt_network", LANG, pairs=closest)
gn.save_figure(ax.figure, f"{OUT}/02-network", data=pairs, alt=alt, source=source)

# %% [markdown]
# ## A first glance
#
# In a cloud size follows the rate and place means nothing: never the finding.

# %%
alt = gn.label("alt_cloud", LANG, words=gn.listed(words["term"].head(5), LANG))
ax = gn.plot_wordcloud(table, lang=LANG)
gn.save_figure(ax.figure, f"{OUT}/02-cloud", data=table.head(100), alt=alt, source=source)

# %%
some = first[first["doc_id"].isin(shown[:6])]
text = [f"{names[doc_id]} {term}" for doc_id, term in zip(some["doc_id"], some["term"], strict=True)]
alt = gn.label("alt_clouds", LANG, text=gn.listed(text, LANG, "semicolon"))
axes = gn.plot_wordclouds(each, shown[:6], total=len(names), names=names, colours=colours, lang=LANG)
gn.save_figure(axes[0].figure, f"{OUT}/02-cloud-documents", data=each, alt=alt, source=source)

# %% [markdown]
# ## Which phrases does the lexicon lack?
#
# A phrase that is cut into parts is counted as its parts. These candidates hold together and have many neighbours, or stand
# in quotation marks. Read the examples, strike out what is no phrase in `02-table-new-terms.csv`, save the rest beside the
# documents as, say, `phrases.csv`, and name the file in `LEXICON` or in `govnlp.toml` (`lexicon = "phrases.csv"`): from then on
# the stages count these phrases whole.

# %%
candidates = gn.new_terms(units, segmenter=segmenter, top=100)
gn.save_table(candidates, f"{OUT}/02-table-new-terms", title=gn.label("table_new_terms", LANG))
candidates.head(20)

# %% [markdown]
# ## Would another segmenter say the same?
#
# Kendall's tau between the ranks of the headline terms under different engines and lexicons: near 1, the choice does not matter.

# %%
segmenters = {
    "rjieba": segmenter,
    "jieba": gn.Segmenter(engine="jieba"),
    "no lexicon": gn.Segmenter(lexicon=False),
}
gn.rank_agreement(gn.rank_terms(units.head(200), segmenters))

# %% [markdown]
# **What was found, and what was not.** The head of a frequency list is what the genre says anyway; the words worth a sentence in a
# report are those that are frequent and even, or frequent and in a burst, and the dispersion figure names both. What sets one
# document apart is the question of the next stage.

# %% [markdown]
# ## Exercises 练习
#
# Answers are checked on the sample corpus; a hint comes where one is not right yet.

# %% [markdown]
# **02-1** In how many documents does 营商环境 stand?

# %% tags=["solution"]
answer = gn.concordance(corpus, "营商环境")["doc_id"].nunique()
gn.check_answer("02-1", answer)

# %% [markdown]
# **02-2** A word has n = 40 and DP = 0.99. What do you write? a the corpus is about it, b one passage is about it, c nothing

# %% tags=["solution"]
answer = "b"
gn.check_answer("02-2", answer)
