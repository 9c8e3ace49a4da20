using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>The README's example: a KPI, whether it needs an OKR, the objective that answers, and the review of both.</summary>
internal static class FirstSteps
{
    internal static void Run(TextWriter output)
    {
        var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .OwnedBy("Customer Success")
            .WithTarget(100, from: new LocalDate(2026, 1, 1))
            .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");
        var held = MeasurementSeries.Of("meetings", Measurement.On(new LocalDate(2026, 3, 31), 92));

        OkrNeed need = OkrNeed.Of(meetings, held, asOf: new LocalDate(2026, 6, 20));
        output.WriteLine($"{need.State}: {string.Join("; ", need.Reasons)}");

        var engage = Objective.Define("engage-new", "Raise engagement with new customers", Cycle.Quarter(2026, 3))
            .OwnedBy("Customer Success")
            .Addressing(meetings)
            .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
            .With(Initiative.Define("faq", "FAQ section and answer store"))
            .CheckIn("open-rate", new LocalDate(2026, 7, 10), 6, Confidence.OutOfTen(6));

        PortfolioReview review = Portfolio.Of([meetings], [engage], [held]).Review(new LocalDate(2026, 7, 12));
        output.WriteLine($"{review.Needs[0].State}; coverage {review.Objectives[0].Coverage}, {review.Findings.Count} findings");
    }
}

// prints
// Needed: lagging: 92 in 2026-Q1, target 100: 8 below; target raised: 100 to 300 from 2026-Q3, decided 2026-06-15: reach more customers
// Covered; coverage 1, 0 findings
