#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "doc/calendar.h"
#include "tests/doc/fixture.h"

static struct buf calendar(const struct dossier *d)
{
    struct buf b = BUF_INIT;
    calendar_write(d, &b);
    return b;
}

/* The lines put together again as RFC 5545 3.1 says. */
static const char *unfolded(const struct buf *b, struct arena *a)
{
    struct buf out = BUF_INIT;
    for (const char *s = buf_str(b); *s; s++) {
        if (strncmp(s, "\r\n ", 3) == 0)
            s += 2;
        else
            buf_putc(&out, *s);
    }
    const char *text = arena_strdup(a, buf_str(&out));
    buf_done(&out);
    return text;
}

static size_t count(const char *s, const char *word)
{
    size_t n = 0;
    for (; (s = strstr(s, word)); s += strlen(word))
        n++;
    return n;
}

#define HAS(text, s) \
    do { \
        if (!strstr(text, s)) \
            fail_msg("no %s in:\n%s", s, text); \
    } while (0)

static void calendar__has_an_event_for_each_deadline(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->session.v->report_due = date_of(2026, 11, 26);
    struct buf b = calendar(d);
    const char *s = unfolded(&b, a);
    /* two agreed points with a limit, one parked proposal, the report; the point without a limit has none */
    assert_int_equal(count(s, "BEGIN:VEVENT\r\n"), 4);
    assert_int_equal(count(s, "END:VEVENT\r\n"), 4);
    assert_int_equal(count(s, "TRIGGER:-P7D\r\n"), 4);
    HAS(s, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
    HAS(s, "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n");
    HAS(s, "SUMMARY:Batas waktu kesepakatan 1: Mengirim status permohonan melalui WhatsApp/SMS\\, ");
    HAS(s, "DTSTART;VALUE=DATE:20261202\r\n"); /* 14 working days after the session */
    HAS(s, "SUMMARY:Janji jawab: Perahu dinas khusus pelayanan\r\n");
    HAS(s, "DTSTART;VALUE=DATE:20261231\r\n");
    HAS(s, "DTSTART;VALUE=DATE:20261126\r\n");
    HAS(s, "DTSTAMP:20261112T003000Z\r\n");
    HAS(s, "UID:61000000000000000000000000000001@fkp.mufakat\r\n");
    assert_string_equal(s + strlen(s) - 15, "END:VCALENDAR\r\n");
    buf_done(&b);
    arena_free(a);
}

static void calendar__moves_an_event_with_its_deadline(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->deadline_move.v = ARENA_NEW(a, struct deadline_move);
    d->deadline_move.n = 1;
    record_init(d->deadline_move.v, ENTITY_deadline_move);
    d->deadline_move.v->agreement = d->agreement.v[0].id;
    d->deadline_move.v->new_due = date_of(2026, 12, 15);
    struct buf b = calendar(d);
    HAS(buf_str(&b), "UID:61000000000000000000000000000001@fkp.mufakat\r\nDTSTAMP:20261112T003000Z\r\n"
                     "SEQUENCE:1\r\nDTSTART;VALUE=DATE:20261215\r\n");
    buf_done(&b);

    d->agreement.v[0].progress = PROGRESS_SELESAI; /* done: it stays, and no longer reminds */
    b = calendar(d);
    HAS(buf_str(&b), "SUMMARY:Selesai kesepakatan 1: ");
    assert_int_equal(count(buf_str(&b), "BEGIN:VALARM"), 2);
    buf_done(&b);
    arena_free(a);
}

static void calendar__cuts_long_texts_behind_a_word(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->agreement.v[0].recommendation =
        "Loket khusus bagi penyandang disabilitas dibuka di kantor dinas dan di seluruh kecamatan mulai Januari";
    struct buf b = calendar(d);
    HAS(unfolded(&b, a), "SUMMARY:Batas waktu kesepakatan 1: Loket khusus bagi penyandang disabilitas dibuka di kantor "
                         "dinas dan di seluruh kecamatan ...\r\n");
    buf_done(&b);
    arena_free(a);
}

static void calendar__folds_by_bytes_and_never_inside_a_character(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    for (int shift = 0; shift < 4; shift++) {
        char *text = arena_alloc(a, 2000);
        memset(text, 'x', (size_t)shift);
        for (int i = 0; i < 100; i++)
            strcat(text, i % 2 ? "\xf0\x9f\x99\x82" : "\xc3\xa9\xea\xa6\xb1");
        d->agreement.v[0].recommendation = text;
        struct buf b = calendar(d);
        size_t lines = 0;
        for (const char *s = buf_str(&b), *end; *s; s = end + 2, lines++) {
            end = strstr(s, "\r\n");
            assert_non_null(end);
            assert_true(end - s <= 75);
            assert_true(text_valid(s, (size_t)(end - s)));
        }
        assert_true(lines > 40);
        HAS(unfolded(&b, a), arena_printf(a, "Kesepakatan: %s\\n", text));
        buf_done(&b);
    }
    arena_free(a);
}

static void calendar__lets_no_text_become_a_line(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->agreement.v[0].recommendation = "a\\b; c, d\r\nEND:VEVENT\nBEGIN:VEVENT\x01";
    struct buf b = calendar(d);
    const char *s = unfolded(&b, a);
    HAS(s, "Kesepakatan: a\\\\b\\; c\\, d\\nEND:VEVENT\\nBEGIN:VEVENT\\n");
    assert_int_equal(count(s, "\r\nBEGIN:VEVENT\r\n"), 3);
    assert_int_equal(count(s, "\r\nEND:VEVENT\r\n"), 3);
    buf_done(&b);
    arena_free(a);
}

static void calendar__published_tells_nobody(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = calendar(privacy_filter(fixture_dossier(a), PRIVACY_PUBLIKASI, a));
    const char *s = unfolded(&b, a);
    for (size_t i = 0; fixture_personal[i]; i++)
        if (strstr(s, fixture_personal[i]))
            fail_msg("the calendar tells \"%s\"", fixture_personal[i]);
    HAS(s, "[nama]");
    buf_done(&b);
    arena_free(a);
}

static void calendar__of_an_empty_session_is_valid_and_dateless(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = calendar(dossier_new(a));
    assert_string_equal(buf_str(&b), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                     "PRODID:-//Mufakat//Forum Konsultasi Publik//ID\r\n"
                                     "CALSCALE:GREGORIAN\r\nX-WR-CALNAME:Tenggat FKP \r\n"
                                     "END:VCALENDAR\r\n");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendar__has_an_event_for_each_deadline),
        cmocka_unit_test(calendar__moves_an_event_with_its_deadline),
        cmocka_unit_test(calendar__cuts_long_texts_behind_a_word),
        cmocka_unit_test(calendar__folds_by_bytes_and_never_inside_a_character),
        cmocka_unit_test(calendar__lets_no_text_become_a_line),
        cmocka_unit_test(calendar__published_tells_nobody),
        cmocka_unit_test(calendar__of_an_empty_session_is_valid_and_dateless),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
