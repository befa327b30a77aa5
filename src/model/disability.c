#include "model/disability.h"

#include <string.h>

#include "base/text.h"

/* Folded, words with single blanks between them. Each is also found with -nya at its end. */
static const char *const told_words[] = {"alat bantu dengar",
                                         "autis",
                                         "autisme",
                                         "bahasa isyarat",
                                         "berkebutuhan khusus",
                                         "berkursi roda",
                                         "bisu",
                                         "braille",
                                         "buta",
                                         "cerebral palsy",
                                         "difabel",
                                         "disabilitas",
                                         "disleksia",
                                         "down syndrome",
                                         "gangguan jiwa",
                                         "gangguan pendengaran",
                                         "gangguan penglihatan",
                                         "interpreter",
                                         "jbi",
                                         "juru bahasa",
                                         "juru isyarat",
                                         "kaki palsu",
                                         "kebutuhan khusus",
                                         "kruk",
                                         "kursi roda",
                                         "low vision",
                                         "lumpuh",
                                         "netra",
                                         "odgj",
                                         "pendamping",
                                         "penerjemah isyarat",
                                         "penyandang cacat",
                                         "sign language",
                                         "sindrom down",
                                         "skizofrenia",
                                         "tongkat putih",
                                         "tuli",
                                         "tuna daksa",
                                         "tuna ganda",
                                         "tuna grahita",
                                         "tuna laras",
                                         "tuna netra",
                                         "tuna rungu",
                                         "tuna wicara",
                                         "tunadaksa",
                                         "tunagrahita",
                                         "tunanetra",
                                         "tunarungu",
                                         "tunawicara",
                                         "wheelchair",
                                         NULL};

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
