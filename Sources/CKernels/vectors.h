// One source for every processor: a body is compiled once as it is and once more for AVX2, and the
// better one that runs here is called. Both give the same bits: no products are fused.
#ifndef VECTORS_H
#define VECTORS_H

#include <stdbool.h>
#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

typedef float f32x4 __attribute__((vector_size(16)));
typedef float f32x8 __attribute__((vector_size(32)));
typedef bool b8 __attribute__((ext_vector_type(8)));
typedef double f64x4 __attribute__((vector_size(32)));
typedef int64_t i64x4 __attribute__((vector_size(32)));
typedef uint64_t u64x4 __attribute__((vector_size(32)));
typedef int32_t i32x4 __attribute__((vector_size(16)));
typedef uint32_t u32x4 __attribute__((vector_size(16)));
typedef uint32_t u32x8 __attribute__((vector_size(32)));
typedef int32_t i32x8 __attribute__((vector_size(32)));

#define BODY static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,popcnt,bmi,bmi2")))
#else
#define WIDE
#endif

/// Whether the processor has what `WIDE` asks for, and this thread may use it.
bool has_wide(void);

/// Compiles the body of a name both ways, and defines the function that calls the one to use.
#define COMPILE_TWICE(result, name, parameters, arguments)                              \
    namespace {                                                                         \
    result name##_plain parameters { return name arguments; }                           \
    WIDE result name##_wide parameters { return name arguments; }                       \
    }                                                                                   \
    result dmz_##name parameters                                                        \
    {                                                                                   \
        return has_wide() ? name##_wide arguments : name##_plain arguments;             \
    }

#endif
