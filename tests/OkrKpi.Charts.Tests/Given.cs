using NodaTime;
using OkrKpi.Serialization.SystemTextJson;
using OkrKpi.Signals;

namespace OkrKpi.Charts.Tests;

/// <summary>What the pictures show: ordinary KPIs and OKRs.</summary>
internal static class Given
{
    internal static LocalDate Day(int year, int month, int day) => new(year, month, day);

    /// <summary>Meetings a quarter, counted every week; the target was raised from 100 to 150 for the third quarter, and the quarter runs.</summary>
    internal static KpiAssessment Meetings(LocalDate? asOf = null)
    {
        var kpi = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100, from: Day(2025, 1, 1))
            .WithTarget(150, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 15), because: "reach more customers");
        decimal[] weekly = [8, 8, 9, 8, 8, 7, 7, 9];
        List<Measurement> rows = [];
        var week = 0;
        for (var date = Day(2025, 1, 6); date <= Day(2026, 8, 14); date = date.PlusDays(7))
        {
            var less = date >= Day(2026, 1, 1) && date < Day(2026, 7, 1) ? 1m : 0m;
            rows.Add(Measurement.On(date, weekly[week++ % weekly.Length] - less));
        }

        return KpiAssessment.Of(kpi, MeasurementSeries.Of("meetings", [.. rows]), asOf ?? Day(2026, 8, 15));
    }

    /// <summary>
    /// New customers a month over two years: raised in July with a reason, missed since May, one month without figures, the last not reported yet.
    /// </summary>
    internal static KpiAssessment Customers()
    {
        var kpi = Kpi.Define("customers", "New customers", Unit.Count("customer"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .PublishedAfter(days: 10)
            .WithTarget(200, from: Day(2025, 1, 1))
            .WithTarget(240, from: Day(2026, 1, 1), decidedOn: Day(2025, 12, 10), because: "second sales team")
            .WithTarget(300, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 12), because: "new market in the south");
        decimal?[] values =
        [
            190, 204, 211, 207, 218, 202, null, 215, 221, 226, 219, 232, 241, 246, 252, 244, 236, 231, 262, 270, 281,
        ];
        return Monthly(kpi, Day(2025, 1, 1), values, Day(2026, 10, 5));
    }

    /// <summary>First response in hours: lower is better.</summary>
    internal static KpiAssessment Response()
    {
        var kpi = Kpi.Define("response", "First response time", Unit.Hours, Direction.LowerIsBetter)
            .Every(Cadence.Month, Aggregation.Average)
            .WithTarget(6, from: Day(2025, 1, 1))
            .WithTarget(4, from: Day(2026, 1, 1), decidedOn: Day(2025, 11, 20), because: "customers asked for it");
        return Monthly(
            kpi, Day(2025, 1, 1),
            [7.5m, 7, 6.4m, 6.1m, 5.8m, 5.9m, 5.5m, 5.2m, 5, 4.9m, 4.7m, 4.6m, 4.4m, 4.2m, 3.9m, 3.8m, 4.3m, 4.5m, 4.1m], Day(2026, 7, 31));
    }

    /// <summary>
    /// Patients seen within four hours: 18 months of noise, another way of work, and eight months that slip; the target is beyond what the process gives.
    /// </summary>
    internal static ProcessBehaviour Seen()
    {
        var kpi = Kpi.Define("seen", "Seen within four hours", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Average)
            .WithTarget(95, from: Day(2024, 1, 1))
            .Rebased(Day(2025, 1, 1), "second triage desk");
        decimal?[] values =
        [
            82, 79, 84, 80, 81, 78, 83, 79, 82, 80, 77, 81, 88, 90, 87, 89, 91, 88, 90, 87, 89, 88, 86.5m, 86, 85.5m, 86, 85, 84.5m, 84, 81,
        ];
        return Monthly(kpi, Day(2024, 1, 1), values, Day(2026, 6, 30)).Behaviour();
    }

    /// <summary>Utilisation, best between 70 and 85 %.</summary>
    internal static KpiAssessment Utilisation()
    {
        var kpi = Kpi.Define("utilisation", "Utilisation of the workshop", Unit.Percent, Direction.WithinBand)
            .Every(Cadence.Month, Aggregation.Average)
            .WithTarget(Target.Within(Band.Between(70, 85)), from: Day(2026, 1, 1));
        return Monthly(kpi, Day(2026, 1, 1), [66, 72, 78, 83, 88, 91, 84, 79], Day(2026, 8, 31));
    }

    /// <summary>Profit in VND, with losses.</summary>
    internal static KpiAssessment Profit()
    {
        var kpi = Kpi.Define("profit", "Lợi nhuận hoạt động", Unit.Money("VND"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(250_000_000, from: Day(2026, 1, 1));
        return Monthly(
            kpi, Day(2026, 1, 1),
            [-180_000_000, -90_000_000, 20_000_000, 140_000_000, 260_000_000, 310_000_000, 240_000_000, 120_000_000], Day(2026, 8, 31));
    }

    internal static KpiAssessment Monthly(Kpi kpi, LocalDate first, decimal?[] values, LocalDate asOf) => KpiAssessment.Of(
        kpi,
        MeasurementSeries.Of(kpi.Id, [.. values.Select((value, month) => (value, month)).Where(each => each.value is not null)
            .Select(each => Measurement.On(first.PlusMonths(each.month), each.value!.Value))]),
        asOf);

    internal static Objective Engage() =>
        Objective.Define("engage", "Raise engagement with new customers", Cycle.Quarter(2026, 3))
            .OwnedBy("Customer Success")
            .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
            .With(KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5, 1)))
            .With(KeyResult.Define("faq", "FAQ answers that customers call helpful", Unit.Count("answer"), Goal.Count(40)))
            .CheckIn("open-rate", Day(2026, 7, 10), 5, Confidence.OutOfTen(6))
            .CheckIn("open-rate", Day(2026, 7, 17), 5.5m, Confidence.OutOfTen(6))
            .CheckIn("open-rate", Day(2026, 7, 24), 7.5m, Confidence.OutOfTen(7))
            .CheckIn("open-rate", Day(2026, 7, 31), 8, Confidence.OutOfTen(7))
            .CheckIn("open-rate", Day(2026, 8, 7), 9.5m, Confidence.OutOfTen(8))
            .CheckIn("open-rate", Day(2026, 8, 14), 10, Confidence.OutOfTen(8))
            .CheckIn("reply", Day(2026, 7, 17), 4.8m, Confidence.OutOfTen(5))
            .CheckIn("reply", Day(2026, 7, 31), 4.4m, Confidence.OutOfTen(4))
            .CheckIn("reply", Day(2026, 8, 14), 4.5m, Confidence.OutOfTen(3))
            .CheckIn("faq", Day(2026, 7, 31), 12)
            .CheckIn("faq", Day(2026, 8, 14), 17);

    internal static Portfolio Company()
    {
        using var stream = File.OpenRead(Repository.PathOf("samples", "Scorecard", "data", "company-a.json"));
        return PortfolioJson.Read(stream);
    }

    internal static LocalDate Today => Day(2026, 8, 15);
}
