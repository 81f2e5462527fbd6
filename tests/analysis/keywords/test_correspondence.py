import numpy as np
import pytest
from scipy import stats
from scipy.spatial.distance import pdist

from govnlp import Segmenter, count_terms
from govnlp.analysis.keywords.correspondence import correspondence

SPACES = Segmenter(lambda text: [w for w in text.replace(" ", "| |").split("|") if w], lexicon=False)
TABLE = np.array(
    [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]]
)  # Greenacre's smokers


def test_smokers_of_greenacre():
    texts = [" ".join(word for word, n in zip("abcd", row, strict=True) for _ in range(n)) for row in TABLE]
    points = correspondence(count_terms(texts, segmenter=SPACES), dimensions=3)
    rows = points[points["kind"] == "document"]
    assert np.abs(rows["dim1"]).tolist() == pytest.approx(
        [0.065768, 0.258958, 0.380595, 0.232952, 0.201089], abs=1e-5
    )
    assert points.attrs["inertia"] == pytest.approx([0.877559, 0.117587, 0.004855], abs=1e-5)
    assert points["quality"].tolist() == pytest.approx([1.0] * 9)
    inertia = stats.chi2_contingency(TABLE).statistic / TABLE.sum()
    dims = rows[["dim1", "dim2", "dim3"]].to_numpy()
    assert (rows["mass"].to_numpy() @ dims**2).sum() == pytest.approx(inertia, abs=1e-9)
    # distances between rows on the map are chi-square distances between their profiles
    profiles = TABLE / TABLE.sum(axis=1, keepdims=True) / np.sqrt(TABLE.sum(axis=0) / TABLE.sum())
    assert pdist(dims) == pytest.approx(pdist(profiles), abs=1e-9)
    assert (rows["mass"] * rows["dim1"] ** 2).sum() / inertia == pytest.approx(points.attrs["inertia"][0])


def test_too_small_a_table():
    with pytest.raises(ValueError, match="at least three of each"):
        correspondence(count_terms(["a b c", "b c d"], segmenter=SPACES))
