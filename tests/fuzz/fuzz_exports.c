/* Sheets, CSV, pages and calendars of a session whose texts are hostile: what must hold in the bytes. */
#include "tests/fuzz/fuzz_targets.h"

#include <string.h>

#include "base/text.h"
#include "doc/book.h"
#include "doc/calendar.h"
#include "model/dossier.h"

/* --- CSV --- */

/* Does a field of this text begin, after blanks, with what a spreadsheet takes for a formula? */
static bool is_formula(const char *s)
{
    s += strspn(s, " \n");
    return *s && strchr("=+-@\t\r", *s);
}

/* Reads the rows by RFC 4180; each text field must be harmless, each row as long as the header. */
static void check_csv(const struct book_sheet *s, const char *p, const char *end, char comma)
{
    size_t fields = 0;
    while (p < end) {
        struct buf field = BUF_INIT;
        bool quoted = *p == '"';
        for (p += quoted; p < end; p++) {
            if (quoted && *p == '"' && p[1] != '"')
                break;
            if (quoted && *p == '"')
                p++;
            else if (!quoted && (*p == comma || *p == '\r' || *p == '\n'))
                break;
            buf_putc(&field, *p);
        }
        p += quoted;
        bool number = !quoted && field.len && field.p[strspn(field.p, "-0123456789,./: ")] == '\0';
        FUZZ_HOLDS(number || !is_formula(buf_str(&field)));
        buf_done(&field);
        fields++;
        if (p < end && *p == comma) {
            p++;
            continue;
        }
        FUZZ_HOLDS(fields % s->n_columns == 0);
        p += *p == '\r';
        FUZZ_HOLDS(p < end && *p == '\n');
        p++;
    }
    FUZZ_HOLDS(fields == (s->n_rows + 1) * s->n_columns);
}

static void check_books(const struct dossier *d, enum privacy privacy, struct arena *a)
{
    const struct doc_options o = {.privacy = privacy};
    for (const struct book_kind *k = book_kinds; k->code; k++) {
        const struct book *b = k->build(d, &o, a);
        struct buf wire = BUF_INIT, csv = BUF_INIT, plain = BUF_INIT;
        struct book *again;
        struct err e;
        book_write(b, &wire);
        FUZZ_HOLDS(book_read(a, wire.p, wire.len, &again, &e) == ERR_NONE);
        csv_write_sheet(b, b->sheets, CSV_SPREADSHEET, &csv);
        csv_write_sheet(b, b->sheets, CSV_PLAIN, &plain);
        check_csv(b->sheets, csv.p + 3, csv.p + csv.len, ';');
        check_csv(b->sheets, plain.p, plain.p + plain.len, ',');
        buf_done(&wire);
        buf_done(&csv);
        buf_done(&plain);
    }
}

/* --- pages --- */

/* Every < begins a tag of ours, every & an entity. */
static void check_html(const char *s)
{
    static const char *const tags[] = {
        "!DOCTYPE html>", "html ",  "html>", "head>",    "meta ",  "title>", "style>",  "body>",  "a ",
        "header>",        "main ",  "main>",    "footer>", "h1",    "h2",      "h3",     "h4",
        "p>",             "p ",     "br/>",     "hr/>",   "dl>",    "dt>",     "dd>",    "ol>",
        "ul>",            "li>",    "table ",   "table>", "thead ", "thead>",  "tbody ", "tbody>",
        "tr ",            "tr>",    "th ",      "th>",    "td ",    "td>",     "div>",   "div ",
        "figure>",        "img ",   "nav ",     "nav>",   "a>",     "figcaption>"};
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (; *s; s++) {
        bool known = *s != '<' && *s != '&';
        for (size_t i = 0; !known && i < sizeof tags / sizeof *tags; i++)
            known = *s == '<' && strncmp(s + 1 + (s[1] == '/'), tags[i], strlen(tags[i])) == 0;
        for (size_t i = 0; !known && i < sizeof entities / sizeof *entities; i++)
            known = strncmp(s, entities[i], strlen(entities[i])) == 0;
        FUZZ_HOLDS(known);
    }
}

static void check_pages(const struct dossier *d, enum privacy privacy, struct arena *a)
{
    const struct doc_options o = {.privacy = privacy, .state = STATE_DRAFT};
    const struct document_tree *t = build_halaman_publik(d, &o, a);
    struct buf html = BUF_INIT, markdown = BUF_INIT;
    html_write_tree(t, &html);
    markdown_write_tree(t, &markdown);
    FUZZ_HOLDS(fuzz_is_utf8(html.p) && !fuzz_has_controls(html.p));
    FUZZ_HOLDS(fuzz_is_utf8(markdown.p) && !fuzz_has_controls(markdown.p));
    check_html(html.p);
    buf_done(&html);
    buf_done(&markdown);
}

/* --- calendars --- */

static void check_calendar(const struct dossier *d)
{
    struct buf b = BUF_INIT;
    long depth = 0;
    calendar_write(d, &b);
    FUZZ_HOLDS(fuzz_is_utf8(b.p));
    for (const char *s = b.p, *end; *s; s = end + 2) {
        end = strstr(s, "\r\n");
        FUZZ_HOLDS(end && end - s <= 75 && text_valid(s, (size_t)(end - s)));
        depth += strncmp(s, "BEGIN:", 6) == 0;
        depth -= strncmp(s, "END:", 4) == 0;
        FUZZ_HOLDS(depth >= 0 && depth <= 3);
    }
    FUZZ_HOLDS(depth == 0);
    buf_done(&b);
}

void fuzz_run_exports(const char *p, size_t n)
{
    struct arena *a = arena_new();
    enum privacy privacy = fuzz_below(2) ? PRIVACY_ARSIP : PRIVACY_PUBLIKASI;
    const struct dossier *d = fuzz_spoilt(text_input(a, p, n < 3000 ? n : 3000, true), a);
    switch (fuzz_below(3)) { /* one of them for each input: a round stays short */
    case 0:
        check_books(d, privacy, a);
        break;
    case 1:
        check_pages(d, privacy, a);
        break;
    default:
        check_calendar(privacy_filter(d, privacy, a));
        break;
    }
    arena_free(a);
}

/* --- the pipe --- */

void fuzz_run_book(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct book *b;
    struct err e = {0};
    struct buf out = BUF_INIT;
    if (book_read(a, p, n, &b, &e) == ERR_NONE) {
        book_write(b, &out);
        FUZZ_HOLDS(out.len == n && memcmp(out.p, p, n) == 0);
    }
    buf_done(&out);
    arena_free(a);
}

void fuzz_make_book(struct buf *out)
{
    struct arena *a = arena_new();
    const struct doc_options o = {0};
    book_write(build_rencana_aksi(fuzz_spoilt("teks biasa", a), &o, a), out);
    arena_free(a);
}
