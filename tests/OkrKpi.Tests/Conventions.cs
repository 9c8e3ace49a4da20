using System.Reflection;

namespace OkrKpi.Tests;

public class Conventions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(Kpi).Assembly.GetExportedTypes();

    [Fact]
    public void Every_public_class_is_sealed_or_abstract() => Assert.DoesNotContain(Types, type => type.IsClass && !type.IsSealed && !type.IsAbstract);

    [Fact]
    public void No_property_has_a_public_setter() =>
        Assert.DoesNotContain(Types.SelectMany(type => type.GetProperties(Declared)), property => property.SetMethod?.IsPublic == true);

    [Fact]
    public void No_field_is_public_but_constants() =>
        Assert.DoesNotContain(Types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared)), field => !field.IsLiteral);

    /// <summary>Namespaces of the core, and what one looks for when one asks for it.</summary>
    private static readonly string[] Namespaces =
    [
        "OkrKpi",           // what a newcomer's program needs
        "OkrKpi.Effects",   // whether before and after differ by more than noise
        "OkrKpi.Goals",     // the kinds of goals
        "OkrKpi.Json",      // what refuses to be written in part
        "OkrKpi.Periods",   // other calendars, and comparing periods
        "OkrKpi.Rollups",   // columns
        "OkrKpi.Rules",     // the quality rules
        "OkrKpi.Scoring",   // policies, bands, curves
        "OkrKpi.Signals",   // signal or noise
    ];

    [Fact]
    public void No_folder_knows_one_that_stands_after_it() => FolderArrows.NonePointsBack(
        typeof(Kpi).Assembly,
        Repository.PathOf("src", "OkrKpi"),
        "Internal", "Periods", "Measures", "Explanations", "Kpis", "Okrs", "Scoring", "Alignment", "Rollups", "Signals", "Needs", ".", "Briefs", "Reviews");

    [Fact]
    public void Every_public_type_is_in_one_of_the_namespaces() =>
        Assert.Equal(Namespaces, Types.Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_namespace_has_the_name_of_a_type() =>
        Assert.Empty(Namespaces.Select(name => name.Split('.')[^1]).Intersect(Types.Select(type => type.Name)));

    [Fact]
    public void The_namespace_of_a_newcomer_has_at_most_130_types() =>
        Assert.InRange(Types.Count(type => type is { Namespace: "OkrKpi", IsNested: false }), 1, 130);

    [Fact]
    public void The_first_examples_need_no_other_namespace() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.PathOf("samples", "Embedding"), "*.cs")
                .Concat(Directory.EnumerateFiles(Repository.PathOf("samples", "Scorecard"), "*.cs"))
                .Append(Repository.PathOf("README.md")),
            file => Assert.DoesNotContain(File.ReadLines(file), line => Array.Exists(Namespaces[1..], name => line.Contains(name, StringComparison.Ordinal))));

    [Fact]
    public void Whoever_looks_at_a_value_in_a_debugger_is_told_what_it_is() =>
        Assert.Empty(Types
            .Where(type => !type.IsEnum && !type.IsAbstract && !type.IsNested && !type.IsSubclassOf(typeof(FindingRule)))
            .Where(type => type.GetMethod(nameof(ToString), [])!.DeclaringType!.Assembly != typeof(Kpi).Assembly)
            .Select(type => type.Name));

    [Fact]
    public void No_public_type_lies_in_another() => Assert.DoesNotContain(Types, type => type.IsNested && !type.Name.StartsWith('<'));

    [Fact]
    public void Every_public_type_has_a_file_of_its_own_name()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src", "OkrKpi"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        Assert.DoesNotContain(Types.Where(type => !type.IsNested), type => !files.Contains(type.Name));
    }
}
