"""From what the clauses of a document tell to its reading: acts, statements and relations, each with its words."""
