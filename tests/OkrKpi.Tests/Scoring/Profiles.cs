namespace OkrKpi.Tests;

/// <summary>Profiles drawn at random, every policy by itself.</summary>
internal static class Profiles
{
    internal static ScoringProfile Drawn(Random random)
    {
        var rollup = RollupRule.Default.With(One<AlignmentRollup>(random)).With(One<SharedObjectives>(random)).With(One<UnitRollup>(random));
        var profile = ScoringProfile.Default.With(One<ScoreAggregation>(random)).With(One<MissingKeyResults>(random)).With(One<NotStartedKeyResults>(random))
            .WithCancelled(One<InactiveKeyResults>(random)).WithPostponed(One<InactiveKeyResults>(random)).With(One<BrokenGuardrail>(random)).With(One<EmptyScore>(random)).With(rollup);
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
