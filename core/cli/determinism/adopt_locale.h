#pragma once

namespace koppel {

// Takes over the locale of the environment as a program around this one might, for C, C++ and ICU.
// Where the system does not have it, numbers in C++ streams at least have a comma and grouped
// digits, unless it is C or POSIX.
void AdoptLocale();

}  // namespace koppel
