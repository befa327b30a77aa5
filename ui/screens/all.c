#include "config.h"

#include "ui/screens/all.h"

const struct screen_class *const screens_all[] = {
    NULL,
};

const struct screen_class *screens_of_place(enum place p)
{
    for (int i = 0; screens_all[i]; i++)
        if (p != PLACE_NONE && screens_all[i]->place == p)
            return screens_all[i];
    return NULL;
}
