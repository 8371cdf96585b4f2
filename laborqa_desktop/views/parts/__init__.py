"""Small parts that every screen is made of: real, focusable widgets with accessible names, painted from tokens."""
