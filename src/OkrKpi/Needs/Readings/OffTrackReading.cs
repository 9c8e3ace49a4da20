using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

internal sealed class OffTrackReading(int periods, Course course, decimal tolerance) : Lagging
{
    public override LaggingRecipe Recipe => new("offTrackForDeadline", ("periods", periods), ("course", course), ("tolerance", tolerance));

    internal override bool ChangesWithEventsOnly => true;

    internal override int Window(KpiAssessment assessment) => Looked(assessment).Count();

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (assessment.Judged is not { } judged || Deadline(kpi, assessment.AsOf) is not (var deadline, var target) || deadline <= judged.Period
            || Projected(assessment, kpi.StepsBetween(judged.Period, deadline)) is not { } projected)
        {
            return null;
        }

        var gap = target.Gap(projected, kpi.Direction);
        var fine = tolerance * target.Size;
        return target.IsMetBy(projected, kpi.Direction) || (fine > 0m && -gap <= fine)
            ? null
            : new(judged, gap, _ => Explanation.Of(
                "need.offTrack",
                new Fact("kpi", kpi.Name), new Fact("period", judged.Period), new Fact("actual", judged.Actual, kpi.Unit), new Fact("periods", periods),
                new Fact("projected", projected, kpi.Unit),
                new Fact("deadline", deadline), new Fact("target", target, kpi.Unit, kpi.Direction), new Fact("gap", gap, kpi.Unit, kpi.Direction)),
                    target.Size);
    }

    // The furthest period with a target of its own.
    private static (ReportingPeriod Period, Target Target)? Deadline(Kpi kpi, LocalDate asOf)
    {
        if (!kpi.Cadence.IsToldByDate)
        {
            return null;
        }

        LocalDate? last = null;
        foreach (var decision in kpi.Targets.Decisions)
        {
            last = decision.DecidedOn <= asOf && decision.Target is not null && !(decision.EffectiveFrom < last) ? decision.EffectiveFrom : last;
        }

        return last is { } day && kpi.PeriodOf(day) is var period && kpi.Targets.For(period, asOf)?.Target is { } target ? (period, target) : null;
    }

    private IEnumerable<KpiPeriod> Looked(KpiAssessment assessment) => assessment.Judged?.Period is not { } latest ? []
        : assessment.JudgedBackwards().TakeWhile(period => assessment.Kpi.StepsBetween(latest, period.Period) > -periods);

    // Where the line of least squares, or the growth, through the latest values is some steps after the latest one.
    private decimal? Projected(KpiAssessment assessment, int steps)
    {
        List<(int At, decimal Value)> values = [];
        var latest = assessment.Judged!.Period;
        foreach (var period in Looked(assessment))
        {
            if (period.Actual is { } actual)
            {
                values.Add((assessment.Kpi.StepsBetween(latest, period.Period), actual));
            }
        }

        return values.Count < 2 ? null
            : course == Course.Line ? Line(values, steps)
            : values.TrueForAll(static each => each.Value >= Require.SmallestRange) ? Growth(values, steps)
            : null;
    }

    private static decimal Line(List<(int At, decimal Value)> values, int steps)
    {
        var count = (decimal)values.Count;
        var (middle, mean) = (values.Sum(static each => (decimal)each.At) / count, values.Sum(static each => each.Value) / count);
        var slope = values.Sum(each => (each.At - middle) * (each.Value - mean)) / values.Sum(each => (each.At - middle) * (each.At - middle));

        // Rounded so that what the quotients lost does not miss a target that is met exactly.
        return Math.Round(Held.Actual(mean + (slope * (steps - middle))), 15);
    }

    private static decimal Growth(List<(int At, decimal Value)> values, int steps)
    {
        var (middle, mean) = (values.Average(static each => (double)each.At), values.Average(static each => Math.Log((double)each.Value)));
        var slope = values.Sum(each => (each.At - middle) * (Math.Log((double)each.Value) - mean)) / values
            .Sum(each => (each.At - middle) * (each.At - middle));
        var projected = Math.Exp(mean + (slope * (steps - middle)));

        // Rounded to what a double is sure of, so that exactly on the target is on it.
        return projected >= 1e18 ? Held.Actual(decimal.MaxValue) : Rounded(projected);
    }

    private static decimal Rounded(double value) => value < 1e-15 ? 0m : (decimal)value is var exact && Math.Floor(Math.Log10(value)) is var digits
        ? Math.Round(exact, (int)Math.Clamp(11 - digits, 0, 28))
        : 0m;
}
