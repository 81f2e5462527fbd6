"""Every figure as it is saved: no text over another, none outside, none too small, nothing as mathtext."""

import itertools
import warnings

import matplotlib
import matplotlib.pyplot
import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Annotation, Text

import govnlp as gn
from govnlp.figures.multiples import year_axis
from govnlp.figures.saving import save_figure, source_line
from govnlp.figures.style import label, style

matplotlib.use("Agg")
WORDS = [
    "营商环境",
    "$x_1$项目",
    "“四水共治”",
    "<b>企业</b>",
    "老旧小区改造",
    "河湖",
    "城市更新",
    "养老服务",
    "治理",
    "就业",
]
NAMES = {f"d{i}": f"青槐区 {2018 + i} 工作报告第{i}号很长的名字" for i in range(9)}


@pytest.fixture(autouse=True)
def closed():
    """Figures do not pile up."""
    yield
    matplotlib.pyplot.close("all")


def counts(n=10):
    rows = [(WORDS[i % 10] + "甲乙丙丁"[i // 10], 90 - 2 * i) for i in range(n)]
    table = pd.DataFrame(rows, columns=["term", "n"])
    return table.assign(per_10k=table["n"] * 1.5, n_units=[1, 4] * (n // 2), rank=range(1, n + 1))


def by_document():
    parts = [
        counts().assign(doc_id=doc_id, n_articles=[1, 3] * 5, idf=7.25, tf_idf=counts()["n"] / 900)
        for doc_id in NAMES
    ]
    return pd.concat(parts, ignore_index=True)


def contrast():
    effect = np.array([3.0, 2.5, 2.0, 1.0, 0.5, -0.2, -1.5, -2.0, 4.0, 0.1])
    table = counts().assign(
        log_ratio=effect, ci_low=effect - 0.9, ci_high=effect + 0.9, q=0.01, g2=effect * 10
    )
    return table.assign(n_target=table["n"], n_reference=1200, supported=[True] * 8 + [False, True])


def indicators():
    rows = [
        (f"d{i % 3}", f"{WORDS[i % 10]}投资额", 100.5 + i, "亿元", (100.5 + i) * 1e8, "元",
         ("以上", None)[i % 2], "2021",
         ("actual", "estimate", "target")[i % 3])
        for i in range(20)
    ]  # fmt: skip
    columns = ["doc_id", "name", "value", "unit", "value_base", "unit_base", "comparator", "period", "status"]
    table = pd.DataFrame(rows, columns=columns).assign(scope=None)
    return table.assign(place=[("青槐区", "临溪区")[i // 10] for i in range(20)])


def conflicts():
    table = indicators().head(8).assign(quote="全年完成投资额一百多亿元，" * 4, said="100.5亿元 以上")
    return table.assign(fact=[0, 0, 1, 1, 2, 2, 3, 3], relation="differs", place="青槐区")


def phrases():
    rows = [(f"{WORDS[i % 10]}行动", "coined_term", 20 - i, ["d1", "d2"], None, "d1") for i in range(10)]
    rows += [("三清两建", "numeric_abbreviation", 9, ["d3"], ["清淤泥", "清违建"] * 6, "d3"),
             ("五个一", "numeric_abbreviation", 5, ["d3"], None, "d3")]  # fmt: skip
    return pd.DataFrame(rows, columns=["phrase", "kind", "n", "doc_ids", "expansion", "first_doc"])


def life():
    rows = [
        (word, year, n, n * 1.0, max(0, n - 2.0), n + 3.0)
        for word in WORDS
        for year, n in ((2019, 0), (2020, 3), (2021, 7))
    ]
    return pd.DataFrame(rows, columns=["phrase", "year", "n", "per_10k", "ci_low", "ci_high"])


def blocks():
    rows = [(doc_id, i, i // 3, kind, "字" * (5 + 40 * (i % 3))) for doc_id in NAMES
            for i, kind in enumerate(["title", "byline", "paragraph"] * 4)]  # fmt: skip
    return pd.DataFrame(rows, columns=["doc_id", "block", "article", "kind", "text"])


def stock():
    table = pd.DataFrame(
        {
            "doc_id": list(NAMES),
            "published": pd.NaT,
            "signed": pd.NaT,
            "year": pd.array([2019, None] * 4 + [2020], "Int64"),
        }
    )
    return table.assign(n_articles=3, n_chars=np.arange(1000, 1900, 100), aside=0.05)


def plane():
    grid = np.random.default_rng(0).normal(size=(69, 2))
    table = pd.DataFrame(
        {"kind": ["document"] * 9 + ["term"] * 60, "name": [*NAMES, *(f"词{i}条" for i in range(60))]}
    )
    table = table.assign(dim1=grid[:, 0], dim2=grid[:, 1], n=5, quality=0.8)
    table.attrs["inertia"] = [0.3, 0.2]
    return table


def places():
    rows = [(doc_id, 0, "article", 0.0) for doc_id in NAMES] + [
        ("d1", 0, "phrase", 0.5),
        ("d2", 0, "phrase", 0.99),
    ]
    return pd.DataFrame(rows, columns=["doc_id", "article", "kind", "position"])


def spread():
    table = counts(40)
    return table.assign(dp=np.linspace(0.2, 0.9, 40))


def pairs():
    rows = [(a, b, 9, 7, 12.0 + (i % 3)) for i, (a, b) in enumerate(itertools.combinations(WORDS[:7], 2))]
    return pd.DataFrame(rows, columns=["source", "target", "n_source", "n_target", "log_dice"])


def shared():
    return pd.DataFrame({"doc_a": ["d1", "d1", "d4"], "doc_b": ["d2", "d3", "d5"], "n": [3, 12, 1]})


def versions():
    a = "\n".join(f"{word}今年要办好{n}件实事，件件有着落，月月有回音。" for n, word in enumerate(WORDS, 11))
    lines = [line.replace("今年", "来年").replace("件实事", "5件实事") for line in a.split("\n")]
    return gn.compare_versions(a, "\n".join([*lines[3:], *lines[:3], "桥头立了水位尺。"])).assign(
        doc_a="d1", doc_b="d2"
    )


def years():
    rows = [(word, 2001 + i, 5 + i, 1000, 50.0 + i, 20.0, 90.0) for word in WORDS for i in range(9)]
    return pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k", "ci_low", "ci_high"])


def cited():
    titles = [f"中华人民共和国第{n}号水法" for n in "一二三四五六七八"] + [f"取水{n}条例" for n in "甲乙丙丁"]
    corpus = gn.parse_text("根据" + "、".join(f"《{title}》" for title in titles) + "制定。", "a")
    return gn.citation_graph(gn.extract_citations(corpus), corpus.documents)


def duties():
    text = "".join(
        f"区{word[:4].strip('“”$<>')}局要在2025年{n}月底前办好{word}这件要紧的事。\n"
        for n, word in enumerate(WORDS, 1)
    )
    return gn.extract_duties(gn.parse_text("2025年计划\n" + text, "a"))


PLOTS = {
    "inventory": lambda lang: gn.plots.plot_inventory(stock(), names=NAMES, lang=lang),
    "structure": lambda lang: gn.plots.plot_structure(blocks(), names=NAMES, lang=lang),
    "frequency": lambda lang: gn.plot_frequency(counts(40), lang=lang),
    "frequencies": lambda lang: gn.plots.plot_frequencies(by_document(), list(NAMES), names=NAMES, lang=lang),
    "zipf": lambda lang: gn.plots.plot_zipf(gn.zipf(counts(40)), lang=lang),
    "dispersion": lambda lang: gn.plot_dispersion(spread(), lang=lang),
    "barcode": lambda lang: gn.plots.plot_term_barcode(places(), "$河湖$", names=NAMES, lang=lang),
    "network": lambda lang: gn.plots.plot_network(pairs(), lang=lang),
    "cloud": lambda lang: gn.plot_wordcloud(counts(), lang=lang),
    "keywords": lambda lang: gn.plot_keywords(by_document(), names=NAMES, lang=lang),
    "keyness": lambda lang: gn.plot_keyness(contrast(), lang=lang),
    "keyness_documents": lambda lang: gn.plots.plot_keyness_documents(
        {"d1": contrast()}, names=NAMES, total=9, lang=lang
    ),
    "correspondence": lambda lang: gn.plots.plot_correspondence(plane(), names=NAMES, lang=lang),
    "indicators": lambda lang: gn.plot_indicators(indicators(), lang=lang),
    "conflicts": lambda lang: gn.plots.plot_conflicts(conflicts(), names=NAMES, lang=lang),
    "phrases": lambda lang: gn.plots.plot_phrases(phrases(), names=NAMES, lang=lang),
    "life": lambda lang: gn.plots.plot_life(life(), lang=lang),
    "reuse": lambda lang: gn.plots.plot_reuse(shared(), names=NAMES, lang=lang),
}  # fmt: skip


def prevalence():
    rows = [(2019 + i, topic, 0.1 * topic, 0.05, 0.4, 30) for i in range(4) for topic in range(6)]
    return pd.DataFrame(rows, columns=["group", "topic", "share", "ci_low", "ci_high", "n_units"])


def taken():
    rows = [("d1", f"d{i}", "2019-01-08", f"202{i % 4}-03-0{i}") for i in (2, 2, 3, 4, 5, 6, 7, 8, 9)]
    return pd.DataFrame(rows, columns=["doc_earlier", "doc_later", "date_earlier", "date_later"])


CHANGES = {
    "versions": lambda lang: gn.plots.plot_versions(versions(), names=NAMES, lang=lang),
    "years": lambda lang: gn.plots.plot_years(years(), lang=lang),
    "prevalence": lambda lang: gn.plots.plot_prevalence(
        prevalence(), topic_names={i: f"{WORDS[i]}、河湖、清淤" for i in range(6)}, lang=lang
    ),
    "diffusion": lambda lang: gn.plots.plot_diffusion(taken(), names=NAMES, lang=lang),
    "citations": lambda lang: gn.plots.plot_citations(cited(), lang=lang),
    "deadlines": lambda lang: gn.plots.plot_deadlines(duties(), lang=lang),
    "duties": lambda lang: gn.plots.plot_duties(gn.duty_matrix(duties()), lang=lang),
}


def drawn_texts(figure):
    """Texts that end on the page, each with its box; ticks outside the limits are kept but not drawn."""
    figure.draw_without_rendering()
    axes = [axis for ax in figure.axes for axis in (ax.xaxis, ax.yaxis)]
    every = [tick for axis in axes for tick in axis.get_major_ticks() + axis.get_minor_ticks()]
    ticks = {label for tick in every for label in (tick.label1, tick.label2)}
    shown = set()
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            shown |= {tick.label1 for tick in axis._update_ticks() if ax.axison and tick.label1.get_visible()}
    texts = [
        t
        for t in figure.findobj(Text)
        if t.get_visible() and t.get_text().strip() and (t not in ticks or t in shown)
    ]
    if any(not ax.axison for ax in figure.axes):
        hidden = {t for ax in figure.axes if not ax.axison for t in (ax.xaxis.label, ax.yaxis.label)}
        texts = [t for t in texts if t not in hidden]
    renderer = figure.canvas.get_renderer()
    return [
        (
            t,
            Text.get_window_extent(t, renderer)
            if isinstance(t, Annotation)
            else t.get_window_extent(renderer),
        )
        for t in texts
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*PLOTS, *CHANGES])
def test_no_text_overlaps_another_leaves_the_page_or_is_small(name, lang, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = (PLOTS | CHANGES)[name](lang)
        figure = (ax[0] if isinstance(ax, list) else ax).figure
        source = source_line(5, label("unit_paragraph", lang), "1,234", lang)
        save_figure(figure, tmp_path / "x", alt="河湖最多", data=counts(), source=source)
    with style():
        texts = drawn_texts(figure)
    page = figure.bbox.padded(1.5)
    outside = [t.get_text() for t, box in texts if not (page.containsx(box.x0) and page.containsx(box.x1)
               and page.containsy(box.y0) and page.containsy(box.y1))]  # fmt: skip
    assert not outside
    low, high = np.array([(box.padded(-1).min, box.padded(-1).max) for _, box in texts]).transpose(1, 0, 2)
    beside = (low[:, None] > high).any(axis=2)  # left of it, or below it
    over = [
        (texts[a][0].get_text(), texts[b][0].get_text())
        for a, b in np.argwhere(~(beside | beside.T))
        if a < b
    ]
    assert not over
    assert min(t.get_fontsize() for t, _ in texts) >= 7
    assert not any(t.get_parse_math() for t, _ in texts)


@pytest.mark.parametrize("name", PLOTS)
def test_an_empty_table_is_said_to_be_empty(name):
    """Each figure of a corpus without anything to show says so."""
    empty = {
        "inventory": lambda: gn.plots.plot_inventory(stock().head(0)),
        "structure": lambda: gn.plots.plot_structure(blocks().head(0)),
        "frequency": lambda: gn.plot_frequency(counts().head(0)),
        "frequencies": lambda: gn.plots.plot_frequencies(by_document().head(0), []),
        "zipf": lambda: gn.plots.plot_zipf(counts().head(0)),
        "dispersion": lambda: gn.plot_dispersion(spread().head(0)),
        "barcode": lambda: gn.plots.plot_term_barcode(places().head(0), "河湖"),
        "network": lambda: gn.plots.plot_network(pairs().head(0)),
        "cloud": lambda: gn.plot_wordcloud(counts().head(0)),
        "keywords": lambda: gn.plot_keywords(by_document().head(0)),
        "keyness": lambda: gn.plot_keyness(contrast().assign(supported=False)),
        "keyness_documents": lambda: gn.plots.plot_keyness_documents({}),
        "correspondence": lambda: gn.plots.plot_correspondence(plane().head(0)),
        "indicators": lambda: gn.plot_indicators(indicators().head(0)),
        "conflicts": lambda: gn.plots.plot_conflicts(conflicts().head(0)),
        "phrases": lambda: gn.plots.plot_phrases(phrases().head(0)),
        "life": lambda: gn.plots.plot_life(life().head(0)),
        "reuse": lambda: gn.plots.plot_reuse(shared().head(0)),
    }[name]()
    ax = empty[0] if isinstance(empty, list) else empty
    said = [t.get_text() for t in ax.texts]
    reasons = (
        "empty",
        "none_compared",
        "no_reuse",
        "keyness_none",
        "few_sides",
        "evenly_used",
        "no_comparison",
        "no_life",
    )
    assert any(label(key) in said for key in reasons)


def test_names_without_room_are_left_out_not_squeezed_in():
    from govnlp.figures.point_labels import label_points

    with style():
        _, ax = matplotlib.pyplot.subplots(figsize=(2, 1))
        ax.set(xlim=(0, 1), ylim=(0, 1))
        names = [f"很长的名字{i}" for i in range(40)]
        left_out = label_points(ax, [0.5] * 40, [0.5] * 40, names)
    drawn = [t.get_text() for t in ax.texts]
    assert sorted(drawn + left_out) == sorted(names)
    assert drawn[0] == names[0] and left_out


def test_names_of_crowded_points_stand_clear_of_each_other_inside_the_axes():
    from govnlp.figures.point_labels import label_points

    with style():
        _, ax = matplotlib.pyplot.subplots(figsize=(4, 3))
        ax.set(xlim=(0, 1), ylim=(0, 1))
        places = [0.45 + 0.01 * i for i in range(12)]
        label_points(ax, places, places[::-1], [f"临溪{i}" for i in range(12)])
        ax.figure.draw_without_rendering()
    # boxes of the letters alone, without the lines to the marks, as matplotlib measures and compares them
    boxes = [matplotlib.text.Text.get_window_extent(text) for text in ax.texts]
    assert len(boxes) > 8 and any(text.arrow_patch.get_visible() for text in ax.texts)
    assert not any(one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
    inside = ax.get_window_extent().padded(-ax.figure.dpi / 72)  # a point clear of the lines at its edges
    assert all(inside.containsx(x) and inside.containsy(y) for box in boxes for x, y in box.corners())


def test_years_along_a_panel_have_room_for_their_numbers():
    """Of 48 years those at the ends stand alone: 2019 and 2024 are nearer to 2026 than a third of the span."""
    for years, ticks in {
        (1978, 2019, 2024, 2026): [1978, 2026],
        (2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024): [2015, 2018, 2021, 2024],
        (2019, 2020, 2021, 2022): [2019, 2020, 2021, 2022],
        (2021,): [2021],
    }.items():
        ax = matplotlib.pyplot.figure().subplots()
        year_axis(ax, list(years))
        assert ax.get_xticks().tolist() == ticks
        assert ax.get_xlim()[0] < years[0] and years[-1] < ax.get_xlim()[1]
        matplotlib.pyplot.close(ax.figure)
