using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

internal sealed class HysteresisReading(Lagging starts, Lagging lasts) : Lagging
{
    public override LaggingRecipe Recipe => new("hysteresis", [starts, lasts]);

    internal override bool ChangesWithEventsOnly => starts.ChangesWithEventsOnly && lasts.ChangesWithEventsOnly;

    internal override int Window(KpiAssessment assessment) => (starts.Check(assessment) is null ? lasts : starts).Window(assessment);

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        if (starts.Check(assessment) is { } begun)
        {
            return begun;
        }

        if (lasts.Check(assessment) is not { } lasting || assessment.Periods.Count == 0)
        {
            return null;
        }

        // Back to the day lagging began, or to a day it was over; before the first period there is nothing to see.
        var earliest = LocalDate.Max(assessment.Periods[0].Period.Start, Require.FirstDate);
        for (var day = assessment.AsOf.PlusDays(-1); day >= earliest; day = day.PlusDays(-1))
        {
            var then = assessment.On(day);
            if (starts.Check(then) is { } start)
            {
                return lasting.Saying(_ => Explanation.Of(
                    "need.lasting",
                    new Fact("kpi", assessment.Kpi.Name), new Fact("since", day))
                    .Resting(lasting.Explain(), start.Explain()));
            }

            if (lasts.Check(then) is null)
            {
                return null;
            }
        }

        return null;
    }

    internal override Explanation? Passing(KpiAssessment assessment) => starts.Passing(assessment);
}
