/* What the leak checker of the test builds must not report as ours. Included once in a program that sets text. */
#ifndef MUFAKAT_PRESS_LEAKS_H
#define MUFAKAT_PRESS_LEAKS_H

#ifdef __SANITIZE_ADDRESS__
/* Pango 1.50 keeps one reference to every font of a map for good (seen with a map alone, without any text). Nor
 * must it be printed that something was passed over. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

#endif
