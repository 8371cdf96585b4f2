"""The four steps to a new library: company, password and recovery sheet, second place, where to begin."""
