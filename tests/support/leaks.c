/* What LeakSanitizer need not tell, in builds with sanitizers, of libraries that librsvg stands on:
 * fontconfig's tables stay until the process ends, and do not grow with use; libxml2 forgets an entity that
 * loops. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libxml2\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
