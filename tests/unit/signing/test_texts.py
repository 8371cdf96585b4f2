from string import Formatter

from laborqa_desktop.signing import findings, guide, pades, pfx, words
from laborqa_desktop.text import Text


def test_no_sentence_speaks_of_a_ca_or_of_an_electronic_seal():
    said = [
        value.source
        for module in (findings, pades, pfx, words)
        for value in vars(module).values()
        if isinstance(value, Text)
    ]
    said += [text.source for _, text in words.HEADLINES.values()]
    shown = guide.trust_guide("C", "AB", "c.cer")
    said += [shown.title.source, shown.introduction.source, *(text.source for text in shown.steps + shown.notes)]
    assert len(said) > 50
    assert not [text for text in said if " CA " in f" {text} " or "电子签章" in text]


def test_every_place_of_the_guide_is_filled():
    shown = guide.trust_guide("江苏恒信", "AB12", "seal.cer")
    texts = (shown.title, shown.introduction, *shown.steps, *shown.notes)
    assert not [text for text in texts if next(iter(Formatter().parse(str(text))))[1]]
    assert any("AB12" in str(text) for text in shown.steps)
