#include "model/disability.h"

#include <string.h>

#include "base/text.h"

/* Folded, words with single blanks between them. Each is also found with -nya at its end. */
static const char *const told_words[] = {
    "alat bantu", "alat bantu dengar", "alat bantu jalan", "amputasi", "anak cacat", "autis", "autisme",
    "bahasa isyarat", "berkebutuhan khusus", "berkursi roda", "bertongkat", "bipolar", "bisindo", "bisu", "blind",
    "braille", "buta", "cacat fisik", "cacat ganda", "cacat mental", "cacat tubuh", "cerebral palsy", "daksa",
    "deaf", "diamputasi", "difabel", "disabel", "disabilitas", "disability", "disabled", "disleksia",
    "down sindrom", "down syndrome", "eks kusta", "epilepsi", "gangguan bicara", "gangguan jiwa",
    "gangguan kepribadian", "gangguan mental", "gangguan pendengaran", "gangguan penglihatan", "gangguan wicara",
    "grahita", "hambatan pendengaran", "hambatan penglihatan", "hearing aid", "implan koklea", "interpreter",
    "jbi", "juru bahasa", "juru isyarat", "kaki palsu", "kebutaan", "kebutuhan khusus", "kelumpuhan",
    "keterbatasan fisik", "keterbatasan pendengaran", "keterbatasan penglihatan", "keterbelakangan mental",
    "ketulian", "kruk", "kursi roda", "kusta", "lambat belajar", "low vision", "lumpuh", "netra", "odgj",
    "orang cacat", "paraplegi", "paraplegia", "pendamping", "penerjemah isyarat", "penterjemah isyarat",
    "penyandang cacat", "prostesis", "protesa", "rungu", "sakit jiwa", "sibi", "sign language", "sindrom down",
    "sindroma down", "skizofrenia", "stroke", "tangan palsu", "tongkat netra", "tongkat putih", "tuli",
    "tuna daksa", "tuna ganda", "tuna grahita", "tuna laras", "tuna netra", "tuna rungu", "tuna wicara",
    "tunadaksa", "tunaganda", "tunagrahita", "tunalaras", "tunanetra", "tunarungu", "tunawicara", "walker",
    "warga cacat", "wheelchair", NULL};

/* `words` begins at a word: does it begin with what is told? */
static bool begins_with(const char *words, const char *told)
{
    size_t n = strlen(told);
    if (strncmp(words, told, n) != 0)
        return false;
    return words[n] == ' ' || strncmp(words + n, "nya ", 4) == 0;
}

static bool tells(const char *words)
{
    for (; *words; words++)
        for (size_t i = 0; words[0] == ' ' && told_words[i]; i++)
            if (words[1] == told_words[i][0] && begins_with(words + 1, told_words[i]))
                return true;
    return false;
}

bool disability_is_told(const char *text)
{
    if (!text || !*text)
        return false;
    struct arena *a = arena_new();
    bool told = tells(text_fold_words(a, text));
    arena_free(a);
    return told;
}

bool disability_keeps_back(const struct document *d)
{
    return IS_SET(d->withheld) || disability_is_told(d->caption);
}
