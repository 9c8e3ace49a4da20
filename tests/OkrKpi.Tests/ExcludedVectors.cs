using System.Text;

namespace OkrKpi.Tests;

/// <summary>No case is silently skipped: every kind is run by a test, left out by a rule, or belongs to another area.</summary>
public class ExcludedVectors
{
    [Fact]
    public void Every_kind_of_case_is_run_or_ruled_out()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests"), "*Vector*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "ScoringVectors.cs").Select(File.ReadAllText));
        var open = ScoringVectors.Files.SelectMany(ScoringVectors.All)
            .Where(vector => ScoringVectors.ReasonToExclude(vector) is null && !Array.Exists(
                ScoringVectors.OtherAreas, area => vector.Kind.StartsWith(area, StringComparison.Ordinal)))
            .Where(vector => !tests.Contains($"\"{vector.Kind}\"", StringComparison.Ordinal))
            .Select(vector => $"{vector.File}: {vector.Kind}")
            .Distinct();
        Assert.Empty(open);
    }

    [Fact]
    public void The_list_of_rules_is_up_to_date() =>
        Kept.Is(Text(), "tests", "vectors", "EXCLUDED.md");

    private static string Text()
    {
        var text = new StringBuilder(
            "# Cases that are not run\n\nGenerated from the rules in ScoringVectors.cs. To renew it, run the tests with "
            + "OKRKPI_UPDATE_SPECIFICATION=1.\n\n| what | why |\n|---|---|\n");
        foreach (var (rule, reason, _) in ScoringVectors.Exclusions)
        {
            text.Append("| ").Append(rule).Append(" | ").Append(reason).Append(" |\n");
        }

        return text.Append("\nOf other areas than scoring, and so left to their tests, are the kinds of periods that begin with ")
            .AppendJoin(", ", ScoringVectors.OtherAreas)
            .Append(".\n")
            .ToString();
    }
}
