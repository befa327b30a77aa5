/* What the rows of one agreement's screen say: the six unsur, people with a word of their own,
 * objections, facts. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

static struct agreement_row *new_row(struct agreement_view *v, enum agreement_row_kind kind)
{
    struct agreement_row *r = &v->rows[v->n_rows++];
    *r = (struct agreement_row){.kind = kind, .unsur = NONE, .field = -1, .left = "", .right = ""};
    return r;
}

/* Rows without an id of their own keep the selection by a made-up one. */
static struct id made_id(enum agreement_row_kind kind, int64_t which)
{
    return (struct id){{0xff, (uint8_t)kind, (uint8_t)(which + 64)}};
}

static bool is_of(const struct agreement_view *v, const struct position *p)
{
    return id_eq(&p->agreement, &v->row) && p->count != 0;
}

static enum style stance_style(int64_t stance)
{
    return stance == STANCE_KEBERATAN ? STYLE_ERROR
           : stance == STANCE_SETUJU  ? STYLE_OK
           : stance == STANCE_CATATAN ? STYLE_WARN
                                      : STYLE_NORMAL;
}

/* The weightiest stance of an unsur: what its line is coloured by. */
static int64_t heaviest(const struct agreement_view *v, int64_t unsur)
{
    static const int64_t order[] = {STANCE_KEBERATAN, STANCE_BAHAS, STANCE_CATATAN, STANCE_ABSTAIN,
                                    STANCE_SETUJU};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (agreement_hands(v->d, v->g, unsur, order[i]) > 0)
            return order[i];
    return NONE;
}

/* Notes of the hands of an unsur, joined; people speak on their own lines. */
static void unsur_note(const struct agreement_view *v, struct agreement_row *r, struct arena *a)
{
    bool wanted = false, people = false;
    for (size_t i = 0; i < v->d->position.n; i++) {
        const struct position *p = &v->d->position.v[i];
        if (!is_of(v, p) || agreement_unsur_of(v->d, p) != r->unsur)
            continue;
        if (!id_is_none(&p->participant)) {
            people = true;
            continue;
        }
        if (p->note)
            r->right = *r->right ? arena_printf(a, "%s; %s", r->right, p->note) : p->note;
        else
            wanted = wanted || p->stance == STANCE_KEBERATAN || p->stance == STANCE_CATATAN;
    }
    if (!*r->right && wanted) {
        r->right = _("belum diisi");
        r->right_style = STYLE_WARN;
    } else if (!*r->right && people) {
        r->right = _("lihat di bawah");
        r->right_style = STYLE_DIM;
    }
}

/* Typed in from a slip of paper. */
static const char *from_paper(const char *words, struct arena *a)
{
    return arena_printf(a, _("%s [kertas]"), words);
}

static bool hands_from_paper(const struct agreement_view *v, int64_t unsur)
{
    for (size_t i = 0; i < v->d->position.n; i++) {
        const struct position *p = &v->d->position.v[i];
        if (is_of(v, p) && id_is_none(&p->participant) && p->unsur == unsur && IS_SET(p->from_paper))
            return true;
    }
    return false;
}

static void add_unsur(struct agreement_view *v, int64_t unsur, struct arena *a)
{
    struct agreement_row *r = new_row(v, ROW_UNSUR);
    int64_t stance = heaviest(v, unsur);
    r->unsur = unsur;
    r->id = made_id(ROW_UNSUR, unsur);
    r->present = v->cover.by_unsur[unsur];
    r->label = _(dict_enum_label(ENUMSET_unsur, unsur));
    r->left = agreement_stance_words(v->d, v->g, unsur, a);
    r->left_style = stance_style(stance);
    if (*r->left && hands_from_paper(v, unsur))
        r->left = from_paper(r->left, a);
    if (!*r->left) {
        r->left = r->present > 0 ? _("belum ditanya") : _("tidak hadir");
        r->left_style = STYLE_DIM;
    }
    unsur_note(v, r, a);
}

static void add_person(struct agreement_view *v, const struct position *p, struct arena *a)
{
    const struct participant *person = dossier_participant(v->d, &p->participant);
    const struct objection *o = agreement_objection_of(v->d, &v->row, &p->participant);
    struct agreement_row *r = new_row(v, ROW_PERSON);
    r->unsur = agreement_unsur_of(v->d, p);
    r->position = p;
    r->objection = o;
    r->id = p->id;
    r->label = arena_printf(a, "  %s", person ? TXT(person->name) : _("(orangnya sudah dihapus)"));
    r->left = _(dict_enum_label(ENUMSET_stance, p->stance));
    if (IS_SET(p->from_paper))
        r->left = from_paper(r->left, a);
    r->left_style = stance_style(p->stance);
    r->right = p->note ? p->note
               : o     ? arena_printf(a, _("keberatan %lld di bawah"), (long long)o->number)
                       : "";
    if (!p->note && o)
        r->right_style = STYLE_DIM;
    if (!*r->right && (p->stance == STANCE_KEBERATAN || p->stance == STANCE_CATATAN)) {
        r->right = _("belum diisi");
        r->right_style = STYLE_WARN;
    }
}

