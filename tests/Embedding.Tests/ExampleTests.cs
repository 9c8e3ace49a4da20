using System.Globalization;
using System.Reflection;

namespace Embedding.Tests;

/// <summary>Each example under <c>samples/Embedding</c> prints what stands at the end of its file, and the README quotes to the letter.</summary>
public class ExampleTests
{
    private const string Prints = "\n// prints\n";

    public static TheoryData<string> Examples => new(
        Directory.EnumerateFiles(Repository.PathOf("samples", "Embedding"), "*.cs").Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "Program").Order());

    public static TheoryData<string> Quotations => new(
        Readme().Split('\n').Where(line => line.StartsWith("<!-- quoted from ", StringComparison.Ordinal))
            .Select(line => Path.GetFileNameWithoutExtension(line.Split(' ')[3])));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_stands_at_its_end(string example)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            using var output = new StringWriter();
            Type.GetType($"Embedding.{example}, Embedding", throwOnError: true)!
                .GetMethod("Run", BindingFlags.NonPublic | BindingFlags.Static)!
                .Invoke(null, [output]);
            Assert.Equal(PrintedBy(example), output.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [MemberData(nameof(Quotations))]
    public void The_readme_quotes_the_example(string example)
    {
        var source = SourceOf(example);
        const string Begin = "(TextWriter output)\n    {\n";
        var begin = source.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var body = source[begin..source.IndexOf("\n    }", begin, StringComparison.Ordinal)].Split('\n').Select(line => line.Length > 8 ? line[8..] : "");
        Assert.Equal(
            "using NodaTime;\nusing OkrKpi;\n\n" + string.Join('\n', body).Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal),
            Block($"<!-- quoted from samples/Embedding/{example}.cs -->\n```csharp\n"));
        Assert.Equal(PrintedBy(example), Block($"<!-- printed by samples/Embedding/{example}.cs -->\n```text\n"));
    }

    private static string PrintedBy(string example)
    {
        var source = SourceOf(example);
        var lines = source[(source.IndexOf(Prints, StringComparison.Ordinal) + Prints.Length)..].TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Select(line => line.Length > 3 ? line[3..] : ""));
    }

    private static string Block(string opening)
    {
        var readme = Readme();
        var start = readme.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Readme() => File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");

    private static string SourceOf(string example) => File.ReadAllText(Repository.PathOf("samples", "Embedding", example + ".cs")).ReplaceLineEndings("\n");
}
