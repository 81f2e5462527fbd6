"""metadata.csv beside the documents, or in their archive: what their user knows goes before what was read."""

import csv
import io
import re
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import pandas as pd

from govnlp.documents.corpus import DOCUMENT_COLUMNS
from govnlp.documents.entities.divisions import gazetteer, only
from govnlp.documents.reading import encodings
from govnlp.documents.reading.archives import members_named
from govnlp.documents.reading.listing import CATALOGUE, list_files
from govnlp.lexicons import lexicon_content
from govnlp.notes import Note
from govnlp.text import find_dates

KEYS = ("file", "doc_id")
DATES = ("date", "year")
SIGNS = ",;\t"
"""What may stand between cells: spreadsheets of many regions write semicolons, and their Unicode text has tabs."""
TEMPLATE = ("title", "date", "place", "genre", "outlet")
STATED = ("title", "place", "genre", "outlet", "doc_number", "issuer", "topic_class")
"""Columns that are taken as they are given; `date` sets the day of publication and the year."""
PLACE = "所在地"
"""Chinese name of the column `place`."""
YEAR = re.compile(r"((?:19|20)\d\d)年?")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
ESCAPED = re.compile(r"^'(?=[=+\-@])")  # so that no spreadsheet takes a cell for a formula


class Catalogue(NamedTuple):
    """A metadata.csv: its name and bytes, how the paths of the documents beside it begin, what lists their files."""

    name: str
    data: bytes
    folder: str
    files: Callable

    @classmethod
    def on_disk(cls, path):
        """The one at a path."""
        return cls(str(path), path.read_bytes(), f"{path.parent}/", partial(list_files, path.parent))


def archived_catalogues(paths):
    """The metadata.csv files in the .zip archives among some files."""
    for path in paths:
        for name, data, names in members_named(path, CATALOGUE):
            folder = f"{path}!{name.removesuffix(CATALOGUE)}"
            files = [Path(f"{path}!{x}") for x in names if x != name]
            yield Catalogue(f"{path}!{name}", data, folder, lambda files=files: files)


def catalogues(source, paths=None):
    """The metadata.csv files of a source: in its folder, and in every subfolder that holds documents (`paths`)."""
    sources = [source] if isinstance(source, str | Path) else list(source)
    tops = [path if path.is_dir() else path.parent for path in map(Path, sources)]
    folders = dict.fromkeys([*tops, *(path.parent for path in paths or list_files(source))])
    return [folder / CATALOGUE for folder in folders if (folder / CATALOGUE).is_file()]


def with_catalogue(documents, path):
    """Documents with what a metadata.csv says of them.

    Parameters
    ----------
    documents : pandas.DataFrame
        `corpus.documents`.
    path : path or Catalogue
        The file; its column `file` has paths from its own folder, or its column `doc_id` names the documents.

    Returns
    -------
    pandas.DataFrame
        Cells that are filled replace what was read; where they differ from it, `year_evidence`, `place_evidence` and
        `genre_evidence` name the file. Columns of other names are added as text.

    Raises
    ------
    ValueError
        The file has no key; a row names no document, one that another row names, or no date; a cell stands under no
        column name; a column has the name of another, or of one that is read from the documents.
    """
    said = path if isinstance(path, Catalogue) else Catalogue.on_disk(Path(path))
    path = said.name
    rows = _rows(said)
    key = next((name for name in KEYS if name in rows), None)
    if key is None:
        columns = ", ".join(rows.columns) or Note("none")
        raise ValueError(Note("catalogue_no_key", path=path, columns=columns))
    own = [name for name in rows.columns if name not in (*KEYS, "date", *STATED)]
    if taken := sorted(set(own) & set(DOCUMENT_COLUMNS)):
        raise ValueError(Note("catalogue_taken", path=path, name=taken[0]))
    names = documents["doc_id"].map(_plain)
    if key == "file":
        names = documents["path"].map(lambda name: _beside(name, said.folder))
    known = set(names)
    if not rows[key].isin(known).all():
        known |= _there(said, key)
    rows[key] = rows[key].map(lambda name: name if name in known else name.strip(), na_action="ignore")
    _check(rows[key], known, path)
    if "date" in rows:
        rows["date"] = [_read_date(cell, path, at + 2) for at, cell in rows["date"].items()]
    given = rows.set_index(key).reindex(names).set_axis(documents.index).astype(object)
    given = given.where(given.notna(), None)
    out = documents.copy()
    for name in rows.columns.intersection(STATED):
        _put(out, name, given[name].map(lambda x: _genres().get(x, x)) if name == "genre" else given[name])
    if "place" in given:
        _put_region(out, given["place"].where(given["place"].ne(documents["place"]), None))
    if "date" in given:
        _put_date(out, given["date"])
    for name in own:
        out[name] = given[name].where(given[name].notna(), out.get(name))
    return out


