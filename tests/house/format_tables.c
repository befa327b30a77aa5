/* Prints the tables of docs/FORMAT.md that follow from the dictionary. tests/house/format.sh
 * compares them with the file, and with --write puts them in. */
#include "config.h"

#include <stdio.h>

#include "app/data_shape.h"

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

int main(void)
{
    printf("### Lists and fields\n");
    for (int k = 0; k < ENTITY_COUNT; k++)
        print_entity((enum entity_kind)k);
    printf("\n### Codes\n\n| set | codes |\n|---|---|\n");
    for (int s = 0; s < ENUMSET_COUNT; s++)
        print_enum((enum enum_set_id)s);
    return 0;
}
