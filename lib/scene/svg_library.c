#include "scene/svg_library.h"
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *name;
    size_t at;
} functions[] = {
    {"rsvg_handle_new_from_data", offsetof(struct svg_library, new_from_data)},
    {"rsvg_handle_set_dpi", offsetof(struct svg_library, set_dpi)},
    {"rsvg_handle_get_intrinsic_size_in_pixels", offsetof(struct svg_library, get_intrinsic_size_in_pixels)},
    {"rsvg_handle_get_intrinsic_dimensions", offsetof(struct svg_library, get_intrinsic_dimensions)},
    {"rsvg_handle_get_geometry_for_layer", offsetof(struct svg_library, get_geometry_for_layer)},
    {"rsvg_handle_render_document", offsetof(struct svg_library, render_document)},
    {"g_object_unref", offsetof(struct svg_library, object_unref)},
    {"g_error_free", offsetof(struct svg_library, error_free)},
};

bool svg_library_load(struct svg_library *library)
{
    void *file = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!file)
        return false;
    bool complete = true;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(file, functions[i].name);
        complete = complete && function;
        memcpy((char *)library + functions[i].at, &function, sizeof function);
    }
    dlclose(file);
    return complete;
}
