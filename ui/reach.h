/* What a run of the program reached: with MUFAKAT_TEST_REACH=path each shown screen appends "screen <id>" and each executed
 * command "action <id>:<number>" to that file, so that tests with random keys can steer towards the rest. Else nothing. */
#ifndef MUFAKAT_UI_REACH_H
#define MUFAKAT_UI_REACH_H

/* `id` of the screen on top; said once per change. */
void reach_screen(const char *id);
/* A command of that screen, or with id "-" one of everywhere. */
void reach_action(const char *id, int action);

#endif
