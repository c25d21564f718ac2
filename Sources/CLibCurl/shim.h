#pragma once
#include <curl/curl.h>
#include <sys/socket.h>

// curl_easy_setopt, curl_multi_setopt and curl_easy_getinfo are variadic, which
// Swift cannot call. One typed function for each type of argument; they inline away. The caller
// matches option and type: curl_easy_setopt(3) names the type of each.

static inline CURLcode linkcheck_curl_set_long(CURL *_Nonnull easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

/// libcurl copies the string.
static inline CURLcode linkcheck_curl_set_string(CURL *_Nonnull easy, CURLoption option,
                                                 const char *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

/// libcurl keeps the pointer.
static inline CURLcode linkcheck_curl_set_pointer(CURL *_Nonnull easy, CURLoption option,
                                                  void *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

/// libcurl keeps the list's pointer: it must live until the option is changed.
static inline CURLcode linkcheck_curl_set_list(CURL *_Nonnull easy, CURLoption option,
                                               struct curl_slist *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

typedef size_t (*linkcheck_curl_data_callback)(char *_Nullable, size_t, size_t, void *_Nullable);

static inline CURLcode linkcheck_curl_on_data(CURL *_Nonnull easy, CURLoption option,
                                              linkcheck_curl_data_callback _Nonnull callback) {
  return curl_easy_setopt(easy, option, callback);
}

typedef curl_socket_t (*linkcheck_curl_open_callback)(void *_Nullable, curlsocktype,
                                                      struct curl_sockaddr *_Nullable);

static inline CURLcode linkcheck_curl_on_open(CURL *_Nonnull easy,
                                              linkcheck_curl_open_callback _Nonnull callback) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}

typedef int (*linkcheck_curl_close_callback)(void *_Nullable, curl_socket_t);

static inline CURLcode linkcheck_curl_on_close(CURL *_Nonnull easy,
                                               linkcheck_curl_close_callback _Nonnull callback) {
  return curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, callback);
}

typedef int (*linkcheck_curl_request_callback)(void *_Nullable, char *_Nullable, char *_Nullable,
                                               int, int);

static inline CURLcode linkcheck_curl_on_request(
    CURL *_Nonnull easy, linkcheck_curl_request_callback _Nullable callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

static inline long linkcheck_curl_get_long(CURL *_Nonnull easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline curl_off_t linkcheck_curl_get_offset(CURL *_Nonnull easy, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline void *_Nullable linkcheck_curl_get_private(CURL *_Nonnull easy) {
  char *value = NULL;
  return curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

static inline CURLMcode linkcheck_curl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option,
                                                      long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode linkcheck_curl_multi_set_pointer(CURLM *_Nonnull multi, CURLMoption option,
                                                         void *_Nullable value) {
  return curl_multi_setopt(multi, option, value);
}

typedef int (*linkcheck_curl_socket_callback)(CURL *_Nullable, curl_socket_t, int, void *_Nullable,
                                              void *_Nullable);

static inline CURLMcode linkcheck_curl_multi_on_socket(
    CURLM *_Nonnull multi, linkcheck_curl_socket_callback _Nonnull callback) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
}

typedef int (*linkcheck_curl_timer_callback)(CURLM *_Nullable, long, void *_Nullable);

static inline CURLMcode linkcheck_curl_multi_on_timer(
    CURLM *_Nonnull multi, linkcheck_curl_timer_callback _Nonnull callback) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
}

/// The caller frees the list.
static inline struct curl_slist *_Nullable linkcheck_curl_get_list(CURL *_Nonnull easy,
                                                                   CURLINFO info) {
  struct curl_slist *list = NULL;
  return curl_easy_getinfo(easy, info, &list) == CURLE_OK ? list : NULL;
}

// CURLMsg holds its result in a union, which Swift imports with an unsafe accessor only.
static inline CURLcode linkcheck_curl_message_result(const CURLMsg *_Nonnull message) {
  return message->data.result;
}

// sizeof over a flexible use of struct sockaddr: Swift's field is only 16 bytes of it, so the
// address is taken here.
static inline const struct sockaddr *_Nonnull linkcheck_curl_address(
    const struct curl_sockaddr *_Nonnull address) {
  return &address->addr;
}
