#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "tokens.hpp"

bool csj_number(const uint8_t *bytes, size_t length, double *value) {
    if (length == 0) return false;
    if (csj_short_number(bytes, bytes + length, value) == bytes + length) return true;
    if (csj_number_end(bytes, 0, length) != length) return false;
    const char *first = reinterpret_cast<const char *>(bytes);
#if defined(__cpp_lib_to_chars)
    double result = 0;
    auto [end, error] = std::from_chars(first, first + length, result);
    // Out of range is either way round; only numbers too large are refused.
    if (error == std::errc::result_out_of_range) result = strtod(std::string(first, length).c_str(), nullptr);
#else
    // Without from_chars: the process never leaves the C locale, so that a point is a point.
    double result = strtod(std::string(first, length).c_str(), nullptr);
#endif
    *value = result;
    return std::isfinite(result);
}
