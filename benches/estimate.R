# Times lavaan and MASS on the data in a folder: Rscript estimate.R path|latent|ordinal FOLDER REPEATS all|least
# `least` asks lavaan for the estimates and the fit; `all` for what meedoen's answer has besides: standardised
# solutions with their standard errors, explained variances and modification indices.
arguments <- commandArgs(trailingOnly = TRUE)
task <- arguments[1]
rows <- read.csv(file.path(arguments[2], "data.csv"))
syntax <- paste(readLines(file.path(arguments[2], "model.txt")), collapse = "\n")
repeats <- as.integer(arguments[3])
everything <- arguments[4] == "all"
if (task == "ordinal") {
  suppressPackageStartupMessages(library(MASS))
  rows$class <- ordered(rows$class)
  fit <- function() {
    found <- polr(class ~ attitude + pressure + efficacy + skills + intention, data = rows, Hess = TRUE)
    vcov(found)
    coef(found)[["intention"]]
  }
} else {
  suppressPackageStartupMessages(library(lavaan))
  fit <- function() {
    found <- sem(syntax, data = rows)
    of <- parameterEstimates(found)
    fitMeasures(found)
    if (everything) {
      standardizedSolution(found)
      lavInspect(found, "rsquare")
      modindices(found)
    }
    of$est[of$lhs == "behaviour" & of$op == "~" & of$rhs == "intention"]
  }
}
invisible(fit())
spent <- Inf
for (number in seq_len(repeats)) {
  start <- proc.time()[["elapsed"]]
  figure <- fit()
  spent <- min(spent, proc.time()[["elapsed"]] - start)
}
cat(sprintf("%.17g %.17g\n", spent, figure))
