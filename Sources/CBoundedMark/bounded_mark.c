#define _GNU_SOURCE
#include "bounded_mark.h"

#include <link.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

// MARK: The arena

/// Memory from the C library: for many blocks, or for one large one.
struct chunk {
  struct chunk *next, *previous;
  size_t size;
};

struct linkcheck_mark_arena {
  struct chunk *chunks, *large;
  char *at, *end;
  /// What was allocated last, which can grow in place.
  char *last;
  size_t used, limit;
  /// Small blocks that were given back, by their size.
  void *free[65];
};

enum {
  alignment = 16,
  /// Blocks to this size are used again, those from that size on go back to the C library.
  largest_small = 1024,
  smallest_large = 16 << 10,
  first_chunk = 64 << 10,
  largest_chunk = 8 << 20,
};

/// Before every block: its size.
union header {
  size_t size;
  char padding[alignment];
};

// MARK: What a thread needs

struct guard {
  sigjmp_buf out;
  /// Whether a parse runs that may be left.
  volatile sig_atomic_t is_active;
  /// Whether the C library's allocator is at work, which must not be left.
  volatile sig_atomic_t is_allocating;
  /// Whether the time ran out meanwhile.
  volatile sig_atomic_t is_due;
  /// Whether the timer runs.
  volatile sig_atomic_t is_timed;
  /// The number of the parse, and of the one that the timer saw last.
  volatile sig_atomic_t number, seen;
  /// How often it was seen where it cannot be left.
  volatile sig_atomic_t retries;
  int64_t nanoseconds;
  int has_timer;
  timer_t timer;
  linkcheck_mark_arena *arena;
};

static _Thread_local struct guard guard;

/// After how long the timer looks what runs, and after how long again where that cannot be left.
static const int64_t slice = 250000000, again = 1000000;

/// A parse that is never seen in its own code in a second is left all the same.
enum { most_retries = 1000 };

static void set_timer(int64_t nanoseconds) {
  struct itimerspec value = {{0, 0}, {nanoseconds / 1000000000, nanoseconds % 1000000000}};
  guard.is_timed = timer_settime(guard.timer, 0, &value, NULL) == 0;
}

static void leave(enum linkcheck_mark_outcome outcome) {
  guard.is_active = 0;
  siglongjmp(guard.out, outcome);
}

// MARK: The signal

/// The code of the libraries that may be left: `qsort` of the C library allocates, and a jump out of
/// its allocator would leave that locked.
static struct { uintptr_t start, end; } code[2];

static int find_code(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size;
  (void)data;
  const uintptr_t known[2] = {(uintptr_t)(void *)&cmark_parser_feed,
                              (uintptr_t)(void *)&cmark_gfm_core_extensions_ensure_registered};
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X)) continue;
    uintptr_t start = info->dlpi_addr + segment->p_vaddr, end = start + segment->p_memsz;
    for (int k = 0; k < 2; k++)
      if (known[k] >= start && known[k] < end) {
        code[k].start = start;
        code[k].end = end;
      }
  }
  return 0;
}

static int is_in_code(const void *context) {
#if defined(__x86_64__)
  uintptr_t at = (uintptr_t)((const ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  uintptr_t at = (uintptr_t)((const ucontext_t *)context)->uc_mcontext.pc;
#else
#error "the program counter of this architecture"
#endif
  for (int k = 0; k < 2; k++)
    if (at >= code[k].start && at < code[k].end) return 1;
  return 0;
}

static void on_timer(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)info;
  guard.is_timed = 0;
  if (!guard.is_active) return;
  if (guard.seen != guard.number) {
    // The timer was started for an earlier parse.
    guard.seen = guard.number;
    set_timer(guard.nanoseconds);
  } else if (guard.is_allocating) {
    guard.is_due = 1;
    set_timer(again);
  } else if (!is_in_code(context) && guard.retries < most_retries) {
    guard.retries++;
    set_timer(again);
  } else {
    leave(LINKCHECK_MARK_OUT_OF_TIME);
  }
}

static int signal_number(void) { return SIGRTMIN + 9; }

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t thread_end;

static void end_thread(void *timer) {
  guard.is_active = 0;
  guard.has_timer = 0;
  timer_delete(guard.timer);
  (void)timer;
}

static void prepare_process(void) {
  dl_iterate_phdr(find_code, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_timer;
  // Not blocked while it is handled, since it may be left by a jump.
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number(), &action, NULL);
  pthread_key_create(&thread_end, end_thread);
}

static void prepare_thread(void) {
  pthread_once(&once, prepare_process);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = signal_number();
  event._sigev_un._tid = gettid();
  if (timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &guard.timer) != 0) return;
  guard.has_timer = 1;
  pthread_setspecific(thread_end, &guard);
  // Threads of a pool are born with all signals blocked.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number());
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

// MARK: Allocating

/// A new chunk of the list `chunks`.
static struct chunk *new_chunk(linkcheck_mark_arena *arena, struct chunk **chunks, size_t size) {
  if (guard.is_active && arena->used + size > arena->limit) leave(LINKCHECK_MARK_OUT_OF_MEMORY);
  guard.is_allocating = 1;
  struct chunk *chunk = malloc(sizeof *chunk + size + alignment);
  if (chunk) {
    chunk->size = size;
    chunk->previous = NULL;
    chunk->next = *chunks;
    if (*chunks) (*chunks)->previous = chunk;
    *chunks = chunk;
    arena->used += size;
  }
  guard.is_allocating = 0;
  if (guard.is_active && guard.is_due) leave(LINKCHECK_MARK_OUT_OF_TIME);
  if (!chunk) {
    if (guard.is_active) leave(LINKCHECK_MARK_OUT_OF_MEMORY);
    abort();
  }
  return chunk;
}

/// The first place in `chunk` for a block's header.
static char *chunk_start(struct chunk *chunk) {
  uintptr_t start = (uintptr_t)(chunk + 1);
  return (char *)((start + alignment - 1) / alignment * alignment);
}

static void *allocate_large(linkcheck_mark_arena *arena, size_t size) {
  struct chunk *chunk = new_chunk(arena, &arena->large, alignment + sizeof(union header) + size);
  // The chunk's address stands before the header, to be found again.
  char *start = chunk_start(chunk);
  union header *header = (union header *)(start + alignment);
  memcpy(start, &chunk, sizeof chunk);
  header->size = size;
  return header + 1;
}

static void release_large(linkcheck_mark_arena *arena, void *block) {
  struct chunk *chunk;
  memcpy(&chunk, (char *)block - sizeof(union header) - alignment, sizeof chunk);
  guard.is_allocating = 1;
  if (chunk->previous) chunk->previous->next = chunk->next;
  else arena->large = chunk->next;
  if (chunk->next) chunk->next->previous = chunk->previous;
  arena->used -= chunk->size;
  free(chunk);
  guard.is_allocating = 0;
}

static void *allocate(size_t size) {
  linkcheck_mark_arena *arena = guard.arena;
  if (!arena || size > SIZE_MAX / 4) abort();
  size = (size + alignment - 1) / alignment * alignment;
  if (size <= largest_small && arena->free[size / alignment]) {
    void *block = arena->free[size / alignment];
    arena->free[size / alignment] = *(void **)block;
    return block;
  }
  if (size >= smallest_large) return allocate_large(arena, size);
  size_t whole = size + sizeof(union header);
  if ((size_t)(arena->end - arena->at) < whole) {
    size_t next = arena->used < largest_chunk ? arena->used : largest_chunk;
    if (next < first_chunk) next = first_chunk;
    arena->at = chunk_start(new_chunk(arena, &arena->chunks, next));
    arena->end = arena->at + next;
  }
  union header *header = (union header *)arena->at;
  header->size = size;
  arena->last = arena->at + sizeof *header;
  arena->at += whole;
  return arena->last;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 4 / size) abort();
  void *block = allocate(count * size);
  return memset(block, 0, count * size);
}

