// A library for LD_PRELOAD that makes calls on files fail, or kills the process at one of them, so
// that a harness can step through every call that a run makes. Counts, over all threads of the
// process, the calls that change something below one folder: open that creates, write, fsync,
// ftruncate, close of a file that was written, rename, link, unlink, mkdir.
//
// KOPPEL_FAULT_FOLDER: absolute path; nothing is counted elsewhere.
//
// KOPPEL_FAULT_CALLS: the calls that count, separated by commas: open write fsync truncate close
// rename link unlink mkdir; all of them if it is not set.
//
// KOPPEL_FAULT_AT: the call to act on, from 1; 0: only count.
//
// KOPPEL_FAULT_ACT: kill_before, kill_after: SIGKILL. lose: the same before the call, and files
// lose what no fsync has secured, as in a power failure. enospc, eio, eintr: the call fails and
// does nothing, though a close that fails has closed. short: a write takes half. With a + at the
// end: this call and all later ones.
//
// KOPPEL_FAULT_LOG: a file that gets a line for each counted call: number, name, path.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum act { ACT_NONE, ACT_KILL_BEFORE, ACT_KILL_AFTER, ACT_LOSE, ACT_SHORT, ACT_FAIL };

enum { MOST_FILES = 4096 };

static char folder[PATH_MAX];
static size_t folder_size;
static char calls[256];
static long act_at;
static int act_goes_on;
static enum act chosen_act;
static int chosen_errno;
static int log_file = -1;
static atomic_long counted;
// Descriptors of files below the folder that were opened for writing.
static atomic_char watched[MOST_FILES];
// For ACT_LOSE: of each of these a second descriptor, which outlives the first where it was closed
// without an fsync; 0: none.
static atomic_int unsecured[MOST_FILES];
static atomic_int orphans[MOST_FILES];
static atomic_int orphan_count;

static void set_act(const char* text) {
  static const struct {
    const char* name;
    enum act act;
    int error;
  } kActs[] = {{"kill_before", ACT_KILL_BEFORE, 0},
               {"kill_after", ACT_KILL_AFTER, 0},
               {"enospc", ACT_FAIL, ENOSPC},
               {"eio", ACT_FAIL, EIO},
               {"eintr", ACT_FAIL, EINTR},
               {"short", ACT_SHORT, 0},
               {"lose", ACT_LOSE, 0}};
  const size_t size = strcspn(text, "+");
  act_goes_on = text[size] == '+';
  for (size_t i = 0; i < sizeof kActs / sizeof *kActs; ++i) {
    if (strlen(kActs[i].name) != size || strncmp(kActs[i].name, text, size) != 0) continue;
    chosen_act = kActs[i].act;
    chosen_errno = kActs[i].error;
  }
}

__attribute__((constructor)) static void set_up(void) {
  const char* value = getenv("KOPPEL_FAULT_FOLDER");
  if (!value) return;
  folder_size = strlen(value);
  if (folder_size >= sizeof folder) abort();
  memcpy(folder, value, folder_size + 1);
  if ((value = getenv("KOPPEL_FAULT_CALLS"))) snprintf(calls, sizeof calls, ",%s,", value);
  if ((value = getenv("KOPPEL_FAULT_AT"))) act_at = atol(value);
  if ((value = getenv("KOPPEL_FAULT_ACT"))) set_act(value);
  if ((value = getenv("KOPPEL_FAULT_LOG"))) {
    log_file =
        (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  }
}

static int is_file_number(int descriptor) { return descriptor >= 0 && descriptor < MOST_FILES; }

static int is_below(const char* path) {
  return folder_size > 0 && strncmp(path, folder, folder_size) == 0 &&
         (path[folder_size] == '/' || path[folder_size] == '\0');
}

// Of a path as it was given, which may count from the folder behind a descriptor.
static void full_path(int at, const char* path, char* out) {
  char base[PATH_MAX], link[64];
  if (path[0] == '/') {
    snprintf(out, PATH_MAX, "%s", path);
    return;
  }
  snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
  const ssize_t size = readlink(link, base, sizeof base - 1);
  base[size > 0 ? size : 0] = '\0';
  if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) out[0] = '\0';
}

