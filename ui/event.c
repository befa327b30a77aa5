#include "config.h"

#include <string.h>
#include <unistr.h>

#include "ui/event.h"

struct event event_key(int key)
{
    return (struct event){.kind = EVENT_KEY, .key = key};
}

struct event event_text(const char *grapheme)
{
    size_t len = strlen(grapheme);
    ucs4_t c = 0;
    if (len)
        u8_mbtouc(&c, (const uint8_t *)grapheme, len);
    return (struct event){.kind = EVENT_TEXT, .key = (int)c, .text = grapheme, .len = len};
}

struct event event_paste(const char *text)
{
    return (struct event){.kind = EVENT_PASTE, .text = text, .len = strlen(text)};
}

struct event event_click(int x, int y)
{
    return (struct event){.kind = EVENT_MOUSE, .x = x, .y = y, .mouse = MOUSE_CLICK};
}

bool key_is_char(int key)
{
    return key >= 0x20 && key != 0x7f && key < K_FIRST;
}
