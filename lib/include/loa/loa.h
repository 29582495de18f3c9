/* loa/loa.h - everything public. Examples: examples/. */
#ifndef LOA_LOA_H
#define LOA_LOA_H

#include <loa/catalogue.h>
#include <loa/explain.h>
#include <loa/export.h>
#include <loa/guide.h>
#include <loa/output.h>
#include <loa/report.h>
#include <loa/session.h>
#include <loa/sink.h>
#include <loa/status.h>

#endif