def template(documents, folder, lang="en"):
    """What was read of the documents, as rows of a metadata.csv to be corrected by hand.

    Parameters
    ----------
    documents : pandas.DataFrame
        `corpus.documents`.
    folder : path
        Where the documents are.
    lang : {"zh", "en"}
        Of the heads and genres; either is read back.

    Returns
    -------
    pandas.DataFrame
        file, title, date (the day, or the year alone), place, genre, outlet, and columns of the user's own.
    """
    days = pd.to_datetime(documents["published"]).dt.strftime("%Y-%m-%d")
    date = days.astype(object).where(days.notna(), documents["year"].astype(object))
    table = documents.assign(file=documents["path"].map(lambda name: _beside(name, f"{folder}/")), date=date)
    own = [name for name in documents.columns if name not in DOCUMENT_COLUMNS]
    table = table[["file", *TEMPLATE, *own]].astype(object)
    if lang == "zh":
        table["genre"] = table["genre"].replace(
            {name: word["zh"] for name, word in _values_of("genre").items()}
        )
        table = table.rename(columns={name: word for word, name in _shown_names().items() if name in table})
    return table.where(table.notna(), "").reset_index(drop=True)


def _rows(said):
    """Cells of the file as text, blank ones missing; rows without any are left out. Keys keep their blanks."""
    path, text = said.name, encodings.decode(said.data)[0]
    try:
        most = max(SIGNS, key=text.partition("\n")[0].count)
        sign = next((x for x in SIGNS if set(KEYS) & set(_header(text, x))), most)
        _, *lines = list(csv.reader(io.StringIO(text, newline=None), strict=True, delimiter=sign)) or [[]]
    except csv.Error as error:
        raise ValueError(Note("catalogue_no_table", path=path, error=str(error))) from None
    header = _header(text, sign)
    if twice := [name for name in header if name and header.count(name) > 1]:
        raise ValueError(Note("catalogue_twice", path=path, name=twice[0]))
    for number, line in enumerate(lines, start=2):
        loose = [cell for name, cell in zip_longest(header, line, fillvalue="") if cell.strip() and not name]
        if loose:
            raise ValueError(Note("catalogue_loose", path=path, row=number, cell=loose[0], sign=sign))
    cells = [dict(zip(header, line, strict=False)) for line in lines]
    table = pd.DataFrame(cells, columns=list(filter(None, header)), dtype=str).fillna("")
    bare = table.apply(lambda column: column.str.strip())
    kept = [name for name in KEYS if name in table]
    table = bare.assign(**table[kept]).replace(ESCAPED, "", regex=True)
    table = table.mask(bare.eq("")).dropna(how="all")
    for name in kept:
        table[name] = table[name].map(_plain, na_action="ignore")
    return table.rename(columns={} if "date" in table else {"year": "date"})


