/* Prints docs/KEYS.md from the key tables of all screens (keys.sh compares it). */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "ui/screens/all.h"

static void print_rows(const struct key_row *rows)
{
    char key[KEY_NAME];
    char second[KEY_NAME];
    printf("| tombol | cara lain | tindakan |\n|---|---|---|\n");
    for (; rows && rows->label; rows++)
        printf("| %s | %s | %s |\n", rows->key ? key_name_long(rows->key, key) : "Ctrl-K", key_name_long(rows->key2, second),
               rows->help);
    printf("\n");
}

static void print_letters(void)
{
    printf("## Satu huruf, satu arti\n\n| huruf | arti di semua layar |\n|---|---|\n");
    for (int c = 'a'; c <= 'z'; c++)
        if (letter_word(c))
            printf("| %c | %s |\n", c, letter_word(c));
}

int main(void)
{
    printf("# Tombol\n\nDibuat dari tabel tombol program (tests/house/keys.sh --write); jangan diubah dengan tangan.\n"
           "Huruf adalah perintah hanya selama tidak ada teks yang sedang ditulis. Ctrl-K mencari semua perintah; yang di sini "
           "bertanda Ctrl-K tidak mempunyai tombol sendiri.\n\n## Di mana-mana\n\n");
    print_rows(keys_global());
    for (int i = 0; screens_all[i]; i++) {
        const struct screen_class *s = screens_all[i];
        if (!s->keys || !s->keys->label)
            continue;
        printf("## %s", s->title);
        if (s->place != PLACE_NONE)
            printf(" (F%d)", (int)s->place);
        printf("\n\n");
        if (s->help)
            printf("%s\n\n", s->help);
        print_rows(s->keys);
    }
    print_letters();
    return 0;
}
