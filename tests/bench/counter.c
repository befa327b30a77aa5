/* Baseline: the least that a curses program can be. Fills a screen, counts keys, leaves on q. */
#include "config.h"

#include <curses.h>
#include <locale.h>

int main(void)
{
    int n = 0, key;
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    for (int row = 0; row < LINES - 1; row++)
        mvprintw(row, 0, "baris %d dari layar penghitung yang paling sederhana", row + 1);
    do {
        mvprintw(LINES - 1, 0, "SIAP %d", n++);
        refresh();
        key = getch();
    } while (key != 'q' && key != ERR);
    endwin();
    return 0;
}
