#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/press/unpack.h"

#include <minizip/unzip.h>

char *unpack_entry(struct arena *a, const char *archive, const char *name)
{
    unz_file_info64 info;
    unzFile u = unzOpen64(archive);
    assert_non_null(u);
    if (unzLocateFile(u, name, 1) != UNZ_OK)
        fail_msg("%s has no %s", archive, name);
    assert_int_equal(unzGetCurrentFileInfo64(u, &info, NULL, 0, NULL, 0, NULL, 0), UNZ_OK);
    char *text = arena_alloc(a, info.uncompressed_size + 1);
    assert_int_equal(unzOpenCurrentFile(u), UNZ_OK);
    assert_int_equal(unzReadCurrentFile(u, text, (unsigned)info.uncompressed_size), (int)info.uncompressed_size);
    assert_int_equal(unzCloseCurrentFile(u), UNZ_OK);
    unzClose(u);
    return text;
}
