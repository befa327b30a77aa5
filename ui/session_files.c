#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/read.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/due.h"
#include "model/stages.h"
#include "ui/session_files.h"

#define MOST_NAMES 1000

const char *session_folder(struct arena *a)
{
    const char *own = getenv("MUFAKAT_SESSION_DIR");
    const char *home = getenv("HOME");
    if (!(own && *own) && !(home && *home))
        return ".";
    const char *folder = own && *own ? own : arena_printf(a, "%s/Mufakat", home);
    if (mkdir(folder, 0700) != 0 && access(folder, W_OK) != 0)
        return ".";
    return folder;
}

/* "Standar Pelayanan KTP-el" -> "standar-pelayanan-ktp-el": safe on every file system. */
static const char *file_words(struct arena *a, const char *name)
{
    char *s = text_fold(a, name);
    char *to = s;
    for (const char *p = s; *p && to - s < 48; p++) {
        bool plain = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
        if (plain)
            *to++ = *p;
        else if (to > s && to[-1] != '-')
            *to++ = '-';
    }
    while (to > s && to[-1] == '-')
        to--;
    *to = '\0';
    return *s ? s : "fkp";
}

const char *session_new_path(struct arena *a, const char *name, int64_t day)
{
    char date[DATE_TEXT];
    const char *folder = session_folder(a);
    const char *words = file_words(a, name);
    date_iso(day, date);
    const char *path = arena_printf(a, "%s/%s-%s.fkp", folder, words, date);
    for (int n = 2; n < MOST_NAMES && access(path, F_OK) == 0; n++)
        path = arena_printf(a, "%s/%s-%s-%d.fkp", folder, words, date, n);
    return path;
}

/* --- describing --- */

static const char *describe(struct app *app, struct arena *a, const char *path)
{
    struct dossier *d = NULL;
    struct note_counts counts = {0};
    struct err e = {0};
    struct stage_state stages[STAGE_COUNT];
    char date[DATE_TEXT];
    if (read_frame(app, a, &d, &e) != ERR_NONE || read_note_counts(app, &ID_NONE, &counts, &e) != ERR_NONE)
        return path;
    const struct session *s = dossier_session(d);
    int64_t today = stamp_day(clock_now(app_clock(app)), app_zone(app));
    int late = 0;
    stages_of(d, &counts, today, a, stages);
    for (size_t i = 0; i < d->agreement.n; i++)
        late += due_overdue_days(d, &d->agreement.v[i], today) > 0;
    const char *stage = _(stages_label(stages_current(stages)));
    const char *what = s->unit_short ? s->unit_short : s->unit ? s->unit : TXT(s->theme);
    const char *line = arena_printf(a, "%s, %s: %s", what, date_shown(s->date, date), stage);
    return late ? arena_printf(a, _("%s, %d lewat batas"), line, late) : line;
}

const char *session_describe(struct arena *a, const char *path, struct clock clock)
{
    const struct app_options o = {.clock = clock, .read_only = true};
    struct app *app = NULL;
    struct err e = {0};
    char *name = file_base(path);
    const char *line = arena_strdup(a, name);
    free(name);
    if (app_open(path, &o, &app, &e) != ERR_NONE)
        return arena_printf(a, "%s: %s", line, e.text);
    line = describe(app, a, line);
    app_close(app);
    return line;
}
