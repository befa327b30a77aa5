#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/go_agenda.h"
#include "base/text.h"
#include "model/answered.h"
#include "tests/ui/dialog_start.h"
#include "ui/event.h"
#include "ui/screens/dialog.h"

static void entry_line__stores_speaker_kind_and_text(void **state)
{
    (void)state;
    screen_test_type(t, "7: + buka loket sore\n");
    struct dossier *d = rows_now(t, arena);
    const struct contribution *c = newest(d);
    assert_string_equal(c->text, "buka loket sore");
    assert_int_equal(c->kind, KIND_USUL);
    assert_int_equal(c->number, 15);
    assert_int_equal(number_of(d, &c->speaker), 7);
    screen_test_sees(t, "buka loket sore");
    screen_test_sees(t, "7 Sutrisno ›");
}

static void palette__finds_by_the_name_of_the_thing(void **state)
{
    (void)state;
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "parkir");
    screen_test_sees(t, "Catat sebagai hal di luar");
    screen_test_key(t, K_ESC);
}

static void without_a_name__the_unsur_is_asked(void **state)
{
    (void)state;
    screen_test_type(t, "0: takut disebut\n");
    screen_test_sees(t, "Tanpa nama, dari unsur mana?");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "› 0: takut disebut"); /* the text waits */
    screen_test_type(t, "\n");
    screen_test_type(t, "media\n");
    const struct contribution *c = newest(rows_now(t, arena));
    assert_string_equal(c->text, "takut disebut");
    assert_int_equal(c->anonymous, 1);
    assert_int_equal(c->speaker_unsur, UNSUR_MEDIA);
    screen_test_type(t, "0: entah\n");
    screen_test_key(t, K_ENTER);
    c = newest(rows_now(t, arena));
    assert_string_equal(c->text, "entah");
    assert_int_equal(c->speaker_unsur, NONE);
    screen_test_sees(t, "tanpa nama");
    screen_test_type(t, "0 oms: tidak ditanya\n");
    assert_int_equal(newest(rows_now(t, arena))->speaker_unsur, UNSUR_OMS);
}

static void from_paper__is_said_everywhere_until_it_is_switched_off(void **state)
{
    (void)state;
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "ketik dari kertas\n");
    screen_test_sees(t, "DARI KERTAS |");
    screen_test_sees(t, "[kertas]");
    screen_test_type(t, "@10.35 7: + buka loket sore\n");
    screen_test_sees(t, "[kertas 10.35] 7 Sutrisno");
    screen_test_sees(t, "[kertas] buka loket sore");
    screen_test_type(t, "kedua dari tumpukan\n");
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(newest(d)->from_paper, 1);
    assert_int_equal(stamp_minutes(newest(d)->at, ZONE_WITA), 10 * 60 + 35);
    assert_int_equal(stamp_day(newest(d)->at, ZONE_WITA), dossier_session(d)->date);
    screen_test_type(t, "@25.99 x\n");
    screen_test_sees(t, "jam itu tidak ada");
    for (int i = 0; i < 8; i++)
        screen_test_key(t, K_BACKSPACE);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "ketik dari kertas\n");
    screen_test_sees_not(t, "DARI KERTAS |");
    screen_test_type(t, "7: seperti biasa\n");
    assert_int_equal(newest(rows_now(t, arena))->from_paper, NONE);
}

static void what_enter_will_do__is_said_before(void **state)
{
    (void)state;
    screen_test_type(t, "7: + buka loket sore @@jam berapa");
    screen_test_sees(t, "usul");
    screen_test_sees(t, "belum lengkap");
    assert_int_equal(rows_now(t, arena)->contribution.n, 14); /* nothing is stored yet */
}

static void speaker__stays_until_another_is_named(void **state)
{
    (void)state;
    screen_test_type(t, "12: satu\ndua\n");
    struct dossier *d = rows_now(t, arena);
    assert_string_equal(newest(d)->text, "dua");
    assert_int_equal(number_of(d, &newest(d)->speaker), 12);
}

static void ambiguous_name__asks_and_the_text_waits(void **state)
{
    (void)state;
    screen_test_type(t, "an: halo semua\n");
    screen_test_sees(t, "Siapa yang dimaksud?");
    assert_int_equal(rows_now(t, arena)->contribution.n, 14);
    screen_test_type(t, "\n");
    assert_string_equal(newest(rows_now(t, arena))->text, "halo semua");
    assert_false(id_is_none(&newest(rows_now(t, arena))->speaker));
}

