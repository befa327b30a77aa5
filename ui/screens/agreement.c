#include "config.h"

#include <stdlib.h>

#include "app/agree.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

void agreement_open(struct ui *u, const struct id *row)
{
    struct id *arg = ARENA_NEW(ui_arena(u), struct id);
    *arg = *row;
    ui_push(u, &screen_agreement, arg);
}

/* --- loading --- */

static enum err_code view_open(struct screen *s, const void *arg, struct err *e)
{
    struct agreement_view *v = agreement_of(s);
    (void)e;
    v->row = *(const struct id *)arg;
    v->scratch = arena_new();
    return ERR_NONE;
}

static void view_close(struct screen *s)
{
    struct agreement_view *v = agreement_of(s);
    list_done(&v->list);
    free(v->before);
    free(v->choices);
    arena_free(v->scratch);
}

/* A continued turn has no number: it goes last. */
static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    if ((x == NONE) != (y == NONE))
        return x == NONE ? 1 : -1;
    return x < y ? -1 : x > y;
}

/* "16, 17, ..": numbers of the notes that it came from. */
static const char *origin_words(int64_t *numbers, size_t n, struct arena *a)
{
    const char *words = "";
    qsort(numbers, n, sizeof *numbers, by_number);
    for (size_t i = 0; i < n; i++) {
        const char *one =
            numbers[i] == NONE ? ".." : arena_printf(a, "%lld", (long long)numbers[i]);
        words = i == 0 ? one : arena_printf(a, "%s, %s", words, one);
    }
    return words;
}

static enum err_code load_origins(struct screen *s, struct err *e)
{
    struct agreement_view *v = agreement_of(s);
    struct agreement_contribution *links;
    size_t n, k = 0;
    if (read_rows(ui_app(s->ui), ENTITY_agreement_contribution, s->arena, &links, &n, e) !=
        ERR_NONE)
        return e->code;
    int64_t *numbers = ARENA_ARRAY(s->arena, int64_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct contribution c;
        if (!id_eq(&links[i].agreement, &v->row))
            continue;
        enum err_code code =
            read_row(ui_app(s->ui), ENTITY_contribution, &links[i].contribution, s->arena, &c, e);
        if (code != ERR_NONE && code != ERR_NOTFOUND) /* deleted meanwhile: no origin any more */
            return code;
        if (code == ERR_NONE)
            numbers[k++] = c.number;
    }
    v->origins = origin_words(numbers, k, s->arena);
    return ERR_NONE;
}

static enum err_code view_load(struct screen *s, struct err *e)
{
    struct agreement_view *v = agreement_of(s);
    if (read_frame(ui_app(s->ui), s->arena, &v->d, e) != ERR_NONE)
        return e->code;
    v->g = dossier_agreement(v->d, &v->row);
    v->n_rows = 0;
    if (v->g) {
        if (load_origins(s, e) != ERR_NONE)
            return e->code;
        v->cover = coverage_of(v->d->participant.v, v->d->participant.n);
        agreement_fill_rows(v, s->arena);
    }
    list_set(&v->list, v->n_rows, &agreement_list_rows, v);
    return ERR_NONE;
}

static struct id row_id(void *ctx, int i)
{
    return ((struct agreement_view *)ctx)->rows[i].id;
}

const struct list_rows agreement_list_rows = {
    .draw = agreement_row_draw, .height = agreement_row_height, .id = row_id, .own_style = true};

const struct agreement_row *agreement_selected(struct agreement_view *v)
{
    return v->list.sel >= 0 && v->list.sel < v->n_rows ? &v->rows[v->list.sel] : NULL;
}

/* --- events --- */

static void stored(struct screen *s, const struct answer *answer)
{
    struct agreement_view *v = agreement_of(s);
    if (!answer->job || answer->err.code != ERR_NONE)
        return;
    struct id group = job_id(answer->job);
    if (!id_eq(&group, &v->group))
        return;
    const struct acclaim_args *x = job_given(answer->job);
    v->group = ID_NONE;
    ui_say(s->ui, STYLE_OK, _("Disetujui forum: %lld hadir, %lld unsur. Ctrl-Z mengurungkan."),
           (long long)x->ret_present, (long long)x->ret_unsur);
}

static bool view_event(struct screen *s, const struct event *e)
{
    struct agreement_view *v = agreement_of(s);
    arena_reset(v->scratch);
    if (e->kind == EVENT_STORED) {
        stored(s, e->answer);
        return false;
    }
    if (!v->g)
        return false;
    if (e->kind == EVENT_MOUSE && e->mouse == MOUSE_DOUBLE &&
        list_event(&v->list, e, &agreement_list_rows, v)) {
        agreement_action(s, AGREEMENT_ENTER);
        return true;
    }
    return list_event(&v->list, e, &agreement_list_rows, v);
}

