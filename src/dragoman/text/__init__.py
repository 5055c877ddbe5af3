"""From a text as handed in to short clauses that parse well: repair, front matter, segments."""