static void continued_turn__has_no_number_of_its_own(void **state)
{
    (void)state;
    screen_test_type(t, "7: loket tinggi\n.. dan kursi kurang\n");
    struct dossier *d = rows_now(t, arena);
    const struct contribution *c = newest(d);
    assert_int_equal(c->number, NONE);
    assert_int_equal(number_of(d, &c->speaker), 7);
    assert_int_equal(dossier_contribution(d, &c->continues)->number, 15);
}

static void mark_alone__changes_the_last_entry(void **state)
{
    (void)state;
    screen_test_type(t, "7: antre dari jam lima\n!\n");
    const struct contribution *c = newest(rows_now(t, arena));
    assert_string_equal(c->text, "antre dari jam lima");
    assert_int_equal(c->kind, KIND_KELUHAN);
}

static void answer__asks_what_and_who_and_is_tied(void **state)
{
    (void)state;
    screen_test_type(t, "7: ? kapan loket dibuka\n= mulai bulan depan\n");
    screen_test_sees(t, "Jawaban atas masukan yang mana?");
    screen_test_type(t, "kapan loket\n\n");
    screen_test_sees(t, "Siapa yang menjawab?");
    screen_test_type(t, "Saraswita\n");
    struct dossier *d = rows_now(t, arena);
    const struct contribution *c = newest(d);
    assert_string_equal(c->text, "mulai bulan depan");
    assert_int_equal(c->kind, KIND_TANGGAPAN);
    assert_int_equal(number_of(d, &c->speaker), 2);
    bool tied = false;
    for (size_t i = 0; i < d->reply.n; i++)
        if (id_eq(&d->reply.v[i].answer, &c->id))
            tied |= dossier_contribution(d, &d->reply.v[i].question)->number == 15;
    assert_true(tied);
    screen_test_sees(t, "7 Sutrisno ›"); /* the word stays with the asker */
}

/* A slip of the finger in "=15" is put right without writing the answer again. */
static void answer__is_tied_to_other_entries_afterwards(void **state)
{
    (void)state;
    screen_test_type(t, "7: ? kapan loket dibuka\n2: =1 mulai bulan depan\n");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "yang dijawab\n");
    screen_test_sees(t, "Jawaban ini untuk catatan nomor");
    screen_test_key(t, K_BACKSPACE); /* the 1 */
    screen_test_type(t, "15, 3\n");
    struct dossier *d = rows_now(t, arena);
    int64_t *v;
    assert_int_equal(answered_numbers(d, &newest(d)->id, arena, &v), 2);
    assert_int_equal(v[0], 3);
    assert_int_equal(v[1], 15);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "yang dijawab\nx\n");
    screen_test_sees(t, "Tulis nomor catatannya saja");
    d = rows_now(t, arena);
    assert_int_equal(answered_numbers(d, &newest(d)->id, arena, &v), 2);
    screen_test_key(t, K_UP);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "yang dijawab\n");
    screen_test_sees(t, "bukan jawaban");
}

static void picked_question__keeps_the_typed_speaker(void **state)
{
    (void)state;
    screen_test_type(t, "7: ? kapan loket dibuka\n2: = mulai bulan depan\nkapan loket\n");
    screen_test_sees(t, "2: =15: mulai bulan depan");
    screen_test_type(t, "\n");
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(number_of(d, &newest(d)->speaker), 2);
}

static void picked_question__is_tied_whoever_and_whatever_was_typed(void **state)
{
    (void)state;
    screen_test_type(t, "7: ? kapan loket dibuka\n= saraswita: mulai bulan depan\nkapan loket\n");
    screen_test_sees(t, "=15: saraswita: mulai bulan depan");
    screen_test_type(t, "\n");
    struct dossier *d = rows_now(t, arena);
    assert_string_equal(newest(d)->text, "mulai bulan depan");
    assert_int_equal(number_of(d, &newest(d)->speaker), 2);
    screen_test_type(t, "7: ? berapa lama\n2: = 3 hari kerja\nberapa lama\n\n");
    d = rows_now(t, arena);
    assert_string_equal(newest(d)->text, "3 hari kerja"); /* not an answer to number 3 as well */
    size_t ties = 0;
    for (size_t i = 0; i < d->reply.n; i++)
        ties += id_eq(&d->reply.v[i].answer, &newest(d)->id);
    assert_int_equal(ties, 1);
}

static void typing_on_into_a_list__loses_nothing(void **state)
{
    (void)state;
    screen_test_type(t, "an: halo semua\n12: kalimat berikutnya, diketik tanpa melihat");
    screen_test_sees(t, "Siapa yang dimaksud?");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "an: halo semua 12: kalimat berikutnya");
    for (int i = 0; i < 80; i++)
        screen_test_key(t, K_BACKSPACE);
    screen_test_type(t, "an: halo\nandi"); /* a search that fits is only a search */
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "halo andi");
}

