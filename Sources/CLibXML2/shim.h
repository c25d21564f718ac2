#pragma once
// Debian's libxml2 names ICU types in a struct we never touch, and its ICU headers clash with the
// copy inside Foundation. Without the macro the declarations we use are the same.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
