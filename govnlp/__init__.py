"""Analyse Chinese government documents: structure, words, keywords, topics, themes, facts and figures.

Two objects, `Corpus` and `TermMatrix`; everything else is a function that takes a table and returns a table.
Every name below is imported when it is first used, so that ``import govnlp`` costs next to nothing.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "scaling": ["map_partitions", "merge_partitions"],
        "documents.corpus": ["Corpus", "load_corpus"],
        "documents.reading": ["read_corpus", "parse_text"],
        "documents.tables": ["read_table"],
        "documents.people": ["extract_people"],
        "documents.places": ["extract_places"],
        "documents.spun": ["detect_spun", "restore_spun"],
        "words.dictionaries": ["read_lexicon", "read_stopwords"],
        "words.segmenting": ["Segmenter", "segment"],
        "words.matrix": ["TermMatrix", "count_terms", "load_terms"],
        "words.frequency": ["frequency"],
        "words.dispersion": ["dispersion"],
        "words.concordance": ["concordance"],
        "words.collocations": ["collocations", "compare_collocates"],
        "words.diversity": ["diversity"],
        "words.network": ["cooccurrence"],
        "words.positions": ["positions"],
        "words.sensitivity": ["rank_agreement", "rank_terms"],
        "words.sharing": ["read_source", "shareable_counts"],
        "words.zipf": ["zipf"],
        "analysis.tfidf": ["tfidf"],
        "analysis.keyness": ["keyness"],
        "analysis.correspondence": ["correspondence"],
        "analysis.themes": ["evidence_counts", "score_themes"],
        "analysis.theme_lexicon": ["read_themes"],
        "analysis.theme_audit": ["leave_one_out", "theme_drivers", "theme_hits"],
        "analysis.agreement": ["export_passages", "lexicon_codes", "read_codes", "theme_agreement"],
        "analysis.commitments": ["extract_commitments"],
        "analysis.pmc": ["pmc_index", "pmc_surface"],
        "analysis.theme_profile": ["compare_themes", "theme_cooccurrence", "theme_profile"],
        "analysis.indicators": ["extract_indicators"],
        "analysis.comparing": ["compare_indicators", "find_conflicts"],
        "analysis.phrases": ["extract_phrases"],
        "analysis.reuse": ["find_reuse"],
        "exploring.screen": ["explore"],
        "exploring.page": ["write_explorer"],
        "figures.clouds": ["plot_network", "plot_wordcloud", "plot_wordclouds"],
        "figures.documents": ["plot_inventory", "plot_structure"],
        "figures.facts": ["plot_indicators", "plot_phrases", "plot_reuse"],
        "figures.keywords": [
            "plot_correspondence",
            "plot_keyness",
            "plot_keyness_documents",
            "plot_keywords",
        ],
        "figures.manifest": ["record_run"],
        "figures.report": ["write_report"],
        "figures.multiples": ["pages"],
        "figures.names": ["colours_by_name", "place_names", "short_names"],
        "figures.saving": ["save_figure", "save_table", "source_line"],
        "figures.style": ["label", "style"],
        "figures.tables": ["show_notes", "table_html"],
        "figures.pmc": ["plot_pmc_surface"],
        "figures.theme_barcode": ["plot_theme_barcode"],
        "figures.theme_profiles": ["plot_theme_compare", "plot_theme_profile"],
        "figures.themes": ["plot_themes", "theme_colours", "theme_labels", "theme_pages"],
        "figures.topics": ["plot_choose_k", "plot_topic_document", "plot_topic_map", "plot_topics"],
        "figures.words": [
            "plot_dispersion",
            "plot_frequencies",
            "plot_frequency",
            "plot_term_barcode",
            "plot_zipf",
        ],
    },
)
