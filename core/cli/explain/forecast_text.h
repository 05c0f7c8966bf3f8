// What `koppel explain-cache` tells, for a terminal and for a program.
#pragma once

#include <string>

#include "koppel/runtime/forecast.h"

namespace koppel {

std::string ForecastText(const Forecast& forecast);
std::string ForecastJson(const Forecast& forecast);

}  // namespace koppel