static const struct key_row keys[] = {
    {L_AKLAMASI, 0, N_("aklamasi"), N_("Forum setuju dan tidak ada yang keberatan"),
     AGREEMENT_ACCLAIM, KEY_FOOTER, NULL},
    {L_SETUJU, 0, N_("setuju"),
     N_("Semua yang hadir dari unsur ini setuju; pada baris orang: orang ini setuju"),
     AGREEMENT_AGREE, KEY_FOOTER, NULL},
    {L_KEBERATAN, 0, N_("keberatan"), N_("Catat keberatan: siapa, isi, alasan"), AGREEMENT_OBJECT,
     KEY_FOOTER, NULL},
    {L_CATATAN, 0, N_("catatan"), N_("Satu orang dari unsur ini setuju dengan catatan"),
     AGREEMENT_NOTE, KEY_FOOTER, NULL},
    {L_ABSTAIN, 0, N_("abstain"), N_("Satu orang dari unsur ini abstain"), AGREEMENT_ABSTAIN,
     KEY_FOOTER, NULL},
    {L_BACAKAN, 0, N_("bacakan"), N_("Bacakan kesepakatan ini dengan huruf besar"), AGREEMENT_READ,
     KEY_FOOTER, NULL},
    {L_TUNDA, 0, N_("tunda"), N_("Tunda kesepakatan ini, dengan alasan"), AGREEMENT_POSTPONE,
     KEY_FOOTER, NULL},
    {K_ENTER, 0, N_("isi"), N_("Isi sel yang dipilih"), AGREEMENT_ENTER, KEY_FOOTER, NULL},
    {K_RIGHT, K_LEFT, N_("kolom"), N_("Pindah antara kolom sikap dan kolom alasan"),
     AGREEMENT_COLUMN, KEY_SECRET, NULL},
    {L_UBAH, 0, N_("ubah isian"), N_("Ubah masalah, rumusan, penanggung jawab, batas waktu"),
     AGREEMENT_FORM, KEY_FOOTER, NULL},
    {L_RUMUSAN, 0, N_("rumusan"), N_("Tulis atau perbaiki rumusan kesepakatan"), AGREEMENT_WORDING,
     KEY_FOOTER, NULL},
    {K_CTRL('R'), 0, N_("rumusan dulu"), N_("Rumusan sebelumnya; ambil kembali yang lama"),
     AGREEMENT_WORDINGS, 0, NULL},
    {L_GANTI_STATUS, 0, N_("status"),
     N_("Ganti status: mufakat, dengan catatan, tidak mufakat, ditunda, ..."), AGREEMENT_STATUS, 0,
     NULL},
    {L_TANDAI, 0, N_("tandai asal"), N_("Tandai catatan yang menjadi asal kesepakatan ini"),
     AGREEMENT_ORIGINS, 0, NULL},
    {L_TAMBAH, K_INS, N_("tambah orang"), N_("Catat sikap satu orang dengan namanya"),
     AGREEMENT_PERSON, 0, NULL},
    {L_HAPUS, K_DEL, N_("hapus sikap"),
     N_("Hapus sikap atau keberatan pada baris ini (dapat diurungkan)"), AGREEMENT_REMOVE, 0, NULL},
    {0, 0, N_("Bahas lagi"), N_("Satu orang dari unsur ini minta dibahas lagi"), AGREEMENT_TALK, 0,
     NULL},
    {K_CTRL_DOWN, K_CTRL_RIGHT, N_("berikutnya"), N_("Ke kesepakatan berikutnya"), AGREEMENT_NEXT,
     0, NULL},
    {K_CTRL_UP, K_CTRL_LEFT, N_("sebelumnya"), N_("Ke kesepakatan sebelumnya"), AGREEMENT_BEFORE, 0,
     NULL},
    KEYS_END,
};

/* One question is asked of many agreements, and on each of many people. */
static bool asks_reason(int tag)
{
    return tag == ASK_STATUS_REASON || tag == ASK_POSTPONE_REASON;
}

static bool asks_unsur(int tag)
{
    return tag == ASK_COUNTS || tag == ASK_NOTE || tag == ASK_OBJECTION;
}

static const char *agreement_about(struct screen *s, int tag, struct arena *a)
{
    const struct agreement_view *v = agreement_of(s);
    const struct id *of = tag == ASK_OBJECTION ? &v->objector : tag == ASK_NOTE ? &v->target : &ID_NONE;
    const char *which = !id_is_none(of)        ? ui_about_row(of, a)
                        : tag == ASK_TEXT      ? dict_field(ENTITY_agreement, v->field)->name
                        : asks_reason(tag)     ? dict_enum_code(ENUMSET_agreement_status, v->status)
                        : asks_unsur(tag)      ? dict_enum_code(ENUMSET_unsur, v->unsur)
                                               : "";
    return arena_printf(a, "%s/%s", ui_about_row(&v->row, a), TXT(which));
}

const struct screen_class screen_agreement = {
    .id = "agreement",
    .title = N_("Satu kesepakatan"),
    .help = N_("Tanyakan kepada forum: \"Setuju?\" lalu \"Ada yang keberatan?\". Tekan a bila "
               "semua setuju. Bila tidak, "
               "pilih unsurnya dan tekan s, c, k, atau o. Enter pada sel membuka baris tulis. "
               "Keberatan satu orang "
               "selalu ditulis dengan isi dan alasannya, lalu dibacakan kembali."),
    .keys = keys,
    .depends = BIT(session) | BIT(agreement) | BIT(agreement_contribution) | BIT(contribution) |
               BIT(position) | BIT(objection) | BIT(participant) | BIT(issue),
    .state_size = sizeof(struct agreement_view),
    .open = view_open,
    .close = view_close,
    .load = view_load,
    .draw = agreement_draw,
    .event = view_event,
    .action = agreement_action,
    .why_not = agreement_why_not,
    .about = agreement_about,
};
