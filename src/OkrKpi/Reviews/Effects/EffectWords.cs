using OkrKpi.Effects;

namespace OkrKpi;

/// <summary>What is told of an effect. That it coincides with a cycle, never that the cycle caused it.</summary>
internal static class EffectWords
{
    // With fewer periods before, a slow trend is taken for an effect too often.
    private const int EnoughForSlowTrends = 18;

    internal static Explanation Of(KpiEffect effect, bool isRedefined) => Sentence(effect, isRedefined)
        .Resting(effect.Verdict is { } verdict && !isRedefined ? Notes(effect, verdict) : [])
        .Resting(new[]
        {
            effect.Before?.Explain("effect.before"), effect.During?.Explain("effect.during"),
            effect.Rule.Lag > 0 ? effect.After?.Explain("effect.after") : null,
        }.OfType<Explanation>());

    /// <summary>What can be seen, what is hoped for, and after how many periods.</summary>
    internal static Fact[] SmallestFacts(KpiEffect effect) =>
    [
        new("kpi", effect.Kpi.Name), new("cycle", effect.Cycle.Name), new("cadence", effect.Looked!.First.Cadence),
        new("after", (decimal)effect.Verdict!.PeriodsAfter), new("count", (decimal)effect.Verdict.PeriodsBefore),
        Estimate(effect.Verdict, "smallest", effect.SmallestGain), Estimate(effect.Verdict, "hoped", effect.Hoped),
    ];

    private static Explanation Sentence(KpiEffect effect, bool isRedefined) => effect.Movement switch
    {
        KpiMovement.CannotTell when isRedefined => Plain(effect, "effect.redefined"),
        KpiMovement.CannotTell when effect.Looked is null => Plain(effect, "effect.noWholePeriod"),
        KpiMovement.CannotTell when effect.Verdict is { } verdict => Told(effect, verdict, verdict.Ground switch
        {
            EffectGround.TooFewBefore => "effect.tooFewBefore",
            EffectGround.TooFewAfter => "effect.tooFewAfter",
            EffectGround.NoVariation or EffectGround.BeyondNoise or EffectGround.WithinNoise or EffectGround.RestsOnExtremes
                or EffectGround.ContinuesItsTrend or EffectGround.StillToCome => "effect.noVariation",
        }),
        KpiMovement.CannotTell => Plain(effect, "effect.notMeasurable"),
        KpiMovement.TooEarly => Plain(effect, "effect.tooEarly"),
        KpiMovement.Moved => effect.Verdict is { } verdict ? Told(effect, verdict, "effect.sign.moved") : Plain(effect, "effect.moved"),
        KpiMovement.Worsened => effect.Verdict is { } verdict ? Told(effect, verdict, "effect.sign.worsened") : Plain(effect, "effect.worsened"),
        KpiMovement.NoSign => effect.Verdict is { } verdict ? Told(effect, verdict, NoSign(effect, verdict)) : Plain(effect, "effect.notMoved"),
    };

    private static string NoSign(KpiEffect effect, EffectVerdict verdict) => verdict.Ground switch
    {
        EffectGround.ContinuesItsTrend => verdict.Line!.Slope > 0d ? "effect.sign.goesOnRising" : "effect.sign.goesOnFalling",
        EffectGround.RestsOnExtremes => verdict.Capped == 1 ? "effect.sign.restsOnOne" : "effect.sign.restsOnFew",
        EffectGround.WithinNoise or EffectGround.BeyondNoise or EffectGround.StillToCome or EffectGround.TooFewBefore or EffectGround.TooFewAfter
            or EffectGround.NoVariation => effect.SmallestGain is null ? "effect.sign.noneNever" : "effect.sign.none",
    };

