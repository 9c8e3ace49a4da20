namespace OkrKpi.Analytics;

/// <summary>What a KPI, or a segment of it, is expected to be in one period that is not over or not reported.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class ForecastPeriod
{
    private readonly Outlook outlook;

    internal ForecastPeriod(Kpi kpi, ReportingPeriod period, Outlook outlook, decimal point, decimal? known, Target? target)
    {
        Kpi = kpi;
        Period = period;
        this.outlook = outlook;
        Point = point;
        Known = known;
        Target = target;
        ProbabilityOfMeeting = target is null ? null : outlook.Probability(target, kpi.Direction);
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The value expected at its end.</summary>
    public decimal Point { get; }

    /// <summary>What is there so far, of the running period; <see langword="null"/> of one that has not begun or has no value yet.</summary>
    public decimal? Known { get; }

    /// <summary>The target of the period, as known on the date; <see langword="null"/> without one, and of a segment.</summary>
    public Target? Target { get; }

    /// <summary>
    /// How likely the target is met, 0 to 1; <see langword="null"/> without a target, for a KPI that only is watched, and where nothing says how far off the
    /// forecast may be.
    /// </summary>
    public decimal? ProbabilityOfMeeting { get; }

    /// <summary>Whether the value would lie beyond its natural bound and was put on it.</summary>
    public bool IsBound => outlook.IsBound;

    internal Outlook Outlook => outlook;

    /// <summary>From where to where the value is expected.</summary>
    /// <param name="probability">How much of what comes it is to hold, above 0 and below 1: 0.8 leaves out one in ten above and one in ten below.</param>
    /// <returns>The interval; <see langword="null"/> when one value is all there is, which says nothing of how far off it may be.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
    public ForecastInterval? Interval(decimal probability) => outlook.Interval(Demand.Probability(probability));

    /// <summary>The value, its interval at 0.8, and how likely the target is met.</summary>
    /// <returns>One sentence.</returns>
    public Reasoning Explain() => KpiForecastWords.Of(this);

    /// <summary>Period and value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
