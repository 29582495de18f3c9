/* version.c - which loa this is and what it was built with. */
#include <cairo.h>
#include <cmark-gfm_version.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>
#include <hpdf_version.h>
#include <jconfig.h> /* of libjpeg-turbo */
#include <libdeflate.h>
#include <loa/catalogue.h>
#include <png.h>
#include <unicode/uversion.h>

#define TEXT(number)    #number
#define VALUE(name)     TEXT(name)
#define DOTTED(a, b, c) TEXT(a) "." TEXT(b) "." TEXT(c)

const char *loa_version(void)
{
    return LOA_VERSION;
}

const char *loa_library_versions(void)
{
    return "cmark-gfm " CMARK_GFM_VERSION_STRING ", libyaml " LOA_YAML_VERSION ", ICU " U_ICU_VERSION
           ", FreeType " DOTTED(
               FREETYPE_MAJOR, FREETYPE_MINOR,
               FREETYPE_PATCH) ", HarfBuzz " HB_VERSION_STRING
                               ", fontconfig " DOTTED(
                                   FC_MAJOR, FC_MINOR,
                                   FC_REVISION) ", cairo " CAIRO_VERSION_STRING
                                                ", libpng " PNG_LIBPNG_VER_STRING ", libjpeg-turbo " VALUE(
                                                    LIBJPEG_TURBO_VERSION) ", "
                                                                           "libdeflate"
                                                                           " " LIBDEFLATE_VERSION_STRING
                                                                           ", libharu " HPDF_VERSION_TEXT;
}
