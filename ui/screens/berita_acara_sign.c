/* Locking the text, opening it again, and who has signed the paper. */
#include "config.h"

#include <stdlib.h>

#include "app/lock_text.h"
#include "app/sign.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/coverage.h"
#include "ui/screens/berita_acara.h"

/* --- lock and unlock --- */

static void ask_word(struct screen *s)
{
    ui_type_word(s, BA_ASK_WORD,
                 _("Sesudah dikunci, yang dicetak tidak berubah lagi sampai kuncinya dibuka. Ketik "
                   "KUNCI untuk mengunci."),
                 "KUNCI", ba_popup_done);
}

static void ask_reason(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    ui_prompt(s, BA_ASK_REASON, _("Kunci naskah"),
              arena_printf(v->scratch,
                           _("Ada %zu hal penting yang belum lengkap. Alasan dilanjutkan (disimpan "
                             "di riwayat, tidak "
                             "dicetak):"),
                           v->penting),
              "", false, ba_popup_done);
    ui_prompt_verb(s->ui, _("lanjut"));
}

static void ask_lock(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    free(v->reason);
    v->reason = NULL;
    if (v->penting == 0)
        ask_word(s);
    else
        ask_reason(s);
}

static void ask_unlock(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    if (v->signing.signed_ > 0)
        ui_prompt(s, BA_ASK_UNLOCK_REASON, _("Buka kunci naskah"),
                  _("Sudah ada yang menandatangani: tanda tangan harus diulang dan naskah "
                    "berikutnya dicetak sebagai "
                    "revisi. Alasannya:"),
                  "", false, ba_popup_done);
    else
        ui_confirm(s, BA_ASK_UNLOCK,
                   _("Buka kunci naskah? Belum ada yang menandatangani; tidak ada revisi."),
                   _("Buka kunci"), ba_popup_done);
}

static void lock(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    struct job *j;
    struct lock_text_args *x = lock_text_job(ui_app(s->ui), &j);
    x->reason = job_text(j, v->reason);
    v->group = job_id(j);
    v->said = BA_SAY_LOCKED;
    ui_post(s->ui, j);
}

static void unlock(struct screen *s, const char *reason)
{
    struct job *j;
    struct unlock_text_args *x = unlock_text_job(ui_app(s->ui), &j);
    x->reason = job_text(j, reason);
    ba_of(s)->group = job_id(j);
    ba_of(s)->said = BA_SAY_UNLOCKED;
    ui_post(s->ui, j);
}

/* --- who signed --- */

static void ask_state(struct screen *s, const struct signatory *g)
{
    const struct enum_set *set = dict_enum(ENUMSET_signing_state);
    const char *words[signing_state_COUNT];
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    ba_of(s)->target = g->id;
    int64_t now = g->state == NONE || g->state == SIGNING_BELUM ? SIGNING_SUDAH : g->state;
    ui_choose(s, BA_ASK_STATE, g->name ? g->name : _("Tanda tangan"), words, set->n, (int)now,
              ba_popup_done);
}

static void sign(struct screen *s, int64_t state, const char *reason)
{
    struct job *j;
    struct sign_args *x = sign_job(ui_app(s->ui), &j);
    x->signatory = ba_of(s)->target;
    x->state = state;
    x->reason = job_text(j, reason);
    ui_post(s->ui, j);
}

static void state_chosen(struct screen *s, int64_t state)
{
    ba_of(s)->state = state;
    if (state == SIGNING_MENYUSUL || state == SIGNING_TIDAK)
        ui_prompt(s, BA_ASK_STATE_REASON, _(dict_enum_label(ENUMSET_signing_state, state)),
                  _("Alasannya:"), "", false, ba_popup_done);
    else
        sign(s, state, NULL);
}

/* --- a new signatory --- */

static void ask_person(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    size_t n = v->d->participant.n, k = 0;
    struct pick_item *items = ARENA_ARRAY(v->scratch, struct pick_item, n + 1);
    v->people = mem_realloc(v->people, (n + 1) * sizeof *v->people);
    for (size_t i = 0; i < n; i++) {
        const struct participant *p = &v->d->participant.v[i];
        if (p->attendance != ATTENDANCE_HADIR || !*TXT(p->name))
            continue;
        v->people[k] = p->id;
        items[k].text = p->name;
        items[k++].note = p->organization;
    }
    if (k == 0)
        ui_say(
            s->ui, STYLE_WARN,
            _("Belum ada yang tercatat hadir. Catat kehadiran di F2 Persiapan, atau tambah lewat "
              "Daftar penanda tangan (Ctrl-K)."));
    else
        ui_pick(s, BA_ASK_PERSON, _("Siapa yang menandatangani?"), items, (int)k, false,
                ba_popup_done);
}

static void ask_role(struct screen *s, const struct id *person)
{
    struct ba_view *v = ba_of(s);
    const struct participant *p = dossier_participant(v->d, person);
    const struct enum_set *set = dict_enum(ENUMSET_signatory_role);
    const char *words[signatory_role_COUNT];
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    v->target = *person;
    int usual = p && p->unsur == UNSUR_PENYELENGGARA ? SIGN_PENYELENGGARA : SIGN_WAKIL_MASYARAKAT;
    ui_choose(s, BA_ASK_ROLE, _("Menandatangani sebagai"), words, set->n, usual, ba_popup_done);
}

static void add(struct screen *s, int64_t role)
{
    struct job *j;
    struct add_signatory_args *x = add_signatory_job(ui_app(s->ui), &j);
    x->participant = ba_of(s)->target;
    x->role = role;
    ui_post(s->ui, j);
}

/* --- dispatch --- */

void ba_sign_action(struct screen *s, int action)
{
    struct ba_view *v = ba_of(s);
    if (action == BA_LOCK && v->lock)
        ask_unlock(s);
    else if (action == BA_LOCK)
        ask_lock(s);
    else if (action == BA_ADD)
        ask_person(s);
    else
        ask_state(s, ba_selected(v)->signatory);
}

void ba_sign_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    switch (tag) {
    case BA_ASK_REASON:
        if (!*TXT(p->text)) {
            ask_reason(s);
            ui_say(s->ui, STYLE_WARN,
                   _("Belum dikunci: tulis alasannya, atau lengkapi dulu yang penting."));
            break;
        }
        v->reason = mem_strdup(p->text);
        ask_word(s);
        break;
    case BA_ASK_WORD:
        lock(s);
        break;
    case BA_ASK_UNLOCK:
        unlock(s, NULL);
        break;
    case BA_ASK_UNLOCK_REASON:
        unlock(s, p->text);
        break;
    case BA_ASK_STATE:
        state_chosen(s, p->choice);
        break;
    case BA_ASK_STATE_REASON:
        sign(s, v->state, p->text);
        break;
    case BA_ASK_PERSON:
        if (p->choice >= 0)
            ask_role(s, &v->people[p->choice]);
        break;
    case BA_ASK_ROLE:
        add(s, p->choice);
        break;
    }
}
