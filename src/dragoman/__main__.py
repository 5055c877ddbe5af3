"""`python -m dragoman`: the command line."""

from dragoman.views.command_line import main

if __name__ == "__main__":
    main()
