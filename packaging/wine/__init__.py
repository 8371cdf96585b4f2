"""A genuine Windows Python under Wine, on Debian: what builds and tries the Windows files where no Windows is.

Everything lies in the user's cache folder; deleting that folder loses nothing but minutes.
"""
