#include "model/people_csv.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/people_parts.h"
#include "model/validate.h"

#define HEADER_ROWS 30

const char *people_cell(const struct people_run *x, size_t row, enum people_column c)
{
    const struct sheet_row *r = &x->sheet->v[row];
    int i = x->plan->column[c];
    return i >= 0 && (size_t)i < r->n ? r->cells[i] : "";
}

const struct people_answer *people_answer_for(const struct people_run *x, size_t line)
{
    for (size_t i = 0; i < x->n_answers; i++)
        if (x->answers[i].line == line)
            return &x->answers[i];
    return NULL;
}

void people_say(struct people_run *x, struct people_row *r, const char *words)
{
    r->reason = *r->reason ? arena_printf(x->a, "%s; %s", r->reason, words) : words;
}

/* --- the header --- */

static size_t read_header(const struct sheet_row *r, int column[COLUMN_COUNT])
{
    size_t known = 0;
    for (int c = 0; c < COLUMN_COUNT; c++)
        column[c] = -1;
    for (size_t i = 0; i < r->n; i++) {
        int c = people_column_of(r->cells[i]);
        if (c >= 0 && column[c] < 0) {
            column[c] = (int)i;
            known++;
        }
    }
    return known;
}

static enum err_code find_header(const struct sheet *s, struct people_plan *plan, struct err *e)
{
    for (size_t i = 0; i < s->n && i < HEADER_ROWS; i++) {
        size_t known = read_header(&s->v[i], plan->column);
        if (known >= 2 && plan->column[COLUMN_NAME] >= 0) {
            plan->header_line = s->v[i].line;
            return ERR_NONE;
        }
    }
    return err_set(
        e, ERR_INPUT,
        _("Baris nama kolom tidak ditemukan. Tulis satu baris berisi NAMA dan INSTANSI "
          "(boleh juga PANGGILAN, JABATAN, UNSUR, L/P, NO HP, KET) di atas daftar. Tidak ada yang diubah."));
}

/* --- the plan --- */

/* Why the session would refuse what the row says (a whole letter in one cell ...); NULL: it would not. */
static const char *refused(struct people_run *x, const struct people_row *r)
{
    char scratch[DATE_TEXT];
    for (int f = 0; f < dict_entity(ENTITY_participant)->n_fields; f++) {
        struct value v = record_get(&r->p, ENTITY_participant, f, scratch);
        struct err e = {0};
        if (r->fields >> f & 1 && v.type != VALUE_NULL && validate_value(ENTITY_participant, f, &v, &e))
            return arena_strdup(x->a, e.text);
    }
    return NULL;
}

static struct people_row left_out(size_t line, const char *reason)
{
    struct people_row r = {.line = line,
                           .action = PEOPLE_SKIP,
                           .reason = reason,
                           .raw_unsur = "",
                           .unsur_choices = {NONE, NONE},
                           .like_person = ID_NONE};
    record_init(&r.p, ENTITY_participant);
    return r;
}

static void plan_row(struct people_run *x, size_t i)
{
    struct people_row *r = &x->plan->v[i];
    const char *skip = people_skip_reason(x, i);
    *r = left_out(x->sheet->v[i].line, skip ? skip : "");
    if (!skip) {
        people_read_row(x, i, r);
        people_match_row(x, i, r);
        const char *no = refused(x, r);
        if (no)
            *r = left_out(r->line, no);
    }
    x->plan->n_by_action[r->action]++;
    x->plan->n_open += r->asks != 0;
}

enum err_code people_plan(const struct sheet *s, const struct participant *existing,
                          size_t n_existing, const struct people_answer *answers, size_t n_answers,
                          struct arena *a, struct people_plan *ret, struct err *e)
{
    struct people_plan plan = {0};
    enum err_code code = find_header(s, &plan, e);
    if (code != ERR_NONE)
        return code;
    plan.v = ARENA_ARRAY(a, struct people_row, s->n);
    plan.n = s->n;
    struct people_run x = {.sheet = s,
                           .existing = existing,
                           .n_existing = n_existing,
                           .answers = answers,
                           .n_answers = n_answers,
                           .a = a,
                           .plan = &plan,
                           .keys = ARENA_ARRAY(a, struct person_keys, s->n),
                           .existing_keys = ARENA_ARRAY(a, struct person_keys, n_existing + 1),
                           .taken = ARENA_ARRAY(a, bool, n_existing + 1),
                           .section_unsur = NONE};
    for (size_t i = 0; i < n_existing; i++)
        x.existing_keys[i] = people_keys(&existing[i], a);
    for (size_t i = 0; i < s->n; i++)
        plan_row(&x, i);
    *ret = plan;
    return ERR_NONE;
}

const char *people_action_words(enum people_action x)
{
    static const char *const words[] = {N_("baru"), N_("sama"), N_("ubah"), N_("lewati"),
                                        N_("tanya")};
    return _(words[x]);
}

const char *people_plan_words(const struct people_plan *p, struct arena *a)
{
    const char *counts = arena_printf(
        a, _("%zu baru, %zu sama, %zu ubah, %zu dilewati, %zu belum dimasukkan"),
        p->n_by_action[PEOPLE_NEW], p->n_by_action[PEOPLE_SAME], p->n_by_action[PEOPLE_CHANGE],
        p->n_by_action[PEOPLE_SKIP], p->n_by_action[PEOPLE_ASK]);
    if (p->n_open == 0)
        return counts;
    return arena_printf(a, _("%s; %zu baris perlu ditanyakan"), counts, p->n_open);
}
