#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unicase.h>
#include <unistr.h>

#include "base/text.h"
#include "ui/keys.h"

#define LETTER_ROW(name, letter, word) {letter, word},
static const struct {
    int letter;
    const char *word;
} letters[] = {LETTER_LIST(LETTER_ROW)};
#undef LETTER_ROW

const char *letter_word(int key)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == key)
            return letters[i].word;
    return NULL;
}

/* --- the table of everywhere --- */

#define PLACE_ROW(digit, label, help) \
    {K_F(digit), K_O(digit), label, help, ACT_PLACE + digit, 0, NULL}

static const struct key_row global_rows[] = {
    {'?', 0, N_("bantuan"), N_("Bantuan untuk layar ini"), ACT_HELP, KEY_FOOTER | KEY_ROWS, NULL},
    {K_F(1), 0, N_("bantuan"), N_("Bantuan juga selagi menulis, bila terminal meneruskannya"), ACT_HELP, KEY_SECRET, NULL},
    {K_CTRL('Z'), 0, N_("urungkan"), N_("Urungkan tindakan terakhir"), ACT_UNDO, 0, NULL},
    {K_CTRL('Y'), 0, N_("ulangi"), N_("Ulangi yang baru diurungkan"), ACT_REDO, 0, NULL},
    PLACE_ROW(2, N_("Persiapan"), N_("Ke Persiapan")),
    PLACE_ROW(3, N_("Dialog"), N_("Ke Dialog")),
    PLACE_ROW(4, N_("Dokumentasi"), N_("Ke Dokumentasi")),
    PLACE_ROW(5, N_("Mufakat"), N_("Ke Mufakat")),
    PLACE_ROW(6, N_("Berita Acara"), N_("Ke Berita Acara")),
    PLACE_ROW(7, N_("Tindak Lanjut"), N_("Ke Tindak Lanjut")),
    PLACE_ROW(8, N_("Layar Peserta"), N_("Ke Layar Peserta")),
    {0, 0, N_("riwayat"), N_("Riwayat: siapa mengubah apa; kembalikan yang lama"), ACT_HISTORY, 0, NULL},
    {0, 0, N_("salin"), N_("Salin berkas sesi ke flashdisk atau folder lain"), ACT_COPY, 0, NULL},
    {K_CTRL('S'), 0, N_("sudah tersimpan?"), N_("Jam simpan terakhir; mencoba lagi yang belum tersimpan"), ACT_IS_STORED, 0, NULL},
    {0, 0, N_("mode proyektor"), N_("Mode proyektor: sembunyikan nomor HP, nilai, dan teks pribadi"), ACT_PROYEKTOR, 0, NULL},
    {0, 0, N_("bahasa"), N_("Ganti bahasa layar: Indonesia / English"), ACT_LANGUAGE, 0, NULL},
    {0, 0, N_("tema warna"), N_("Ganti warna: gelap, terang, kontras, mono"), ACT_THEME, 0, NULL},
    {0, 0, N_("tanda ASCII"), N_("Gambar garis dan tanda dengan huruf ASCII saja"), ACT_ASCII, 0, NULL},
    {0, 0, N_("tetikus"), N_("Hidupkan atau matikan tetikus"), ACT_MOUSE, 0, NULL},
    {K_CTRL('L'), 0, N_("gambar ulang"), N_("Gambar ulang layar"), ACT_REDRAW, 0, NULL},
    {K_ESC, 0, N_("kembali"), N_("Kembali; yang ditulis tetap ada"), ACT_BACK, KEY_FOOTER, NULL},
    {K_CTRL('K'), 0, N_("perintah"), N_("Cari perintah: semua yang dapat dilakukan di sini"), ACT_PALETTE, KEY_FOOTER, NULL},
    {K_CTRL('Q'), 0, N_("keluar"), N_("Keluar; semua sudah tersimpan"), ACT_QUIT, KEY_FOOTER, NULL},
    KEYS_END,
};

const struct key_row *keys_global(void)
{
    return global_rows;
}

/* --- looking up --- */

static bool same_key(int row_key, int key)
{
    if (!row_key)
        return false;
    if (row_key == key)
        return true;
    return key >= 'A' && key <= 'Z' && row_key == key - 'A' + 'a';
}

const struct key_row *keys_find(const struct key_row *rows, int key, bool writing)
{
    if (!rows || !key || (writing && key_is_char(key)))
        return NULL;
    for (; rows->label; rows++)
        if (same_key(rows->key, key) || same_key(rows->key2, key))
            return rows;
    return NULL;
}

const struct key_row *keys_row_of(const struct key_row *rows, int action)
{
    for (; rows && rows->label; rows++)
        if (rows->action == action)
            return rows;
    return NULL;
}

