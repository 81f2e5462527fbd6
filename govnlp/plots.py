"""Every plot: a table in, Axes out; they neither compute statistics nor save (`save_figure`)."""

import lazy_loader

MODULES = {
    "figures.citations": ["plot_citations"],
    "figures.clouds": ["plot_wordcloud"],
    "figures.coding": ["plot_confusion"],
    "figures.conflicts": ["plot_conflicts"],
    "figures.diffusion": ["plot_diffusion"],
    "figures.dispersion": ["plot_dispersion", "plot_term_barcode"],
    "figures.documents": ["plot_inventory", "plot_structure"],
    "figures.duties": ["plot_deadlines", "plot_duties"],
    "figures.indicators": ["plot_indicators"],
    "figures.keywords": ["plot_keyness", "plot_keyness_documents", "plot_keywords"],
    "figures.network": ["plot_network"],
    "figures.phrases": ["plot_life", "plot_phrases", "plot_reuse"],
    "figures.pmc": ["plot_pmc_surface"],
    "figures.prevalence": ["plot_prevalence"],
    "figures.provinces": ["plot_provinces"],
    "figures.resemblance": ["plot_correspondence", "plot_dendrogram"],
    "figures.spread": ["plot_theme_spread", "plot_word_spread"],
    "figures.theme_barcode": ["plot_theme_barcode"],
    "figures.theme_profiles": ["plot_theme_compare", "plot_theme_profile"],
    "figures.themes": ["plot_themes"],
    "figures.topic_numbers": ["plot_choose_k"],
    "figures.topics": ["plot_topic_document", "plot_topic_map", "plot_topics"],
    "figures.versions": ["plot_versions"],
    "figures.words": ["plot_frequencies", "plot_frequency", "plot_zipf"],
    "figures.years": ["plot_years"],
}
"""The plots of each module, from which they are imported when they are first used."""

__getattr__, __dir__, __all__ = lazy_loader.attach("govnlp", submod_attrs=MODULES)
