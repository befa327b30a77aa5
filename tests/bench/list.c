/* Baseline: the least that a curses program with a SQLite file can be. Shows the last rows of the contribution table
 * of the file named on the command line, read by key; each key moves the page by one row; leaves on q. */
#include "config.h"

#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>

static int draw(sqlite3_stmt *page, int skip)
{
    int row = LINES - 2;
    sqlite3_reset(page);
    sqlite3_bind_int(page, 1, LINES - 1);
    erase();
    while (row >= 0 && sqlite3_step(page) == SQLITE_ROW)
        mvprintw(row--, 0, "%4lld  %.70s", (long long)sqlite3_column_int64(page, 0),
                 (const char *)sqlite3_column_text(page, 1));
    mvprintw(LINES - 1, 0, "SIAP %d", skip);
    return refresh();
}

int main(int argc, char **argv)
{
    sqlite3 *db;
    sqlite3_stmt *page;
    int key, n = 0;
    if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "SELECT number, text FROM contribution ORDER BY id DESC LIMIT ?1", -1, &page, NULL) !=
            SQLITE_OK) {
        fprintf(stderr, "list: no session file\n");
        return 1;
    }
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    do {
        draw(page, n++);
        key = getch();
    } while (key != 'q' && key != ERR);
    endwin();
    sqlite3_finalize(page);
    sqlite3_close(db);
    return 0;
}
