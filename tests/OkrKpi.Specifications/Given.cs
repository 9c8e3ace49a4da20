using NodaTime;

namespace OkrKpi.Specifications;

/// <summary>What the sentences speak of.</summary>
internal static class Given
{
    internal static readonly KpiId Meetings = KpiId.Of("meetings");

    internal static LocalDate Day(int year, int month, int day) => new(year, month, day);

    internal static Kpi MeetingsAQuarter() => Kpi.Define(Meetings, "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
        .Every(Cadence.Quarter, Aggregation.Sum)
        .OwnedBy("Customer Success")
        .WithTarget(100m, Day(2026, 1, 1));

    internal static Kpi MeetingsRaisedTo300() => MeetingsAQuarter().WithTarget(300m, Day(2026, 7, 1), Day(2026, 6, 15), "reach more customers");

    internal static MeasurementSeries Held(params IEnumerable<Measurement> measurements) => MeasurementSeries.Of(Meetings, measurements);

    internal static Kpi Monthly(Direction direction, Aggregation aggregation = Aggregation.Sum) =>
        Kpi.Define("kpi", "Something monthly", Unit.Count("thing"), direction).Every(Cadence.Month, aggregation).OwnedBy("Somebody");

    internal static OkrNeed Need(Kpi kpi, LocalDate asOf, params IEnumerable<Measurement> measurements) =>
        OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id, measurements), asOf);

    internal static Objective Engagement(Cycle cycle) => Objective.Define("engage-new", "Raise engagement with new customers", cycle)
        .OwnedBy("Customer Success")
        .Addressing(Meetings)
        .With(Initiative.Define("faq", "FAQ section and answer store"))
        .With(OkrKpi.KeyResult.Define("held", "Meetings held", Unit.Count("meeting"), Goal.FromTo(100, 300)).OwnedBy("Customer Success"));

    internal static KeyResult KeyResult(string id, Goal goal) => OkrKpi.KeyResult.Define(id, id, Unit.Count("thing"), goal);

    internal static Portfolio Portfolio(Kpi kpi, params IEnumerable<Objective> objectives) => OkrKpi.Portfolio.Of([kpi], objectives, []);

    internal static Finding[] Findings(this Portfolio portfolio, string code, LocalDate asOf) =>
        [.. portfolio.Review(asOf).Findings.Where(finding => finding.Code == code)];
}