static void up_on_the_empty_line__edits_the_last_entry(void **state)
{
    (void)state;
    screen_test_type(t, "7: loket tingi\n");
    screen_test_key(t, K_UP);
    screen_test_sees(t, "ubah 15 lisan › loket tingi");
    screen_test_sees(t, " Tab/S-Tab lisan/rumusan  ^G");
    screen_test_key(t, K_BACKTAB);
    screen_test_sees(t, "ubah 15 rumusan ›");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_BACKSPACE);
    screen_test_key(t, K_BACKSPACE);
    screen_test_type(t, "ggi\n");
    assert_string_equal(newest(rows_now(t, arena))->text, "loket tinggi");
    screen_test_key(t, K_UP);
    screen_test_type(t, "\tLoket terlalu tinggi.\n");
    const struct contribution *c = newest(rows_now(t, arena));
    assert_string_equal(c->text, "loket tinggi");
    assert_string_equal(c->wording, "Loket terlalu tinggi.");
}

static void editing__going_to_another_entry_stores_the_change(void **state)
{
    (void)state;
    screen_test_type(t, "7: satu\n7: dua\n");
    screen_test_key(t, K_UP);
    screen_test_type(t, " kali");
    screen_test_key(t, K_UP); /* the entry before */
    screen_test_sees(t, "lisan › satu");
    assert_string_equal(newest(rows_now(t, arena))->text, "dua kali");
    screen_test_key(t, K_DOWN);
    screen_test_sees(t, "lisan › dua kali");
    screen_test_type(t, " lipat\tRumusannya.\t");
    screen_test_sees(t, "lisan › dua kali lipat");
    assert_string_equal(newest(rows_now(t, arena))->text, "dua kali lipat");
    assert_string_equal(newest(rows_now(t, arena))->wording, "Rumusannya.");
    screen_test_key(t, K_CTRL('U'));
    screen_test_key(t, K_UP); /* an entry is not emptied in passing */
    screen_test_sees(t, "tidak boleh kosong");
    screen_test_key(t, K_ESC);
    assert_string_equal(newest(rows_now(t, arena))->text, "dua kali lipat");
}

static void people__show_whoever_has_the_word(void **state)
{
    (void)state;
    screen_test_sees_not(t, "Clara");
    screen_test_type(t, "24: kapan rekapnya diumumkan\n");
    screen_test_sees(t, "▸24 Clara");
    screen_test_type(t, "1: minggu depan\n");
    screen_test_sees(t, "▸ 1 Wiratma");
    screen_test_key(t, K_CTRL('P'));
    screen_test_type(t, "clara\n");
    screen_test_sees(t, "▸24 Clara");
}

static void editing__survives_the_next_agenda_item(void **state)
{
    (void)state;
    screen_test_type(t, "7: satu\n");
    screen_test_key(t, K_UP);
    screen_test_type(t, " kali");
    screen_test_key(t, K_CTRL('G')); /* the entry leaves the list */
    screen_test_sees(t, "satu kali");
    screen_test_key(t, K_ENTER);
    assert_string_equal(newest(rows_now(t, arena))->text, "satu kali");
}

static void list_of_marks__leaves_the_line_alone(void **state)
{
    (void)state;
    screen_test_type(t, "7: setengah kal");
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "daftar tanda\n");
    screen_test_sees(t, "keluhan");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "imat\n");
    assert_string_equal(newest(rows_now(t, arena))->text, "setengah kalimat");
    screen_test_key(t, K_UP);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "daftar tanda\n");
    screen_test_key(t, K_ESC);
    assert_string_equal(newest(rows_now(t, arena))->text, "setengah kalimat");
}

static void editing__gives_back_what_was_half_typed(void **state)
{
    (void)state;
    screen_test_type(t, "7: satu\n");
    screen_test_key(t, K_UP);
    screen_test_key(t, K_ESC);
    screen_test_type(t, "setengah");
    screen_test_key(t, K_TAB); /* one word that fits nobody: the pane changes, the text stays */
    screen_test_sees(t, "setengah");
    assert_string_equal(newest(rows_now(t, arena))->text, "satu");
}

