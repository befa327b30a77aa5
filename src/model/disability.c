#include "model/disability.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

/* Folded, words with single blanks between them. Each is also found with -nya at its end. */
static const char *const told_words[] = {"alat bantu dengar",
                                         "autis",
                                         "autisme",
                                         "berkebutuhan khusus",
                                         "bisu",
                                         "braille",
                                         "buta",
                                         "difabel",
                                         "disabilitas",
                                         "bahasa isyarat",
                                         "juru bahasa",
                                         "juru isyarat",
                                         "interpreter",
                                         "kebutuhan khusus",
                                         "kursi roda",
                                         "lumpuh",
                                         "netra",
                                         "pendamping",
                                         "penerjemah isyarat",
                                         "tongkat putih",
                                         "tuli",
                                         "tuna daksa",
                                         "tuna grahita",
                                         "tuna netra",
                                         "tuna rungu",
                                         "tuna wicara",
                                         "tunadaksa",
                                         "tunagrahita",
                                         "tunanetra",
                                         "tunarungu",
                                         "tunawicara",
                                         NULL};

/* " penyampaian dengan juru bahasa isyarat ": every word stands between blanks. */
static void add_words(struct buf *b, const char *folded)
{
    buf_putc(b, ' ');
    for (; *folded; folded++) {
        unsigned char c = (unsigned char)*folded;
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (letter)
            buf_putc(b, *folded);
        else if (b->p[b->len - 1] != ' ')
            buf_putc(b, ' ');
    }
    if (b->p[b->len - 1] != ' ')
        buf_putc(b, ' ');
}

static bool holds(const char *words, const char *told)
{
    size_t n = strlen(told);
    for (const char *at = words; (at = strstr(at, told)) != NULL; at++) {
        const char *end = at + n;
        end += strncmp(end, "nya ", 4) == 0 ? 3 : 0;
        if (at > words && at[-1] == ' ' && *end == ' ')
            return true;
    }
    return false;
}

bool disability_is_told(const char *text)
{
    if (!text || !*text)
        return false;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    bool told = false;
    add_words(&b, text_fold(a, text));
    for (size_t i = 0; told_words[i] && !told; i++)
        told = holds(buf_str(&b), told_words[i]);
    buf_done(&b);
    arena_free(a);
    return told;
}

bool disability_keeps_back(const struct document *d)
{
    return IS_SET(d->withheld) || disability_is_told(d->caption);
}
