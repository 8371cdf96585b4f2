"""Texts that wait for their language. Nothing here translates; a view, a report or the command line does, late."""

from collections.abc import Callable
from dataclasses import dataclass, replace

Translate = Callable[[str, str], str]
"""(context, English source) -> text in one language; the source itself when there is no translation."""


@dataclass(frozen=True)
class Text:
    """An English source text with its context, and the values for its named places.

    A value may itself be a Text; it is translated with the same language.
    """

    context: str
    source: str
    values: tuple[tuple[str, object], ...] = ()

    def of(self, **values: object) -> "Text":
        """The same text with values for its named places."""
        return replace(self, values=self.values + tuple(values.items()))

    def say(self, translate: Translate) -> str:
        """The text in the language of translate, its places filled."""
        words = translate(self.context, self.source)
        if not self.values:
            return words
        filled = {key: value.say(translate) if isinstance(value, Text) else value for key, value in self.values}
        return words.format(**filled)

    def __str__(self) -> str:
        return self.say(english)


def N_(context: str, source: str) -> Text:
    """Marks a text for the catalogues; both arguments must be literals, or lupdate cannot find them."""
    return Text(context, source)


def english(context: str, source: str) -> str:
    """The translation into English: the source itself."""
    return source
