from motcua.documents.services.issue_paper import issue_paper
from motcua.documents.services.issue_signed import issue_signed
from motcua.documents.services.next_in_book import BookLine, next_in_book
from motcua.documents.services.render import render
from motcua.documents.services.sign_paper import AlreadySigned, NeedsNoSignature, sign_paper
from motcua.documents.services.store_file import FileRefused, store_file

__all__ = [
    "AlreadySigned",
    "BookLine",
    "FileRefused",
    "NeedsNoSignature",
    "issue_paper",
    "issue_signed",
    "next_in_book",
    "render",
    "sign_paper",
    "store_file",
]