static void parking__stores_at_once_and_asks_for_the_rest(void **state)
{
    (void)state;
    screen_test_type(t, "11: > perahu dinas khusus pelayanan\n");
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(d->parked.n, 3);
    assert_string_equal(d->parked.v[2].text, "perahu dinas khusus pelayanan");
    screen_test_sees(t, "Tempat parkir: alasan dan tujuan");
    screen_test_type(t, "anggaran belanja modal\nBappeda\n31 Desember 2026\n");
    d = rows_now(t, arena);
    assert_string_equal(TXT(d->parked.v[2].reason), "anggaran belanja modal");
    assert_string_equal(TXT(d->parked.v[2].forwarded_to), "Bappeda");
    assert_int_equal(d->parked.v[2].answer_by, date_of(2026, 12, 31));
}

static void search__shows_what_fits_while_it_is_typed(void **state)
{
    (void)state;
    screen_test_type(t, "/blangko");
    screen_test_sees(t, "HASIL PENCARIAN");
    screen_test_sees(t, "blangko");
    screen_test_sees_not(t, "Tidak ada catatan yang cocok");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "CATATAN AGENDA INI");
}

static void pasted_newline__never_presses_enter(void **state)
{
    (void)state;
    screen_test_paste(t, "satu\ndua\ntiga\n");
    assert_int_equal(rows_now(t, arena)->contribution.n, 14);
    screen_test_type(t, "\n");
    assert_int_equal(rows_now(t, arena)->contribution.n, 15);
}

static void marked_entries__become_a_draft_with_links(void **state)
{
    (void)state;
    screen_test_type(t, "7: + loket sore\n12: + kursi lansia\n\t");
    screen_test_key(t, K_END);
    screen_test_key(t, K_UP);
    screen_test_type(t, "mmd");
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(d->agreement.n, 7);
    const struct agreement *g = &d->agreement.v[6];
    size_t links = 0;
    for (size_t i = 0; i < d->agreement_contribution.n; i++)
        links += id_eq(&d->agreement_contribution.v[i].agreement, &g->id);
    assert_int_equal(links, 2);
    assert_non_null(strstr(TXT(g->recommendation), "kursi lansia"));
}

static void deleted_entry__comes_back_with_undo(void **state)
{
    (void)state;
    screen_test_type(t, "7: salah ketik\n\t");
    screen_test_key(t, K_END);
    screen_test_type(t, "x");
    screen_test_sees_not(t, "salah ketik");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "salah ketik");
}

static void with_the_people_in_focus__no_note_is_changed(void **state)
{
    (void)state;
    screen_test_type(t, "7: jangan hilang\n\t\tx");
    assert_string_equal(newest(rows_now(t, arena))->text, "jangan hilang");
    screen_test_sees(t, "Pilih sebuah catatan lebih dulu");
}

static void next_agenda__is_one_key(void **state)
{
    (void)state;
    struct id before = dossier_session(rows_now(t, arena))->current_agenda;
    screen_test_key(t, K_CTRL('G'));
    struct id after = dossier_session(rows_now(t, arena))->current_agenda;
    assert_false(id_eq(&before, &after));
}

/* --- one more entry without reading the others --- */

static int loads;

static enum err_code count_load(struct screen *s, struct err *e)
{
    loads++;
    return screen_dialog.load(s, e);
}

static void stored_entry__reads_no_other(void **state)
{
    (void)state;
    struct screen_class counting = screen_dialog;
    counting.load = count_load;
    loads = 0;
    screen_test_open(t, &counting, NULL);
    assert_int_equal(loads, 1);
    screen_test_type(t, "7: satu\n12: + dua\n.. dan tiga\n0 oms: ? empat\nlima @@berapa\n= jawaban\n");
    screen_test_type(t, "empat\n\nSaraswita\n");
    assert_int_equal(loads, 1);
    screen_test_type(t, "!\n"); /* another kind for the last one: that row changes */
    assert_int_equal(loads, 2);
    screen_test_key(t, K_CTRL('Z'));
    assert_int_equal(loads, 3);
    screen_test_open(t, &screen_dialog, NULL); /* `counting` ends here */
}

/* What is shown is what a load shows. */
static void assert_as_loaded(void)
{
    char *shown = mem_strdup(screen_test_text(t));
    screen_stale(screen_test_top(t));
    assert_string_equal(shown, screen_test_text(t));
    free(shown);
}

static void stored_entry__is_shown_as_a_load_would(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "7: satu", "12: + dua yang lebih panjang daripada satu baris di layar ini, dan karena itu dibungkus",
        ".. dan tiga", "0 oms: ? empat", "0 pengguna: ! lima @@berapa", "3: # enam", "@10.05 7: tujuh", "?: delapan",
        "15: sembilan", "8: sepuluh", "//11: tanpa nama"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        screen_test_type(t, lines[i]);
        screen_test_type(t, "\n");
        if (ui_popup_open(screen_test_ui(t)))
            screen_test_key(t, K_ESC);
        screen_test_key(t, K_CTRL('U'));
        assert_as_loaded();
    }
    screen_test_size(t, 132, 43);
    assert_as_loaded();
}

