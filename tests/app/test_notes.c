#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/add_contribution.h"
#include "app/edit_contribution.h"
#include "app/park.h"
#include "app/rows.h"
#include "model/tally.h"
#include "tests/app/notes.h"
#include "tests/model/counts.h"

static bool linked(const struct dossier *d, const struct id *note_id, const char *title)
{
    for (size_t i = 0; i < d->contribution_issue.n; i++) {
        const struct issue *s = dossier_issue(d, &d->contribution_issue.v[i].issue);
        if (id_eq(&d->contribution_issue.v[i].contribution, note_id) && s &&
            strcmp(s->title, title) == 0)
            return true;
    }
    return false;
}

/* The turn that `before` belongs to goes on with these words. */
static struct id go_on(struct fixture *f, const struct id *before, const char *words)
{
    struct job *j;
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = words;
    x->continues = *before;
    struct id row = x->row;
    fixture_do(f, j);
    return row;
}

static void add_contribution__numbers_stamps_and_places_it(void **state)
{
    struct fixture *f = *state;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    go(f, "termin I");
    fixture_minutes(f, 3);
    struct id row = fixture_note(f, NONE, &sari, "  antre dari jam 5\tpagi ");
    struct contribution c = note(f, &row);
    assert_int_equal(c.number, 1);
    assert_int_equal(c.kind, KIND_MASUKAN);
    assert_int_equal(c.at, NINE_WITA + 3 * 60000);
    assert_int_equal(c.speaker_unsur, UNSUR_PENGGUNA);
    assert_int_equal(c.channel, VIA_LISAN);
    assert_int_equal(c.gap, 0);
    struct dossier *d = fixture_load(f);
    assert_string_equal(dossier_agenda(d, &c.agenda)->title, "Diskusi termin I");
    fixture_undo(f);
    assert_null(dossier_contribution(fixture_load(f), &row));
    /* the number of an undone note is not given again */
    struct id next = fixture_note(f, NONE, &sari, "lagi");
    assert_int_equal(note(f, &next).number, 2);
}

static void add_contribution__during_ceremony_is_not_counted(void **state)
{
    struct fixture *f = *state;
    go(f, "Sambutan");
    struct id row = fixture_note(f, NONE, &ID_NONE, "Kepala dinas menyampaikan sambutan");
    assert_int_equal(note(f, &row).kind, KIND_CATATAN_ACARA);
    assert_int_equal(note(f, &row).number, NONE);
    struct id asked = fixture_note(f, KIND_PERTANYAAN, &ID_NONE, "boleh tanya?");
    assert_int_equal(note(f, &asked).number, 1);
}

static void add_contribution__empty_text_is_refused(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    add_contribution_job(f->app, &j)->text = " \n ";
    fixture_refuse(f, j, ERR_INPUT, "kosong");
}

static void add_contribution__a_turn_goes_on_without_a_number(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id budi = fixture_present(f, "Budi", "LSM", UNSUR_OMS);
    struct id first = fixture_note(f, KIND_USUL, &sari, "buka nomor antrean");
    struct id second = go_on(f, &first, "untuk lansia loket sendiri");
    struct contribution c = note(f, &second);
    assert_int_equal(c.number, NONE);
    assert_int_equal(c.kind, KIND_USUL);
    assert_true(id_eq(&c.speaker, &sari));
    assert_true(id_eq(&c.continues, &first));
    struct id third = go_on(f, &second, "tiap hari"); /* from the continuation: hangs on the first */
    c = note(f, &third);
    assert_true(id_eq(&c.continues, &first));
    fixture_note(f, KIND_MASUKAN, &budi, "sela");
    struct add_contribution_args *x = add_contribution_job(f->app, &j); /* by person */
    x->text = "terakhir";
    x->continues_of = sari;
    struct id fourth = x->row;
    fixture_do(f, j);
    c = note(f, &fourth);
    assert_true(id_eq(&c.continues, &first));
    x = add_contribution_job(f->app, &j);
    x->text = "belum bicara";
    x->continues_of = id_new(NINE_WITA);
    fixture_refuse(f, j, ERR_NOTFOUND, "belum punya catatan");
}

