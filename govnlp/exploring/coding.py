"""Coding passages by hand in a notebook: one passage at a time, by keys alone, kept after each."""

from pathlib import Path

import pandas as pd
from fsspec.implementations.local import LocalFileSystem

from govnlp.analysis.coding.sheets import NO_THEME
from govnlp.analysis.themes.lexicon import definition_column
from govnlp.analysis.themes.scores import placed_texts
from govnlp.figures.html_tables import inert
from govnlp.figures.style import label
from govnlp.notes import Mistake
from govnlp.storage import write

KEYS = 9  # themes that a single key can choose; with more, numbers end with the enter key
BACK = ("b", "B", "退")  # typed to take the last passage again
CONTEXT = 200  # characters shown of the passages before and behind


class CodingScreen:
    """Where a coder is: passages, codes given so far, and the file that keeps them.

    Two coders have a file each and do not see each other's codes; with the same passages and seed they code the same
    passages in the same order. `read_codes` reads the files.
    """

    def __init__(self, source, path, themes, coder, *, chosen=None, n=60, random_state=0, lang="zh"):
        """Draw the passages, and take up the codes that the file has; see `code_passages`."""
        units = placed_texts(source)
        self.units, self.path, self.coder, self.lang = units, Path(path), coder, lang
        self.themes = themes.drop_duplicates("theme").reset_index(drop=True)
        self.order = _rows(units, chosen, n, random_state)
        self.codes = {}
        if self.path.exists():
            kept = pd.read_csv(self.path, dtype=str)
            if coder not in kept:
                raise ValueError(
                    Mistake("codes_of_other", path=self.path, other=kept.columns[-1], coder=coder)
                )
            self.codes = dict(zip(kept["unit_id"], kept[coder], strict=True))

    @property
    def ids(self):
        """unit_id of the passages to be coded, in order; the file may hold codes of others too."""
        return self.units["unit_id"].loc[self.order].tolist()

    @property
    def place(self):
        """Row of the passage to be coded next; None when all are."""
        return next((i for i, x in zip(self.order, self.ids, strict=True) if x not in self.codes), None)

    def give(self, typed):
        """Take what was typed: numbers of themes, 0 for none, b for back. Whether it was understood."""
        if typed in BACK:
            own = [x for x in self.codes if x in self.ids]
            if own:
                del self.codes[own[-1]]
                self._keep()
            return True
        numbers = typed.replace("，", " ").replace(",", " ").split()
        if self.place is None or not numbers or not all(x.isdecimal() for x in numbers):
            return False
        chosen = [int(x) for x in numbers]
        if max(chosen) > len(self.themes) or (0 in chosen and len(chosen) > 1):
            return False
        names = [self.themes["theme"][x - 1] if x else NO_THEME[0] for x in chosen]
        self.codes[self.units["unit_id"][self.place]] = "、".join(dict.fromkeys(names))
        self._keep()
        return True

    def _keep(self):
        table = pd.DataFrame({"unit_id": list(self.codes), self.coder: list(self.codes.values())})
        content = table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
        write(LocalFileSystem(), self.path.resolve().as_posix(), content)

    def html(self):
        """The passage between its neighbours, and how far the coder is."""
        n = sum(x in self.codes for x in self.ids)
        done = label("coding_done", self.lang, n=n, all=len(self.order))
        if self.place is None:
            return f"<p role='status'>{inert(done)}</p>"
        row = self.units.loc[self.place]
        around = [self._near(row, step) for step in (-1, 1)]
        before, behind = (f"<p style='color:#595959'>{inert(text)}</p>" if text else "" for text in around)
        section = f" · {inert(row['section'])}" if row["section"] else ""
        passage = f"<p style='font-size:120%'><strong>{inert(row['text'])}</strong></p>"
        return f"<p role='status'>{inert(done)}{section}</p>{before}{passage}{behind}"

    def _near(self, row, step):
        at = row.name + step
        if at not in self.units.index or self.units["doc_id"][at] != row["doc_id"]:
            return ""
        text = self.units["text"][at]
        return text[-CONTEXT:] if step < 0 else text[:CONTEXT]


def _rows(units, chosen, n, random_state):
    """Rows of the passages that were chosen, in that order; of so many at random where none were."""
    if chosen is None:
        return units.sample(min(n, len(units)), random_state=random_state).index.tolist()
    row = {unit_id: i for i, unit_id in units["unit_id"].items()}
    unknown = [x for x in chosen if x not in row]
    if unknown:
        raise ValueError(Mistake("no_passage", name=unknown[0], n=len(units)))
    return [row[x] for x in dict.fromkeys(chosen)]


def code_passages(source, path, themes, coder, *, chosen=None, n=60, random_state=0, lang="zh"):
    """A screen for coding passages by hand in a notebook, with keys alone.

    Type the number of a theme, or 0 where none fits; with up to nine themes a single key does it, with more end with
    the enter key, which also allows several numbers parted by blanks. b takes the last passage again. Codes are kept
    after each passage, and the same call goes on where it stopped.

    Parameters
    ----------
    source : Corpus or DataFrame
        A corpus stands for its content blocks, a table for its rows (unit_id, doc_id, text).
    path : str or path
        Ends in .csv; every coder has one. `read_codes` reads it.
    themes : DataFrame
        From `read_themes`.
    coder : str
    chosen : sequence of str, optional
        unit_id of the passages to code, in this order: those of ``learnt.next_passages``, or of a screen (`explore`).
    n : int
        Passages drawn at random where none are chosen.
    random_state : int
    lang : {"zh", "en"}

    Returns
    -------
    ipywidgets.Widget

    Raises
    ------
    ValueError
        The file has the codes of another coder, or a passage that was chosen is not there.
    """
    import ipywidgets as widgets

    screen = CodingScreen(
        source, path, themes, coder, chosen=chosen, n=n, random_state=random_state, lang=lang
    )
    passage = widgets.HTML(screen.html())
    single = len(screen.themes) <= KEYS
    box = widgets.Text(
        description=label("coding_key", lang),
        placeholder="0",
        continuous_update=single,
        layout={"width": "16em"},
    )
    items = "".join(
        f"<li value='{i}'>{inert(theme)} <small>{inert(definition)}</small></li>"
        for i, (theme, definition) in enumerate(
            zip(screen.themes["theme"], screen.themes[definition_column(lang)], strict=True), start=1
        )
    )
    help_line = label("coding_help_one" if single else "coding_help", lang)
    listed = widgets.HTML(f"<p>{inert(help_line)}</p><ol>{items}</ol>")

    def typed(change):
        text = change["new"].strip()
        if not text:
            return
        understood = screen.give(text)
        box.value = ""
        passage.value = screen.html()
        if not understood:
            passage.value += f"<p role='alert'>{inert(label('coding_unknown', lang, typed=text))}</p>"

    box.observe(typed, names="value")
    return widgets.VBox([passage, box, listed])
