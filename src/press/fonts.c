#include "config.h"

#include "press/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"

#define FAMILY "Liberation Sans"

static const char *const faces[] = {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"};

/* The machine's fonts, without version 1 of our family: it has the same name and lacks letters. */
static const char system_fonts[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "<selectfont><rejectfont><pattern><patelt name=\"family\"><string>" FAMILY
    "</string></patelt></pattern></rejectfont></selectfont></fontconfig>";

/* The folder that holds the first face: the tester's, the one that configure found, the installed one. */
static const char *font_folder(void)
{
    const char *folders[] = {getenv("MUFAKAT_FONTS"), FONTDIR, PKGDATADIR "/fonts"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[4096];
        if (!folders[i] || !*folders[i])
            continue;
        int n = snprintf(path, sizeof path, "%s/%s", folders[i], faces[0]);
        if (n > 0 && (size_t)n < sizeof path && access(path, R_OK) == 0)
            return folders[i];
    }
    return NULL;
}

static bool add_faces(FcConfig *config, const char *folder)
{
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        char path[4096];
        int n = snprintf(path, sizeof path, "%s/%s", folder, faces[i]);
        if (n <= 0 || (size_t)n >= sizeof path ||
            !FcConfigAppFontAddFile(config, (const FcChar8 *)path))
            return false;
    }
    return true;
}

static FcConfig *open_config(bool with_system)
{
    FcConfig *config = FcConfigCreate();
    if (config && with_system) {
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)system_fonts, FcFalse);
        FcConfigBuildFonts(config);
    }
    return config;
}

/* Exact positions: what is measured here is what the paper shows, without rounding to a screen. */
static PangoContext *open_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    /* Not the machine's language: it would change fonts and line ends. */
    pango_context_set_language(context, pango_language_from_string("id"));
    return context;
}

static enum err_code make_map(bool with_system, struct fonts *ret, struct err *e)
{
    const char *folder = font_folder();
    if (!folder)
        return err_set(e, ERR_NOTFOUND,
                       _("Huruf Liberation Sans tidak ditemukan, jadi dokumen belum dibuat. Pasang paket "
                         "fonts-liberation2, lalu cetak lagi."));
    FcConfig *config = open_config(with_system);
    if (!config || !add_faces(config, folder)) {
        if (config)
            FcConfigDestroy(config);
        return err_set(e, ERR_CORRUPT,
                       _("Berkas huruf di %s rusak, jadi dokumen belum dibuat. Pasang ulang paket "
                         "fonts-liberation2, lalu cetak lagi."),
                       folder);
    }
    FcConfigSetCurrent(config); /* else Pango starts a thread that reads all fonts of the machine */
    ret->config = config;
    ret->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(ret->map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(ret->map), 72);
    return ERR_NONE;
}

/* Kept from paper to paper, because opening the faces takes longer than many a page: ours, and with the machine's. */
static struct fonts kept[2];

enum err_code fonts_open(struct fonts *f, bool with_system, struct err *e)
{
    struct fonts *k = &kept[with_system];
    enum err_code code = k->map ? ERR_NONE : make_map(with_system, k, e);
    if (code)
        return code;
    FcConfigSetCurrent(k->config);
    *f = (struct fonts){k->config, k->map, open_context(k->map)};
    return ERR_NONE;
}

void fonts_close(struct fonts *f)
{
    if (f->context)
        g_object_unref(f->context);
    *f = (struct fonts){0};
}

PangoFontDescription *fonts_describe(double points, bool bold)
{
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family_static(d, FAMILY);
    pango_font_description_set_absolute_size(d, points * PANGO_SCALE);
    pango_font_description_set_weight(d, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return d;
}
