using System.Globalization;

namespace OkrKpi;

/// <summary>
/// How far a company, department, team or person is: the objectives of the unit and of all units below it, of the cycles that run or of the one asked for.
/// </summary>
/// <remarks>Immutable; compared by reference. Nothing is rounded.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class UnitScore
{
    private readonly PortfolioScores scores;
    private readonly int index;

    internal UnitScore(PortfolioScores scores, int index, OrganisationUnit unit, decimal? value, decimal coverage, decimal? confidence, int objectives)
    {
        Confidence = confidence is { } probability ? OkrKpi.Confidence.Of(Math.Clamp(probability, 0m, 1m)) : null;
        this.scores = scores;
        this.index = index;
        Unit = unit;
        Score = value;
        Coverage = coverage;
        ObjectiveCount = objectives;
    }

    /// <summary>The unit.</summary>
    public OrganisationUnit Unit { get; }

    /// <summary>The score, 0 to 1; <see langword="null"/> when no objective of the unit or below has one.</summary>
    public decimal? Score { get; }

    /// <summary>The mean share of the weight that people have checked in, over the objectives, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>The grade of the score by the profile's bands; <see langword="null"/> without a score.</summary>
    public GradeBand? Grade => Score is { } value ? scores.Profile.Grades.BandOf(value) : null;

    /// <summary>The mean of the confidences reported for the objectives by their own key results; <see langword="null"/> when nobody reported one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>How many objectives of the unit and below ended or stand how, and their key results.</summary>
    /// <returns>The statistics, each objective once.</returns>
    public ScoreStatistics Statistics() => scores.StatisticsOf(index);

    /// <summary>How many objectives the unit and those below it have, each counted once.</summary>
    public int ObjectiveCount { get; }

    /// <summary>The objectives that the unit itself owns or shares, without those of the units below.</summary>
    public IReadOnlyList<AlignedScore> Objectives => scores.ObjectivesOf(Unit.Name);

    /// <summary>The units right below it.</summary>
    public IReadOnlyList<UnitScore> Parts => scores.PartsOf(index);

    /// <summary>Why the score is what it is. Units below appear with their score; ask them for their own reasons.</summary>
    /// <returns>A tree with the unit's objectives and the units right below it.</returns>
    public Explanation Explain() => Sentence()
        .Resting(Explanation.Of("unit.policy", new Fact("units", scores.Profile.Combining.Units)))
        .Resting(Objectives.Select(each => Explanation.Of("unit.objective", new Fact("objective", each.Objective.Title), new Fact("score", each.Own.Score))))
        .Resting(Parts.Select(part => part.Sentence()));

    /// <summary>Name and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Unit.Name}: {Score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "no score"}";

    internal Explanation Sentence() => Explanation.Of(
        Score is null ? "unit.noScore" : "unit.score",
        new Fact("unit", Unit.Name), new Fact("score", Score), new Fact("count", (decimal)ObjectiveCount), new Fact("coverage", Coverage));
}
