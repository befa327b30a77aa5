/* Starting a program of ours beside this one: the press, or this program itself with a sub-command. */
#ifndef MUFAKAT_APP_CHILD_H
#define MUFAKAT_APP_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

/* Starts `program` with our words for the environment, so that it complains in the language of the screen, no signal
 * blocked and a process group of its own: a closing terminal does not fell it in the middle of a file. `ends` become
 * its stdin, stdout and stderr and stay open here. 0, or the errno. */
int child_spawn(const char *program, char *const argv[], const int ends[3], pid_t *ret);
/* True when it has ended, without waiting; it is gone then. */
bool child_ended(pid_t pid);
/* Waits for its end; the status as waitpid gives it. */
int child_wait(pid_t pid);

#endif
