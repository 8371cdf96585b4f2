"""The backup page, and what makes backups by itself while a library is open."""
