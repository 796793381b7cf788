"""What the operating system refuses, in Vietnamese: its own words are English."""

import errno

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

_WORDS = {
    errno.ENOENT: gettext_noop("không có tệp hoặc thư mục này"),
    errno.EACCES: gettext_noop("không có quyền"),
    errno.EPERM: gettext_noop("không có quyền"),
    errno.EISDIR: gettext_noop("đây là thư mục, không phải tệp"),
    errno.ENOTDIR: gettext_noop("đường dẫn đi qua một tệp, không phải thư mục"),
    errno.EEXIST: gettext_noop("đã có từ trước"),
    errno.ENOSPC: gettext_noop("đĩa đã đầy"),
    errno.EROFS: gettext_noop("nơi này chỉ đọc được"),
    errno.ENAMETOOLONG: gettext_noop("tên quá dài"),
    errno.EADDRINUSE: gettext_noop("cổng này đang có chương trình khác dùng"),
    errno.EADDRNOTAVAIL: gettext_noop("máy này không có địa chỉ ấy"),
}


def reason(failure: OSError) -> str:
    """Why it failed, as the end of a sentence; a cause that we have no words for by its number."""
    known = _WORDS.get(failure.errno or 0)
    return _(known) if known else _("lỗi hệ thống số %(number)s") % {"number": failure.errno}
