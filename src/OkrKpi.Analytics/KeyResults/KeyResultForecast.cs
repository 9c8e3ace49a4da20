using Ardalis.GuardClauses;
using OkrKpi.Goals;

namespace OkrKpi.Analytics;

/// <summary>Where a key result is heading by the forecast of the KPI it measures.</summary>
/// <remarks>
/// Immutable; compared by reference. What is expected of each period that ends in the cycle and after the last value checked in counts as a check-in on its
/// last date, and the goal does the rest. From 1,000 to 2,000 with 1,800 expected at the end is a score of 0.8.
/// </remarks>
public sealed class KeyResultForecast
{
    // As many periods as a forecast tells.
    private const int Most = 1_000;

    private readonly ForecastPeriod[] periods;

    private KeyResultForecast(KeyResultScore score, KpiForecast kpi, ForecastPeriod[] periods)
    {
        Score = score;
        Kpi = kpi;
        this.periods = periods;
        AtEnd = periods.Length == 0 ? null : Known(score)
            .With(periods.Select(static each => CheckIn.On(each.Period.End, each.Point)))
            .Score(score.Cycle, score.Cycle.End, score.Profile);
        ProbabilityOfReaching =
            periods.Length > 0 && HasProbability(score.KeyResult) && Aim(score.KeyResult.Goal) is var (target, direction)
                ? periods[^1].Outlook.Probability(target, direction)
                : null;
    }

    /// <summary>How the key result stands.</summary>
    public KeyResultScore Score { get; }

    /// <summary>What the KPI is expected to be.</summary>
    public KpiForecast Kpi { get; }

    /// <summary>
    /// The periods that are taken for checked in, in order; empty when nothing can be told: of a KPI without a next value, when no period of it ends in the
    /// rest of the cycle or more than 1,000 do, and of a key result that was given up.
    /// </summary>
    public IReadOnlyList<ForecastPeriod> Periods => periods;

    /// <summary>How it stands at the end of the cycle when the forecast comes true; <see langword="null"/> when nothing can be told.</summary>
    public KeyResultScore? AtEnd { get; }

    /// <summary>
    /// How likely the goal is reached in the last of the <see cref="Periods"/>, 0 to 1. Told of a goal from one value to another and of at least or at most a
    /// value, of a key result that stands at its latest value; otherwise <see langword="null"/>.
    /// </summary>
    public decimal? ProbabilityOfReaching { get; }

    internal static KeyResultForecast Of(KeyResultScore score, KpiAssessment assessment, ForecastOptions? options)
    {
        // Refuses what it does not measure.
        var keyResult = Guard.Against.Null(score).KeyResult.WithValuesOf(Guard.Against.Null(assessment));
        if (assessment.AsOf != score.AsOf)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{keyResult.Name}' is scored on {score.AsOf:uuuu'-'MM'-'dd} and its KPI assessed on ")
                    + FormattableString.Invariant($"{assessment.AsOf:uuuu'-'MM'-'dd}; give both of one date."),
                nameof(assessment));
        }

        var cycle = score.Cycle;
        var counted = score.IsCancelled || score.IsPostponed ? 0 : Counted(assessment, cycle, options);
        if (counted is 0 or > Most)
        {
            return new(score, assessment.Forecast(1, options), []);
        }

        var (kpi, since) = (assessment.Forecast(counted, options), score.LastValue?.Date);
        return new(score, kpi, [.. kpi.Periods.Where(each => each.Period.End >= cycle.Start && each.Period.End <= cycle.End && !(each.Period.End <= since))]);
    }

    /// <summary>What is expected, and what it rests on.</summary>
    /// <returns>A tree of sentences.</returns>
    public Reasoning Explain() => KeyResultForecastWords.Of(this);

    /// <summary>The first sentence, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence();

    // What was said after the date is not known on it, and what was given up on it has no forecast.
    private static KeyResult Known(KeyResultScore score)
    {
        var known = score.KeyResult.Override?.On > score.AsOf ? score.KeyResult.WithoutOverride() : score.KeyResult;
        foreach (var each in score.KeyResult.CheckIns.Where(each => each.Date > score.AsOf || each.WithdrawnOn > score.AsOf))
        {
            known = known.Without(each);
            known = each.Date > score.AsOf ? known : known.With(each.NotWithdrawn());
        }

        return known.Resumed();
    }

    /// <summary>Whether its goal is one that a value of its KPI reaches or not.</summary>
    internal static bool HasProbability(KeyResult keyResult) => keyResult.CurrentValue == CurrentValue.Latest && Aim(keyResult.Goal) is not null;

    // How many periods from the running one on end in the cycle.
    private static int Counted(KpiAssessment assessment, Cycle cycle, ForecastOptions? options)
    {
        var (kpi, counted) = (assessment.Kpi, 0);
        if (!Cadences.GoesOn(kpi)
            || KpiForecast.Line(assessment, KpiHistory.Of(assessment, options?.Season ?? Cadences.SeasonOf(kpi)), 1) is not { } line)
        {
            return 0;
        }

        for (var period = line[^1].Period; period.End <= cycle.End && counted <= Most; period = Cadences.After(kpi, period))
        {
            counted += Cadences.IsHoliday(kpi, period) ? 0 : 1;
        }

        return counted;
    }

    private static (Target Target, Direction Direction)? Aim(Goal goal) => goal switch
    {
        FromToGoal way => (Target.Of(way.Target), way.Direction),
        ReachGoal reach => (TargetOf(reach), reach.Direction),
        _ => null,
    };

    private static Target TargetOf(ReachGoal reach) =>
        reach.Boundary == Boundary.Inclusive ? Target.Of(reach.Target)
        : reach.Direction == Direction.LowerIsBetter ? Target.Below(reach.Target)
        : Target.Above(reach.Target);
}
