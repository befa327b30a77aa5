#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/reach.h"

/* NULL when nobody asked. Closed by the end of the process; every line is flushed for the reader. */
static FILE *report(void)
{
    static FILE *f;
    static bool asked;
    const char *path = asked ? NULL : getenv("MUFAKAT_TEST_REACH");
    asked = true;
    if (path)
        f = fopen(path, "ae");
    return f;
}

void reach_screen(const char *id)
{
    static const char *last;
    FILE *f = report();
    if (!f || (last && strcmp(last, id) == 0))
        return;
    last = id;
    fprintf(f, "screen %s\n", id);
    fflush(f);
}

void reach_action(const char *id, int action)
{
    FILE *f = report();
    if (!f)
        return;
    fprintf(f, "action %s:%d\n", id, action);
    fflush(f);
}
