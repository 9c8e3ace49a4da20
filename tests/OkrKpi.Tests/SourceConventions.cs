using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OkrKpi.Tests;

/// <summary>
/// What the compiler does not hold by itself: switches that let a new member of an enum slip through, and answers by cadence outside their one place.
/// </summary>
public sealed class SourceConventions
{
    private const string CadencesFile = "Cadences.cs";

    // Where two cadences are told apart for a reason of the place itself.
    private static readonly Dictionary<string, string> OwnReasons = new()
    {
        ["GoalForms.cs"] = "a document leaves out the default cadence of a goal",
        ["KeepWithinGoal.cs"] = "weeks are counted from the start of the cycle, longer periods by the calendar",
    };

    private static readonly (string File, SyntaxNode Root)[] Sources =
    [
        .. new[] { "src", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, CSharpSyntaxTree.ParseText(File.ReadAllText(file), new(LanguageVersion.Preview)).GetRoot())),
    ];

    private static readonly HashSet<string> Enums =
    [
        .. Sources.SelectMany(source => source.Root.DescendantNodes().OfType<EnumDeclarationSyntax>()).Select(each => each.Identifier.Text)
    ];

    [Fact]
    public void Every_member_of_an_enum_has_its_value() => None(
        Sources.SelectMany(source => source.Root.DescendantNodes().OfType<EnumMemberDeclarationSyntax>().Where(member => member.EqualsValue is null)
            .Select(member =>
            $"{At(source.File, member)}: {member.Identifier.Text} has no value of its own; give it one, so that a member put before it does not change "
            + $"what it is.")));

    [Fact]
    public void A_line_has_at_most_160_characters_but_for_a_text_that_is_written_whole() => None(
        new[] { "src", "samples", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !new[] { "/obj/", "/bin/", "/Migrations/", "/artifacts/" }.Any(file.Contains))
            .SelectMany(file => File.ReadLines(file)
                .Select((line, index) => (Line: line, Number: index + 1))
                .Where(each => each.Line.Length > 160 && !each.Line.Contains('"', StringComparison.Ordinal))
                .Select(each => $"{Path.GetFileName(file)}({each.Number}) has {each.Line.Length} characters; 160 are read without scrolling.")));

    [Fact]
    public void A_switch_over_an_enum_of_ours_names_every_member() => None(
        Sources.SelectMany(source => CatchAlls(source.Root).Select(arm =>
            $"{At(source.File, arm)}: '{arm.ToString().Trim()}' takes every member that is still to come; name the members, and the compiler asks for a "
            + $"new one.")));

    [Fact]
    public void What_differs_by_cadence_stands_in_one_place() => None(
        Sources
            .Where(source => source.File.Contains("/src/", StringComparison.Ordinal) && !source.File.EndsWith($"/{CadencesFile}", StringComparison.Ordinal))
            .Where(source => !OwnReasons.ContainsKey(Path.GetFileName(source.File)))
            .SelectMany(source => Comparisons(source.Root).Select(node =>
                $"{At(source.File, node)}: '{node}' decides by cadence; ask the cadence instead, and answer for every one in {CadencesFile}.")));

    [Theory]
    [InlineData("object A(Cadence c) => c switch { Cadence.Day => 1, _ => 2 };", 1)]
    [InlineData("object A(Cadence c) => c switch { Cadence.Day => 1, var other => 2 };", 1)]
    [InlineData("object A(Cadence c, int i) => (c, i) switch { (Cadence.Day, 1) => 1, (_, _) => 2 };", 1)]
    [InlineData("object A(Cadence? c) => c switch { Cadence.Day => 1, { } => 2, null => 3 };", 1)]
    [InlineData("object A(Cadence c) { switch (c) { case Cadence.Day: return 1; default: return 2; } }", 1)]
    [InlineData("object A(Cadence c) => c switch { Cadence.Day => 1, _ when c > 0 => 2, Cadence.Week => 3 };", 0)]
    [InlineData("object A(int i) => i switch { 1 => Cadence.Day, _ => Cadence.Week };", 0)]
    [InlineData("object A(DayOfWeek d) => d switch { DayOfWeek.Friday => 1, _ => 2 };", 0)]
    public void A_catch_all_is_found(string code, int count) =>
        Assert.Equal(count, CatchAlls(CSharpSyntaxTree.ParseText($"class X {{ {code} }}").GetRoot()).Count());

    [Theory]
    [InlineData("bool A(Cadence c) => c == Cadence.Day;", 1)]
    [InlineData("bool A(Cadence c) => c is Cadence.Day or Cadence.Week;", 2)]
    [InlineData("bool A(Cadence c) => c > Cadence.Week;", 1)]
    [InlineData("object A(Cadence c) => c switch { Cadence.Day => 1 };", 1)]
    [InlineData("object A(Cadence c) => A(Cadence.Day);", 0)]
    [InlineData("bool A(Period p) => p.Cadence.Rank > Cadence.Rank;", 0)]
    public void A_decision_by_cadence_is_found(string code, int count) =>
        Assert.Equal(count, Comparisons(CSharpSyntaxTree.ParseText($"class X {{ {code} }}").GetRoot()).Count());

    private static IEnumerable<SyntaxNode> CatchAlls(SyntaxNode root)
    {
        foreach (var expression in root.DescendantNodes().OfType<SwitchExpressionSyntax>().Where(each => each.Arms.Any(arm => NamesMember(arm.Pattern))))
        {
            foreach (var arm in expression.Arms.Where(arm => arm.WhenClause is null && TakesAll(arm.Pattern)))
            {
                yield return arm;
            }
        }

        foreach (var statement in root.DescendantNodes().OfType<SwitchStatementSyntax>())
        {
            var labels = statement.Sections.SelectMany(section => section.Labels).ToArray();
            var isOfOurs = Array.Exists(labels, label => label switch
            {
                CaseSwitchLabelSyntax plain => IsMember(plain.Value),
                CasePatternSwitchLabelSyntax pattern => NamesMember(pattern.Pattern),
                _ => false,
            });
            foreach (var label in labels.Where(label => isOfOurs && label is DefaultSwitchLabelSyntax))
            {
                yield return label;
            }
        }
    }

    private static IEnumerable<SyntaxNode> Comparisons(SyntaxNode root) => root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Expression is IdentifierNameSyntax { Identifier.Text: nameof(Cadence) } && Enum.TryParse<Cadence>(
            access.Name.Identifier.Text, out _))
        .Where(access => access.Parent is ConstantPatternSyntax or RelationalPatternSyntax or CaseSwitchLabelSyntax
            || (access.Parent is BinaryExpressionSyntax { RawKind: var kind }
                && (SyntaxKind)kind is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
                or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression));

    private static bool NamesMember(SyntaxNode pattern) =>
        pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().Any(constant => IsMember(constant.Expression));

    // "Cadence.Day" and "OkrKpi.Cadence.Day".
    private static bool IsMember(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax access
        && (
            access.Expression is IdentifierNameSyntax name ? name.Identifier.Text : access.Expression is MemberAccessExpressionSyntax inner
                ? inner.Name.Identifier.Text : "") is var type
        && Enums.Contains(type);

    private static bool TakesAll(PatternSyntax pattern) => pattern switch
    {
        DiscardPatternSyntax or VarPatternSyntax => true,
        RecursivePatternSyntax { Type: null, PositionalPatternClause: { } parts, PropertyPatternClause: null } =>
            parts.Subpatterns.All(part => TakesAll(part.Pattern)),
        RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => TakesAll(either.Left) || TakesAll(either.Right),
        ParenthesizedPatternSyntax inner => TakesAll(inner.Pattern),
        _ => false,
    };

    private static string At(string file, SyntaxNode node) => $"{Path.GetFileName(file)}({node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1})";

    private static void None(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
