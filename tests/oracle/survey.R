# What R's survey package makes of the designs that writeDesigns.ts writes:
#   npx tsx tests/oracle/writeDesigns.ts > designs.csv
#   Rscript tests/oracle/survey.R designs.csv > tests/oracle/figures.csv
# Committed figures: R 4.2.2, survey 4.1.1 (Debian r-cran-survey). The tests need no R.

suppressPackageStartupMessages(library(survey))
# A stratum with a single cluster stops R by default ('fail'); 'adjust' is its conservative answer.
options(survey.lonely.psu = "adjust", warn = -1)

households <- read.csv(commandArgs(trailingOnly = TRUE)[1], colClasses = c(stratum = "character"))
households$stratum <- paste0("s", households$stratum)

full <- function(value) if (is.finite(value)) sprintf("%.17g", value) else ""

emit <- function(design, figure, weighting, estimate, se, df, limits, capped) {
  cells <- c(estimate, se, df, limits, capped)
  cat(sprintf('"%s",%s,%s,%s\n', design, figure, weighting, paste(vapply(cells, full, ""), collapse = ",")))
}

designed <- function(rows) svydesign(ids = ~cluster, strata = ~stratum, weights = ~w, data = rows, nest = TRUE)

# Korn and Graubard's interval with the effective size never above Kish's for the domain's households.
capped_limits <- function(p, variance, n, df, kish) {
  effective <- if (variance > 0) min(p * (1 - p) / variance, kish) else kish
  effective <- effective * (qt(0.025, n - 1) / qt(0.025, df))^2
  x <- effective * p
  c(if (p <= 0) 0 else qbeta(0.025, x, effective - x + 1),
    if (p >= 1) 1 else qbeta(0.975, x + 1, effective - x))
}

# A share of a domain of units; `size` is what a household of the domain weighs for Kish's size.
share <- function(name, figure, weighting, domain, sizes) {
  estimate <- svyciprop(~value, domain, method = "beta")
  limits <- attr(estimate, "ci")
  p <- as.vector(estimate)
  variance <- as.vector(attr(estimate, "var"))
  df <- degf(domain)
  kish <- sum(sizes)^2 / sum(sizes^2)
  capped <- if (df >= 1) capped_limits(p, variance, nrow(domain), df, kish) else c(NaN, NaN)
  emit(name, figure, weighting, p, sqrt(variance), df, limits, capped)
}

cat("design,figure,weighting,value,standardError,degreesOfFreedom,low,high,cappedLow,cappedHigh\n")
for (name in unique(households$design)) {
  for (weighting in c("equal", "drawn")) {
    here <- households[households$design == name, ]
    here$w <- if (weighting == "equal") 1 else here$weight
    persons <- here[rep(seq_len(nrow(here)), here$persons), ]
    persons$value <- persons$against
    of_persons <- designed(persons)
    of_households <- designed(here)
    for (kind in c("exited", "unregistered")) {
      own <- here$status == kind
      share(name, kind, weighting, subset(of_persons, status == kind), (here$w * here$persons)[own])
      # Whole households in one row each say the same.
      ratio <- svyratio(~I(against * persons), ~persons, subset(of_households, status == kind))
      mean <- svymean(~value, subset(of_persons, status == kind))
      stopifnot(all.equal(as.vector(coef(ratio)), as.vector(coef(mean)), tolerance = 1e-12),
                all.equal(as.vector(SE(ratio)), as.vector(SE(mean)), tolerance = 1e-9))
    }
    asked <- here[!is.na(here$recognises), ]
    here$value <- ifelse(is.na(here$recognises), 0, here$recognises)
    share(name, "recognition", weighting, subset(designed(here), !is.na(recognises)), asked$w)
    if (weighting == "equal") {
      exact <- binom.test(sum(asked$recognises), nrow(asked))
      emit(name, "binomial", weighting, mean(asked$recognises), NaN, NaN, exact$conf.int, c(NaN, NaN))
    }
    # Persons of omission households, as a sum over the domain.
    unregistered <- subset(of_households, status == "unregistered")
    total <- svytotal(~I(against * persons), unregistered)
    emit(name, "total", weighting, as.vector(coef(total)), as.vector(SE(total)), degf(unregistered),
         as.vector(confint(total, df = degf(unregistered))), c(NaN, NaN))
    # Two rates of the same sample added up, as poverty incidence does.
    parts <- svytotal(~I(against * persons * (status == "exited")) + I(persons * (status == "exited")) +
                        I(against * persons * (status == "unregistered")) + I(persons * (status == "unregistered")),
                      of_households)
    names(parts) <- c("y1", "x1", "y2", "x2")
    sum <- svycontrast(parts, quote(0.3 * y1 / x1 + 0.6 * y2 / x2))
    emit(name, "sum", weighting, as.vector(coef(sum)), as.vector(SE(sum)), NaN, c(NaN, NaN), c(NaN, NaN))
  }
}