static void add_contribution__answers_several_by_number(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id boss = fixture_present(f, "Sekdis", "Dinas", UNSUR_PENYELENGGARA);
    struct id one = fixture_note(f, KIND_PERTANYAAN, &sari, "kenapa 14 hari?");
    struct id two = fixture_note(f, KIND_KELUHAN, &sari, "antre");
    static const int64_t numbers[] = {2, 1}, wrong[] = {1, 77};
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = "blangko dari pusat";
    x->speaker = boss;
    x->answer_numbers = numbers;
    x->n_answer_numbers = 2;
    struct id row = x->row;
    fixture_do(f, j);
    assert_int_equal(note(f, &row).kind, KIND_TANGGAPAN);
    assert_int_equal(note(f, &row).number, 3);
    struct dossier *d = fixture_load(f);
    assert_true(answers(d, &row, &one) && answers(d, &row, &two));
    x = add_contribution_job(f->app, &j);
    x->text = "jawab";
    x->answer_numbers = wrong;
    x->n_answer_numbers = 2;
    fixture_refuse(f, j, ERR_NOTFOUND, "77");
    static const int64_t only_two[] = {2}, itself[] = {1, 3};
    struct link_answer_args *l = link_answer_job(f->app, &j);
    *l = (struct link_answer_args){row, only_two, 1};
    fixture_do(f, j);
    assert_false(answers(fixture_load(f), &row, &one));
    assert_true(answers(fixture_load(f), &row, &two));
    fixture_undo(f);
    assert_true(answers(fixture_load(f), &row, &one));
    l = link_answer_job(f->app, &j);
    *l = (struct link_answer_args){row, itself, 2};
    fixture_refuse(f, j, ERR_RULE, "dirinya");
    l = link_answer_job(f->app, &j);
    *l = (struct link_answer_args){row, wrong, 2};
    fixture_refuse(f, j, ERR_NOTFOUND, "77");
    l = link_answer_job(f->app, &j);
    *l = (struct link_answer_args){one, only_two, 1};
    fixture_refuse(f, j, ERR_RULE, "bukan jawaban");
    assert_true(answers(fixture_load(f), &row, &one));
    l = link_answer_job(f->app, &j);
    l->answer = row; /* of nothing */
    fixture_do(f, j);
    assert_false(answers(fixture_load(f), &row, &two));
}

static void add_contribution__links_topics_and_makes_new_ones(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct add_row_args *r = add_row_job(f->app, ENTITY_issue, &j);
    struct issue *s = r->record;
    s->title = "Waktu antrean";
    s->tag = "antrean";
    s->source = SOURCE_SKM;
    fixture_do(f, j);
    struct id row = fixture_note(f, KIND_USUL, &ID_NONE, "nomor lewat WA #antrean #parkir");
    struct dossier *d = fixture_load(f);
    assert_true(linked(d, &row, "Waktu antrean"));
    assert_true(linked(d, &row, "parkir"));
    assert_int_equal(d->issue.n, 2);
    /* a literal line reads nothing */
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = "harga #1 naik";
    x->literal = true;
    fixture_do(f, j);
    assert_int_equal(fixture_load(f)->issue.n, 2);
    /* editing the text takes topics away and brings others */
    struct edit_contribution_args *y = edit_contribution_job(f->app, &j);
    y->row = row;
    y->set_text = true;
    y->text = "nomor lewat WA #parkir";
    fixture_do(f, j);
    d = fixture_load(f);
    assert_false(linked(d, &row, "Waktu antrean"));
    assert_true(linked(d, &row, "parkir"));
    fixture_undo(f);
    assert_true(linked(fixture_load(f), &row, "Waktu antrean"));
}

/* The promise to who asks for it: the name is not written down anywhere. */
static void anonymous__is_not_stored_with_a_speaker(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = "takut disebut";
    x->speaker = sari;
    x->anonymous = true;
    struct id row = x->row;
    fixture_do(f, j);
    struct contribution c = note(f, &row);
    assert_true(id_is_none(&c.speaker));
    assert_int_equal(c.speaker_unsur, UNSUR_PENGGUNA);
    row = fixture_note(f, KIND_MASUKAN, &sari, "jangan tulis nama saya");
    struct edit_contribution_args *y = edit_contribution_job(f->app, &j);
    y->row = row;
    y->set_speaker = y->anonymous = true;
    y->speaker = sari;
    fixture_do(f, j);
    c = note(f, &row);
    assert_true(id_is_none(&c.speaker));
    assert_int_equal(c.speaker_unsur, UNSUR_PENGGUNA);
    assert_int_equal(c.anonymous, 1);
}

