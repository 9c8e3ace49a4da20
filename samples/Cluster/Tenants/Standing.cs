using System.Text.Json;
using OkrKpi;

namespace Cluster.Tenants;

/// <summary>How everything stands in a review: which needs there are, and each status. The changes between two of them lead from one to the other.</summary>
internal sealed class Standing
{
    private readonly Dictionary<Subject, string> states;

    private Standing(IEnumerable<KeyValuePair<Subject, string>> states) => this.states = new(states);

    /// <summary>Before the first review.</summary>
    public static Standing None { get; } = new([]);

    public IReadOnlyDictionary<Subject, string> States => states;

    public static Standing Of(PortfolioReview review) => new(
    [
        .. review.Needs.Where(need => need.Reasons.Count > 0).Select(need => State(Aspect.Need, need.Kpi.Id.Value, need.State)),
        .. review.Kpis.Select(kpi => State(Aspect.Kpi, kpi.Kpi.Id.Value, kpi.Status)),
        .. review.Objectives.Select(score => State(Aspect.Objective, score.Objective.Id.Value, score.Pace.Status)),
        .. review.Objectives.SelectMany(
            score => score.KeyResults, (score, each) => State(Aspect.KeyResult, each.KeyResult.Id.Value, each.Pace.Status, score.Objective.Id.Value)),
    ]);

    /// <summary>How it stands after changes.</summary>
    public Standing After(IEnumerable<Change> changes)
    {
        var next = new Dictionary<Subject, string>(states);
        foreach (var change in changes)
        {
            if (change.After is { } state)
            {
                next[change.Of] = state;
            }
            else
            {
                next.Remove(change.Of);
            }
        }

        return new(next);
    }

    /// <summary>What changed since an earlier one.</summary>
    public IReadOnlyList<Change> Since(Standing before) =>
    [
        .. states.Keys.Union(before.states.Keys)
            .Select(subject => new Change(subject, before.states.GetValueOrDefault(subject), states.GetValueOrDefault(subject)))
            .Where(change => change.Before != change.After),
    ];

    private static KeyValuePair<Subject, string> State<TState>(Aspect aspect, string id, TState state, string? objective = null)
        where TState : struct, Enum => new(new(aspect, id, objective), JsonNamingPolicy.CamelCase.ConvertName(state.ToString()));
}
