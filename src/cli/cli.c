#include "config.h"

#include "cli/cli.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

/* The full-screen program reads its own arguments (ui/start.h); here it has only its help. */
static const struct cli_command command_screen = {
    .name = "layar",
    .english = "screen",
    .args = "FILE.fkp",
    .summary = N_("layar peserta di jendela sendiri, hanya membaca"),
};

static const struct cli_command *const commands[] = {
    &command_new,    &command_import,  &command_export, &command_pack,   &command_data,  &command_lock,
    &command_verify, &command_history, &command_copy,   &command_erase,
    &command_screen,
};
enum { N_COMMANDS = sizeof commands / sizeof commands[0] };

static const struct cli_command *find_command(const char *name)
{
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(name, commands[i]->name) == 0 || strcmp(name, commands[i]->english) == 0)
            return commands[i];
    return NULL;
}

static int count_options(const struct cli_command *k)
{
    int n = 0;
    while (n < CLI_OPTIONS && k->options[n].name)
        n++;
    return n;
}

/* --- help --- */

static int help_all(void)
{
    cli_print(_("Mufakat menjalankan Forum Konsultasi Publik dari dialog sampai berita acara.\n\n"
                "  mufakat                 layar pertama\n"
                "  mufakat FILE.fkp        membuka sesi\n"));
    for (int i = 0; i < N_COMMANDS; i++)
        cli_print("  mufakat %-10s %-30s %s\n", commands[i]->name, commands[i]->args,
                  _(commands[i]->summary));
    cli_print(_("\nLayar penuh: --ascii, --tema gelap|terang|kontras|mono, --bahasa id|en, --proyektor ya|tidak,\n"
                "--tanpa-tetikus, --nama NAMA. Warna mati dengan NO_COLOR=1.\n"));
    cli_print(_("\nTiap perintah: mufakat PERINTAH --help. Nama Inggris:"));
    for (int i = 0; i < N_COMMANDS; i++)
        cli_print(" %s", commands[i]->english);
    cli_print(
        _(".\nKode keluar: 0 selesai, 1 gagal, 2 salah pakai, 3 aturan forum belum terpenuhi.\n"
          "Bahasa: MUFAKAT_LANG=id atau en.\n"));
    return cli_end(EXIT_DONE);
}

