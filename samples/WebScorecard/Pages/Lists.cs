using OkrKpi;

namespace WebScorecard.Pages;

/// <summary>What lists show of a review.</summary>
internal static class Lists
{
    public static KpiAssessment[] KpisBy(this PortfolioReview review, ListFilter by)
    {
        var found = review.Kpis.Where(each => by.IsOf(each.Kpi.Owner) && by.Finds(each.Kpi.Name, each.Kpi.Id.Value, each.Kpi.Group));
        if (by.Status is null)
        {
            return [.. found];
        }

        var needs = review.Needs.ToDictionary(need => need.Kpi.Id, need => need.State);
        return [.. found.Where(each => by.Is(each.Status, needs.TryGetValue(each.Kpi.Id, out var state) ? state : null))];
    }

    /// <summary>Objectives with their scores, also those whose cycle is still to come, which a review leaves out.</summary>
    public static ObjectiveScore[] ObjectivesBy(this PortfolioReview review, ListFilter by)
    {
        var begun = review.Objectives.ToDictionary(score => score.Objective.Id);
        return [.. review.Portfolio.Objectives
            .Where(each =>
                by.IsOf(each) && (by.Cycle is null || each.Cycle.Name == by.Cycle)
                    && (by.Words is null || by.Finds([each.Title, each.Id.Value, .. each.KeyResults.Select(keyResult => keyResult.Name)])))
            .Select(each => begun.GetValueOrDefault(each.Id) ?? each.Score(review.AsOf))
            .Where(score => by.Status is null || by.Is(score.Pace.Status))];
    }

    /// <summary>The part of a long list that its page shows.</summary>
    public static T[] Page<T>(this IReadOnlyList<T> all, ListFilter by) =>
        [.. all.Skip((int)Math.Min((by.Page - 1L) * ListFilter.PageSize, all.Count)).Take(ListFilter.PageSize)];

    /// <summary>Everybody who answers for something, by name.</summary>
    public static string[] Teams(this Portfolio portfolio) =>
        [.. portfolio.Kpis.Select(kpi => kpi.Owner).OfType<string>()
            .Concat(portfolio.Objectives.SelectMany(Teams))
            .Concat(portfolio.Organisation?.Units.Select(unit => unit.Name) ?? [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    /// <summary>Who answers for a key result: its own owner, or else that of its objective.</summary>
    public static string? Owner(this KeyResultWeek week) => week.KeyResult.Owner ?? week.Objective.Owner;

    /// <summary>Those who answer for an objective, share it, or answer for a key result of it.</summary>
    public static IEnumerable<string> Teams(this Objective objective) =>
        objective.KeyResults.Select(keyResult => keyResult.Owner).Prepend(objective.Owner).Concat(objective.Sharers).OfType<string>().Distinct();

    /// <summary>The cycles, the latest first.</summary>
    public static Cycle[] Cycles(this Portfolio portfolio) =>
        [.. portfolio.Objectives.Select(objective => objective.Cycle).DistinctBy(cycle => (cycle.Name, cycle.Start, cycle.End))
            .OrderByDescending(cycle => cycle.Start).ThenBy(cycle => cycle.End)];
}
