"""Looking at the whole library: on demand and by itself."""
