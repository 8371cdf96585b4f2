"""Proves that an installation works, from an encrypted library to a signed report and every screen (--self-test).

runner.py knows how steps are done and told, plan.py which there are, start.py what surrounds them; the others hold the
steps themselves. Steps import what they need when they run, so that a part that is missing fails one step and not all.
"""
