/* The bell: other programs' changes to the session are heard by inotify and confirmed by
 * SQLite's data version. */
#include "config.h"

#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "app/inside.h"
#include "base/buf.h"

/* Watching opens nothing: descriptors of the session file would cost SQLite its locks. */
static void watch(struct bell *b, const char *session_path)
{
    struct buf name = BUF_INIT;
    buf_printf(&name, "%s-wal", session_path);
    b->watch = inotify_add_watch(b->fd, buf_str(&name), IN_MODIFY);
    buf_done(&name);
}

void bell_open(struct bell *b, const char *session_path)
{
    b->watch = -1;
    b->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (b->fd >= 0)
        watch(b, session_path);
}

void bell_quiet(struct bell *b, const char *session_path)
{
    _Alignas(struct inotify_event) char events[4096];
    if (b->fd < 0)
        return;
    ssize_t n;
    while ((n = read(b->fd, events, sizeof events)) > 0)
        for (char *at = events; at < events + n;) {
            const struct inotify_event *v = (const struct inotify_event *)at;
            if (v->mask & IN_IGNORED) /* the -wal was removed */
                b->watch = -1;
            at += sizeof *v + v->len;
        }
    if (b->watch < 0)
        watch(b, session_path);
}

void bell_close(struct bell *b)
{
    if (b->fd >= 0)
        close(b->fd);
    b->fd = b->watch = -1;
}
