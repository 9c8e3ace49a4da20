using System.Globalization;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Analytics;

/// <summary>How good our forecasts were: each KPI of a portfolio forecast again from starting points in its past, with nothing known of what came later.</summary>
/// <remarks>Immutable; compared by reference. Method and interval are chosen anew at every starting point, so that what is told here was not looked at before.</remarks>
public sealed class ForecastBacktest
{
    private readonly KpiBacktest[] kpis;

    private ForecastBacktest(KpiBacktest[] kpis, decimal probability, int periods)
    {
        this.kpis = kpis;
        Probability = probability;
        Horizons =
        [
            .. Enumerable.Range(1, periods).Select(ahead =>
            {
                var sum = new BacktestSum();
                foreach (var kpi in kpis)
                {
                    sum.Add(kpi.ByHorizon[ahead - 1]);
                }

                return new HorizonBacktest(ahead, sum);
            }),
        ];
        KpiBacktest[] compared = [.. kpis.Where(static each => each.Count > 0)];
        Mase = compared.Length == 0 ? null : compared.Average(static each => each.Mase!.Value);
        NaiveMase = compared.Length == 0 ? null : compared.Average(static each => each.NaiveMase!.Value);
        Better = compared.Count(static each => each.Mase < each.NaiveMase);
        Compared = compared.Length;
    }

    /// <summary>For which probability the intervals were told.</summary>
    public decimal Probability { get; }

    /// <summary>The KPIs, in the order of the portfolio.</summary>
    public IReadOnlyList<KpiBacktest> Kpis => kpis;

    /// <summary>The same by how many periods ahead.</summary>
    public IReadOnlyList<HorizonBacktest> Horizons { get; }

    /// <summary>The mean of the KPIs' MASE; <see langword="null"/> when none has enough past.</summary>
    public double? Mase { get; }

    /// <summary>The same of the seasonal naive forecast.</summary>
    public double? NaiveMase { get; }

    /// <summary>How many KPIs have enough past to be compared.</summary>
    public int Compared { get; }

    /// <summary>For how many of them the forecast was less off than the seasonal naive one.</summary>
    public int Better { get; }

    /// <summary>Forecasts every KPI of a portfolio again from its past.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="asOf">The date whose knowledge counts.</param>
    /// <param name="periods">How many periods ahead, 1 to 1,000.</param>
    /// <param name="origins">From how many starting points, the last ones, 1 to 1,000.</param>
    /// <param name="probability">For which probability intervals are told, above 0 and below 1.</param>
    /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="threads">How many threads work, 1 to 1,000; the answer is the same on any number.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within its bounds.</exception>
    public static ForecastBacktest Of(
        Portfolio portfolio, LocalDate asOf, int periods, int origins = 12, decimal probability = 0.8m, ForecastOptions? options = null, int threads = 1)
    {
        Guard.Against.Null(portfolio);
        Demand.Periods(periods);
        Demand.Between(origins, 1, 1_000, "so many starting points are tried");
        Demand.Probability(probability);
        Demand.Between(threads, 1, 1_000, "so many threads work at the same time");
        var kpis = new KpiBacktest[portfolio.Kpis.Count];
        Parallel.For(0, kpis.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, index => kpis[index] = Of(portfolio.Kpis[index]));
        return new(kpis, probability, periods);

        KpiBacktest Of(Kpi kpi) => ForecastBacktest.Of(
            KpiAssessment.Of(kpi, portfolio.MeasurementsOf(kpi.Id), asOf), periods, origins, probability, options ?? ForecastOptions.Default);
    }

    /// <summary>How good they were, in words.</summary>
    /// <returns>A tree of sentences, one for each KPI and each number of periods ahead.</returns>
    public Reasoning Explain() => new(
        culture => Mase is null
            ? "No KPI has enough past to look back at forecasts."
            : $"Forecasts were off by {Two(Mase.Value, culture)} of the mean change over one season, the season before taken as it was by "
                + $"{Two(NaiveMase!.Value, culture)}; they were better for {Better} of {Compared} KPIs.",
        culture => Mase is null
            ? "Chưa KPI nào có đủ quá khứ để nhìn lại dự báo."
            : $"Dự báo sai {Two(Mase.Value, culture)} lần mức thay đổi trung bình qua một mùa, lấy nguyên mùa trước thì sai {Two(NaiveMase!.Value, culture)}; "
                + $"tốt hơn ở {Better} trên {Compared} KPI.",
        [
            .. Horizons.Where(static each => each.Coverage is not null).Select(each => new Reasoning(
                culture => $"{each.Ahead} ahead: {Percent(each.Coverage!.Value, culture)} of {each.Count} lay in the interval for "
                    + $"{Percent((double)Probability, culture)}.",
                culture => $"Trước {each.Ahead} kỳ: {Percent(each.Coverage!.Value, culture)} trong {each.Count} nằm trong khoảng dự báo "
                    + $"{Percent((double)Probability, culture)}.")),
            .. kpis.Where(static each => each.Count > 0).Select(each => new Reasoning(
                culture => $"{each.Kpi.Name}: {Two(each.Mase!.Value, culture)}, the season before {Two(each.NaiveMase!.Value, culture)}.",
                culture => $"{each.Kpi.Name}: {Two(each.Mase!.Value, culture)}, mùa trước {Two(each.NaiveMase!.Value, culture)}.")),
        ]);

    /// <summary>The first sentence, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);

    private static KpiBacktest Of(KpiAssessment assessment, int periods, int origins, decimal probability, ForecastOptions options)
    {
        var season = options.Season ?? Cadences.SeasonOf(assessment.Kpi);
        var history = KpiHistory.Of(assessment, season);
        var (values, sums) = (history.Values, Enumerable.Range(0, periods).Select(static _ => new BacktestSum()).ToArray());

        // Changes over a season are what errors are compared with; twice a season has to be there before the first starting point.
        for (var origin = Math.Max((2 * season) + 2, values.Length - origins); Cadences.GoesOn(assessment.Kpi) && origin < values.Length; origin++)
        {
            var past = values[..origin];
            var scale = SeriesForecast.Scale(past, season);
            if (!(scale > 0d))
            {
                continue;
            }

            var forecast = SeriesForecast.Of(past, Math.Min(periods, values.Length - origin), season, NaturalBounds.Of(assessment.Kpi.Unit, past, options));
            var naive = ForecastMethod.SeasonalNaive.Fit(past, season);
            for (var ahead = 1; ahead <= forecast.Outlooks.Count; ahead++)
            {
                var outlook = forecast.Outlooks[ahead - 1];
                if (!history.IsFilled[origin + ahead - 1])
                {
                    sums[ahead - 1].Add(values[origin + ahead - 1], (double)outlook.Point, naive.Point(ahead), scale, outlook.Interval(probability));
                }
            }
        }

        return new(assessment.Kpi, sums);
    }

    private static string Two(double value, CultureInfo culture) => value.ToString("0.00", culture);

    private static string Percent(double share, CultureInfo culture) => (share * 100d).ToString("0.#", culture) + " %";
}
