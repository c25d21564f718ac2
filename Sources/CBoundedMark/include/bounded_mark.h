#pragma once
// cmark-gfm within bounds of time and memory.
//
// cmark-gfm is quadratic on some inputs (`<?<?<?...`, `![[]()![[]()...`, a long paragraph before a
// table's delimiter row, ...) and copies a reference definition's URL for each use. No list of such
// inputs is complete, so a parse is ended where it costs too much, whatever the reason:
//
// - All that it allocates comes from an arena of its own, so that it may be left at any moment
//   without a leak, and is refused beyond a limit.
// - Once a thread has used a quarter of a second of processor time, a signal looks whether the parse
//   that runs then is still the one that ran before, and leaves it after its own time is up.
#include <stddef.h>
#include <stdint.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

/// How a parse ended.
enum linkcheck_mark_outcome {
  LINKCHECK_MARK_DONE = 0,
  LINKCHECK_MARK_OUT_OF_TIME = 1,
  LINKCHECK_MARK_OUT_OF_MEMORY = 2,
};

/// The memory of one document.
typedef struct linkcheck_mark_arena linkcheck_mark_arena;

/// An arena that gives `limit` bytes at most to a parse; null where memory is short.
linkcheck_mark_arena *linkcheck_mark_arena_new(size_t limit);

/// Frees all that was allocated in the arena: documents too.
void linkcheck_mark_arena_free(linkcheck_mark_arena *arena);

/// Parses `length` bytes of Markdown with these extensions. `*document` is the tree, in the arena,
/// or null where the parse was ended.
///
/// `nanoseconds` of this thread's processor time are granted at least, and at most 250 ms more.
/// Where it was ended, tables of cmark-gfm that all parsers share may be as they are during a parse:
/// see linkcheck_mark_restore.
enum linkcheck_mark_outcome linkcheck_mark_parse(
    linkcheck_mark_arena *arena, const char *text, size_t length, int options,
    cmark_syntax_extension *const *extensions, size_t count,
    int64_t nanoseconds, cmark_node **document);

/// What reading a tree allocates on this thread comes from `arena` until the next call; a node's
/// literal text is copied when it is asked for.
void linkcheck_mark_arena_use(linkcheck_mark_arena *arena);

/// Takes the special characters of `extension` out of cmark-gfm's shared tables, as the end of a parse
/// does.
void linkcheck_mark_restore(cmark_syntax_extension *extension, int options);
