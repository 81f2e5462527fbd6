"""Archives (.zip, .7z): members are read in memory, never written to disk, within stated limits."""

import io
import zipfile
import zlib
from contextlib import suppress

from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError)  # what reading a member may raise


def member_name(info):
    """Name of a member; archives made on Chinese systems store GBK bytes without saying so.

    >>> info = zipfile.ZipInfo("云岭.txt".encode("gbk").decode("cp437"))
    >>> member_name(info)
    '云岭.txt'
    """
    if info.flag_bits & 0x800:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def unpacks_to_more(info, left):
    """Whether a member is larger than what is left, or larger than what packs so well can honestly be."""
    return info.file_size > min(left, max(1_000_000, limit("ratio") * info.compress_size))


def members(data):
    """(name, bytes or Unreadable) of each file of an archive, in the order of names.

    Raises
    ------
    Unreadable
        Where the archive is damaged or holds more files than its limit.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise Unreadable(Note("damaged_zip", error=str(error))) from error
    infos = [x for x in archive.infolist() if not x.filename.endswith("/")]  # is_dir fails on an empty name
    if len(infos) > limit("members"):
        raise Unreadable(Note("many_members", n=len(infos), limit=limit("members")))
    left = limit("unpacked")
    for info in sorted(infos, key=member_name):
        name = member_name(info) or "no name"
        if unpacks_to_more(info, left):
            yield name, Unreadable(Note("unpacks_to_more"))
            continue
        try:
            with archive.open(info) as file:
                content = file.read(info.file_size + 1)
        except NotImplementedError as error:
            yield name, Unreadable(Note("damaged_member", error=str(error)))
            continue
        except RuntimeError:
            yield name, Unreadable(Note("encrypted_member"))
            continue
        except BROKEN as error:
            yield name, Unreadable(Note("damaged_member", error=str(error)))
            continue
        left -= len(content)
        yield name, content


def members_named(path, wanted):
    """(name, bytes, names of all members) of each readable member of a .zip file that has one file name."""
    if path.suffix.lower() != ".zip" or not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        infos = {member_name(x).replace("\\", "/"): x for x in archive.infolist()}
        for name, info in infos.items():
            if name.split("/")[-1] == wanted and not unpacks_to_more(info, limit("text")):
                with suppress(*BROKEN, RuntimeError):  # reading the archive itself says what is wrong with it
                    data = archive.read(info)
                    yield name, data, list(infos)


def members_of_7z(data):
    """(name, bytes or Unreadable) of each file of a .7z archive, as `members`."""
    try:
        import py7zr
        from py7zr.io import BytesIOFactory
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".7z")) from error
    try:
        with py7zr.SevenZipFile(io.BytesIO(data)) as archive:
            if archive.needs_password():
                raise Unreadable(Note("encrypted_member"))
            infos = [x for x in archive.list() if not x.is_directory]
            if len(infos) > limit("members"):
                raise Unreadable(Note("many_members", n=len(infos), limit=limit("members")))
            size = sum(x.uncompressed for x in infos)
            if size > min(limit("unpacked"), max(1_000_000, limit("ratio") * len(data))):
                raise Unreadable(Note("unpacks_to_more"))
            factory = BytesIOFactory(size + 1)
            archive.extractall(factory=factory)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Note("damaged_7z", error=type(error).__name__)) from error
    for name in sorted(factory.products):
        yield name, factory.products[name].read()
