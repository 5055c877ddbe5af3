"""What a text names, found before anything is parsed: actors with their offices, places, dates."""
