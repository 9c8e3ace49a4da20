using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OkrKpi.Tests;

/// <summary>What must be complete is looked for, so that a new one cannot be left out unnoticed.</summary>
public sealed class CompletenessTests
{
    private static readonly Type[] Types = typeof(Kpi).Assembly.GetExportedTypes();

    // Rules that a review leaves out unless asked for, and why.
    private static readonly Dictionary<Type, string> OnRequest = [];

    // Readings that the properties do not try, and why.
    private static readonly Dictionary<string, string> Untried = new()
    {
        ["OffTrackForDeadline"] = "a trend: a better value of an early period makes it flatter; what holds of it is tried with the deadlines",
    };

    [Fact]
    public void Every_quality_rule_is_in_the_default_options_once()
    {
        var usual = ReviewOptions.Default.FindingRules.Select(rule => rule.GetType()).ToArray();
        Assert.Equal(usual.Distinct(), usual);
        string[] missing =
        [
            .. Types.Where(type => type.IsSubclassOf(typeof(FindingRule)) && !type.IsAbstract && !usual.Contains(type) && !OnRequest.ContainsKey(type))
                .Select(type => $"{type.Name} is never checked: add it to ReviewOptions.Default, or say here why it is only on request."),
        ];
        Assert.True(missing.Length == 0, string.Join('\n', missing));
        Assert.DoesNotContain(OnRequest.Keys, usual.Contains);
    }

    [Fact]
    public void Every_reading_of_lagging_is_tried_by_the_properties()
    {
        var properties = CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf("tests", "OkrKpi.Tests", "LaggingProperties.cs"))).GetRoot();
        var tried = properties.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax { Identifier.Text: nameof(Lagging) })
            .Select(access => access.Name.Identifier.Text)
            .ToHashSet(StringComparer.Ordinal);
        string[] readings =
        [
            .. Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(method => method.ReturnType == typeof(Lagging))
                .Select(method => method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name["get_".Length..] : method.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.True(readings.Length >= 14, "The readings are not found where they are made.");
        string[] missing =
        [
            .. readings.Where(name => !tried.Contains(name) && !Untried.ContainsKey(name))
                .Select(
                    name => $"Lagging.{name} is in no property: add it to the readings of {nameof(LaggingProperties)}, or say here why what holds of every "
                        + $"reading does not hold of it."),
        ];
        Assert.True(missing.Length == 0, string.Join('\n', missing));
    }
}
