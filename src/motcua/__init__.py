"""Motcua: the software behind the one-stop desk (bộ phận một cửa).

SQLite comes from the ``pysqlite3`` wheel: the interpreter's own library may be older than 3.51.3, which
can corrupt a WAL database when two connections checkpoint at once. The alias must stand before Django loads
its database backend, so it stands in the first file that Python reads.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
