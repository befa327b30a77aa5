/* `mufakat baru`: an empty session, the practice session, or one from JSON. */
#include "config.h"

#include <string.h>

#include "app/data_import.h"
#include "base/text.h"
#include "cli/command.h"

/* What was typed after an option, as the forms of the screen would take it. */
static const char *typed(struct cli_call *c, const char *option)
{
    const char *s = cli_value(c, option);
    if (!s)
        return NULL;
    s = text_trim(c->arena, text_input(c->arena, s, strlen(s), false));
    return *s ? s : NULL;
}

static int read_times(struct cli_call *c, struct new_session *in)
{
    const char *date = cli_value(c, "tanggal"), *start = cli_value(c, "mulai"),
               *zone = cli_value(c, "zona");
    enum zone z = ZONE_WIB;
    if (zone && !zone_parse(zone, &z))
        return cli_wrong(c, _("zona \"%s\" tidak dikenal (WIB, WITA, atau WIT)"), zone);
    if (zone)
        in->zone = (int64_t)z;
    struct clock clock = clock_system();
    if (date && !date_parse(date, stamp_day(clock_now(&clock), z), &in->date))
        return cli_wrong(c, _("tanggal \"%s\" tidak terbaca (contoh: 2026-11-12)"), date);
    if (start && !time_parse(start, &in->start_time))
        return cli_wrong(c, _("jam \"%s\" tidak terbaca (contoh: 08.30)"), start);
    return EXIT_DONE;
}

static int make_empty(struct cli_call *c, const struct app_options *o, struct app **ret)
{
    struct err e = {0};
    struct new_session in = {
        .theme = typed(c, "tema"),
        .unit = typed(c, "unit"),
        .institution = typed(c, "instansi"),
        .place = typed(c, "tempat"),
        .date = NONE,
        .start_time = NONE,
        .zone = NONE,
    };
    int code = read_times(c, &in);
    if (code)
        return code;
    return app_create(c->args[0], &in, o, ret, &e) ? cli_fail(&e) : EXIT_DONE;
}

static int make_filled(struct cli_call *c, const struct app_options *o, struct app **ret)
{
    struct err e = {0};
    const char *from = cli_value(c, "dari");
    for (int i = 2; c->command->options[i].name; i++)
        if (c->values[i])
            return cli_wrong(c, _("--%s tidak dapat dipakai bersama --contoh atau --dari"),
                             c->command->options[i].name);
    if (from && cli_value(c, "contoh"))
        return cli_wrong(c, _("pilih salah satu: --contoh atau --dari"));
    enum err_code code = from ? data_create_from_file(c->args[0], from, o, ret, &e)
                              : data_create_practice(c->args[0], o, ret, &e);
    return code ? cli_fail(&e) : EXIT_DONE;
}

static int run(struct cli_call *c)
{
    struct app *a = NULL;
    struct app_options o = cli_app_options(false);
    bool filled = cli_value(c, "contoh") || cli_value(c, "dari");
    int code = filled ? make_filled(c, &o, &a) : make_empty(c, &o, &a);
    if (code == EXIT_DONE)
        cli_say(_("Sesi baru tersimpan di %s"), app_path(a));
    app_close(a);
    return code;
}

const struct cli_command command_new = {
    .name = "baru",
    .english = "new",
    .args = "FILE.fkp",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("membuat sesi baru"),
    .options =
        {
            {"contoh", "practice", NULL, N_("sesi latihan, lengkap sampai sebelum dikunci")},
            {"dari", "from", "DATA.json", N_("dari keluaran perintah data")},
            {"tema", "theme", "TEMA", N_("tema forum")},
            {"unit", "unit", "UNIT", N_("unit pelayanan")},
            {"instansi", "institution", "INSTANSI", N_("instansi atau pemerintah daerah")},
            {"tanggal", "date", "YYYY-MM-DD", N_("tanggal; tanpa ini hari ini")},
            {"mulai", "start", "HH.MM", N_("jam mulai")},
            {"tempat", "place", "TEMPAT", N_("tempat forum")},
            {"zona", "zone", "ZONA", N_("WIB, WITA, atau WIT")},
        },
    .run = run,
};