static int help_command(const struct cli_command *k)
{
    cli_print(_("Cara pakai: mufakat %s %s [pilihan]\n"), k->name, k->args);
    if (strcmp(k->name, k->english) != 0)
        cli_print(_("Nama lain:  %s\n"), k->english);
    cli_print("\n%s\n", _(k->summary));
    for (int i = 0; i < count_options(k); i++) {
        const struct cli_option *o = &k->options[i];
        struct arena *ar = arena_new();
        const char *left =
            arena_printf(ar, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
        cli_print("%s  %-24s %s (--%s)\n", i == 0 ? "\n" : "", left, _(o->help), o->english);
        arena_free(ar);
    }
    if (k->more_help)
        k->more_help();
    return cli_end(EXIT_DONE);
}

static int version(void)
{
    cli_print("mufakat %s\n", PACKAGE_VERSION);
    return cli_end(EXIT_DONE);
}

/* --- one call --- */

enum { CODE_HELP = 1000, CODE_OPTION }; /* no letters; the options of a command follow */

/* Both names of every option, and --help. */
static void long_options(const struct cli_command *k, struct option *out)
{
    int n = count_options(k), used = 0;
    for (int i = 0; i < n; i++) {
        const struct cli_option *o = &k->options[i];
        int takes = o->value ? required_argument : no_argument;
        out[used++] = (struct option){o->name, takes, NULL, CODE_OPTION + i};
        if (strcmp(o->name, o->english) != 0)
            out[used++] = (struct option){o->english, takes, NULL, CODE_OPTION + i};
    }
    out[used++] = (struct option){"help", no_argument, NULL, CODE_HELP};
    out[used++] = (struct option){"bantuan", no_argument, NULL, CODE_HELP};
    out[used] = (struct option){NULL, 0, NULL, 0};
}

/* getopt tells in optopt what it did not take: a letter, 0 for a word, or the code of a switch that was given a value. The
 * word stands before optind; a letter's word may still stand behind it, for the letters that follow. */
static int refuse_option(const struct cli_call *c, const char *word)
{
    if (optopt >= CODE_OPTION)
        return cli_wrong(c, _("pilihan %s tidak memakai nilai"), word);
    if (optopt == 0)
        return cli_wrong(c, _("pilihan %s tidak dikenal"), word);
    return cli_wrong(c, _("pilihan -%c tidak dikenal"), optopt);
}

/* Reads options and arguments; -1: go on, else the exit code. */
static int read_arguments(struct cli_call *c, int argc, char **argv)
{
    struct option known[2 * CLI_OPTIONS + 3];
    long_options(c->command, known);
    opterr = 0;
    optind = 0;
    for (;;) {
        int got = getopt_long(argc, argv, ":h", known, NULL);
        if (got == -1)
            break;
        if (got == 'h' || got == CODE_HELP)
            return help_command(c->command);
        if (got == ':')
            return cli_wrong(c, _("pilihan %s belum diberi nilai"), argv[optind - 1]);
        if (got == '?')
            return refuse_option(c, argv[optind - 1]);
        c->values[got - CODE_OPTION] = optarg ? optarg : "";
    }
    c->args = argv + optind;
    c->n_args = argc - optind;
    if (c->n_args < c->command->min_args)
        return cli_wrong(c, c->n_args == 0 ? _("berkas sesi belum disebut")
                                           : _("ada yang belum disebut"));
    if (c->n_args > c->command->max_args)
        return cli_wrong(c, _("\"%s\" terlalu banyak"), c->args[c->command->max_args]);
    return -1;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "--bantuan") == 0;
}

/* -1: not for the command line. */
static int run_command(const struct cli_command *k, int argc, char **argv)
{
    if (!k->run)
        return argc == 2 && is_help(argv[1]) ? help_command(k) : -1;
    struct cli_call c = {.command = k, .arena = arena_new()};
    int code = read_arguments(&c, argc, argv);
    if (code < 0)
        code = cli_end(k->run(&c));
    arena_free(c.arena);
    return code;
}

/* A word that is neither a command nor looks like a file. */
static bool is_mistyped(const char *word)
{
    return word[0] != '-' && !strchr(word, '/') && !strchr(word, '.') && access(word, F_OK) != 0;
}

int cli_run(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    if (!first)
        return -1;
    const struct cli_command *k = find_command(first);
    if (k)
        return run_command(k, argc - 1, argv + 1);
    if (is_help(first))
        return help_all();
    if (strcmp(first, "--version") == 0)
        return version();
    if (is_mistyped(first))
        return cli_wrong(NULL, _("perintah \"%s\" tidak dikenal, dan tidak ada berkas bernama itu"),
                         first);
    return -1;
}

/* --- for the commands --- */

const char *cli_value(const struct cli_call *c, const char *option)
{
    for (int i = 0; i < count_options(c->command); i++)
        if (strcmp(c->command->options[i].name, option) == 0)
            return c->values[i];
    assert(false && "option that the command does not have");
    return NULL;
}

struct app_options cli_app_options(bool read_only)
{
    return (struct app_options){.person = NULL, .clock = clock_system(), .read_only = read_only};
}

struct app *cli_open(struct cli_call *c, enum cli_opening how, int *ret_exit)
{
    struct err e = {0};
    struct app_options o = cli_app_options(how == CLI_READS);
    o.or_read = how == CLI_WRITES_IF_IT_CAN;
    struct app *a;
    if (app_open(c->args[0], &o, &a, &e)) {
        *ret_exit = cli_fail(&e);
        return NULL;
    }
    return a;
}
