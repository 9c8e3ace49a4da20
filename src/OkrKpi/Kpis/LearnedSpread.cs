namespace OkrKpi.Scoring;

/// <summary>
/// How the amounts of a KPI have spread over the year or the week so far: a value to look at, to store and to give to <see cref="Kpi.SpreadBy"/>.
/// </summary>
/// <remarks>
/// Immutable; compared by reference. It is learned on request only and never read behind anybody's back, so that a past answer stays as it was.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class LearnedSpread
{
    internal LearnedSpread(Kpi kpi, SeasonalProfile? profile, int learnedFrom, int needed, bool isOfWeeks)
    {
        Kpi = kpi;
        Profile = profile;
        LearnedFrom = learnedFrom;
        Needed = needed;
        IsOfWeeks = isOfWeeks;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The profile; <see langword="null"/> when there is too little past to learn from, or when it holds no amounts above 0.</summary>
    public SeasonalProfile? Profile { get; }

    /// <summary>How many whole years, or weeks, it was learned from.</summary>
    public int LearnedFrom { get; }

    /// <summary>How many it takes at least: 2 years, or 8 weeks.</summary>
    public int Needed { get; }

    /// <summary>Whether it is learned from weeks, by weekday; otherwise from years, by month.</summary>
    public bool IsOfWeeks { get; }

    /// <summary>What it was learned from, or why it was not.</summary>
    /// <returns>A sentence.</returns>
    public Explanation Explain() => Explanation.Of(
        (Profile is null, LearnedFrom < Needed, IsOfWeeks) switch
        {
            (true, true, true) => "spread.tooFewWeeks",
            (true, true, false) => "spread.tooFewYears",
            (true, false, true) => "spread.noAmountsInWeeks",
            (true, false, false) => "spread.noAmountsInYears",
            (false, _, true) => "spread.ofWeeks",
            (false, _, false) => "spread.ofYears",
        },
        new Fact("kpi", Kpi.Name), new Fact("learnedFrom", (decimal)LearnedFrom), new Fact("needed", (decimal)Needed));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
