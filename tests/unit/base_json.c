#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"
#include <stdlib.h>
#include <string.h>

/* What is written between setup and here. */
static char *written;

static struct json begin(size_t *length)
{
    return (struct json){.sink = loa_sink_to_memory(&written, length)};
}

static void assert_written(struct json *json, const size_t *length, const char *expected)
{
    assert_int_equal(loa_sink_finish(json->sink), LOA_OK);
    loa_sink_destroy(json->sink);
    char *text = strndup(written, *length);
    free(written);
    assert_string_equal(text, expected);
    free(text);
}

static void test_layout(void **state)
{
    (void)state;
    size_t length;
    struct json json = begin(&length);
    json_begin_document(&json, "loa-thing", 2);
    json_text(&json, "a", "b");
    json_begin_list(&json, "empty");
    json_end_list(&json);
    json_on_one_line(&json);
    json_begin_list(&json, "short");
    json_begin_object(&json, NULL);
    json_number(&json, "n", 1.5, 2);
    json_truth(&json, "t", true);
    json_end_object(&json);
    json_text(&json, NULL, NULL);
    json_end_list(&json);
    json_begin_list(&json, "long");
    json_truth(&json, NULL, false);
    json_text_if(&json, NULL, "");
    json_text_if(&json, NULL, NULL);
    json_text_if(&json, NULL, "x");
    json_end_list(&json);
    json_end_document(&json);
    assert_written(&json, &length,
                   "{\n \"format\": \"loa-thing\",\n \"version\": 2,\n \"a\": \"b\",\n \"empty\": [],\n "
                   "\"short\": [{\"n\": 1.5, \"t\": true}, null],\n"
                   " \"long\": [\n  false,\n  \"x\"\n ]\n}\n");
}

static void assert_text(const char *text, size_t size, const char *expected)
{
    size_t length;
    struct json json = begin(&length);
    json_text_of(&json, NULL, text, size);
    assert_written(&json, &length, expected);
}

#define TEXT(bytes, expected) assert_text(bytes, sizeof(bytes) - 1, expected)

static void test_escapes(void **state)
{
    (void)state;
    TEXT("", "\"\"");
    TEXT("Dòng \"một\"\\\n\thai", "\"Dòng \\\"một\\\"\\\\\\n\\thai\"");
    TEXT("\x01\x1f\x7f|\0|", "\"\\u0001\\u001f\x7f|\\u0000|\"");
    TEXT("\xf0\x9f\x93\xa2 ệ", "\"\xf0\x9f\x93\xa2 ệ\"");
}

static void test_bytes_that_are_no_characters(void **state)
{
    (void)state;
    TEXT("a\xff"
         "b",
         "\"a\xef\xbf\xbd"
         "b\"");
    TEXT("\xc3", "\"\xef\xbf\xbd\"");                                                 /* cut */
    TEXT("\xc0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"");                                 /* overlong */
    TEXT("\xe0\x80\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");                 /* overlong */
    TEXT("\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");                 /* a surrogate */
    TEXT("\xf4\x90\x80\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""); /* beyond U+10FFFF */
    TEXT("\xed\x9f\xbf\xf4\x8f\xbf\xbf", "\"\xed\x9f\xbf\xf4\x8f\xbf\xbf\""); /* the last before each */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_bytes_that_are_no_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
