"""The body of a web page that a script, a form field or a frame within the page holds and the browser draws."""

import html
import re

HAN = re.compile("[一-鿿]")
SENTENCE = re.compile("[，。；！？]")
LITERAL = re.compile(
    r'"((?:[^"\\\n]|\\.)*)"' r"|'((?:[^'\\\n]|\\.)*)'" r"|`((?:[^`\\]|\\.)*)`",
    re.S,
)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
PLAIN = {"n": "\n", "r": "\n", "t": "\t"}
FEWEST = 20  # Chinese letters of a body at least
HOLDERS = ("textarea", "noscript", "template", "xmp")


def hidden_body(tree):
    """Markup of the longest text that a page holds without showing it, or None.

    Looked at are text areas, hidden fields, templates, the pages within frames (srcdoc) and the texts in scripts.

    >>> from lxml import etree
    >>> page = '<script>var a = "\\\\u003cp>今年全区疏浚老渠三十里，居民都用上了干净的水。\\\\u003c/p>";</script>'
    >>> hidden_body(etree.fromstring(page, etree.HTMLParser()))
    '<p>今年全区疏浚老渠三十里，居民都用上了干净的水。</p>'
    """
    found = [_inner(x) for x in tree.iter(*HOLDERS)]
    found += [x.get("srcdoc") or "" for x in tree.iter("iframe")]
    found += [x.get("value") or "" for x in tree.iter("input")]
    found += [_literals(x.text or "") for x in tree.iter("script")]
    bodies = [_unescaped(x) for x in found]
    best = max(bodies, key=_letters, default="")
    return best if _letters(best) >= FEWEST and SENTENCE.search(best) else None


def _inner(element):
    """Markup inside an element."""
    from lxml import etree

    inside = "".join(etree.tostring(x, encoding="unicode", method="html") for x in element)
    return (element.text or "") + inside


def _literals(script):
    """Texts in Chinese sentences that a script holds, one after the other."""
    texts = ("".join(x) for x in LITERAL.findall(script))
    texts = (ESCAPE.sub(_character, x) for x in texts)
    return "\n".join(x for x in texts if HAN.search(x) and SENTENCE.search(x))


def _character(found):
    """The character that an escape stands for."""
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else PLAIN.get(found[3], found[3])


def _unescaped(text):
    """Markup that was escaped once more than markup is."""
    return html.unescape(text) if "&lt;" in text else text


def _letters(text):
    return len(HAN.findall(text))
