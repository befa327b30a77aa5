#include "config.h"

#include "app/press_find.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

#define PRESS "mufakat-press"
#define BINDERY "mufakat-bindery"

bool press_is_for_bindery(const char *verb)
{
    return strcmp(verb, "xlsx") == 0 || strcmp(verb, "pdf-join") == 0;
}

const char *press_program(const char *verb)
{
    return press_is_for_bindery(verb) ? BINDERY : PRESS;
}

/* The path when it can be run. */
static char *runnable(char *path)
{
    if (path && access(path, X_OK) == 0)
        return path;
    free(path);
    return NULL;
}

static char *as_told(const char *press, bool bindery)
{
    if (!bindery)
        return mem_strdup(press);
    char *folder = file_dir(press), *path = file_join(folder, BINDERY);
    free(folder);
    return path;
}

char *press_find(const char *verb)
{
    const char *told = getenv("MUFAKAT_PRESS");
    bool bindery = press_is_for_bindery(verb);
    const char *name = press_program(verb);
    if (told && *told)
        return runnable(as_told(told, bindery));
    char *path = runnable(file_beside_program(name)); /* built but not installed */
    if (!path) {                                      /* installed anywhere */
        char *tail = file_join("../libexec/mufakat", name);
        path = runnable(file_beside_program(tail));
        free(tail);
    }
    return path ? path : runnable(file_join(PKGLIBEXECDIR, name));
}
