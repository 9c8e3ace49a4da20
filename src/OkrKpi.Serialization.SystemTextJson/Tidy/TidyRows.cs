namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// Measurements, assessments, scores and findings as flat records: one row an observation, one column a variable, for data frames, spreadsheets and databases.
/// </summary>
/// <remarks>Write them here as newline-delimited JSON, or hand them to a CSV library, which takes the properties as columns.</remarks>
public static class TidyRows
{
    /// <summary>The measurements of a portfolio, a row each.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The rows, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static IEnumerable<TidyMeasurement> Measurements(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var kpis = portfolio.Kpis.ToDictionary(static kpi => kpi.Id);
        return portfolio.Measurements.SelectMany(
            static series => series.Measurements, (series, measurement) => new TidyMeasurement(measurement, kpis[series.Kpi]));
    }

    /// <summary>How the KPIs stand, a row each.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The rows, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static IEnumerable<TidyKpi> Kpis(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var needs = review.Needs.ToDictionary(static need => need.Kpi.Id, static need => need.State);
        return review.Kpis.Select(assessment => new TidyKpi(review, assessment, needs.TryGetValue(assessment.Kpi.Id, out var need) ? need : null));
    }

    /// <summary>The values of a process with limits and signals, a row each.</summary>
    /// <param name="behaviour">How the process behaves.</param>
    /// <returns>The rows, in the order of the points.</returns>
    /// <exception cref="ArgumentNullException">The behaviour is null.</exception>
    public static IEnumerable<TidyPoint> Points(ProcessBehaviour behaviour)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        return behaviour.Points.Select(point => new TidyPoint(behaviour, point));
    }

    /// <summary>The values of all KPIs with limits and signals by the default rules, a row each.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The rows, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static IEnumerable<TidyPoint> Points(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Kpis.SelectMany(static assessment => Points(assessment.Behaviour()));
    }

    /// <summary>How the objectives stand: a row for each objective, followed by a row for each of its key results.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The rows, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static IEnumerable<TidyScore> Scores(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Scores.Objectives.SelectMany(
            objective => objective.Own.KeyResults.Prepend(null), (objective, keyResult) => new TidyScore(review, objective, keyResult));
    }

    /// <summary>The findings, a row each.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The rows, the gravest first.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static IEnumerable<TidyFinding> Findings(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Findings.Select(finding => new TidyFinding(review, finding));
    }

    /// <summary>Writes rows as newline-delimited JSON; what is missing is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="utf8">Where they go; the stream stays open.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<TidyMeasurement> rows, Stream utf8) => JsonLines.Write(TidyForms.Measurement, rows, utf8);

    /// <summary>Writes rows as newline-delimited JSON; what is missing is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="utf8">Where they go; the stream stays open.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<TidyKpi> rows, Stream utf8) => JsonLines.Write(TidyForms.Kpi, rows, utf8);

    /// <summary>Writes rows as newline-delimited JSON; what is missing is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="utf8">Where they go; the stream stays open.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<TidyPoint> rows, Stream utf8) => JsonLines.Write(TidyForms.Point, rows, utf8);

    /// <summary>Writes rows as newline-delimited JSON; what is missing is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="utf8">Where they go; the stream stays open.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<TidyScore> rows, Stream utf8) => JsonLines.Write(TidyForms.Score, rows, utf8);

    /// <summary>Writes rows as newline-delimited JSON; what is missing is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="utf8">Where they go; the stream stays open.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<TidyFinding> rows, Stream utf8) => JsonLines.Write(TidyForms.Finding, rows, utf8);
}
