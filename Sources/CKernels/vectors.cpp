#include "vectors.h"
#include "ckernels.h"

namespace {

bool find_wide(void)
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
        __builtin_cpu_supports("popcnt");
#else
    return false;
#endif
}

const bool is_there = find_wide();
thread_local bool is_allowed = true;

} // namespace

bool has_wide(void) { return is_there && is_allowed; }

bool dmz_allow_wide(bool allow)
{
    is_allowed = allow;
    return is_there;
}
