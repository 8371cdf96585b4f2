"""The encrypted library on disk: folder, keys, database, history, search, attachments, copies. No rules of records."""
