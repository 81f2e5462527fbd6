#!/usr/bin/env bash
# scattertext 0.2.2: the lemma of a Chinese word is its first two characters.
# Guess before running: with chinese_nlp, use_lemmas=True changes nothing, as Chinese words have no other forms. (That a lemma was short had been seen
# once, by chance, while its sentences were looked at.)
# Seen: 现代化 and 现代 are one term 现代; 社会主义 and 社会 are 社会, 示范区 is 示范, 2021 and 2022 are both 20; “ is a term. Without lemmas words are
# whole (“ is still there).
# Why it matters: counts of different policies are added up under a word that is in neither, and the plot shows it as a frequent term. Keep
# use_lemmas=False for Chinese and take “ 〔 and the like out of the terms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps scattertext==0.2.2 jieba==0.42.1 spacy==3.8.18 flashtext==2.7 statsmodels==0.15.0 \
    scikit-learn==1.9.1 scipy==1.13.1 pandas==3.1.1 numpy==2.2.6 python-dateutil==2.9.0.post0 six==1.17.0 joblib==1.6.0 threadpoolctl==3.8.0  \
    narwhals==2.29.0 packaging==26.4 setuptools==80.9.0 thinc==8.3.14 blis==1.3.4 catalogue==2.0.10 confection==1.3.4 cymem==2.0.16 murmurhash==1.0.16 \
    preshed==3.0.15 srsly==2.5.6 wasabi==1.1.3 weasel==1.0.1 typer==0.29.2 click==8.5.1 rich==15.0.0 shellingham==1.5.4 pydantic==2.14.4 \
    pydantic_core==2.50.5 annotated-types==0.8.0 annotated-doc==0.0.7 typing-inspection==0.4.5 typing_extensions==4.16.0 httpx==0.28.1 requests==2.34.2 \
    certifi==2026.10.19.post1 charset-normalizer==3.5.3 idna==3.20 urllib3==2.8.0 jinja2==3.1.6 markupsafe==3.0.4 tqdm==4.70.1 pygments==2.21.0 \
    cloudpickle==3.1.3 \
    anyio==4.16.0 cloudpathlib==0.26.0 h11==0.16.0 httpcore==1.0.9 markdown-it-py==4.3.0 mdurl==0.1.2 patsy==1.0.3 smart_open==9.0.2 tzdata==2026.6 wrapt==2.5.2
cat >check.py <<'PY'
import warnings

import pandas as pd
import scattertext

warnings.simplefilter("ignore")
texts = ["推进现代化和“放管服”改革。2021年、2022年示范区建设。社会主义核心价值观。", "现代农业，社会治理。"]
table = pd.DataFrame({"year": ["a", "b"], "parsed": [scattertext.chinese_nlp(text) for text in texts]})


def terms(lemmas):
    """The single words of a corpus of both texts."""
    features = scattertext.FeatsFromSpacyDoc(use_lemmas=lemmas)
    corpus = scattertext.CorpusFromParsedDocuments(
        table, category_col="year", parsed_col="parsed", feats_from_spacy_doc=features
    ).build()
    return {term for term in corpus.get_terms() if " " not in term}


print(sorted(terms(True)))
assert {"现代化", "社会主义", "示范区", "2021", "2022", "“"} <= terms(False)
assert {"现代", "社会", "示范", "20", "“"} <= terms(True)
assert not {"现代化", "社会主义", "示范区", "2021", "2022"} & terms(True)
PY
TMPDIR=$folder venv/bin/python check.py
