#ifndef CSIMDJSON_H
#define CSIMDJSON_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
/// How many bytes must be readable after a document given to this library.
size_t csimdjson_padding(void);
#ifdef __cplusplus
}
#endif
#endif
