using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a <see cref="Finding"/> is about: a KPI, an objective, one of its key results or initiatives, a team, or the whole. Hosts make a link of
/// it.</summary>
/// <remarks>Immutable; equal when all parts are equal. A key result or initiative comes with its <see cref="Objective"/>.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class FindingSubject : IEquatable<FindingSubject>
{
    private FindingSubject()
    {
    }

    /// <summary>The KPI; <see langword="null"/> when it is about something else.</summary>
    public KpiId? Kpi { get; private init; }

    /// <summary>The objective, also that of the key result or initiative; <see langword="null"/> when it is about a KPI or a team.</summary>
    public ObjectiveId? Objective { get; private init; }

    /// <summary>The key result of the objective; <see langword="null"/> when it is about something else.</summary>
    public KeyResultId? KeyResult { get; private init; }

    /// <summary>The initiative of the objective; <see langword="null"/> when it is about something else.</summary>
    public InitiativeId? Initiative { get; private init; }

    /// <summary>The team, by the name objectives have as <see cref="Objective.Owner"/>; <see langword="null"/> when it is about something else.</summary>
    public string? Team { get; private init; }

    /// <summary>The whole portfolio: all parts are <see langword="null"/>.</summary>
    public static FindingSubject Whole { get; } = new();

    /// <summary>A KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The subject.</returns>
    public static FindingSubject Of(Kpi kpi) => new() { Kpi = Guard.Against.Null(kpi).Id };

    /// <summary>An objective as a whole.</summary>
    /// <param name="objective">The objective.</param>
    /// <returns>The subject.</returns>
    public static FindingSubject Of(Objective objective) => new() { Objective = Guard.Against.Null(objective).Id };

    /// <summary>A key result.</summary>
    /// <param name="objective">Its objective.</param>
    /// <param name="keyResult">The key result.</param>
    /// <returns>The subject.</returns>
    public static FindingSubject Of(Objective objective, KeyResult keyResult) =>
        new() { Objective = Guard.Against.Null(objective).Id, KeyResult = Guard.Against.Null(keyResult).Id };

    /// <summary>An initiative.</summary>
    /// <param name="objective">Its objective.</param>
    /// <param name="initiative">The initiative.</param>
    /// <returns>The subject.</returns>
    public static FindingSubject Of(Objective objective, Initiative initiative) =>
        new() { Objective = Guard.Against.Null(objective).Id, Initiative = Guard.Against.Null(initiative).Id };

    /// <summary>A team.</summary>
    /// <param name="team">Its name, as objectives name it as owner.</param>
    /// <returns>The subject.</returns>
    /// <exception cref="ArgumentException"><paramref name="team"/> is blank.</exception>
    public static FindingSubject OfTeam(string team) => new() { Team = Require.Text(team, "team a finding is about") };

    /// <inheritdoc/>
    public bool Equals(FindingSubject? other) =>
        other is not null && Kpi == other.Kpi && Objective == other.Objective && KeyResult == other.KeyResult && Initiative == other.Initiative
        && string.Equals(Team, other.Team, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FindingSubject);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kpi, Objective, KeyResult, Initiative, Team);

    /// <summary>
    /// The ids: <c>meetings</c> for a KPI, <c>engage-new</c> for an objective, <c>engage-new/open-rate</c> for a key result or initiative, the name of a team,
    /// and <c>portfolio</c> for the whole.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Kpi?.Value ?? Team ?? (KeyResult, Initiative) switch
        {
            ({ } keyResult, _) => $"{Objective}/{keyResult}",
            (_, { } initiative) => $"{Objective}/{initiative}",
            _ => Objective?.Value ?? "portfolio",
        };
}