/* --- names --- */

static const struct {
    int key;
    const char *name, *long_name;
} key_names[] = {
    {K_TAB, "Tab", "Tab"},
    {K_ENTER, "Enter", "Enter"},
    {K_ESC, "Esc", "Esc"},
    {K_BACKSPACE, "Bksp", "Backspace"},
    {' ', "Spasi", "Spasi"},
    {K_UP, "↑", "↑"},
    {K_DOWN, "↓", "↓"},
    {K_LEFT, "←", "←"},
    {K_RIGHT, "→", "→"},
    {K_HOME, "Home", "Home"},
    {K_END, "End", "End"},
    {K_PGUP, "PgUp", "PgUp"},
    {K_PGDN, "PgDn", "PgDn"},
    {K_DEL, "Del", "Delete"},
    {K_INS, "Ins", "Insert"},
    {K_BACKTAB, "S-Tab", "Shift-Tab"},
    {K_CTRL_LEFT, "^←", "Ctrl-←"},
    {K_CTRL_RIGHT, "^→", "Ctrl-→"},
    {K_CTRL_UP, "^↑", "Ctrl-↑"},
    {K_CTRL_DOWN, "^↓", "Ctrl-↓"},
    {K_CTRL_HOME, "^Home", "Ctrl-Home"},
    {K_CTRL_END, "^End", "Ctrl-End"},
    {K_SHIFT_UP, "S-↑", "Shift-↑"},
    {K_SHIFT_DOWN, "S-↓", "Shift-↓"},
};

static char *name_of(int key, char out[KEY_NAME], bool full)
{
    out[0] = '\0';
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        if (key_names[i].key == key) {
            snprintf(out, KEY_NAME, "%s", full ? key_names[i].long_name : key_names[i].name);
            return out;
        }
    if (key > K_F0 && key <= K_F(12))
        snprintf(out, KEY_NAME, "F%d", key - K_F0);
    else if (key >= K_O0 && key <= K_O(9))
        snprintf(out, KEY_NAME, full ? "Ctrl-O %d" : "^O %d", key - K_O0);
    else if (key > 0 && key < 27)
        snprintf(out, KEY_NAME, full ? "Ctrl-%c" : "^%c", key + '@');
    else if (key_is_char(key)) {
        int n = u8_uctomb((uint8_t *)out, (ucs4_t)key, KEY_NAME - 1);
        out[n > 0 ? n : 0] = '\0';
    }
    return out;
}

char *key_name(int key, char out[KEY_NAME])
{
    return name_of(key, out, false);
}

char *key_name_long(int key, char out[KEY_NAME])
{
    return name_of(key, out, true);
}

/* --- fuzzy search --- */

/* Best score of typed[0..] within text[0..], the first letter found at or after text. Greedy over word
 * starts first: good enough for lists of a hundred lines and easy to foresee for a user. */
static int score_from(const char *typed, const char *text)
{
    int score = 0;
    const char *at = text;
    bool run = false;
    for (const char *p = typed; *p; p++) {
        if (*p == ' ') {
            run = false;
            continue;
        }
        const char *found = run && *at == *p ? at : NULL;
        if (!found)
            for (const char *q = at; *q && !found; q++)
                if (*q == *p && (q == text || q[-1] == ' '))
                    found = q;
        if (!found)
            found = strchr(at, *p);
        if (!found)
            return 0;
        score += 1;
        score += run && found == at ? 3 : 0;
        score += found == text || found[-1] == ' ' ? 4 : 0;
        at = found + 1;
        run = true;
    }
    return score + 1;
}

int keys_fuzzy(const char *typed, const char *text)
{
    struct arena *a = arena_new();
    const char *t = text_fold(a, typed);
    const char *in = text_fold(a, text);
    const char *whole = strstr(in, t);
    int score = score_from(t, in);
    if (whole && *t)
        score += 100 + (whole == in || whole[-1] == ' ' ? 50 : 0);
    /* The greedy walk may pass by: any subsequence still counts. */
    if (!score && *t) {
        const char *q = in;
        const char *p = t;
        while (*p && (q = strchr(q, *p)) != NULL) {
            p++;
            q++;
        }
        score = *p ? 0 : 1;
    }
    arena_free(a);
    return score;
}

int keys_words(const char *typed, const char *text)
{
    struct arena *a = arena_new();
    const char *in = text_fold(a, text);
    char *t = arena_strdup(a, text_fold(a, typed)), *rest = NULL;
    bool all = true;
    for (char *word = strtok_r(t, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        all = all && strstr(in, word);
    arena_free(a);
    int score = all ? keys_fuzzy(typed, text) : 0;
    return all && score < 1 ? 1 : score;
}
