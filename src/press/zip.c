#include "config.h"

#include "press/zip.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <minizip/zip.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

#define NAMES_IN_UTF8 (1u << 11) /* APPNOTE 4.4.4, bit 11 */
#define MADE_BY 20u              /* no system's own permissions; readers take their own defaults */
#define FIRST_DAY ((1u << 21) | (1u << 16)) /* 1 January 1980, midnight: the format knows no earlier one */
#define PIECE 65536
#define ZIP64_FROM 0xFFFFFFFFu /* sizes from here on need the long form */

struct zip {
    zipFile file;
    char *shown;  /* the name for sentences */
    struct arena *a;
    const char **names; /* so that no two entries have one name */
    size_t n_names;
};

/* Deflating these again only costs time. */
static const char *const packed[] = {".jpg", ".jpeg", ".png", ".zip", ".docx", ".xlsx"};

static bool is_packed(const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        size_t len = strlen(packed[i]);
        if (n > len && strcasecmp(name + n - len, packed[i]) == 0)
            return true;
    }
    return false;
}

/* The library says only that it failed; errno, cleared before the call, says why. */
static enum err_code failed(const struct zip *z, struct err *e)
{
    if (errno == 0)
        errno = EIO;
    return file_write_failed(z->shown, e);
}

enum err_code zip_open(const char *file, const char *shown, struct zip **ret, struct err *e)
{
    struct zip *z = mem_zalloc(sizeof *z);
    z->shown = mem_strdup(shown);
    z->a = arena_new();
    errno = 0;
    z->file = zipOpen64(file, APPEND_STATUS_CREATE);
    if (!z->file) {
        enum err_code code = failed(z, e);
        zip_drop(z);
        return code;
    }
    *ret = z;
    return ERR_NONE;
}

/* A name that stays inside the folder that it is unpacked into, on every system. */
static bool name_is_safe(const char *name)
{
    if (!*name || *name == '/' || strchr(name, '\\') || strchr(name, ':') || !text_valid(name, strlen(name)))
        return false;
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        size_t n = strcspn(part, "/");
        if (n == 0 || (n == 1 && part[0] == '.') || (n == 2 && memcmp(part, "..", 2) == 0))
            return false;
    }
    return true;
}

static enum err_code check_name(const struct zip *z, const char *name, struct err *e)
{
    bool good = name_is_safe(name);
    for (size_t i = 0; good && i < z->n_names; i++)
        good = strcasecmp(z->names[i], name) != 0; /* some systems take both for one file */
    if (good)
        return ERR_NONE;
    return err_set(e, ERR_INPUT,
                   _("Nama \"%s\" tidak dapat dipakai di dalam berkas zip. Tidak ada yang ditulis; ganti namanya."),
                   name);
}

static void keep_name(struct zip *z, const char *name)
{
    if ((z->n_names & (z->n_names - 1)) == 0) {
        const char **more = ARENA_ARRAY(z->a, const char *, z->n_names ? z->n_names * 2 : 1);
        for (size_t i = 0; i < z->n_names; i++)
            more[i] = z->names[i];
        z->names = more;
    }
    z->names[z->n_names++] = arena_strdup(z->a, name);
}

static enum err_code begin(struct zip *z, const char *name, uint64_t size, struct err *e)
{
    const zip_fileinfo info = {.dosDate = FIRST_DAY};
    enum err_code code = check_name(z, name, e);
    if (code)
        return code;
    keep_name(z, name);
    errno = 0;
    int rc = zipOpenNewFileInZip4_64(z->file, name, &info, NULL, 0, NULL, 0, NULL,
                                     is_packed(name) ? 0 : Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS,
                                     DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0, MADE_BY, NAMES_IN_UTF8,
                                     size >= ZIP64_FROM);
    return rc == ZIP_OK ? ERR_NONE : failed(z, e);
}

static enum err_code write_some(struct zip *z, const char *p, size_t n, struct err *e)
{
    while (n > 0) {
        unsigned some = n < PIECE ? (unsigned)n : PIECE;
        errno = 0;
        if (zipWriteInFileInZip(z->file, p, some) != ZIP_OK)
            return failed(z, e);
        p += some;
        n -= some;
    }
    return ERR_NONE;
}

static enum err_code end(struct zip *z, struct err *e)
{
    errno = 0;
    return zipCloseFileInZip(z->file) == ZIP_OK ? ERR_NONE : failed(z, e);
}

enum err_code zip_add(struct zip *z, const char *name, const void *p, size_t n, struct err *e)
{
    enum err_code code = begin(z, name, n, e);
    if (!code)
        code = write_some(z, p, n, e);
    return code ? code : end(z, e);
}

static enum err_code copy(struct zip *z, int from, const char *path, struct err *e)
{
    char *piece = mem_alloc(PIECE);
    enum err_code code = ERR_NONE;
    while (!code) {
        ssize_t n = read(from, piece, PIECE);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            code = file_read_failed(path, e);
        if (n <= 0)
            break;
        code = write_some(z, piece, (size_t)n, e);
    }
    free(piece);
    return code;
}

enum err_code zip_add_file(struct zip *z, const char *name, const char *path, struct err *e)
{
    int from;
    int64_t size;
    enum err_code code = file_open(path, &from, &size, e);
    if (code)
        return code;
    code = begin(z, name, (uint64_t)size, e);
    if (!code)
        code = copy(z, from, path, e);
    close(from);
    return code ? code : end(z, e);
}

static void release(struct zip *z)
{
    arena_free(z->a);
    free(z->shown);
    free(z);
}

enum err_code zip_close(struct zip *z, struct err *e)
{
    errno = 0;
    int rc = zipClose(z->file, NULL);
    enum err_code code = rc == ZIP_OK ? ERR_NONE : failed(z, e);
    release(z);
    return code;
}

void zip_drop(struct zip *z)
{
    if (!z)
        return;
    if (z->file)
        zipClose(z->file, NULL);
    release(z);
}
