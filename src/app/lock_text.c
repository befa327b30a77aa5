#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "app/lock_text.h"
#include "app/whole_gate.h"
#include "model/gate.h"

/* --- locking --- */

static enum err_code check_gate(struct work *w, struct lock_text_args *x, struct err *e)
{
    struct dossier *d;
    enum err_code code = store_load_dossier(w->store, w->arena, &d, e);
    if (code)
        return code;
    d->now = w->group.at;
    struct gate g = gate_check(d, w->arena);
    x->ret_findings = (int64_t)g.n_penting;
    if (g.n_penting == 0 || work_line(w, x->reason))
        return ERR_NONE;
    struct gate shown = whole_gate(d, w->arena); /* what the user has in front of him counts more findings */
    return err_set(
        e, ERR_RULE,
        _("Naskah belum dikunci: %s. Lengkapi dahulu, atau lanjutkan dengan menulis alasannya "
          "(alasan disimpan di riwayat, tidak dicetak)."),
        gate_words(&shown, w->arena));
}

/* A revision is counted only when a text that somebody had signed was opened again. */
static enum err_code next_revision(struct work *w, int64_t *ret, struct err *e)
{
    struct lock *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_lock, &v, &n, e);
    *ret = 0;
    for (size_t i = 0; i < n && !code; i++) {
        int64_t after = (v[i].revision == NONE ? 0 : v[i].revision) + (v[i].unlock_reason ? 1 : 0);
        *ret = after > *ret ? after : *ret;
    }
    return code;
}

static enum err_code describe_lock(struct work *w, struct lock_text_args *x, struct err *e)
{
    struct lock k;
    struct hash h;
    enum err_code code = work_load(w, ENTITY_lock, &x->ret_lock, &k, e);
    if (!code && k.fingerprint && hash_parse_hex(k.fingerprint, &h))
        hash_short(&h, x->ret_fingerprint);
    return code;
}

static enum err_code fix_numbers_too(struct work *w, struct err *e)
{
    struct session s;
    enum err_code code = work_session(w, &s, e);
    if (code || s.numbers_fixed_at != NONE)
        return code;
    return work_set_int(w, ENTITY_session, &s.id, session_F_numbers_fixed_at, w->group.at, e);
}

static enum err_code lock_text(struct work *w, void *args, struct err *e)
{
    struct lock_text_args *x = args;
    bool locked = false;
    enum err_code code = work_is_locked(w, &locked, e);
    if (!code && locked)
        return err_set(e, ERR_RULE, _("Naskah sudah dikunci. Tidak ada yang berubah."));
    if (!code)
        code = check_gate(w, x, e);
    if (!code)
        code = next_revision(w, &x->ret_revision, e);
    if (!code)
        code = store_lock(w->store, work_line(w, x->reason), &x->ret_lock, e);
    if (!code)
        code = fix_numbers_too(w, e);
    if (!code)
        code = work_set_int(w, ENTITY_lock, &x->ret_lock, lock_F_revision, x->ret_revision, e);
    return code ? code : describe_lock(w, x, e);
}

struct lock_text_args *lock_text_job(struct app *a, struct job **ret)
{
    struct lock_text_args *x = job_start(a, "lock_text", lock_text, sizeof *x, ret);
    job_set_kind(*ret, GROUP_LOCK, NULL);
    job_reason_from(*ret, &x->reason);
    return x;
}

/* --- unlocking --- */

static enum err_code lock_in_force(struct work *w, struct lock *ret, struct err *e)
{
    struct lock *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_lock, &v, &n, e);
    for (size_t i = n; i > 0 && !code; i--)
        if (v[i - 1].unlocked_at == NONE) {
            *ret = v[i - 1];
            return ERR_NONE;
        }
    return code ? code
                : err_set(e, ERR_RULE, _("Naskah tidak sedang dikunci. Tidak ada yang berubah."));
}

/* Signatures and refusals stand under a wording; when it opens they are asked for again. "Menyusul" says where somebody is,
 * may be noted before the lock and is no signature: they will sign the next paper later too. The history keeps all. */
static enum err_code take_back_signatures(struct work *w, const struct signatory *v, size_t n,
                                          struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < n && !code; i++) {
        if (v[i].state != SIGNING_SUDAH && v[i].state != SIGNING_TIDAK)
            continue;
        code = work_set_enum(w, ENTITY_signatory, &v[i].id, signatory_F_state, SIGNING_BELUM, e);
        if (!code)
            code = work_set_text(w, ENTITY_signatory, &v[i].id, signatory_F_state_reason, NULL, e);
        if (!code)
            code = work_set_int(w, ENTITY_signatory, &v[i].id, signatory_F_signed_at, NONE, e);
    }
    return code;
}

static enum err_code unlock_text(struct work *w, void *args, struct err *e)
{
    struct unlock_text_args *x = args;
    struct lock k;
    struct signatory *v;
    size_t n;
    const char *reason = work_line(w, x->reason);
    enum err_code code = lock_in_force(w, &k, e);
    if (!code)
        code = work_load_all(w, ENTITY_signatory, &v, &n, e);
    if (code)
        return code;
    x->ret_was_signed = false;
    for (size_t i = 0; i < n; i++)
        x->ret_was_signed = x->ret_was_signed || v[i].state == SIGNING_SUDAH;
    if (x->ret_was_signed && !reason)
        return err_set(
            e, ERR_RULE,
            _("Naskah ini sudah ada yang menandatangani. Tulis alasan membukanya; penguncian "
              "berikutnya mencetak nomor revisi. Naskah masih terkunci."));
    code = work_set_int(w, ENTITY_lock, &k.id, lock_F_unlocked_at, w->group.at, e);
    if (!code && x->ret_was_signed)
        code = work_set_text(w, ENTITY_lock, &k.id, lock_F_unlock_reason, reason, e);
    return code ? code : take_back_signatures(w, v, n, e);
}

struct unlock_text_args *unlock_text_job(struct app *a, struct job **ret)
{
    struct unlock_text_args *x = job_start(a, "unlock_text", unlock_text, sizeof *x, ret);
    job_set_kind(*ret, GROUP_UNLOCK, NULL);
    job_reason_from(*ret, &x->reason);
    return x;
}