def _header(text, sign):
    """Names of the columns; those with a meaning here are known in capitals, and by the names that reports show."""
    names = [name.strip() for name in next(csv.reader(io.StringIO(text), delimiter=sign), [])]
    known = (*KEYS, *DATES, *STATED)
    return [name.lower() if name.lower() in known else _shown_names().get(name, name) for name in names]


def _plain(name):
    """A path as it is compared: some systems take characters apart, and some write backslashes."""
    return normalize("NFC", name.replace("\\", "/"))


def _beside(path, folder):
    """A document's path as seen from a folder, which ends with a mark of its end."""
    return _plain(str(path)).removeprefix(_plain(folder)).removeprefix("./")


def _check(names, known, path):
    """Raise ValueError for the first row that names no document, or one that another row names."""
    for at, name in names.items():
        row = at + 2
        if pd.isna(name):
            raise ValueError(Note("catalogue_no_name", path=path, row=row, name=names.name))
        if name not in known:
            near = next(iter(get_close_matches(name, sorted(known), 1)), None)
            key = "catalogue_near" if near else "catalogue_no_document"
            raise ValueError(Note(key, path=path, row=row, name=name, near=near))
    if (twice := names[names.duplicated()]).size:
        raise ValueError(Note("catalogue_again", path=path, row=twice.index[0] + 2, name=twice.iloc[0]))


def _there(said, key):
    """Files beside it, or their stems: a row may be about one that was not read, or was not asked for."""
    return {_beside(x, said.folder) if key == "file" else _plain(x.stem) for x in said.files()}


def _read_date(cell, path, row):
    """Year, and day or None, that a cell states; None for a blank one."""
    if pd.isna(cell):
        return None
    if found := YEAR.fullmatch(cell):
        return int(found[1]), None
    date = next(iter(find_dates(COMPACT.sub(r"\1-\2-\3", cell))), None)
    if date is None or date.start:
        raise ValueError(Note("catalogue_no_date", path=path, row=row, cell=cell))
    return date.year, pd.Timestamp(date.year, date.month, date.day) if date.day else None


def _put(documents, name, given):
    """Put given values in the place of those that were read."""
    differs = given.notna() & given.ne(documents[name])
    documents[name] = documents[name].astype(object).mask(differs, given)
    if f"{name}_evidence" in documents:
        documents[f"{name}_evidence"] = documents[f"{name}_evidence"].mask(differs, CATALOGUE)


def _put_region(documents, places):
    """Put the regions of given places in the place of those that were read; none where several have the name."""
    for at, place in places.dropna().items():
        region = only(gazetteer()[0].get(place, ()))
        documents.loc[at, "region"] = region and region.full_name
        documents.loc[at, "region_code"] = region and region.code


def _put_date(documents, given):
    """Put given years and days in the place of those that were read; a day of another year goes.

    The day that was read says nothing new: a bulletin of 2023 that came out in 2024 stays one of 2023.
    """
    for at, (year, day) in given.dropna().items():
        if day is not None and documents.loc[at, "published"] == day:
            continue
        if documents.loc[at, "year"] is pd.NA or documents.loc[at, "year"] != year:
            documents.loc[at, ["year", "year_evidence"]] = [year, CATALOGUE]
        published = documents.loc[at, "published"]
        if day is not None or published.year != year:
            documents.loc[at, "published"] = pd.NaT if day is None else day


@cache
def _shown_names():
    """Columns by their Chinese names; the place has one of its own, for 地区 may be a grouping of the user's."""
    shown = {name: words["zh"] for name, words in lexicon_content("columns.yaml")["columns"].items()}
    named = {name: shown[name] for name in (*KEYS, "year", *STATED) if name != "place"}
    return {word: name for name, word in (named | {"date": shown["published"], "place": PLACE}).items()}


@cache
def _genres():
    """Genres by their Chinese and English names; any other word is a genre of the user's own."""
    return {word: name for name, words in _values_of("genre").items() for word in words.values()}


def _values_of(column):
    return lexicon_content("columns.yaml")["values"][column]
