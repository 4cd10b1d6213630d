# Fits the panel of a case with R's msm and prints its figures: Rscript msm.R CASE data.csv
#
# msm stops early, so it is started anew from where it stopped until its likelihood no longer changes.
suppressPackageStartupMessages(library(msm))
arguments <- commandArgs(trailingOnly = TRUE)
case <- arguments[1]
panel <- read.csv(arguments[2])

# Of intensities that change, msm itself takes it that nobody has reached the last state unseen at a cut (`pci` in msm.R of the
# package: its states there are the transient ones), so the likelihood is too low. The visits at the cuts are made here
# instead, where someone can be in every state.
cuts <- c(1, 2.5)
if (case == "msm-pieces") {
  ends <- tapply(panel$years, panel$client, max)
  at <- expand.grid(years = cuts, client = as.integer(names(ends)))
  at <- at[at$years < ends[as.character(at$client)], ]
  seen <- paste(at$client, at$years) %in% paste(panel$client, panel$years)
  panel <- rbind(panel[c("client", "years", "state")], data.frame(client = at$client, years = at$years, state = 99)[!seen, ])
  panel <- panel[order(panel$client, panel$years), ]
  panel$timeperiod <- cut(panel$years, c(-Inf, cuts, Inf), right = FALSE)
  levels(panel$timeperiod) <- gsub(" ", "", levels(panel$timeperiod))
}

allowed <- rbind(c(0, 1, 0, 0), c(1, 0, 1, 0), c(0, 1, 0, 1), c(0, 0, 0, 0)) * 0.3
asked <- switch(case,
  "msm-errors" = list(
    covariates = ~ programme, initprobs = c(0.5, 0.3, 0.2, 0),
    ematrix = rbind(c(0, 0.1, 0, 0), c(0.1, 0, 0, 0), c(0, 0.1, 0, 0), c(0, 0, 0, 0))),
  "msm-errors-initial" = list(
    est.initprobs = TRUE, initprobs = c(0.4, 0.3, 0.3, 0),
    ematrix = rbind(c(0, 0.1, 0, 0), c(0, 0, 0.1, 0), c(0, 0, 0, 0), c(0, 0, 0, 0))),
  "msm-censored" = list(covariates = ~ programme, censor = c(99, 98), censor.states = list(c(1, 2), c(2, 3))),
  "msm-exact-entry" = list(covariates = ~ programme, deathexact = 4),
  "msm-exact-moves" = list(covariates = ~ programme, exacttimes = TRUE),
  "msm-pieces" = list(covariates = ~ timeperiod, censor = 99, censor.states = 1:4)
)
fit_from <- function(qmatrix, extra) {
  do.call(msm, c(list(
    state ~ years, subject = quote(client), data = panel, qmatrix = qmatrix, center = FALSE,
    control = list(fnscale = nrow(panel), reltol = 1e-16, maxit = 100000)), asked[setdiff(names(asked), names(extra))], extra))
}
fit <- fit_from(allowed, list())
for (again in 1:20) {
  before <- fit$minus2loglik
  extra <- list()
  if (!is.null(asked$covariates)) {
    names <- rownames(fit$Qmatrices$baseline)
    effects <- fit$Qmatrices[setdiff(names(fit$Qmatrices), c("baseline", "logbaseline"))]
    moves <- which(allowed > 0, arr.ind = TRUE)
    moves <- moves[order(moves[, 1], moves[, 2]), ]
    extra$covinits <- lapply(effects, function(effect) effect[moves])
  }
  if (!is.null(asked$ematrix)) extra$ematrix <- fit$Ematrices$baseline * (asked$ematrix > 0)
  if (!is.null(asked$est.initprobs)) extra$initprobs <- fit$hmodel$initprobs
  fit <- fit_from(fit$Qmatrices$baseline * (allowed > 0), extra)
  if (abs(before - fit$minus2loglik) < 1e-10) break
}

put <- function(figure, value) cat(sprintf("%s,%.17g\n", figure, value))
put("minus2ll", fit$minus2loglik)
states <- 1:4
# msm keeps its estimates on the logarithmic scale with the standard errors beside them.
for (from in states) for (to in states) if (allowed[from, to] > 0) {
  move <- sprintf("%d-%d", from, to)
  put(paste0("q:", move), fit$Qmatrices$baseline[from, to])
  put(paste0("se.logq:", move), fit$QmatricesSE$logbaseline[from, to])
  for (effect in setdiff(names(fit$Qmatrices), c("baseline", "logbaseline"))) {
    name <- if (effect == "programme") effect else paste0("period", match(effect, grep("timeperiod", names(fit$Qmatrices), value = TRUE)) + 1)
    put(sprintf("loghr:%s:%s", name, move), fit$Qmatrices[[effect]][from, to])
    put(sprintf("se.loghr:%s:%s", name, move), fit$QmatricesSE[[effect]][from, to])
  }
}
if (!is.null(asked$ematrix)) for (truth in states) for (seen in states) if (asked$ematrix[truth, seen] > 0)
  put(sprintf("e:%d-%d", truth, seen), fit$Ematrices$baseline[truth, seen])
if (case != "msm-pieces") {
  at <- if (is.null(asked$covariates)) setNames(list(0), "") else list("@programme=0" = 0, "@programme=1" = 1)
  for (place in seq_along(at)) {
    name <- names(at)[place]
    covariates <- if (is.null(asked$covariates)) 0 else list(programme = at[[place]])
    for (time in c(0.5, 3)) {
      p <- pmatrix.msm(fit, t = time, covariates = covariates)
      for (from in states) for (to in states) put(sprintf("p:%g:%d-%d%s", time, from, to, name), p[from, to])
    }
    stays <- sojourn.msm(fit, covariates = covariates)
    for (from in 1:3) put(sprintf("sojourn:%d%s", from, name), stays$estimates[from])
  }
} else {
  for (begin in c(0, 0.8)) for (end in c(1.5, 3.2)) {
    p <- pmatrix.piecewise.msm(fit, begin, end, cuts, lapply(c("[-Inf,1)", "[1,2.5)", "[2.5,Inf)"), function(piece) list(timeperiod = piece)))
    for (from in states) for (to in states) put(sprintf("p:%g..%g:%d-%d", begin, end, from, to), p[from, to])
  }
}
