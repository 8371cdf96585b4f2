"""The page Personal data."""
