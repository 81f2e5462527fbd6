"""Documents with known mixtures of themes: the profile finds them within its intervals."""

import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.matching import Matcher

FILLER = "这件事大家都很关心也都说了不少话"
MIXTURES = 24
BLOCKS = 60


@pytest.fixture(scope="module")
def words():
    """For every theme the entries that name it and are found whole, alone and for no other theme."""
    themes = gn.read_themes()
    matcher = Matcher(themes)
    strong = themes[(themes["kind"] == "literal") & (themes["weight"] == 3)]
    alone = {}
    for row in strong.itertuples():
        hits = matcher.hits(row.entry)
        if len(hits) == 1 and hits[0][:2] == (0, len(row.entry)) and len(hits[0][2]) == 1:
            alone.setdefault(row.theme, []).append(row.entry)
    assert min(map(len, alone.values())) >= 5
    return alone


def paragraph(theme, words, rng):
    """Sixty to some hundred and fifty characters: two entries of the theme among filler, or filler alone."""
    parts = [FILLER] * rng.integers(4, 10)
    if theme is not None:
        for at, entry in enumerate(rng.choice(words[theme], 2, replace=False)):
            parts.insert(1 + 2 * at, f"，{entry}，")
    return "".join(parts)


def planted(words, seed):
    """Documents whose paragraphs are drawn from a known mixture of themes and of none."""
    rng, texts, truth = np.random.default_rng(seed), [], []
    names = [*words, None]
    for document in range(MIXTURES):
        mixture = rng.dirichlet(np.full(len(names), 0.8))
        truth += [(f"d{document}", theme, share) for theme, share in zip(names, mixture, strict=True)]
        drawn = rng.choice(len(names), BLOCKS, p=mixture)
        texts += [
            (f"d{document}:{i}", f"d{document}", paragraph(names[t], words, rng)) for i, t in enumerate(drawn)
        ]
    truth = pd.DataFrame(truth, columns=["doc_id", "theme", "planted"])
    return pd.DataFrame(texts, columns=["unit_id", "doc_id", "text"]), truth


@pytest.mark.parametrize("seed", [0, 1])
def test_profiles_recover_planted_mixtures_within_their_intervals(words, seed):
    units, truth = planted(words, seed)
    profile = gn.theme_profile(gn.score_themes(units)).merge(truth, on=["doc_id", "theme"])
    assert len(profile) == MIXTURES * len(words)
    inside = profile["planted"].between(profile["ci_low"], profile["ci_high"])
    assert inside.mean() >= 0.9
    assert (profile["share"] - profile["planted"]).abs().mean() < 0.03
