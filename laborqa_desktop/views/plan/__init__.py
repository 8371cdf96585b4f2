"""Service plans: the form, the steps to the confirmed edition, and what changed between two of them."""
