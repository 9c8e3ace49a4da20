using System.Globalization;
using OkrKpi;

namespace WebScorecard.Pages;

/// <summary>A key result in the weekly check-in, or a part of one; the names of its fields tell which.</summary>
/// <param name="Week">The key result and its week.</param>
/// <param name="Part">The part of its goal, when that has parts.</param>
/// <param name="Number">The place of the part among them.</param>
public sealed record WeekRow(KeyResultWeek Week, string? Part = null, int Number = 0)
{
    private static readonly string[] Names = ["value", "sample", "confidence", "note"];

    private readonly string key = string.Join('/', new[] { Week.Objective.Id.Value, Week.KeyResult.Id.Value, Part }.OfType<string>().Select(IdInPath.Of));

    /// <summary>How many check-ins the key result has: those are added after these.</summary>
    public string Version => Week.KeyResult.CheckIns.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of a team, those first that need somebody to say something: at risk, then not checked in this week.</summary>
    public static WeekRow[] Of(WeeklyReview week, ListFilter by)
    {
        var (atRisk, missing) = (week.AtRisk.ToHashSet(), week.Missing.ToHashSet());
        return [.. week.KeyResults
            .Where(each => by.Team is null || each.Owner() == by.Team || each.Objective.Sharers.Contains(by.Team))
            .OrderBy(each => atRisk.Contains(each) ? 0 : missing.Contains(each) ? 1 : 2)
            .SelectMany(each => each.KeyResult.Goal.PartNames is { Count: > 0 } parts
                ? parts.Select((part, number) => new WeekRow(each, part, number))
                : [new WeekRow(each)])];
    }

    /// <summary>The name of a field of this row.</summary>
    public string Field(string name) => $"{name}:{key}";

    /// <summary>The field of this row, or of the whole form, that is meant by a name.</summary>
    public string? FieldOf(string? name) => name is not null && Names.Contains(name, StringComparer.Ordinal) ? Field(name) : name;

    /// <summary>Whether anything was typed into it.</summary>
    public bool IsFilledIn(IFormCollection form) =>
        Names.Any(name => !string.IsNullOrWhiteSpace(form[Field(name)]));
}

/// <summary>What is wrong with a check-in, and the field it is about when it is about one.</summary>
public sealed record WeekFault(WeekRow? Row, string? Field, string Message);

/// <summary>A weekly check-in of which nothing was stored, and why.</summary>
public sealed record RefusedWeek(IFormCollection Form, WeekFault[] Faults);