    // What a reader has to know beside the sentence.
    private static IEnumerable<Explanation> Notes(KpiEffect effect, EffectVerdict verdict)
    {
        if (effect.Movement == KpiMovement.TooEarly)
        {
            yield return verdict.Ground switch
            {
                EffectGround.TooFewBefore => Told(effect, verdict, "effect.tooFewBefore"),
                EffectGround.TooFewAfter => Told(effect, verdict, "effect.tooFewAfter"),
                EffectGround.NoVariation => Told(effect, verdict, "effect.noVariation"),
                EffectGround.StillToCome or EffectGround.BeyondNoise or EffectGround.WithinNoise or EffectGround.RestsOnExtremes
                    or EffectGround.ContinuesItsTrend =>
                    Explanation.Of(effect.SmallestGain is null ? "effect.smallestNever" : "effect.smallest", SmallestFacts(effect)),
            };
        }

        if (verdict.Plain is not { } plain)
        {
            yield break;
        }

        if (verdict.IsTrendSeen && verdict.Ground != EffectGround.ContinuesItsTrend)
        {
            yield return Told(
                effect, verdict, (verdict.Line!.Slope > 0d, plain.Difference is null) switch
                {
                    (true, false) => "effect.wasRising",
                    (false, false) => "effect.wasFalling",
                    (true, true) => "effect.isRising",
                    (false, true) => "effect.isFalling",
                });
        }

        if (effect.Movement is KpiMovement.Moved or KpiMovement.Worsened && !verdict.IsTrendSeen && verdict.PeriodsBefore < EnoughForSlowTrends)
        {
            yield return Told(effect, verdict, "effect.trendPossible");
        }

        if (Around(verdict).Autocorrelation > 0d && Independent(verdict) < verdict.PeriodsAfter)
        {
            yield return Told(effect, verdict, "effect.alike");
        }

        if (verdict.Season > 0)
        {
            yield return Told(effect, verdict, "effect.season");
        }

        if (effect.LeftOut is { } span)
        {
            yield return Explanation.Of(
                "effect.leftOut", new Fact("first", effect.Before!.Kpi.PeriodOf(span.Start)), new Fact("last", effect.Before.Kpi.PeriodOf(span.End)));
        }
    }

    private static decimal Independent(EffectVerdict verdict) =>
        Math.Max(1m, Math.Round((decimal)EffectVerdict.Independent(verdict.PeriodsAfter, Around(verdict).Autocorrelation)));

    // Neighbours on a line resemble each other by the line alone.
    private static EffectComparison Around(EffectVerdict verdict) => verdict.IsTrendSeen ? verdict.Line! : verdict.Plain!;

    private static Explanation Told(KpiEffect effect, EffectVerdict verdict, string key)
    {
        var (plain, line, unit) = (verdict.Plain, verdict.Line, effect.Kpi.Unit);
        return Explanation.Of(
            key,
            new Fact("kpi", effect.Kpi.Name), new Fact("cycle", effect.Cycle.Name), new Fact("cadence", effect.Looked!.First.Cadence),
            new Fact("count", (decimal)verdict.PeriodsBefore), new Fact("after", (decimal)verdict.PeriodsAfter),
            Estimate(verdict, "before", verdict.Centre, unit), Estimate(verdict, "now", verdict.Centre + Amount(plain?.Difference), unit),
            Estimate(verdict, "sigma", Amount(plain?.Sigma)), Estimate(verdict, "difference", Amount(plain?.Difference)),
            Estimate(verdict, "low", Amount(plain?.Low)), Estimate(verdict, "high", Amount(plain?.High)),
            Estimate(verdict, "margin", Amount(plain?.Margin)), Estimate(verdict, "smallest", effect.SmallestGain),
            Estimate(verdict, "slope", Amount(line is null ? null : Math.Abs(line.Slope))),
            Estimate(verdict, "expected", verdict.Centre + Amount(line?.Slope * line?.Ahead), unit),
            Estimate(verdict, "fromLine", Amount(line?.Difference)), Estimate(verdict, "lineMargin", Amount(line?.Margin)),
            new Fact("capped", (decimal)verdict.Capped), new Fact("autocorrelation", plain is null ? null : Amount(Around(verdict).Autocorrelation), 2),
            new Fact("independent", plain is null ? null : Independent(verdict)));
    }

    private static Explanation Plain(KpiEffect effect, string key) => Explanation.Of(
        key,
        new Fact("kpi", effect.Kpi.Name), new Fact("cycle", effect.Cycle.Name), new Fact("before", effect.Before?.Value, effect.Kpi.Unit),
        new Fact("now", effect.Looked?.Value, effect.Kpi.Unit),
        new Fact("difference", effect.Difference, effect.Kpi.Unit), new Fact("readableFrom", effect.ReadableFrom), new Fact("cadence", effect.Kpi.Cadence));

    // Two digits of the standard deviation are as much as such numbers are worth.
    private static Fact Estimate(EffectVerdict verdict, string name, decimal? value, Unit? unit = null) => new(
        name, value, verdict.Plain is { Sigma: > 0d } plain ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(plain.Sigma)), 0, 4) : 4, unit);

    private static decimal? Amount(double? value) => value is { } number ? BeforeAfter.Amount(number) : null;
}
