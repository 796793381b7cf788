from motcua.documents.models.book import Book, BookKind
from motcua.documents.models.paper import Paper
from motcua.documents.models.stored_file import StoredFile

__all__ = ["Book", "BookKind", "Paper", "StoredFile"]
