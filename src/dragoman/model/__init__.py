"""What a reading is made of: documents, actors, acts, statements, relations, each fact with its spans."""
