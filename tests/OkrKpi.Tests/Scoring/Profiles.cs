namespace OkrKpi.Tests;

/// <summary>Profiles drawn at random, every policy by itself.</summary>
internal static class Profiles
{
    internal static ScoringProfile Drawn(Random random)
    {
        var rollup = CombiningRule.Default
            .WithAlignment(One<AlignmentCombining>(random))
            .WithShared(One<SharedObjectives>(random))
            .WithUnits(One<UnitCombining>(random));
        var profile = ScoringProfile.Default
            .WithAggregation(One<ScoreAggregation>(random))
            .WithMissing(One<MissingKeyResults>(random))
            .WithNotStarted(One<NotStartedKeyResults>(random))
            .WithCancelled(One<InactiveKeyResults>(random))
                .WithPostponed(One<InactiveKeyResults>(random))
                .WithGuardrail(One<BrokenGuardrail>(random))
                .WithEmpty(One<EmptyScore>(random))
                .With(rollup);
        profile = random.Next(4) switch
        {
            0 => profile.With(ScoreLimits.None),
            1 => profile.With(ScoreLimits.FloorZero),
            2 => profile.With(ScoreLimits.Between(-0.1m, 1.2m)),
            _ => profile,
        };
        profile = random.Next(3) == 0 ? profile.WithDoneFrom(0.9m) : profile;
        return random.Next(3) == 0 ? profile.WithOverrideCap(1.1m) : profile;
    }

    private static TEnum One<TEnum>(Random random)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>() is var all ? all[random.Next(all.Length)] : default;
}
