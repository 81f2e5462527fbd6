"""Analyse Chinese government documents: structure, words, keywords, topics, themes, facts and figures.

Two objects, `Corpus` and `TermMatrix`; everything else is a function that takes a table and returns a table.
Every name below is imported when it is first used, so that ``import govnlp`` costs next to nothing. All plots,
also those that only one stage needs, are in ``govnlp.plots``.
"""

import lazy_loader

__version__ = "0.2.0"

GROUPS = {
    "Documents": {
        "documents.corpus": ["Corpus", "load_corpus"],
        "documents.collecting": ["read_corpus", "read_table", "parse_text"],
        "documents.inventory": ["inventory"],
        "exploring.audit": ["audit_view"],
        "documents.reading.traditional": ["to_simplified"],
        "documents.restoring.spun": ["detect_spun", "restore_spun"],
        "documents.restoring.corpora": ["restore_corpus"],
    },
    "Words": {
        "words.segmenting": ["Segmenter", "segment"],
        "words.terms": ["count_terms"],
        "words.matrix": ["TermMatrix", "load_terms"],
        "words.shared_counts": ["shareable_counts"],
        "words.frequency": ["frequency"],
        "words.dispersion": ["dispersion"],
        "words.zipf": ["zipf"],
        "words.concordance": ["concordance"],
        "words.collocations": ["collocations"],
        "words.network": ["cooccurrence"],
        "words.newterms": ["new_terms"],
    },
    "Keywords and topics": {
        "analysis.keywords.tfidf": ["tfidf"],
        "analysis.keywords.keyness": ["keyness"],
        "analysis.keywords.references": ["work_reports"],
        "analysis.keywords.correspondence": ["correspondence"],
        "analysis.topics.choice": ["choose_k"],
        "analysis.topics.clustering": ["cluster_topics"],
        "analysis.topics.plane": ["topic_map"],
    },
    "Themes": {
        "analysis.themes.lexicon": ["read_themes"],
        "analysis.themes.scores": ["score_themes"],
        "analysis.themes.profile": ["theme_profile"],
        "analysis.themes.audit": ["theme_hits", "leave_one_out"],
        "analysis.themes.commitments": ["extract_commitments"],
        "analysis.coding.agreement": ["lexicon_codes", "theme_agreement"],
        "analysis.coding.learning": ["learn_themes"],
        "analysis.coding.sheets": ["export_passages", "read_codes"],
    },
    "Facts and phrases": {
        "analysis.indicators.extracting": ["extract_indicators"],
        "analysis.indicators.conflicts": ["find_conflicts"],
        "analysis.indicators.comparing": ["compare_indicators"],
        "analysis.phrases.extracting": ["extract_phrases"],
        "analysis.phrases.life": ["phrase_life"],
        "documents.entities.people": ["extract_people"],
        "documents.entities.places": ["extract_places"],
        "documents.entities.organisations": ["extract_organisations"],
        "analysis.versions.reuse": ["find_reuse"],
    },
    "Versions, citations, duties": {
        "analysis.versions.comparing": ["version_pair", "compare_versions"],
        "analysis.versions.targets": ["compare_targets"],
        "analysis.versions.ranking": ["rank_changes"],
        "analysis.versions.years": ["term_years", "year_trends"],
        "analysis.versions.breaks": ["change_points"],
        "analysis.citations.extracting": ["extract_citations"],
        "analysis.citations.network": ["citation_graph"],
        "analysis.citations.diffusion": ["diffusion"],
        "analysis.duties.extracting": ["extract_duties"],
        "analysis.duties.units": ["duty_matrix"],
    },
    "Stages and figures": {
        "stages": ["Stage"],
        "exploring.screen": ["explore"],
        "figures.saving": ["save_figure"],
        "figures.report": ["write_report"],
        "exploring.standalone": ["write_explorer"],
        "teaching": ["check_answer"],
        "figures.words": ["plot_frequency"],
        "figures.dispersion": ["plot_dispersion"],
        "figures.keywords": ["plot_keywords", "plot_keyness"],
        "figures.topics": ["plot_topics", "plot_topic_map"],
        "figures.themes": ["plot_themes"],
        "figures.theme_barcode": ["plot_theme_barcode"],
        "figures.indicators": ["plot_indicators"],
        "figures.clouds": ["plot_wordcloud"],
    },
}
"""What is public, by what it is for: the module of each name, from which it is imported when it is first used."""

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submodules=["plots"],
    submod_attrs={module: names for group in GROUPS.values() for module, names in group.items()},
)

__doc__ += "".join(
    f"\n{title}: {', '.join(name for names in group.values() for name in names)}\n"
    for title, group in GROUPS.items()
)