/* The page holds the newest ones, however they came to it; what was chosen stays chosen. */
static void more_entries_than_a_page__are_the_newest(void **state)
{
    (void)state;
    for (int i = 0; i < DIALOG_PAGE + 9; i++) {
        char line[32];
        snprintf(line, sizeof line, "7: catatan ke-%d\n", i);
        screen_test_type(t, line);
    }
    struct dialog *d = dialog_of(screen_test_top(t));
    assert_int_equal(d->n, DIALOG_PAGE);
    assert_string_equal(d->v[d->n - 1].text, "catatan ke-68");
    assert_string_equal(d->v[0].text, "catatan ke-9");
    assert_as_loaded();
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_HOME);
    screen_test_sees(t, "catatan ke-9");
}

static void entry_of_another_item__is_not_shown(void **state)
{
    (void)state;
    screen_test_type(t, "7: di agenda ini\n");
    screen_test_key(t, K_CTRL('G'));
    screen_test_type(t, "7: di agenda berikut\n");
    screen_test_sees(t, "di agenda berikut");
    screen_test_sees_not(t, "di agenda ini");
    assert_as_loaded();
    screen_test_key(t, K_TAB);
    screen_test_type(t, "q"); /* of all items */
    assert_as_loaded();
    screen_test_key(t, K_ESC);
    screen_test_type(t, "7: di antara semua\n");
    screen_test_sees(t, "di antara semua");
    assert_as_loaded();
}

/* Somebody else moved on, and nobody has told this screen yet: its next entry belongs to the new item. */
static void entry_after_a_change_elsewhere__is_loaded_with_it(void **state)
{
    (void)state;
    struct job *j;
    struct err e = {0};
    go_agenda_job(screen_test_app(t), &j);
    assert_int_equal(app_run(screen_test_app(t), j, NULL, &e), ERR_NONE);
    job_free(j);
    screen_test_type(t, "7: sudah di agenda berikut\n");
    screen_test_sees(t, "sudah di agenda berikut");
    assert_as_loaded();
}

static void the_picture__is_right_at_every_size(void **state)
{
    (void)state;
    screen_test_key(t, K_TAB);
    screen_test_type(t, "q");
    screen_test_key(t, K_ESC); /* the caret is back in the capture line */
    screen_test_golden_sizes(t, "dialog");
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, start, end)
    const struct CMUnitTest tests[] = {
        T(entry_line__stores_speaker_kind_and_text),
        T(palette__finds_by_the_name_of_the_thing),
        T(without_a_name__the_unsur_is_asked),
        T(from_paper__is_said_everywhere_until_it_is_switched_off),
        T(what_enter_will_do__is_said_before),
        T(speaker__stays_until_another_is_named),
        T(ambiguous_name__asks_and_the_text_waits),
        T(continued_turn__has_no_number_of_its_own),
        T(mark_alone__changes_the_last_entry),
        T(answer__asks_what_and_who_and_is_tied),
        T(answer__is_tied_to_other_entries_afterwards),
        T(picked_question__keeps_the_typed_speaker),
        T(picked_question__is_tied_whoever_and_whatever_was_typed),
        T(typing_on_into_a_list__loses_nothing),
        T(up_on_the_empty_line__edits_the_last_entry),
        T(editing__going_to_another_entry_stores_the_change),
        T(people__show_whoever_has_the_word),
        T(editing__survives_the_next_agenda_item),
        T(list_of_marks__leaves_the_line_alone),
        T(editing__gives_back_what_was_half_typed),
        T(parking__stores_at_once_and_asks_for_the_rest),
        T(search__shows_what_fits_while_it_is_typed),
        T(pasted_newline__never_presses_enter),
        T(marked_entries__become_a_draft_with_links),
        T(deleted_entry__comes_back_with_undo),
        T(with_the_people_in_focus__no_note_is_changed),
        T(next_agenda__is_one_key),
        T(stored_entry__reads_no_other),
        T(stored_entry__is_shown_as_a_load_would),
        T(more_entries_than_a_page__are_the_newest),
        T(entry_of_another_item__is_not_shown),
        T(entry_after_a_change_elsewhere__is_loaded_with_it),
        T(the_picture__is_right_at_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