static void add_people(struct agreement_view *v, int64_t unsur, struct arena *a)
{
    for (size_t i = 0; i < v->d->position.n; i++) {
        const struct position *p = &v->d->position.v[i];
        if (is_of(v, p) && !id_is_none(&p->participant) && agreement_unsur_of(v->d, p) == unsur)
            add_person(v, p, a);
    }
}

/* Nobody's word is lost when the unsur of that person is not filled in (any more). */
static void add_stances(struct agreement_view *v, struct arena *a)
{
    for (int64_t unsur = 0; unsur < unsur_COUNT; unsur++) {
        add_unsur(v, unsur, a);
        add_people(v, unsur, a);
    }
    add_people(v, NONE, a);
}

/* What an objection still lacks: "alasan, jawaban, dibacakan kembali"; NULL when nothing. */
static const char *objection_lacks(const struct objection *o, struct arena *a)
{
    const struct {
        bool lacks;
        const char *words;
    } v[] = {{!*TXT(o->text), _("isi")},
             {!*TXT(o->reason) && !IS_SET(o->reason_withheld), _("alasan")},
             {!*TXT(o->reply), _("jawaban")},
             {!IS_SET(o->read_back), _("dibacakan kembali")}};
    const char *words = NULL;
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        if (v[i].lacks)
            words = words ? arena_printf(a, "%s, %s", words, v[i].words) : v[i].words;
    return words;
}

static void add_objections(struct agreement_view *v, struct arena *a)
{
    const struct objection **list;
    size_t n = agreement_objections(v->d, v->g, a, &list);
    for (size_t i = 0; i < n; i++) {
        const struct objection *o = list[i];
        const char *lacks = objection_lacks(o, a);
        struct agreement_row *r = new_row(v, ROW_OBJECTION);
        r->objection = o;
        r->id = o->id;
        r->label = arena_printf(a, _("Keberatan %lld"), (long long)o->number);
        r->left = *TXT(o->party) ? o->party : _("pihak belum diisi");
        r->left_style = STYLE_ERROR;
        r->right = lacks ? arena_printf(a, _("%s — belum: %s"), TXT(o->text), lacks) : TXT(o->text);
        r->right_style = lacks ? STYLE_WARN : STYLE_NORMAL;
    }
}

/* --- facts --- */

static const char *issue_words(const struct agreement_view *v, struct arena *a)
{
    const struct issue *u = dossier_issue(v->d, &v->g->issue);
    return u ? arena_printf(a, "%lld %s", (long long)u->number, TXT(u->title)) : "";
}

static const char *fact_words(const struct agreement_view *v, int field, struct arena *a,
                              enum style *style)
{
    switch (field) {
    case agreement_F_problem:
        return TXT(v->g->problem);
    case agreement_F_responsible:
        return TXT(v->g->responsible);
    case agreement_F_feasibility:
        return _(dict_enum_label(ENUMSET_feasibility, v->g->feasibility));
    case agreement_F_issue:
        return issue_words(v, a);
    case agreement_F_status_reason:
        return TXT(v->g->status_reason);
    case FACT_LIMIT:
        return agreement_limit_words(v->d, v->g, a);
    case FACT_ORIGINS:
        return v->origins;
    default:
        return agreement_status_words(v->g, style);
    }
}

static void add_fact(struct agreement_view *v, int field, const char *label, struct arena *a)
{
    enum style style = STYLE_NORMAL;
    const char *words = fact_words(v, field, a, &style);
    struct agreement_row *r = new_row(v, ROW_FACT);
    r->field = field;
    r->id = made_id(ROW_FACT, field);
    r->label = label ? label : _(dict_field(ENTITY_agreement, field)->label);
    r->right = *words ? words : _("belum diisi");
    r->right_style = *words ? style : STYLE_WARN;
}

void agreement_fill_rows(struct agreement_view *v, struct arena *a)
{
    size_t most = unsur_COUNT + v->d->position.n + v->d->objection.n + 8;
    v->rows = ARENA_ARRAY(a, struct agreement_row, most);
    v->n_rows = 0;
    add_stances(v, a);
    add_objections(v, a);
    add_fact(v, agreement_F_status, NULL, a);
    if (v->g->status_reason || v->g->status == STATUS_DITUNDA ||
        v->g->status == STATUS_TIDAK_DIAKOMODASI)
        add_fact(v, agreement_F_status_reason, NULL, a);
    add_fact(v, agreement_F_problem, NULL, a);
    add_fact(v, agreement_F_responsible, NULL, a);
    add_fact(v, FACT_LIMIT, _("Jangka dan batas"), a);
    add_fact(v, agreement_F_feasibility, NULL, a);
    add_fact(v, agreement_F_issue, NULL, a);
    add_fact(v, FACT_ORIGINS, _("Dari masukan"), a);
}
