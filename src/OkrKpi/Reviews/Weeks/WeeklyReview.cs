using NodaTime;

namespace OkrKpi;

/// <summary>
/// What a team talks about once a week: what changed in the last seven days, what is missing, what is at risk and what is done about it (article facts L1 and
/// L2).
/// </summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference. Speaks of objectives that are open on the date.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class WeeklyReview
{
    private const int DaysAWeek = 7;

    private readonly KeyResultWeek[] keyResults;

    // Once: a page about thousands asks for them again and again.
    private readonly KeyResultWeek[] changed;
    private readonly KeyResultWeek[] missing;
    private readonly KeyResultWeek[] atRisk;
    private readonly OkrNeed[] appeared;
    private readonly OkrNeed[] wentAway;

    private WeeklyReview(LocalDate asOf, KeyResultWeek[] keyResults, OkrNeed[] appeared, OkrNeed[] wentAway)
    {
        AsOf = asOf;
        this.keyResults = keyResults;
        changed = Array.FindAll(keyResults, each => each.IsCheckedIn);
        missing = Array.FindAll(keyResults, each => !each.IsCheckedIn && !each.Now.IsAchieved);
        atRisk = Array.FindAll(keyResults, each => each.IsAtRisk);
        this.appeared = appeared;
        this.wentAway = wentAway;
    }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The date it is compared with, seven days earlier.</summary>
    public LocalDate Since => AsOf.PlusDays(-DaysAWeek);

    /// <summary>Every key result of the open objectives that is neither cancelled nor postponed, in the portfolio's order.</summary>
    public IReadOnlyList<KeyResultWeek> KeyResults => keyResults;

    /// <summary>Those checked in within the week.</summary>
    public IEnumerable<KeyResultWeek> Changed => changed;

    /// <summary>Those not checked in within the week and not achieved.</summary>
    public IEnumerable<KeyResultWeek> Missing => missing;

    /// <summary>Those at risk or behind their pace, with what is done about it.</summary>
    public IEnumerable<KeyResultWeek> AtRisk => atRisk;

    /// <summary>The KPIs that need an OKR, covered or not, and did not a week ago.</summary>
    public IReadOnlyList<OkrNeed> NeedsAppeared => appeared;

    /// <summary>The KPIs that needed an OKR a week ago and do not any more; as they stand now.</summary>
    public IReadOnlyList<OkrNeed> NeedsWentAway => wentAway;

    /// <summary>The week in words.</summary>
    /// <returns>A tree: needs that appeared and went away, what is at risk, what changed, what is missing.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            "week.review",
            new Fact("since", Since), new Fact("asOf", AsOf), new Fact("changed", (decimal)Changed.Count()), new Fact("missing", (decimal)Missing.Count()),
            new Fact("atRisk", (decimal)AtRisk.Count()))
        .Resting(appeared.Select(
            need => Explanation.Of("week.needAppeared", new Fact("kpi", need.Kpi.Name)).Resting(need.Reasons.Select(reason => reason.Explain()))))
        .Resting(wentAway.Select(need => Explanation.Of("week.needWentAway", new Fact("kpi", need.Kpi.Name))))
        .Resting(AtRisk.Select(each => each.Explain()))
        .Resting(Changed.Where(each => !each.IsAtRisk).Select(each => each.Explain()))
        .Resting(
            Missing.Select(each => Explanation.Of("week.missing", new Fact("keyResult", each.KeyResult.Name), new Fact("last", each.Now.LastCheckIn?.Date))));

    /// <summary>The counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    internal static WeeklyReview Of(PortfolioReview review)
    {
        var since = LocalDate.Max(review.AsOf.PlusDays(-DaysAWeek), Require.FirstDate);
        var portfolio = review.Portfolio;
        var before = portfolio.Kpis.ToDictionary(kpi => kpi.Id, kpi => OkrNeed.Of(kpi, portfolio.MeasurementsOf(kpi.Id), since, review.Options.NeedRule));
        return new(
            review.AsOf,
            [.. review.Objectives
                .Where(score => score.Objective.IsOpenAsOf(review.AsOf))
                .SelectMany(
                    score => score.KeyResults,
                    (score, now) => new KeyResultWeek(score.Objective, now.KeyResult.Score(score.Objective.Cycle, since, review.Options.Scoring), now))
                .Where(each => each.Now is { IsCancelled: false, IsPostponed: false })],
            [.. review.Needs.Where(need => need.Reasons.Count > 0 && before[need.Kpi.Id].Reasons.Count == 0)],
            [.. review.Needs.Where(need => need.Reasons.Count == 0 && before[need.Kpi.Id].Reasons.Count > 0)]);
    }
}
