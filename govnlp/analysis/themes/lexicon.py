"""Lexicons of policy themes, policy instruments and degrees of commitment."""

import re
from functools import cache
from pathlib import Path

import pandas as pd
import yaml

from govnlp.lexicons import lexicon_content, parse_yaml
from govnlp.notes import Mistake, Note

SHIPPED = ("themes", "instruments", "commitment", "state_council", "cap")
KEYS = {"weight", "terms", "pattern", "note", "not_in", "company"}
COLUMNS = ["entry", "kind", "weight", "not_in", "note", "company"]


def read_themes(source="themes"):
    """Read a lexicon of themes, policy instruments or degrees of commitment.

    Parameters
    ----------
    source : {"themes", "instruments", "commitment", "state_council", "cap"} or path
        A shipped lexicon, or the user's own YAML file: ``themes``, a list of mappings with ``name``,
        optionally ``zh``, ``en``, ``definition``, ``definition_zh`` and ``group``, and ``entries``. An entry is a
        string, or a mapping with ``terms`` (a list) or ``pattern`` (a regular expression), and optionally ``weight``
        (1), ``not_in`` (longer strings in which it is no hit), ``note`` (what makes it ambiguous) and ``company``
        (true: a word of many matters, which counts only where an entry without this stands in the sentence for the
        same theme, or another such word, both of weight 1 or more). In the place of
        entries, or beside them, ``of`` lists policy themes whose entries a theme is made of: a name, or a mapping
        with ``theme`` and ``only`` (a regular expression that their entries match). The topic classes of the State
        Council and the major topics of the Comparative Agendas Project are made so.

    Returns
    -------
    DataFrame
        A row per entry: theme, label_zh, label_en, definition, definition_zh (the same in Chinese), group, entry, kind
        (literal or pattern), weight, not_in (list of str), note, company (bool), lexicon (name and version). Rows
        may be added, changed or dropped before scoring. The group of an instrument is its side (供给型, 环境型, 需求型;
        Rothwell & Zegveld 1985), that of a degree of commitment its rank (5 duty to 1 trial). The 23 policy themes
        belong to eleven groups; `theme_groups` makes a lexicon of these.

    Raises
    ------
    FileNotFoundError
        There is no such file.
    ValueError
        The file is no lexicon, or an entry has an unknown key; the message names it.

    Examples
    --------
    >>> themes = read_themes()
    >>> themes["theme"].nunique(), set(themes["kind"]) == {"literal", "pattern"}
    (23, True)
    >>> themes["group"].nunique(), themes.loc[themes["theme"] == "教育", "group"].iloc[0]
    (11, '民生服务')
    >>> read_themes("instruments")["group"].unique().tolist()
    ['供给型', '环境型', '需求型']
    >>> read_themes("commitment")["theme"].unique().tolist()
    ['必须', '确保', '力争', '鼓励', '探索']
    >>> cap = read_themes("cap")
    >>> cap["theme"].nunique(), cap.loc[cap["entry"].eq("地铁"), "theme"].tolist()
    (21, ['交通'])
    """
    path = Path(f"{source}.yaml" if source in SHIPPED else source)
    content = lexicon_content(path.name) if source in SHIPPED else _parsed(path)
    lexicon = f"{content.get('name', path.stem)} {content.get('version', '')}".strip()
    rows = []
    for theme in content["themes"]:
        if not isinstance(theme, dict) or not (
            theme.get("name") and (theme.get("entries") or theme.get("of"))
        ):
            raise ValueError(Mistake("theme_incomplete", file=path.name, theme=str(theme)[:60]))
        about = {
            "theme": theme["name"],
            "label_zh": theme.get("zh", theme["name"]),
            "label_en": theme.get("en", theme["name"]),
            "definition": theme.get("definition", ""),
            "definition_zh": theme.get("definition_zh", theme.get("definition", "")),
            "group": theme.get("group"),
        }
        entries = [entry for raw in theme.get("entries", ()) for entry in _entries(raw, path)]
        entries += _taken(theme.get("of", ()), {entry["entry"] for entry in entries}, path)
        rows += [about | entry | {"lexicon": lexicon} for entry in entries]
    table = pd.DataFrame(rows)
    twice = table[table.duplicated(["theme", "entry"])]
    if len(twice):
        raise ValueError(Mistake("entry_twice", **twice[["entry", "theme"]].iloc[0]))
    return table


