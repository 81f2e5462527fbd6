"""Units in two dimensions."""

import numpy as np
import pandas as pd

from govnlp.analysis.topics.consensus import latent_space
from govnlp.arguments import takes, whole
from govnlp.workers import one_thread

MOST_UNITS = 1000  # dots that a figure of this size can show side by side
FEW = 20


@takes(terms="TermMatrix", random_state=whole(0))
def topic_map(model, terms, *, random_state=0):
    """Place units in a plane so that those with similar words are near each other.

    t-SNE (van der Maaten & Hinton 2008) of the latent space, with the degrees of membership beside it, from a
    start by principal components. Under 20 units, or with one topic, the two strongest dimensions of the latent space
    are taken as they are.

    Parameters
    ----------
    model : TopicModel
    terms : TermMatrix
        What the model was fitted on.
    random_state : int

    Returns
    -------
    DataFrame
        unit_id, doc_id, topic, x, y; at most 1,000 units, evenly spaced, and none without a topic. Distances
        within a neighbourhood can be read, those across the map and the sizes of groups can not.

    Examples
    --------
    >>> from govnlp import cluster_topics, count_terms
    >>> terms = count_terms(["优化营商环境", "企业减税，营商环境向好", "河道治理", "治理黑臭河道"] * 10)
    >>> topic_map(cluster_topics(terms, 2), terms)["topic"].value_counts().to_dict()
    {1: 20, 2: 20}
    """
    from sklearn.manifold import TSNE

    some = np.flatnonzero(model.labels["topic"] > 0)
    if len(some) > MOST_UNITS:
        some = some[np.unique(np.linspace(0, len(some) - 1, MOST_UNITS).astype(int))]
    with one_thread():
        space = latent_space(model.space.rows(terms)[some], 3 * max(len(model.topics), 5))
        space = space / np.maximum(np.linalg.norm(space, axis=1, keepdims=True), 1e-12)
        if len(some) < FEW or len(model.topics) < 2:  # too few to move, or nothing to tell apart
            xy = np.pad(space, ((0, 0), (0, 2)))[:, :2]
        else:
            own = np.eye(len(model.topics) + 1)[model.labels["topic"].to_numpy()[some]]
            space = np.column_stack([space, own * model.labels["strength"].to_numpy()[some, None] / 2])
            perplexity = min(30, (len(some) - 1) / 3)
            tsne = TSNE(2, init="pca", perplexity=perplexity, max_iter=500, random_state=random_state)
            xy = tsne.fit_transform(space.astype(np.float32))
    table = model.labels.iloc[some][["unit_id", "doc_id", "topic"]].reset_index(drop=True)
    return pd.concat([table, pd.DataFrame(xy.astype(float), columns=["x", "y"])], axis=1)
