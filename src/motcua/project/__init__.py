"""The project: settings, URLs, the list of listeners, commands. It alone knows every package."""
