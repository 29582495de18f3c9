/* version.c - which loa this is and what it was built with. The build defines both strings. */
#include <loa/catalogue.h>

const char *loa_version(void)
{
    return LOA_VERSION;
}

const char *loa_library_versions(void)
{
    return LOA_LIBRARY_VERSIONS;
}
