#include "config.h"

#include "tests/bench/dialog.h"

/* How the program answers the private key of the tests (ui/term.c). */
#define SYNC_KEY "\033[7777~"
#define SYNC_MARK "]7777;"
#define F2 "\033OQ"
#define F3 "\033OR"
#define CTRL_U "\025"
/* The invitation of the empty capture line: no other screen has it. */
#define DIALOG_MARK "tulis masukan"

bool dialog_open(struct bench *b, struct watch *w, const char *session, char *const env[])
{
    static char sync[] = "MUFAKAT_TEST_SYNC=1";
    char *all[5] = {sync};
    for (int i = 0; env && env[i]; i++)
        all[i + 1] = env[i];
    if (!bench_open(b, w, session, all))
        return false;
    watch_send(w, F2); /* some sessions open in the dialog, and F3 would paint nothing there */
    if (!dialog_wait(w))
        return false;
    watch_send(w, F3);
    return watch_until(w, DIALOG_MARK) && dialog_wait(w);
}

bool dialog_wait(struct watch *w)
{
    watch_send(w, SYNC_KEY);
    return watch_until(w, SYNC_MARK);
}

void dialog_clear(struct watch *w)
{
    watch_send(w, CTRL_U);
    dialog_wait(w);
    watch_settle(w, 2);
}
