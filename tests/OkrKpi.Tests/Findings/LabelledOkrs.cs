using System.Globalization;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Key results and objectives of real and made-up organisations with what a coach says of each, from <c>tests/data/findings</c>.</summary>
internal static class LabelledOkrs
{
    /// <summary>Three weeks into the cycle of all of them.</summary>
    internal static readonly LocalDate AsOf = new(2026, 7, 22);

    /// <summary>The key results of a file that have the label "work" or "result"; where a coach could say both, neither is counted.</summary>
    internal static IEnumerable<(string Label, Goal Goal, string Title)> KeyResults(string file) =>
        from row in Rows(file)
        let columns = row.Length > 3 ? row[3..6] : row
        select (columns[0], GoalOf(columns[1]), columns[2]);

    /// <summary>The labelled key results of a real organisation under their objectives, a portfolio for each of its cycles.</summary>
    internal static IEnumerable<Portfolio> Organisation(string organisation) => Rows("real-key-results").Where(row => row[0] == organisation)
        .GroupBy(row => row[1].Split('/')[0].ToUpperInvariant().Split("-O")[0])
        .Select(cycle => Portfolio.Of(
            [],
            cycle.GroupBy(row => row[1]).Select(objective => objective.Aggregate(
                Objective.Define(Id(objective.Key), objective.First()[6], Cycle.Quarter(2026, 3)),
                (made, row) => made.With(KeyResult.Define(Id(row[2]), row[5], UnitOf(row[4]), GoalOf(row[4]))))),
            []));

    internal static IEnumerable<string[]> Rows(string file) => File.ReadLines(Repository.PathOf("tests", "data", "findings", $"{file}.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'));

    internal static Unit UnitOf(string goal) => goal == "percent" ? Unit.Percent : Unit.Count("thing");

    /// <summary>done, percent (0 to 100), count:3, from-zero (to 5) or 4..15.</summary>
    internal static Goal GoalOf(string text) => text.Split("..") is [var from, var to]
        ? Goal.FromTo(Number(from), Number(to))
        : text.Split(':') switch
        {
            ["done"] => Goal.YesNo(),
            ["percent"] => Goal.FromTo(0m, 100m),
            ["from-zero"] => Goal.FromTo(0m, 5m),
            ["count"] => Goal.Count(3m),
            ["count", "0"] => Goal.AtMost(0m),
            ["count", var number] => Goal.Count(Number(number)),
            _ => throw new FormatException(text),
        };

    internal static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Id(string text) => TitleWords.Small(text.Replace('/', '-'));
}
