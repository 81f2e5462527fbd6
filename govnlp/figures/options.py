"""What a stage hands to a plot: its table, and those of the options that the plot takes."""

import inspect


def spread_options(options, lang, documents):
    """Options with a lexicon of themes, a topic model and its passages taken apart, as plots want them."""
    from govnlp.analysis.topics.terms import marked_names
    from govnlp.figures.themes import lexicon_colours, theme_labels

    options = dict(options)
    if (themes := options.pop("themes", None)) is not None:
        options |= {"labels": theme_labels(themes, lang), "colours": lexicon_colours(themes)}
    if (model := options.pop("model", None)) is not None:
        topics = model.topics.set_index("topic")
        names = marked_names(model.topics, documents)
        known = {"names": names, "topic_names": names, "local": bool(topics["local"].any())}
        options = known | {"support": topics["support"], "shares": topics["share"]} | options
    if (passages := options.get("passages")) is not None:
        first = passages[passages["rank"].eq(1)].set_index("topic")
        options["passages"] = first.get("text")
    return options


def one_table(table):
    """One table of those of several documents or groups."""
    import pandas as pd

    if not isinstance(table, dict):
        return table
    return pd.concat([part.assign(side=side) for side, part in table.items()])


def fitting(function, options):
    """Those of the options that a function takes."""
    taken = inspect.signature(function).parameters
    return {name: value for name, value in options.items() if name in taken}
