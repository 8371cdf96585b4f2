"""The tests; also home of the pictures of all screens."""
