#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "tokens.hpp"

namespace {
/// Exact where both the digits and the power of ten are exact doubles (Clinger 1990), which is
/// nearly every coordinate; false where they are not.
bool quickNumber(const uint8_t *b, size_t length, double &value) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    size_t i = 0;
    bool negative = b[0] == '-';
    if (negative) i++;
    uint64_t digits = 0;
    size_t after = 0;
    bool point = false;
    if (length > 20) return false;
    for (; i < length; i++) {
        if (b[i] == '.') {
            point = true;
        } else if (b[i] >= '0' && b[i] <= '9') {
            digits = digits * 10 + (b[i] - '0');
            after += point;
        } else {
            return false;
        }
    }
    if (digits > (uint64_t(1) << 53) || length > 19 || after > 22) return false;
    double result = static_cast<double>(digits) / powers[after];
    value = negative ? -result : result;
    return true;
}
}  // namespace

bool csj_number(const uint8_t *bytes, size_t length, double *value) {
    if (length == 0 || csj_number_end(bytes, 0, length) != length) return false;
    if (quickNumber(bytes, length, *value)) return true;
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
