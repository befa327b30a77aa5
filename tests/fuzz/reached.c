#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/reached.h"
#include "ui/screens/all.h"

enum { MOST_COMMANDS = 600, MOST_SCREENS_KNOWN = 64 };

struct command {
    const struct screen_class *screen; /* NULL: of everywhere */
    const struct key_row *row;
    bool reached;
};

static struct command commands[MOST_COMMANDS];
static int n_commands;
static bool screens[MOST_SCREENS_KNOWN];
static const struct screen_class *top;

/* One command for each action: two keys for the same thing count once. */
static void add_rows(const struct screen_class *screen, const struct key_row *rows)
{
    for (; rows && rows->label; rows++) {
        const struct screen_class *of = rows->action >= ACT_PLACE ? NULL : screen;
        bool known = false;
        for (int i = 0; i < n_commands; i++)
            known |= commands[i].screen == of && commands[i].row->action == rows->action;
        if (!known && n_commands < MOST_COMMANDS)
            commands[n_commands++] = (struct command){.screen = of, .row = rows};
    }
}

static void fill(void)
{
    if (n_commands)
        return;
    for (int i = 0; screens_all[i]; i++)
        add_rows(screens_all[i], screens_all[i]->keys);
    add_rows(NULL, keys_global());
}

static const struct screen_class *screen_of(const char *id, int *ret_number)
{
    for (int i = 0; screens_all[i]; i++)
        if (strcmp(screens_all[i]->id, id) == 0) {
            *ret_number = i;
            return screens_all[i];
        }
    return NULL;
}

static void take(const char *line)
{
    char id[64];
    int action, number;
    if (sscanf(line, "screen %63s", id) == 1) {
        top = screen_of(id, &number);
        if (top)
            screens[number] = true;
    } else if (sscanf(line, "action %63[^:]:%d", id, &action) == 2) {
        const struct screen_class *screen = screen_of(id, &number);
        for (int i = 0; i < n_commands; i++)
            if (commands[i].screen == screen && commands[i].row->action == action)
                commands[i].reached = true;
    }
}

void reached_read(const char *path)
{
    static long at;
    char line[128];
    FILE *f = fopen(path, "r");
    fill();
    if (!f)
        return;
    fseek(f, at, SEEK_SET);
    while (fgets(line, sizeof line, f))
        take(line);
    at = ftell(f);
    fclose(f);
}

const struct key_row *reached_missing_here(unsigned n)
{
    const struct key_row *missing[MOST_COMMANDS];
    unsigned count = 0;
    for (int i = 0; i < n_commands; i++)
        if (!commands[i].reached && (!commands[i].screen || commands[i].screen == top))
            missing[count++] = commands[i].row;
    return count ? missing[n % count] : NULL;
}

const struct screen_class *reached_missing_screen(unsigned n)
{
    const struct screen_class *missing[MOST_COMMANDS];
    unsigned count = 0;
    for (int i = 0; i < n_commands; i++)
        if (!commands[i].reached && commands[i].screen)
            missing[count++] = commands[i].screen;
    return count ? missing[n % count] : NULL;
}

bool reached_all_screens(void)
{
    for (int i = 0; screens_all[i]; i++)
        if (!screens[i])
            return false;
    return true;
}

int reached_percent(void)
{
    int n = 0;
    for (int i = 0; i < n_commands; i++)
        n += commands[i].reached;
    return n_commands ? n * 100 / n_commands : 0;
}

void reached_print(void)
{
    int seen = 0, all = 0;
    for (; screens_all[all]; all++) {
        seen += screens[all];
        if (!screens[all])
            printf("  not seen: %s\n", screens_all[all]->id);
    }
    for (int i = 0; i < n_commands; i++)
        if (!commands[i].reached)
            printf("  not run: %s %d %s\n", commands[i].screen ? commands[i].screen->id : "-", commands[i].row->action,
                   commands[i].row->label);
    printf("reached %d of %d screens, %d%% of %d commands\n", seen, all, reached_percent(), n_commands);
}
