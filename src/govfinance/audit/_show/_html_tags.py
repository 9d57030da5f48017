"""The few bits of HTML that all parts of the page are made of."""

from __future__ import annotations

from html import escape

from govfinance.audit._show._clean import printable

__all__ = ["element", "escaped"]


def escaped(text: str) -> str:
    """Text that stays text, between tags and in attributes.

    >>> escaped('<b a="1">')
    '&lt;b a=&quot;1&quot;&gt;'
    """
    return escape(printable(text))


def element(tag: str, text: str, css: str = "") -> str:
    """A tag with text in it.

    >>> element("p", "1 < 2", "message")
    '<p class="message">1 &lt; 2</p>'
    """
    return f'<{tag} class="{css}">{escaped(text)}</{tag}>' if css else f"<{tag}>{escaped(text)}</{tag}>"
