/* Baseline for papers: the least that pangocairo needs for that many pages of A4 with text, the machine's own
 * fonts, no tables, no rules about page ends. Usage: pango_pages PAGES OUT.pdf */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#define LINES 44

static const char words[] = "Setelah mendengar paparan dan melalui dialog serta musyawarah, forum menyepakati";

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    cairo_surface_t *s = cairo_pdf_surface_create(argv[2], 595, 842);
    cairo_t *cr = cairo_create(s);
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoFontDescription *d = pango_font_description_from_string("Liberation Sans 10");
    pango_layout_set_font_description(layout, d);
    for (int page = 0; page < atoi(argv[1]); page++) {
        for (int line = 0; line < LINES; line++) {
            pango_layout_set_text(layout, words, -1);
            cairo_move_to(cr, 85, 57 + line * 16);
            pango_cairo_show_layout(cr, layout);
        }
        cairo_show_page(cr);
    }
    pango_font_description_free(d);
    g_object_unref(layout);
    cairo_destroy(cr);
    cairo_surface_finish(s);
    int failed = cairo_surface_status(s) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(s);
    return failed;
}
