/* The papers of a session, made by their builders and printed by the press, in every profile. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "tests/doc/fixture.h"
#include "tests/press/paper.h"

static const struct doc_options locked = {.state = STATE_LOCKED, .fingerprint = "7KQ2-M4XD-9F3A-P0TS-1B6C"};
static const struct doc_options draft = {.state = STATE_DRAFT};

static struct session *session_of(struct dossier *d)
{
    assert_true(d->session.n > 0);
    return &d->session.v[0];
}

static void papers__no_word_lies_on_another_in_any_profile(void **state)
{
    (void)state;
    struct paper p = paper_new();
    for (int size = 8; size <= 16; size += 2)
        for (int kind = 0; kind < 2; kind++)
            for (int wide = 0; wide < 2; wide++) {
                struct arena *a = arena_new();
                struct dossier *d = wide ? fixture_dossier(a) : fixture_morning(a);
                session_of(d)->font_size = size;
                session_of(d)->paper = wide ? PAPER_F4 : PAPER_A4;
                session_of(d)->margin_left = wide ? 30 : 40;
                struct document_tree *t = paper_kinds[kind].build(d, wide ? &locked : &draft, a);
                paper_must_press(&p, t);
                paper_check_words(a, &p, t);
                arena_free(a);
            }
    paper_done(&p);
}

/* Every form of the berita acara and every column set of the attendance list, and the paper kit. */
static void papers__no_word_lies_on_another_in_any_form(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        int64_t variant, form;
    } v[] = {
        {"berita-acara", VARIANT_B, FORM_H4}, {"berita-acara", VARIANT_C, NONE},  {"berita-acara", VARIANT_D, NONE},
        {"daftar-hadir", NONE, FORM_H2},      {"daftar-hadir", NONE, FORM_H3},    {"kit-hadir", NONE, FORM_H4},
        {"kit-masukan", NONE, NONE},          {"kit-suara", NONE, NONE},          {"kit-berita-acara", NONE, NONE},
        {"kit-berita-acara", VARIANT_B, NONE}, {"kit-berita-acara", VARIANT_D, NONE},
    };
    struct paper p = paper_new();
    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        struct arena *a = arena_new();
        struct dossier *d = fixture_dossier(a);
        struct session *s = session_of(d);
        s->ba_variant = v[i].variant;
        s->attendance_form = v[i].form;
        s->with_component = s->with_status = s->with_objections = s->with_positions = 1;
        struct document_tree *t = paper_kind_find(v[i].code)->build(d, &draft, a);
        paper_must_press(&p, t);
        paper_check_words(a, &p, t);
        arena_free(a);
    }
    paper_done(&p);
}

/* 400 dicta go on over the pages, one of them is longer than a page: nothing is lost, and the block to sign
 * keeps the sentence that is signed. */
static void papers__dicta_go_on_over_pages(void **state)
{
    (void)state;
    struct paper p = paper_new();
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    session_of(d)->ba_variant = VARIANT_B;
    const struct agreement like = d->agreement.v[0];
    d->agreement.n = 400;
    d->agreement.v = ARENA_ARRAY(a, struct agreement, 400);
    struct buf longest = BUF_INIT;
    for (int i = 0; i < 600; i++)
        buf_puts(&longest, "kalimat yang panjang sekali ");
    buf_puts(&longest, "ujungnya");
    for (int i = 0; i < 400; i++) {
        d->agreement.v[i] = like;
        d->agreement.v[i].id = (struct id){{'z', (uint8_t)(i >> 8), (uint8_t)i}};
        d->agreement.v[i].recommendation = i == 200 ? buf_str(&longest) : arena_printf(a, "butir%d", i + 1);
    }
    struct document_tree *t = build_berita_acara(d, &draft, a);
    paper_must_press(&p, t);
    int pages = paper_pages(a, &p), seen = 0, signs = 0;
    for (int i = 1; i <= pages; i++) {
        const char *page = paper_page(a, &p, i);
        seen += strstr(page, "ujungnya") != NULL;
        if (strstr(page, "Pimpinan Sidang,")) {
            assert_non_null(strstr(page, "Demikian Berita Acara"));
            signs++;
        }
    }
    assert_int_equal(signs, 1);
    assert_int_equal(seen, 2); /* as a dictum and in Lampiran II */
    buf_done(&longest);
    arena_free(a);
    paper_done(&p);
}

static void papers__draft_and_locked_differ_in_foot_and_watermark(void **state)
{
    (void)state;
    struct paper p = paper_new();
    struct arena *a = arena_new();
    paper_must_press(&p, paper_kinds[0].build(fixture_dossier(a), &locked, a));
    int pages = paper_pages(a, &p);
    for (int i = 1; i <= pages; i++) {
        assert_non_null(strstr(paper_page(a, &p, i), "7KQ2-M4XD-9F3A-P0TS-1B6C"));
        assert_null(strstr(paper_page(a, &p, i), "DRAF"));
    }
    paper_must_press(&p, paper_kinds[0].build(fixture_dossier(a), &draft, a));
    assert_null(strstr(paper_page(a, &p, 1), "7KQ2"));
    assert_non_null(strstr(paper_page(a, &p, 1), "DRAF - belum dikunci"));
    arena_free(a);
    paper_done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers__no_word_lies_on_another_in_any_profile),
        cmocka_unit_test(papers__no_word_lies_on_another_in_any_form),
        cmocka_unit_test(papers__dicta_go_on_over_pages),
        cmocka_unit_test(papers__draft_and_locked_differ_in_foot_and_watermark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
