/* The full-screen program. */
#ifndef MUFAKAT_UI_START_H
#define MUFAKAT_UI_START_H

/* Runs `mufakat [options] [FILE.fkp]`, or `mufakat layar FILE.fkp` (the participants' screen, reading only): --ascii, --tema gelap|terang|kontras|mono, --bahasa id|en, --proyektor ya|tidak, --tanpa-tetikus,
 * --nama NAMA. Without a file the first screen opens. Returns the exit code (0 done, 1 failed, 2 wrong use); messages go to
 * stderr after the terminal has been given back. */
int ui_start(int argc, char **argv);

#endif
