#include "config.h"

#include "model/log.h"

#include <string.h>

static const char *const kind_codes[] = {
    [GROUP_DO] = "do",         [GROUP_UNDO] = "undo", [GROUP_REDO] = "redo",
    [GROUP_SETTLE] = "settle", [GROUP_LOCK] = "lock", [GROUP_UNLOCK] = "unlock",
    [GROUP_ERASE] = "erase"};

const char *group_kind_code(enum group_kind k)
{
    return kind_codes[k];
}

enum group_kind group_kind_parse(const char *code)
{
    for (size_t i = 0; code && i < sizeof kind_codes / sizeof *kind_codes; i++)
        if (strcmp(code, kind_codes[i]) == 0)
            return (enum group_kind)i;
    return GROUP_DO;
}
