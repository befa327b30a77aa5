#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/data_export.h"
#include "app/enter_capture.h"
#include "tests/app/notes.h"

static struct id typed(struct fixture *f, const char *line, struct enter_context *x,
                       const struct id *speaker)
{
    struct dossier *d = fixture_load(f);
    struct capture_context c = {.people = match_new(f->arena, d->participant.v, d->participant.n),
                                .issues = d->issue.v,
                                .n_issues = d->issue.n,
                                .last_number = (int64_t)d->contribution.n,
                                .agenda_kind = AGENDA_DISKUSI,
                                .present_speaker = *speaker,
                                .selected = x->selected,
                                .has_last = !id_is_none(&x->last)};
    struct capture r = capture_parse(line, &c, f->arena);
    struct id row = ID_NONE;
    struct job *j = enter_capture_job(f->app, &r, x, &row);
    if (!j)
        fail_msg("\"%s\" waits: %s", line, capture_words(&r, &c, f->arena));
    fixture_do(f, j);
    return row;
}

static void capture__every_mark_becomes_its_action(void **state)
{
    struct fixture *f = *state;
    struct id sari = fixture_present(f, "Sari Dewi", "Desa Asri", UNSUR_PENGGUNA);
    struct id boss = fixture_present(f, "Sekdis Raya", "Dinas", UNSUR_PENYELENGGARA);
    struct enter_context x = {
        .last = ID_NONE, .selected = ID_NONE, .answerer = ID_NONE, .agenda = ID_NONE};
    go(f, "termin I");
    x.last = typed(f, "! antre dari jam 5", &x, &sari);
    assert_int_equal(note(f, &x.last).kind, KIND_KELUHAN);
    assert_true(spoken_by(f, &x.last, &sari));
    struct id complaint = x.last;
    struct id more = typed(f, ".. sejak tahun lalu", &x, &sari);
    assert_true(goes_on_from(f, &more, &complaint));
    struct id changed = typed(f, "+", &x, &sari);
    assert_true(id_eq(&changed, &complaint));
    assert_int_equal(note(f, &complaint).kind, KIND_USUL);
    x.answerer = boss;
    struct id answer = typed(f, "=1 kami tambah loket", &x, &sari);
    assert_true(spoken_by(f, &answer, &boss));
    assert_true(answers(fixture_load(f), &answer, &complaint));
    x.selected = complaint;
    struct id promise = typed(f, "== paling lambat Desember", &x, &sari);
    assert_int_equal(note(f, &promise).kind, KIND_KESANGGUPAN);
    assert_true(answers(fixture_load(f), &promise, &complaint));
    struct id who = typed(f, "@@: siapa tadi", &x, &sari);
    assert_int_equal(note(f, &who).gap, 1);
    struct id by_number = typed(f, "2: ? boleh", &x, &sari);
    assert_true(spoken_by(f, &by_number, &boss));
    assert_int_equal(note(f, &by_number).kind, KIND_PERTANYAAN);
    typed(f, "> hapus denda", &x, &sari);
    assert_int_equal(fixture_load(f)->parked.n, 1);
    x.last = complaint;
    typed(f, ">", &x, &sari);
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->parked.n, 2);
    assert_true(id_eq(&d->parked.v[1].contribution, &complaint));
}

static void capture__an_entry_takes_its_draft_away(void **state)
{
    struct fixture *f = *state;
    struct enter_context x = {.draft = "dialog.capture"};
    struct draft *v;
    size_t n;
    app_post_draft(f->app, "dialog.capture", "setengah ja");
    app_drain(f->app);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
    assert_string_equal(v[0].text, "setengah ja");
    typed(f, "setengah jadi", &x, &ID_NONE);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 0);
}

static void from_paper__marks_what_is_typed_in_with_the_time_of_the_slip(void **state)
{
    struct fixture *f = *state;
    struct id sari = fixture_present(f, "Sari Dewi", "Desa Asri", UNSUR_PENGGUNA);
    struct enter_context x = {
        .last = ID_NONE, .selected = ID_NONE, .answerer = ID_NONE, .agenda = ID_NONE};
    struct id live = typed(f, "1: + satu", &x, &sari);
    assert_int_equal(note(f, &live).from_paper, NONE);
    assert_int_equal(note(f, &live).at, NINE_WITA);
    app_set_from_paper(f->app, true);
    x.at = NINE_WITA - 25 * 60000;
    struct id slip = typed(f, "1: + dua", &x, &sari);
    app_set_from_paper(f->app, false);
    assert_int_equal(note(f, &slip).from_paper, 1);
    assert_int_equal(note(f, &slip).at, NINE_WITA - 25 * 60000);
    assert_int_equal(note(f, &slip).number, 2);
    struct buf all = BUF_INIT;
    assert_int_equal(data_export(f->app, &all, &f->err), ERR_NONE);
    assert_non_null(strstr(buf_str(&all), "\"from_paper\": true"));
    buf_done(&all);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(capture__every_mark_becomes_its_action),
        T(capture__an_entry_takes_its_draft_away),
        T(from_paper__marks_what_is_typed_in_with_the_time_of_the_slip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
