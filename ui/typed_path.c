#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/typed_path.h"

const char *typed_path(const char *typed, struct arena *a)
{
    static const char scheme[] = "file://";
    char *path = text_trim(a, typed);
    size_t n = strlen(path);
    if (n >= 2 && (path[0] == '\'' || path[0] == '"') && path[n - 1] == path[0])
        path = arena_memdup(a, path + 1, n - 2);
    if (strncmp(path, scheme, strlen(scheme)) == 0)
        path += strlen(scheme);
    if (path[0] == '~' && path[1] == '/' && getenv("HOME"))
        return arena_printf(a, "%s%s", getenv("HOME"), path + 1);
    return path;
}
