#include "config.h"

#include "app/data_shape.h"

#include <string.h>

const struct data_link data_links[] = {
    {ENTITY_contribution_issue, contribution_issue_F_contribution, contribution_issue_F_issue,
     ENTITY_contribution, "issues"},
    {ENTITY_reply, reply_F_answer, reply_F_question, ENTITY_contribution, "reply_to"},
    {ENTITY_agreement_contribution, agreement_contribution_F_agreement,
     agreement_contribution_F_contribution, ENTITY_agreement, "contributions"},
};
const int n_data_links = sizeof data_links / sizeof data_links[0];

static const struct {
    int host;
    const char *key;
} derived[] = {
    {-1, "format"}, {-1, "version"}, {-1, "program"}, {-1, "summary"},
    {-1, "locks"},  {-1, "drafts"},  {-1, "log"},     {ENTITY_participant, "present"},
};

const struct data_link *data_link_find(enum entity_kind host, const char *key)
{
    for (int i = 0; i < n_data_links; i++)
        if (data_links[i].host == host && strcmp(data_links[i].key, key) == 0)
            return &data_links[i];
    return NULL;
}

bool data_is_link(enum entity_kind k)
{
    for (int i = 0; i < n_data_links; i++)
        if (data_links[i].link == k)
            return true;
    return false;
}

bool data_is_derived(int host, const char *key)
{
    for (size_t i = 0; i < sizeof derived / sizeof derived[0]; i++)
        if (derived[i].host == host && strcmp(derived[i].key, key) == 0)
            return true;
    return false;
}
