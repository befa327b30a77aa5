#include "config.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "app/copy_session.h"
#include "base/file.h"
#include "base/text.h"
#include "ui/ask_file.h"
#include "ui/session_files.h"
#include "ui/typed_path.h"

#define MOST_FOUND 200

struct found {
    const char *path;
    time_t changed;
};

struct finding {
    struct arena *a;
    const char *const *endings;
    struct found v[MOST_FOUND];
    size_t n;
};

/* --- finding --- */

static bool ends_right(const char *name, const char *const *endings)
{
    size_t n = strlen(name);
    for (; *endings; endings++) {
        size_t len = strlen(*endings);
        if (n > len && strcasecmp(name + n - len, *endings) == 0)
            return true;
    }
    return false;
}

/* A file counts once, however it was come upon. */
static void add_found(struct finding *f, const char *path)
{
    struct stat st;
    char *absolute = file_absolute(path);
    bool known = false;
    for (size_t i = 0; i < f->n; i++)
        known = known || strcmp(f->v[i].path, absolute) == 0;
    if (!known && f->n < MOST_FOUND && stat(absolute, &st) == 0 && S_ISREG(st.st_mode))
        f->v[f->n++] = (struct found){arena_strdup(f->a, absolute), st.st_mtime};
    free(absolute);
}

static void find_in(struct finding *f, const char *folder)
{
    struct dirent **names = NULL;
    int count = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (names[i]->d_name[0] != '.' && ends_right(names[i]->d_name, f->endings))
            add_found(f, arena_printf(f->a, "%s/%s", folder, names[i]->d_name));
        free(names[i]);
    }
    free(names);
}

static int newest_first(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->changed != y->changed)
        return x->changed < y->changed ? 1 : -1;
    return strcmp(x->path, y->path);
}

/* `beside`: the open session's file; NULL: none. */
static void find_all(struct finding *f, const char *beside)
{
    static const char *const usual[] = {"", "/Unduhan", "/Downloads", "/Dokumen", "/Documents", "/Gambar", "/Pictures", "/Desktop"};
    const char *home = getenv("HOME");
    const char **sticks = NULL;
    if (beside) {
        char *dir = file_dir(beside);
        find_in(f, dir);
        free(dir);
    }
    find_in(f, ".");
    find_in(f, session_folder(f->a));
    for (size_t i = 0; home && *home && i < sizeof usual / sizeof *usual; i++)
        find_in(f, arena_printf(f->a, "%s%s", home, usual[i]));
    size_t n = copy_find_sticks(f->a, &sticks);
    for (size_t i = 0; i < n; i++)
        find_in(f, sticks[i]);
    qsort(f->v, f->n, sizeof *f->v, newest_first);
}

/* --- asking --- */

/* "~/Unduhan" for a folder at home. */
static const char *folder_words(const char *path, const char *name, struct arena *a)
{
    const char *home = getenv("HOME");
    const char *folder = arena_memdup(a, path, (size_t)(name - path) - (name > path + 1));
    size_t n = home ? strlen(home) : 0;
    return n > 1 && strncmp(folder, home, n) == 0 ? arena_printf(a, "~%s", folder + n) : folder;
}

void ui_ask_file(struct screen *s, int tag, const char *title, const char *const *endings, popup_done *done)
{
    struct arena *a = arena_new();
    struct finding *f = ARENA_NEW(a, struct finding);
    *f = (struct finding){.a = a, .endings = endings};
    find_all(f, ui_app(s->ui) ? app_path(ui_app(s->ui)) : NULL);
    struct pick_item *v = ARENA_ARRAY(a, struct pick_item, f->n + 1);
    for (size_t i = 0; i < f->n; i++) {
        const char *name = strrchr(f->v[i].path, '/') + 1;
        v[i] = (struct pick_item){.text = name, .note = folder_words(f->v[i].path, name, a), .also = f->v[i].path};
    }
    ui_pick(s, tag, title, v, (int)f->n, true, done);
    arena_free(a);
}

static bool is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* A path that was typed in full is never replaced by one that only resembles it. */
const char *ui_asked_file(const struct popup_result *r, struct arena *a)
{
    const char *typed = typed_path(TXT(r->text), a);
    bool whole = *typed == '/' && (!r->picked || strncmp(r->picked, typed, strlen(typed)) != 0);
    return !r->picked || whole || (*typed && is_file(typed)) ? typed : arena_strdup(a, r->picked);
}