static void name_or_unname(struct fixture *f, const struct id *row, const struct id *speaker)
{
    struct job *j;
    struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
    x->row = *row;
    x->set_speaker = true;
    x->anonymous = id_is_none(speaker);
    x->speaker = *speaker;
    fixture_do(f, j);
}

static void assert_unnamed(struct fixture *f, const struct id *row)
{
    struct contribution c = note(f, row);
    assert_true(id_is_none(&c.speaker));
    assert_int_equal(c.anonymous, 1);
    assert_int_equal(c.speaker_unsur, UNSUR_PENGGUNA);
    assert_null(c.via);
}

/* "Please do not name me" is said after the sentence. */
static void anonymous__afterwards_takes_the_speaker_out_of_the_whole_turn(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id first = fixture_note(f, KIND_USUL, &sari, "hapus denda");
    struct id other = fixture_note(f, KIND_USUL, &sari, "boleh disebut");
    struct edit_contribution_args *v = edit_contribution_job(f->app, &j);
    v->row = first;
    v->set_via = true;
    v->via = "Tini, pendamping";
    fixture_do(f, j);
    struct id more = go_on(f, &first, "dan jangan sebut nama saya");
    park_job(f->app, &j)->contribution = first;
    fixture_do(f, j);
    name_or_unname(f, &more, &ID_NONE);
    assert_unnamed(f, &first);
    assert_unnamed(f, &more);
    assert_true(spoken_by(f, &other, &sari));
    assert_true(id_is_none(&fixture_load(f)->parked.v[0].proposer));
    fixture_undo(f); /* all of it */
    assert_true(spoken_by(f, &first, &sari) && spoken_by(f, &more, &sari));
    assert_string_equal(note(f, &first).via, "Tini, pendamping");
    assert_int_equal(note(f, &first).anonymous, NONE);
    assert_true(id_eq(&fixture_load(f)->parked.v[0].proposer, &sari));
}

static void anonymous__is_named_again_by_choosing_somebody(void **state)
{
    struct fixture *f = *state;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id budi = fixture_present(f, "Budi", "LSM", UNSUR_OMS);
    struct id first = fixture_note(f, KIND_USUL, &sari, "hapus denda");
    struct id more = go_on(f, &first, "semuanya");
    name_or_unname(f, &first, &ID_NONE);
    name_or_unname(f, &first, &ID_NONE); /* the unsur stays also when nobody is left to ask */
    assert_unnamed(f, &first);
    name_or_unname(f, &first, &budi);
    assert_true(spoken_by(f, &first, &budi) && spoken_by(f, &more, &budi));
    assert_int_equal(note(f, &first).anonymous, NONE);
    assert_int_equal(note(f, &first).speaker_unsur, UNSUR_OMS);
    name_or_unname(f, &more, &sari); /* of named parts only the chosen one changes */
    assert_true(spoken_by(f, &first, &budi) && spoken_by(f, &more, &sari));
}

static void gap__is_text_or_wording_or_speaker(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = "loket @@berapa, mulai @@";
    x->unknown = true;
    struct id row = x->row;
    fixture_do(f, j);
    assert_int_equal(note(f, &row).gap, 1);
    static const char *const fills[] = {"2"};
    struct complete_gap_args *g = complete_gap_job(f->app, &j);
    g->row = row;
    g->fills = fills;
    g->n_fills = 1;
    fixture_do(f, j);
    assert_int_equal(g->ret_left, 2);
    assert_string_equal(note(f, &row).text, "loket 2, mulai @@");
    static const char *const more[] = {"1 Desember"};
    g = complete_gap_job(f->app, &j);
    g->row = row;
    g->fills = more;
    g->n_fills = 1;
    g->speaker = sari;
    fixture_do(f, j);
    assert_int_equal(g->ret_left, 0);
    assert_string_equal(note(f, &row).text, "loket 2, mulai 1 Desember");
    assert_int_equal(note(f, &row).gap, 0);
    assert_true(spoken_by(f, &row, &sari));
    struct edit_contribution_args *y = edit_contribution_job(f->app, &j);
    y->row = row;
    y->set_wording = true;
    y->wording = "Dua loket @@";
    fixture_do(f, j);
    assert_int_equal(note(f, &row).gap, 1);
    fixture_undo(f);
    assert_int_equal(note(f, &row).gap, 0);
    const char **hints;
    assert_int_equal(gap_hints("a @@berapa, b @@ c @@apa?", f->arena, &hints), 3);
    assert_string_equal(hints[0], "berapa");
    assert_string_equal(hints[1], "");
    assert_string_equal(hints[2], "apa");
}

