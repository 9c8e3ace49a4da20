using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using FsCheck;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class RoundTripProperties
{
    private static readonly PortfolioJsonOptions Compact = PortfolioJsonOptions.Default.With(DocumentLayout.Compact);

    private static readonly string[] Unknown =
    [
        "1.50", "\"tẻ\\n\"", "true", "null", "[]", "{}", "[1, [2], {\"deep\": [{\"id\": 1}]}]", "{\"id\": {\"name\": []}}"
    ];

    [Property(MaxTest = 400)]
    public bool What_is_written_is_read_as_the_same(DoNotSize<int> seed)
    {
        var text = PortfolioJson.Write(Portfolios.Of(seed.Item), Compact);
        var read = PortfolioJson.Read(text);
        return text == PortfolioJson.Write(read, Compact) && Same(Portfolios.Of(seed.Item), read);
    }

    [Property(MaxTest = 60)]
    public bool Whatever_the_culture_the_bytes_are_the_same(DoNotSize<int> seed)
    {
        var bytes = PortfolioJson.WriteUtf8(Portfolios.Of(seed.Item));
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "tr-TR", "vi-VN" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                if (!PortfolioJson.WriteUtf8(PortfolioJson.Read(bytes)).AsSpan().SequenceEqual(bytes))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Property(MaxTest = 60)]
    public bool The_order_of_members_does_not_matter(DoNotSize<int> seed)
    {
        var text = PortfolioJson.Write(Portfolios.Of(seed.Item));
        return PortfolioJson.Write(PortfolioJson.Read(Backwards(JsonNode.Parse(text)!).ToJsonString())) == text;
    }

    [Property(MaxTest = 60)]
    public bool A_review_of_what_was_read_says_the_same(DoNotSize<int> seed)
    {
        var portfolio = Portfolios.Of(seed.Item);
        return PortfolioJson.Write(portfolio.Review(Sample.AsOf)) == PortfolioJson
            .Write(PortfolioJson.Read(PortfolioJson.Write(portfolio)).Review(Sample.AsOf));
    }

    [Property(MaxTest = 60)]
    public bool A_document_kept_with_nothing_unknown_is_the_same(DoNotSize<int> seed)
    {
        var text = PortfolioJson.Write(Portfolios.Of(seed.Item));
        return PortfolioDocument.Read(text).Write() == text;
    }

    [Property(MaxTest = 100)]
    public bool Members_nobody_knows_are_written_where_they_stood(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var layout = random.Next(2) == 0 ? PortfolioJsonOptions.Default : Compact;
        var document = JsonNode.Parse(PortfolioJson.Write(Portfolios.Of(seed.Item)))!;
        AddUnknown(random, document);
        var text = document.ToJsonString(new() { WriteIndented = layout != Compact, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return PortfolioDocument.Read(text).Write(layout) == text;
    }

    [Fact]
    public async Task Generated_portfolios_follow_the_schema()
    {
        var schema = await SchemaTests.ForValidatorAsync();
        for (var seed = 0; seed < 25; seed++)
        {
            Assert.Empty(schema.Validate(PortfolioJson.Write(Portfolios.Of(seed))));
        }
    }

    private static bool Same(Portfolio one, Portfolio other) =>
        one.Name == other.Name
        && one.Kpis.Select(Text).SequenceEqual(other.Kpis.Select(Text))
        && one.Kpis.SelectMany(kpi => kpi.Targets.Decisions).SequenceEqual(other.Kpis.SelectMany(kpi => kpi.Targets.Decisions))
        && one.Objectives.SelectMany(objective => objective.KeyResults)
                                    .Select(keyResult => keyResult.Goal)
                                    .SequenceEqual(other.Objectives.SelectMany(objective => objective.KeyResults).Select(keyResult => keyResult.Goal))
                                        && one.Objectives.SelectMany(objective => objective.KeyResults)
                                    .SelectMany(keyResult => keyResult.CheckIns)
                                    .SequenceEqual(other.Objectives.SelectMany(objective => objective.KeyResults).SelectMany(keyResult => keyResult.CheckIns))
        && one.Measurements.SelectMany(series => series.Measurements).SequenceEqual(other.Measurements.SelectMany(series => series.Measurements))
        && one.Measurements.SelectMany(series => series.Measurements)
                                    .Select(each => Scale(each.Value))
                                    .SequenceEqual(other.Measurements.SelectMany(series => series.Measurements).Select(each => Scale(each.Value)));

    private static string Text(Kpi kpi) =>
        new StringBuilder().Append(kpi)
            .Append(kpi.Unit)
            .Append(kpi.Calendar)
            .Append(kpi.Owner)
            .Append(kpi.Group)
            .Append(kpi.Level)
            .Append(kpi.MeasuredEvery)
            .ToString();

    // Equal decimals may be written with other zeros at the end; those are kept too.
    private static string Scale(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static void AddUnknown(Random random, JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                AddUnknown(random, item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var member in members)
            {
                AddUnknown(random, member.Value);
            }

            for (var left = random.Next(6) - 3; left > 0; left--)
            {
                members.Add($"x{left}", JsonNode.Parse(Unknown[random.Next(Unknown.Length)]));
            }
        }
    }

    private static JsonNode Backwards(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Backwards(member.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => Backwards(item!))]),
        _ => node.DeepClone(),
    };
}