def theme_groups(themes):
    """A lexicon whose themes are the groups of another; a group of several has a name that none of its themes has.

    Parameters
    ----------
    themes : DataFrame
        From `read_themes`.

    Returns
    -------
    DataFrame
        The same rows; theme and labels are those of the group.

    Examples
    --------
    >>> theme_groups(read_themes())["theme"].unique()[3:6].tolist()
    ['基层治理与党建', '民生服务类', '生态环境与水务']
    """
    group = themes["group"].fillna(themes["theme"])
    several = themes.groupby(group)["theme"].transform("nunique").gt(1)
    first = themes.drop_duplicates("theme").set_index("theme")
    named = {"theme": group}
    for column in ("label_zh", "label_en"):
        named[column] = group.map(first[column]).fillna(group)
    ends = {"theme": "类", "label_zh": "类", "label_en": " (group)"}
    return themes.assign(
        **{column: names.mask(several, names + ends[column]) for column, names in named.items()}
    )


def definition_column(lang):
    """Column of a lexicon that defines its themes in a language."""
    return "definition_zh" if lang == "zh" else "definition"


@cache
def _policy():
    """The policy themes, read once for all themes that are made of them."""
    return read_themes()


def _taken(parts, own, path):
    """Entries of the policy themes that a theme is made of: each once, with its greatest weight."""
    if not parts:
        return []
    policy, taken = _policy(), []
    for part in parts:
        name, only = (part["theme"], part.get("only", "")) if isinstance(part, dict) else (part, "")
        rows = policy[
            policy["theme"].eq(name) & policy["entry"].str.contains(only) & ~policy["entry"].isin(own)
        ]
        if rows.empty:
            raise ValueError(Mistake("theme_of_nothing", file=path.name, theme=name, only=only))
        taken.append(rows)
    rows = pd.concat(taken).sort_values("weight", ascending=False, kind="stable")
    return rows.drop_duplicates("entry").sort_index(kind="stable")[COLUMNS].to_dict("records")


def _parsed(path):
    if not path.is_file():
        raise FileNotFoundError(Note("theme_lexicon_missing", name=str(path), known=", ".join(SHIPPED)))
    try:
        content = parse_yaml(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = getattr(error, "problem_mark", None)
        raise ValueError(Note("no_yaml", file=path.name, line=where.line + 1 if where else "?")) from error
    if not isinstance(content, dict) or not isinstance(content.get("themes"), list):
        raise ValueError(Note("no_themes", file=path.name))
    return content


def _entries(raw, path):
    raw = raw if isinstance(raw, dict) else {"terms": [raw]}
    unknown = sorted(set(raw) - KEYS)
    if unknown or ("terms" in raw) == ("pattern" in raw):
        what = Note("entry_key", name=unknown[0]) if unknown else Note("entry_either")
        known = ", ".join(sorted(KEYS))
        raise ValueError(Mistake("entry_form", file=path.name, what=what, entry=str(raw), known=known))
    kind = "pattern" if "pattern" in raw else "literal"
    for entry in [raw["pattern"]] if kind == "pattern" else raw["terms"]:
        if kind == "literal" and len(str(entry)) < 2:
            raise ValueError(Mistake("entry_short", file=path.name, entry=entry))
        if kind == "pattern":
            try:
                re.compile(entry)
            except re.error as error:
                raise ValueError(
                    Mistake("entry_pattern", file=path.name, entry=entry, error=error)
                ) from error
        yield {
            "entry": str(entry),
            "kind": kind,
            "weight": float(raw.get("weight", 1)),
            "not_in": list(raw.get("not_in", [])),
            "note": raw.get("note", ""),
            "company": bool(raw.get("company", False)),
        }
