/* Prints the tables of docs/FORMAT.md that follow from the dictionary. tests/house/format.sh
 * compares them with the file, and with --write puts them in. */
#include "config.h"

#include <stdio.h>

#include "app/data_shape.h"
#include "db/chain.h"

static const char *type_words(const struct field *f, char *out, size_t size)
{
    static const char *const plain[] = {
        [TYPE_TEXT] = "text", [TYPE_INT] = "integer", [TYPE_FLAG] = "true/false",
        [TYPE_DATE] = "date", [TYPE_TIME] = "time",   [TYPE_STAMP] = "stamp",
    };
    if (f->type == TYPE_ENUM)
        snprintf(out, size, "code: %s", dict_enum((enum enum_set_id)f->arg)->name);
    else if (f->type == TYPE_REF)
        snprintf(out, size, "id in %s", dict_entity((enum entity_kind)f->arg)->json);
    else
        snprintf(out, size, "%s", plain[f->type]);
    return out;
}

static void print_marks(unsigned flags)
{
    static const struct {
        unsigned flag;
        const char *word;
    } marks[] = {{FIELD_REQ, "required"}, {FIELD_PER, "personal"}, {FIELD_PRN, "printed"}};
    const char *between = "";
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (flags & marks[i].flag) {
            printf("%s%s", between, marks[i].word);
            between = ", ";
        }
}

static void print_entity(enum entity_kind k)
{
    const struct entity *en = dict_entity(k);
    char type[80];
    printf("\n#### `%s` (table `%s`: %s)\n\n", en->json, en->name, en->label);
    if (data_is_link(k))
        printf("Rows are links; `data` writes them as arrays inside one of their ends (see above), "
               "reading "
               "takes both forms.\n\n");
    printf("| key | value | marks | words |\n|---|---|---|---|\n");
    for (int f = 0; f < en->n_fields - 1; f++) {
        const struct field *fd = &en->fields[f];
        printf("| `%s` | %s | ", fd->name, type_words(fd, type, sizeof type));
        print_marks(fd->flags);
        printf(" | %s |\n", fd->label);
    }
    for (int i = 0; i < n_data_links; i++)
        if (data_links[i].host == k)
            printf("| `%s` | array of ids | | %s |\n", data_links[i].key,
                   dict_entity(data_links[i].link)->label);
    if (k == ENTITY_participant)
        printf("| `present` | true/false | derived | counts as a present participant |\n");
}

static void print_enum(enum enum_set_id s)
{
    const struct enum_set *set = dict_enum(s);
    printf("| %s |", set->name);
    for (int i = 0; i < set->n; i++)
        printf(" `%s`", set->v[i].code);
    printf(" |\n");
}

/* --- test vectors of the chain --- */

static void print_hash(const char *what, const struct hash *h)
{
    char hex[HASH_HEX];
    hash_hex(h, hex);
    printf("| %s | `%s` |\n", what, hex);
}

static struct id vector_id(int last)
{
    struct id id = {{0x01, 0x9a, 0x75, 0x4c, 0x18, 0x00, 0x70, 0x00, 0x80}};
    id.b[15] = (uint8_t)last;
    return id;
}

static void print_vectors(void)
{
    struct salt salt;
    for (int i = 0; i < SALT_BYTES; i++)
        salt.b[i] = (unsigned char)i;
    struct value text = value_text("Sutrisno"), number = value_int(24), none = value_null();
    struct hash p_text = chain_value_proof(&salt, &text),
                p_number = chain_value_proof(&salt, &number);
    struct hash p_none = chain_value_proof(&salt, &none);
    struct hash p_writer = chain_writer_proof(&salt, "Dimas", "laptop");
    struct id writer = vector_id(1);
    struct hash start = chain_start(&writer, INT64_C(1794447600000), &p_writer);
    struct chain_group g = {.id = vector_id(2),
                            .writer = writer,
                            .of = ID_NONE,
                            .kind = "do",
                            .action = "set_field",
                            .at = INT64_C(1794447601000),
                            .proof = p_none};
    struct hash group = chain_group_digest(&g);
    struct chain_change c = {.writer = writer,
                             .seq = 1,
                             .hlc = 1,
                             .group = group,
                             .entity = "participant",
                             .field = "name",
                             .row = vector_id(3),
                             .base_writer = ID_NONE,
                             .seen = NONE,
                             .proof = p_text};
    struct hash next = chain_next(&start, &c);
    printf(
        "### Test vectors\n\nSalt 000102...0f; ids `019a754c-1800-7000-8000-00000000000N` with N = "
        "1 writer, 2 group, "
        "3 row; writer Dimas on laptop, started_at 1794447600000; group `do`, action `set_field`, "
        "at 1794447601000, no "
        "reason; change seq 1, hlc 1, participant.name = \"Sutrisno\", no base, nothing seen.\n\n"
        "| of | SHA-256 |\n|---|---|\n");
    print_hash("proof of the text Sutrisno", &p_text);
    print_hash("proof of the integer 24", &p_number);
    print_hash("proof of null", &p_none);
    print_hash("proof of the writer", &p_writer);
    print_hash("start of the chain", &start);
    print_hash("digest of the group", &group);
    print_hash("chain after the change", &next);
    printf("\n");
}

int main(void)
{
    print_vectors();
    printf("### Lists and fields\n");
    for (int k = 0; k < ENTITY_COUNT; k++)
        print_entity((enum entity_kind)k);
    printf("\n### Codes\n\n| set | codes |\n|---|---|\n");
    for (int s = 0; s < ENUMSET_COUNT; s++)
        print_enum((enum enum_set_id)s);
    return 0;
}
