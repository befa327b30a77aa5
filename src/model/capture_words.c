/* The words under the capture line: what Enter will do. */
#include "model/capture.h"

#include "base/buf.h"
#include "base/text.h"

static const char *kind_words(int64_t kind)
{
    return kind == NONE ? "" : _(dict_enum_label(ENUMSET_contribution_kind, kind));
}

static void add_part(struct buf *b, const char *s)
{
    if (b->len > 0)
        buf_puts(b, text_is_ascii() ? " - " : " · ");
    buf_puts(b, s);
}

static const char *person_words(const struct participant *p, struct arena *a)
{
    const char *name = p->name && *p->name ? p->name : TXT(p->invited_as);
    if (p->number == NONE)
        return name;
    return arena_printf(a, "%lld %s", (long long)p->number, name);
}

static const char *speaker_words(const struct capture *r, const struct capture_context *c,
                                 struct arena *a)
{
    const struct participant *now;
    switch (r->who) {
    case SPEAKER_TYPED:
        return r->person ? arena_printf(a, _("dari %s"), person_words(r->person, a)) : "";
    case SPEAKER_PRESENT:
        now = match_by_id(c->people, &r->speaker);
        return now ? arena_printf(a, _("dari %s"), person_words(now, a))
                   : _("dari yang sedang bicara");
    case SPEAKER_ANONYMOUS:
        if (r->speaker_unsur == NONE)
            return _("tanpa nama, unsurnya ditanyakan");
        return arena_printf(a, _("tanpa nama, unsur %s"),
                            _(dict_enum_label(ENUMSET_unsur, r->speaker_unsur)));
    case SPEAKER_UNKNOWN:
        return _("pembicara belum diketahui");
    case SPEAKER_ASK:
        return _("siapa yang menjawab ditanyakan");
    case SPEAKER_NONE:
        break;
    }
    return "";
}

static const char *paper_words(const struct capture *r, const struct capture_context *c,
                               struct arena *a)
{
    char clock[DATE_TEXT];
    if (!c->from_paper)
        return "";
    if (r->clock == NONE)
        return _("dari kertas");
    return arena_printf(a, _("dari kertas, pukul %s"), time_format(r->clock, clock));
}

static const char *targets_words(const struct capture *r, struct arena *a)
{
    if (r->to_selected)
        return _("atas catatan yang dipilih");
    if (r->n_targets == 0)
        return "";
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < r->n_targets; i++)
        buf_printf(&b, "%s%lld", i ? ", " : "", (long long)r->targets[i]);
    const char *out = arena_printf(a, _("atas catatan %s"), buf_str(&b));
    buf_done(&b);
    return out;
}

static const char *choices_words(const struct capture *r, struct arena *a)
{
    struct buf b = BUF_INIT;
    size_t shown = r->choices.n < 3 ? r->choices.n : 3;
    for (size_t i = 0; i < shown; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", person_words(r->choices.v[i].person, a));
    if (shown < r->choices.n)
        buf_puts(&b, ", ...");
    const char *out =
        arena_printf(a, _("%zu orang cocok, pilih satu: %s"), r->choices.n, buf_str(&b));
    buf_done(&b);
    return out;
}

static const char *wait_words(const struct capture *r, struct arena *a)
{
    switch (r->wait) {
    case CAPTURE_WAIT_CHOICE:
        return choices_words(r, a);
    case CAPTURE_WAIT_NUMBER:
        return arena_printf(
            a, _("tidak ada peserta nomor %lld; spasi di depan menjadikannya teks biasa"),
            (long long)r->bad_number);
    case CAPTURE_WAIT_TARGET:
        return _("jawaban atas catatan yang mana? Enter menampilkan yang belum dijawab");
    case CAPTURE_WAIT_ENTRY:
        return arena_printf(a,
                            _("belum ada catatan nomor %lld; beri spasi setelah = bila itu teks"),
                            (long long)r->bad_number);
    case CAPTURE_WAIT_TEXT:
        return _("tulis isinya setelah tanda itu");
    case CAPTURE_WAIT_LAST:
        return _("belum ada catatan sebelumnya");
    case CAPTURE_WAIT_CLOCK:
        return _("jam itu tidak ada; tulis jam pada kartu, misalnya @10.35");
    case CAPTURE_READY:
        break;
    }
    return NULL;
}

static const char *action_words(const struct capture *r, struct arena *a)
{
    switch (r->action) {
    case CAPTURE_ENTRY:
        return r->kind == KIND_CATATAN_ACARA ? _("catatan acara, tidak dihitung")
                                             : kind_words(r->kind);
    case CAPTURE_CONTINUE:
        return _("lanjutan giliran yang sama, tanpa nomor baru");
    case CAPTURE_ANSWER:
        return kind_words(r->kind);
    case CAPTURE_PARK:
        return _("ke tempat parkir");
    case CAPTURE_PARK_LAST:
        return _("catatan terakhir dipindah ke tempat parkir");
    case CAPTURE_CHANGE_KIND:
        return arena_printf(a, _("catatan terakhir menjadi: %s"), kind_words(r->kind));
    case CAPTURE_SET_SPEAKER:
        return _("giliran bicara");
    case CAPTURE_SET_CLOCK:
        return _("jam untuk kartu berikutnya");
    case CAPTURE_OFFER:
        return _("tampilkan yang belum dijawab");
    case CAPTURE_SEARCH:
        return _("cari dalam catatan");
    case CAPTURE_HELP:
        return _("bantuan");
    case CAPTURE_NOTHING:
        break;
    }
    return "";
}

const char *capture_words(const struct capture *r, const struct capture_context *c, struct arena *a)
{
    const char *waits = wait_words(r, a);
    if (waits)
        return waits;
    struct buf b = BUF_INIT;
    buf_puts(&b, action_words(r, a));
    const char *parts[] = {speaker_words(r, c, a), targets_words(r, a), paper_words(r, c, a)};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (*parts[i])
            add_part(&b, parts[i]);
    for (size_t i = 0; i < r->n_topics; i++) {
        const struct capture_topic *t = &r->topics[i];
        add_part(&b, t->issue ? arena_printf(a, _("topik %s"), TXT(t->issue->title))
                              : arena_printf(a, _("topik baru #%s"), t->tag));
    }
    if (capture_has_gap(r->text))
        add_part(&b, _("belum lengkap"));
    return buf_into(&b, a);
}
