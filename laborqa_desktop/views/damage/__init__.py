"""What to do about a damaged library, step by step."""
