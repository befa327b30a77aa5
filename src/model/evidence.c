#include "model/evidence.h"

#include "base/buf.h"
#include "base/text.h"

/* Signed papers, the report, the action plan and the publication come after the forum. */
static bool comes_later(int64_t kind)
{
    return kind == DOC_BA_TTD || kind == DOC_HADIR_TTD || kind == DOC_LAPORAN || kind == DOC_RTL ||
           kind == DOC_PUBLIKASI;
}

int evidence_list(const struct dossier *d, struct evidence out[EVIDENCE_COUNT])
{
    int missing = 0;
    for (int k = 0; k < EVIDENCE_COUNT; k++) {
        int64_t have = 0;
        for (size_t i = 0; i < d->document.n; i++)
            have += d->document.v[i].kind == k;
        out[k] =
            (struct evidence){k, dict_enum_label(ENUMSET_document_kind, k), have, comes_later(k)};
        missing += have == 0;
    }
    return missing;
}

const char *evidence_words(const struct evidence v[EVIDENCE_COUNT], bool later, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (int k = 0; k < EVIDENCE_COUNT; k++)
        if (v[k].have == 0 && (later || !v[k].later))
            buf_printf(&b, "%s%s", b.len ? ", " : "", _(v[k].label));
    const char *out = b.len ? arena_printf(a, _("belum ada: %s"), buf_str(&b)) : _("lengkap");
    buf_done(&b);
    return out;
}