static void path_of(int descriptor, char* out) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, out, PATH_MAX - 1);
  out[size > 0 ? size : 0] = '\0';
}

static void log_call(long number, const char* name, const char* path) {
  if (log_file < 0) return;
  char line[PATH_MAX + 64];
  const int size = snprintf(line, sizeof line, "%ld\t%s\t%s\n", number, name, path);
  if (size > 0 && syscall(SYS_write, log_file, line, (size_t)size) < 0) abort();
}

// What to do at this call.
static enum act count(const char* name, const char* path) {
  char word[32];
  snprintf(word, sizeof word, ",%s,", name);
  if (calls[0] && !strstr(calls, word)) return ACT_NONE;
  const long number = atomic_fetch_add(&counted, 1) + 1;
  log_call(number, name, path);
  const int mine = act_at > 0 && (act_goes_on ? number >= act_at : number == act_at);
  return mine ? chosen_act : ACT_NONE;
}

static enum act count_descriptor(const char* name, int descriptor) {
  if (!is_file_number(descriptor) || !watched[descriptor]) return ACT_NONE;
  char path[PATH_MAX];
  path_of(descriptor, path);
  return count(name, path);
}

static void kill_now(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// --- what a power failure would take -------------------------------------------------------------

static void remember(int descriptor) {
  if (chosen_act != ACT_LOSE || !is_file_number(descriptor) || unsecured[descriptor]) return;
  // Out of the way of the program's own numbers.
  unsecured[descriptor] = fcntl(descriptor, F_DUPFD_CLOEXEC, MOST_FILES);
}

static void secure(int descriptor) {
  if (!is_file_number(descriptor) || unsecured[descriptor] <= 0) return;
  REAL(close)(unsecured[descriptor]);
  unsecured[descriptor] = 0;
}

static void abandon(int descriptor) {
  if (!is_file_number(descriptor) || unsecured[descriptor] <= 0) return;
  const int place = atomic_fetch_add(&orphan_count, 1);
  if (place < MOST_FILES) orphans[place] = unsecured[descriptor];
  unsecured[descriptor] = 0;
}

// Half of a file may have reached the disk.
static void halve(int descriptor) {
  struct stat info;
  if (descriptor <= 0 || fstat(descriptor, &info) != 0) return;
  if (REAL(ftruncate)(descriptor, info.st_size / 2) != 0) abort();
}

static void lose(void) {
  for (int i = 0; i < MOST_FILES; ++i) {
    halve(unsecured[i]);
    halve(orphans[i]);
  }
  kill_now();
}

// Carries the call out as the act says; -1 where it fails.
#define ACTED(what, call)                   \
  __extension__({                           \
    const enum act now = (what);            \
    if (now == ACT_KILL_BEFORE) kill_now(); \
    if (now == ACT_LOSE) lose();            \
    __typeof__(call) result = -1;           \
    if (now == ACT_FAIL) {                  \
      errno = chosen_errno;                 \
    } else {                                \
      result = (call);                      \
    }                                       \
    if (now == ACT_KILL_AFTER) kill_now();  \
    result;                                 \
  })

// --- files ---------------------------------------------------------------------------------------

static int do_open(int at, const char* path, int flags, mode_t mode) {
  char full[PATH_MAX];
  full_path(at, path, full);
  const int writes = (flags & O_ACCMODE) != O_RDONLY && is_below(full);
  const enum act act = writes && (flags & O_CREAT) ? count("open", full) : ACT_NONE;
  const int descriptor = ACTED(act, (int)syscall(SYS_openat, at, path, flags, mode));
  if (is_file_number(descriptor)) watched[descriptor] = (char)writes;
  return descriptor;
}

#define OPEN(name, parameters, at)         \
  int name parameters {                    \
    mode_t mode = 0;                       \
    if (flags & O_CREAT) {                 \
      va_list list;                        \
      va_start(list, flags);               \
      mode = va_arg(list, mode_t);         \
      va_end(list);                        \
    }                                      \
    return do_open(at, path, flags, mode); \
  }
OPEN(open, (const char* path, int flags, ...), AT_FDCWD)
OPEN(open64, (const char* path, int flags, ...), AT_FDCWD)
OPEN(openat, (int at, const char* path, int flags, ...), at)
OPEN(openat64, (int at, const char* path, int flags, ...), at)

int creat(const char* path, mode_t mode) {
  return do_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

static enum act count_write(int descriptor) {
  const enum act act = count_descriptor("write", descriptor);
  if (is_file_number(descriptor) && watched[descriptor]) remember(descriptor);
  return act;
}

static size_t taken(enum act act, size_t size) {
  return act == ACT_SHORT && size > 1 ? size / 2 : size;
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  const enum act act = count_write(descriptor);
  return ACTED(act, REAL(write)(descriptor, bytes, taken(act, size)));
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t place) {
  const enum act act = count_write(descriptor);
  return ACTED(act, REAL(pwrite)(descriptor, bytes, taken(act, size), place));
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off_t place) {
  return pwrite(descriptor, bytes, size, place);
}

ssize_t writev(int descriptor, const struct iovec* parts, int number) {
  const enum act act = count_write(descriptor);
  return ACTED(act, REAL(writev)(descriptor, parts, act == ACT_SHORT && number > 1 ? 1 : number));
}

static int secured(int descriptor, int result) {
  if (result == 0) secure(descriptor);
  return result;
}

int fsync(int descriptor) {
  return secured(descriptor, ACTED(count_descriptor("fsync", descriptor), REAL(fsync)(descriptor)));
}

int fdatasync(int descriptor) {
  return secured(descriptor,
                 ACTED(count_descriptor("fsync", descriptor), REAL(fdatasync)(descriptor)));
}

int ftruncate(int descriptor, off_t size) {
  return ACTED(count_descriptor("truncate", descriptor), REAL(ftruncate)(descriptor, size));
}

int ftruncate64(int descriptor, off_t size) { return ftruncate(descriptor, size); }

int close(int descriptor) {
  const enum act act = count_descriptor("close", descriptor);
  if (is_file_number(descriptor)) watched[descriptor] = 0;
  abandon(descriptor);
  if (act == ACT_FAIL) REAL(close)(descriptor);
  return ACTED(act, REAL(close)(descriptor));
}

// --- names ---------------------------------------------------------------------------------------

static enum act count_name(const char* name, int at, const char* path) {
  char full[PATH_MAX];
  full_path(at, path, full);
  return is_below(full) ? count(name, full) : ACT_NONE;
}

int rename(const char* from, const char* to) {
  return ACTED(count_name("rename", AT_FDCWD, to), REAL(rename)(from, to));
}

int renameat(int from_at, const char* from, int to_at, const char* to) {
  return ACTED(count_name("rename", to_at, to), REAL(renameat)(from_at, from, to_at, to));
}

int renameat2(int from_at, const char* from, int to_at, const char* to, unsigned flags) {
  return ACTED(count_name("rename", to_at, to), REAL(renameat2)(from_at, from, to_at, to, flags));
}

int link(const char* from, const char* to) {
  return ACTED(count_name("link", AT_FDCWD, to), REAL(link)(from, to));
}

int linkat(int from_at, const char* from, int to_at, const char* to, int flags) {
  return ACTED(count_name("link", to_at, to), REAL(linkat)(from_at, from, to_at, to, flags));
}

int unlink(const char* path) {
  return ACTED(count_name("unlink", AT_FDCWD, path), REAL(unlink)(path));
}

int unlinkat(int at, const char* path, int flags) {
  return ACTED(count_name("unlink", at, path), REAL(unlinkat)(at, path, flags));
}

int remove(const char* path) {
  return ACTED(count_name("unlink", AT_FDCWD, path), REAL(remove)(path));
}

int mkdir(const char* path, mode_t mode) {
  return ACTED(count_name("mkdir", AT_FDCWD, path), REAL(mkdir)(path, mode));
}
