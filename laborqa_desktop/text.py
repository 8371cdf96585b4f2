"""Texts that wait for their language. Nothing here translates; a view, a report or the command line does, late."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

Translate = Callable[[str, str], str]
"""(context, English source) -> text in one language; the source itself when there is no translation."""


class _Filler(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, more = format_spec.partition("|")
        if bar:
            return one if str(value) == "1" else more
        return str(super().format_field(value, format_spec))


_filler = _Filler()


def fill(words: str, /, **places: object) -> str:
    """Words with their places filled; {count:record|records} becomes the one word for 1 and the other for the rest.

    A language that needs no such place, as Chinese, leaves it out of its translation.
    """
    return _filler.format(words, **places)


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
        places = {key: value.say(translate) if isinstance(value, Text) else value for key, value in self.values}
        return fill(words, **places)

    def __str__(self) -> str:
        return self.say(english)


def N_(context: str, source: str) -> Text:
    """Marks a text for the catalogues; both arguments must be literals, or lupdate cannot find them."""
    return Text(context, source)


def english(context: str, source: str) -> str:
    """The translation into English: the source itself."""
    return source