static void edit_contribution__keeps_the_text_of_somebody_else(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_note(f, KIND_USUL, &ID_NONE, "asli");
    struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
    x->row = row;
    x->set_text = true;
    x->text = "milik saya";
    x->has_seen = true;
    x->seen_text = "yang lain";
    fixture_refuse(f, j, ERR_CONFLICT, "");
    x = edit_contribution_job(f->app, &j);
    x->row = row;
    x->set_text = true;
    x->text = "milik saya";
    x->has_seen = true;
    x->seen_text = "asli";
    fixture_do(f, j);
    assert_string_equal(note(f, &row).text, "milik saya");
    x = edit_contribution_job(f->app, &j);
    x->row = row;
    x->set_text = true;
    x->text = "";
    fixture_refuse(f, j, ERR_INPUT, "kosong");
}

static void edit_contribution__a_note_of_the_event_becomes_counted(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_note(f, KIND_CATATAN_ACARA, &ID_NONE, "Bu Ani bertanya");
    struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
    x->row = row;
    x->set_kind = true;
    x->kind = KIND_PERTANYAAN;
    fixture_do(f, j);
    assert_int_equal(note(f, &row).number, 1);
    fixture_undo(f);
    assert_int_equal(note(f, &row).number, NONE);
}

static void edit_contribution__a_counted_note_becomes_one_of_the_event(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct note_counts counts;
    struct id first = fixture_note(f, KIND_USUL, &ID_NONE, "hapus denda");
    struct id row = fixture_note(f, KIND_USUL, &ID_NONE, "rehat sampai pukul dua");
    for (int counted = 1; counted <= 2; counted++) {
        struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
        x->row = row;
        x->set_kind = true;
        x->kind = counted == 1 ? KIND_CATATAN_ACARA : KIND_USUL;
        fixture_do(f, j);
        struct dossier *d = fixture_load(f);
        assert_int_equal(dossier_contribution(d, &row)->number, 2); /* nobody else gets it */
        assert_int_equal(tally_inputs(d), counted);
        assert_int_equal(counts_of(d).counted, counted);
        assert_int_equal(read_note_counts(f->app, &ID_NONE, &counts, &f->err), ERR_NONE);
        assert_int_equal(counts.counted, counted);
    }
    assert_int_equal(note(f, &first).number, 1);
}

static void park__takes_wording_and_speaker_of_the_note(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id row = fixture_note(f, KIND_USUL, &sari, "hapus denda");
    park_job(f->app, &j)->contribution = row;
    fixture_do(f, j);
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->parked.n, 1);
    assert_string_equal(d->parked.v[0].text, "hapus denda");
    assert_true(id_eq(&d->parked.v[0].proposer, &sari));
    assert_int_equal(d->parked.v[0].number, 1);
    assert_int_equal(d->parked.v[0].from_paper, NONE);
    park_job(f->app, &j);
    fixture_refuse(f, j, ERR_INPUT, "diparkir");
    fixture_undo(f);
    assert_int_equal(fixture_load(f)->parked.n, 0);
    app_set_from_paper(f->app, true);
    park_job(f->app, &j)->text = "perahu dinas";
    fixture_do(f, j);
    app_set_from_paper(f->app, false);
    assert_int_equal(fixture_load(f)->parked.v[0].from_paper, 1);
}

