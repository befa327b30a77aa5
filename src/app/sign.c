#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/sign.h"
#include "base/text.h"

static enum err_code check_state(struct work *w, const struct sign_args *x, struct err *e)
{
    bool locked = false;
    bool wants_reason = x->state == SIGNING_MENYUSUL || x->state == SIGNING_TIDAK;
    if (wants_reason && !work_line(w, x->reason))
        return err_set(e, ERR_RULE, _("\"%s\" perlu alasan singkat. Tulis alasannya, lalu Enter."),
                       _(dict_enum_label(ENUMSET_signing_state, x->state)));
    enum err_code code = work_is_locked(w, &locked, e);
    if (!code && x->state == SIGNING_SUDAH && !locked)
        return err_set(
            e, ERR_RULE,
            _("Naskah belum dikunci, jadi belum ada yang ditandatangani. Kunci naskah dahulu "
              "(l), lalu catat tanda tangannya."));
    return code;
}

static enum err_code sign(struct work *w, void *args, struct err *e)
{
    const struct sign_args *x = args;
    struct signatory s;
    enum err_code code = work_load_live(w, ENTITY_signatory, &x->signatory, &s, e);
    if (!code)
        code = check_state(w, x, e);
    if (!code)
        code = work_set_enum(w, ENTITY_signatory, &s.id, signatory_F_state, x->state, e);
    if (!code)
        code = work_set_text(w, ENTITY_signatory, &s.id, signatory_F_state_reason, x->reason, e);
    return code ? code : keep_equal(w, ENTITY_signatory, &s.id, signatory_F_state, e);
}

struct sign_args *sign_job(struct app *a, struct job **ret)
{
    struct sign_args *x = job_start(a, "sign", sign, sizeof *x, ret);
    x->state = SIGNING_SUDAH;
    job_reason_from(*ret, &x->reason);
    return x;
}

/* --- from the attendance list --- */

static enum err_code check_once(struct work *w, const struct participant *p, struct err *e)
{
    struct signatory *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_signatory, &v, &n, e);
    for (size_t i = 0; i < n && !code; i++)
        if (id_eq(&v[i].participant, &p->id))
            return err_set(e, ERR_RULE,
                           _("%s sudah ada di daftar penanda tangan; satu orang satu kali."),
                           TXT(p->name));
    return code;
}

/* An official signs with the office, everybody else with what they are and where they come from. */
static const char *position_of(struct work *w, const struct participant *p, int64_t role)
{
    if (!p->position)
        return p->organization;
    if (role == SIGN_PENYELENGGARA || !p->organization || strstr(p->position, p->organization))
        return p->position;
    return arena_printf(w->arena, "%s %s", p->position, p->organization);
}

static enum err_code add_signatory(struct work *w, void *args, struct err *e)
{
    const struct add_signatory_args *x = args;
    struct participant p;
    struct signatory s;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->participant, &p, e);
    if (!code && !p.name)
        code = err_set(e, ERR_RULE,
                       _("Undangan ini belum ada orangnya. Isi namanya di daftar peserta dahulu."));
    if (!code)
        code = check_once(w, &p, e);
    if (code)
        return code;
    record_init(&s, ENTITY_signatory);
    s.id = x->row;
    s.participant = p.id;
    s.name = p.name;
    s.prefix = x->prefix;
    s.position = position_of(w, &p, x->role);
    s.role = x->role;
    s.rank = p.rank;
    s.nip = p.nip;
    s.state = SIGNING_BELUM;
    code = work_set_next(w, ENTITY_signatory, &s.id, signatory_F_ord, NULL, e);
    return code ? code : work_set_record(w, ENTITY_signatory, &s, e);
}

struct add_signatory_args *add_signatory_job(struct app *a, struct job **ret)
{
    struct add_signatory_args *x = job_start(a, "add_signatory", add_signatory, sizeof *x, ret);
    x->row = job_row_id(*ret);
    x->role = SIGN_WAKIL_MASYARAKAT;
    x->prefix = NONE;
    return x;
}
