"""Whether a PDF can be relied on, in words for whoever received it."""
