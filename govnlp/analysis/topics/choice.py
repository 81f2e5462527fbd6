"""How many topics: coherence, stability and exclusivity over a range, and a recommendation."""

import numpy as np
import pandas as pd

from govnlp.analysis.keywords.names import without_names
from govnlp.analysis.topics.building import FEW, describable, describe, run_stability
from govnlp.analysis.topics.consensus import latent_space
from govnlp.analysis.topics.fits import agreed_topics, evenly_spaced
from govnlp.analysis.topics.null import BEYOND, agreement_of_halves, beyond_shuffled, halves_of_units
from govnlp.analysis.topics.space import learn_space
from govnlp.arguments import JOBS, KS, takes, whole
from govnlp.notes import Note

MOST = 30  # topics beyond which nobody reads them all, and every further number takes minutes
WIDEST = 15  # topics that a reader still takes in; more are tried only where the largest number is the best
UNITS_EACH = 10  # units for every topic, under which a topic rests on a handful of them
STEP = 4 / 3  # from the largest number tried to the next


def usual_range(terms):
    """Numbers of topics worth trying: 2 to 15 in steps, and no more than one for ten units."""
    most = max(2, min(WIDEST, terms.shape[0] // UNITS_EACH))
    return [k for k in (2, 3, 4, 5, 6, 8, 10, 12, WIDEST) if k <= most]


@takes(terms="TermMatrix", ks=KS, runs=whole(2), random_state=whole(0), n_jobs=JOBS)
def choose_k(terms, ks=None, *, names=False, runs=20, random_state=0, n_jobs=1):
    """Compare numbers of topics with each other, and with the same text when its tokens are shuffled.

    Parameters
    ----------
    terms : TermMatrix
    ks : iterable of int, optional
        Default: 2 to 15 in steps, and larger ones while the largest is the best, up to 30 and one for ten units.
    names : bool
        As for `cluster_topics`.
    runs : int
        Resampled clusterings of 80 % of the units for every k.
    random_state, n_jobs
        As for `cluster_topics`.

    Returns
    -------
    DataFrame
        One row per k: k; coherence_npmi, mean over topics of the NPMI of their ten top terms over the units;
        stability, mean over runs and topics of the Jaccard of the ten top terms of a topic and its partner in the
        run (Greene, O'Callaghan & Cunningham 2014), and stability_se, its standard error over runs; exclusivity,
        mean share of a top term's weight that is the topic's; agreement, how far two random halves of a unit's
        tokens have the same topic beyond chance, agreement_null, the same when tokens are shuffled within documents
        (over all where documents have fewer than eight units on average), and beyond, the difference of the two in
        standard deviations of shuffled texts (the last three from 30 units on); recommended, true for one k: of
        those that are three standard deviations beyond shuffled text, and as stable as the highest peak less one
        standard error, the most coherent. A peak is stabler than fewer and more topics, so that neither the
        smallest nor the largest is one. None is where there is no peak, or fewer than 30 units. ``attrs["reason"]``
        says it in words. Of more than 5,000 units, 5,000 evenly spaced ones are looked at.

        Without rows where every k is larger than the number of units with known terms.

    Raises
    ------
    ValueError
        `ks` is empty, or has a number under 2.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> texts = ["优化营商环境", "企业减税，营商环境向好", "河道治理", "治理黑臭河道"] * 10
    >>> choose_k(count_terms(texts), [2, 3])["k"].tolist()
    [2, 3]
    """
    wanted = usual_range(terms) if ks is None else sorted({int(k) for k in ks})
    if not wanted or wanted[0] < 2:
        raise ValueError(Note("no_numbers_of_topics", ks=wanted))
    terms = terms if names else without_names(terms)
    terms = terms.subset(np.isin(np.arange(terms.shape[0]), evenly_spaced(terms.shape[0])))
    space = learn_space(terms)
    known = space.rows(terms)
    some = np.flatnonzero(np.diff(known.indptr) > 0)
    known = known[some]
    resampled = {"runs": runs, "random_state": random_state, "n_jobs": n_jobs}
    columns = ["k", "coherence_npmi", "stability", "stability_se", "exclusivity"]
    table = pd.DataFrame(columns=columns).astype({"k": int})
    shown, halves, agreements = describable(terms), None, {}
    while wanted:
        possible = [k for k in wanted if k <= len(some)]
        latent = latent_space(known, 3 * max(possible, default=0))
        agreed = (agreed_topics(latent, k, **resampled) for k in possible)
        rows = [_measures(shown, some, *found) for found in agreed]
        measured = pd.DataFrame(rows, columns=columns)
        table = pd.concat([table[columns], measured], ignore_index=True) if len(table) else measured
        if len(some) >= FEW and len(table):
            halves = halves or halves_of_units(terms, space, random_state)
            agreements |= agreement_of_halves(halves, measured["k"].tolist())
            table = table.merge(beyond_shuffled(agreements), on="k")
        table = recommend(table, len(some))
        wanted = _further(table, terms.shape[0]) if ks is None else []
    return table


def _measures(shown, some, agreed, samples, labels):
    """Coherence, stability and exclusivity of topics."""
    k = agreed.shape[1]
    agreement = np.zeros((shown.shape[0], k))
    agreement[some] = agreed
    found = describe(shown, agreement)
    per_run = run_stability(shown, found["top"], [some[sample] for sample in samples], labels).mean(axis=1)
    error = per_run.std(ddof=1) / np.sqrt(len(per_run))
    coherence, own = np.nanmean(found["coherence"]), np.nanmean(found["exclusivity"])
    return {
        "k": k,
        "coherence_npmi": coherence,
        "stability": per_run.mean(),
        "stability_se": error,
        "exclusivity": own,
    }


def _further(table, n_units):
    """The next number to try: where the largest so far is stabler than what is recommended, and units are enough."""
    found = table[table["beyond"] > BEYOND] if "beyond" in table else table[:0]
    chosen = found.loc[found["recommended"], "stability"].max()
    larger = round(int(table["k"].max()) * STEP) if len(found) else MOST + 1
    rising = len(found) and found["k"].max() == table["k"].max() and not found["stability"].iloc[-1] <= chosen
    return [larger] if rising and larger <= min(MOST, n_units // UNITS_EACH) else []


def recommend(table, n_units):
    """Mark one k, and say why: see `choose_k`.

    >>> columns = ["k", "coherence_npmi", "agreement", "agreement_null", "beyond", "stability", "stability_se"]
    >>> rows = [[3, 0.2, 0.5, 0, 9, 0.6, 0.02], [4, 0.3, 0.5, 0, 9, 0.72, 0.03], [5, 0.4, 0.5, 0, 9, 0.6, 0.02]]
    >>> recommend(pd.DataFrame(rows, columns=columns), 100).attrs["reason"][:40]
    'k = 4: stability 0.72, coherence 0.30; n'
    """
    table = table.assign(recommended=False)
    if n_units < FEW:
        reason = Note("topics_few_units", n=n_units, few=FEW)
    elif table.empty:
        reason = Note("topics_none_asked")
    elif not (table["beyond"] > BEYOND).any():
        first = table.sort_values(["beyond", "k"], na_position="first", kind="stable").iloc[-1]
        shown = {name: f"{first[name]:.2f}" for name in ("agreement", "agreement_null")}
        apart = f"{np.floor(10 * first['beyond']) / 10:.1f}"  # rounded up, 2.96 would be the three that are wanted
        reason = Note("topics_shuffled", k=int(first["k"]), beyond=apart, wanted=f"{BEYOND:.0f}", **shown)
    else:
        best, reason = _best(table.sort_values("k"))
        table["recommended"] = table["k"].eq(best)
    table.attrs["reason"] = reason
    return table


def _best(table):
    """The most coherent of the stablest numbers, or None, and why.

    Fewer topics are stabler for no merit of theirs, and nobody knows what lies beyond the last number. So a peak
    counts: a number between the first and the last that is as stable as its neighbours, and stabler by a standard error
    than the least stable ones on both sides. Numbers that are no better than shuffled text are no neighbours.
    """
    known = table["stability"].where(table["beyond"] > BEYOND)
    before, after = known.shift(1), known.shift(-1)
    beside = np.fmax(before, after).fillna(-np.inf)
    least = np.fmax(before.cummin(), after[::-1].cummin()[::-1]).fillna(-np.inf)
    inner = known.notna() & table["k"].between(table["k"].min(), table["k"].max(), inclusive="neither")
    peaks = table[inner & (known >= beside) & (known - least >= table["stability_se"])]
    if peaks.empty:
        return None, Note("topics_no_peak", first=table["k"].min(), last=table["k"].max())
    peak = peaks.loc[peaks["stability"].idxmax()]
    good = table[inner & (known >= peak["stability"] - peak["stability_se"])]
    chosen = good.sort_values(["coherence_npmi", "k"], kind="stable").iloc[-1]
    others = ", ".join(f"{k:.0f}" for k in good["k"] if k != chosen["k"])
    return int(chosen["k"]), (
        f"k = {chosen['k']:.0f}: stability {chosen['stability']:.2f}, coherence {chosen['coherence_npmi']:.2f}"
        + (f", the highest of {others} and itself, which are" if others else "; no other is")
        + f" as stable as the highest peak ({peak['stability']:.2f} at k = {peak['k']:.0f}) less one standard error"
    )