static void go_agenda__walks_through_the_day(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    size_t n = fixture_load(f)->agenda.n;
    assert_int_equal(n, 9);
    go_agenda_job(f->app, &j);
    fixture_do(f, j);
    struct dossier *d = fixture_load(f);
    assert_true(id_eq(&dossier_session(d)->current_agenda, &d->agenda.v[0].id));
    assert_int_equal(d->agenda.v[0].started_at, NINE_WITA);
    fixture_minutes(f, 10);
    go_agenda_job(f->app, &j);
    fixture_do(f, j);
    d = fixture_load(f);
    assert_int_equal(d->agenda.v[0].ended_at, NINE_WITA + 600000);
    assert_int_equal(d->agenda.v[1].started_at, NINE_WITA + 600000);
    fixture_undo(f);
    d = fixture_load(f);
    assert_true(id_eq(&dossier_session(d)->current_agenda, &d->agenda.v[0].id));
    assert_int_equal(d->agenda.v[0].ended_at, NONE);
    for (size_t i = 1; i <= n; i++) { /* to the end, and once more closes the day */
        struct go_agenda_args *x = go_agenda_job(f->app, &j);
        fixture_do(f, j);
        assert_true(id_is_none(&x->ret_agenda) == (i == n));
    }
    d = fixture_load(f);
    assert_true(id_is_none(&dossier_session(d)->current_agenda));
    assert_int_equal(dossier_session(d)->end_time, 9 * 60 + 10);
    struct go_agenda_args *x = go_agenda_job(f->app, &j);
    x->agenda = id_new(NINE_WITA);
    fixture_refuse(f, j, ERR_NOTFOUND, "agenda");
}

/* --- the laptop's clock was set back --- */

/* Another run of the program, an hour earlier by its clock. */
static int be_the_next_run(const char *path)
{
    const struct app_options o = {.clock = clock_fixed(NINE_WITA - 3600000)};
    struct app *app;
    struct job *j;
    struct err e;
    if (app_open(path, &o, &app, &e) != ERR_NONE)
        return 1;
    struct add_contribution_args *x = add_contribution_job(app, &j);
    x->text = "yang kedua";
    enum err_code code = app_run(app, j, NULL, &e);
    job_free(j);
    app_close(app);
    return code ? 1 : 0;
}

static void add_contribution__comes_last_when_the_clock_was_set_back(void **state)
{
    struct fixture *f = *state;
    pid_t child;
    int status;
    fixture_note(f, NONE, &ID_NONE, "yang pertama");
    char *args[] = {(char *)(uintptr_t) "next", f->path, NULL};
    assert_int_equal(posix_spawn(&child, "/proc/self/exe", NULL, NULL, args, environ), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    struct contribution *v;
    struct history_group *g;
    size_t n;
    assert_int_equal(read_notes(f->app, &ID_NONE, &ID_NONE, 10, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 2);
    assert_string_equal(v[1].text, "yang kedua"); /* the newest stands last */
    assert_int_equal(v[1].number, v[0].number + 1);
    assert_true(v[1].at < v[0].at); /* the time is the clock's, the order is not */
    assert_int_equal(read_history(f->app, &ID_NONE, 1, f->arena, &g, &n, &f->err), ERR_NONE);
    assert_int_equal(g[0].at, NINE_WITA - 3600000);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(int argc, char **argv)
{
    if (argc == 2)
        return be_the_next_run(argv[1]);
    const struct CMUnitTest tests[] = {
        T(add_contribution__numbers_stamps_and_places_it),
        T(add_contribution__during_ceremony_is_not_counted),
        T(add_contribution__empty_text_is_refused),
        T(add_contribution__comes_last_when_the_clock_was_set_back),
        T(add_contribution__a_turn_goes_on_without_a_number),
        T(add_contribution__answers_several_by_number),
        T(add_contribution__links_topics_and_makes_new_ones),
        T(anonymous__is_not_stored_with_a_speaker),
        T(anonymous__afterwards_takes_the_speaker_out_of_the_whole_turn),
        T(anonymous__is_named_again_by_choosing_somebody),
        T(gap__is_text_or_wording_or_speaker),
        T(edit_contribution__keeps_the_text_of_somebody_else),
        T(edit_contribution__a_note_of_the_event_becomes_counted),
        T(edit_contribution__a_counted_note_becomes_one_of_the_event),
        T(park__takes_wording_and_speaker_of_the_note),
        T(go_agenda__walks_through_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
