"""Pictures of every screen on the sample library: python -m tests.shots DIR."""
