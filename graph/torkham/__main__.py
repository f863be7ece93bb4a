"""``python -m torkham``."""

from torkham.cli import main

if __name__ == "__main__":
    main()
