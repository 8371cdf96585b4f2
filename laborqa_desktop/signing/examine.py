"""The examination behind verify(). Slow to import: reach it through verify.py."""

import logging
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import Any

from cryptography import x509
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from laborqa_desktop import collector
from laborqa_desktop.signing import changes, findings, message, raw
from laborqa_desktop.signing.fast_reader import FastReader
from laborqa_desktop.signing.identity import fingerprint, is_self_signed
from laborqa_desktop.signing.names import display_name, organisation
from laborqa_desktop.signing.pades import PROGRAM
from laborqa_desktop.signing.verdict import Integrity, Signature, Verdict
from laborqa_desktop.text import Text

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is told in the verdict


def examine(data: bytes) -> Verdict:
    """The verdict about a file that looks like a PDF; may raise anything when it is broken."""
    digest = sha256(data).hexdigest()
    reader = FastReader(data)
    if reader.encrypted:
        return Verdict(Integrity.UNREADABLE, digest, findings=(findings.PROTECTED,))
    embedded: list[EmbeddedPdfSignature] = list(reader.embedded_signatures)
    found = Counter(tuple(int(number) for number in one.byte_range) for one in embedded)
    removed = Counter(raw.byte_ranges(data)) != found
    if not embedded and not removed:
        if raw.is_cut_off(data, data.rfind(b"%%EOF") + 1):
            return Verdict(Integrity.INCOMPLETE, digest, findings=(findings.CUT_OFF,))
        return Verdict(Integrity.UNSIGNED, digest, findings=(findings.UNSIGNED,))
    embedded.sort(key=lambda one: int(one.byte_range[2]) + int(one.byte_range[3]))
    certified = _certified(reader)
    seen = [_Seen(data, one, is_certified=_target(one.sig_field, "/V") == certified) for one in embedded]
    faults = [fault for one in seen for fault in one.faults]
    if removed:
        faults.insert(0, findings.REMOVED)
    if seen and seen[-1].end < len(data):
        faults.append(findings.APPENDED)
    if not faults:
        for one, following in pairwise(seen):
            faults.extend(one.later_changes(following))
    if faults and raw.is_cut_off(data, seen[-1].end if seen else 0):
        return Verdict(Integrity.INCOMPLETE, digest, _facts(seen), (findings.CUT_OFF, *faults))
    if faults:
        return Verdict(Integrity.ALTERED, digest, _facts(seen), tuple(faults))
    return Verdict(Integrity.INTACT, digest, _facts(seen), _good_news(_facts(seen)))


def _facts(seen: list["_Seen"]) -> tuple[Signature, ...]:
    return tuple(replace(one.facts, intact=not one.faults) for one in seen)


def _certified(reader: FastReader) -> object:
    permissions = reader.root.get("/Perms")
    return None if permissions is None else _target(permissions, "/DocMDP")


def _target(dictionary: Any, key: str) -> object:
    """The reference that stands under the key; None when there is none."""
    return getattr(dictionary.raw_get(key), "reference", None) if key in dictionary else None


def _good_news(signatures: tuple[Signature, ...]) -> tuple[Text, ...]:
    first = signatures[0]
    told = [findings.UNCHANGED.of(name=first.signer)]
    told += [findings.COUNTER_SIGNED.of(name=one.signer) for one in signatures[1:]]
    for one in signatures:
        issued = findings.ISSUED.of(name=one.signer, issuer=one.issuer)
        told.append(findings.SELF_SIGNED.of(name=one.signer) if one.self_signed else issued)
        if one.signed_at is None:
            told.append(findings.NO_TIME.of(name=one.signer))
        elif not one.certificate_valid:
            told.append(findings.NOT_VALID_THEN.of(name=one.signer))
    return tuple(told)


class _Seen:
    """One signature under examination: facts, faults and where its revision ends."""

    def __init__(self, data: bytes, embedded: EmbeddedPdfSignature, *, is_certified: bool) -> None:
        self.embedded = embedded
        self.facts = _describe(embedded, is_certified=is_certified)
        self.faults: list[Text] = []
        place = raw.hole(data, embedded.byte_range)
        self.end = place.length if place else 0
        if place is None:
            self.faults.append(findings.GAPS.of(field=self.facts.field))
            return
        covers_all = place.length == len(data)
        self.facts = replace(
            self.facts, covers_whole_file=covers_all, covered_sha256=sha256(data[: place.length]).hexdigest()
        )
        self._check(data, place)

    def _check(self, data: bytes, place: raw.Hole) -> None:
        ours = _is_ours(self.embedded)
        content = raw.contents(data, place, lower_only=ours)
        covered = data[: place.start] + data[place.end : place.length]
        same, genuine = True, content is not None
        if content is not None:
            try:
                same, genuine = message.is_genuine(self.embedded, content, covered, ours=ours)
            except Exception:  # whatever a mutilated message breaks, it is not genuine
                genuine = False
        if not same:
            self.faults.append(findings.CHANGED.of(name=self.facts.signer))
        if not genuine:
            self.faults.append(findings.SIGNATURE_CHANGED.of(field=self.facts.field))

    def later_changes(self, following: "_Seen") -> list[Text]:
        """What was done to the file after this signature against its permission.

        Beside what pyHanko finds: nobody's revision between two signatures, not even one that shows nothing.
        """
        fault = findings.NOT_ALLOWED.of(name=self.facts.signer)
        try:
            with collector.at_rest():        # a million small objects of differences; looks through them take 40 %
                self.embedded.compute_integrity_info(changes.policy())  # type: ignore[no-untyped-call]
            level = self.embedded.docmdp_level
        except Exception:  # a revision that cannot be read is none that was allowed
            level, result = None, None
        else:
            result = self.embedded.diff_result
        whole = self.embedded.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        next_to = following.embedded.signed_revision == self.embedded.signed_revision + 1
        if not whole or not next_to or level == MDPPerm.NO_CHANGES or not changes.are_allowed(result):
            self.faults.append(fault)
            return [fault]
        return []


def _is_ours(embedded: EmbeddedPdfSignature) -> bool:
    try:
        return bool(embedded.sig_object["/Prop_Build"]["/App"]["/Name"] == "/" + PROGRAM)
    except (KeyError, TypeError):
        return False


def _describe(embedded: EmbeddedPdfSignature, *, is_certified: bool) -> Signature:
    signature = Signature(field=str(embedded.field_name), certified=is_certified)
    try:
        der = embedded.signer_cert.dump()
        certificate = x509.load_der_x509_certificate(der)
        moment = embedded.self_reported_timestamp
        aware = moment if moment is None or moment.tzinfo else None
        valid = aware is not None and certificate.not_valid_before_utc <= aware <= certificate.not_valid_after_utc
        return replace(
            signature,
            signer=display_name(certificate.subject),
            organisation=organisation(certificate.subject),
            issuer=display_name(certificate.issuer),
            signed_at=aware,
            self_signed=is_self_signed(certificate),
            certificate_valid=valid,
            fingerprint=fingerprint(der),
            reason=str(embedded.sig_object.get("/Reason", "")),
            location=str(embedded.sig_object.get("/Location", "")),
        )
    except Exception:  # the certificate of a mutilated signature; what is known stays
        return replace(signature, signer=signature.field)
