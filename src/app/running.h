/* Which run of the program this is, in a few words that another run on the same computer can check. */
#ifndef MUFAKAT_APP_RUNNING_H
#define MUFAKAT_APP_RUNNING_H

#include <stdbool.h>

#include "base/arena.h"

/* "<boot> <process> <its start>"; "" when the system does not tell. */
const char *running_self(struct arena *a);
/* True when these are the words of another run that goes on now. A run of another computer, of before a restart, or of this very
 * process: false. */
bool running_elsewhere(const char *words);

#endif
