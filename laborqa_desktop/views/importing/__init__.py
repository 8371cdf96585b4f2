"""From a spreadsheet into the library: file, columns, dry run, result."""
