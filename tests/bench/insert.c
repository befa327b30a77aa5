/* Baseline: the least that storing one entry durably costs. WAL, synchronous=FULL, one row of 100 characters per
 * transaction into the file named on the command line; prints the microseconds of each of 200 commits, one per line.
 * A second argument is a pause before each of them, in microseconds: processor and disk have gone to sleep then, as they
 * have before an entry that somebody types. */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void pause_us(long us)
{
    struct timespec t = {.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};
    if (us > 0)
        nanosleep(&t, NULL);
}

int main(int argc, char **argv)
{
    sqlite3 *db;
    sqlite3_stmt *insert;
    long pause = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
    if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK ||
        sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, x)",
                     NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "INSERT INTO t(x) VALUES(printf('%.100c', 'x'))", -1, &insert, NULL) != SQLITE_OK) {
        fprintf(stderr, "insert: %s\n", argc < 2 ? "which file?" : sqlite3_errmsg(db));
        return 1;
    }
    for (int i = 0; i < 200; i++) {
        pause_us(pause);
        double start = now_us();
        if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK || sqlite3_step(insert) != SQLITE_DONE ||
            sqlite3_reset(insert) != SQLITE_OK || sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
            fprintf(stderr, "insert: %s\n", sqlite3_errmsg(db));
            return 1;
        }
        printf("%.1f\n", now_us() - start);
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}
