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
        cmocka_unit_test(papers__draft_and_locked_differ_in_foot_and_watermark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
