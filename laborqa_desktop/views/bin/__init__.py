"""The page Recycle bin."""
