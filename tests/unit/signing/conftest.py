from datetime import UTC, datetime

import pytest

from laborqa_desktop.signing import sign
from laborqa_desktop.signing.identity import Identity, create
from tests.unit.signing.tagged_pdf import seal_page, tagged_pdf

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def provider() -> Identity:
    return create("江苏恒信劳务服务有限公司", now=NOW)


@pytest.fixture(scope="session")
def client() -> Identity:
    return create("华东智慧物流集团股份有限公司", now=NOW)


@pytest.fixture(scope="session")
def signed(provider: Identity) -> bytes:
    pdf = tagged_pdf(pages=2, figures=4)
    return sign.sign(pdf, provider, moment=NOW, appearance=seal_page(), reason="质量报告签发", location="南京")


@pytest.fixture(scope="session")
def counter_signed(signed: bytes, client: Identity) -> bytes:
    return sign.counter_sign(signed, client, moment=NOW, appearance=seal_page())
