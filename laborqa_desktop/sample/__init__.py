"""The sample library: a believable provider, the same for the same date."""
