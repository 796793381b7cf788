"""What a word of the command line may be; what it is not is said in Vietnamese after the name of the argument."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from motcua.kernel.vietnamese import clean, number


def whole(least: int, most: int) -> Callable[[str], int]:
    """Read a whole number between two others."""

    def read(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise ArgumentTypeError(f"phải là số từ {number(least)} đến {number(most)}, không phải {text}")
        return value

    return read


def file_to_read(text: str) -> Path:
    """A file that is there."""
    path = Path(text)
    if path.is_dir():
        raise ArgumentTypeError(f"“{text}” là thư mục, không phải tệp")
    if not path.is_file():
        raise ArgumentTypeError(f"không có tệp “{text}”")
    return path


def file_to_write(text: str) -> Path:
    """A file in a folder that is there."""
    path = Path(text)
    if path.is_dir():
        raise ArgumentTypeError(f"“{text}” là thư mục. Ghi cả tên tệp")
    if not path.resolve().parent.is_dir():
        raise ArgumentTypeError(f"không có thư mục “{path.parent}”")
    return path


def full_name(text: str) -> str:
    """The name of a person."""
    name = clean(text)
    if sum(letter.isalpha() for letter in name) < 2:
        raise ArgumentTypeError(f"ghi họ tên người, không phải “{text}”")
    return name
