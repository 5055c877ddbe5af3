"""One engine and frames as data: which acts the clauses of a text tell of, who plays which role in them, how far they have come."""
