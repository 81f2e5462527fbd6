"""From terms and blocks to findings: keywords, topics, themes, indicators, phrases, text reuse."""
