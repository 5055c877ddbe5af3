"""Where people and programs ask: the command line, and how readings, explanations and figures are shown."""
