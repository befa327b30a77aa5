/* The sub-commands: `mufakat data FILE.fkp` and the others. */
#ifndef MUFAKAT_CLI_CLI_H
#define MUFAKAT_CLI_CLI_H

/* Runs the sub-command, --help or --version that the arguments name; messages go to stderr. Returns
 * the exit code (0 done, 1 failed, 2 wrong use, 3 a rule of the forum), or -1 when the full-screen
 * program is meant. */
int cli_run(int argc, char **argv);

#endif
