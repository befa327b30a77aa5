#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "ui/settings.h"

#define MOST_BYTES 65536
#define MOST_RECENT 9

/* Path of one of our files, its folder made when missing; NULL when there is no home. */
static const char *path_of(struct arena *a, const char *name)
{
    const char *own = getenv("MUFAKAT_CONFIG_DIR");
    const char *xdg = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    const char *folder = NULL;
    if (own && *own) {
        folder = own;
    } else if (xdg && *xdg == '/') {
        folder = arena_printf(a, "%s/mufakat", xdg);
    } else if (home && *home) {
        mkdir(arena_printf(a, "%s/.config", home), 0700);
        folder = arena_printf(a, "%s/.config/mufakat", home);
    }
    if (!folder)
        return NULL;
    mkdir(folder, 0700);
    return arena_printf(a, "%s/%s", folder, name);
}

/* The lines of a file, LF cut off; 0 when it cannot be read. */
static size_t read_lines(struct arena *a, const char *name, char ***ret)
{
    const char *path = path_of(a, name);
    struct buf b = BUF_INIT;
    struct err e = {0};
    size_t n = 0;
    if (path && file_read(path, MOST_BYTES, &b, &e) == ERR_NONE) {
        char *text = arena_strdup(a, buf_str(&b));
        for (const char *s = text; *s; s++)
            n += *s == '\n';
        *ret = ARENA_ARRAY(a, char *, n + 1);
        n = 0;
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
            (*ret)[n++] = line;
    }
    buf_done(&b);
    return n;
}

static void write_file(struct arena *a, const char *name, const struct buf *b)
{
    const char *path = path_of(a, name);
    struct err e = {0};
    if (path)
        err_ignore(file_write(path, buf_str(b), b->len, &e));
}

static bool is_setting(const char *line, const char *name)
{
    size_t n = strlen(name);
    return strncmp(line, name, n) == 0 && line[n] == '=';
}

const char *settings_get(struct arena *a, const char *name)
{
    char **lines = NULL;
    size_t n = read_lines(a, "setelan", &lines);
    for (size_t i = 0; i < n; i++)
        if (is_setting(lines[i], name))
            return lines[i] + strlen(name) + 1;
    return NULL;
}

void settings_put(const char *name, const char *value)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    char **lines = NULL;
    size_t n = read_lines(a, "setelan", &lines);
    for (size_t i = 0; i < n; i++)
        if (!is_setting(lines[i], name))
            buf_printf(&b, "%s\n", lines[i]);
    buf_printf(&b, "%s=%s\n", name, value);
    write_file(a, "setelan", &b);
    buf_done(&b);
    arena_free(a);
}

size_t settings_recent(struct arena *a, const char ***ret)
{
    char **lines = NULL;
    size_t n = read_lines(a, "terakhir", &lines);
    size_t kept = 0;
    *ret = ARENA_ARRAY(a, const char *, n + 1);
    for (size_t i = 0; i < n && kept < MOST_RECENT; i++)
        if (access(lines[i], F_OK) == 0)
            (*ret)[kept++] = lines[i];
    return kept;
}

void settings_add_recent(const char *path)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    const char **was = NULL;
    size_t n = settings_recent(a, &was);
    char *absolute = file_absolute(path);
    buf_printf(&b, "%s\n", absolute);
    for (size_t i = 0; i < n; i++)
        if (strcmp(was[i], absolute) != 0)
            buf_printf(&b, "%s\n", was[i]);
    bool newest_already = n > 0 && strcmp(was[0], absolute) == 0;
    if (!newest_already && !strchr(absolute, '\n'))
        write_file(a, "terakhir", &b);
    free(absolute);
    buf_done(&b);
    arena_free(a);
}
