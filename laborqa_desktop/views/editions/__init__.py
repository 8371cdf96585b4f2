"""What plans and checklists share: a bar of steps with what is missing, and the difference of two editions."""
