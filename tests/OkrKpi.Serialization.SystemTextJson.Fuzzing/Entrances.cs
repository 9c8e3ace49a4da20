using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>The ways in, and what holds for every input of each.</summary>
internal static class Entrances
{
    private static readonly PortfolioJsonOptions Lenient = PortfolioJsonOptions.Default.With(DocumentSyntax.CommentsAndTrailingCommas);

    private static readonly PortfolioJsonOptions Compact = PortfolioJsonOptions.Default.With(DocumentLayout.Compact);

    private static readonly JsonSerializerOptions Serializer = new JsonSerializerOptions().AddOkrKpi();

    internal static IReadOnlyDictionary<string, Entrance> All { get; } = new Dictionary<string, Entrance>
    {
        ["document"] = new(Document, Seeds.Documents),
        ["problems"] = new(Problems, Seeds.Documents),
        ["preserving"] = new(Preserving, Seeds.Documents),
        ["lines"] = new(Lines, Seeds.Lines),
        ["domain-types"] = new(DomainTypes, Seeds.DomainTypes),
    };

    private static void Document(byte[] utf8)
    {
        if (Try(() => PortfolioJson.Read(utf8)) is { } portfolio)
        {
            var written = PortfolioJson.WriteUtf8(portfolio);
            Same(written, PortfolioJson.WriteUtf8(PortfolioJson.Read(written)), "the same portfolio gives the same bytes");
            Same(written, PortfolioJson.WriteUtf8(PortfolioJson.Read(PortfolioJson.WriteUtf8(portfolio, Compact))), "a layout loses nothing");

            // Not the other way round: some defaults are left out. One is written, the first month of the fiscal year.
            Broken.Unless(Numbers(written).IsSubsetOf(Numbers(utf8).Append("1")), "a number is written as it was read");
        }
    }

    // As the platform reads them, with their scale.
    private static HashSet<string> Numbers(ReadOnlySpan<byte> utf8)
    {
        var numbers = new HashSet<string>();
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                numbers.Add(reader.GetDecimal().ToString(CultureInfo.InvariantCulture));
            }
        }

        return numbers;
    }

    private static void Problems(byte[] utf8)
    {
        var isRead = PortfolioJson.TryRead(utf8, Lenient, out var portfolio, out var problems);
        Broken.Unless(isRead == portfolio is not null && isRead == (problems.Count == 0), "there is either a portfolio or a problem");
        Broken.Unless(isRead == Try(() => PortfolioJson.Read(utf8, Lenient)) is not null, "all problems and the first one are of the same mind");
        Told(problems);
    }

    private static void Preserving(byte[] utf8)
    {
        if (Try(() => PortfolioDocument.Read(utf8, Lenient)) is { } document)
        {
            var written = document.Write();
            var again = PortfolioDocument.Read(written);
            Same(written, again.Write(), "the same document gives the same text");
            Same(PortfolioJson.Write(document.Portfolio), PortfolioJson.Write(again.Portfolio), "keeping what is unknown changes nothing known");
        }
    }

    private static void Lines(byte[] utf8)
    {
        Lines(utf8, JsonLines.ReadMeasurements, JsonLines.Write);
        Lines(utf8, JsonLines.ReadCheckIns, JsonLines.Write);
    }

    private static void Lines<T>(byte[] utf8, Func<Stream, BadLines, IEnumerable<T>> read, Action<IEnumerable<T>, Stream> write)
    {
        var (written, problems) = Written(new MemoryStream(utf8));
        Told(problems);
        var (inDrops, sameProblems) = Written(new Drops(utf8));
        Same(written, inDrops, "however the bytes arrive, they are the same lines");
        Same(string.Join('\n', problems), string.Join('\n', sameProblems), "however the bytes arrive, the same is wrong");
        var (again, none) = Written(new MemoryStream(written));
        Same(written, again, "the same lines give the same bytes");
        Broken.Unless(none.Count == 0, "what was written can be read");

        (byte[] Utf8, List<DocumentProblem> Problems) Written(Stream input)
        {
            var found = new List<DocumentProblem>();
            using var output = new MemoryStream();
            write(read(input, BadLines.CollectInto(found)), output);
            return (output.ToArray(), found);
        }
    }

    private static void DomainTypes(byte[] utf8)
    {
        DomainType<Kpi>(utf8);
        DomainType<Objective>(utf8);
    }

    private static void DomainType<T>(byte[] utf8)
        where T : class
    {
        T? value;
        try
        {
            value = JsonSerializer.Deserialize<T>(utf8, Serializer);
        }
        catch (JsonException)
        {
            return;
        }

        var written = JsonSerializer.Serialize(value, Serializer);
        Same(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(written, Serializer), Serializer), "the same value gives the same text");
    }

    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException refusal)
        {
            Broken.Unless(refusal.Path is not null && refusal.LineNumber is not null, "a refusal tells path and line");
            Broken.Unless(refusal.Message.Length < 4_000 && !refusal.Message.Any(char.IsControl), "a refusal is one line");
            return null;
        }
    }

    private static void Told(IReadOnlyCollection<DocumentProblem> problems)
    {
        foreach (var problem in problems)
        {
            Broken.Unless(problem.Path.StartsWith('$') && problem.Line >= 1 && problem.Column >= 1, "a problem has a path and a place");
            Broken.Unless(problem.Text.Length > 0 && !problem.ToString().Any(char.IsControl), "a problem is one line");
        }
    }

    private static void Same(byte[] one, byte[] other, string claim) =>
        Broken.Unless(one.AsSpan().SequenceEqual(other), $"{claim}\n{Encoding.UTF8.GetString(one)}\n{Encoding.UTF8.GetString(other)}");

    private static void Same(string one, string other, string claim) => Broken.Unless(one == other, $"{claim}\n{one}\n{other}");

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
    }
}