static void arena_release(void *block);

static void *arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  union header *header = (union header *)block - 1;
  size_t old = header->size;
  if (size <= old) return block;
  linkcheck_mark_arena *arena = guard.arena;
  size_t rounded = (size + alignment - 1) / alignment * alignment;
  if (arena && block == arena->last && rounded < smallest_large
      && (size_t)(arena->end - arena->last) >= rounded) {
    header->size = rounded;
    arena->at = arena->last + rounded;
    return block;
  }
  void *larger = memcpy(allocate(size), block, old);
  arena_release(block);
  return larger;
}

static void arena_release(void *block) {
  linkcheck_mark_arena *arena = guard.arena;
  if (!arena || !block) return;
  if (block == arena->last) {
    arena->at = arena->last - sizeof(union header);
    arena->last = NULL;
    return;
  }
  size_t size = ((union header *)block - 1)->size;
  if (size >= smallest_large) {
    release_large(arena, block);
    return;
  }
  if (size == 0 || size > largest_small) return;
  *(void **)block = arena->free[size / alignment];
  arena->free[size / alignment] = block;
}

static cmark_mem memory = {arena_calloc, arena_realloc, arena_release};

linkcheck_mark_arena *linkcheck_mark_arena_new(size_t limit) {
  linkcheck_mark_arena *arena = calloc(1, sizeof *arena);
  if (arena) arena->limit = limit;
  return arena;
}

void linkcheck_mark_arena_free(linkcheck_mark_arena *arena) {
  if (guard.arena == arena) guard.arena = NULL;
  struct chunk *lists[2] = {arena->chunks, arena->large};
  for (int i = 0; i < 2; i++)
    for (struct chunk *chunk = lists[i]; chunk;) {
      struct chunk *next = chunk->next;
      free(chunk);
      chunk = next;
    }
  free(arena);
}

void linkcheck_mark_arena_use(linkcheck_mark_arena *arena) { guard.arena = arena; }

// MARK: Parsing

enum linkcheck_mark_outcome linkcheck_mark_parse(
    linkcheck_mark_arena *arena, const char *text, size_t length, int options,
    cmark_syntax_extension *const *extensions, size_t count,
    int64_t nanoseconds, cmark_node **document) {
  *document = NULL;
  if (!guard.has_timer) prepare_thread();
  guard.arena = arena;
  guard.is_due = 0;
  guard.retries = 0;
  guard.nanoseconds = nanoseconds;
  guard.number = (guard.number + 1) & 0x3fffffff;
  int outcome = sigsetjmp(guard.out, 0);
  if (outcome != LINKCHECK_MARK_DONE) return (enum linkcheck_mark_outcome)outcome;
  guard.is_active = 1;
  // One timer serves all parses of a quarter of a second, so that a small one costs no system call.
  if (guard.has_timer && !guard.is_timed) set_timer(slice);
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
  for (size_t i = 0; i < count; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
  cmark_parser_feed(parser, text, length);
  *document = cmark_parser_finish(parser);
  guard.is_active = 0;
  return LINKCHECK_MARK_DONE;
}

void linkcheck_mark_restore(cmark_syntax_extension *extension, int options) {
  cmark_parser *parser = cmark_parser_new(options);
  cmark_parser_attach_syntax_extension(parser, extension);
  cmark_manage_extensions_special_characters(parser, 0);
  cmark_parser_free(parser);
}
