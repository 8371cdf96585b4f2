"""Fault and attack trials (reliability.md, section 4): a few times in every test run, in full by dev.py soak."""
