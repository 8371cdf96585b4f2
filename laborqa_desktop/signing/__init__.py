"""Digital identities, signing and verifying of PDFs.

Belongs here: keys and certificates, PAdES signatures, what a signed file says about itself and the words for it. Not
here: the register of issued reports and anything drawn. pyHanko takes half a second to import: pades.py, examine.py and
what they use name it at the top, and sign.py and verify.py import those two when they are called.
"""
