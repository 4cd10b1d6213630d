# Fits the panel in a CSV with msm and prints what it took: Rscript multistate.R panel.csv
suppressPackageStartupMessages(library(msm))
panel <- read.csv(commandArgs(trailingOnly = TRUE)[1])
allowed <- rbind(
  c(0, 1, 0, 0, 0, 0), c(1, 0, 1, 0, 0, 0), c(0, 1, 0, 1, 0, 0),
  c(0, 0, 1, 0, 1, 0), c(0, 0, 0, 1, 0, 1), c(0, 0, 0, 0, 1, 0))
spent <- system.time({
  start <- crudeinits.msm(state ~ time, subject = person, data = panel, qmatrix = allowed)
  # Without a scale of this size msm stops with an overflow.
  fit <- msm(state ~ time, subject = person, data = panel, qmatrix = start, covariates = ~ programme,
             control = list(fnscale = nrow(panel), maxit = 10000))
})
cat(sprintf("%.17g %.17g\n", spent[["user.self"]] + spent[["sys.self"]], fit$minus2loglik))
